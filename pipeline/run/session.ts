// What one watcher's run holds while it goes on: its snapshot as it grows, what was looked at, and what failed.

import type { WatchError } from '../errors.ts';
import type { Fetcher } from '../fetch/fetcher.ts';
import type { Settings } from '../settings.ts';
import { sortEntries } from '../snapshot.ts';
import type { Looks, Store } from '../store.ts';
import type { Entry, Finding, IsoDate, LookRecord, Report, Tracked, Watcher } from '../types.ts';
import type { Kept } from './keep.ts';

export interface RunContext {
  readonly store: Store;
  readonly settings: Settings;
  readonly corpus: readonly Tracked[];
  readonly today: IsoDate;
  /** Called after each look, for people who wait. */
  readonly onLook: (watcher: string, look: LookRecord) => void;
  /** Print the plan instead of writing anything. */
  readonly dryRun: boolean;
  /** Tell what is of no interest, too. */
  readonly all: boolean;
  /** Walk the archives of lists back to this day; null: today's lists only. */
  readonly since: IsoDate | null;
  /** Take lists as they are now for right, whatever they were. */
  readonly accept: boolean;
  /** Look at everything twice, and fail where the two looks differ. */
  readonly twice: boolean;
  /** What is looked at was saved by a person. */
  readonly imported: boolean;
}

export interface EntryFailure {
  readonly entry: string;
  readonly url: string;
  readonly code: string;
  readonly message: string;
  readonly remedy: string;
}

export interface Session<W extends Watcher = Watcher> {
  readonly context: RunContext;
  readonly watcher: W;
  readonly fetcher: Fetcher;
  readonly looks: Looks;
  readonly entries: Map<string, Entry>;
  /** Sources within the watcher that were seen before, with the day of their first sight. */
  readonly baselines: Record<string, IsoDate>;
  readonly records: LookRecord[];
  readonly found: { readonly finding: Finding; readonly report: Report }[];
  readonly entryFailures: EntryFailure[];
  /** Ids, or names of lists, that gave an answer beyond doubt in this run: a document, rows, or plainly none. */
  readonly good: Set<string>;
  /** Ids whose document or page was read in this run. */
  readonly read: Set<string>;
  /** Errors of the source itself, in order. */
  readonly errors: WatchError[];
  /** Ids at which, one after the other, the source itself failed. */
  readonly errorsInRow: string[];
  /** Changes of wording, gathered until all watchers have looked: the same edit on many pages is told as one. */
  readonly pending: Kept[];
  /** Set when no more is to be asked in this run: blocked, unreachable, refused, or out of budget. */
  stopped: 'error' | 'budget' | null;
}

/** @param entries those of the snapshot */
export const newSession = <W extends Watcher>(
  watcher: W,
  context: RunContext,
  rest: Pick<Session, 'fetcher' | 'looks'> & { readonly entries: readonly Entry[]; readonly baselines: Readonly<Record<string, IsoDate>> },
): Session<W> => ({
  context,
  watcher,
  fetcher: rest.fetcher,
  looks: rest.looks,
  entries: new Map(rest.entries.map((entry) => [entry.id, entry])),
  baselines: { ...rest.baselines },
  records: [],
  found: [],
  entryFailures: [],
  good: new Set(),
  read: new Set(),
  errors: [],
  errorsInRow: [],
  pending: [],
  stopped: null,
});

export const saveEntries = (session: Session): Promise<void> =>
  session.context.dryRun ? Promise.resolve() : session.context.store.saveEntries(session.watcher.id, sortEntries(session.entries.values()));

export const note = (session: Session, record: LookRecord): void => {
  session.records.push(record);
  session.context.onLook(session.watcher.id, record);
};
