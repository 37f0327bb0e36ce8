// Which lines are running headers and footers. Told by what they say and by their return on other pages, never by place alone:
// a body line at the foot of a page is text.

import type { Line, Sheet } from './lines.ts';

/** Shares of the page's height in which running lines stand. */
const TOP = 0.13;
const BOTTOM = 0.14;
/** Printed with comments beside them, pages shrink and their footers rise; there they count only where the file itself calls them no text. */
const SHRUNK = 0.25;

const zoneOf = ({ y, sheet, artifact }: Line): 'top' | 'bottom' | null => {
  if (y < sheet.height * (artifact ? SHRUNK : TOP)) return 'top';
  return y > sheet.height * (1 - (artifact ? SHRUNK : BOTTOM)) ? 'bottom' : null;
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

/** Cells of a table come back on other pages one by one; only a row that comes back as a whole is running. */
const rowTexts = (lines: readonly Line[]): ReadonlyMap<Line, string> => {
  const rows = new Map<string, string>();
  const place = (line: Line): string => `${line.sheet.page}:${Math.round(line.box?.top ?? 0)}`;
  const boxed = lines.filter((line) => line.box !== null);
  for (const line of boxed) rows.set(place(line), `${rows.get(place(line)) ?? ''} | ${line.text}`);
  return new Map(boxed.map((line) => [line, rows.get(place(line)) ?? line.text]));
};

/** "Page" in the official languages; the rest of them put it after the number. */
const PAGE =
  /^(?:page|p\.|seite|s\.|side|sida|sivu|página|pág\.|pagina|pag\.|blz\.|strona|strana|stranica|stran|str\.|страница|стр\.|σελίδα|σελ\.|leathanach|lch\.|lk|puslapis|psl\.|paġna|[A-Z]{2})(?: |$)/iu;
/** `3`, `- 3 -`, `Page 3 of 10`, `3/10`, `EN 3 EN`: a cell that holds a page's number and nothing else. */
const NUMBER_CELL = /^(?:(\p{L}+\.?) )?(?:[A-Z]{1,2}-)?[-–—|·([]* ?\d{1,4}(?: ?(?:\/|\p{L}{1,4}) ?\d{1,4})? ?[-–—|·)\].]*(?: [A-Z]{2})?$/u;
/** `Annual report | 3`: a sign stands between. */
const SIGN_BEFORE = /[|·•–—] ?\d{1,4}$/;
const SIGN_AFTER = /^\d{1,4} ?[|·•–—] /;

/** Where in a cell the page's number stands. "Article 5" on page 5, and a sentence that counts with the pages, are text. */
const placeOfNumber = (cell: string): RegExp | null => {
  const alone = NUMBER_CELL.exec(cell);
  if ((alone !== null && (alone[1] === undefined || PAGE.test(`${alone[1]} `))) || SIGN_AFTER.test(cell)) return /\d+/;
  return SIGN_BEFORE.test(cell) ? /\d+$/ : null;
};

/** The same line on another page says the same at the same height, or the same but for one number that grows with the pages. */
const keysOf = (line: Line, text: string): string[] => {
  const zone = zoneOf(line);
  // Heights in overlapping steps, so that two lines a point apart share one.
  const same = /\p{L}{2}/u.test(text) ? [0, 0.5].map((shift) => `${zone}|${Math.floor(line.y / 8 + shift)}:${shift}|${text}`) : [];
  const cells = line.box === null ? line.cells.map((cell) => cell.text) : text.split(' | ');
  const numbered = cells.flatMap((cell, at) => {
    const place = placeOfNumber(cell);
    if (place === null) return [];
    const numberless = cell.replace(place, (number) => `#${Number(number) - line.sheet.page}`);
    return [`${zone}|#|${cells.with(at, numberless).join('|')}`];
  });
  // What the file itself calls no part of the text need only look alike.
  return [...same, ...numbered, ...(line.artifact ? [`${zone}|artifact|${text.replace(/\d+/g, '#')}`] : [])];
};

const shareOfSpan = (pages: ReadonlySet<number>): number => pages.size / (Math.max(...pages) - Math.min(...pages) + 1);

/** On most pages between the first and the last of them, and on a fair share of the document: table cells come back too, but not so often. */
const repeats = (pages: ReadonlySet<number>, total: number): boolean =>
  pages.size >= Math.max(3, total * 0.08) && shareOfSpan(pages) >= 0.4;

/** A file bound from several documents has the running lines of each: on few pages of the whole, but on all of their own, and outermost. */
const repeatsNearby = (pages: ReadonlySet<number>): boolean => pages.size >= 3 && shareOfSpan(pages) > 0.8;

/** The first and last line of each page by height. */
const outermost = (lines: readonly Line[]): ReadonlySet<Line> => {
  const ends = new Map<number, { first: Line; last: Line }>();
  for (const line of lines) {
    if (line.turned) continue;
    const { first, last } = ends.get(line.sheet.page) ?? { first: line, last: line };
    ends.set(line.sheet.page, { first: line.y < first.y ? line : first, last: line.y >= last.y ? line : last });
  }
  return new Set([...ends.values()].flatMap(({ first, last }) => [first, last]));
};

const repeated = (lines: readonly Line[], total: number): Line[] => {
  const rows = rowTexts(lines);
  const outer = outermost(lines);
  const edge = lines.filter((line) => zoneOf(line) !== null && !line.turned);
  const keys = new Map(edge.map((line) => [line, keysOf(line, rows.get(line) ?? line.text)]));
  const pages = new Map<string, Set<number>>();
  for (const [line, own] of keys) for (const key of own) pages.set(key, (pages.get(key) ?? new Set()).add(line.sheet.page));
  return edge.filter((line) =>
    keys.get(line)?.some((key) => {
      const on = pages.get(key) ?? new Set();
      return repeats(on, total) || (outer.has(line) && repeatsNearby(on)) || (line.artifact && on.size > 1);
    }),
  );
};

/** Watermarks and stamps along the margin: the same words at the same place of several pages. */
const stamps = (lines: readonly Line[]): Line[] => {
  const pages = new Map<string, Set<number>>();
  const key = (line: Line): string => `${Math.round(line.x / 8)}:${Math.round(line.y / 8)}:${line.text}`;
  const turned = lines.filter((line) => line.turned);
  for (const line of turned) pages.set(key(line), (pages.get(key(line)) ?? new Set()).add(line.sheet.page));
  return turned.filter((line) => (pages.get(key(line))?.size ?? 0) > 1);
};

/**
 * The heading of a table, said again on each page that the table goes on over: nothing stands between it and the cells before.
 * @param lines without other running lines
 */
const headsAgain = (lines: readonly Line[]): Line[] => {
  const ends = new Map<number, { first: Line; last: Line }>();
  for (const line of lines) ends.set(line.sheet.page, { first: ends.get(line.sheet.page)?.first ?? line, last: line });
  const goesOn = (page: number): boolean => {
    const [before, now] = [ends.get(page - 1)?.last, ends.get(page)?.first];
    return before?.box != null && now?.box != null;
  };
  const tops = new Map<number, Line[]>();
  for (const line of lines) {
    if (line.box === null) continue;
    const [before] = tops.get(line.sheet.page) ?? [];
    const height = line.box.top - (before?.box?.top ?? Number.POSITIVE_INFINITY);
    if (height < -3) tops.set(line.sheet.page, [line]);
    else if (height < 3) tops.get(line.sheet.page)?.push(line);
  }
  const saying = (row: readonly Line[] = []): string =>
    row.map((line) => `${Math.round((line.box?.left ?? 0) / 4)} ${line.text}`).join('|');
  return [...tops].flatMap(([page, row]) =>
    /\p{L}{2}/u.test(saying(row)) && saying(row) === saying(tops.get(page - 1)) && goesOn(page) ? row : [],
  );
};

/** What stands on top of page 1 and of every page after it is a title: it is kept there. */
const withoutTitle = (running: readonly Line[]): Line[] => {
  const later = new Set(running.filter(({ sheet }) => sheet.page > 1).map((line) => line.text));
  return running.filter(
    (line) => !(line.sheet.page === 1 && zoneOf(line) === 'top' && later.has(line.text) && /\p{L}{2}/u.test(line.text)),
  );
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
  const again = repeated(lines, sheets.length);
  const council = own === null ? [] : foot.filter((line) => isOwnFooter(line, own) || isFooterCells(line));
  const codes = [...council, ...again.filter((line) => zoneOf(line) === 'bottom')]
    .flatMap((line) => line.text.split(' '))
    .filter((word) => IS_LANGUAGE.test(word));
  const language = mostCommon(codes)?.value ?? null;
  // The first page of a Commission or Parliament document has its language at both ends of the foot, without the page number.
  const alone =
    language === null ? [] : foot.filter(({ size, text }) => size >= LARGE && text.startsWith(language) && text.endsWith(language));
  const running = new Set([...withoutTitle(again), ...council, ...alone, ...stamps(lines)]);
  return {
    lines: new Set([...running, ...headsAgain(lines.filter((line) => !running.has(line)))]),
    language: language?.toLowerCase() ?? null,
  };
};
