// Rows that are hardly more than an id, completed from where the rest of them stands. Asked for ids never seen, so many at a time.

import { addDays } from '../../calendar.ts';
import { FetchError, LayoutError, StoreError, WatchError } from '../../errors.ts';
import { entryOfRow } from '../../listed.ts';
import { matchText } from '../../match/match.ts';
import type { List, ListingWatcher, Row } from '../../types.ts';
import { note } from '../session.ts';
import { fetchList, outcomeOf } from './fetch.ts';
import type { ListSession } from './session.ts';

type Expansion = NonNullable<ListingWatcher['expand']>;

/** After so many failures in a row the rest is left for the next run. */
const ERRORS_IN_ROW = 3;
/** So many days after its date, a row is taken as it stands on its list. */
const PATIENCE = 7;
/** What answers for an item that was taken away. Of many at once it would tell nothing. */
const ABSENT = [404, 410];

export interface Expanded {
  readonly rows: readonly Row[];
  /** Some rows do not say enough without their rest, and it could not be had: they are left for the next run. */
  readonly isPartial: boolean;
}

export const expandRows = async (session: ListSession, rows: readonly Row[], { baseline = false } = {}): Promise<Expanded> => {
  const { expand } = session.watcher;
  if (expand === undefined) return { rows, isPartial: false };
  const unknown = rows.filter(({ id }) => !session.entries.has(id));
  const whole = new Map<string, Row>();
  const absent = new Set<string>();
  /** Left out of an answer for many. A first look does not wait for them: it would never be over. */
  const unanswered = new Set<string>();
  let failures = 0;
  for (let at = 0; at < unknown.length && failures < ERRORS_IN_ROW && session.stopped === null; at += expand.size) {
    const batch = unknown.slice(at, at + expand.size);
    const read = await askFor(session, expand, batch);
    failures = read === null ? failures + 1 : 0;
    for (const row of batch) {
      const rest = batch.length === 1 && expand.size === 1 ? read?.[0] : read?.find(({ id }) => id === row.id);
      if (rest !== undefined) whole.set(row.id, complete(row, rest));
      else if (expand.size === 1 && read !== null) absent.add(row.id);
      else if (baseline && read !== null) unanswered.add(row.id);
    }
  }
  const isNowhere = whole.size === 0 && absent.size >= ERRORS_IN_ROW;
  if (isNowhere) session.errors.push(nowhere(expand, [...absent]));
  const asListed = (row: Row): boolean =>
    session.entries.has(row.id) ||
    (!saysNothing(session, row) && (baseline || expand.optional === true || absent.has(row.id) || saysEnough(session, row)));
  const usable = rows.flatMap((row) => whole.get(row.id) ?? (asListed(row) ? [row] : []));
  const left =
    rows.length -
    usable.length -
    rows.filter(({ id, title }) => title === id && ((!isNowhere && absent.has(id)) || unanswered.has(id))).length;
  return { rows: usable, isPartial: left > 0 };
};

const saysNothing = ({ entries }: ListSession, { id, title }: Row): boolean => !entries.has(id) && title === id;

/** Where the rest cannot be had for a while: a row that is told anyway is not kept waiting, nor any row for ever. */
const saysEnough = ({ context, watcher }: ListSession, row: Row): boolean => {
  const { today, settings, corpus } = context;
  if (context.all || watcher.all === true || (row.date !== null && row.date < addDays(today, -PATIENCE))) return true;
  const entry = entryOfRow(row, { kind: watcher.entry, language: settings.languages[0] ?? 'en', today });
  return matchText({ entry, text: null, row }, corpus, settings.interests).length > 0;
};

/** One item that is not there any more is no fault of its source; where nothing is there, the address has changed. */
const nowhere = ({ url }: Expansion, ids: readonly string[]): LayoutError => {
  const at = url(ids.slice(0, 1));
  return new LayoutError(`${at} is not there, nor are the details of the other ${ids.length - 1} new rows`, {
    at,
    remedy: 'Rows are taken as the list gives them. Open the address in a browser, and correct the declaration when it has moved.',
  });
};

/** @returns null when it cannot be read; that is told */
const askFor = async (
  session: ListSession,
  { url, read, size, optional }: Expansion,
  batch: readonly Row[],
): Promise<readonly Row[] | null> => {
  const { today } = session.context;
  const list: List = {
    name: 'details',
    url: url(batch.map(({ id }) => id)),
    read,
    expect: 0,
    dated: false,
    none: size === 1 ? [204, ...ABSENT] : [204],
  };
  try {
    return (await fetchList(session, list, { page: 1, from: today, to: today }))?.rows ?? [];
  } catch (error) {
    if (!(error instanceof WatchError) || error instanceof StoreError) throw error;
    const isBudget = error instanceof FetchError && error.code === 'budget';
    const isEnough = optional === true && error instanceof LayoutError && !batch.some((row) => saysNothing(session, row));
    if (isBudget) session.stopped = 'budget';
    else if (!isEnough) session.errors.push(error);
    note(session, { entry: batch[0]?.id ?? '', url: error.at, outcome: isBudget ? 'skipped' : outcomeOf(error), reason: error.message });
    return null;
  }
};

/** What the list says stands where the rest says nothing. */
const complete = (row: Row, rest: Row): Row => ({
  ...rest,
  id: row.id,
  title: rest.title === '' || rest.title === rest.id ? row.title : rest.title,
  url: rest.url === '' ? row.url : rest.url,
  date: rest.date ?? row.date,
  summary: rest.summary === '' ? row.summary : rest.summary,
  language: rest.language ?? row.language,
  languages: { ...row.languages, ...rest.languages },
  reference: rest.reference ?? row.reference,
  access: rest.access === 'unknown' ? row.access : rest.access,
});
