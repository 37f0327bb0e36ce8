// Quiet has a limit: a source that has been silent for longer than ever before is told of, and the report closes when it speaks again.

import { addDays, daysBetween } from '../calendar.ts';
import { closeFailure, reportSilence } from '../report/sources.ts';
import type { Entry, IsoDate } from '../types.ts';
import { storedReport, writeReport } from './outbox.ts';
import type { Session } from './session.ts';

/** Fewer dates than this are no rhythm; a silence shorter than a week is none. */
const DATES = 8;
const WEEK = 7;

export interface Rhythm {
  /** The newest date. */
  readonly last: IsoDate;
  /** Days since then. */
  readonly silent: number;
  /** The longest time without anything before, in days. */
  readonly longest: number;
}

/** The rhythm of a source by the dates of what it published; null when there are too few, or when they are no days of publication. */
export const rhythmOf = (entries: Iterable<Entry>, today: IsoDate): Rhythm | null => {
  const dates = [...new Set([...entries].flatMap(({ date }) => date ?? []))].sort();
  // Days to come are days of meetings, and not of publication.
  if (dates.some((date) => date > today)) return null;
  const last = dates.at(-1);
  if (last === undefined || dates.length < DATES) return null;
  const gaps = dates.slice(1).map((date, i) => daysBetween(dates[i] ?? date, date));
  return { last, silent: daysBetween(last, today), longest: Math.max(...gaps) };
};

/** Only of a source that could be read: whoever could not look knows nothing of its silence. */
export const tellSilence = async (session: Session): Promise<void> => {
  const { watcher, context, entries, good, errors } = session;
  if (watcher.kind !== 'listing' || good.size === 0 || errors.length > 0) return;
  const rhythm = rhythmOf(entries.values(), context.today);
  const folder = `reports/${watcher.id}`;
  const names = (await context.store.list(folder)).filter((name) => name.startsWith('silence-') && name.endsWith('.md'));
  for (const name of names) {
    const report = await storedReport(context, `${folder}/${name}`);
    const isOver = rhythm === null || report?.key !== keyOf(rhythm);
    if (report?.state === 'open' && isOver) await writeReport(context, closeFailure(report, context.today));
  }
  const firstLook = Object.values(session.baselines).sort()[0] ?? context.today;
  // Whoever began to look this week may have come in a pause.
  if (rhythm === null || daysBetween(firstLook, context.today) < WEEK) return;
  if (rhythm.silent <= rhythm.longest || rhythm.silent <= WEEK) return;
  if (names.includes(`${keyOf(rhythm)}.md`)) return;
  // Told in the words of its first day: the count of days would change the report at every run.
  const since = addDays(rhythm.last, Math.max(rhythm.longest, WEEK) + 1);
  await writeReport(
    context,
    reportSilence({ watcher: watcher.id, title: watcher.title, key: keyOf(rhythm), rhythm, since, date: context.today }),
  );
};

const keyOf = ({ last }: Rhythm): string => `silence-${last}`;
