// The one home of pdfjs: bytes become lines with their places. What lines mean is decided elsewhere.

import { AnnotationMode, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { ExtractError } from '../../errors.ts';
import { type Limits, timeout, tooManyPages, tooMuchMemory } from '../limits.ts';
import { findBoxes } from './boxes.ts';
import { GAP, writeGaps } from './gaps.ts';
import type { Font } from './graphics.ts';
import { type Line, type Sheet, toLines } from './lines.ts';
import { openPdf } from './open.ts';
import { Painter, type Painting } from './painting.ts';
import { toPieces } from './pieces.ts';
import { sweeper } from './sweep.ts';
import { UnpackError } from './unpack.ts';

export interface PdfSource {
  readonly body: Uint8Array;
  readonly at: string;
}

export interface PdfLines {
  readonly sheets: readonly Sheet[];
  readonly lines: readonly Line[];
  /** The file's own idea of its title and language, often an old one. */
  readonly title: string | null;
  readonly language: string | null;
  /** How many characters there are, and how many of them the fonts leave without a meaning. */
  readonly signs: number;
  readonly unreadable: number;
  /** Of the pages that have any. */
  readonly blackouts: readonly Blackouts[];
}

/** Blacked-out passages of a page: how many, and under how many of them the words are still in the file. */
export interface Blackouts {
  readonly page: number;
  readonly passages: number;
  readonly carrying: number;
}

/**
 * The reader mends files that end too early and says nothing, so the end is looked for here. What servers append to a file does no harm,
 * but objects after the last end are the beginning of a part that is not whole. Files made for the web have an end near their beginning too.
 */
const endsEarly = (body: Uint8Array): boolean => {
  const bytes = Buffer.from(body.buffer, body.byteOffset, body.byteLength);
  const end = bytes.lastIndexOf('%%EOF');
  return end === -1 || /\d \d+ obj\b/.test(bytes.toString('latin1', end));
};

const damaged = (at: string, cause?: unknown): ExtractError =>
  new ExtractError('damaged', 'the PDF file is damaged or incomplete', {
    at,
    remedy: 'Fetch it again, and open it in a PDF reader.',
    cause,
  });

const named = (error: unknown, at: string): ExtractError => {
  if (error instanceof ExtractError) return error;
  if (error instanceof Error && error.name === 'PasswordException') {
    return new ExtractError('encrypted', 'the PDF file asks for a password', { at, remedy: 'Look for a copy without one.', cause: error });
  }
  if (error instanceof UnpackError) return tooMuchMemory(at, error.megabytes);
  return damaged(at, error);
};

/** Codes of glyphs that the file gives no character for come out as control or private characters. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const UNREADABLE = /[\u0000-\u001f\u007f-\u009f\ufffd\ue000-\uefff\uf100-\uf8ff]/g;

/** Weights of the real font's name; the file's own flags are often missing. */
const BOLD = /bold|black|heavy|demi/i;

/** What the document's fonts are called, remembered by the reader's name for them. */
const fontsOf = (document: {
  readonly has: (name: string) => boolean;
  readonly get: (name: string) => unknown;
}): ((name: string) => Font) => {
  const known = new Map<string, Font>();
  return (name) => {
    const before = known.get(name);
    if (before !== undefined) return before;
    const found = document.has(name) ? (document.get(name) as { name?: string; fontMatrix?: readonly number[] }) : null;
    const own = (found?.name ?? name).replace(/^[A-Z]{6}\+/, '');
    const font = { name: own, bold: BOLD.test(own), scale: found?.fontMatrix?.[0] ?? 0.001 };
    known.set(name, font);
    return font;
  };
};

/** In points; the largest page is a hundredth of it. Absurd fonts and matrices put things farther out, or nowhere. */
const FAR = 1_000_000;
const isNear = (...numbers: readonly number[]): boolean => numbers.every((number) => Math.abs(number) < FAR);

const placed = ({ glyphs, fills, rules, uprights, bends }: Painting): Painting => ({
  glyphs: glyphs.filter(({ x, y, width, size }) => isNear(x, y, width, size)),
  fills: fills.filter(({ left, top, right, bottom }) => isNear(left, top, right, bottom)),
  rules: rules.filter(({ left, right, y }) => isNear(left, right, y)),
  uprights: uprights.filter(({ x, top, bottom }) => isNear(x, top, bottom)),
  bends,
});

const readPages = async (document: PDFDocumentProxy, check: () => void): Promise<Omit<PdfLines, 'title' | 'language'>> => {
  const sheets: Sheet[] = [];
  const lines: Line[] = [];
  const blackouts: Blackouts[] = [];
  let [signs, unreadable] = [0, 0];
  let fontOf: ((name: string) => Font) | null = null;
  const sweep = sweeper();
  for (let number = 1; number <= document.numPages; number += 1) {
    check();
    const page = await document.getPage(number);
    const view = page.getViewport({ scale: 1 });
    const sheet = { page: number, width: view.width, height: view.height };
    fontOf ??= fontsOf(page.commonObjs);
    const list = await page.getOperatorList({ annotationMode: AnnotationMode.ENABLE });
    check();
    const { painting, ...found } = writeGaps(placed(new Painter(view.transform, fontOf).paint(list)), sheet);
    if (found.passages > 0) blackouts.push({ page: number, ...found });
    const pieces = toPieces(painting, sheet);
    sheets.push(sheet);
    for (const line of toLines(pieces, sheet, findBoxes(painting))) lines.push(line);
    for (const { text } of pieces) {
      signs += text.replaceAll(GAP, '').length;
      unreadable += text.match(UNREADABLE)?.length ?? 0;
    }
    page.cleanup();
    sweep();
  }
  return { sheets, lines, signs, unreadable, blackouts };
};

const written = (value: unknown): string | null => (typeof value === 'string' && value.trim() !== '' ? value : null);

/**
 * Reads all pages, one after the other.
 * @throws ExtractError damaged, encrypted, too-many-pages, timeout
 */
export const readPdf = async ({ body, at }: PdfSource, limits: Limits): Promise<PdfLines> => {
  if (endsEarly(body)) throw damaged(at);
  const end = performance.now() + limits.seconds * 1000;
  const check = (): void => {
    if (performance.now() >= end) throw timeout(at, limits.seconds);
  };
  const opening = openPdf(body);
  // For a page that takes too long by itself.
  const timer = setTimeout(() => void opening.close(), limits.seconds * 1000);
  try {
    const document = await opening.task.promise;
    if (document.numPages > limits.pages) throw tooManyPages(at, document.numPages, limits.pages);
    const pages = await readPages(document, () => {
      check();
      opening.check();
    });
    const { info } = (await document.getMetadata()) as { info: { Title?: unknown; Language?: unknown } };
    return { ...pages, title: written(info.Title), language: written(info.Language) };
  } catch (error) {
    check();
    throw named(error, at);
  } finally {
    clearTimeout(timer);
    await opening.close();
  }
};
