// Rows of ruled tables: which cells stand side by side, and whether they read as a row or as columns of text.

import type { Box } from './boxes.ts';
import type { Line } from './lines.ts';

/** One cell's lines, in their order. An empty cell between two others has none. */
export type RowCell = readonly Line[];

/** Points: cells of a row begin at one height and touch. */
const SAME = 3;
/** Cells with more words than this, in several paragraphs, are columns of text and no data. */
const DATA_WORDS = 60;

type Boxed = Line & { readonly box: Box };

const isBoxed = (line: Line): line is Boxed => line.box !== null;

const words = (lines: readonly Line[]): number => lines.reduce((sum, line) => sum + line.text.split(' ').length, 0);

/** Spreadsheets write the currency after the sum that it stands before. */
const insert = (cell: Boxed[], line: Boxed): void => {
  const last = cell.at(-1);
  const before = last !== undefined && Math.abs(last.y - line.y) < 1 && line.right <= last.x;
  cell.splice(before ? cell.length - 1 : cell.length, 0, line);
};

/** The boxed lines of one page by cell, the cells by the height of their tops. */
const rowsOf = (lines: readonly Boxed[]): Map<Box, Boxed[]>[] => {
  const cells = new Map<Box, Boxed[]>();
  for (const line of lines) {
    const own = cells.get(line.box);
    if (own === undefined) cells.set(line.box, [line]);
    else insert(own, line);
  }
  const rows: Map<Box, Boxed[]>[] = [];
  for (const [box, own] of [...cells].sort(([a], [b]) => a.top - b.top || a.left - b.left)) {
    const row = rows.findLast((other) => {
      const [first] = other.keys();
      return first !== undefined && Math.abs(first.top - box.top) < SAME;
    });
    if (row === undefined) rows.push(new Map([[box, own]]));
    else row.set(box, own);
  }
  return rows;
};

/** Side by side from left to right, with an empty cell where there is room for one. */
const inOrder = (row: ReadonlyMap<Box, readonly Boxed[]>): RowCell[] => {
  const cells: RowCell[] = [];
  let right: number | null = null;
  for (const [box, lines] of [...row].sort(([a], [b]) => a.left - b.left)) {
    if (right !== null && box.left - right > SAME) cells.push([]);
    cells.push(lines);
    right = box.right;
  }
  return cells;
};

/**
 * The rows of ruled tables, by the first of their lines in reading order.
 * @param isOneParagraph whether the lines of a cell read as one paragraph
 */
export const findRows = (lines: readonly Line[], isOneParagraph: (lines: readonly Line[]) => boolean): Map<Line, readonly RowCell[]> => {
  const pages = new Map<number, Boxed[]>();
  for (const line of lines) if (isBoxed(line)) pages.set(line.sheet.page, [...(pages.get(line.sheet.page) ?? []), line]);
  const order = new Map(lines.map((line, at) => [line, at]));
  const rows = new Map<Line, readonly RowCell[]>();
  for (const page of pages.values()) {
    for (const row of rowsOf(page)) {
      const cells = inOrder(row);
      const all = cells.flat().sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0));
      const [first] = all;
      const data = cells.every((cell) => words(cell) <= DATA_WORDS || isOneParagraph(cell));
      if (first !== undefined && row.size > 1 && data) rows.set(first, cells);
    }
  }
  return rows;
};
