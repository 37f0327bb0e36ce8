// Which lines are running headers and footers. Told by what they say and by their return on other pages, never by place alone:
// a body line at the foot of a page is text.

import type { Line, Sheet } from './lines.ts';

/** Shares of the page's height in which running lines stand. */
const TOP = 0.13;
const BOTTOM = 0.14;

const zoneOf = ({ y, sheet }: Line): 'top' | 'bottom' | null => {
  if (y < sheet.height * TOP) return 'top';
  return y > sheet.height * (1 - BOTTOM) ? 'bottom' : null;
};

// What the Council's footers hold besides the document's own number: `14860/1/18 REV 1  GK/cr  1  JAI.1  LIMITE  EN`.
const LANGUAGE = '(?:BG|CS|DA|DE|EL|EN|ES|ET|FI|FR|GA|HR|HU|IT|LT|LV|MT|NL|PL|PT|RO|SK|SL|SV)';
const UNIT = '(?:DG ?[A-Z](?: ?\\d)?(?: ?[A-Z])?|[A-Z]{2,7}\\.[A-Z\\d](?:\\.[A-Z\\d])*|JUR|DPG|DRI)';
/** `GIP 1B`: too much like a heading to be trusted without the number before it. */
const SPACED_UNIT = '[A-Z]{2,7} \\d[A-Z]?';
const MARK = '(?:LIMITE|PUBLIC|RESTREINT UE/EU RESTRICTED|ANNEX TO THE ANNEX|ANNEX(?: [IVX\\d]+)?|\\d{1,4})';
const INITIALS = '[A-Za-z]{1,4}(?:/[A-Za-z]{1,4})*';

const AFTER_NUMBER = new RegExp(`^(?: ${INITIALS})??(?: (?:${LANGUAGE}|${UNIT}|${SPACED_UNIT}|${MARK}))*$`);
const CELLS = new RegExp(`^(?:${LANGUAGE}|${UNIT}|${MARK})(?: (?:${LANGUAGE}|${UNIT}|${MARK}))*$`);
const TELLING = new RegExp(`(?:^| )(?:${LANGUAGE}|${UNIT})(?= |$)`);
const LONE = new RegExp(`^(?:${LANGUAGE}|LIMITE)$`);
const IS_LANGUAGE = new RegExp(`^${LANGUAGE}$`);
/** Points: `EN` and `LIMITE` are printed larger than any text at the foot of a page. */
const LARGE = 14;

/** Page and unit may be glued (`1GIP.B`), a number loose (`8261/1 /26`). */
const loosened = (line: Line): string => line.text.replace(/ (\d{1,4})(?=[A-Z]{2})/g, ' $1 ').replace(/ ?\/ ?/g, '/');

/** `ANNEX  GIP.B  LIMITE  EN`: footer cells and nothing else. A lone `DE` is a footer only in the footer's large type. */
const isFooterCells = (line: Line): boolean =>
  LONE.test(line.text) ? line.size >= LARGE : CELLS.test(loosened(line)) && TELLING.test(loosened(line));

/** The own number at the foot, alone or followed by initials, page, unit, language. */
const isOwnFooter = (line: Line, number: string): boolean =>
  loosened(line).startsWith(number) && AFTER_NUMBER.test(loosened(line).slice(number.length));

const mostCommon = (values: readonly string[]): { value: string; count: number } | null => {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  const [most] = [...counts].sort((a, b) => b[1] - a[1]);
  return most === undefined ? null : { value: most[0], count: most[1] };
};

/** A number that no cover told: the one that the foot of several pages begins with. */
const guessNumber = (foot: readonly Line[]): string | null => {
  const number = /^(?:(?:CM|WK|PE-CONS) )?\d{3,6}(?:\/\d{1,2})?\/(?:20)?\d{2}(?: (?:REV|ADD|COR|EXT|DCL) \d+)*(?= |$)/;
  const most = mostCommon(foot.map((line) => number.exec(line.text)?.[0] ?? '').filter((found) => found !== ''));
  return most !== null && most.count >= 2 ? most.value : null;
};

/** The same line on another page says the same at the same height, or the same but for one number that grows with the pages. */
const keysOf = (line: Line): string[] => {
  const zone = zoneOf(line);
  // Heights in overlapping steps, so that two lines a point apart share one.
  const same = /\p{L}{2}/u.test(line.text)
    ? [0, 0.5].map((shift) => `${zone}|${Math.floor(line.y / 8 + shift)}:${shift}|${line.text}`)
    : [];
  const numbered = [...line.text.matchAll(/\d+/g)].flatMap((match) => {
    const before = line.text.slice(0, match.index);
    // "Article 5" on page 5 and "Article 6" on page 6 are headings.
    if (/^\p{L}+\.? $/u.test(before) && !/^(?:page|seite|p\.|[A-Z]{2}) $/i.test(before)) return [];
    return [`${zone}|#|${before}#${Number(match[0]) - line.sheet.page}${line.text.slice(match.index + match[0].length)}`];
  });
  return [...same, ...numbered];
};

/** On most pages between the first and the last of them, and on a fair share of the document: table cells come back too, but not so often. */
const repeats = (pages: ReadonlySet<number>, total: number): boolean => {
  const span = Math.max(...pages) - Math.min(...pages) + 1;
  return pages.size >= Math.max(3, total * 0.08) && pages.size / span >= 0.4;
};

const repeated = (edge: readonly Line[], total: number): Line[] => {
  const pages = new Map<string, Set<number>>();
  for (const line of edge) {
    for (const key of keysOf(line)) pages.set(key, (pages.get(key) ?? new Set()).add(line.sheet.page));
  }
  return edge.filter((line) => keysOf(line).some((key) => repeats(pages.get(key) ?? new Set(), total)));
};

export interface Running {
  readonly lines: ReadonlySet<Line>;
  /** The language that the footers print, lower case. */
  readonly language: string | null;
}

/** @param number the document's own number as its cover prints it, if known */
export const findRunning = (lines: readonly Line[], sheets: readonly Sheet[], number: string | null): Running => {
  const foot = lines.filter((line) => zoneOf(line) === 'bottom');
  const own = number ?? guessNumber(foot);
  const again = repeated(
    lines.filter((line) => zoneOf(line) !== null),
    sheets.length,
  );
  const council = own === null ? [] : foot.filter((line) => isOwnFooter(line, own) || isFooterCells(line));
  const codes = [...council, ...again.filter((line) => zoneOf(line) === 'bottom')]
    .flatMap((line) => line.text.split(' '))
    .filter((word) => IS_LANGUAGE.test(word));
  const language = mostCommon(codes)?.value ?? null;
  // The first page of a Commission or Parliament document has its language at both ends of the foot, without the page number.
  const alone =
    language === null ? [] : foot.filter(({ size, text }) => size >= LARGE && text.startsWith(language) && text.endsWith(language));
  return { lines: new Set([...again, ...council, ...alone]), language: language?.toLowerCase() ?? null };
};
