// The one home of pdfjs: bytes become lines with their places. What lines mean is decided elsewhere.

import { createRequire } from 'node:module';
import path from 'node:path';
import { AnnotationMode, getDocument, type PDFDocumentLoadingTask, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { ExtractError } from '../errors.ts';
import { findBoxes } from './boxes.ts';
import { type Line, type Sheet, toLines } from './lines.ts';
import { type Font, Painter } from './painting.ts';
import { toPieces } from './pieces.ts';

export interface PdfSource {
  readonly body: Uint8Array;
  readonly at: string;
}

/** How long, in seconds, and how many pages one document may take. */
export interface Limits {
  readonly seconds: number;
  readonly pages: number;
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

const tooManyPages = (at: string, pages: number, limit: number): ExtractError =>
  new ExtractError('too-many-pages', `the PDF file has ${pages} pages, more than ${limit}`, {
    at,
    remedy: 'Raise the page limit in the settings if the file is worth it.',
  });

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

const open = (body: Uint8Array): PDFDocumentLoadingTask =>
  getDocument({
    // A copy, and no Buffer: the reader takes the memory away from its owner.
    data: Uint8Array.from(body),
    verbosity: 0,
    // A page that cannot be read to its end is an error, never a shorter text.
    stopAtErrors: true,
    isEvalSupported: false,
    disableFontFace: true,
    useSystemFonts: false,
    cMapUrl: `${path.join(PACKAGE, 'cmaps')}/`,
    standardFontDataUrl: `${path.join(PACKAGE, 'standard_fonts')}/`,
    wasmUrl: `${path.join(PACKAGE, 'wasm')}/`,
  });

interface Streams {
  sendWithStream: (action: string, ...rest: readonly unknown[]) => ReadableStream<unknown>;
}

/**
 * pdf.js 5 hands out the operators before an error as if they were all of them: the error reaches the stream that it reads them from,
 * and nobody else. Here it is seen on its way. A test with a damaged page fails should a later version have another way.
 */
const watchStreams = (document: PDFDocumentProxy): { readonly check: () => void } => {
  const { messageHandler } = (document as unknown as { _transport: { messageHandler: Streams } })._transport;
  const send = messageHandler.sendWithStream.bind(messageHandler);
  let failed: { readonly error: unknown } | null = null;
  messageHandler.sendWithStream = (action, ...rest) => {
    const stream = send(action, ...rest);
    const getReader = stream.getReader.bind(stream) as () => ReadableStreamDefaultReader;
    stream.getReader = (() => {
      const reader = getReader();
      reader.closed.catch((error: unknown) => {
        failed = { error };
      });
      return reader;
    }) as typeof stream.getReader;
    return stream;
  };
  return {
    check: () => {
      if (failed !== null) throw failed.error;
    },
  };
};

const readPages = async (document: PDFDocumentProxy, check: () => void): Promise<Omit<PdfLines, 'title' | 'language'>> => {
  const sheets: Sheet[] = [];
  const lines: Line[] = [];
  let [signs, unreadable] = [0, 0];
  let fontOf: ((name: string) => Font) | null = null;
  const streams = watchStreams(document);
  for (let number = 1; number <= document.numPages; number += 1) {
    check();
    const page = await document.getPage(number);
    const view = page.getViewport({ scale: 1 });
    const sheet = { page: number, width: view.width, height: view.height };
    fontOf ??= fontsOf(page.commonObjs);
    const list = await page.getOperatorList({ annotationMode: AnnotationMode.DISABLE });
    streams.check();
    const painting = new Painter(view.transform, fontOf).paint(list);
    const pieces = toPieces(painting, sheet);
    sheets.push(sheet);
    lines.push(...toLines(pieces, sheet, findBoxes(painting)));
    for (const { text } of pieces) {
      signs += text.length;
      unreadable += text.match(UNREADABLE)?.length ?? 0;
    }
    page.cleanup();
  }
  return { sheets, lines, signs, unreadable };
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
  const task = open(body);
  // For a page that takes too long by itself.
  const timer = setTimeout(() => void task.destroy(), limits.seconds * 1000);
  try {
    const document = await task.promise;
    if (document.numPages > limits.pages) throw tooManyPages(at, document.numPages, limits.pages);
    const pages = await readPages(document, check);
    const { info } = (await document.getMetadata()) as { info: { Title?: unknown; Language?: unknown } };
    return { ...pages, title: written(info.Title), language: written(info.Language) };
  } catch (error) {
    check();
    throw named(error, at);
  } finally {
    clearTimeout(timer);
    await task.destroy();
  }
};
