// Pieces of text with their places on a page become lines. Knows geometry only: not what a line says, nor which lines belong together.

import type { Run } from '../../marks.ts';
import { superscript, tidyPiece } from '../tidy.ts';
import type { Box } from './boxes.ts';
import { CELL_GAP, type Piece, WORD_GAP } from './pieces.ts';

/** What stands together in a line, parted from the rest by a gap that is wider than a word gap. */
export interface Cell {
  /** All words, struck ones too. */
  readonly text: string;
  /** The same with their drafting marks. */
  readonly runs: readonly Run[];
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
  /** Of most of the characters. */
  readonly font: string;
  /** The file says that it is no part of the text. */
  readonly artifact: boolean;
  /** Does not run from left to right: stamps along the margin, watermarks. */
  readonly turned: boolean;
  /** The cell of a ruled table that it stands in. */
  readonly box: Box | null;
  /** Begins with a raised number, as footnotes do. */
  readonly raised: boolean;
}

const isMark = (piece: Piece, base: Piece): boolean =>
  piece.size < base.size * 0.8 && base.y - piece.y > base.size * 0.12 && /^[\d*,]+$/.test(piece.text.trim());

/** What will be a line, and its largest piece. */
interface Group {
  readonly box: Box | null;
  readonly pieces: Piece[];
  base: Piece;
}

const sameLine = (piece: Piece, { pieces, base }: Group): boolean => {
  const last = pieces.at(-1);
  if (last === undefined || piece.turned !== last.turned) return false;
  // Its characters come one by one, up or down the page or on a slope.
  if (piece.turned) return Math.hypot(piece.x - last.x, piece.y - last.y) < last.size * 1.5;
  const apart = Math.abs(piece.y - base.y);
  const size = Math.max(piece.size, base.size);
  // Raised and lowered characters belong to the line that they lean on, when they are smaller than it.
  const near = apart < size * 0.25 || (apart < size * 0.6 && Math.min(piece.size, last.size) < size * 0.85);
  return near && piece.x > last.x + last.width - base.size;
};

/** The gap is measured, since PDF writers give spaces a width of their own, or none. */
const gapBefore = (piece: Piece, last: Piece | undefined): number =>
  last === undefined || piece.turned ? 0 : (piece.x - last.x - last.width) / Math.max(piece.size, last.size);

/** A raised number is a footnote's mark and stands apart, but after a unit or a ten it is a power. */
const shown = (piece: Piece, mark: boolean, before: string): string => {
  if (!mark) return tidyPiece(piece.text);
  const raised = superscript(piece.text);
  return before === '' || before.endsWith(' ') || /(?:^|[ \d])(?:[kcmd]?m|10)$/.test(before) ? raised : ` ${raised}`;
};

interface Growing {
  text: string;
  readonly runs: Run[];
  readonly x: number;
  right: number;
}

const write = (cell: Growing, text: string, { bold, underlined, struck }: Piece): void => {
  cell.text += text;
  cell.runs.push({ text, bold, underlined, struck, link: null });
};

/** Punctuation after a footnote's mark stands close to it. */
const CLOSE = /^[,.;:)\]]/;

const toCells = (pieces: readonly Piece[], base: Piece): Growing[] => {
  const cells: Growing[] = [];
  let last: Piece | undefined;
  let afterMark = false;
  for (const piece of pieces) {
    const mark = isMark(piece, base);
    const gap = gapBefore(piece, last);
    if (cells.length === 0 || gap > CELL_GAP) cells.push({ text: '', runs: [], x: piece.x, right: piece.x });
    const cell = cells[cells.length - 1] as Growing; // There is one now.
    // A footnote's mark brings its own space where it needs one, and is followed by one, even where the PDF has none.
    const space = afterMark ? !CLOSE.test(piece.text) : !mark && (piece.blank || gap > WORD_GAP);
    if (space && cell.text !== '' && !cell.text.endsWith(' ')) write(cell, ' ', piece);
    write(cell, shown(piece, mark, cell.text), piece);
    cell.right = piece.x + piece.width;
    afterMark = mark;
    last = piece;
  }
  return cells;
};

/** What most of the characters are set in. */
const mainFont = (pieces: readonly Piece[]): string => {
  const letters = new Map<string, number>();
  for (const { font, text } of pieces) letters.set(font, (letters.get(font) ?? 0) + text.length);
  return [...letters].reduce((a, b) => (b[1] > a[1] ? b : a), ['', 0] as [string, number])[0];
};

const toLine = ({ pieces, box, base }: Group, sheet: Sheet): Line | null => {
  const [first] = pieces;
  if (first === undefined) return null;
  const cells = toCells(pieces, base)
    .map((cell) => ({ ...cell, text: cell.text.replace(/ {2,}/g, ' ').trim() }))
    .filter((cell) => cell.text !== '');
  const text = cells.map((cell) => cell.text).join(' ');
  const right = Math.max(...cells.map((cell) => cell.right));
  const { y, size } = base;
  const font = mainFont(pieces);
  const artifact = pieces.every((piece) => piece.artifact);
  return text === ''
    ? null
    : { sheet, text, cells, x: first.x, right, y, size, font, artifact, turned: first.turned, box, raised: isMark(first, base) };
};

/** Spreadsheets write some cells of a row later: `€` between a name and a sum, both already there. */
const completesRow = (line: Line, row: Line | undefined): boolean =>
  row !== undefined &&
  row.box === null &&
  line.box === null &&
  row.cells.length >= 3 &&
  Math.abs(line.y - row.y) < 1 &&
  line.cells.every((cell) => row.cells.every((other) => cell.right <= other.x || cell.x >= other.right));

/**
 * Lines in the order of the content stream, which in these documents is the reading order.
 * @param boxAt the cell of a ruled table at a point of the page
 */
export const toLines = (pieces: readonly Piece[], sheet: Sheet, boxAt: (x: number, y: number) => Box | null): Line[] => {
  const groups: Group[] = [];
  for (const piece of pieces) {
    const group = groups.at(-1);
    const box = piece.turned ? null : boxAt(piece.x + Math.min(piece.width, piece.size) / 2, piece.y - piece.size * 0.3);
    if (group === undefined || group.box !== box || !sameLine(piece, group)) {
      groups.push({ box, pieces: [piece], base: piece });
      continue;
    }
    group.pieces.push(piece);
    if (piece.size > group.base.size) group.base = piece;
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
