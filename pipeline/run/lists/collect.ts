// All rows of a list that one run needs: page by page, window by window. What they mean for the snapshot is in rows.ts.

import { addDays, daysBetween } from '../../calendar.ts';
import { LayoutError } from '../../errors.ts';
import type { IsoDate, List, Row } from '../../types.ts';
import { addressOf, fetchLater, fetchList } from './fetch.ts';
import type { ListSession } from './session.ts';

export interface Collected {
  readonly rows: readonly Row[];
  /** Nothing changed since the last good look: there are no rows to compare. */
  readonly unmodified: boolean;
}

interface Span {
  readonly from: IsoDate;
  readonly to: IsoDate;
}

/** So many pages of a list without dates are read at the first look. */
const FOUNDATION = 3;
/** No window reaches back further than this after a pause. */
const LONGEST_PAUSE = 90;

/** The window of one run, or the list as it stands. @throws WatchError */
export const collect = (session: ListSession, list: List): Promise<Collected> => collectSpan(session, list, spanOf(session, list));

/** A window begins its days before the last good look, so that runs that were left out lose nothing; where that is not known, before the first. */
const spanOf = ({ context, watcher, looks, baselines }: ListSession, list: List): Span => {
  const { today } = context;
  if (list.window === undefined) return { from: today, to: today };
  const usual = addDays(today, -list.window.days);
  const baseline = baselines[list.name];
  if (baseline === undefined) return { from: usual, to: today };
  const last = looks.days[lookKey(watcher.id, list.name)] ?? baseline;
  const since = addDays(last < today ? last : today, -list.window.days);
  const bound = addDays(today, -LONGEST_PAUSE);
  const from = since < usual ? since : usual;
  return { from: from < bound && bound < usual ? bound : from, to: today };
};

/** Where the day of the last good look at a list is remembered. */
export const lookKey = (watcher: string, list: string): string => `${watcher}/list/${list}`;

/** A span with more hits than the list gives rows is asked for in halves. */
export const collectSpan = async (session: ListSession, list: List, span: Span): Promise<Collected> => {
  const first = await fetchList(session, list, { page: list.paging?.first ?? 1, ...span });
  if (first === null) return { rows: [], unmodified: true };
  for (const address of first.signals) session.signalled.add(address);
  const days = daysBetween(span.from, span.to);
  if (list.window !== undefined && days > 0 && (first.total ?? 0) > ceiling(list)) {
    const middle = addDays(span.from, Math.floor(days / 2));
    const early = await collectSpan(session, list, { from: span.from, to: middle });
    const late =
      days > 1
        ? await collectSpan(session, list, { from: addDays(middle, 1), to: span.to })
        : await collectSpan(session, list, { from: span.to, to: span.to });
    return { rows: unique([...early.rows, ...late.rows]), unmodified: false };
  }
  const rows = [...first.rows];
  if (list.paging !== undefined) await morePages(session, list, { span, rows, total: first.total });
  return { rows: unique(rows), unmodified: false };
};

const ceiling = ({ paging }: List): number => (paging === undefined ? Number.POSITIVE_INFINITY : paging.size * paging.most);

const unique = (rows: readonly Row[]): Row[] => [...new Map(rows.map((row) => [row.id, row])).values()];

interface Pages {
  readonly span: Span;
  readonly rows: Row[];
  readonly total: number | null;
}

const FEW = 3;

/**
 * A window is read to its end. A list that stands as it is needs a second page only when nothing on the first is known:
 * then more appeared since the last look than a page holds.
 */
const morePages = async (session: ListSession, list: List, { span, rows, total }: Pages): Promise<void> => {
  const { first = 1, size: asked = 0, most = 1 } = list.paging ?? {};
  let onPage = rows.length;
  // A source may give fewer rows a page than it is asked for. A few that got lost on the way are no sign of that.
  const size = onPage >= FEW && onPage <= Math.min(total ?? 0, asked) / 2 ? onPage : asked;
  const last = total === null ? most : Math.min(most, Math.ceil(total / size));
  for (let page = first + 1; page < first + last; page += 1) {
    const isEnough = list.window === undefined ? !isBehind(session, list, rows) : isWhole({ rows, onPage, total, size });
    if (isEnough && !(page < first + FOUNDATION && isFoundation(session, list))) return;
    const next = await fetchLater(session, list, { page, ...span });
    const added = next.filter((row) => !rows.some(({ id }) => id === row.id));
    // Inside of what the list counts, a page of nothing, or a whole page again, is no end.
    const isShort = total !== null && (next.length === 0 || next.length >= size);
    if (added.length === 0 && isShort)
      return tellCut(session, addressOf(list, { page, ...span }), `counts ${total} rows and gives ${rows.length}`);
    if (added.length === 0) return;
    onPage = next.length;
    rows.push(...added);
  }
  const isCut = total === null ? onPage >= size / 2 : total > size * most;
  if (most > 1 && (list.window === undefined ? isBehind(session, list, rows) : isCut)) {
    tellCut(session, addressOf(list, { page: first, ...span }), `gives ${most} pages at most and has more`);
  }
};

/** A row without a date that comes up from the next page, because another one was taken away, is known from the first look or passes for new. */
const isFoundation = ({ baselines }: ListSession, { name, dated, window }: List): boolean =>
  !dated && window === undefined && baselines[name] === undefined;

const tellCut = ({ errors }: ListSession, url: string, seen: string): void => {
  const remedy = 'Ask for fewer days or words at once, so that each answer is whole.';
  errors.push(new LayoutError(`${url} ${seen}: what stands beyond was not seen`, { at: url, remedy }, 'cut-off'));
};

/** Rows can get lost on the way (twice the same document): half a page is still a page with more behind it. */
const isWhole = ({ rows, onPage, total, size }: { rows: readonly Row[]; onPage: number; total: number | null; size: number }): boolean =>
  total === null ? onPage < size / 2 : rows.length >= total || onPage === 0;

/** A known row or two at the top are pinned there; most others, and the last, are unknown. */
const isBehind = (session: ListSession, list: List, rows: readonly Row[]): boolean => {
  if (session.baselines[list.name] === undefined || session.entries.size === 0) return false;
  const known = rows.map(({ id }) => session.entries.has(id));
  const first = known.indexOf(false);
  return first !== -1 && first < rows.length / 2 && !known.includes(true, first);
};
