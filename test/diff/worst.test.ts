// Long texts that have next to nothing in common: an answer, in time, and never the answer that nothing changed. Limits are wide, for busy machines;
// what it takes is measured by `npm run bench -- diff`.

import { describe, expect, it } from 'vitest';
import { compareTexts } from '../../pipeline/diff/compare/compare.ts';
import { diffTexts } from '../../pipeline/diff/index.ts';
import { block, covered, numbers } from './support.ts';

const WORDS = 30_000;
const LIMIT = 20_000;
const chance = (seed: number) => {
  let state = seed;
  return (most: number): number => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return Math.floor((state / 4_294_967_296) * most);
  };
};
const made = (seed: number, word: (random: (most: number) => number) => string, line = 50) => {
  const random = chance(seed);
  return {
    blocks: Array.from({ length: WORDS / line }, () => block(Array.from({ length: line }, () => word(random)).join(' '))),
  };
};
const rare = (random: (most: number) => number): string => `w${random(5_000)}`;
const digit = (random: (most: number) => number): string => String(random(10));
const lines = made(1, rare);

describe('the worst that can come', () => {
  it.each([
    ['unrelated texts', lines, made(2, rare)],
    ['tables of figures', made(1, digit), made(2, digit)],
    ['one paragraph', made(1, rare, WORDS), made(2, rare, WORDS)],
    ['a paragraph to each word', made(1, digit, 1), made(2, digit, 1)],
    ['paragraphs backwards', lines, { blocks: [...lines.blocks].reverse() }],
    ['the same word, more often', made(1, () => 'lamp', 10), { blocks: made(1, () => 'lamp', 10).blocks.slice(0, 2_000) }],
  ])('%s', (_, before, after) => {
    const start = performance.now();
    const { equal, hunks } = diffTexts(before, after);
    expect(equal).toBe(false);
    expect(hunks.length).toBeGreaterThan(0);
    expect(performance.now() - start).toBeLessThan(LIMIT);
    const { runs, old, now } = compareTexts(before, after);
    expect(covered(runs)).toEqual({ old: numbers(old.words.length), now: numbers(now.words.length) });
  });
});
