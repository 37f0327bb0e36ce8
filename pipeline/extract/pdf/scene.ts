// A page as the rules about blacked-out passages need to see it: its lines of words around the areas, and the cells of its tables.

import { type Box, findBoxes } from './boxes.ts';
import { isDark } from './inks.ts';
import type { Painting } from './painting.ts';
import type { Patch, Patches, Size } from './patches.ts';
import { type Placed, type Segment, textOf, toSegments } from './rows.ts';
import type { Area } from './strokes.ts';

export interface Scene {
  readonly size: Size;
  readonly patches: readonly Patch[];
  /** Words that can be seen, in lines. */
  readonly segments: readonly Segment[];
  readonly segmentOf: (letter: Placed) => Segment | null;
  /** What the areas that stand close below each other reach over. */
  readonly stackOf: (patch: Patch) => Area;
  readonly cellAt: (x: number, y: number) => Box | null;
  /** What was found out about neighbours before. */
  readonly known: Map<Patch, Neighbours>;
}

/** The words that an area stands in one line with. */
export interface Neighbours {
  readonly before: Placed | null;
  readonly after: Placed | null;
}

export const heightOf = ({ top, bottom }: Area): number => bottom - top;
export const widthOf = ({ left, right }: Area): number => right - left;

/** Of one colour and one below the other, no farther apart than lines of words. */
export const isBelow = (patch: Patch, other: Patch): boolean =>
  other.ink === patch.ink &&
  patch.left < other.right &&
  other.left < patch.right &&
  patch.top > other.top &&
  patch.top - other.bottom < 0.9 * Math.min(heightOf(patch), heightOf(other));

const stacksOf = (patches: readonly Patch[]): Map<Patch, Area> => {
  const stacks = new Map<Patch, { left: number; top: number; right: number; bottom: number }>();
  const sorted = patches.filter(({ ink }) => isDark(ink)).sort((a, b) => a.top - b.top);
  sorted.forEach((patch, at) => {
    const above = sorted.slice(0, at).findLast((other) => isBelow(patch, other));
    const { left, top, right, bottom } = patch;
    const stack = (above === undefined ? undefined : stacks.get(above)) ?? { left, top, right, bottom };
    stack.left = Math.min(stack.left, left);
    stack.right = Math.max(stack.right, right);
    stack.bottom = Math.max(stack.bottom, bottom);
    stacks.set(patch, stack);
  });
  return stacks;
};

export const toScene = (painting: Painting, { patches, taken, rows }: Patches, size: Size): Scene => {
  const segments = toSegments(rows, (index) => taken.has(index));
  const owners = new Map(segments.flatMap((segment) => segment.letters.map(({ index }) => [index, segment] as const)));
  const stacks = stacksOf(patches);
  return {
    size,
    patches,
    segments,
    segmentOf: ({ index }) => owners.get(index) ?? null,
    stackOf: (patch) => stacks.get(patch) ?? patch,
    cellAt: findBoxes(painting),
    known: new Map(),
  };
};

/** As shares of the font size: how far words in one line with an area may stand from it, and how far what introduces it. */
const NEAR = 1.1;
const INTRODUCED = 5;

/** `Name:`, `(a)`: what is blacked out behind it need not stand close. */
const INTRODUCES = /(?:[:：]|^\(?\p{L}?\d{0,3}[a-z]{0,3}[.)]|^[–—•-])$/u;
export const introduces = (letter: Placed | null, { segmentOf }: Scene): boolean =>
  letter !== null && INTRODUCES.test(textOf(segmentOf(letter)?.letters.slice(-8) ?? []));

const findNeighbours = (patch: Patch, scene: Scene): Neighbours => {
  const { left, right, before, after } = patch;
  const fits = ({ glyph: { size } }: Placed): boolean =>
    heightOf(patch) > size * 0.65 && heightOf(patch) < size * 2 && widthOf(patch) > size * 0.75;
  const far = introduces(before, scene) ? INTRODUCED : NEAR;
  const isBefore = before !== null && fits(before) && left - before.glyph.x - before.glyph.width < before.glyph.size * far;
  const isAfter = after !== null && fits(after) && after.glyph.x - right < after.glyph.size * NEAR;
  return { before: isBefore ? before : null, after: isAfter ? after : null };
};

export const neighboursOf = (patch: Patch, scene: Scene): Neighbours => {
  const known = scene.known.get(patch) ?? findNeighbours(patch, scene);
  scene.known.set(patch, known);
  return known;
};
