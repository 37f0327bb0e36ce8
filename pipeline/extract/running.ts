// Which lines are running headers and footers. Told by what they say and by their return on other pages, never by place alone:
// a body line at the foot of a page is text.

import type { Line, Sheet } from './lines.ts';

/** Share of the page's height in which running lines stand. */
const TOP = 0.13;
const BOTTOM = 0.14;

const zoneOf = ({ y, sheet }: Line): 'top' | 'bottom' | null => {
  if (y < sheet.height * TOP) return 'top';
  return y > sheet.height * (1 - BOTTOM) ? 'bottom' : null;
};

/** The cells of the Council's footer beside the document's number. */
const LANGUAGE = /^(?:BG|ES|CS|DA|DE|ET|EL|EN|FR|GA|HR|IT|LV|LT|HU|MT|NL|PL|PT|RO|SK|SL|FI|SV)$/;
/** `DG D 1 A`, `DGD 1B`, `JAI.1`, `GIP.B`, `TREE.2.B`. */
const UNIT = /^(?:DG ?[A-Z](?: ?\d)?(?: ?[A-Z])?|[A-Z]{2,5}[. ]\d?[A-Z\d](?:\.[A-Z\d]+)*)$/;
const BESIDE =
  /^(?:LIMITE|PUBLIC|RESTREINT UE\/EU RESTRICTED|ANNEX(?: [IVX\d]+)?|ANNEX TO THE ANNEX|[A-Za-z]{2,4}(?:\/[A-Za-z]{2,4})*|\d{1,4})$/;

const words = (line: Line): string[] =>
  line.cells.flatMap((cell) => cell.text.replace(/^(\d+)(?=[A-Z])/, '$1 ').split(/ (?=LIMITE|[A-Z]{2}$)/));

/** `ANNEX  GIP.B  LIMITE  EN`: nothing but footer cells, with a unit or a language among them; alone only in the footer's large type. */
const isFooterCells = (line: Line): boolean => {
  const parts = words(line).flatMap((part) => (BESIDE.test(part) || UNIT.test(part) ? [part] : part.split(' ')));
  return (
    parts.every((part) => LANGUAGE.test(part) || UNIT.test(part) || BESIDE.test(part)) &&
    parts.some((part) => LANGUAGE.test(part) || UNIT.test(part))
  );
};

const squeeze = (text: string): string => text.replace(/\s+/g, '').toUpperCase();

/** The own number at the foot, alone or with page, initials, unit, language. */
const isOwnFooter = (line: Line, number: string): boolean => {
  const text = squeeze(line.text);
  return text.startsWith(squeeze(number)) && line.text.length < number.length + 60;
};

/** A number that no cover told: the one that the foot of most pages begins with. */
const guessNumber = (lines: readonly Line[]): string | null => {
  const counts = new Map<string, number>();
  for (const line of lines) {
    const number =
      zoneOf(line) === 'bottom'
        ? /^(?:(?:CM|WK|PE-CONS) )?\d{3,6}(?:\/\d{1,2})?\/(?:20)?\d{2}(?: (?:REV|ADD|COR|EXT|DCL) \d+)*(?= |$)/.exec(line.text)
        : null;
    if (number) counts.set(number[0], (counts.get(number[0]) ?? 0) + 1);
  }
  const [most] = [...counts].sort((a, b) => b[1] - a[1]);
  return most !== undefined && most[1] >= 2 ? most[0] : null;
};

/** The same line on another page says the same, but for one number that grows with the pages. */
const keysOf = (line: Line): string[] => {
  const zone = zoneOf(line);
  const keys = [`${zone}|${Math.round(line.y / 4)}|${line.text}`, `${zone}|${Math.round(line.y / 4 + 0.5)}+|${line.text}`];
  for (const match of line.text.matchAll(/\d+/g)) {
    const before = line.text.slice(0, match.index);
    // "Article 5" on page 5 and "Article 6" on page 6 are headings.
    if (/^\p{L}+\.? $/u.test(before) && !/^(?:page|seite|p\.) $/i.test(before)) continue;
    keys.push(`${zone}|#|${before}#${Number(match[0]) - line.sheet.page}${line.text.slice(match.index + match[0].length)}`);
  }
  return keys;
};

/** On three pages at least, and on most of the pages between the first and the last of them; two of two pages tell nothing. */
const repeats = (pages: ReadonlySet<number>): boolean => {
  const span = Math.max(...pages) - Math.min(...pages) + 1;
  return pages.size >= 3 && pages.size / span >= 0.4;
};

const repeated = (lines: readonly Line[]): Set<Line> => {
  const pages = new Map<string, Set<number>>();
  const edge = lines.filter((line) => zoneOf(line) !== null);
  for (const line of edge) {
    for (const key of keysOf(line)) pages.set(key, (pages.get(key) ?? new Set()).add(line.sheet.page));
  }
  return new Set(edge.filter((line) => keysOf(line).some((key) => repeats(pages.get(key) ?? new Set()))));
};

export interface Running {
  readonly lines: ReadonlySet<Line>;
  /** The language that the footers print, lower case. */
  readonly language: string | null;
}

/**
 * @param number the document's own number as its cover prints it, if known
 */
export const findRunning = (lines: readonly Line[], sheets: readonly Sheet[], number: string | null): Running => {
  const own = number ?? guessNumber(lines);
  const again = sheets.length > 2 ? repeated(lines) : new Set<Line>();
  const council = lines.filter((line) => zoneOf(line) === 'bottom' && own !== null && (isOwnFooter(line, own) || isFooterCells(line)));
  const found = new Set([...again, ...council]);
  const codes = [...found].flatMap((line) => (zoneOf(line) === 'bottom' ? line.text.split(' ') : [])).filter((word) => LANGUAGE.test(word));
  return { lines: found, language: mostCommon(codes)?.toLowerCase() ?? null };
};

const mostCommon = (values: readonly string[]): string | null => {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
};
