// The words of one gap, compared by npm diff; where the gap is too large for that, cut at common sentences first.

import { diffArrays } from 'diff';
import { align } from './align.ts';

/** One word, and where its paragraph stands. */
export interface Word {
  readonly word: string;
  readonly paragraph: number;
  readonly page: number | null;
}

export interface Run {
  readonly kind: 'same' | 'insert' | 'delete';
  readonly words: readonly Word[];
}

/** npm diff takes O(words × edits) and gives nothing at all past this many edits: then a coarser cut is made. */
const MOST_EDITS = 1_500;
/** A larger gap is cut first: comparing it whole would cost seconds, and often for nothing. */
const LARGE_GAP = 8_000;
/** Words of a run that must agree to cut a gap that is too large. */
const SHINGLE = 8;

/** All words of both sides as runs, in order. Never gives up: the coarsest answer is "all of this became all of that". */
export const compareWords = (a: readonly Word[], b: readonly Word[]): readonly Run[] => {
  const direct = a.length + b.length > LARGE_GAP ? null : exact(a, b);
  if (direct !== null) return direct;
  const gaps = align(shingles(a), shingles(b));
  // Equal shingles at i and j mean equal words there, so the gaps between shingles are gaps between words.
  const runs: Run[] = [];
  let at = 0;
  for (const { a0, a1, b0, b1 } of gaps) {
    if (a0 > at) runs.push({ kind: 'same', words: a.slice(at, a0) });
    runs.push(...(exact(a.slice(a0, a1), b.slice(b0, b1)) ?? replaced(a.slice(a0, a1), b.slice(b0, b1))));
    at = a1;
  }
  if (at < a.length) runs.push({ kind: 'same', words: a.slice(at) });
  return runs;
};

const exact = (a: readonly Word[], b: readonly Word[]): readonly Run[] | null => {
  if (a.length === 0 || b.length === 0) return replaced(a, b);
  const parts = diffArrays(
    a.map((w) => w.word),
    b.map((w) => w.word),
    { maxEditLength: MOST_EDITS },
  );
  if (parts === undefined) return null;
  let i = 0;
  let j = 0;
  return parts.map((part) => {
    const words = part.added ? b.slice(j, j + part.value.length) : a.slice(i, i + part.value.length);
    if (!part.added) i += part.value.length;
    if (!part.removed) j += part.value.length;
    return { kind: part.added ? 'insert' : part.removed ? 'delete' : 'same', words };
  });
};

const replaced = (a: readonly Word[], b: readonly Word[]): Run[] =>
  [
    { kind: 'delete' as const, words: a },
    { kind: 'insert' as const, words: b },
  ].filter((run) => run.words.length > 0);

const shingles = (words: readonly Word[]): string[] =>
  words.map((_, i) =>
    words
      .slice(i, i + SHINGLE)
      .map((w) => w.word)
      .join(' '),
  );
