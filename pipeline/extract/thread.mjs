// The thread in which files are read: one that makes its reader hang or run out of memory ends the thread and not the run.

import { parentPort, workerData } from 'node:worker_threads';

const push = Object.getOwnPropertyDescriptor(Array.prototype, 'push');
if (!process.features.typescript) {
  // Before tsx comes: it would take the whole of pdf.js apart and write it anew, for a second and a hundred megabytes.
  if (workerData.kind === 'pdf') {
    await import('pdfjs-dist/legacy/build/pdf.mjs');
    await import('pdfjs-dist/legacy/build/pdf.worker.mjs');
  }
  const { register } = await import('tsx/esm/api');
  register();
}
// On damaged files pdf.js leaves rejections behind that nobody awaits. What fails is told by the promise that is awaited.
process.on('unhandledRejection', () => {});

/**
 * pdf.js, in its build for older engines, puts a `push` of its own in the place of Node's, over a case that nobody meets (an array whose
 * length cannot be written). It makes all of the reading slower, by a tenth and more, so Node's comes back.
 */
const loadPdf = async () => {
  const { pdfText } = await import('./pdf/pdf.ts');
  Object.defineProperty(Array.prototype, 'push', push);
  return pdfText;
};

const READERS = {
  pdf: loadPdf,
  docx: async () => (await import('./office/docx.ts')).docxText,
  xlsx: async () => (await import('./office/xlsx.ts')).xlsxText,
  csv: async () => (await import('./office/csv.ts')).csvText,
};

const answer = async (read, { source, limits }) => {
  try {
    return { kind: 'text', text: await read(source, limits) };
  } catch (error) {
    const { code, message, at, remedy, stack } = error;
    // An error without a name of ours is a fault of the reader that only a strange file brings out.
    return remedy === undefined ? { kind: 'fell', cause: stack ?? String(error) } : { kind: 'error', code, message, at, remedy };
  }
};

parentPort.on('message', async (question) => {
  try {
    const read = await READERS[question.kind]();
    // The clock starts here: a reader that loads slowly is no fault of the file.
    parentPort.postMessage({ kind: 'reading' });
    const told = await answer(read, question);
    const { heapTotal, external } = process.memoryUsage();
    parentPort.postMessage({ ...told, held: heapTotal + external });
  } catch (error) {
    parentPort.postMessage({ kind: 'no-reader', cause: error.stack, held: 0 });
  }
});
