// What other readers make of the real documents that lie beside the repository: mutool and poppler, line by line with heights.
// Their words are the measure for ours; where lines stand is only asked to find running headers and footers without our own rule.

import { execFile, execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { type Stripped, withoutRunning } from './running.ts';

export const DATA = path.resolve(import.meta.dirname, '../../../shared/data');

const FOLDERS = ['council-pdf', 'agency-pdf', 'parliament-pdf', 'reuse-pdf'];

const answers = (tool: string): boolean => {
  try {
    execFileSync(tool, ['-v'], { stdio: 'ignore' });
    return true;
  } catch (error) {
    // Told its version and ended as it likes: it is there.
    return (error as NodeJS.ErrnoException).code !== 'ENOENT';
  }
};

/** Why nothing can be tried on real documents, or null. */
export const NO_DATA: string | null = existsSync(DATA) ? null : 'the real documents do not lie beside the repository';

/** Why nothing can be measured against other tools, or null. */
export const MISSING: string | null =
  NO_DATA ?? ['mutool', 'pdftotext', 'pdfseparate'].filter((tool) => !answers(tool)).map((tool) => `${tool} is not installed`)[0] ?? null;

/** `council-pdf/ST-….pdf`, sorted. */
export const pdfFiles = (): string[] =>
  FOLDERS.flatMap((folder) =>
    readdirSync(path.join(DATA, folder))
      .filter((name) => name.endsWith('.pdf'))
      .map((name) => `${folder}/${name}`),
  ).sort();

/** One line as a tool gives it, with the share of the page's height at which its middle stands. */
export interface ToolLine {
  readonly text: string;
  readonly at: number;
  /** The first of a paragraph, as the tool sees it. */
  readonly opens: boolean;
}

/** What a tool reads on each page, in its own order. */
export type ToolPages = readonly (readonly ToolLine[])[];

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Runs a tool to its end. */
export const run = promisify(execFile);

const poppler = async (file: string): Promise<{ pages: ToolPages; heights: number[] }> => {
  const folder = mkdtempSync(path.join(tmpdir(), 'pactwatch-quality-'));
  const out = path.join(folder, 'words.xml');
  await run('pdftotext', ['-bbox-layout', file, out]);
  const xml = readFileSync(out, 'utf8');
  rmSync(folder, { recursive: true });
  const sheets = xml.split('<page ').slice(1);
  const heights = sheets.map((sheet) => Number(/height="([\d.]+)"/.exec(sheet)?.[1] ?? 1));
  const toLine = (part: string, opens: boolean, height: number): ToolLine => {
    const [top, bottom] = [Number(/yMin="([-\d.]+)"/.exec(part)?.[1]), Number(/yMax="([-\d.]+)"/.exec(part)?.[1])];
    const words = [...part.matchAll(/">([^<]*)<\/word>/g)].map((match) => match[1] ?? '');
    const text = words.join(' ').replace(/&(\w+);/g, (whole, name: string) => ENTITIES[name] ?? whole);
    return { text, at: (top + bottom) / 2 / height, opens };
  };
  const pages = sheets.map((sheet, at) =>
    sheet
      .split('<block ')
      .slice(1)
      .flatMap((block) =>
        block
          .split('<line ')
          .slice(1)
          .map((part, line) => toLine(part, line === 0, heights[at] ?? 1)),
      ),
  );
  return { pages, heights };
};

interface Stext {
  readonly pages: readonly { readonly blocks: readonly { readonly lines?: readonly Span[] }[] }[];
}

/** A line as far as it goes in one font. */
interface Span {
  readonly text: string;
  readonly bbox: { readonly y: number; readonly h: number };
}

/** The lines of the plain text, with the height of the first span that each consists of. */
const withHeights = (text: string, spans: readonly Span[], height: number): ToolLine[] => {
  let next = 0;
  return text
    .split('\n')
    .map((line, at, lines) => ({ line, opens: (lines[at - 1] ?? '') === '' }))
    .filter(({ line }) => line !== '')
    .map(({ line, opens }) => {
      const { y = 0, h = 0 } = spans[next]?.bbox ?? {};
      for (let length = 0; length < line.length; next += 1) length += spans[next]?.text.length ?? line.length;
      return { text: line, at: (y + h / 2) / height, opens };
    });
};

const mutool = async (file: string, heights: readonly number[]): Promise<ToolPages> => {
  const draw = async (format: string): Promise<string> =>
    (await run('mutool', ['draw', '-F', format, file], { maxBuffer: 1 << 28 })).stdout;
  const { pages } = JSON.parse(await draw('stext.json')) as Stext;
  const texts = (await draw('txt')).split('\f');
  return pages.map(({ blocks }, at) =>
    withHeights(
      texts[at] ?? '',
      blocks.flatMap((block) => block.lines ?? []),
      heights[at] ?? 1,
    ),
  );
};

export interface References {
  readonly mutool: Stripped;
  readonly poppler: Stripped;
}

const readings = new Map<string, Promise<References>>();

const read = async (file: string): Promise<References> => {
  const whole = path.join(DATA, file);
  const { pages, heights } = await poppler(whole);
  return { mutool: withoutRunning(await mutool(whole, heights)), poppler: withoutRunning(pages) };
};

/** Both readings of one file of the real documents, running lines apart. */
export const referencesOf = (file: string): Promise<References> => {
  const reading = readings.get(file) ?? read(file);
  readings.set(file, reading);
  return reading;
};
