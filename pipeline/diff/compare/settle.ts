// Mends what an exact comparison of words cannot know: words cut or hyphenated in another way are the same, numbers of points that were given to other
// points are not, and a stretch that went or came is cut where sentences begin.

import type { Move, Run, Script, Words } from '../script.ts';
import { foldTogether } from './fold.ts';
import type { Sides } from './paragraphs.ts';
import { type Renumbered, renumbered } from './renumbered.ts';
import { blockAt, labelOf, sliceWords } from './tokens.ts';

/** Longer stretches are no words cut in another way. */
const CUT_WORDS = 12;
/** A number stays with its point where at least this much of the point stayed. */
const STAYED = 0.3;

export const settle = (script: Script, sides: Sides): Script => {
  const mend = (runs: readonly Run[]): Run[] => slid(sameLetters(ownNumbers(runs, script), script), sides);
  return { ...script, runs: mend(script.runs), moves: script.moves.map((move): Move => ({ ...move, runs: mend(move.runs) })) };
};

/** Numbers count as equal whatever they say (labels.ts). Where next to nothing else of the point stayed, its number went with it. */
const ownNumbers = (runs: readonly Run[], script: Script): Run[] => {
  const mended: Run[] = [];
  const push = (run: Run): void => {
    if (run.a0 < run.a1 || run.b0 < run.b1) mended.push(run);
  };
  runs.forEach((run, at) => {
    let rest = run;
    for (const one of run.kind === 'same' ? renumbered(script, run) : []) {
      if (isOwn({ runs, from: at }, one, script)) continue;
      const { a, b, words } = numberOf(script, one);
      push({ ...rest, a1: a, b1: b });
      push({ ...rest, kind: 'delete', a0: a, a1: a + words, b0: b, b1: b });
      push({ ...rest, kind: 'insert', a0: a + words, a1: a + words, b0: b, b1: b + words });
      rest = { ...rest, a0: a + words, b0: b + words };
    }
    push(rest);
  });
  return mended;
};

/** The number of a point is one word; `Article 5` goes together. */
const numberOf = ({ old, now }: Script, { old: before, now: label, i, j }: Renumbered): { a: number; b: number; words: number } => {
  const [a, b] = [old.starts[i] ?? 0, now.starts[j] ?? 0];
  return before.at === 0 ? { a, b, words: 1 } : { a: a + before.at - label.at, b, words: label.at + 1 };
};

interface From {
  readonly runs: readonly Run[];
  readonly from: number;
}

/** Whether enough of what carried the number stayed in what carries it now. Of a heading the paragraph below it tells. */
const isOwn = (from: From, { old: { at }, i, j }: Renumbered, { old, now }: Script): boolean => {
  const below = (side: Words, block: number): number => (at === 0 || block + 1 >= side.blocks.length ? block : block + 1);
  const rangeOf = (side: Words, block: number): readonly [number, number] => [side.starts[block] ?? 0, side.starts[block + 1] ?? 0];
  const was = rangeOf(old, below(old, i));
  return stayed(from, was, rangeOf(now, below(now, j))) >= STAYED * (was[1] - was[0]);
};

type Stretch = readonly [from: number, to: number];

/** How many words of an old stretch stayed in a new one, from a run on. */
const stayed = ({ runs, from }: From, [a0, a1]: Stretch, [b0, b1]: Stretch): number => {
  let count = 0;
  for (let at = from; at < runs.length; at += 1) {
    const run = runs[at];
    if (run === undefined || run.a0 >= a1) break;
    if (run.kind !== 'same') continue;
    const shift = run.b0 - run.a0;
    count += Math.max(0, Math.min(run.a1, a1, b1 - shift) - Math.max(run.a0, a0, b0 - shift));
  }
  return count;
};

/** `co- operation` and `cooperation`, `MemberStates` and `Member States`, bars between cells, marks of footnotes. */
const sameLetters = (runs: readonly Run[], { old, now }: Script): Run[] => {
  const mended: Run[] = [];
  for (let at = 0; at < runs.length; at += 1) {
    const run = runs[at];
    if (run === undefined) break;
    const next = runs[at + 1];
    const both = run.kind === 'delete' && next?.kind === 'insert' && runs[at + 2]?.kind !== 'insert' ? next : null;
    const whole = both === null ? run : { ...run, b1: both.b1 };
    if (run.kind !== 'same' && run.move < 0 && (both?.move ?? -1) < 0 && isSame(whole, { old, now })) {
      mended.push({ ...whole, kind: 'same' });
      if (both !== null) at += 1;
    } else if (both !== null) {
      mended.push(run, both);
      at += 1;
    } else mended.push(run);
  }
  return together(mended);
};

/** Marks of footnotes alone fold to nothing: `Council ²,` and `Council,` are words that stayed. */
const isSame = ({ a0, a1, b0, b1 }: Run, { old, now }: { old: Words; now: Words }): boolean => {
  const [n, m] = [a1 - a0, b1 - b0];
  // One word against one: they would have been matched.
  if (n + m > CUT_WORDS || (n === 1 && m === 1)) return false;
  const [went, came] = [sliceWords(old, a0, a1), sliceWords(now, b0, b1)];
  if (lengthOf(went) > lengthOf(came) + CUT_WORDS || lengthOf(came) > lengthOf(went) + CUT_WORDS) return false;
  return foldTogether(went, opens(old, a0)) === foldTogether(came, opens(now, b0));
};

const opens = (side: Words, word: number): boolean => side.starts[blockAt(side, word)] === word;

const lengthOf = (words: readonly string[]): number => words.reduce((sum, { length }) => sum + length, 0);

/** Neighbours that are the same now as one, where that leaves word beside word: by their place in it numbers and blocks are found. */
const together = (runs: readonly Run[]): Run[] => {
  const one: Run[] = [];
  for (const run of runs) {
    const last = one.at(-1);
    if (last?.kind === 'same' && run.kind === 'same' && isWhole(last) && isWhole(run))
      one[one.length - 1] = { ...last, a1: run.a1, b1: run.b1 };
    else one.push(run);
  }
  return one;
};

/** How good a place between two words is for a change to begin or end. */
const worth = (side: Words, word: number): number => {
  const block = blockAt(side, word);
  if (word >= (side.starts[side.blocks.length] ?? 0)) return 4;
  if ((side.starts[block] ?? 0) === word) return labelOf(side, block) === null ? 4 : 5;
  const [before = ''] = sliceWords(side, word - 1, word);
  if (/[.!?]['’”"»)]*$/.test(before)) return 3;
  return /[;:]$/.test(before) ? 2 : /,$/.test(before) ? 1 : 0;
};

/** As far as a stretch is slid. */
const FARTHEST = 60;

/** `the old sentence. {+The new+} sentence.` can be told in several ways; the one that takes whole sentences reads best. */
const slid = (runs: readonly Run[], { old, now, oldKeys, newKeys }: Sides): Run[] => {
  const result = [...runs];
  for (let at = 1; at + 1 < result.length; at += 1) {
    const [before, run, after] = [result[at - 1], result[at], result[at + 1]];
    if (before?.kind !== 'same' || after?.kind !== 'same' || run === undefined || run.kind === 'same' || run.move >= 0) continue;
    const [side, keysOf, from, to] = run.kind === 'insert' ? [now, newKeys, run.b0, run.b1] : [old, oldKeys, run.a0, run.a1];
    const keyAt = (word: number): number => {
      const block = blockAt(side, word);
      return keysOf(block)[word - (side.starts[block] ?? 0)] ?? -1;
    };
    const most = (one: Run): number => Math.min(FARTHEST, one.a1 - one.a0, one.b1 - one.b0, isWhole(one) ? FARTHEST : 0);
    let left = 0;
    while (left < most(before) && keyAt(from - 1 - left) === keyAt(to - 1 - left)) left += 1;
    let right = 0;
    while (right < most(after) && keyAt(from + right) === keyAt(to + right)) right += 1;
    if (left + right === 0) continue;
    let best = { by: 0, worth: worth(side, from) * 2 + worth(side, to) };
    for (let by = -left; by <= right; by += 1) {
      const value = worth(side, from + by) * 2 + worth(side, to + by);
      if (value > best.worth) best = { by, worth: value };
    }
    if (best.by !== 0) shift(result, at, best.by);
  }
  return result.filter(({ a0, a1, b0, b1 }) => a0 < a1 || b0 < b1);
};

/** Word for word the same number on both sides. */
const isWhole = ({ a0, a1, b0, b1 }: Run): boolean => a1 - a0 === b1 - b0;

const shift = (runs: Run[], at: number, by: number): void => {
  const [before, run, after] = [runs[at - 1], runs[at], runs[at + 1]];
  if (before === undefined || run === undefined || after === undefined) return;
  runs[at - 1] = { ...before, a1: before.a1 + by, b1: before.b1 + by };
  runs[at] = { ...run, a0: run.a0 + by, a1: run.a1 + by, b0: run.b0 + by, b1: run.b1 + by };
  runs[at + 1] = { ...after, a0: after.a0 + by, b0: after.b0 + by };
};
