// The threads in which files are read: at most one at work for each core, kept warm between files, and ended when a file takes too much.

import { ExtractError } from '../errors.ts';
import type { Text } from '../types.ts';
import { timeout, tooMuchMemory } from './limits.ts';
import { type Answer, CORES, type Question, Thread } from './thread.ts';
import { openTurns } from './turns.ts';

const MEMORY_MB = 1_024;
/** What a thread takes to load its reader, and what else goes on in the process meanwhile. */
const LOADING_MB = 256;
/** A thread that holds more after its work is not kept: large files leave much behind. */
const KEPT_BYTES = 256 * 2 ** 20;
/** What one file can unpack in this time, a machine can spare. */
const LOOK_MS = 100;

const turns = openTurns(CORES);
const idle: Thread[] = [];
const atWork = new Set<Thread>();
let watch: NodeJS.Timeout | undefined;

/** What a thread unpacks lies outside of its own heap: only the process as a whole tells of all the memory that it took. */
const watchMemory = (): void => {
  const before = process.memoryUsage.rss();
  watch = setInterval(() => {
    const allowed = [...atWork].reduce((sum, { memory }) => sum + (memory + LOADING_MB) * 2 ** 20, before);
    const kind = atWork.size > 1 ? 'crowded' : 'memory';
    if (process.memoryUsage.rss() > allowed) for (const thread of atWork) void thread.stop({ kind });
  }, LOOK_MS);
  watch.unref();
};

const take = ({ kind, limits: { memory = MEMORY_MB } }: Question): Thread => {
  const at = idle.findLastIndex((thread) => thread.memory === memory && !thread.lost);
  const [warm] = at === -1 ? [] : idle.splice(at, 1);
  if (warm !== undefined) return warm;
  void idle.shift()?.stop({ kind: 'memory' });
  return new Thread(memory, kind);
};

const putBack = (thread: Thread, answer: Answer): void => {
  if (thread.lost) return;
  if ('held' in answer && answer.held < KEPT_BYTES) idle.push(thread);
  else void thread.stop(answer);
};

/** @param places how many files could be read in its place */
const ask = async (question: Question, places: number): Promise<Answer> => {
  await turns.enter(places);
  let thread: Thread | null = null;
  try {
    thread = take(question);
    if (atWork.size === 0) watchMemory();
    atWork.add(thread);
    const answer = await thread.ask(question);
    putBack(thread, answer);
    return answer;
  } catch (cause) {
    return { kind: 'no-reader', cause };
  } finally {
    if (thread !== null && atWork.delete(thread) && atWork.size === 0) clearInterval(watch);
    turns.leave(places);
  }
};

const errorOf = (answer: Exclude<Answer, { kind: 'text' }>, { source: { at }, limits }: Question): ExtractError => {
  switch (answer.kind) {
    case 'error':
      return new ExtractError(answer.code, answer.message, { at: answer.at, remedy: answer.remedy });
    case 'timeout':
      return timeout(at, limits.seconds);
    case 'memory':
    case 'crowded':
      return tooMuchMemory(at, limits.memory ?? MEMORY_MB);
    case 'fell':
      return new ExtractError('damaged', 'the file made its reader fall over', {
        at,
        remedy: 'Open it in another program.',
        cause: answer.cause,
      });
    case 'no-reader':
      return new ExtractError('no-reader', 'the reader of files could not be started', {
        at,
        remedy: 'See whether the machine has memory left, and install the packages again: npm ci.',
        cause: answer.cause,
      });
  }
};

/**
 * Reads a file in a thread of its own. Waits while all cores are at work.
 * @throws ExtractError as the reader of its kind does; `timeout` and `too-large` also for a file that makes the reader hang or swell,
 * `damaged` for one that makes it fall over, `no-reader` when there is no reader
 */
export const readInThread = async (question: Question): Promise<Text> => {
  const told = await ask(question, 1);
  // Of several files read at once, nobody knows which one took the memory: each is read again, alone.
  const answer = told.kind === 'crowded' ? await ask(question, CORES) : told;
  if (answer.kind === 'text') return answer.text;
  throw errorOf(answer, question);
};
