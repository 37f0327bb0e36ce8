// Words as they are shown: a space between words, a line break between paragraphs.

import { blockAt, sliceWords } from '../compare/tokens.ts';
import type { Words } from '../script.ts';

export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** Words of one block with single spaces between. Where they stand like that in the text, nothing has to be cut and joined. */
const phrase = (side: Words, block: number, { from, to }: Stretch): string => {
  side.cut(block);
  const text = side.blocks[block]?.text ?? '';
  for (let at = from; at + 1 < to; at += 1) {
    const end = side.ends[at] ?? 0;
    if (side.begins[at + 1] !== end + 1 || text.charCodeAt(end) !== 32) return sliceWords(side, from, to).join(' ');
  }
  return text.slice(side.begins[from], side.ends[to - 1]);
};

/** Words of several stretches, in order, on a line for each block. */
export const printWords = (side: Words, stretches: readonly Stretch[]): string => {
  let printed = '';
  let last = -1;
  for (const { from, to } of stretches) {
    for (let at = from; at < to; ) {
      const block = blockAt(side, at);
      const end = Math.max(at + 1, Math.min(to, side.starts[block + 1] ?? to));
      const words = phrase(side, block, { from: at, to: end });
      printed = printed === '' ? words : `${printed}${block === last ? ' ' : '\n'}${words}`;
      last = block;
      at = end;
    }
  }
  return printed;
};
