// How much a hunk matters, by the words that decide it. The weight only orders hunks; nothing is hidden because of it.

import type { Aspect, Hunk, Weight } from '../types.ts';

interface Rule {
  readonly name: Aspect;
  readonly weight: Weight;
  readonly pattern: RegExp;
}

/** The first rule whose words differ between old and new decides. */
const RULES: readonly Rule[] = [
  {
    name: 'legal force',
    weight: 3,
    pattern: /\b(shall|should|may|must|will|can|could|is encouraged to|are encouraged to|in particular|where appropriate)\b/gi,
  },
  { name: 'negation', weight: 3, pattern: /\b(not|no|never|without|except|unless|cannot)\b/gi },
  {
    name: 'date',
    weight: 2,
    pattern: /\b(january|february|march|april|june|july|august|september|october|november|december|(?:19|20)\d\d)\b/gi,
  },
  { name: 'number', weight: 2, pattern: /\d[\d\s.,]*\d|\d/g },
];

const found = (pattern: RegExp, words: string): string[] => (words.match(pattern) ?? []).map((w) => w.toLowerCase().trim());

/** What one side has that the other lacks, repeated words counted. */
const without = (these: readonly string[], those: readonly string[]): string[] => {
  const left = [...those];
  return these.filter((w) => {
    const at = left.indexOf(w);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
};

const bare = (words: string): string => words.toLowerCase().replace(/[\p{P}\p{S}\s]+/gu, '');

/** @returns 3 substance, 2 figures and dates, 1 other wording, 0 editorial; and why. */
export const weigh = (before: string, after: string): Pick<Hunk, 'weight' | 'aspects' | 'why'> => {
  if (bare(before) === bare(after)) return { weight: 0, aspects: ['editorial'], why: 'only capitals, spaces or punctuation' };
  for (const { name, weight, pattern } of RULES) {
    const old = found(pattern, before);
    const now = found(pattern, after);
    const gone = without(old, now);
    const come = without(now, old);
    if (gone.length + come.length > 0)
      return {
        weight,
        aspects: [name],
        why: `${name}: ${[...gone.map((w) => `−${w}`), ...come.map((w) => `+${w}`)].slice(0, 6).join(' ')}`,
      };
  }
  return { weight: 1, aspects: ['wording'], why: 'wording' };
};
