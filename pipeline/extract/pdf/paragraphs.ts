// Lines become paragraphs: where one ends on a page, and which go on over the edge of a column or page.
// Works on places and on how lines begin and end; what kind of block a paragraph is, is decided in blocks.ts.

import { findFootnotes } from './footnotes.ts';
import type { Line } from './lines.ts';
import { findRows, type RowCell } from './tables.ts';

export interface Paragraph {
  readonly footnote: boolean;
  /** The cells of a row of a table; null where it is none. */
  readonly row: readonly RowCell[] | null;
  readonly lines: readonly Line[];
}

/** `1.`, `(a)`, `(27a)`, `iv)`, `–` before a text; several where one is struck and another put in its place. */
export const LIST_MARK =
  /^[‘“"']?(?:\(?\d{1,3}[a-z]{0,2}\)|\d{1,3}\.(?:\d{1,2}\.?)*|\(?[a-z]{1,2}\)|\(?[ivxlc]{1,5}\)|[–—•▪➢✓-]|\[\d+\])+(?= )/u;
/** Also the page number that ends a line of a table of contents. */
const TERMINAL = /[.;:!?][)"’”'\]]*(?: ?[¹²³⁰⁴-⁹]+)?$|\.{3} ?\d+$/;
/** No sentence ends with one of these. */
export const DANGLING = /(?:,|-|(?:^| )(?:a|an|and|as|at|by|for|from|in|of|on|or|that|the|to|under|which|with))$/;

/** Nobody knows whether what is blacked out as a whole goes on with a sentence. */
const isGap = (lines: readonly Line[]): boolean => lines.every((line) => /^█+$/.test(line.text));

const hasMark = (line: Line): boolean => LIST_MARK.test(line.text);
const ends = (line: Line): boolean => TERMINAL.test(line.text);
const startsLow = (line: Line): boolean => /^[("‘“'[]?\p{Ll}/u.test(line.text);
const sameSize = (a: Line, b: Line): boolean => Math.abs(a.size - b.size) < Math.max(a.size, b.size) * 0.13;
const samePage = (a: Line, b: Line): boolean => a.sheet.page === b.sheet.page;

/** What the rules about line ends need to know of the document. */
interface Measure {
  /** The usual distance of two lines of this size. */
  readonly pitch: (line: Line) => number;
  /** Where lines that begin near this one's beginning end at most. */
  readonly edge: (line: Line) => number;
}

const isFull = (line: Line, { edge }: Measure): boolean => line.right > edge(line) - (edge(line) - line.x) * 0.2;

/** Whether the next line's first word would have fitted: in narrow columns a long word leaves much of a line empty. */
const hasRoom = (line: Line, next: Line, { edge }: Measure): boolean => {
  const word = next.text.indexOf(' ') === -1 ? next.text.length : next.text.indexOf(' ') + 1;
  return line.right + ((next.right - next.x) / next.text.length) * word < edge(line);
};

const measure = (lines: readonly Line[]): Measure => {
  const distances = new Map<number, Map<number, number>>();
  const edges = new Map<string, number>();
  const place = (line: Line, column: number): string => `${line.sheet.page}:${column}`;
  lines.forEach((line, at) => {
    const column = Math.round(line.x / 20);
    for (const near of [column - 1, column, column + 1])
      edges.set(place(line, near), Math.max(edges.get(place(line, near)) ?? 0, line.right));
    const next = lines[at + 1];
    const gap = next !== undefined && samePage(line, next) ? Math.round((next.y - line.y) * 2) / 2 : 0;
    if (gap < line.size * 0.8 || gap > line.size * 2) return;
    const size = Math.round(line.size);
    const counts = distances.get(size) ?? new Map<number, number>();
    distances.set(size, counts.set(gap, (counts.get(gap) ?? 0) + 1));
  });
  const usual = new Map([...distances].map(([size, counts]) => [size, [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]?.[0]]));
  return {
    pitch: (line) => usual.get(Math.round(line.size)) ?? line.size * 1.2,
    edge: (line) => edges.get(place(line, Math.round(line.x / 20))) ?? line.right,
  };
};

type Break = (next: Line, paragraph: readonly Line[], measure: Measure) => boolean;

const lastOf = (lines: readonly Line[]): Line => lines[lines.length - 1] as Line; // Paragraphs are never empty.

/** Each rule says why a line cannot belong to the paragraph before it. */
const BREAKS: readonly Break[] = [
  /** Another cell of a table. */
  (next, paragraph) => next.box !== lastOf(paragraph).box,
  /** Another page, a column to the right, a cell beside: the next line is not below. */
  (next, paragraph) => !samePage(next, lastOf(paragraph)) || next.y < lastOf(paragraph).y + next.size * 0.4,
  (next, paragraph) => next.x > lastOf(paragraph).right || next.right < lastOf(paragraph).x,
  (next, paragraph) => !sameSize(next, lastOf(paragraph)),
  /** A wider gap than between the lines before. */
  (next, paragraph, { pitch }) => {
    const [a, b] = paragraph;
    const usual = a !== undefined && b !== undefined ? b.y - a.y : pitch(next);
    return next.y - lastOf(paragraph).y > Math.min(usual, next.size * 2) * 1.25;
  },
  /** A list mark where a sentence has ended, in the column of the mark before, or further out. */
  (next, paragraph) => {
    const [first, second] = paragraph;
    if (!hasMark(next) || first === undefined) return false;
    const sameMark = hasMark(first) && Math.abs(next.x - first.x) < 3 && (second === undefined || Math.abs(second.x - first.x) > 3);
    return ends(lastOf(paragraph)) || sameMark || next.x < lastOf(paragraph).x - 3;
  },
  /** A sentence that ends well before the edge, and a new one. */
  (next, paragraph, m) =>
    ends(lastOf(paragraph)) && !isFull(lastOf(paragraph), m) && hasRoom(lastOf(paragraph), next, m) && !startsLow(next),
];

/** Boxes as wide as each other: the rows of a table with lines between its rows only. */
const isStacked = ({ box: a }: Line, { box: b }: Line): boolean =>
  a !== null && b !== null && a !== b && Math.abs(a.left - b.left) < 3 && Math.abs(a.right - b.right) < 3;

/** Words driven apart to fill a line, all of them as far: no cells. */
const isJustified = ({ cells, size }: Line): boolean => {
  const gaps = cells.slice(1).map((cell, at) => cell.x - (cells[at]?.right ?? 0));
  return Math.max(...gaps) < size * 3 && Math.max(...gaps) < Math.min(...gaps) * 1.3;
};

/** A line of three cells or more that stand under those of a neighbour; of two where lines are drawn between the rows. */
const isRow = (line: Line, neighbour: Line | undefined): boolean => {
  if (neighbour === undefined || !samePage(line, neighbour) || Math.abs(line.y - neighbour.y) > line.size * 3) return false;
  if (isStacked(line, neighbour)) return line.cells.length >= 2 && neighbour.cells.length >= 2;
  const under = line.cells.filter((a) => neighbour.cells.some((b) => Math.abs(a.x - b.x) < 3 || Math.abs(a.right - b.right) < 3));
  return line.cells.length >= 3 && neighbour.cells.length >= 3 && under.length >= 2 && !isJustified(line) && !isJustified(neighbour);
};

/** A line of a table without rules, by its own cells. */
const ownRow = (line: Line): RowCell[] =>
  line.cells.map((cell) => [{ ...line, cells: [cell], text: cell.text, x: cell.x, right: cell.right }]);

const isOneParagraph = (lines: readonly Line[], m: Measure): boolean =>
  lines.every((line, at) => at === 0 || !BREAKS.some((rule) => rule(line, lines.slice(0, at), m)));

const group = (lines: readonly Line[], m: Measure): Paragraph[] => {
  const footnotes = findFootnotes(lines, { ends, dangles: (line) => DANGLING.test(line.text) });
  const ruled = findRows(lines, (cell) => isOneParagraph(cell, m));
  const inRows = new Set([...ruled.values()].flat(2));
  const paragraphs: { footnote: boolean; row: readonly RowCell[] | null; lines: Line[] }[] = [];
  lines.forEach((line, at) => {
    const open = paragraphs.at(-1);
    const footnote = footnotes.has(line);
    if (inRows.has(line)) {
      const row = ruled.get(line);
      if (row !== undefined) paragraphs.push({ footnote: false, row, lines: row.flat() });
      return;
    }
    const row = !footnote && (isRow(line, lines[at - 1]) || isRow(line, lines[at + 1])) ? ownRow(line) : null;
    const starts =
      open === undefined ||
      row !== null ||
      open.row !== null ||
      open.footnote !== footnote ||
      (footnote && line.raised) ||
      BREAKS.some((rule) => rule(line, open.lines, m));
    if (starts) paragraphs.push({ footnote, row, lines: [line] });
    else open.lines.push(line);
  });
  return paragraphs;
};

/** Whether a sentence goes on over the end of a page, or of a column on the same page. */
const goesOn = (before: Line, after: Line, m: Measure): boolean => {
  if (ends(before) || hasMark(after) || !sameSize(before, after)) return false;
  if (samePage(before, after))
    return after.y < before.y && after.x > before.right && isFull(before, m) && (startsLow(after) || isFull(after, m));
  // Left and right pages can have margins of their own.
  const under = Math.abs(before.x - after.x) < 60 || Math.abs(before.right - before.x - after.right + after.x) < 10;
  return under && (startsLow(after) || DANGLING.test(before.text) || (isFull(before, m) && isFull(after, m)));
};

/**
 * Paragraphs in reading order; the footnotes of a page follow the paragraph that goes on from it.
 * @param lines the body, without running lines and cover
 */
export const toParagraphs = (lines: readonly Line[]): Paragraph[] => {
  const m = measure(lines);
  const result: Paragraph[] = [];
  let [body, note] = [-1, -1];
  for (const paragraph of group(lines, m)) {
    const open = result[body];
    const [first] = paragraph.lines;
    const noteBefore = result[note];
    if (paragraph.footnote && first?.raised === false && noteBefore !== undefined) {
      result[note] = { ...noteBefore, lines: [...noteBefore.lines, ...paragraph.lines] };
      continue;
    }
    if (
      open !== undefined &&
      first !== undefined &&
      !paragraph.footnote &&
      paragraph.row === null &&
      open.row === null &&
      !isGap(open.lines) &&
      !isGap(paragraph.lines) &&
      goesOn(lastOf(open.lines), first, m)
    ) {
      result[body] = { ...open, lines: [...open.lines, ...paragraph.lines] };
      continue;
    }
    result.push(paragraph);
    if (paragraph.footnote) note = result.length - 1;
    else body = result.length - 1;
  }
  return result;
};
