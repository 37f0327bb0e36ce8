// Words that a syllable in front turns into their contrary: `lawful` and `unlawful`.

import { STEMS } from './vocabulary/stems.ts';

/** Always, before what they stand before. */
const ALWAYS = /^(?:un(?=.{5})|non(?=.{4})|il(?=l.{4})|ir(?=r.{4}))/;
const SOMETIMES = new RegExp(`^(?:in|im|dis)(?=${STEMS.join('|')})`);

/** @returns the word whose contrary this is, or null. */
const contraryOf = (bare: string): string | null => {
  const first = bare.charCodeAt(0);
  // u, n, i, d
  if (first !== 117 && first !== 110 && first !== 105 && first !== 100) return null;
  const match = ALWAYS.exec(bare) ?? SOMETIMES.exec(bare);
  return match === null ? null : bare.slice(match[0].length);
};

/** Pairs `[went, came]` of a word and its contrary. */
export const contraries = (went: readonly string[], came: readonly string[]): readonly (readonly [string, string])[] => [
  ...within(came, went).map(([contrary, word]) => [word, contrary] as const),
  ...within(went, came),
];

const within = (these: readonly string[], those: readonly string[]): readonly (readonly [string, string])[] =>
  these.flatMap((word) => {
    const positive = contraryOf(word);
    return positive !== null && those.includes(positive) ? [[word, positive] as const] : [];
  });
