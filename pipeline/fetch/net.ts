// The net as one run sees it: what all its watchers share, and a fetcher for each of them.
// One host is asked one thing at a time, whoever asks, and its robots.txt once.

import { setTimeout as sleep } from 'node:timers/promises';
import { createBrowser } from './browser/browser.ts';
import type { Candidate } from './browser/browsers.ts';
import type { Limits } from './exchange.ts';
import { type Fetcher, PoliteFetcher, type WatcherManners } from './fetcher.ts';
import { Hosts } from './hosts.ts';
import type { World } from './lane.ts';
import { createOrigins, isLoopback, type OriginTable } from './origins.ts';

export interface NetSettings extends Limits {
  /** Between two requests to one host; null is 10 for real hosts and 0 for what `origins` sends to this machine. */
  readonly pauseSeconds: number | null;
  /** Further tries after a dead line, 429 or 5xx. */
  readonly retries: number;
  readonly origins: OriginTable;
  /** The browser to use and no other; null: the first that is found. */
  readonly browserPath: string | null;
}

export interface Net {
  /** For one watcher: with a budget and a count of its own. */
  readonly forWatcher: (manners: WatcherManners) => Fetcher;
  /** Ends the browser, if one was started. */
  readonly close: () => Promise<void>;
}

/** What tests put in place of the machine. */
export interface Surroundings {
  readonly world?: World;
  readonly findBrowsers?: (path: string | null) => readonly Candidate[];
}

const USUAL_PAUSE_SECONDS = 10;
const REAL_WORLD: World = { sleep: (ms) => sleep(ms), random: Math.random, now: Date.now };

/** Call `close` when the run is over. */
export const createNet = (settings: NetSettings, { world = REAL_WORLD, findBrowsers }: Surroundings = {}): Net => {
  const origins = createOrigins(settings.origins);
  const hosts = new Hosts(world);
  const browser = createBrowser(settings, settings.browserPath, findBrowsers);

  /** To a stand-in on this machine no more is owed than the settings say. */
  const pause = (at: URL, wanted: number | null): number => {
    const { pauseSeconds } = settings;
    if (isLoopback(origins.standIn(at).origin)) return (pauseSeconds ?? 0) * 1000;
    return Math.max(pauseSeconds ?? USUAL_PAUSE_SECONDS, wanted ?? 0) * 1000;
  };

  return {
    forWatcher: (manners) =>
      new PoliteFetcher(manners, browser, {
        limits: settings,
        retries: settings.retries,
        world,
        origins,
        hosts,
        pause: (at) => pause(at, manners.pauseSeconds),
      }),
    close: () => browser.close(),
  };
};
