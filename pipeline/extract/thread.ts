// The near side of one thread in which files are read: asks it, and sees it end. Which threads there are, and when they work, is decided in pool.ts.

import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { ExtractError } from '../errors.ts';
import type { Text } from '../types.ts';
import type { Limits } from './limits.ts';

export interface Question {
  readonly kind: Exclude<Text['kind'], 'html'>;
  readonly source: { readonly body: Uint8Array; readonly at: string };
  readonly limits: Limits;
}

export type Answer =
  | { readonly kind: 'text'; readonly text: Text; readonly held: number }
  | {
      readonly kind: 'error';
      readonly code: ExtractError['code'];
      readonly message: string;
      readonly at: string;
      readonly remedy: string;
      readonly held: number;
    }
  /** It hangs, or took more memory than it may have; `crowded`: it or one at work beside it. */
  | { readonly kind: 'timeout' | 'memory' | 'crowded' }
  /** Its reader threw what it should not, or the whole thread ended. */
  | { readonly kind: 'fell' | 'no-reader'; readonly cause: unknown };

/** How many threads can work at once. */
export const CORES = availableParallelism();
/** Past its own limit of time, a thread that does not even look at the clock is ended after so many seconds more. */
const GRACE_SECONDS = 1;
/** A thread that comes to its own limit within one operation takes the whole process with it (Node 20), so it is stopped well before. */
const SPARE_MB = 1_024;
/** For a machine with other things to do. */
const START_SECONDS = 60;

const isOutOfMemory = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';

/** A thread. A class, since it holds the worker and what it is asked. */
export class Thread {
  readonly memory: number;
  readonly #worker: Worker;
  #settle: ((answer: Answer) => void) | null = null;
  #reading = false;
  #timer: NodeJS.Timeout | undefined;
  #seconds = 0;
  /** Not to be asked again. */
  lost = false;

  /** @param memory megabytes that it may take; whoever holds it sees to that @param kind of its first file; it reads all */
  constructor(memory: number, kind: Question['kind']) {
    this.memory = memory;
    const resourceLimits = { maxOldGenerationSizeMb: 2 * memory + SPARE_MB };
    // Without the options of the process: thread.mjs reads TypeScript by itself, and twice takes twice the memory.
    this.#worker = new Worker(new URL('./thread.mjs', import.meta.url), { resourceLimits, execArgv: [], workerData: { kind } });
    this.#worker.unref();
    this.#worker.on('message', (message: Answer | { kind: 'reading' }) =>
      message.kind === 'reading' ? this.#begin() : this.#end(message),
    );
    this.#worker.on('error', (cause) => this.#lose(cause));
    this.#worker.on('exit', (code) => this.#lose(new Error(`the thread ended with ${code}`)));
  }

  /** One question at a time; never rejects. */
  ask({ kind, source, limits }: Question): Promise<Answer> {
    return new Promise((resolve) => {
      const body = Uint8Array.from(source.body);
      this.#settle = resolve;
      this.#seconds = limits.seconds;
      this.#reading = false;
      this.#worker.ref();
      this.#timer = setTimeout(() => this.stop({ kind: 'no-reader', cause: new Error('the thread did not start') }), START_SECONDS * 1000);
      this.#worker.postMessage({ kind, source: { body, at: source.at }, limits }, [body.buffer]);
    });
  }

  /** Ends the thread, in the middle of its work or between. */
  async stop(answer: Answer): Promise<void> {
    if (this.lost) return;
    this.lost = true;
    clearTimeout(this.#timer);
    await this.#worker.terminate();
    this.#end(answer);
  }

  #begin(): void {
    this.#reading = true;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.stop({ kind: 'timeout' }), (this.#seconds + GRACE_SECONDS) * 1000);
  }

  #end(answer: Answer): void {
    clearTimeout(this.#timer);
    this.#worker.unref();
    const settle = this.#settle;
    this.#settle = null;
    settle?.(answer);
  }

  #lose(cause: unknown): void {
    // A thread that is being stopped ends too; that is told by whoever stopped it.
    if (this.lost) return;
    this.lost = true;
    if (isOutOfMemory(cause)) this.#end({ kind: 'memory' });
    else this.#end({ kind: this.#reading ? 'fell' : 'no-reader', cause });
  }
}
