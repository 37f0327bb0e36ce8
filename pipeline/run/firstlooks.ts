// One summary of the sources that were looked at for the first time on one day, for all watchers of lists and pages together.

import { reportPath } from '../report/file.ts';
import { type FirstLook, reportFirstLook } from '../report/sources.ts';
import type { IsoDate, Watcher } from '../types.ts';
import { storedReport, writeReport } from './outbox.ts';
import type { RunContext } from './session.ts';

/**
 * Computed from what is stored, so that a run that was stopped before its summary is made good by the next one. A summary that was
 * filed already stays as it is.
 */
export const reportFirstLooks = async (context: RunContext, watchers: readonly Watcher[]): Promise<void> => {
  const days = new Map<IsoDate, FirstLook[]>();
  for (const watcher of watchers) {
    if (watcher.kind === 'numbers') continue;
    const { entries, lists } = await context.store
      .snapshot(watcher.id)
      .catch(() => ({ entries: [], lists: { baselines: {}, walked: {} } }));
    const firsts = watcher.kind === 'page' ? entries.map((entry) => entry.firstSeen) : Object.values(lists.baselines);
    for (const day of new Set(firsts)) {
      const there = entries.filter((entry) => entry.firstSeen === day);
      const followed = there.filter((entry) => !entry.passedOver);
      const look = { watcher: watcher.id, title: watcher.title, isPage: watcher.kind === 'page', entries: there.length, followed };
      days.set(day, [...(days.get(day) ?? []), look]);
    }
  }
  const today = days.get(context.today);
  if (today !== undefined) await writeSummary(context, context.today, today);
  for (const [day, looks] of days) {
    if (day !== context.today && (await storedReport(context, reportPath(reportFirstLook(day, looks)))) === null)
      await writeSummary(context, day, looks);
  }
};

const writeSummary = async (context: RunContext, day: IsoDate, looks: readonly FirstLook[]): Promise<void> => {
  const report = reportFirstLook(day, looks);
  const before = await storedReport(context, reportPath(report));
  if (before === null || (before.issue === null && before.body !== report.body)) await writeReport(context, report);
};
