// What the runs of a block say of its words: which were inserted, which deleted, which stood there before and still do.

import type { Block } from '../../types.ts';
import { type Convention, hasStyle, type Level, type Style } from './convention.ts';
import type { Marked } from './typography.ts';

/** `gone`: deleted before the changes that are asked for, so it stands in neither version. */
export type State = 'same' | 'insert' | 'delete' | 'gone';

export interface Piece {
  readonly text: string;
  readonly state: State;
}

/** `all`: everything that the document marks. `latest`: where it tells older changes from newer ones, the newer. */
export type Depth = 'all' | 'latest';

/** What stands for words that were deleted without being printed: `[…]`, `( )`, `▌`. */
const GAP = /(\[\s?(?:…|\.\s?\.\s?\.)?\s?\]|\(\s?(?:…|\.\s?\.\s?\.)?\s?\)|▌)/;

export const latestOf = ({ levels }: Convention): Level | undefined => levels.at(-1);

const stylesOf = (convention: Convention, depth: Depth): readonly Style[] => {
  const latest = latestOf(convention);
  if (depth === 'all' || latest === undefined) return convention.levels.map(({ style }) => style);
  return [latest.style];
};

export interface Reader {
  readonly piecesOf: (block: Block, runs: Marked) => readonly Piece[];
}

/** @param blocks all of the document's, typography left out */
export const readerOf = (convention: Convention, depth: Depth, blocks: readonly Marked[]): Reader => {
  const styles = stylesOf(convention, depth);
  // Struck words in the newer style are the newer deletions, if a document has any such.
  const newer = (run: Marked[number]): boolean => styles.some((style) => hasStyle(run, style));
  const parts = depth === 'latest' && convention.levels.length > 1 && blocks.some((runs) => runs.some((run) => run.struck && newer(run)));
  const stateOf = (run: Marked[number]): State => {
    if (run.struck) return parts && !newer(run) ? 'gone' : 'delete';
    return newer(run) ? 'insert' : 'same';
  };
  const gapsIn = ({ kind }: Block): boolean => convention.gaps && kind !== 'footnote' && kind !== 'cover';
  return {
    piecesOf: (block, runs) =>
      runs.flatMap((run): Piece[] => {
        const state = stateOf(run);
        if (state !== 'same' || !gapsIn(block) || !GAP.test(run.text)) return [{ text: run.text, state }];
        return run.text.split(GAP).map((text, at) => ({ text, state: at % 2 === 1 ? 'insert' : 'same' }));
      }),
  };
};

export const isPlain = (pieces: readonly Piece[]): boolean => pieces.every(({ state }) => state === 'same');

/** How many words were deleted without a trace of what they were. */
export const gapsOf = (pieces: readonly Piece[]): number =>
  pieces.reduce((count, { text, state }) => count + (state === 'insert' ? (text.split(GAP).length - 1) / 2 : 0), 0);
