// Texts for the tests of the diff, and what a script says of them, word by word.

import type { Run, Script } from '../../pipeline/diff/script.ts';
import type { Block, BlockKind } from '../../pipeline/types.ts';

export const block = (words: string, kind: BlockKind = 'paragraph', page: number | null = null): Block => ({
  kind,
  page,
  text: words,
  marked: words,
});

/** Each paragraph on a page of its own. */
export const text = (...paragraphs: readonly string[]) => ({ blocks: paragraphs.map((words, i) => block(words, 'paragraph', i + 1)) });

export const items = (...points: readonly string[]) => ({ blocks: points.map((words) => block(words, 'list-item', 1)) });

const flat = (texts: readonly { readonly text: string }[]): string[] =>
  texts.flatMap((one) => one.text.split(/\s+/).filter((w) => w !== ''));

/** The words of both texts as they stand, in the order of the script. */
export const wordsIn = ({ old, now }: Script): { old: string[]; now: string[] } => ({ old: flat(old.blocks), now: flat(now.blocks) });

/** Places of the words that the runs cover, in their order. */
export const covered = (runs: readonly Run[]): { old: number[]; now: number[] } => {
  const range = (from: number, to: number) => Array.from({ length: to - from }, (_, at) => from + at);
  return {
    old: runs.flatMap(({ a0, a1 }) => range(a0, a1)),
    now: runs.flatMap(({ b0, b1 }) => range(b0, b1)),
  };
};

export const numbers = (to: number, from = 0): number[] => Array.from({ length: to - from }, (_, at) => from + at);
