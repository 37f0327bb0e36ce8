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
    let [left, right, top, bottom] = [-1, Number.POSITIVE_INFINITY, -1, Number.POSITIVE_INFINITY];
    for (const [at = 0, from = 0, to = 0] of sides) {
      if (y < from - 1 || y > to + 1) continue;
      if (at <= x) left = Math.max(left, at);
      else right = Math.min(right, at);
    }
    if (left < 0 || right === Number.POSITIVE_INFINITY) return null;
    // A floor goes from side to side; what is shorter lies under words.
    for (const [at = 0, from = 0, to = 0] of floors) {
      if (from > left + CORNER || to < right - CORNER) continue;
      if (at <= y) top = Math.max(top, at);
      else bottom = Math.min(bottom, at);
    }
    if (top < 0 || bottom === Number.POSITIVE_INFINITY) return null;
    const key = [left, right, top, bottom].map((side) => Math.round(side)).join();
    const box = boxes.get(key) ?? { left, right, top, bottom };
    boxes.set(key, box);
    return box;
  };
};
