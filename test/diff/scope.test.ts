import { describe, expect, it } from 'vitest';
import { compareTexts } from '../../pipeline/diff/compare/compare.ts';
import { scopeNotes } from '../../pipeline/diff/scope.ts';
import { text } from './support.ts';

const paragraphs = (from: number, to: number): string[] =>
  Array.from({ length: to - from }, (_, at) => `Lamp ${from + at} of the coast burns oil that keeper ${(from + at) * 7} brings at night.`);

describe('texts of another extent', () => {
  const [whole, part] = [text(...paragraphs(0, 300)), text(...paragraphs(100, 200))];

  it('are named in both directions: an excerpt beside the whole', () => {
    expect(scopeNotes(compareTexts(part, whole))[0]).toMatch(
      /^the new text has 3,900 words and the other 1,300: one of them may be an excerpt/,
    );
    expect(scopeNotes(compareTexts(whole, part))[0]).toMatch(/^the old text has 3,900 words/);
  });

  it('are not two texts of which the longer one is another', () =>
    expect(scopeNotes(compareTexts(text(...paragraphs(0, 100).map((line) => line.toUpperCase())), whole))).toEqual([]));

  it('nor is a text that grew by a few paragraphs, or a short one', () => {
    expect(scopeNotes(compareTexts(whole, text(...paragraphs(0, 330))))).toEqual([]);
    expect(scopeNotes(compareTexts(text(...paragraphs(0, 3)), text(...paragraphs(0, 9))))).toEqual([]);
  });
});
