// What a comparison establishes, before anything is said of it: which words of two texts are the same, which went, which came.

import type { Block } from '../types.ts';

/** The words of one text, in the order in which they are compared: footnotes come last, since they stand where a page happens to end. */
export interface Words {
  readonly blocks: readonly Block[];
  /** As printed. */
  readonly words: readonly string[];
  /** For each word the index of its block. */
  readonly blockOf: ArrayLike<number>;
  /** For each block the index of its first word; one more at the end: the number of words. */
  readonly starts: ArrayLike<number>;
  /** For each word where it begins and ends in the text of its block, once `cut` was called for the block. */
  readonly begins: ArrayLike<number>;
  readonly ends: ArrayLike<number>;
  readonly cut: (block: number) => void;
  /** The words of one block. */
  readonly inBlock: (block: number) => readonly string[];
}

/**
 * A stretch of both texts: old words `[a0, a1)`, new words `[b0, b1)`. `same` has both (the numbers of words may differ: `co-operation` and
 * `co operation`), `delete` no new ones, `insert` no old ones.
 */
export interface Run {
  readonly kind: 'same' | 'insert' | 'delete';
  readonly a0: number;
  readonly a1: number;
  readonly b0: number;
  readonly b1: number;
  /** Index of the move that the words belong to: they are neither lost (`delete`, at the old place) nor new (`insert`, at the new one); -1 for none. */
  readonly move: number;
}

/** Paragraphs that stand elsewhere now, with what changed in them. */
export interface Move {
  readonly a0: number;
  readonly a1: number;
  readonly b0: number;
  readonly b1: number;
  /** Over exactly these words, in order. */
  readonly runs: readonly Run[];
}

/** Every word of both texts once: `runs` without `insert` are the old words in order, without `delete` the new ones. */
export interface Script {
  readonly old: Words;
  readonly now: Words;
  readonly runs: readonly Run[];
  readonly moves: readonly Move[];
}
