// The cells that lines draw on a page. Knows geometry only: what stands in a cell, and whether cells make a row, is decided elsewhere.

import type { Lines, Rule, Upright } from './strokes.ts';

/** A cell with lines on its four sides, in points from the page's upper left corner. The same cell is the same object. */
export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Points: lines this close are one; a line may end this far before the corner. */
const SAME = 2;
const CORNER = 4;

/** Programs draw a long border cell by cell; its pieces are put together again. */
const joined = <T>(lines: readonly T[], [at, from, to]: readonly [keyof T, keyof T, keyof T]): readonly number[][] => {
  const number = (line: T, key: keyof T): number => line[key] as number; // The keys given are those of numbers.
  const sorted = lines.map((line) => [number(line, at), number(line, from), number(line, to)] as [number, number, number]);
  sorted.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  const long: [number, number, number][] = [];
  for (const line of sorted) {
    const near = long.findLast((other) => line[0] - other[0] > SAME || (line[1] <= other[2] + CORNER && line[2] >= other[1] - CORNER));
    if (near !== undefined && line[0] - near[0] <= SAME) {
      near[1] = Math.min(near[1], line[1]);
      near[2] = Math.max(near[2], line[2]);
    } else long.push([...line]);
  }
  return long;
};

/** @returns the cell that a point stands in, null where no four lines enclose it */
export const findBoxes = ({ rules, uprights }: Lines): ((x: number, y: number) => Box | null) => {
  if (uprights.length < 2 || rules.length < 2) return () => null;
  const sides = joined<Upright>(uprights, ['x', 'top', 'bottom']);
  const floors = joined<Rule>(rules, ['y', 'left', 'right']);
  const boxes = new Map<string, Box>();
  return (x, y) => {
    let before: readonly number[] | null = null;
    let after: readonly number[] | null = null;
    for (const side of sides) {
      const [at = 0, from = 0, to = 0] = side;
      if (y < from - 1 || y > to + 1) continue;
      if (at <= x) before = before === null || at >= (before[0] ?? 0) ? side : before;
      else after = after === null || at < (after[0] ?? 0) ? side : after;
    }
    if (before === null || after === null) return null;
    const [left = 0] = before;
    const [right = 0] = after;
    let [top, bottom] = [-1, Number.POSITIVE_INFINITY];
    // A floor goes from side to side; what is shorter lies under words.
    for (const [at = 0, from = 0, to = 0] of floors) {
      if (from > left + CORNER || to < right - CORNER) continue;
      if (at <= y) top = Math.max(top, at);
      else bottom = Math.min(bottom, at);
    }
    // Sides that do not reach the floors are no cell's: brackets around words with a comment.
    const reach = ([, from = 0, to = 0]: readonly number[]): boolean => from <= top + CORNER && to >= bottom - CORNER;
    if (top < 0 || bottom === Number.POSITIVE_INFINITY || !reach(before) || !reach(after)) return null;
    const key = [left, right, top, bottom].map((side) => Math.round(side)).join();
    const box = boxes.get(key) ?? { left, right, top, bottom };
    boxes.set(key, box);
    return box;
  };
};
