// The near side of the thread in which PDFs are read. A thread stays warm for the next document, and keeps no process alive.

import { Worker } from 'node:worker_threads';
import { ExtractError } from '../errors.ts';
import type { Text } from '../types.ts';
import type { Limits, PdfSource } from './pdf.ts';

/** Past its own limit of time, a thread that does not even look at the clock is ended after so many seconds more. */
const GRACE_SECONDS = 5;
const MEMORY_MB = 2_048;

type Answer =
  | { readonly text: Text }
  | { readonly error: { readonly code: ExtractError['code']; readonly message: string; readonly at: string; readonly remedy: string } };

const idle: Worker[] = [];

const start = (): Worker => {
  const worker = new Worker(new URL('./thread.mjs', import.meta.url), { resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB } });
  // One that falls over between two documents is only not used again.
  worker.on('error', () => undefined);
  worker.on('exit', () => {
    if (idle.includes(worker)) idle.splice(idle.indexOf(worker), 1);
  });
  return worker;
};

/** @throws ExtractError as pdfText does; `timeout` also for a file that makes the reader hang, `damaged` for one that makes it fall over */
export const readInThread = async ({ body, at }: PdfSource, limits: Limits): Promise<Text> => {
  const worker = idle.pop() ?? start();
  worker.ref();
  const answer = await ask(worker, { source: { body: Uint8Array.from(body), at }, limits });
  if (answer instanceof ExtractError) throw answer;
  worker.unref();
  idle.push(worker);
  if ('text' in answer) return answer.text;
  const { code, message, remedy } = answer.error;
  throw new ExtractError(code, message, { at, remedy });
};

/** @returns an error when the thread is lost with it */
const ask = (worker: Worker, question: { source: PdfSource; limits: Limits }): Promise<Answer | ExtractError> =>
  new Promise((resolve) => {
    const { at } = question.source;
    const settle = (answer: Answer | ExtractError): void => {
      clearTimeout(timer);
      worker.off('message', settle).off('error', lost).off('exit', left);
      if (answer instanceof ExtractError) void worker.terminate();
      resolve(answer);
    };
    const timer = setTimeout(
      () =>
        settle(
          new ExtractError('timeout', `reading the PDF file took longer than ${question.limits.seconds} s`, {
            at,
            remedy: 'Raise the time limit in the settings if the file is worth it.',
          }),
        ),
      (question.limits.seconds + GRACE_SECONDS) * 1000,
    );
    const lost = (cause: unknown): void =>
      settle(new ExtractError('damaged', 'the PDF file made its reader fall over', { at, remedy: 'Open it in a PDF reader.', cause }));
    const left = (code: number): void => lost(new Error(`the thread ended with ${code}`));
    worker.on('message', settle).on('error', lost).on('exit', left);
    worker.postMessage(question);
  });
