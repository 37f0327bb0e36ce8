// A version that holds a part of the text only, and what the next one has besides: words without a mark that are no change.

import { blockAt } from '../compare/tokens.ts';
import type { Script } from '../script.ts';
import type { Flags } from './flags.ts';

/** Where a tenth of the new text stands in paragraphs that the version before lacks and that are not marked, that one was an excerpt. */
const EXCERPT = 10;
const AT_LEAST = 10;
/** A paragraph is new where so many hundredths of its words are: a few that it has in common with another prove nothing. */
const MOSTLY = 60;

/** For each paragraph the words that came, where they are most of it. */
const newParagraphs = ({ runs, now }: Script): Map<number, number> => {
  const came = new Map<number, number>();
  for (const { kind, b0, b1, move } of runs) {
    if (kind !== 'insert' || move >= 0) continue;
    for (let block = blockAt(now, b0); block < now.blocks.length && (now.starts[block] ?? 0) < b1; block += 1) {
      const words = Math.min(b1, now.starts[block + 1] ?? b1) - Math.max(b0, now.starts[block] ?? 0);
      came.set(block, (came.get(block) ?? 0) + words);
    }
  }
  const length = (block: number): number => (now.starts[block + 1] ?? 0) - (now.starts[block] ?? 0);
  return new Map([...came].filter(([block, words]) => words * 100 >= length(block) * MOSTLY));
};

const plainWords = (now: Flags, from: number, to: number): number => {
  let plain = 0;
  for (let at = from; at < to; at += 1) if (!now.isInserted(at)) plain += 1;
  return plain;
};

export interface OnlyHere {
  /** Indices of blocks of the new text. */
  readonly blocks: ReadonlySet<number>;
  readonly words: number;
}

/** Paragraphs of the new text that are new and not wholly marked. None where they are few: then they are changes. */
export const onlyHereOf = (script: Script, now: Flags): OnlyHere => {
  const { starts, blocks } = script.now;
  const plain = [...newParagraphs(script).keys()]
    .map((block) => ({ block, words: plainWords(now, starts[block] ?? 0, starts[block + 1] ?? 0) }))
    .filter(({ words }) => words > 0);
  const words = plain.reduce((sum, one) => sum + one.words, 0);
  const excerpt = plain.length >= AT_LEAST && words * EXCERPT >= (starts[blocks.length] ?? 0);
  return excerpt ? { blocks: new Set(plain.map(({ block }) => block)), words } : NONE;
};

export const NONE: OnlyHere = { blocks: new Set(), words: 0 };
