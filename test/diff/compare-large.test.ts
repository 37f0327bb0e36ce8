// Inputs that no one writes, and that must neither stop a comparison nor keep it busy.

import { describe, expect, it } from 'vitest';
import { align } from '../../pipeline/diff/compare/align.ts';
import { compareTexts } from '../../pipeline/diff/compare/compare.ts';
import { diffTexts } from '../../pipeline/diff/index.ts';
import { block, numbers } from './support.ts';

describe('a comparison', () => {
  it('takes hundreds of thousands of paragraphs that differ in typography', () => {
    const blocks = (quote: string) => ({ blocks: numbers(150_000).map((at) => block(`${quote}w${at}${quote}`)) });
    expect(compareTexts(blocks('"'), blocks("'")).runs).toMatchObject([{ kind: 'same', a1: 150_000, b1: 150_000 }]);
  }, 20_000);

  it('does not look through a list for each of its anchors', () => {
    // Every number but the last stands twice, so that each anchor makes the next one.
    const keys = [0, ...numbers(10_000, 1).flatMap((key) => [key, key - 1])];
    const list = (noise: string): readonly string[] => keys.flatMap((key, at) => [`${noise}${at}`, `k${key}`]);
    let looks = 0;
    const counted = new Proxy(list('a'), {
      get: (target, key) => {
        looks += 1;
        return Reflect.get(target, key);
      },
    });
    align(counted, list('b'));
    expect(looks).toBeLessThan(200 * counted.length);
  });
});

describe('a passage', () => {
  const told = (parts: readonly { readonly kind: string }[]): readonly string[] => parts.map(({ kind }) => kind);

  it('of hundreds of thousands of words that was rewritten around every third word is read at once', () => {
    const words = (of: string): string =>
      numbers(300_000)
        .map((at) => (at % 3 === 0 ? 'the' : `${of}${at}`))
        .join(' ');
    const { hunks } = diffTexts({ blocks: [block(words('x'))] }, { blocks: [block(words('y'))] });
    expect(hunks.map(({ parts }) => told(parts))).toEqual([['same', 'delete', 'insert']]);
  }, 20_000);

  it('of thousands of articles that were replaced is told article by article', () => {
    const articles = (from: number, of: string) =>
      numbers(from + 9_000, from).flatMap((at) => [
        block(`Article ${at}`, 'heading'),
        block(`${of}${at} ${of}b${at} ${of}c${at} ${of}d${at}`),
      ]);
    const { summary } = diffTexts({ blocks: articles(1, 'x') }, { blocks: articles(20_001, 'y') });
    expect(summary.insertedWords).toBeGreaterThan(30_000);
  }, 20_000);
});
