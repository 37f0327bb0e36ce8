// The cells of a cover with their places, in the order in which they are read on paper. Knows nothing of what they say.

import type { Cell, Line } from '../pdf/lines.ts';

/** A cell with its place, since the lines of a cover's two columns need not match. */
export interface Placed extends Cell {
  readonly line: Line;
  readonly y: number;
}

/** Points: cells this close in height stand in one row; cells this close from left stand in one column. */
export const ROW = 4;
export const COLUMN = 12;

/** Cells row by row from the top, each row from the left. */
export const inRows = (cells: readonly Placed[]): Placed[][] => {
  const rows: Placed[][] = [];
  for (const cell of [...cells].sort((a, b) => a.y - b.y)) {
    const row = rows.at(-1);
    if (row?.[0] !== undefined && cell.y - row[0].y < ROW) row.push(cell);
    else rows.push([cell]);
  }
  return rows.map((row) => row.sort((a, b) => a.x - b.x));
};

/** Column by column from the left, each from the top. */
export const byColumn = (a: Placed, b: Placed): number => (Math.abs(a.x - b.x) > COLUMN ? a.x - b.x : a.y - b.y);

export const placed = (lines: readonly Line[]): Placed[] =>
  inRows(lines.flatMap((line) => line.cells.map((cell): Placed => ({ ...cell, line, y: line.y })))).flat();
