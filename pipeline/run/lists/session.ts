// What the run of a watcher of lists holds besides what every run holds.

import type { IsoDate, List, ListingWatcher, Lists, Validators } from '../../types.ts';
import { newSession, type Session } from '../session.ts';

export interface ListSession extends Session<ListingWatcher> {
  readonly walked: Record<string, Lists['walked'][string]>;
  /** The oldest date among the entries that were known before this run; what is older came up from further down an archive. */
  readonly horizon: IsoDate | null;
  /** Addresses of pages that the source itself says were changed lately. */
  readonly signalled: Set<string>;
  /** By the name of a list: the way by which its first page was read in this run. Its later pages stand there, too. */
  readonly ways: Map<string, List>;
  /** What was offered for pages of the list at hand: remembered when all that it says was taken, so that "not modified" hides nothing. */
  readonly offered: Map<string, Validators & { readonly sha256: string }>;
  /** Ids of rows that were taken in this run: where two lists name one entry, the first speaks. */
  readonly taken: Set<string>;
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
    signalled: new Set(),
    ways: new Map(),
    offered: new Map(),
    taken: new Set(),
  };
};

export const saveLists = async ({ context, watcher, baselines, walked }: ListSession): Promise<void> => {
  if (!context.dryRun) await context.store.saveLists(watcher.id, { baselines, walked });
};

/** Everything that goes by a list, whatever it is: `europol-news` or `council-register: SCH-EVAL`. */
export const nameOfList = ({ watcher }: ListSession, name: string): string => (name === watcher.id ? name : `${watcher.id}: ${name}`);
