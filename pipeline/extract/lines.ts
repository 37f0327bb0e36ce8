// Pieces of text with their places on a page become lines. Knows geometry only: not what a line says, nor which lines belong together.

import { superscript, tidy, tidyPiece } from './tidy.ts';

/** One run of characters as the PDF reader gives it, in points from the page's upper left corner as it is shown. */
export interface Piece {
  readonly text: string;
  readonly x: number;
  /** Of the baseline, downwards. */
  readonly y: number;
  readonly width: number;
  /** Height of the font; also set for white space. */
  readonly size: number;
  readonly font: string;
  /** Does not run from left to right: stamps along the margin. */
  readonly turned: boolean;
}

/** What stands together in a line, parted from the rest by a gap that is wider than a word gap. */
export interface Cell {
  readonly text: string;
  readonly x: number;
  readonly right: number;
}

export interface Sheet {
  readonly page: number;
  readonly width: number;
  readonly height: number;
}

export interface Line {
  readonly sheet: Sheet;
  readonly text: string;
  readonly cells: readonly Cell[];
  readonly x: number;
  readonly right: number;
  readonly y: number;
  /** Of the largest characters. */
  readonly size: number;
  /** Of the first characters that are not a mark; an opaque name. */
  readonly font: string;
  /** Begins with a raised number, as footnotes do. */
  readonly raised: boolean;
}

/** As shares of the font size. Justified Council texts stretch word gaps up to 0.7; labels stand more than 1 away from their values. */
const WORD_GAP = 0.15;
const CELL_GAP = 1;

const isMark = (piece: Piece, base: Piece): boolean =>
  piece.size < base.size * 0.8 && base.y - piece.y > base.size * 0.12 && /^[\d*,]+$/.test(piece.text.trim());

const sameLine = (piece: Piece, line: readonly Piece[]): boolean => {
  const last = line.at(-1);
  if (last === undefined || piece.turned !== last.turned) return false;
  const base = line.reduce((a, b) => (b.size > a.size ? b : a));
  if (piece.turned) return Math.abs(piece.x - last.x) < last.size * 0.3;
  const apart = Math.abs(piece.y - base.y);
  const size = Math.max(piece.size, base.size);
  // Raised and lowered characters belong to the line that they lean on, when they are smaller than it.
  const near = apart < size * 0.25 || (apart < size * 0.6 && Math.min(piece.size, last.size) < size * 0.85);
  return near && piece.x > last.x + last.width - base.size;
};

/** The gap is measured, since PDF writers give spaces a width of their own, or none. */
const gapBefore = (piece: Piece, last: Piece | undefined): number =>
  last === undefined || piece.turned ? 0 : (piece.x - last.x - last.width) / Math.max(piece.size, last.size);

/** A raised number is a footnote's mark, but after a unit or a ten it is a power. */
const shown = (piece: Piece, base: Piece, before: string): string => {
  if (!isMark(piece, base)) return tidyPiece(piece.text);
  const mark = superscript(piece.text.trim());
  return /(?:^|[ \d])(?:[kcmd]?m|10)$/.test(before) || before === '' || before.endsWith(' ') ? mark : ` ${mark}`;
};

const toLine = (pieces: readonly Piece[], sheet: Sheet): Line | null => {
  const visible = pieces.filter((piece) => piece.text.trim() !== '');
  const [first] = visible;
  if (first === undefined) return null;
  const base = visible.reduce((a, b) => (b.size > a.size ? b : a));
  const cells: { text: string; x: number; right: number }[] = [];
  let last: Piece | undefined;
  let blank = false;
  for (const piece of pieces) {
    if (piece.text.trim() === '') {
      blank ||= piece.text !== '';
      continue;
    }
    const gap = gapBefore(piece, last);
    const cell = cells.at(-1);
    if (cell === undefined || gap > CELL_GAP) cells.push({ text: shown(piece, base, ''), x: piece.x, right: piece.x + piece.width });
    else {
      const before = cell.text + (blank || gap > WORD_GAP ? ' ' : '');
      // A mark brings its own space where it needs one.
      const start = isMark(piece, base) ? cell.text : before;
      cell.text = start + shown(piece, base, start) + (isMark(piece, base) && /\s$/.test(piece.text) ? ' ' : '');
      cell.right = piece.x + piece.width;
    }
    // After a footnote's mark at the start of its line comes a space, even where the PDF has none.
    blank = last === undefined && isMark(piece, base);
    last = piece;
  }
  const clean = cells
    .map((cell) => ({ ...cell, text: tidy(cell.text).replace(/([⁰¹²³⁴-⁹]) (?=[,.;:)])/g, '$1') }))
    .filter((cell) => cell.text !== '');
  const text = clean.map((cell) => cell.text).join(' ');
  const right = Math.max(...cells.map((cell) => cell.right));
  const { y, size, font } = base;
  return text === '' ? null : { sheet, text, cells: clean, x: first.x, right, y, size, font, raised: isMark(first, base) };
};

/** Spreadsheets write some cells of a row later: `€` between a name and a sum, both already there. */
const completesRow = (line: Line, row: Line | undefined): boolean =>
  row !== undefined &&
  row.cells.length >= 3 &&
  Math.abs(line.y - row.y) < 1 &&
  line.cells.every((cell) => row.cells.every((other) => cell.right <= other.x || cell.x >= other.right));

/** Lines in the order of the content stream, which in these documents is the reading order. */
export const toLines = (pieces: readonly Piece[], sheet: Sheet): Line[] => {
  const groups: Piece[][] = [];
  for (const piece of pieces) {
    const group = groups.at(-1);
    // Empty pieces only say "new line", which the places say better.
    if (piece.text === '') continue;
    if (group !== undefined && sameLine(piece, group)) group.push(piece);
    else groups.push([piece]);
  }
  const lines: Line[] = [];
  for (const group of groups) {
    const line = toLine(group, sheet);
    const row = lines.at(-1);
    if (line === null) continue;
    if (row === undefined || !completesRow(line, row)) {
      lines.push(line);
      continue;
    }
    const cells = [...row.cells, ...line.cells].sort((a, b) => a.x - b.x);
    lines[lines.length - 1] = { ...row, cells, text: cells.map((cell) => cell.text).join(' '), right: Math.max(row.right, line.right) };
  }
  return lines;
};
