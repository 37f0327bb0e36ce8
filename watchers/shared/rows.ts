// Rows of pages whose markup is known in part only: what was recorded comes first, the usual shapes of lists after it.
// What a row is stays strict all the same: an element with a link to an item. Addresses belong to the watchers.

import type { HtmlReader, LinksReader, RawRow, RowView } from '../../pipeline/types.ts';

/** What is known of one site; each part comes before its fall-backs. */
export type Known = Partial<Pick<HtmlReader, 'rows' | 'title' | 'link' | 'date' | 'summary' | 'more'>>;

const HEADINGS = ['h2', 'h3', 'h4', 'h5', 'h1'];
const DATES = ['time', '[class*="date"]', '[class*="created"]'];
/** From the most to the least telling; innermost ones, so that a wrapper around the whole list is none. */
const SHAPES = ['article', 'li', 'tr', '.card', '[class*="teaser"]', '[class*="item"]'];

/** Days as these sites print them: `14 April 2026`, `01 Sept 2026`, `April 14, 2026`, `14.04.2026`, `2026-04-14`. */
const DAY = String.raw`(?:\d{1,2}\.? \p{L}{3,10}\.? \d{4}|\p{L}{3,10} \d{1,2}, \d{4}|\d{1,2}[./]\d{1,2}[./]\d{4}|\d{4}-\d{2}-\d{2})(?!\d)`;
const WHOLE_DAY = new RegExp(`^${DAY}$`, 'u');
const DEADLINE = /(?:deadline|until|by|before|échéance|date limite)[\s:]*$/iu;

/** The day in a row that has no element of its own for it: the only one printed there, unless it is a deadline. */
const printedDay = (row: RowView): Partial<RawRow> => {
  if (row.attributes('time', 'datetime').length > 0 || row.texts(DATES.join()).some((text) => WHOLE_DAY.test(text))) return {};
  const days = [...row.text.matchAll(new RegExp(`(?<!\\d)${DAY}`, 'gu'))].filter(({ index }) => !DEADLINE.test(row.text.slice(0, index)));
  return days.length === 1 && days[0] ? { date: days[0][0] } : {};
};

/**
 * Rows of a page.
 * @param paths how the paths of items begin, `/publication/`; what holds no such link is no row
 * @param keep of the item's path and query
 */
export const rowsWith = (paths: readonly string[], keep: RegExp, known: Known = {}): HtmlReader => {
  // Something must follow: the list's own address and its filters are no items.
  const item = paths.map((path) => `a[href*="${path}"]:not([href$="${path}"], [href*="${path}?"])`).join();
  const holding = (selector: string): string => `${selector}:has(${item})`;
  return {
    format: 'html',
    rows: [
      ...(known.rows ?? []).map(holding),
      ...SHAPES.map((shape) => `${holding(shape)}:not(:has(${holding(shape)}))`),
      `:is(${item}):has(${HEADINGS.join()})`,
    ],
    title: [...(known.title ?? []), ...HEADINGS, '[class*="title"]', 'strong', item],
    link: [...(known.link ?? []), ...HEADINGS.map((heading) => `${heading} :is(${item})`), item],
    date: [...(known.date ?? []), ...DATES],
    summary: [...(known.summary ?? []), '[class*="summary"]', '[class*="description"]', '[class*="abstract"]', 'p'],
    keep,
    more: (row) => {
      const said = known.more?.(row);
      return said === null ? null : { ...printedDay(row), ...said };
    },
  };
};

/** The last resort where a page's markup is another one: its links whose address fits. */
export const linksTo = (keep: RegExp): LinksReader => ({ format: 'links', keep });
