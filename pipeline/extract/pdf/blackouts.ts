// The blacked-out passages of a page, and where in the order of painting each of them belongs.

import { cellOf, isBlackedOut } from './evidence.ts';
import { isDark, isGrey } from './inks.ts';
import type { Glyph } from './painted.ts';
import type { Painting } from './painting.ts';
import { findPatches, inOneLine, type Patch, type Size } from './patches.ts';
import type { Segment } from './rows.ts';
import { heightOf, isBelow, neighboursOf, type Scene, toScene } from './scene.ts';

/** Where a passage stands among the characters. */
export interface Anchor {
  /** Of the character that it stands before. */
  readonly index: number;
  /** Of the baseline; null where the passage takes whole lines. */
  readonly y: number | null;
  /** Whose size and font it takes; null on a page without words. */
  readonly like: Glyph | null;
}

export interface Blackout extends Patch {
  readonly anchor: Anchor;
  /** To where its neighbours in the line leave room. */
  readonly from: number;
  readonly to: number;
}

const firstOf = (segments: readonly Segment[]): number =>
  segments.reduce((least, { letters }) => letters.reduce((a, { index }) => Math.min(a, index), least), Number.POSITIVE_INFINITY);
const lastOf = (segments: readonly Segment[]): number =>
  segments.reduce((most, { letters }) => letters.reduce((a, { index }) => Math.max(a, index), most), -1);

/** After the nearest line over it, or before the nearest one under it, where they have some width in common. */
const besideLines = (patch: Patch, { segments }: Scene): Anchor => {
  const column = segments.filter(({ left, right }) => left < patch.right && right > patch.left);
  const over = column.filter(({ y, size }) => y < patch.top + size * 0.5).reduce<Segment | null>((a, b) => (a && a.y > b.y ? a : b), null);
  const under = column.filter(({ y }) => y > patch.bottom).reduce<Segment | null>((a, b) => (a && a.y < b.y ? a : b), null);
  const like = (over ?? under)?.letters[0]?.glyph ?? null;
  if (over !== null) return { index: lastOf([over]) + 1, y: null, like };
  return { index: under === null ? 0 : firstOf([under]), y: null, like };
};

/** Beside the other cells of its row. */
const besideCells = ({ before, after }: Patch): Anchor | null => {
  const like = (before ?? after)?.glyph;
  return like === undefined ? null : { index: before === null ? (after?.index ?? 0) : before.index + 1, y: null, like };
};

const anchorOf = (patch: Patch, scene: Scene): Anchor => {
  const { before, after } = neighboursOf(patch, scene);
  // A footnote's mark is smaller than the line that it stands in.
  const like = before !== null && before.glyph.size >= (after?.glyph.size ?? 0) * 0.8 ? before.glyph : after?.glyph;
  if (like !== undefined) return { index: before === null ? (after?.index ?? 0) : before.index + 1, y: like.y, like };
  return (cellOf(patch, scene) === null ? null : besideCells(patch)) ?? besideLines(patch, scene);
};

const place = (patch: Patch, scene: Scene): Blackout => {
  const { before, after } = neighboursOf(patch, scene);
  const [left, right] = [before?.glyph, after?.glyph];
  const from = left === undefined ? patch.left : Math.max(patch.left, left.x + left.width);
  const to = right === undefined ? patch.right : Math.min(patch.right, right.x);
  return { ...patch, from, to, anchor: anchorOf(patch, scene) };
};

/** Beside a passage, or in the line after its line or before it. */
const anchorAt = (patch: Patch, passage: Blackout, scene: Scene): Anchor => {
  if (isBeside(patch, passage)) return passage.anchor;
  const { before, after } = neighboursOf(passage, scene);
  const line = [before, after].flatMap((letter) => (letter === null ? [] : (scene.segmentOf(letter) ?? [])));
  const index = patch.top > passage.top ? lastOf(line) + 1 : firstOf(line);
  return { ...passage.anchor, y: null, index: line.length === 0 ? passage.anchor.index : index };
};

const isBeside = (patch: Patch, passage: Patch): boolean =>
  patch.ink === passage.ink &&
  inOneLine(patch, passage) &&
  Math.max(patch.left - passage.right, passage.left - patch.right) < heightOf(patch) * 1.2;

/** Parted from a passage by words that stand close to both. */
const sharesWords = (patch: Patch, passage: Patch, scene: Scene): boolean => {
  const [a, b] = patch.left < passage.left ? [patch, passage] : [passage, patch];
  const { after } = neighboursOf(a, scene);
  const { before } = neighboursOf(b, scene);
  return after !== null && before !== null && scene.segmentOf(after) === scene.segmentOf(before);
};

/** What stands close beside a passage or below it, and is painted like it, belongs to it. */
const goesOn = (patch: Patch, passage: Blackout, scene: Scene): boolean =>
  isDark(patch.ink) &&
  heightOf(patch) > (passage.anchor.like?.size ?? 0) * 0.65 &&
  isGrey(patch.ink) &&
  patch.shown.length === 0 &&
  !patch.inStrip &&
  (isBelow(patch, passage) || isBelow(passage, patch) || isBeside(patch, passage) || sharesWords(patch, passage, scene));

const follow = (rest: Patch[], found: Blackout[], scene: Scene): void => {
  for (let at = 0; at < found.length; at += 1) {
    const passage = found[at] as Blackout; // The index is below the length.
    for (const patch of rest.filter((other) => goesOn(other, passage, scene))) {
      rest.splice(rest.indexOf(patch), 1);
      const placed = place(patch, scene);
      found.push(placed.anchor.y === null ? { ...placed, anchor: anchorAt(patch, passage, scene) } : placed);
    }
  }
};

export const findBlackouts = (painting: Painting, size: Size): Blackout[] => {
  const seen = findPatches(painting, size);
  if (seen === null) return [];
  const scene = toScene(painting, seen, size);
  const sure = new Set(seen.patches.filter((patch) => isBlackedOut(patch, scene)));
  const found = [...sure].map((patch) => place(patch, scene));
  const rest = seen.patches.filter((patch) => !sure.has(patch));
  follow(rest, found, scene);
  return found;
};
