// Numbers for words: the same number for words of both texts that count as equal. Known words are found by their letters where they stand, without a
// string of their own for each.

import type { Words } from '../script.ts';
import { foldWord } from './fold.ts';
import { labelOf } from './tokens.ts';

export interface Vocabulary {
  /** Writes the numbers of the words of one block, from 1, where the words stand in their text. */
  readonly number: (side: Words, block: number, keys: Int32Array) => void;
}

/** Words as printed, each with its number; open addressing. */
interface Table {
  slots: Int32Array;
  readonly printed: string[];
  readonly keys: number[];
}

const isAt = (text: string, from: number, word: string): boolean => {
  for (let at = 0; at < word.length; at += 1) if (text.charCodeAt(from + at) !== word.charCodeAt(at)) return false;
  return true;
};

const hashOf = (text: string, from: number, to: number): number => {
  let hash = to - from;
  for (let at = from; at < to; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash ^ (hash >>> 15);
};

/** Index of the word in the table; the slot where it belongs, as a negative number, where it is new. */
const find = ({ slots, printed }: Table, text: string, [from, to]: readonly [number, number]): number => {
  let slot = hashOf(text, from, to) & (slots.length - 1);
  for (let index = slots[slot] ?? 0; index !== 0; index = slots[slot] ?? 0) {
    const word = printed[index] ?? '';
    if (word.length === to - from && isAt(text, from, word)) return index;
    slot = (slot + 1) & (slots.length - 1);
  }
  return -1 - slot;
};

const grow = (table: Table): void => {
  const { printed } = table;
  table.slots = new Int32Array(4 * table.slots.length);
  for (let index = 1; index < printed.length; index += 1) {
    const word = printed[index] ?? '';
    table.slots[-1 - find(table, word, [0, word.length])] = index;
  }
};

export const createVocabulary = (): Vocabulary => {
  const table: Table = { slots: new Int32Array(4_096), printed: [''], keys: [0] };
  const folded = new Map<string, number>();
  const numberOf = (key: string): number => {
    const known = folded.get(key) ?? folded.size + 1;
    folded.set(key, known);
    return known;
  };
  const keyAt = (text: string, from: number, to: number): number => {
    const found = find(table, text, [from, to]);
    if (found >= 0) return table.keys[found] ?? 0;
    const word = text.slice(from, to);
    const key = numberOf(foldWord(word));
    table.slots[-1 - found] = table.printed.length;
    table.printed.push(word);
    table.keys.push(key);
    if (2 * table.printed.length > table.slots.length) grow(table);
    return key;
  };
  return {
    number: (side, block, keys) => {
      side.cut(block);
      const text = side.blocks[block]?.text ?? '';
      const [from, to] = [side.starts[block] ?? 0, side.starts[block + 1] ?? 0];
      for (let at = from; at < to; at += 1) keys[at] = keyAt(text, side.begins[at] ?? 0, side.ends[at] ?? 0);
      const label = labelOf(side, block);
      if (label !== null) keys[from + label.at] = numberOf(label.key);
    },
  };
};
