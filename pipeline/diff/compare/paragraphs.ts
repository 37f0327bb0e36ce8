// Paragraphs before words: which stand as they were, between which gaps words must be compared, and which stand elsewhere now.

import { diffArrays } from 'diff';
import type { Block } from '../../types.ts';
import type { Words } from '../script.ts';
import { align, type Gap } from './align.ts';
import { createVocabulary } from './vocabulary.ts';

/** Both texts with the numbers of their words, cut where they are asked for. */
export interface Sides {
  readonly old: Words;
  readonly now: Words;
  /** Numbers of the words of a block: equal numbers count as equal words. */
  readonly oldKeys: (block: number) => Int32Array;
  readonly newKeys: (block: number) => Int32Array;
}

export const sidesOf = (old: Words, now: Words): Sides => {
  const vocabulary = createVocabulary();
  const numbered = (side: Words): ((block: number) => Int32Array) => {
    const keys = new Int32Array(side.starts[side.blocks.length] ?? 0);
    const isKnown = new Uint8Array(side.blocks.length);
    return (block) => {
      if (isKnown[block] !== 1) vocabulary.number(side, block, keys);
      isKnown[block] = 1;
      return keys.subarray(side.starts[block], side.starts[block + 1]);
    };
  };
  return { old, now, oldKeys: numbered(old), newKeys: numbered(now) };
};

/** Blocks that say the same: old and new index. */
export type Pair = readonly [i: number, j: number];

export interface Aligned {
  /** Stretches in which words must be compared, in order; outside them all blocks are equal, pair by pair, to the letter. */
  readonly gaps: readonly Gap[];
  /** Blocks within gaps that are equal but for typography and numbers, in their order. */
  readonly equal: readonly Pair[];
  /** Blocks within gaps that are equal and out of order. */
  readonly moved: readonly Pair[];
}

/** Repeated paragraphs are sorted out by npm diff where they are not too many. */
const MOST_EDITS = 300;
/** A shorter paragraph that stands elsewhere is no move worth telling, unless it goes with a longer one. */
const MOVED_WORDS = 4;

export const alignParagraphs = (sides: Sides): Aligned => {
  const numbers = new Map<string, number>();
  const numberOf = ({ text }: Block): number => {
    const known = numbers.get(text) ?? numbers.size;
    numbers.set(text, known);
    return known;
  };
  const [a, b] = [sides.old.blocks.map(numberOf), sides.now.blocks.map(numberOf)];
  const gaps = align(a, b, (i) => worth(sides.old, i)).flatMap((gap) =>
    withoutRepeated({ a, b, worthOf: (i) => worth(sides.old, i) }, gap),
  );
  const equal = gaps.flatMap((gap) => equalIn(sides, gap));
  return { gaps, equal, moved: movedIn(sides, gaps, equal) };
};

/** Two paragraphs without words are no sign that anything stayed. */
const worth = ({ blocks, starts }: Words, block: number): number =>
  starts[block] === starts[block + 1] ? 0 : (blocks[block]?.text.length ?? 0);

const isEmpty = ({ a0, a1, b0, b1 }: Gap): boolean => a0 === a1 && b0 === b1;

/** The numbers of their blocks, and what those of the old text are worth. */
interface Texts {
  readonly a: readonly number[];
  readonly b: readonly number[];
  readonly worthOf: (i: number) => number;
}

/** What patience leaves where nothing is unique: rows of zeros, empty cells. */
const withoutRepeated = ({ a, b, worthOf }: Texts, gap: Gap): Gap[] => {
  const { a0, a1, b0, b1 } = gap;
  const known = new Set(a.slice(a0, a1));
  if (a1 - a0 < 2 || b1 - b0 < 2 || !b.slice(b0, b1).some((key) => known.has(key))) return [gap];
  const parts = diffArrays(a.slice(a0, a1), b.slice(b0, b1), { maxEditLength: MOST_EDITS });
  if (parts === undefined) return [gap];
  const rest: Gap[] = [];
  let [i, j] = [a0, b0];
  let open = { a: i, b: j };
  for (const { added, removed, count } of parts) {
    const isAnchor = !added && !removed && range(i, i + count).some((block) => worthOf(block) > 0);
    if (isAnchor) {
      rest.push({ a0: open.a, a1: i, b0: open.b, b1: j });
      open = { a: i + count, b: j + count };
    }
    if (!added) i += count;
    if (!removed) j += count;
  }
  rest.push({ a0: open.a, a1, b0: open.b, b1 });
  return rest.filter((one) => !isEmpty(one));
};

/** One number for all words of a block, by their own numbers. */
const hashOf = (keys: Int32Array): number => {
  let [high, low] = [0x811c9dc5, 0x1b873593];
  for (const key of keys) {
    high = Math.imul(high ^ key, 0x01000193);
    low = Math.imul(low ^ (key + (high >>> 16)), 0x2c1b3c6d);
  }
  return (high >>> 0) * 2_097_152 + ((low >>> 0) & 2_097_151);
};

const range = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, at) => from + at);

const equalIn = ({ old, oldKeys, newKeys }: Sides, { a0, a1, b0, b1 }: Gap): Pair[] => {
  if (a0 === a1 || b0 === b1) return [];
  const a = range(a0, a1).map((i) => hashOf(oldKeys(i)));
  const b = range(b0, b1).map((j) => hashOf(newKeys(j)));
  const pairs: Pair[] = [];
  let [i, j] = [0, 0];
  for (const gap of [...align(a, b, (at) => worth(old, a0 + at)), { a0: a.length, a1: 0, b0: b.length, b1: 0 }]) {
    for (; i < gap.a0; i += 1, j += 1) pairs.push([a0 + i, b0 + j]);
    [i, j] = [gap.a1, gap.b1];
  }
  return pairs;
};

/** Paragraphs that stand once in what went and once in what came, with the short ones that went along. */
const movedIn = ({ oldKeys, newKeys }: Sides, gaps: readonly Gap[], equal: readonly Pair[]): Pair[] => {
  const taken = { old: new Set(equal.map(([i]) => i)), now: new Set(equal.map(([, j]) => j)) };
  const free = {
    old: gaps.flatMap(({ a0, a1 }) => range(a0, a1)).filter((i) => !taken.old.has(i)),
    now: gaps.flatMap(({ b0, b1 }) => range(b0, b1)).filter((j) => !taken.now.has(j)),
  };
  const came = onceBy(free.now, (j) => hashOf(newKeys(j)));
  const pairs: Pair[] = [];
  for (const [hash, i] of onceBy(free.old, (block) => hashOf(oldKeys(block)))) {
    const j = came.get(hash) ?? -1;
    if (i >= 0 && j >= 0 && oldKeys(i).length >= MOVED_WORDS) pairs.push([i, j]);
  }
  const still = { old: new Set(free.old), now: new Set(free.now) };
  for (const [i, j] of pairs) take(still, i, j);
  const along: Pair[] = [];
  for (const [i, j] of pairs) {
    for (const step of [1, -1]) {
      for (let by = step; still.old.has(i + by) && still.now.has(j + by); by += step) {
        if (hashOf(oldKeys(i + by)) !== hashOf(newKeys(j + by))) break;
        take(still, i + by, j + by);
        along.push([i + by, j + by]);
      }
    }
  }
  return [...pairs, ...along].sort(([x], [y]) => x - y);
};

const take = (still: { readonly old: Set<number>; readonly now: Set<number> }, i: number, j: number): void => {
  still.old.delete(i);
  still.now.delete(j);
};

/** By hash the only block that has it; -1 where there are several. */
const onceBy = (blocks: readonly number[], hash: (block: number) => number): Map<number, number> => {
  const seen = new Map<number, number>();
  for (const block of blocks) {
    const key = hash(block);
    seen.set(key, seen.has(key) ? -1 : block);
  }
  return seen;
};
