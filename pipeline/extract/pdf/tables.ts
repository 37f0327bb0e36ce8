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
  let at = cell.length;
  for (let last = cell[at - 1]; last !== undefined && Math.abs(last.y - line.y) < 1 && line.right <= last.x; last = cell[at - 1]) at -= 1;
  cell.splice(at, 0, line);
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

type Sides = Pick<Box, 'left' | 'right'>;

/** For each row the sides of its table: rows that touch make one. */
const sidesOf = (rows: readonly ReadonlyMap<Box, unknown>[]): Sides[] => {
  let table = { left: 0, right: 0, bottom: Number.NEGATIVE_INFINITY };
  const tables = rows.map((row) => {
    const boxes = [...row.keys()];
    const [top, bottom] = [Math.min(...boxes.map((box) => box.top)), Math.max(...boxes.map((box) => box.bottom))];
    if (top > table.bottom + SAME) table = { left: Number.POSITIVE_INFINITY, right: 0, bottom };
    table.left = Math.min(table.left, ...boxes.map((box) => box.left));
    table.right = Math.max(table.right, ...boxes.map((box) => box.right));
    table.bottom = Math.max(table.bottom, bottom);
    return table;
  });
  return tables;
};

/** Side by side from left to right, with an empty cell where there is room for one. */
const inOrder = (row: ReadonlyMap<Box, readonly Boxed[]>, table: Sides): RowCell[] => {
  const cells: RowCell[] = [];
  let { left: right } = table;
  for (const [box, lines] of [...row].sort(([a], [b]) => a.left - b.left)) {
    if (box.left - right > SAME) cells.push([]);
    cells.push(lines);
    right = box.right;
  }
  if (table.right - right > SAME) cells.push([]);
  return cells;
};

/**
 * The rows of ruled tables, by the first of their lines in reading order.
 * @param isOneParagraph whether the lines of a cell read as one paragraph
 */
export const findRows = (lines: readonly Line[], isOneParagraph: (lines: readonly Line[]) => boolean): Map<Line, readonly RowCell[]> => {
  const pages = new Map<number, Boxed[]>();
  for (const line of lines) {
    if (!isBoxed(line)) continue;
    const page = pages.get(line.sheet.page);
    if (page === undefined) pages.set(line.sheet.page, [line]);
    else page.push(line);
  }
  const order = new Map(lines.map((line, at) => [line, at]));
  const rows = new Map<Line, readonly RowCell[]>();
  for (const page of pages.values()) {
    const found = rowsOf(page);
    const tables = sidesOf(found);
    found.forEach((row, at) => {
      const cells = inOrder(row, tables[at] ?? { left: 0, right: 0 });
      const all = cells.flat().sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0));
      const [first] = all;
      const data = cells.every((cell) => words(cell) <= DATA_WORDS || isOneParagraph(cell));
      if (first !== undefined && row.size > 1 && data) rows.set(first, cells);
    });
  }
  return rows;
};
