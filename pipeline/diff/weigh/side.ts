// One side of a hunk with what stands around it, and what was found in it.

import { figuresOf } from './figures/scan.ts';
import type { Known } from './known.ts';
import { phrasesOf } from './phrases.ts';
import type { Term } from './term.ts';
import { TRAIT } from './traits.ts';

export interface Side {
  readonly words: readonly Known[];
  readonly terms: readonly Term[];
}

export interface Search {
  readonly phrases: boolean;
  readonly figures: boolean;
}

export const traitsOf = (words: readonly Known[]): number => {
  let all = 0;
  for (const { traits } of words) all |= traits;
  return all;
};

/**
 * Words around a change matter where a phrase or figure reaches into it, and a definition in front of it. Most hunks need no search at all.
 * @param inside traits of the words of both sides
 * @param after is asked for only where it matters
 */
export const searchFor = (inside: number, before: readonly Known[], after: () => readonly Known[]): Search => {
  const ahead = traitsOf(before);
  const isDefined = (ahead & TRAIT.defining) !== 0;
  if ((inside & SEARCHED) === 0) return isDefined ? PHRASES : NOTHING;
  const all = inside | ahead | traitsOf(after());
  const isLinked = (inside & TRAIT.link) !== 0 && (all & TRAIT.phrase) !== 0;
  const isSwapped = (inside & SWAP) === SWAP;
  return {
    phrases: isDefined || isLinked || isSwapped || (inside & TRAIT.phrase) !== 0,
    figures: (inside & TRAIT.figure) !== 0 || ((inside & TRAIT.near) !== 0 && (all & TRAIT.mark) !== 0),
  };
};

const SEARCHED = TRAIT.phrase | TRAIT.link | TRAIT.figure | TRAIT.near;
const SWAP = TRAIT.and | TRAIT.or;
const NOTHING: Search = { phrases: false, figures: false };
const PHRASES: Search = { phrases: true, figures: false };

export const sideOf = (words: readonly Known[], { phrases, figures }: Search): Side => {
  const found = figures ? figuresOf(words) : [];
  if (!phrases) return { words, terms: found };
  const covered = found.length === 0 ? null : new Uint8Array(words.length);
  if (covered !== null) for (const { from, to } of found) covered.fill(1, from, to);
  const said = phrasesOf(words, covered);
  return { words, terms: found.length === 0 ? said : [...found, ...said] };
};
