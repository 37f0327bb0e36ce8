// The words of a text, found when they are asked for: where nothing changed nobody needs them, and half a million of them are a lot of strings.

import type { Block } from '../../types.ts';
import type { Words } from '../script.ts';
import { type Label, labelKey } from './labels.ts';

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

/** Writes where the words of a text begin and end, from an index on. */
const cutInto = (text: string, at: number, { begins, ends }: { begins: Int32Array; ends: Int32Array }): void => {
  let word = at;
  let inside = false;
  for (let place = 0; place <= text.length; place += 1) {
    const space = place === text.length || isSpace(text.charCodeAt(place));
    if (space !== inside) continue;
    if (space) {
      ends[word] = place;
      word += 1;
    } else begins[word] = place;
    inside = !space;
  }
};

/**
 * @param blocks in the order in which they are compared
 * @param counts numbers of words of texts that were counted before
 */
export const wordsOf = (blocks: readonly Block[], counts = new Map<string, number>()): Words => {
  const starts = new Int32Array(blocks.length + 1);
  blocks.forEach(({ text }, at) => {
    const words = counts.get(text) ?? count(text);
    counts.set(text, words);
    starts[at + 1] = (starts[at] ?? 0) + words;
  });
  const blockOf = new Int32Array(starts.at(-1) ?? 0);
  for (let at = 0; at < blocks.length; at += 1) blockOf.fill(at, starts[at], starts[at + 1]);
  const places = { begins: new Int32Array(blockOf.length), ends: new Int32Array(blockOf.length) };
  const isKnown = new Uint8Array(blocks.length);
  const cut = (at: number): void => {
    if (isKnown[at] === 1) return;
    isKnown[at] = 1;
    cutInto(blocks[at]?.text ?? '', starts[at] ?? 0, places);
  };
  let all: readonly string[] | null = null;
  const side: Words = {
    blocks,
    starts,
    blockOf,
    ...places,
    cut,
    inBlock: (at) => sliceWords(side, starts[at] ?? 0, starts[at + 1] ?? 0),
    get words() {
      all ??= sliceWords(side, 0, blockOf.length);
      return all;
    },
  };
  return side;
};

/** Index of the block in which a word stands; the last one for the end of the text. */
export const blockAt = ({ blockOf, blocks }: Words, word: number): number => blockOf[word] ?? Math.max(0, blocks.length - 1);

/** Words `[from, to)`, as printed. */
export const sliceWords = (side: Words, from: number, to: number): string[] => {
  const words: string[] = [];
  const last = Math.min(to, side.blockOf.length);
  for (let at = from; at < last; ) {
    const block = blockAt(side, at);
    side.cut(block);
    const text = side.blocks[block]?.text ?? '';
    const end = Math.min(last, side.starts[block + 1] ?? last);
    for (; at < end; at += 1) words.push(text.slice(side.begins[at], side.ends[at]));
  }
  return words;
};

/** The number that a block carries; null where it has none. */
export const labelOf = (side: Words, block: number): Label | null => {
  const of = side.blocks[block];
  const [from, to] = [side.starts[block] ?? 0, side.starts[block + 1] ?? 0];
  return of === undefined ? null : labelKey(of, sliceWords(side, from, Math.min(to, from + 2)), to - from);
};
