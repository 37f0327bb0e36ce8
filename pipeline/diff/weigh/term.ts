// What was found in the words of one side.

import type { Known } from './known.ts';
import type { Said } from './vocabulary/groups.ts';

export interface Term {
  readonly aspect: Said;
  /** The same for all ways to write it. */
  readonly key: string;
  /** Null: its words as they stand. */
  readonly printed: string | null;
  /** Words `[from, to)`. */
  readonly from: number;
  readonly to: number;
  /** Counts only where the other side has something of the same kind: `one`, `and`. */
  readonly weak: boolean;
  /** A figure that is all there is in its words: two that have the same key are the same words, written in another way. */
  readonly isWhole?: boolean;
}

/** @param words those of the side on which it was found. */
export const printTerm = (words: readonly Known[], { printed, from, to }: Term): string =>
  printed ??
  words
    .slice(from, to)
    .map(({ word }) => word)
    .join(' ')
    .replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');
