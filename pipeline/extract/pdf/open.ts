// pdf.js set up for words: it neither decodes images nor draws letters, and tells of every error in between.

import { createRequire } from 'node:module';
import path from 'node:path';
import { getDocument, type PDFDocumentLoadingTask, PDFWorker } from 'pdfjs-dist/legacy/build/pdf.mjs';
// The reading half. It leaves itself in a global name, as pdf.js documents for those who load it by themselves.
import 'pdfjs-dist/legacy/build/pdf.worker.mjs';
import { Port } from './port.ts';
import { replaceUnpacker, takeBroken } from './unpack.ts';

const PACKAGE = path.dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
const { pdfjsWorker } = globalThis as unknown as {
  pdfjsWorker: { readonly WorkerMessageHandler: { initializeFromPort: (port: Port) => void } };
};

/** Where there are no fonts to draw with, pdf.js works out the outline of each letter. It is told that there are. */
Object.assign(globalThis, {
  FontFace: class {
    readonly loaded = Promise.resolve();
  },
});
const PAPER = { fonts: new Set() };

replaceUnpacker();

interface Opening {
  readonly task: PDFDocumentLoadingTask;
  /** @throws what pdf.js passed over */
  readonly check: () => void;
  readonly close: () => Promise<void>;
}

export const openPdf = (body: Uint8Array): Opening => {
  takeBroken();
  const port = new Port();
  pdfjsWorker.WorkerMessageHandler.initializeFromPort(port);
  // It asks for no more of a worker than our port has.
  const worker = PDFWorker.create({ port: port as unknown as Worker, verbosity: 0 });
  const task = getDocument({
    // A copy, and no Buffer: the reader takes the memory away from its owner.
    data: Uint8Array.from(body),
    worker,
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
  return {
    task,
    check: () => {
      const first = takeBroken() ?? port.failure;
      if (first !== null) throw first.error;
    },
    close: async () => {
      await task.destroy();
      worker.destroy();
    },
  };
};
