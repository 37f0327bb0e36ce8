// The changed stretches of a comparison, as the words that a reader would want to see marked.

import type { BlockKind } from '../../types.ts';
import { labelKey } from '../compare/labels.ts';
import { blockAt } from '../compare/tokens.ts';
import type { Run, Script, Words } from '../script.ts';
import { keyOf } from './flags.ts';

/** Changes with no more words than this between them are one, as in a hunk. */
const JOINED_BY = 4;

export interface ChangedWord {
  readonly at: number;
  readonly key: string;
}

export interface Stretch {
  /** Old words `[a0, a1)` became new words `[b0, b1)`; what stayed between two changes is within. */
  readonly a0: number;
  readonly a1: number;
  readonly b0: number;
  readonly b1: number;
  /** Words that only one version has here: without punctuation, numbers of points, and words that the other one has as well. */
  readonly deleted: readonly ChangedWord[];
  readonly inserted: readonly ChangedWord[];
  /** Inserted words that are told otherwise. */
  readonly apart: readonly ChangedWord[];
}

/** `(27)` is a number of a point even where all of it but the number is struck. */
const NUMBER = /^[‘']?\(?(?:\d{1,3}[a-z]{0,2}|[a-z]{1,2}|[ivx]{2,5})[.)]$/;
/** Covers say which document it is; footnotes are seldom marked with care, and their numbers push them on. */
const LEFT_OUT: readonly BlockKind[] = ['cover', 'footnote'];

/** Words `[from, to)` that count, block by block. */
const changed = (side: Words, from: number, to: number): ChangedWord[] => {
  const words: ChangedWord[] = [];
  for (let at = blockAt(side, from); at < side.blocks.length && (side.starts[at] ?? 0) < to; at += 1) {
    const [block, start, inside] = [side.blocks[at], side.starts[at] ?? 0, side.inBlock(at)];
    if (block === undefined || LEFT_OUT.includes(block.kind)) continue;
    const label = labelKey(block, inside, inside.length)?.at ?? (NUMBER.test(inside[0] ?? '') ? 0 : -1);
    for (let word = Math.max(from, start); word < Math.min(to, start + inside.length); word += 1) {
      const key = keyOf(inside[word - start] ?? '');
      if (key !== '' && word - start !== label) words.push({ at: word, key });
    }
  }
  return words;
};

/** Leaves out what both have, as often as both have it. */
export const without = (words: readonly ChangedWord[], keys: readonly string[]): ChangedWord[] => {
  const left = new Map<string, number>();
  for (const key of keys) left.set(key, (left.get(key) ?? 0) + 1);
  return words.filter(({ key }) => {
    const count = left.get(key) ?? 0;
    if (count > 0) left.set(key, count - 1);
    return count === 0;
  });
};

const keys = (words: readonly ChangedWord[]): string[] => words.map(({ key }) => key);

const groupsOf = (runs: readonly Run[]): Run[][] => {
  const groups: Run[][] = [];
  let open = false;
  let between = 0;
  for (const run of runs) {
    if (run.kind === 'same') between += run.b1 - run.b0;
    else if (run.move < 0) {
      if (open && between <= JOINED_BY) groups.at(-1)?.push(run);
      else groups.push([run]);
      [open, between] = [true, 0];
    }
  }
  return groups;
};

/** @param leaveOut new words that are told otherwise */
export const stretchesOf = (script: Script, leaveOut: (word: number) => boolean): Stretch[] => {
  const { old, now } = script;
  const stretches = [script.runs, ...script.moves.map(({ runs }) => runs)].flatMap(groupsOf).map((runs): Stretch => {
    const [first, last] = [runs[0], runs.at(-1)];
    const of = (kind: Run['kind']) => runs.filter((run) => run.kind === kind);
    const deleted = of('delete').flatMap(({ a0, a1 }) => changed(old, a0, a1));
    const inserted = of('insert').flatMap(({ b0, b1 }) => changed(now, b0, b1));
    const fresh = without(inserted, keys(deleted));
    return {
      a0: first?.a0 ?? 0,
      a1: last?.a1 ?? 0,
      b0: first?.b0 ?? 0,
      b1: last?.b1 ?? 0,
      deleted: without(deleted, keys(inserted)),
      inserted: fresh.filter(({ at }) => !leaveOut(at)),
      apart: fresh.filter(({ at }) => leaveOut(at)),
    };
  });
  return stretches.filter(({ deleted, inserted }) => deleted.length + inserted.length > 0);
};
