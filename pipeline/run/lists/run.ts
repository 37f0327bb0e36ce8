// A whole run of a watcher of lists: each list, then the archive if it is asked for, then the texts that are due.

import { addDays } from '../../calendar.ts';
import { checkAgainstKnown, checkTwins } from '../../discover/layout.ts';
import { BlockedError, FetchError, StoreError, WatchError } from '../../errors.ts';
import type { IsoDate, List, Row } from '../../types.ts';
import { note, saveEntries } from '../session.ts';
import { collect, collectSpan, lookKey } from './collect.ts';
import { lookAgain } from './details.ts';
import { expandRows } from './expand.ts';
import { addressOf, fetchLater, outcomeOf } from './fetch.ts';
import { takeRow } from './rows.ts';
import { type ListSession, nameOfList, saveLists } from './session.ts';
import { readSignals } from './signals.ts';

/** The lists of a watcher as the settings and the corpus make them. */
export const listsOf = ({ context, watcher }: ListSession): readonly List[] => {
  const { words, procedures, subjectCodes } = context.settings.interests;
  const { today, corpus } = context;
  return typeof watcher.lists === 'function' ? watcher.lists({ today, corpus, words, procedures, subjectCodes }) : watcher.lists;
};

/** @returns names of the lists that were seen for the first time */
export const runLists = async (session: ListSession): Promise<readonly string[]> => {
  const { context } = session;
  const before = new Set(session.entries.keys());
  const established: string[] = [];
  for (const list of listsOf(session)) {
    if (session.stopped !== null) {
      tellSkipped(session, list);
      continue;
    }
    if ((await orFailure(session, list, () => runList(session, list))) && session.baselines[list.name] === undefined) {
      session.baselines[list.name] = context.today;
      established.push(list.name);
    }
    if (context.since !== null && session.stopped === null)
      await orFailure(session, list, () => walkBack(session, list, context.since ?? context.today));
  }
  await readSignals(session);
  await lookAgain(session, new Set([...session.entries.keys()].filter((id) => !before.has(id))));
  if (session.good.size > 0) {
    await saveEntries(session);
    await saveLists(session);
  }
  return established;
};

const tellSkipped = (session: ListSession, list: List): void =>
  note(session, {
    entry: nameOfList(session, list.name),
    url: addressOfNow(session, list),
    outcome: 'skipped',
    reason: 'not looked at in this run: what came before it ended the run of this source',
  });

/** One list that fails leaves the others of its watcher alone. */
const orFailure = async (session: ListSession, list: List, work: () => Promise<void>): Promise<boolean> => {
  try {
    await work();
    return true;
  } catch (error) {
    if (!(error instanceof WatchError) || error instanceof StoreError) throw error;
    const isBudget = error instanceof FetchError && error.code === 'budget';
    if (isBudget) session.stopped = 'budget';
    else session.errors.push(error);
    // What robots.txt says, or a wall in front of it, holds for all lists of the site.
    if (error.code === 'refused' || (error instanceof BlockedError && error.at.endsWith('/robots.txt'))) session.stopped = 'error';
    const outcome = isBudget ? 'skipped' : outcomeOf(error);
    note(session, { entry: nameOfList(session, list.name), url: error.at, outcome, reason: error.message });
    return false;
  }
};

const runList = async (session: ListSession, list: List): Promise<void> => {
  const { watcher, context, looks } = session;
  session.offered.clear();
  const { rows, unmodified } = await collect(session, list);
  const baseline = session.baselines[list.name] === undefined || context.accept;
  const isOneList = list.expect > 0 && list.window === undefined;
  const known = [...session.entries.values()];
  if (!baseline) checkTwins(rows, known, nameOfList(session, list.name));
  if (!baseline && !unmodified && isOneList) checkAgainstKnown(rows, known, nameOfList(session, list.name));
  session.good.add(`list ${list.name}`);
  const told = session.records.length;
  const expanded = await expandRows(session, rows, { baseline });
  const lastKnown = expanded.rows.findLastIndex(({ id }) => session.entries.has(id));
  for (const [i, row] of expanded.rows.entries()) await takeRow(session, row, { list, baseline, unearthing: false, above: i < lastKnown });
  const reason = unmodified ? 'not modified since the last look' : `${rows.length} rows`;
  // A first look that is not whole is not over: what it left would pass for news the next time.
  if (baseline && expanded.isPartial) throw notWhole(session, list);
  // What this run left must not be hidden from the next one by "not modified", or by a window that begins later.
  if (!expanded.isPartial) {
    for (const [url, offered] of session.offered) looks.validators[url] = offered;
    looks.days[lookKey(watcher.id, list.name)] = context.today;
  }
  const isQuiet = session.records.length === told;
  note(session, {
    entry: nameOfList(session, list.name),
    url: addressOfNow(session, list),
    outcome: isQuiet ? 'unchanged' : 'changed',
    reason,
  });
};

const notWhole = (session: ListSession, list: List): FetchError =>
  new FetchError('budget', `${nameOfList(session, list.name)} could not be gone through to its end in this run`, {
    at: addressOfNow(session, list),
    remedy: 'The next run goes on. To finish in one run, raise "manners.budget".',
  });

const addressOfNow = ({ context }: ListSession, list: List): string =>
  addressOf(list, { page: list.paging?.first ?? 1, from: addDays(context.today, -(list.window?.days ?? 0)), to: context.today });

/** Goes back through an archive, page by page or window by window, within the budget, from where the last walk stopped. */
const walkBack = async (session: ListSession, list: List, since: IsoDate): Promise<void> => {
  const before = session.walked[list.name];
  if (before !== undefined && before.since <= since && before.at === before.since) return;
  if (list.window !== undefined) return walkWindows(session, list, since);
  if (list.paging !== undefined) return walkPages(session, list, since);
  note(session, {
    entry: nameOfList(session, list.name),
    url: addressOfNow(session, list),
    outcome: 'skipped',
    reason: 'it has no archive to walk',
  });
};

/** What a walk found is saved with how far it came, so that a stop loses neither. */
const takeWalked = async (
  session: ListSession,
  list: List,
  { rows, since, at }: { rows: readonly Row[]; since: IsoDate; at: IsoDate | number },
) => {
  const expanded = await expandRows(
    session,
    rows.filter(({ date }) => date === null || date >= since),
  );
  for (const row of expanded.rows) await takeRow(session, row, { list, baseline: false, unearthing: true });
  if (expanded.isPartial) throw notWhole(session, list);
  session.walked[list.name] = { since, at };
  await saveEntries(session);
  await saveLists(session);
};

/** Windows of an archive may be wider than that of a day's run. */
const ARCHIVE_DAYS = 28;

const walkWindows = async (session: ListSession, list: List, since: IsoDate): Promise<void> => {
  const at = session.walked[list.name]?.at;
  let to = typeof at === 'string' ? at : session.context.today;
  while (to > since) {
    const back = addDays(to, -ARCHIVE_DAYS);
    const from = back < since ? since : back;
    const { rows } = await collectSpan(session, list, { from, to });
    await takeWalked(session, list, { rows, since, at: from });
    to = from;
  }
};

const walkPages = async (session: ListSession, list: List, since: IsoDate): Promise<void> => {
  const { today } = session.context;
  const first = list.paging?.first ?? 1;
  const at = session.walked[list.name]?.at;
  const seen = new Set<string>();
  for (let page = typeof at === 'number' ? at + 1 : first + 1; ; page += 1) {
    const rows = await fetchLater(session, list, { page, from: since, to: today });
    // Past its end a list gives no rows, or its last page again, or the first.
    const isEnd = rows.every(({ id, date }) => seen.has(id) || (date !== null && date < since));
    for (const { id } of rows) seen.add(id);
    await takeWalked(session, list, { rows, since, at: isEnd ? since : page });
    if (isEnd) return;
  }
};
