// Inputs that no one writes, and that must neither stop a comparison nor keep it busy.

import { describe, expect, it } from 'vitest';
import { align } from '../../pipeline/diff/compare/align.ts';
import { compareTexts } from '../../pipeline/diff/compare/compare.ts';
import { block, numbers } from './support.ts';

describe('a comparison', () => {
  it('takes hundreds of thousands of paragraphs that differ in typography', () => {
    const blocks = (quote: string) => ({ blocks: numbers(200_000).map((at) => block(`${quote}w${at}${quote}`)) });
    expect(compareTexts(blocks('"'), blocks("'")).runs).toMatchObject([{ kind: 'same', a1: 200_000, b1: 200_000 }]);
  });

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
