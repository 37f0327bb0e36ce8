// What a walk back through an archive finds is not news, and is not told singly: one summary for the walk, however many runs it takes.

import { reportPath } from '../../report/file.ts';
import { reportUnearthed, unearthedRow } from '../../report/sources.ts';
import type { Entry, IsoDate, Match, Report } from '../../types.ts';
import { storedReport, writeReport } from '../outbox.ts';
import type { ListSession } from './session.ts';

/** Adds an entry to the summary of the walk. Done before the entry is stored: after a stop between the two, it is only added once more. */
export const tellUnearthed = async (session: ListSession, entry: Entry, matches: readonly Match[]): Promise<void> => {
  const { watcher, context } = session;
  const { since } = context;
  if (since === null) return;
  const { number, stored } = await growingSummary(session, since);
  const before = (stored?.body ?? '').split('\n').filter((line) => line.startsWith('- '));
  const rows = [...new Set([...before, unearthedRow(entry, matches)])].sort();
  const date = stored?.date ?? context.today;
  await writeReport(context, reportUnearthed({ watcher: watcher.id, title: watcher.title, since, number, date, rows }));
};

/** What was filed does not grow any more: the next one does. */
const growingSummary = async (
  { watcher, context }: ListSession,
  since: IsoDate,
): Promise<{ readonly number: number; readonly stored: Report | null }> => {
  for (let number = 1; ; number += 1) {
    const { key } = reportUnearthed({ watcher: watcher.id, title: watcher.title, since, number, date: context.today, rows: [] });
    const stored = await storedReport(context, reportPath({ watcher: watcher.id, key }));
    if (stored === null || stored.issue === null) return { number, stored };
  }
};
