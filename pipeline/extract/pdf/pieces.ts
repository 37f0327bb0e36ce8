// Painted characters become pieces of text of one style. The drafting marks are found here: a thin line through words strikes them,
// one under them underlines them. By character, not by piece: a file often draws "6362" at once and strikes half of it.

import type { Glyph } from './painted.ts';
import type { Painting } from './painting.ts';
import type { Rule } from './strokes.ts';

/** What the author's pen did to some words. */
export interface Style {
  readonly bold: boolean;
  readonly underlined: boolean;
  readonly struck: boolean;
}

/** Characters of one style without a gap, in points from the page's upper left corner as it is shown. */
export interface Piece extends Style {
  /** Without space at its ends. */
  readonly text: string;
  /** White space stands before it in the file. */
  readonly blank: boolean;
  readonly x: number;
  /** Of the baseline, downwards. */
  readonly y: number;
  readonly width: number;
  /** Height of the font. */
  readonly size: number;
  readonly font: string;
  /** Does not run from left to right: stamps along the margin. */
  readonly turned: boolean;
  /** The file says that it is no part of the text. */
  readonly artifact: boolean;
}

/** Where a line stands over the baseline, as a share of the font size. Seen: 0.23 to 0.32 through words, -0.09 to -0.25 under them. */
const THROUGH = { from: 0.12, to: 0.5 };
const UNDER = { from: -0.28, to: 0.02 };
/** Borders of tables go on beyond the words; underlines end with them, or with the space after them. */
const BEFORE_WORDS = 0.45;
const AFTER_WORDS = 0.65;

/** As shares of the font size. Justified texts stretch word gaps up to 0.7; columns and labels stand more than 1 apart. */
export const WORD_GAP = 0.15;
export const CELL_GAP = 1;
const OVERLAP = -0.35;

const STRUCK = 1;
const UNDERLINED = 2;

/** Points: letters larger than this are drawings. */
const LARGEST = 100;

/** The glyphs by whole points of their baseline. */
const byBaseline = (glyphs: readonly Glyph[]): Map<number, number[]> => {
  const rows = new Map<number, number[]>();
  glyphs.forEach((glyph, at) => {
    if (glyph.turned) return;
    const key = Math.round(glyph.y);
    const row = rows.get(key);
    if (row === undefined) rows.set(key, [at]);
    else row.push(at);
  });
  return rows;
};

const within = (value: number, { from, to }: { from: number; to: number }): boolean => value > from && value < to;

/** A line between the sides of a cell is its floor. */
const isFloor = ({ left, right, y }: Rule, uprights: Painting['uprights']): boolean =>
  [left, right].every((end) => uprights.some(({ x, top, bottom }) => Math.abs(x - end) < 2 && top < y + 2 && bottom > y - 2));

/** A line under words that comes out of a slanted one leads to a comment in the margin. */
const isLeader = ({ left, right, y }: Rule, bends: Painting['bends']): boolean =>
  bends.some((bend) => Math.abs(bend.y - y) < 0.7 && (Math.abs(bend.x - left) < 0.7 || Math.abs(bend.x - right) < 0.7));

/** Whether the line under these characters ends where they end. */
const fits = (covered: readonly Glyph[], { left, right }: Rule): boolean => {
  const first = covered.reduce((a, b) => (b.x < a.x ? b : a));
  const last = covered.reduce((a, b) => (b.x + b.width > a.x + a.width ? b : a));
  return first.x - left < BEFORE_WORDS * first.size && right - last.x - last.width < AFTER_WORDS * last.size;
};

/** For each character its marks, as bits. */
const marksOf = ({ glyphs, rules, uprights, bends }: Painting): Uint8Array => {
  const marks = new Uint8Array(glyphs.length);
  if (rules.length === 0) return marks;
  const rows = byBaseline(glyphs);
  const largest = Math.min(
    LARGEST,
    glyphs.reduce((size, glyph) => Math.max(size, glyph.size), 0),
  );
  for (const rule of rules) {
    for (let key = Math.floor(rule.y + UNDER.from * largest); key <= rule.y + THROUGH.to * largest + 1; key += 1) {
      const row = rows.get(key);
      if (row === undefined) continue;
      const under: number[] = [];
      for (const at of row) {
        const glyph = glyphs[at] as Glyph; // The rows hold indexes of glyphs.
        const middle = glyph.x + glyph.width / 2;
        if (middle < rule.left || middle > rule.right) continue;
        const height = (glyph.y - rule.y) / glyph.size;
        if (within(height, THROUGH)) marks[at] = (marks[at] ?? 0) | STRUCK;
        else if (within(height, UNDER)) under.push(at);
      }
      const covered = under.map((at) => glyphs[at] as Glyph);
      if (covered.length > 0 && fits(covered, rule) && !isFloor(rule, uprights) && !isLeader(rule, bends))
        for (const at of under) marks[at] = (marks[at] ?? 0) | UNDERLINED;
    }
  }
  return marks;
};

/** What is written on while its characters follow each other. */
interface Open extends Piece {
  text: string;
  width: number;
  readonly marks: number;
  readonly spacing: number;
}

const goesOn = (open: Open, glyph: Glyph, marks: number): boolean =>
  open.marks === marks &&
  open.size === glyph.size &&
  open.font === glyph.font &&
  open.bold === glyph.bold &&
  open.artifact === glyph.artifact &&
  open.turned === glyph.turned &&
  !glyph.turned &&
  Math.abs(open.y - glyph.y) < glyph.size * 0.02;

const begin = (glyph: Glyph, marks: number, blank: boolean): Open => ({
  ...glyph,
  blank,
  marks,
  struck: (marks & STRUCK) !== 0,
  underlined: (marks & UNDERLINED) !== 0,
});

/** Whether the side of a cell stands between two words. */
const parted = (left: number, { x, y, size }: Glyph, uprights: Painting['uprights']): boolean =>
  uprights.some((side) => side.x > left - 1 && side.x < x + 1 && side.top < y && side.bottom > y - size * 0.5);

/** Pieces in the order of the content stream. @param box of the page as shown: what stands outside is not seen by any reader */
export const toPieces = (painting: Painting, box: { readonly width: number; readonly height: number }): Piece[] => {
  const marks = marksOf(painting);
  const pieces: Open[] = [];
  let blank = false;
  painting.glyphs.forEach((glyph, at) => {
    if (glyph.text === '' || glyph.x + glyph.width < 0 || glyph.x > box.width || glyph.y < 0 || glyph.y - glyph.size > box.height) return;
    if (glyph.text.trim() === '') {
      blank = true;
      return;
    }
    const open = pieces.at(-1);
    const mark = marks[at] ?? 0;
    const gap = open === undefined ? 0 : (glyph.x - open.x - open.width - open.spacing) / glyph.size;
    if (
      open !== undefined &&
      goesOn(open, glyph, mark) &&
      gap > OVERLAP &&
      gap < (blank ? CELL_GAP : WORD_GAP) &&
      !(blank && parted(open.x + open.width, glyph, painting.uprights))
    ) {
      open.text += (blank ? ' ' : '') + glyph.text;
      open.width = glyph.x + glyph.width - open.x;
    } else pieces.push(begin(glyph, mark, blank));
    blank = false;
  });
  return pieces;
};
