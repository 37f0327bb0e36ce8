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

/** How one request stands in the line. */
export interface Turn {
  /** Milliseconds since the end of the request before; null for a part of a page, which comes right after it. */
  readonly pause: number | null;
  /** Goes before what waits already. */
  readonly ahead: boolean;
}

export interface Lane {
  /**
   * Runs the task when it is its turn and the host has had its pause.
   * @param url for messages
   * @throws FetchError `rate-limited`, without running the task, when the host asked for a longer wait than is worth waiting
   */
  readonly run: <T>(url: string, task: () => Promise<T>, turn: Turn) => Promise<T>;
  /** Nothing more to this host for so long. */
  readonly hold: (ms: number) => void;
  /** From now on at least this pause, within reason. */
  readonly pauseAtLeast: (ms: number) => void;
  /** From now on twice the pause, within reason. */
  readonly slowDown: () => void;
}

const tooLong = (url: string, ms: number): FetchError =>
  new FetchError(
    'rate-limited',
    `${url} cannot be asked in this run: its host wants to be left alone for ${Math.round(ms / 1000)} seconds`,
    {
      at: url,
      remedy: 'Nothing to do: the next run asks again. If it happens often, lengthen "manners.pause" or lower "manners.budget".',
    },
  );

/** Who waits brings its own pause; what the host asks for comes on top and holds for everybody. */
export const createLane = (world: World): Lane => {
  const queue = new PQueue({ concurrency: 1 });
  let least = 0;
  let slowness = 1;
  let lastEnd = Number.NEGATIVE_INFINITY;
  let heldUntil = Number.NEGATIVE_INFINITY;

  /** A pause that the settings name is kept, however long: only what the host asks for can be too much. */
  const between = (pause: number): number => {
    const usual = Math.max(pause, least);
    return Math.max(usual, Math.min(usual * slowness, LONGEST_PAUSE));
  };

  const takeTurn = async (url: string, { pause }: Turn): Promise<void> => {
    const wanted = heldUntil - world.now();
    if (wanted > LONGEST_WAIT) throw tooLong(url, wanted);
    const wait = pause === null ? wanted : Math.max(lastEnd + between(pause) - world.now(), wanted);
    if (wait > 0) await world.sleep(wait);
  };

  return {
    run: (url, task, turn) =>
      queue.add(
        async () => {
          await takeTurn(url, turn);
          try {
            return await task();
          } finally {
            lastEnd = world.now();
          }
        },
        { priority: turn.ahead ? 1 : 0 },
      ),
    hold: (ms) => {
      heldUntil = Math.max(heldUntil, world.now() + ms);
    },
    pauseAtLeast: (ms) => {
      least = Math.max(least, Math.min(ms, LONGEST_PAUSE));
    },
    slowDown: () => {
      slowness = Math.min(slowness * 2, LONGEST_PAUSE);
    },
  };
};
