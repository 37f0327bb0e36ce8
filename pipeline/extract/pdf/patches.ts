// Filled rectangles that may hide words: pieces put together, those painted over left out, and what stands on them and beside them.
// Whether something is blacked out there is decided in blackouts.ts.

import { isDark, isGrey, lightness, standsOut } from './inks.ts';
import { labelOf } from './labels.ts';
import type { Fill, Glyph } from './painted.ts';
import type { Painting } from './painting.ts';
import { type Beside, beside, lettersOn, type Placed, type Rows, textOf, toRows } from './rows.ts';
import { type Area, clip } from './strokes.ts';

export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface Patch extends Area, Beside {
  readonly ink: Fill['ink'];
  /** Characters that nobody can see for it. */
  readonly hidden: readonly Placed[];
  /** Those that can be read on it. */
  readonly shown: readonly Placed[];
  /** Another area goes on at its side, as cells of tables and parts of bars do. */
  readonly inStrip: boolean;
}

/** Pages with more are drawings: 50 lines of ten words, each blacked out by itself, and every cell of a sheet in a colour of its own. */
const MOST_PATCHES = 1000;
const MOST_FILLS = 5000;

/** Lighter than this, grey is the colour of paper. */
const PALE = 0.93;
/** Points: no sheet is larger; and what reaches its edge is decoration, or its ground. */
const LARGEST = 5000;
const EDGE = 2;

/** A fill and its place in the order of painting. */
type Part = readonly [fill: Fill, at: number];

interface Joined extends Area {
  readonly ink: Fill['ink'];
  readonly parts: readonly Part[];
}

interface Lettered extends Joined {
  readonly hidden: readonly Placed[];
  readonly shown: readonly Placed[];
}

const overlap = (from: number, to: number, start: number, end: number): number => Math.min(to, end) - Math.max(from, start);

/** At one height, and as high as each other. */
export const inOneLine = (a: Area, b: Area): boolean =>
  overlap(a.top, a.bottom, b.top, b.bottom) > 0.7 * Math.max(a.bottom - a.top, b.bottom - b.top);

/** Points: what is closer is drawn as one. */
const TOUCH = 1.5;

const join = (parts: readonly Part[]): Joined[] => {
  const joined: { left: number; top: number; right: number; bottom: number; ink: Fill['ink']; parts: Part[] }[] = [];
  for (const part of [...parts].sort(([a], [b]) => a.left - b.left)) {
    const [{ left, top, right, bottom, ink }] = part;
    const isOne = (other: Area): boolean =>
      inOneLine(other, part[0]) || (top >= other.top && bottom <= other.bottom && right <= other.right);
    const open = joined.find((other) => other.ink === ink && left < other.right + TOUCH && isOne(other));
    if (open === undefined) {
      if (joined.length === MOST_PATCHES) return [];
      joined.push({ left, top, right, bottom, ink, parts: [part] });
      continue;
    }
    open.top = Math.min(open.top, top);
    open.bottom = Math.max(open.bottom, bottom);
    open.right = Math.max(open.right, right);
    open.parts.push(part);
  }
  return joined;
};

const area = ({ left, top, right, bottom }: Area): number => (right - left) * (bottom - top);

/** Points: pictures lie over the ground that they are put on; over lines, they are marks that show them through. */
const HIGH = 40;

/** The black of a table's lines is a black area with white cells on it. */
const isPaintedOver = (patch: Joined, fills: readonly Fill[]): boolean => {
  let hidden = 0;
  for (let at = Math.min(...patch.parts.map(([, place]) => place)) + 1; at < fills.length; at += 1) {
    const fill = fills[at];
    if (fill === undefined || fill.ink === patch.ink || (fill.picture && patch.bottom - patch.top < HIGH)) continue;
    const width = overlap(patch.left, patch.right, fill.left, fill.right);
    const height = overlap(patch.top, patch.bottom, fill.top, fill.bottom);
    if (width > 0 && height > 0) hidden += width * height;
  }
  return hidden > area(patch) * 0.3;
};

const goesOnBeside = (patch: Pick<Patch, 'ink'> & Area, fills: readonly Fill[]): boolean =>
  fills.some(
    (fill) =>
      fill.ink !== patch.ink &&
      !fill.picture &&
      (Math.abs(fill.right - patch.left) < TOUCH || Math.abs(fill.left - patch.right) < TOUCH) &&
      Math.abs(fill.top - patch.top) < TOUCH &&
      Math.abs(fill.bottom - patch.bottom) < TOUCH,
  );

/** Lower than this share of the font size, an area is a bar through words. */
const LOW = 0.65;
/** Whether an area reaches over a small letter from its foot to its top. */
const reaches = ({ left, top, right, bottom }: Area, { x, y, width, size }: Glyph): boolean =>
  x + width > left && x < right && bottom - top > size * LOW && top < y - size * 0.4 && bottom > y - size * 0.1;

/** Painted before it, or in its own colour and not on something lighter that covers it. */
const isHidden = ({ glyph, index }: Placed, parts: readonly Part[], fills: readonly Fill[]): boolean =>
  parts.some(([part, at]) => {
    if (!reaches(part, glyph)) return false;
    if (index < part.after) return true;
    const above = (fill: Fill): boolean => !fill.picture && fill.after <= index && reaches(fill, glyph) && standsOut(glyph.ink, fill.ink);
    return !standsOut(glyph.ink, part.ink) && !fills.some((fill, place) => place > at && above(fill));
  });

const key = (left: number, right: number, y: number): string => [left, right, y].map(Math.round).join();

const bleeds = ({ left, top, right, bottom }: Area, { width, height }: Size): boolean =>
  left < EDGE || top < EDGE || right > width - EDGE || bottom > height - EDGE;

/** Dark areas; grey ones; white ones with a line around them. */
const candidates = ({ fills, rules }: Painting, { width, height }: Size): Part[] => {
  const lines = new Set(fills.some(({ ink }) => isGrey(ink) && !isDark(ink)) ? rules.map(({ left, right, y }) => key(left, right, y)) : []);
  return [...fills.entries()].flatMap(([at, fill]): Part[] => {
    const { left, right, top, bottom, ink, outlined } = fill;
    const stands = isDark(ink) || (isGrey(ink) && (lightness(ink) < PALE || outlined || lines.has(key(left, right, top))));
    const seen = clip(fill, { left: 0, top: 0, right: width, bottom: height });
    // What reaches the edge of the page before any word stands there is its decoration.
    const isFree = fill.after > 0 || !bleeds(fill, { width, height });
    return stands && isFree && right > 0 && left < width && bottom > 0 && top < height ? [[{ ...fill, ...seen }, at]] : [];
  });
};

/** Whether it may hide a passage at all. Words that can be read on it are a label, or it is a ground for them. */
const isOfUse = (patch: Lettered, size: Size): boolean => {
  const { ink, hidden, shown } = patch;
  if (shown.length > 0 && labelOf(textOf(shown)) === 'none') return false;
  return hidden.length > 0 || (isDark(ink) ? !bleeds(patch, size) : shown.length > 0);
};

const lettered = (painting: Painting, joined: readonly Joined[]): Lettered[] => {
  const { fills, glyphs } = painting;
  const rows = toRows(glyphs, joined);
  return joined.map((patch) => {
    const letters = lettersOn(patch, rows);
    const hidden = letters.filter((letter) => isHidden(letter, patch.parts, fills));
    const under = new Set(hidden);
    return { ...patch, hidden, shown: letters.filter((letter) => !under.has(letter)) };
  });
};

export interface Patches {
  readonly patches: readonly Patch[];
  /** The characters that are hidden, or stand on dark ground, by their numbers. */
  readonly taken: ReadonlySet<number>;
  readonly rows: Rows;
}

/** @returns null where nothing is hidden */
export const findPatches = (painting: Painting, size: Size): Patches | null => {
  const { fills, glyphs } = painting;
  if (fills.length === 0 || fills.length > MOST_FILLS || size.width > LARGEST || size.height > LARGEST) return null;
  const joined = join(candidates(painting, size)).filter((patch) => !isPaintedOver(patch, fills));
  const all = joined.length === 0 ? [] : lettered(painting, joined);
  const found = all.filter((patch) => isOfUse(patch, size));
  if (found.length === 0) return null;
  const taken = new Set(all.flatMap(({ ink, hidden, shown }) => (isDark(ink) ? [...hidden, ...shown] : hidden)).map(({ index }) => index));
  const rows = toRows(glyphs);
  const patches = found.map(({ parts, ...patch }) => {
    const own = new Set([...patch.hidden, ...patch.shown].map(({ index }) => index));
    const inStrip = goesOnBeside(patch, fills);
    return { ...patch, inStrip, ...beside(patch, rows, (index) => taken.has(index) || own.has(index)) };
  });
  return { patches, taken, rows };
};
