// Words as they are shown: a space between words, a line break between paragraphs.

import type { Words } from './script.ts';
import { blockAt, sliceWords } from './tokens.ts';

export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** Words of several stretches, in order, on a line for each block. */
export const printWords = (side: Words, stretches: readonly Stretch[]): string => {
  const [only, more] = stretches;
  if (only === undefined || (more === undefined && only.from >= only.to)) return '';
  if (more === undefined && blockAt(side, only.from) === blockAt(side, only.to - 1)) return sliceWords(side, only.from, only.to).join(' ');
  let printed = '';
  let last = -1;
  for (const { from, to } of stretches) {
    for (let at = from; at < to; ) {
      const block = blockAt(side, at);
      const end = Math.min(to, side.starts[block + 1] ?? to);
      const words = sliceWords(side, at, end).join(' ');
      printed += printed === '' ? words : `${block === last ? ' ' : '\n'}${words}`;
      last = block;
      at = Math.max(end, at + 1);
    }
  }
  return printed;
};
