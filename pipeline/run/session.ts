// What one watcher's run holds while it goes on: its snapshot as it grows, what was looked at, and what failed.

import type { WatchError } from '../errors.ts';
import type { Fetcher } from '../fetch/fetcher.ts';
import type { Settings } from '../settings.ts';
import { sortEntries } from '../snapshot.ts';
import type { Looks, Store } from '../store.ts';
import type { AbsentReason, Entry, Finding, IsoDate, Language, LookRecord, NumbersWatcher, Report, Tracked } from '../types.ts';

export interface RunContext {
  readonly store: Store;
  readonly settings: Settings;
  readonly corpus: readonly Tracked[];
  readonly today: IsoDate;
  /** Called after each look, for people who wait. */
  readonly onLook: (watcher: string, look: LookRecord) => void;
  /** Print the plan instead of writing anything. */
  readonly dryRun: boolean;
}

/** An answer that shows neither a document nor plainly that there is none. It counts only beside a plain one. */
export interface Doubt {
  readonly id: string;
  readonly language: Language;
  readonly reason: AbsentReason;
}

export interface EntryFailure {
  readonly entry: string;
  readonly url: string;
  readonly code: string;
  readonly message: string;
  readonly remedy: string;
}

export interface Session {
  readonly context: RunContext;
  readonly watcher: NumbersWatcher;
  readonly fetcher: Fetcher;
  readonly looks: Looks;
  readonly entries: Map<string, Entry>;
  readonly baselines: Record<string, IsoDate>;
  readonly asked: Record<string, IsoDate>;
  readonly frontier: Record<string, number>;
  readonly passedOver: Set<string>;
  readonly unseen: Set<string>;
  readonly records: LookRecord[];
  readonly found: { readonly finding: Finding; readonly report: Report }[];
  readonly doubts: Doubt[];
  /** Numbers that gave nothing in any language, with what to record once the source has proved that it answers at all. */
  readonly absences: { readonly id: string; readonly entry: Entry | null }[];
  readonly entryFailures: EntryFailure[];
  /** Ids that gave an answer beyond doubt in this run: a document, or plainly none. */
  readonly good: Set<string>;
  /** Ids whose document was read in this run. */
  readonly read: Set<string>;
  /** Errors of the source itself, in order. */
  readonly errors: WatchError[];
  /** Ids at which, one after the other, the source itself failed. */
  readonly errorsInRow: string[];
  /** Set when no more is to be asked in this run: blocked, unreachable, refused, or out of budget. */
  stopped: 'error' | 'budget' | null;
}

export const openSession = async (
  watcher: NumbersWatcher,
  context: RunContext,
  { fetcher, looks }: { fetcher: Fetcher; looks: Looks },
): Promise<Session> => {
  const { entries, numbers } = await context.store.snapshot(watcher.id);
  return {
    context,
    watcher,
    fetcher,
    looks,
    entries: new Map(entries.map((entry) => [entry.id, entry])),
    baselines: { ...numbers.baselines },
    asked: { ...numbers.asked },
    frontier: { ...numbers.frontier },
    passedOver: new Set(numbers.passedOver),
    unseen: new Set(numbers.unseen),
    records: [],
    found: [],
    doubts: [],
    absences: [],
    entryFailures: [],
    good: new Set(),
    read: new Set(),
    errors: [],
    errorsInRow: [],
    stopped: null,
  };
};

export const saveEntries = (session: Session): Promise<void> =>
  session.context.dryRun ? Promise.resolve() : session.context.store.saveEntries(session.watcher.id, sortEntries(session.entries.values()));

export const saveNumbers = async (session: Session): Promise<void> => {
  const { context, watcher, baselines, asked, frontier, passedOver, unseen } = session;
  if (context.dryRun) return;
  await context.store.saveNumbers(watcher.id, { baselines, asked, frontier, passedOver: [...passedOver], unseen: [...unseen] });
};

export const note = (session: Session, record: LookRecord): void => {
  session.records.push(record);
  session.context.onLook(session.watcher.id, record);
};
