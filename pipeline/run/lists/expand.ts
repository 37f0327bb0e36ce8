// Rows that are hardly more than an id, completed from where the rest of them stands. Asked for ids never seen, so many at a time.

import { FetchError, LayoutError, StoreError, WatchError } from '../../errors.ts';
import type { List, ListingWatcher, Row } from '../../types.ts';
import { note } from '../session.ts';
import { fetchList, outcomeOf } from './fetch.ts';
import type { ListSession } from './session.ts';

type Expansion = NonNullable<ListingWatcher['expand']>;

/** After so many failures in a row the rest is left for the next run. */
const ERRORS_IN_ROW = 3;

export interface Expanded {
  readonly rows: readonly Row[];
  /** Some rows say nothing without their rest, and it could not be had: they are left for the next run. */
  readonly isPartial: boolean;
}

export const expandRows = async (session: ListSession, rows: readonly Row[]): Promise<Expanded> => {
  const { expand } = session.watcher;
  if (expand === undefined) return { rows, isPartial: false };
  const unknown = rows.filter(({ id }) => !session.entries.has(id));
  const whole = new Map<string, Row>();
  let failures = 0;
  for (let at = 0; at < unknown.length && failures < ERRORS_IN_ROW && session.stopped === null; at += expand.size) {
    const batch = unknown.slice(at, at + expand.size);
    const read = await askFor(session, expand, batch);
    failures = read === null ? failures + 1 : 0;
    for (const row of batch) {
      const rest = batch.length === 1 && expand.size === 1 ? read?.[0] : read?.find(({ id }) => id === row.id);
      if (rest !== undefined) whole.set(row.id, complete(row, rest));
    }
  }
  const usable = rows.flatMap((row) => whole.get(row.id) ?? (saysNothing(session, row) ? [] : [row]));
  return { rows: usable, isPartial: usable.length < rows.length };
};

const saysNothing = ({ entries }: ListSession, { id, title }: Row): boolean => !entries.has(id) && title === id;

/** @returns null when it cannot be read; that is told */
const askFor = async (session: ListSession, { url, read, optional }: Expansion, batch: readonly Row[]): Promise<readonly Row[] | null> => {
  const { today } = session.context;
  const list: List = { name: 'details', url: url(batch.map(({ id }) => id)), read, expect: 0, dated: false, none: [204] };
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
