// The cover, and the recitals, articles and annexes of a text: what belongs to one is not told together with what belongs to another.

import { blockAt } from '../compare/tokens.ts';
import type { Words } from '../script.ts';

/** All by the index of a word. */
export interface Sections {
  /** `Article 5`; '' where nothing tells. */
  readonly at: (word: number) => string;
  /** Whether a section begins with the word. */
  readonly isStart: (word: number) => boolean;
  /** Where sections begin after the first of some words. */
  readonly startsIn: (from: number, to: number) => readonly number[];
}

const HEAD = /^(?:Article [^\s(,]+|recital \([^)]*\)|Annex(?: [^\s,]+)?|footnote \S+)/;

const COVER = 'cover';

export const sectionsOf = (side: Words, placeOf: (word: number) => string | null): Sections => {
  const known: string[] = [];
  const section = (block: number): string => {
    known[block] ??= side.blocks[block]?.kind === 'cover' ? COVER : (HEAD.exec(placeOf(side.starts[block] ?? 0) ?? '')?.[0] ?? '');
    return known[block];
  };
  const opens = (block: number): boolean => block > 0 && section(block) !== section(block - 1);
  return {
    at: (word) => section(blockAt(side, word)),
    isStart: (word) => {
      const block = blockAt(side, word);
      return side.starts[block] === word && opens(block);
    },
    startsIn: (from, to) => {
      const starts: number[] = [];
      for (let block = blockAt(side, from) + 1; block < side.blocks.length && (side.starts[block] ?? to) < to; block += 1)
        if (opens(block) && side.starts[block] !== side.starts[block + 1]) starts.push(side.starts[block] ?? 0);
      return starts;
    },
  };
};
