// The one home of pdfjs: bytes become lines with their places. What lines mean is decided elsewhere.

import { createRequire } from 'node:module';
import path from 'node:path';
import { getDocument, Util } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { ExtractError } from '../errors.ts';
import { type Line, type Piece, type Sheet, toLines } from './lines.ts';

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
}

const PACKAGE = path.dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));

/** The reader mends files that end too early and says nothing, so the end is looked for here. */
const endsEarly = (body: Uint8Array): boolean => {
  const tail = Buffer.from(body.subarray(-4096)).toString('latin1');
  return !tail.includes('%%EOF');
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
  return damaged(at, error);
};

const timeout = (at: string, seconds: number): ExtractError =>
  new ExtractError('timeout', `reading the PDF file took longer than ${seconds} s`, {
    at,
    remedy: 'Raise the time limit in the settings if the file is worth it.',
  });

interface Item {
  readonly str?: string;
  readonly transform?: readonly number[];
  readonly width?: number;
  readonly fontName?: string;
}

const toPiece = (item: Item, view: number[]): Piece[] => {
  // Marked content carries no string.
  if (item.str === undefined || item.transform === undefined) return [];
  const [a = 0, b = 0, c = 0, d = 0, x = 0, y = 0] = Util.transform(view, [...item.transform]) as number[];
  const turned = Math.abs(b) > Math.abs(a) || a < 0;
  return [{ text: item.str, x, y, width: item.width ?? 0, size: Math.hypot(c, d), font: item.fontName ?? '', turned }];
};

/**
 * Reads all pages, one after the other.
 * @throws ExtractError damaged, encrypted, too-many-pages, timeout
 */
export const readPdf = async ({ body, at }: PdfSource, limits: { seconds: number; pages: number }): Promise<PdfLines> => {
  if (endsEarly(body)) throw damaged(at);
  const task = getDocument({
    // A copy, and no Buffer: the reader takes the memory away from its owner.
    data: Uint8Array.from(body),
    verbosity: 0,
    isEvalSupported: false,
    disableFontFace: true,
    useSystemFonts: false,
    cMapUrl: `${path.join(PACKAGE, 'cmaps')}/`,
    cMapPacked: true,
    standardFontDataUrl: `${path.join(PACKAGE, 'standard_fonts')}/`,
    wasmUrl: `${path.join(PACKAGE, 'wasm')}/`,
  });
  const end = performance.now() + limits.seconds * 1000;
  const timer = setTimeout(() => void task.destroy(), limits.seconds * 1000);
  try {
    const document = await task.promise;
    if (document.numPages > limits.pages) {
      throw new ExtractError('too-many-pages', `the PDF file has ${document.numPages} pages, more than ${limits.pages}`, {
        at,
        remedy: 'Raise the page limit in the settings if the file is worth it.',
      });
    }
    const sheets: Sheet[] = [];
    const lines: Line[] = [];
    for (let number = 1; number <= document.numPages; number += 1) {
      if (performance.now() >= end) throw timeout(at, limits.seconds);
      const page = await document.getPage(number);
      const view = page.getViewport({ scale: 1 });
      const sheet = { page: number, width: view.width, height: view.height };
      const { items } = await page.getTextContent();
      sheets.push(sheet);
      lines.push(
        ...toLines(
          (items as readonly Item[]).flatMap((item) => toPiece(item, view.transform)),
          sheet,
        ),
      );
      page.cleanup();
    }
    const { info } = (await document.getMetadata()) as { info: { Title?: unknown; Language?: unknown } };
    const text = (value: unknown): string | null => (typeof value === 'string' && value.trim() !== '' ? value : null);
    return { sheets, lines, title: text(info.Title), language: text(info.Language) };
  } catch (error) {
    throw performance.now() >= end ? timeout(at, limits.seconds) : named(error, at);
  } finally {
    clearTimeout(timer);
    await task.destroy();
  }
};
