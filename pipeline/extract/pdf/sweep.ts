// Lets go of what earlier pages left behind. V8 by itself waits until there are several hundred megabytes of it before it looks.

import { getHeapStatistics, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** Below this, sweeping costs more than it is worth. */
const FROM_BYTES = 144 * 2 ** 20;
const STEP_BYTES = 64 * 2 ** 20;

const used = (): number => getHeapStatistics().used_heap_size;

/** Only new contexts see the flag: this is the way to the collector without one on the command line. */
const collector = (): (() => void) => {
  setFlagsFromString('--expose-gc');
  return runInNewContext('gc') as () => void;
};

/** @returns to be called after each page */
export const sweeper = (): (() => void) => {
  let collect: (() => void) | null = null;
  let next = FROM_BYTES;
  return () => {
    if (used() < next) return;
    collect ??= collector();
    collect();
    next = Math.max(FROM_BYTES, used() + STEP_BYTES);
  };
};
