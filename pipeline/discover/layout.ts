// Whether what was read can be a list of the declared shape. What cannot is an error with a name and never "nothing new"; what was known
// stays. How rows are read is not known here.

import { LayoutError } from '../errors.ts';
import type { Entry, List, Reader, Row } from '../types.ts';
import type { Found } from './found.ts';

/** So many rows tell a pattern from chance. */
const ENOUGH = 3;
const KNOWN_ENOUGH = 5;

/** A list as an error names it, and its real address. */
export interface ListName {
  readonly name: string;
  readonly at: string;
}

/** @param seen what was expected and what came instead */
export const layoutError = ({ name, at }: ListName, seen: string, cause?: unknown): LayoutError =>
  new LayoutError(`The list "${name}" is not as declared: ${seen}`, {
    at,
    remedy: `Open ${at} and correct the list "${name}" in the watcher's file (watchers/<id>.ts, or the settings); what was known stays.`,
    ...(cause === undefined ? {} : { cause }),
  });

/** Elements whose end may be left out, or that have none. */
const UNENDED =
  /^(?:area|base|body|br|col|dd|dt|embed|head|hr|html|img|input|li|link|meta|option|p|param|source|t[dhr]|tbody|thead|track|wbr)$/i;
/** Browsers stop at about as many; parsers take time in the square of it. */
const DEEPEST = 500;

const isTooDeep = (text: string): boolean => {
  let depth = 0;
  for (const [, end, name = ''] of text.matchAll(/<(\/?)([a-z][a-z0-9]*)/gi)) {
    if (UNENDED.test(name)) continue;
    depth = end === '/' ? Math.max(0, depth - 1) : depth + 1;
    if (depth > DEEPEST) return true;
  }
  return false;
};

const END_OF_FEED = /<\/(?:[\w-]+:)?(?:rss|feed|rdf)\s*>/i;

/** What is wrong with a body as a whole; null when nothing is. */
const damageOf = (text: string, format: Reader['format']): string | null => {
  if (text.trim() === '') return 'an answer was expected and it is empty';
  const isPage = /^\s*(?:<\?xml[^>]*>\s*)?<(?:!doctype\s+html|html)\b/i.test(text.slice(0, 2_000).replace(/<!--[\s\S]*?-->/g, ''));
  if (format === 'feed') {
    if (isPage) return 'a feed was expected and an HTML page came';
    return END_OF_FEED.test(text.slice(-2_000)) ? null : 'a feed was expected and its end is missing';
  }
  if (format === 'json') return null;
  if (/<html\b/i.test(text) && !/<\/(?:html|body)\s*>/i.test(text)) return 'the page breaks off in the middle';
  return isTooDeep(text) ? `elements stand in one another more than ${DEEPEST} deep` : null;
};

/** @throws LayoutError for a body that is empty, cut off or of another kind */
export const checkBody = (text: string, list: ListName, { format }: Reader): void => {
  const damage = damageOf(text, format);
  if (damage !== null) throw layoutError(list, damage);
};

/** What a check may ask for: rows as printed, rows as read, and the declaration. */
interface Reading {
  readonly found: Found;
  readonly rows: readonly Row[];
  readonly list: List;
}

type Check = (reading: Reading) => string | null;

const most = (rows: readonly unknown[], odd: number): boolean => odd * 2 > rows.length;

/** A page of nothing must say so: with a total of none, or with the elements that it still has then. */
const isSaidToBeEmpty = ({ found, list }: Reading): boolean =>
  found.total !== null
    ? found.total <= 0
    : list.expect === 0 && (found.landmarks || (list.read.format !== 'html' && list.read.format !== 'links'));

const CHECKS: readonly Check[] = [
  ({ found, rows, list }) => {
    const isLost = found.seen > 0 && rows.length === 0 && (list.expect > 0 || list.read.format === 'html') && found.total !== 0;
    return isLost ? `none of ${found.seen} candidates is a row that it keeps` : null;
  },
  (reading) => {
    const { found, rows, list } = reading;
    if (rows.length === 0) {
      if (isSaidToBeEmpty(reading)) return null;
      const said = found.total === null ? 'there are none' : `there are none, although the page counts ${found.total}`;
      return list.expect === 0
        ? `rows, or a page that says that it has none, were expected; ${said}`
        : `${rowsWord(list.expect)} expected; ${said}`;
    }
    return rows.length < Math.min(list.expect, found.total ?? list.expect)
      ? `${rowsWord(list.expect)} expected, ${rows.length} found`
      : null;
  },
  ({ found: { rows } }) => {
    const untitled = rows.filter((row) => row.title.trim() === '').length;
    return most(rows, untitled) ? `titles were expected, ${untitled} of ${rows.length} rows have none` : null;
  },
  ({ found: { rows } }) => {
    // A document without an address of its own is known by its number.
    const unlinked = rows.filter((row) => row.link.trim() === '' && (row.id ?? row.number) === undefined).length;
    return unlinked < rows.length && most(rows, unlinked) ? `links were expected, ${unlinked} of ${rows.length} rows have none` : null;
  },
  ({ rows, list }) =>
    list.dated && rows.length >= ENOUGH && rows.every((row) => row.date === null)
      ? `dates were expected, none of ${rows.length} rows has one`
      : null,
  ({ rows, list }) => {
    const titles = new Set(rows.map((row) => row.title));
    return list.sameTitles !== true && rows.length >= ENOUGH && titles.size === 1
      ? `different titles were expected, all ${rows.length} rows have the same`
      : null;
  },
];

const rowsWord = (expect: number): string => (expect === 1 ? 'at least 1 row was' : `at least ${expect} rows were`);

/**
 * @param at the real address of the list
 * @throws LayoutError naming the list, what was expected and what was seen
 */
export const checkLayout = (reading: Reading, at: string): void => {
  for (const check of CHECKS) {
    const wrong = check(reading);
    if (wrong !== null) throw layoutError({ name: reading.list.name, at }, wrong);
  }
};

const fold = (title: string): string => title.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ');

/**
 * Rows of which not one is known: news after a long pause, or old rows under new ids.
 * @param known the entries of the same list as far as they are remembered
 * @throws LayoutError when it is not news: known titles under other ids, dates that are older than what is known, or no dates to tell by
 */
export const checkAgainstKnown = (rows: readonly Row[], known: readonly Pick<Entry, 'id' | 'title' | 'date'>[], name: string): void => {
  const ids = new Set(known.map((entry) => entry.id));
  if (known.length < KNOWN_ENOUGH || rows.length < ENOUGH || rows.some((row) => ids.has(row.id))) return;
  const titles = new Set(known.map((entry) => fold(entry.title)));
  const renamed = rows.filter((row) => titles.has(fold(row.title))).length;
  const newest = known.reduce((latest, { date }) => (date !== null && date > latest ? date : latest), '');
  const dated = rows.flatMap((row) => row.date ?? []);
  const older = dated.filter((date) => date < newest).length;
  const at = rows.find((row) => row.url !== '')?.url ?? '';
  const fail = (why: string): never => {
    throw layoutError({ name, at }, `no row is known any more, and ${why}: how rows are told apart has changed`);
  };
  if (renamed * 2 >= rows.length) fail(`${renamed} of ${rows.length} have known titles`);
  if (dated.length === 0) fail('none has a date that would make it new');
  if (older * 2 > dated.length) fail(`${older} of ${dated.length} are older than what is known`);
};

/**
 * New rows that have the titles and dates of known ones: their ids changed, whatever stayed of the others. Documents with a number may share both.
 * @throws LayoutError when most of what is new is known by another name
 */
export const checkTwins = (rows: readonly Row[], known: readonly Pick<Entry, 'id' | 'title' | 'date'>[], name: string): void => {
  const said = new Set(known.map((entry) => `${entry.date} ${fold(entry.title)}`));
  const ids = new Set(known.map((entry) => entry.id));
  const fresh = rows.filter((row) => row.reference === null && !ids.has(row.id));
  const twins = fresh.filter((row) => row.date !== null && said.has(`${row.date} ${fold(row.title)}`)).length;
  if (twins < ENOUGH || twins * 2 <= fresh.length) return;
  const at = fresh[0]?.url ?? '';
  throw layoutError(
    { name, at },
    `${twins} of ${fresh.length} new rows have the title and date of known ones: how rows are told apart has changed`,
  );
};
