// The words of the gaps between paragraphs: which are the same on both sides, paragraph by paragraph taken out where it stands elsewhere now.

import type { Words } from '../script.ts';
import type { Gap } from './align.ts';
import { createTools, type Side, type Tools } from './cuts.ts';
import { matchWords } from './match.ts';
import { type Aligned, alignParagraphs, type Pair, type Sides } from './paragraphs.ts';
import { type Leftover, type Likeness, likenesses } from './similar.ts';
import { blockAt } from './tokens.ts';

/** For each word its partner in the other text; -1 for none. Words outside the gaps are not told of. */
export interface Matching extends Aligned {
  readonly partnerOfOld: Int32Array;
  readonly partnerOfNew: Int32Array;
  /** All blocks that moved, edited ones included, by their old place. */
  readonly moved: readonly Pair[];
}

interface State {
  readonly sides: Sides;
  readonly tools: Tools;
  readonly partnerOfOld: Int32Array;
  readonly partnerOfNew: Int32Array;
  readonly movedOld: Set<number>;
  readonly movedNew: Set<number>;
}

/** A paragraph of which less than this stayed where it was is looked for elsewhere. */
const GONE = 0.35;

export const matchTexts = (sides: Sides): Matching => {
  const aligned = alignParagraphs(sides);
  const state: State = {
    sides,
    tools: createTools(),
    partnerOfOld: new Int32Array(lastOf(sides.old.starts)).fill(-1),
    partnerOfNew: new Int32Array(lastOf(sides.now.starts)).fill(-1),
    movedOld: new Set(aligned.moved.map(([i]) => i)),
    movedNew: new Set(aligned.moved.map(([, j]) => j)),
  };
  const between = aligned.gaps.flatMap((gap) => betweenEqual(gap, aligned.equal));
  for (const [i, j] of aligned.equal) matchBlocks(state, i, j);
  for (const gap of between) matchGap(state, gap);
  const edited = editedMoves(state, between);
  for (const [i, j] of [...aligned.moved, ...edited]) matchBlocks(state, i, j);
  for (const gap of between) partStrangers(state, gap);
  const moved = [...aligned.moved, ...edited].sort(([x], [y]) => x - y);
  return { ...aligned, moved, partnerOfOld: state.partnerOfOld, partnerOfNew: state.partnerOfNew };
};

/** Two paragraphs that share no more words than this, and a smaller part of the shorter one, share them by chance. */
const [BY_CHANCE, STRANGERS] = [1, 0.2];

/** Forgets the few words that paragraphs share which have nothing to do with each other: the one went, the other came. */
const partStrangers = ({ sides: { old, now }, partnerOfOld, partnerOfNew }: State, { a0, a1 }: Gap): void => {
  const size = ({ starts }: Words, block: number): number => (starts[block + 1] ?? 0) - (starts[block] ?? 0);
  for (let block = a0; block < a1; block += 1) {
    const shared = new Map<number, number[]>();
    for (let word = old.starts[block] ?? 0; word < (old.starts[block + 1] ?? 0); word += 1) {
      const partner = partnerOfOld[word] ?? -1;
      if (partner < 0) continue;
      const other = blockAt(now, partner);
      const words = shared.get(other);
      if (words === undefined) shared.set(other, [word]);
      else words.push(word);
    }
    for (const [other, words] of shared) {
      if (words.length > BY_CHANCE || words.length >= STRANGERS * Math.min(size(old, block), size(now, other))) continue;
      for (const word of words) {
        partnerOfNew[partnerOfOld[word] ?? 0] = -1;
        partnerOfOld[word] = -1;
      }
    }
  }
};

const lastOf = (starts: ArrayLike<number>): number => starts[starts.length - 1] ?? 0;

/** What is left of a gap between the equal blocks in it. */
const betweenEqual = ({ a0, a1, b0, b1 }: Gap, equal: readonly Pair[]): Gap[] => {
  const rest: Gap[] = [];
  let [i, j] = [a0, b0];
  let low = 0;
  let high = equal.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((equal[middle]?.[0] ?? 0) < a0) low = middle + 1;
    else high = middle;
  }
  for (let at = low; at < equal.length; at += 1) {
    const [x, y] = equal[at] ?? [a1, b1];
    if (x >= a1) break;
    rest.push({ a0: i, a1: x, b0: j, b1: y });
    [i, j] = [x + 1, y + 1];
  }
  rest.push({ a0: i, a1, b0: j, b1 });
  return rest.filter((one) => one.a0 < one.a1 || one.b0 < one.b1);
};

/** The words of some blocks as one list, with their places in the whole text. */
const gather = (blocks: readonly number[], keysOf: (block: number) => Int32Array, starts: ArrayLike<number>): Side => {
  const total = blocks.reduce((sum, block) => sum + (starts[block + 1] ?? 0) - (starts[block] ?? 0), 0);
  const [keys, places] = [new Int32Array(total), new Int32Array(total)];
  let at = 0;
  for (const block of blocks) {
    const own = keysOf(block);
    keys.set(own, at);
    for (let word = 0; word < own.length; word += 1) places[at + word] = (starts[block] ?? 0) + word;
    at += own.length;
  }
  return { keys, places };
};

const matchLists = (state: State, old: readonly number[], now: readonly number[]): void => {
  if (old.length === 0 || now.length === 0) return;
  const a = gather(old, state.sides.oldKeys, state.sides.old.starts);
  const b = gather(now, state.sides.newKeys, state.sides.now.starts);
  const mark = (i: number, j: number): void => {
    state.partnerOfOld[i] = j;
    state.partnerOfNew[j] = i;
  };
  matchWords(a, b, { mark, tools: state.tools });
};

const matchBlocks = (state: State, i: number, j: number): void => matchLists(state, [i], [j]);

const blocksOf = (from: number, to: number, without: ReadonlySet<number>): number[] => {
  const blocks: number[] = [];
  for (let block = from; block < to; block += 1) if (!without.has(block)) blocks.push(block);
  return blocks;
};

const matchGap = (state: State, { a0, a1, b0, b1 }: Gap): void =>
  matchLists(state, blocksOf(a0, a1, state.movedOld), blocksOf(b0, b1, state.movedNew));

/** Takes edited paragraphs that stand elsewhere out of their gaps, and compares what is left of these anew. */
const editedMoves = (state: State, gaps: readonly Gap[]): Pair[] => {
  const went = gaps.flatMap(({ a0, a1 }) => leftovers(state, blocksOf(a0, a1, state.movedOld), 'old'));
  const came = gaps.flatMap(({ b0, b1 }) => leftovers(state, blocksOf(b0, b1, state.movedNew), 'now'));
  const alike = likenesses(went, came);
  const gapOf = new Map(gaps.flatMap((gap) => blocksOf(gap.a0, gap.a1, state.movedOld).map((i) => [i, gap] as const)));
  const isInOrder = ({ old, now }: Likeness): boolean => {
    const gap = gapOf.get(old);
    return gap !== undefined && now >= gap.b0 && now < gap.b1 && passesNone(state, gap, [old, now]);
  };
  // A paragraph that could have stayed where it is did so: its words were matched as well as they can be.
  const moves = alike.filter((pair) => !isInOrder(pair)).map(({ old, now }): Pair => [old, now]);
  for (const [i, j] of moves) {
    state.movedOld.add(i);
    state.movedNew.add(j);
  }
  for (const gap of gaps) if (moves.some(([i, j]) => (i >= gap.a0 && i < gap.a1) || (j >= gap.b0 && j < gap.b1))) rematch(state, gap);
  return moves;
};

const leftovers = ({ sides, partnerOfOld, partnerOfNew }: State, blocks: readonly number[], side: 'old' | 'now'): Leftover[] => {
  const [starts, partner, keysOf] =
    side === 'old' ? [sides.old.starts, partnerOfOld, sides.oldKeys] : [sides.now.starts, partnerOfNew, sides.newKeys];
  return blocks.flatMap((block) => {
    const [from, to] = [starts[block] ?? 0, starts[block + 1] ?? 0];
    let kept = 0;
    for (let word = from; word < to; word += 1) if ((partner[word] ?? -1) >= 0) kept += 1;
    return kept < (to - from) * GONE ? [{ block, keys: keysOf(block) }] : [];
  });
};

/** Whether both can be one paragraph without any word of theirs passing one of the gap that stayed. */
const passesNone = ({ sides, partnerOfOld }: State, gap: Gap, [old, now]: Pair): boolean => {
  const { starts } = sides.old;
  const partnerAt = (word: number): number => partnerOfOld[word] ?? -1;
  let before = (starts[old] ?? 0) - 1;
  while (before >= (starts[gap.a0] ?? 0) && partnerAt(before) < 0) before -= 1;
  let after = starts[old + 1] ?? 0;
  while (after < (starts[gap.a1] ?? 0) && partnerAt(after) < 0) after += 1;
  const isAfter = before < (starts[gap.a0] ?? 0) || blockAt(sides.now, partnerAt(before)) <= now;
  return isAfter && (after >= (starts[gap.a1] ?? 0) || blockAt(sides.now, partnerAt(after)) >= now);
};

/** Forgets what was matched between some blocks, and matches them anew. */
const rematch = (state: State, gap: Gap): void => {
  const { partnerOfOld, partnerOfNew, sides } = state;
  for (let word = sides.old.starts[gap.a0] ?? 0; word < (sides.old.starts[gap.a1] ?? 0); word += 1) {
    const partner = partnerOfOld[word] ?? -1;
    if (partner >= 0) partnerOfNew[partner] = -1;
    partnerOfOld[word] = -1;
  }
  for (let word = sides.now.starts[gap.b0] ?? 0; word < (sides.now.starts[gap.b1] ?? 0); word += 1) {
    const partner = partnerOfNew[word] ?? -1;
    if (partner >= 0) partnerOfOld[partner] = -1;
    partnerOfNew[word] = -1;
  }
  matchGap(state, gap);
};
