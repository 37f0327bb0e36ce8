// All report files of a root, and the facts about sources that status and dashboard share.

import { type Problem, WatchError } from '../errors.ts';
import type { DashboardFacts, PromiseFact, SourceFact } from '../issue/dashboard.ts';
import { parseReport } from '../report/file.ts';
import { watcherSettings } from '../settings.ts';
import type { Store } from '../store.ts';
import type { IsoDate, Report, Tracked, Watcher } from '../types.ts';
import type { Opened } from './context.ts';

export interface AllReports {
  readonly reports: readonly Report[];
  /** Files that are none: whoever goes on without them must say so. */
  readonly damaged: readonly Problem[];
}

/** Every report, sorted by watcher and key. */
export const readReports = async (store: Store): Promise<AllReports> => {
  const damaged: Problem[] = [];
  const reports: Report[] = [];
  for (const watcher of await store.folders('reports')) {
    for (const name of (await store.list(`reports/${watcher}`)).filter((n) => n.endsWith('.md'))) {
      const path = `reports/${watcher}/${name}`;
      try {
        reports.push(parseReport(path, (await store.read(path)) ?? ''));
      } catch (error) {
        if (!(error instanceof WatchError)) throw error;
        damaged.push({ file: path, line: null, key: '', message: error.message, remedy: error.remedy });
      }
    }
  }
  return { reports, damaged };
};

/** Reports that still have to be filed. A failure that was over before anybody heard of it needs no issue. */
export const waitingReports = (reports: readonly Report[]): readonly Report[] =>
  reports.filter((r) => r.issue === null && !(r.kind === 'failure' && r.state === 'closed'));

export const sourceFacts = async (watcher: Watcher, { store, settings }: Opened, reports: readonly Report[]): Promise<SourceFact> => {
  const own = reports.filter((r) => r.watcher === watcher.id);
  const failure = own.find((r) => r.kind === 'failure' && r.state === 'open') ?? null;
  const { entries } = await store.snapshot(watcher.id);
  const { days } = await store.looks();
  const looked = Object.keys(days).some((key) => key.startsWith(`${watcher.id}/list/`));
  const findings = own.filter((r) => !ABOUT_SOURCES.includes(r.kind)).map((r) => r.date);
  return {
    source: watcher.id,
    title: watcher.title,
    state: stateOf(watcher, { settings, own, isEmpty: own.length + entries.length === 0, looked, failure }),
    entries: entries.length,
    lastFinding: findings.sort().at(-1) ?? null,
    failure: failure === null ? null : { title: failure.title, issue: failure.issue },
  };
};

/** Reports that tell of a source and not of something found in it. */
const ABOUT_SOURCES: readonly Report['kind'][] = ['failure', 'baseline', 'silence', 'notice'];

interface StateFacts {
  readonly settings: Opened['settings'];
  readonly own: readonly Report[];
  readonly isEmpty: boolean;
  /** One of its lists was read by a run of this machine. */
  readonly looked: boolean;
  readonly failure: Report | null;
}

const stateOf = (watcher: Watcher, { settings, own, isEmpty, looked, failure }: StateFacts): string => {
  if (!watcherSettings(settings, watcher.id).enabled) return 'disabled';
  if (failure !== null) return 'cannot be read';
  // What was imported by hand is kept, and nobody looks for more.
  if (isOff(watcher, settings) && !looked) return 'stays off';
  if (isEmpty) return 'not looked at yet';
  return own.some((r) => r.kind === 'silence' && r.state === 'open') ? 'works, but silent for longer than ever' : 'works';
};

/** Its robots.txt is known to refuse programs, and nobody permitted it. */
const isOff = (watcher: Watcher, settings: Opened['settings']): boolean =>
  'refuses' in watcher && watcher.refuses !== undefined && robotsFor(watcher, settings) === 'honour';

const robotsFor = (watcher: Watcher, settings: Opened['settings']): 'honour' | 'permitted' =>
  watcherSettings(settings, watcher.id).robots ?? settings.manners.robots;

/** One sentence on robots.txt where there is something to say; '' where there is not. */
export const robotsSentence = (watcher: Watcher, { settings }: Pick<Opened, 'settings'>): string => {
  if (robotsFor(watcher, settings) === 'permitted') {
    const by = watcherSettings(settings, watcher.id).permittedBy;
    return `asked whatever its robots.txt says, with permission: ${by ?? 'the settings do not say whose (permittedBy)'}`;
  }
  if (!('refuses' in watcher) || watcher.refuses === undefined) return '';
  return `stays off unless its robots.txt allows it: ${watcher.refuses}. Pages saved by hand enter by "pactwatch import ${watcher.id} <file>"`;
};

/**
 * Promises whose date has passed without a known answer. Only what is due once or yearly has a date that can pass;
 * "regularly" names no interval, so nothing is ever overdue by it.
 */
export const promisesDue = (corpus: readonly Tracked[], today: IsoDate): readonly PromiseFact[] =>
  corpus
    .flatMap((t) => t.promises)
    .filter((p) => (p.cadence === 'once' || p.cadence === 'yearly') && p.firstDue !== null && p.status !== 'answered')
    .filter((p) => today > lastDay(p.firstDue ?? ''))
    .map((p) => ({ what: `${p.id}: ${p.what}`, actors: p.actors, due: p.firstDue ?? '' }))
    .sort((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0));

/** A month, quarter or year is over with its last day; comparing with day 31 is enough for that. */
const lastDay = (due: string): IsoDate => {
  const quarter = /^(\d{4})-Q([1-4])$/.exec(due);
  if (quarter) return `${quarter[1]}-${String(Number(quarter[2]) * 3).padStart(2, '0')}-31`;
  return due.length === 4 ? `${due}-12-31` : `${due}-31`;
};

export const dashboardFacts = async (
  watchers: readonly Watcher[],
  opened: Opened,
  reports: readonly Report[],
): Promise<DashboardFacts> => ({
  sources: await Promise.all(watchers.map((watcher) => sourceFacts(watcher, opened, reports))),
  promises: promisesDue(opened.corpus, opened.today),
});
