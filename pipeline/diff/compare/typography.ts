// Whether two texts differ in typography only: quotes, dashes, spaces, soft hyphens, where blocks and cells are cut. Words and their order count.

import type { Block } from '../../types.ts';

const fold = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\u00ad\u200b-\u200d\u2060\ufeff]/g, '')
    .replace(/[‘’‚‛′`´]/g, "'")
    .replace(/«\s*|\s*»|[“”„‟″]/g, '"')
    .replace(/[‐‑‒–—―−]/g, '-')
    .replace(/…/g, '...')
    .replace(/\s\|(?=\s)/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();

const wordsOf = (blocks: readonly Block[]): string => blocks.map(({ text }) => fold(text)).join(' ');

/** Same words in the same order, whatever the quotes, dashes, spaces and breaks. */
export const sameWords = (before: readonly Block[], after: readonly Block[]): boolean => wordsOf(before) === wordsOf(after);
