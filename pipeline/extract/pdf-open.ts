// pdf.js set up for words: it neither decodes images nor draws letters, and tells of every error in between. Done here is what it has no option for.

import { createRequire } from 'node:module';
import path from 'node:path';
import { getDocument, type PDFDocumentLoadingTask, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
// The reading half of pdf.js. It would be loaded later anyway, and leaves itself in a global name.
import 'pdfjs-dist/legacy/build/pdf.worker.mjs';

const PACKAGE = path.dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));

interface Asked {
  readonly evaluatorOptions: object;
}

interface ReadingHalf {
  createDocumentHandler: (asked: Asked, port: unknown) => unknown;
}

/**
 * Images are skipped before they are decoded: in reports they are most of the work, and a small file can hold one of many gigabytes.
 * pdf.js skips those over a size, but calls that an error when errors are to be told. It asks for the size and, right after it, whether
 * errors are to be passed over: for images they are. A test with an image on a good page and one with a damaged page watch over this.
 */
const withoutImages = (options: object): object => {
  let image = false;
  return Object.defineProperties(
    { ...options },
    {
      maxImageSize: {
        enumerable: true,
        get: () => {
          image = true;
          return 0;
        },
      },
      ignoreErrors: {
        enumerable: true,
        get: () => {
          const passOver = image;
          image = false;
          return passOver;
        },
      },
    },
  );
};

const { pdfjsWorker } = globalThis as unknown as { pdfjsWorker: { readonly WorkerMessageHandler: ReadingHalf } };
const { WorkerMessageHandler } = pdfjsWorker;
const createDocumentHandler = WorkerMessageHandler.createDocumentHandler.bind(WorkerMessageHandler);
WorkerMessageHandler.createDocumentHandler = (asked, port) =>
  createDocumentHandler({ ...asked, evaluatorOptions: withoutImages(asked.evaluatorOptions) }, port);

/** Where there are no fonts to draw with, pdf.js works out the outline of each letter. It is told that there are. */
Object.assign(globalThis, {
  FontFace: class {
    readonly loaded = Promise.resolve();
  },
});
const PAPER = { fonts: new Set() };

/** The first packed stream that did not come whole, of the document that is being read: a thread reads one at a time. */
let broken: { readonly error: unknown } | null = null;

/** The code of zlib; bytes after the end of a stream, which newer versions of Node complain of, have another and do no harm. */
const isBroken = (error: unknown): boolean => error instanceof Error && 'code' in error && String(error.code).startsWith('Z_');

async function* watched(readable: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield* readable;
  } catch (error) {
    if (isBroken(error)) broken ??= { error };
    throw error;
  }
}

/** pdf.js takes what comes before an error in packed bytes for all that there is. */
const { DecompressionStream: Unpacker } = globalThis;
Object.assign(globalThis, {
  DecompressionStream: class {
    readonly readable: AsyncGenerator<Uint8Array>;
    readonly writable: WritableStream;
    constructor(format: ConstructorParameters<typeof Unpacker>[0]) {
      const { readable, writable } = new Unpacker(format);
      this.readable = watched(readable);
      this.writable = writable;
    }
  },
});

export const openPdf = (body: Uint8Array): PDFDocumentLoadingTask => {
  broken = null;
  return getDocument({
    // A copy, and no Buffer: the reader takes the memory away from its owner.
    data: Uint8Array.from(body),
    verbosity: 0,
    // A page that cannot be read to its end is an error, never a shorter text.
    stopAtErrors: true,
    isEvalSupported: false,
    disableFontFace: false,
    ownerDocument: PAPER,
    useSystemFonts: false,
    cMapUrl: `${path.join(PACKAGE, 'cmaps')}/`,
    standardFontDataUrl: `${path.join(PACKAGE, 'standard_fonts')}/`,
  });
};

interface Streams {
  sendWithStream: (action: string, ...rest: readonly unknown[]) => ReadableStream<unknown>;
}

/**
 * pdf.js 5 hands out the operators before an error as if they were all of them: the error reaches the stream that it reads them from,
 * and nobody else. Here it is seen on its way. A test with a damaged page fails should a later version have another way.
 */
export const watchStreams = (document: PDFDocumentProxy): { readonly check: () => void } => {
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
      const first = failed ?? broken;
      if (first !== null) throw first.error;
    },
  };
};
