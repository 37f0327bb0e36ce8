// Two texts -> which words stayed, went, came and stand elsewhere, every word once. Comparing them the other way round gives the mirror image.

import type { Block, Text } from '../../types.ts';
import type { Move, Run, Script } from '../script.ts';
import { type Matching, matchTexts } from './matching.ts';
import { mirrored } from './mirror.ts';
import { type Sides, sidesOf } from './paragraphs.ts';
import { settle } from './settle.ts';
import { wordsOf } from './tokens.ts';

type Blocks = Pick<Text, 'blocks'>;

export const compareTexts = (before: Blocks, after: Blocks): Script => {
  const [old, now] = [inOrder(before.blocks), inOrder(after.blocks)];
  return comesFirst(now, old) ? mirrored(scriptOf(now, old)) : scriptOf(old, now);
};

/** Footnotes last: they stand where a page happens to end, and would cut the paragraphs around them in another place in every version. */
const inOrder = (blocks: readonly Block[]): readonly Block[] => {
  const notes = blocks.filter(({ kind }) => kind === 'footnote');
  return notes.length === 0 ? blocks : [...blocks.filter(({ kind }) => kind !== 'footnote'), ...notes];
};

/** Of two minimal answers an algorithm takes one; that it is the same in both directions, one direction is always the one that is computed. */
const comesFirst = (one: readonly Block[], other: readonly Block[]): boolean => {
  const at = one.findIndex(({ text }, index) => text !== other[index]?.text);
  if (at < 0) return one.length < other.length;
  return at < other.length && (one[at]?.text ?? '') < (other[at]?.text ?? '');
};

const scriptOf = (before: readonly Block[], after: readonly Block[]): Script => {
  const counts = new Map<string, number>();
  const [old, now] = [wordsOf(before, counts), wordsOf(after, counts)];
  const sides = sidesOf(old, now);
  const matching = matchTexts(sides);
  const moves = movesOf(sides, matching);
  const script = { old, now, runs: walk(sides, matching, moves), moves };
  return settle(script, sides);
};

/** Neighbours that moved together are one move. */
const movesOf = ({ old, now }: Sides, { moved, partnerOfOld, partnerOfNew }: Matching): Move[] => {
  const groups: { i0: number; i1: number; j0: number; j1: number }[] = [];
  for (const [i, j] of moved) {
    const last = groups.at(-1);
    if (last !== undefined && last.i1 === i && last.j1 === j) {
      last.i1 += 1;
      last.j1 += 1;
    } else groups.push({ i0: i, i1: i + 1, j0: j, j1: j + 1 });
  }
  return groups.map(({ i0, i1, j0, j1 }) => {
    const range = { a0: old.starts[i0] ?? 0, a1: old.starts[i1] ?? 0, b0: now.starts[j0] ?? 0, b1: now.starts[j1] ?? 0 };
    return { ...range, runs: runsIn(range, { partnerOfOld, partnerOfNew, moveOfOld: () => -1, moveOfNew: () => -1 }) };
  });
};

/** The whole of both texts: equal paragraphs at once, gaps word by word. */
const walk = ({ old, now }: Sides, { gaps, partnerOfOld, partnerOfNew, moved }: Matching, moves: readonly Move[]): Run[] => {
  const hidden = hiddenPartners(moves, { partnerOfOld, partnerOfNew });
  const places = moved.length === 0 ? null : { old: moveAt(moves, 'a0', 'a1'), now: moveAt(moves, 'b0', 'b1') };
  const runs: Run[] = [];
  let [a, b] = [0, 0];
  const same = (a1: number, b1: number): void => {
    if (a1 > a || b1 > b) runs.push({ kind: 'same', a0: a, a1, b0: b, b1, move: -1 });
    [a, b] = [a1, b1];
  };
  for (const gap of gaps) {
    same(old.starts[gap.a0] ?? 0, now.starts[gap.b0] ?? 0);
    const range = { a0: a, a1: old.starts[gap.a1] ?? 0, b0: b, b1: now.starts[gap.b1] ?? 0 };
    for (const run of runsIn(range, { ...hidden, moveOfOld: places?.old ?? never, moveOfNew: places?.now ?? never })) runs.push(run);
    [a, b] = [range.a1, range.b1];
  }
  same(old.starts[old.blocks.length] ?? 0, now.starts[now.blocks.length] ?? 0);
  return joined(runs);
};

const never = (): number => -1;

/** At its old and at its new place a paragraph that moved has no partner. */
const hiddenPartners = (moves: readonly Move[], { partnerOfOld, partnerOfNew }: Partners): Partners => {
  if (moves.length === 0) return { partnerOfOld, partnerOfNew };
  const [ofOld, ofNew] = [partnerOfOld.slice(), partnerOfNew.slice()];
  for (const { a0, a1, b0, b1 } of moves) {
    ofOld.fill(-1, a0, a1);
    ofNew.fill(-1, b0, b1);
  }
  return { partnerOfOld: ofOld, partnerOfNew: ofNew };
};

/** Index of the move to which a word belongs, in time that does not grow with their number. */
const moveAt = (moves: readonly Move[], from: 'a0' | 'b0', to: 'a1' | 'b1'): ((word: number) => number) => {
  const ordered = moves.map((move, index) => ({ move, index })).sort((x, y) => x.move[from] - y.move[from]);
  return (word) => {
    let low = 0;
    let high = ordered.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((ordered[middle]?.move[to] ?? 0) <= word) low = middle + 1;
      else high = middle;
    }
    const found = ordered[low];
    return found !== undefined && found.move[from] <= word ? found.index : -1;
  };
};

interface Partners {
  readonly partnerOfOld: Int32Array;
  readonly partnerOfNew: Int32Array;
}

interface Sought extends Partners {
  readonly moveOfOld: (word: number) => number;
  readonly moveOfNew: (word: number) => number;
}

/** Between two words that stayed, what went stands before what came. */
const runsIn = (
  { a0, a1, b0, b1 }: { a0: number; a1: number; b0: number; b1: number },
  { partnerOfOld, partnerOfNew, moveOfOld, moveOfNew }: Sought,
): Run[] => {
  const runs: Run[] = [];
  let [i, j] = [a0, b0];
  while (i < a1 || j < b1) {
    if (i < a1 && (partnerOfOld[i] ?? -1) < 0) {
      const [from, move] = [i, moveOfOld(i)];
      while (i < a1 && (partnerOfOld[i] ?? -1) < 0 && (move < 0 || moveOfOld(i) === move) && (move >= 0 || moveOfOld(i) < 0)) i += 1;
      runs.push({ kind: 'delete', a0: from, a1: i, b0: j, b1: j, move });
    } else if (j < b1 && (partnerOfNew[j] ?? -1) < 0) {
      const [from, move] = [j, moveOfNew(j)];
      while (j < b1 && (partnerOfNew[j] ?? -1) < 0 && moveOfNew(j) === move) j += 1;
      runs.push({ kind: 'insert', a0: i, a1: i, b0: from, b1: j, move });
    } else {
      const [from, to] = [i, j];
      do {
        i += 1;
        j += 1;
      } while (i < a1 && j < b1 && partnerOfOld[i] === j);
      runs.push({ kind: 'same', a0: from, a1: i, b0: to, b1: j, move: -1 });
    }
  }
  return runs;
};

/** Neighbours of one kind as one run. */
const joined = (runs: readonly Run[]): Run[] => {
  const one: Run[] = [];
  for (const run of runs) {
    const last = one.at(-1);
    if (last !== undefined && last.kind === run.kind && last.move === run.move) one[one.length - 1] = { ...last, a1: run.a1, b1: run.b1 };
    else one.push(run);
  }
  return one;
};
