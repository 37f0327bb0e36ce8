// What the marks of a text say of each of its words, and which struck words stand between them.

import { type Run, readRuns } from '../../marks.ts';
import type { Text } from '../../types.ts';
import type { Words } from '../script.ts';
import { type Convention, conventionOf, hasStyle, type Style, tallyOf } from './convention.ts';
import { draftingRuns } from './typography.ts';

export interface Flags {
  readonly convention: Convention;
  /** Whether a word carries a mark for insertions. Bold that may be typography counts: there a mark cannot be missed. */
  readonly isInserted: (word: number) => boolean;
  /** The same for one style, and for bold that is no typography. */
  readonly hasMark: (word: number, style: Style) => boolean;
  /** Keys of the struck words that stand before word `from`, before word `to`, or between them. */
  readonly struckBetween: (from: number, to: number) => readonly string[];
  /** For each of these words, in order: whether they stand struck, in a row, anywhere in the text. */
  readonly struckInRow: (keys: readonly string[]) => readonly boolean[];
}

/** What of a word counts when its marks are looked for: its letters and figures. '' for punctuation. */
export const keyOf = (word: string): string =>
  word
    .replace(/[⁰¹²³⁴-⁹]/g, '')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

const BOLD = 1;
const UNDERLINED = 2;

/** Walks the runs of a block along the words of its reading text. */
const walk = (runs: readonly Run[], words: readonly string[], see: (word: number, run: Run, live: boolean) => void): void => {
  let [word, left] = [-1, 0];
  for (const run of runs) {
    if (run.struck) {
      see(left > 0 ? word : word + 1, run, false);
      continue;
    }
    for (const char of run.text.split('')) {
      if (/\s/.test(char)) continue;
      if (left === 0) {
        word += 1;
        left = words[word]?.length ?? 1;
      }
      left -= 1;
      if (/[\p{L}\p{N}]/u.test(char)) see(word, run, true);
    }
  }
};

const SIGNS = /\*\*|__|~~/;

interface Seen {
  /** For each word which marks it carries. */
  readonly raw: Uint8Array;
  readonly drafting: Uint8Array;
  /** Positions of struck words, ascending, and their keys. */
  readonly places: readonly number[];
  readonly keys: readonly string[];
}

const bits = ({ bold, underlined }: Run): number => (bold ? BOLD : 0) | (underlined ? UNDERLINED : 0);

const seenIn = (side: Words, drafting: readonly (readonly Run[])[]): Seen => {
  const length = side.starts[side.blocks.length] ?? 0;
  const seen = { raw: new Uint8Array(length), drafting: new Uint8Array(length), places: [] as number[], keys: [] as string[] };
  side.blocks.forEach(({ marked }, block) => {
    if (!SIGNS.test(marked)) return;
    const start = side.starts[block] ?? 0;
    const words = side.inBlock(block);
    walk(readRuns(marked), words, (word, run, live) => {
      if (live) seen.raw[start + word] = (seen.raw[start + word] ?? 0) | bits(run);
      else
        for (const key of run.text.split(/\s+/).map(keyOf)) {
          if (key === '') continue;
          seen.places.push(start + word);
          seen.keys.push(key);
        }
    });
    walk(drafting[block] ?? [], words, (word, run, live) => {
      if (live) seen.drafting[start + word] = (seen.drafting[start + word] ?? 0) | bits(run);
    });
  });
  return seen;
};

const firstAtLeast = (places: readonly number[], value: number): number => {
  let [low, high] = [0, places.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
};

const carries = (mark: number, style: Style): boolean => hasStyle({ bold: (mark & BOLD) > 0, underlined: (mark & UNDERLINED) > 0 }, style);

/** So many struck words in a row are the words that went, wherever they stand. */
const ROW = 5;

const rowsOf = (keys: readonly string[]): string[] => keys.slice(ROW - 1).map((_, at) => keys.slice(at, at + ROW).join(' '));

const inRows = (struck: readonly string[]): ((keys: readonly string[]) => boolean[]) => {
  let rows: Set<string> | null = null;
  return (keys) => {
    rows ??= new Set(rowsOf(struck));
    const found = keys.map(() => false);
    for (const [at, row] of rowsOf(keys).entries()) if (rows.has(row)) found.fill(true, at, at + ROW);
    return found;
  };
};

export const flagsOf = (side: Words, facts: Text['facts']): Flags => {
  const drafting = draftingRuns(side.blocks);
  const convention = conventionOf(facts, tallyOf(drafting));
  const seen = seenIn(side, drafting);
  return {
    convention,
    isInserted: (word) => convention.levels.some(({ style }) => carries(seen.raw[word] ?? 0, style)),
    hasMark: (word, style) => carries(seen.drafting[word] ?? 0, style),
    struckBetween: (from, to) => seen.keys.slice(firstAtLeast(seen.places, from), firstAtLeast(seen.places, to + 1)),
    struckInRow: inRows(seen.keys),
  };
};
