// The line in which requests to one host wait for each other. Knows pauses; does not know what is asked.

import PQueue from 'p-queue';
import { FetchError } from '../errors.ts';

/** What a run takes from the outside besides the net; times in milliseconds. */
export interface World {
  readonly sleep: (ms: number) => Promise<void>;
  /** From 0 up to, not including, 1. */
  readonly random: () => number;
  readonly now: () => number;
}

/** A host that asks for more than this is left alone for the rest of the run. */
const LONGEST_WAIT = 120_000;
const LONGEST_PAUSE = 60_000;

export interface Lane {
  /**
   * Runs the task when it is its turn and the host has had its pause.
   * @param retry goes before what waits already
   * @throws FetchError `rate-limited`, without running the task, when the host asked for a longer wait than is worth waiting
   */
  readonly run: <T>(url: string, task: () => Promise<T>, retry: boolean) => Promise<T>;
  /** Nothing more to this host for so long. */
  readonly hold: (ms: number) => void;
  /** From now on at least this pause, within reason. */
  readonly pauseAtLeast: (ms: number) => void;
  readonly slowDown: () => void;
}

/** @param pause between the end of one request and the start of the next */
export const createLane = (pause: number, world: World): Lane => {
  const queue = new PQueue({ concurrency: 1 });
  let between = pause;
  let lastEnd = Number.NEGATIVE_INFINITY;
  let heldUntil = Number.NEGATIVE_INFINITY;

  const takeTurn = async (url: string): Promise<void> => {
    // Only what the host asked for can be too long: a pause that the settings name is always waited for.
    const wanted = heldUntil - world.now();
    if (wanted > LONGEST_WAIT) {
      const seconds = Math.round(wanted / 1000);
      throw new FetchError('rate-limited', `${url} cannot be asked in this run: its host wants to be left alone for ${seconds} seconds`, {
        at: url,
        remedy: 'Nothing to do: the next run asks again. If it happens often, lengthen "manners.pause" or lower "manners.budget".',
      });
    }
    const wait = Math.max(lastEnd + between - world.now(), wanted);
    if (wait > 0) await world.sleep(wait);
  };

  return {
    run: (url, task, retry) =>
      queue.add(
        async () => {
          await takeTurn(url);
          try {
            return await task();
          } finally {
            lastEnd = world.now();
          }
        },
        { priority: retry ? 1 : 0 },
      ),
    hold: (ms) => {
      heldUntil = Math.max(heldUntil, world.now() + ms);
    },
    pauseAtLeast: (ms) => {
      between = Math.max(between, Math.min(ms, LONGEST_PAUSE));
    },
    slowDown: () => {
      between = Math.max(between, Math.min(between * 2, LONGEST_PAUSE));
    },
  };
};
