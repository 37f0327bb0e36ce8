// What could not be looked at becomes one report for the source, or one for the document; it closes when a good look comes back.

import { BlockedError, type WatchError } from '../errors.ts';
import { safeKey } from '../report/file.ts';
import { closeFailure, reportFailure } from '../report/report.ts';
import type { Failure, LookRecord, Report, Watcher } from '../types.ts';
import { storedReport, writeReport } from './outbox.ts';
import type { RunContext, Session } from './session.ts';

type Unkeyed = Omit<Failure, 'key'>;

/** Why nothing may be concluded from answers that came. */
export type Unproven = Pick<Failure, 'url' | 'message' | 'remedy'>;

/**
 * Writes, keeps and closes failure reports.
 * @param unproven what to say when answers came that prove nothing
 * @returns what failed in this run
 */
export const keepFailures = async (session: Session, unproven: Unproven | null): Promise<readonly Failure[]> => {
  const failing = failuresOf(session, unproven).map((failure) => ({
    ...failure,
    key: safeKey(`failure-${failure.entry ?? failure.watcher}`),
  }));
  const open = await openReports(session);
  for (const failure of failing) {
    const before = open.find((report) => report.thread === failure.key);
    const report = reportFailure(failure, before?.date ?? session.context.today);
    // The same trouble is told once, in the words of its first day: counts and addresses differ from run to run.
    if (before?.title !== report.title) await writeReport(session.context, report);
  }
  for (const report of open) {
    const stillFails = failing.some((failure) => failure.key === report.thread);
    if (!stillFails && seenGood(session, report)) await writeReport(session.context, closeFailure(report, session.context.today));
  }
  return failing;
};

const failuresOf = (session: Session, unproven: Unproven | null): readonly Unkeyed[] => {
  const { watcher, entryFailures, errors } = session;
  const source = sourceFailure(session, unproven);
  // When nothing at all came through, the source is what failed, and not each of its documents.
  if (source !== null && session.good.size === 0) return [source];
  const entries = entryFailures.map(({ entry, ...rest }) => ({ watcher: watcher.id, entry, partial: false, ...rest }));
  return errors.length > 0 && source !== null ? [source, ...entries] : entries;
};

/** The source as a whole: its most telling error, or answers that prove nothing. */
const sourceFailure = (session: Session, unproven: Unproven | null): Unkeyed | null => {
  const { watcher, errors } = session;
  const error = errors.find((e) => e instanceof BlockedError) ?? errors[0];
  if (error !== undefined)
    return {
      watcher: watcher.id,
      entry: null,
      // Of numbers that were all asked for, an error at one leaves the others as they are; a list that cannot be read is all there is.
      partial: session.good.size > 0 || (watcher.kind === 'numbers' && session.stopped !== 'error'),
      code: error.code,
      url: error.at,
      message: tellTimes(error, session),
      remedy: error.remedy,
    };
  return unproven === null ? null : { watcher: watcher.id, entry: null, partial: false, code: 'unproven', ...unproven };
};

const tellTimes = (error: WatchError, { errors, good, records }: Session): string =>
  good.size === 0 ? error.message : `${error.message} (so did ${errors.length} of the ${records.length} looks of this run)`;

/** What failed may be the very list that this run did not come to. */
const isListLeftOut = ({ id, kind }: Session['watcher'], { entry, outcome }: LookRecord): boolean =>
  (kind === 'listing' || kind === 'query') && outcome === 'skipped' && (entry === id || entry.startsWith(`${id}: `));

/** A source works again when nothing failed in it, and all of it was looked at; a document, when it was read, or is plainly no longer there. */
const seenGood = ({ good, read, errors, records, watcher, entries }: Session, { thread }: Report): boolean =>
  thread === safeKey(`failure-${watcher.id}`)
    ? good.size > 0 && errors.length === 0 && !records.some((look) => isListLeftOut(watcher, look))
    : [...good].some((id) => thread === safeKey(`failure-${id}`) && (read.has(id) || entries.get(id)?.access === 'not-public'));

/** A watcher that could not even look to its end: told once, and closed like every other failure by a good run. */
export const keepBroken = async (context: RunContext, watcher: Watcher, failure: Failure): Promise<void> => {
  // Where our own files cannot be used, a report could not be kept either.
  if (failure.code === 'store' || context.dryRun) return;
  const report = reportFailure(failure, context.today);
  const open = await openReports({ context, watcher });
  if (!open.some(({ thread }) => thread === report.thread)) await writeReport(context, report);
};

const openReports = async ({ context, watcher }: { context: RunContext; watcher: Watcher }): Promise<readonly Report[]> => {
  const folder = `reports/${watcher.id}`;
  const names = (await context.store.list(folder)).filter((name) => name.startsWith('failure-') && name.endsWith('.md'));
  const reports = await Promise.all(names.map((name) => storedReport(context, `${folder}/${name}`)));
  return reports.flatMap((report) => (report?.kind === 'failure' && report.state === 'open' ? [report] : []));
};
