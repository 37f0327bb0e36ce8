// The characters of a page by their baselines: what stands on an area, and what stands beside it in the same line.

import type { Glyph } from './painted.ts';
import type { Area } from './strokes.ts';

/** A character and its number in the order of painting. */
export interface Placed {
  readonly glyph: Glyph;
  readonly index: number;
}

/** Characters that follow each other in a line without a gap. */
export interface Segment {
  readonly left: number;
  readonly right: number;
  readonly y: number;
  readonly size: number;
  /** From left to right. */
  readonly letters: readonly Placed[];
}

/** By whole points of the baseline, in the order of painting; nothing blank and nothing turned. */
export type Rows = ReadonlyMap<number, readonly Placed[]>;

/** Points: letters larger than this are drawings. */
const LARGEST = 100;
/** Where the middle of small letters stands over the baseline, as a share of the font size. */
const MIDDLE = 0.3;
/** As a share of the font size: justified texts stretch word gaps up to 0.7. */
const GAP = 1.1;

/** The whole points that the baselines of lines through an area may have. */
const baselines = ({ top, bottom }: Area): number[] => {
  const from = Math.floor(top);
  return Array.from({ length: Math.ceil(bottom + MIDDLE * LARGEST) - from }, (_, at) => from + at);
};

/** One for each point of a baseline that is wanted. */
const marked = (areas: readonly Area[]): Uint8Array => {
  const lowest = areas.reduce((most, { bottom }) => Math.max(most, bottom), 0);
  const points = new Uint8Array(Math.ceil(lowest + MIDDLE * LARGEST) + 1);
  for (const area of areas) for (const point of baselines(area)) points[point] = 1;
  return points;
};

/** @param areas where only the lines through them are needed */
export const toRows = (glyphs: readonly Glyph[], areas?: readonly Area[]): Rows => {
  const rows = new Map<number, Placed[]>();
  const wanted = areas && marked(areas);
  for (let index = 0; index < glyphs.length; index += 1) {
    const glyph = glyphs[index] as Glyph; // The index is below the length.
    const key = Math.round(glyph.y);
    if ((wanted !== undefined && wanted[key] !== 1) || glyph.turned || glyph.size > LARGEST || glyph.text.trim() === '') continue;
    const row = rows.get(key);
    if (row === undefined) rows.set(key, [{ glyph, index }]);
    else row.push({ glyph, index });
  }
  return rows;
};

/** The characters of the lines that run through an area, over the width of the page. */
const through = (area: Area, rows: Rows): Placed[] => {
  const { top, bottom } = area;
  const found: Placed[] = [];
  for (const key of baselines(area))
    for (const placed of rows.get(key) ?? []) {
      const middle = placed.glyph.y - MIDDLE * placed.glyph.size;
      if (middle > top && middle < bottom) found.push(placed);
    }
  return found;
};

/** A character stands on an area with so much of its width. */
const ENOUGH = 0.6;
const standsOn = ({ x, width }: Glyph, { left, right }: Area): boolean =>
  width <= 0 ? x > left && x < right : Math.min(right, x + width) - Math.max(left, x) > width * ENOUGH;

/** In the order of painting. */
export const lettersOn = (area: Area, rows: Rows): Placed[] =>
  through(area, rows)
    .filter(({ glyph }) => standsOn(glyph, area))
    .sort((a, b) => a.index - b.index);

/** What stands nearest to an area in its lines. */
export interface Beside {
  readonly before: Placed | null;
  readonly after: Placed | null;
}

export const beside = (area: Area, rows: Rows, isTaken: (index: number) => boolean): Beside => {
  let [before, after]: [Placed | null, Placed | null] = [null, null];
  const center = (area.left + area.right) / 2;
  for (const placed of through(area, rows)) {
    const { x, width } = placed.glyph;
    if (isTaken(placed.index)) continue;
    if (x + width / 2 < center) before = before === null || x + width > before.glyph.x + before.glyph.width ? placed : before;
    else after = after === null || x < after.glyph.x ? placed : after;
  }
  return { before, after };
};

/** @param isTaken which characters are left out */
export const toSegments = (rows: Rows, isTaken: (index: number) => boolean): Segment[] =>
  [...rows.values()].flatMap((row) => {
    const segments: { left: number; right: number; y: number; size: number; letters: Placed[] }[] = [];
    for (const placed of [...row].sort((a, b) => a.glyph.x - b.glyph.x)) {
      const { x, y, width, size } = placed.glyph;
      if (isTaken(placed.index)) continue;
      const open = segments.at(-1);
      if (open !== undefined && x - open.right < GAP * Math.max(size, open.size)) {
        open.letters.push(placed);
        open.right = Math.max(open.right, x + width);
        open.size = Math.max(open.size, size);
      } else segments.push({ left: x, right: x + width, y, size, letters: [placed] });
    }
    return segments;
  });

/** Words as they stand, in the order given: a gap parts them, and a new line. */
export const textOf = (letters: readonly Placed[]): string =>
  letters
    .map(({ glyph: { text, x, y, size } }, at) => {
      const last = letters[at - 1]?.glyph;
      const apart = last !== undefined && (x - last.x - last.width > size * 0.15 || Math.abs(y - last.y) > size * 0.5);
      return apart ? ` ${text}` : text;
    })
    .join('');
