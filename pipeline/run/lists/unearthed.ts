// What a walk back through an archive finds is not news, and is not told singly: one summary for the walk, however many runs it takes.

import { reportPath, safeKey } from '../../report/file.ts';
import { isRowOf, reportUnearthed } from '../../report/sources.ts';
import type { Entry, IsoDate, Match } from '../../types.ts';
import { storedReport, writeReport } from '../outbox.ts';
import type { ListSession } from './session.ts';

/**
 * Adds an entry to the summary of the walk, before the entry is stored: a stop between the two leaves it in the summary, and the next run
 * adds it once more without a change. A summary that was filed already is followed by another one of that day.
 */
export const tellUnearthed = async (session: ListSession, entry: Entry, matches: readonly Match[]): Promise<void> => {
  const { watcher, context } = session;
  const { since, today } = context;
  if (since === null) return;
  const whole = await openSummary(session, since);
  const before = (whole.body ?? '').split('\n').filter(isRowOf);
  const report = reportUnearthed({ watcher: watcher.id, title: watcher.title, since, key: whole.key, date: whole.date ?? today }, [
    ...before,
    { entry, matches },
  ]);
  await writeReport(context, report);
};

interface Summary {
  readonly key: string;
  readonly date: IsoDate | null;
  readonly body: string | null;
}

/** The summary that can still grow. */
const openSummary = async ({ watcher, context }: ListSession, since: IsoDate): Promise<Summary> => {
  const keys = [`baseline-archive-${since}`, `baseline-archive-${since}-${context.today}`];
  for (const key of keys.map(safeKey)) {
    const stored = await storedReport(context, reportPath({ watcher: watcher.id, key }));
    if (stored === null || stored.issue === null) return { key, date: stored?.date ?? null, body: stored?.body ?? null };
  }
  return { key: safeKey(`${keys[1]}-again`), date: null, body: null };
};
