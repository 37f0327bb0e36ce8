// What changed between two texts: paragraphs first, then the words of what is left. Page breaks, line breaks, spaces and the
// place where paragraphs are cut count for nothing, because those are often the extractor's and not the author's.

import type { Block, DiffPart, Hunk, Text, TextDiff } from '../types.ts';
import { align, type Gap } from './align.ts';
import { weigh } from './weight.ts';
import { compareWords, type Run, type Word } from './words.ts';

/** Changes with no more words than this between them are read as one. */
const JOINED_BY = 4;
/** Words shown on either side of a change. */
const CONTEXT = 10;
/** A paragraph shorter than this that stands elsewhere is no move worth telling. */
const MOVED_WORDS = 6;

export const diffTexts = (before: Pick<Text, 'blocks'>, after: Pick<Text, 'blocks'>): TextDiff => {
  const [a, b] = [keysOf(before.blocks), keysOf(after.blocks)];
  const gaps = align(a, b);
  const moved = movedParagraphs(a, b, gaps);
  const hunks = gaps.flatMap((gap) => {
    const old = wordsOf(before.blocks, gap.a0, gap.a1, moved.old);
    const now = wordsOf(after.blocks, gap.b0, gap.b1, moved.new);
    return hunksOf(compareWords(old, now));
  });
  const moves = moved.pairs.map(([i, j]) => moveHunk(before.blocks[i], after.blocks[j]));
  const count = (kind: DiffPart['kind']) =>
    hunks.reduce((sum, hunk) => sum + hunk.parts.filter((p) => p.kind === kind).reduce((n, p) => n + p.text.split(' ').length, 0), 0);
  return {
    equal: hunks.length + moves.length === 0,
    hunks: [...hunks, ...moves],
    summary: { insertedWords: count('insert'), deletedWords: count('delete'), movedParagraphs: moves.length },
  };
};

const keysOf = (blocks: readonly Block[]): string[] => blocks.map((block) => block.text.split(/\s+/).filter(Boolean).join(' '));

const wordsOf = (blocks: readonly Block[], from: number, to: number, leaveOut: ReadonlySet<number>): Word[] =>
  blocks.slice(from, to).flatMap((block, i) => {
    const paragraph = from + i;
    if (leaveOut.has(paragraph)) return [];
    return block.text
      .split(/\s+/)
      .filter(Boolean)
      .map((word) => ({ word, paragraph, page: block.page }));
  });

/** Paragraphs that stand once in what went and once in what came, in another place. */
const movedParagraphs = (a: readonly string[], b: readonly string[], gaps: readonly Gap[]) => {
  const came = new Map<string, number[]>();
  for (const { b0, b1 } of gaps) for (let j = b0; j < b1; j += 1) came.set(b[j] ?? '', [...(came.get(b[j] ?? '') ?? []), j]);
  const went = new Map<string, number[]>();
  for (const { a0, a1 } of gaps) for (let i = a0; i < a1; i += 1) went.set(a[i] ?? '', [...(went.get(a[i] ?? '') ?? []), i]);
  const pairs: [number, number][] = [];
  for (const [key, [i, ...more]] of went) {
    const [j, ...others] = came.get(key) ?? [];
    if (i !== undefined && j !== undefined && more.length + others.length === 0 && key.split(' ').length >= MOVED_WORDS) pairs.push([i, j]);
  }
  return { pairs, old: new Set(pairs.map(([i]) => i)), new: new Set(pairs.map(([, j]) => j)) };
};

const moveHunk = (from: Block | undefined, to: Block | undefined): Hunk => ({
  kind: 'move',
  weight: 0,
  aspects: ['moved'],
  why: 'moved',
  place: null,
  old: from?.text ?? '',
  new: to?.text ?? '',
  oldPage: from?.page ?? null,
  newPage: to?.page ?? null,
  parts: [{ kind: 'same', text: to?.text ?? '' }],
});

/** Cuts the runs of one gap into hunks: changes that stand close together, with some words around them. */
const hunksOf = (runs: readonly Run[]): Hunk[] => {
  const groups: { from: number; to: number }[] = [];
  runs.forEach((run, i) => {
    if (run.kind === 'same') return;
    const last = groups.at(-1);
    const between = last === undefined ? [] : runs.slice(last.to + 1, i).flatMap((r) => r.words);
    if (last !== undefined && between.length <= JOINED_BY) last.to = i;
    else groups.push({ from: i, to: i });
  });
  return groups.map(({ from, to }) =>
    hunk(runs.slice(from, to + 1), runs[from - 1]?.words.slice(-CONTEXT) ?? [], runs[to + 1]?.words.slice(0, CONTEXT) ?? []),
  );
};

const print = (words: readonly Word[]): string => words.map((w) => w.word).join(' ');

const hunk = (runs: readonly Run[], before: readonly Word[], after: readonly Word[]): Hunk => {
  const old = runs.filter((r) => r.kind !== 'insert').flatMap((r) => r.words);
  const now = runs.filter((r) => r.kind !== 'delete').flatMap((r) => r.words);
  const parts: DiffPart[] = [
    { kind: 'same' as const, text: print(before) },
    ...runs.map((r) => ({ kind: r.kind, text: print(r.words) })),
    { kind: 'same' as const, text: print(after) },
  ].filter((part) => part.text !== '');
  return {
    kind: old.length === 0 ? 'insert' : now.length === 0 ? 'delete' : 'replace',
    ...weigh(print(old), print(now)),
    place: null,
    old: print(old),
    new: print(now),
    oldPage: (old[0] ?? before.at(-1) ?? after[0])?.page ?? null,
    newPage: (now[0] ?? before.at(-1) ?? after[0])?.page ?? null,
    parts,
  };
};
