// Passages of several paragraphs that came or went as a whole: what is said of them, and where they stand.

import type { Hunk } from '../../types.ts';
import { blockAt } from '../compare/tokens.ts';
import type { Words } from '../script.ts';

/** A passage of so many words that came or went as a whole is one fact: single words in it decide nothing. */
const PASSAGE = 100;

export const passageWhy = (kind: Hunk['kind'], size: number, { aspects }: Pick<Hunk, 'aspects'>): string | null => {
  if (size < PASSAGE || kind === 'replace') return null;
  const words = `${size.toLocaleString('en')} words`;
  return `${kind === 'insert' ? `new passage of ${words}` : `passage of ${words} deleted`}${aspects[0] === 'wording' ? '' : `, with ${aspects.join(', ')}`}`;
};

/** Of a passage that begins before anything tells where it stands, where its next paragraph stands. */
export const placeIn = (placeOf: (word: number) => string | null, side: Words, [from, to]: readonly [number, number]): string | null => {
  const first = blockAt(side, from);
  for (let block = first; block < first + 8 && block < side.blocks.length; block += 1) {
    const word = Math.max(from, side.starts[block] ?? 0);
    const place = word < to || block === first ? placeOf(word) : null;
    if (place !== null) return place;
  }
  return null;
};
