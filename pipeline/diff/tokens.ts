// The words of a text, cut when they are asked for: where nothing changed nobody needs them.

import type { Block } from '../types.ts';
import { foldWord } from './fold.ts';
import { labelKey } from './labels.ts';
import type { Words } from './script.ts';

const SPACES = /[^\S ]| {2}|^ | $/;

const split = (text: string): readonly string[] =>
  text === '' ? [] : SPACES.test(text) ? text.split(/\s+/).filter((word) => word !== '') : text.split(' ');

const isSpace = (code: number): boolean =>
  code === 32 ||
  (code >= 9 && code <= 13) ||
  code === 160 ||
  (code >= 0x1680 && (code === 0x1680 || (code >= 0x2000 && code <= 0x200a) || /\s/.test(String.fromCharCode(code))));

const count = (text: string): number => {
  let words = 0;
  let inside = false;
  for (let at = 0; at < text.length; at += 1) {
    const space = isSpace(text.charCodeAt(at));
    if (!space && !inside) words += 1;
    inside = !space;
  }
  return words;
};

/** @param blocks in the order in which they are compared */
export const wordsOf = (blocks: readonly Block[]): Words => {
  const starts = new Int32Array(blocks.length + 1);
  blocks.forEach((block, at) => {
    starts[at + 1] = (starts[at] ?? 0) + count(block.text);
  });
  const cut: (readonly string[])[] = [];
  const inBlock = (at: number): readonly string[] => {
    const known = cut[at];
    if (known !== undefined) return known;
    const words = split(blocks[at]?.text ?? '');
    cut[at] = words;
    return words;
  };
  let all: readonly string[] | null = null;
  let places: Int32Array | null = null;
  return {
    blocks,
    starts,
    inBlock,
    get words() {
      all ??= blocks.flatMap((_, at) => inBlock(at));
      return all;
    },
    get blockOf() {
      places ??= placesOfWords(starts);
      return places;
    },
  };
};

const placesOfWords = (starts: Int32Array): Int32Array => {
  const places = new Int32Array(starts.at(-1) ?? 0);
  for (let at = 0; at + 1 < starts.length; at += 1) places.fill(at, starts[at], starts[at + 1]);
  return places;
};

/** Index of the block in which a word stands. */
export const blockAt = ({ starts }: Words, word: number): number => {
  let low = 0;
  let high = starts.length - 2;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= word) low = middle;
    else high = middle - 1;
  }
  return low;
};

/** Words `[from, to)`, as printed. */
export const sliceWords = (side: Words, from: number, to: number): string[] => {
  const words: string[] = [];
  if (from >= to) return words;
  for (let block = blockAt(side, from); block < side.blocks.length && (side.starts[block] ?? 0) < to; block += 1) {
    const start = side.starts[block] ?? 0;
    const inside = side.inBlock(block);
    for (let at = Math.max(from, start) - start; at < inside.length && start + at < to; at += 1) words.push(inside[at] ?? '');
  }
  return words;
};

/** Numbers for words: the same number for words of both texts that count as equal. */
export interface Vocabulary {
  /** Keys of the words of one block. */
  readonly keysOf: (side: Words, block: number) => Int32Array;
}

export const createVocabulary = (): Vocabulary => {
  const printed = new Map<string, number>();
  const folded = new Map<string, number>();
  const numberOf = (key: string): number => {
    const known = folded.get(key);
    if (known !== undefined) return known;
    folded.set(key, folded.size + 1);
    return folded.size;
  };
  const keyOf = (word: string): number => {
    const known = printed.get(word);
    if (known !== undefined) return known;
    const key = numberOf(foldWord(word));
    printed.set(word, key);
    return key;
  };
  return {
    keysOf: (side, block) => {
      const words = side.inBlock(block);
      const keys = new Int32Array(words.length);
      for (let at = 0; at < words.length; at += 1) keys[at] = keyOf(words[at] ?? '');
      const label = labelKey(side.blocks[block], words);
      if (label !== null) keys[label.at] = numberOf(label.key);
      return keys;
    },
  };
};
