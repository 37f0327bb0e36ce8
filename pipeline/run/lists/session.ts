// What the run of a watcher of lists holds besides what every run holds.

import type { IsoDate, List, ListingWatcher, Lists } from '../../types.ts';
import { newSession, type Session } from '../session.ts';

export interface ListSession extends Session<ListingWatcher> {
  readonly walked: Record<string, Lists['walked'][string]>;
  /** The oldest date among the entries that were known before this run; what is older came up from further down an archive. */
  readonly horizon: IsoDate | null;
  /** The newest date among them. */
  readonly newest: IsoDate | null;
  /** Addresses of pages that the source itself says were changed lately. */
  readonly signalled: Set<string>;
  /** By the name of a list: the way by which its first page was read in this run. Its later pages stand there, too. */
  readonly ways: Map<string, List>;
  /** Of no interest, by id: seen in this run for the first time. */
  readonly passedOver: Set<string>;
}

export const openLists = async (
  watcher: ListingWatcher,
  context: Session['context'],
  rest: Pick<Session, 'fetcher' | 'looks'>,
): Promise<ListSession> => {
  const { entries, lists } = await context.store.snapshot(watcher.id);
  const dates = entries.flatMap((entry) => entry.date ?? []).sort();
  return {
    ...newSession(watcher, context, { ...rest, entries, baselines: lists.baselines }),
    walked: { ...lists.walked },
    horizon: dates[0] ?? null,
    newest: dates.at(-1) ?? null,
    signalled: new Set(),
    ways: new Map(),
    passedOver: new Set(),
  };
};

export const saveLists = async ({ context, watcher, baselines, walked }: ListSession): Promise<void> => {
  if (!context.dryRun) await context.store.saveLists(watcher.id, { baselines, walked });
};

/** Everything that goes by a list, whatever it is: `europol-news` or `council-register: SCH-EVAL`. */
export const nameOfList = ({ watcher }: ListSession, name: string): string => (name === watcher.id ? name : `${watcher.id}: ${name}`);
