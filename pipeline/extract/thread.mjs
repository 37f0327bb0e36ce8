// The thread in which PDFs are read: a file that makes the reader hang or run out of memory ends the thread and not the run.

import { parentPort } from 'node:worker_threads';

if (!process.features.typescript) {
  const { register } = await import('tsx/esm/api');
  register();
}
// On damaged files the reader leaves rejections behind that nobody awaits. What fails is told by the promise that is awaited.
process.on('unhandledRejection', () => {});

const { pdfText } = await import('./pdf-text.ts');
parentPort?.on('message', async ({ source, limits }) => {
  try {
    parentPort?.postMessage({ text: await pdfText(source, limits) });
  } catch (error) {
    const { code = 'damaged', message, at, remedy } = error;
    parentPort?.postMessage({ error: { code, message, at: at ?? source.at, remedy: remedy ?? '' } });
  }
});
