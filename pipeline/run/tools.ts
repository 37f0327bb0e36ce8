// What a run asks the net with, as the settings have it.

import type { WatcherManners } from '../fetch/fetcher.ts';
import type { NetSettings } from '../fetch/net.ts';
import { type Settings, watcherSettings } from '../settings.ts';
import type { Watcher } from '../types.ts';

export const netSettings = ({ manners, origins, browser }: Settings, userAgent: string): NetSettings => ({
  userAgent,
  pauseSeconds: manners.pause,
  timeoutSeconds: manners.timeout,
  maxBytes: manners.maxMegabytes * 1024 * 1024,
  retries: manners.retries,
  origins,
  browserPath: browser.path,
});

export const mannersOf = (watcher: Watcher, settings: Settings): WatcherManners => {
  const own = watcherSettings(settings, watcher.id);
  return {
    budget: settings.manners.budget,
    robots: own.robots ?? settings.manners.robots,
    offered: 'offered' in watcher && watcher.offered !== undefined,
    pauseSeconds: own.pause ?? ('pause' in watcher ? (watcher.pause ?? null) : null),
  };
};
