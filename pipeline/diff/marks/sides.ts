// The two versions of one block: its old words and its new words, and which of them are the same.

import { type Run as MarkedRun, readingOf, writeRuns } from '../../marks.ts';
import type { Piece, State } from './pieces.ts';

/** Words of one version, each with the characters it is made of, as numbers that both versions share; -1 where it is not wholly of shared ones. */
export interface Side {
  readonly text: string;
  readonly words: readonly string[];
  readonly keys: readonly number[];
}

export interface Sides {
  readonly old: Side;
  readonly now: Side;
}

const PLAIN: Omit<MarkedRun, 'text' | 'struck'> = { bold: false, underlined: false, link: null };

/** As a reader of that version would read it: what it lacks goes as struck words go. */
const readingWithout = (pieces: readonly Piece[], lacks: readonly State[]): string =>
  readingOf(writeRuns(pieces.map(({ text, state }) => ({ ...PLAIN, text, struck: lacks.includes(state) }))));

const split = (text: string): string[] => text.split(/\s+/).filter((word) => word !== '');

/** @param lives characters of this version in order, white space apart: their numbers, or -1 for what only this version has */
const sideOf = (text: string, lives: readonly number[]): Side | null => {
  const words = split(text);
  let at = 0;
  const keys = words.map((word) => {
    const [first = -1, last = -1] = [lives[at], lives[at + word.length - 1]];
    let alone = first < 0 || last - first !== word.length - 1;
    for (let i = at; i < at + word.length && !alone; i += 1) alone = (lives[i] ?? -1) < 0;
    at += word.length;
    // First and last character say which word it is.
    return alone ? -1 : first;
  });
  return at === lives.length || words.length === 0 ? { text, words, keys } : null;
};

/**
 * @param text the reading text of the block
 * @returns null where the text is not what its marked form says
 */
export const sidesOf = (pieces: readonly Piece[], text: string): Sides | null => {
  const [old, now]: [number[], number[]] = [[], []];
  let number = 0;
  for (const piece of pieces) {
    for (const char of piece.text.split('')) {
      if (/\s/.test(char)) continue;
      const shared = piece.state === 'same' ? number : -1;
      if (piece.state === 'same' || piece.state === 'delete') old.push(shared);
      if (piece.state === 'same' || piece.state === 'insert') now.push(shared);
      number += 1;
    }
  }
  const oldSide = sideOf(readingWithout(pieces, ['insert', 'gone']), old);
  const newSide = sideOf(text, now);
  return oldSide === null || newSide === null ? null : { old: oldSide, now: newSide };
};

export interface Step {
  readonly kind: 'same' | 'insert' | 'delete';
  readonly count: number;
}

/** Word for word through both sides; between two words that stayed, what went stands before what came. */
export const stepsOf = ({ old, now }: Sides): Step[] => {
  const lengths = new Map(now.keys.map((key, at) => [key, now.words[at]?.length ?? 0]));
  const stays = (at: number): boolean => {
    const key = old.keys[at] ?? -1;
    return key >= 0 && lengths.get(key) === old.words[at]?.length;
  };
  const steps: Step[] = [];
  const push = (kind: Step['kind'], count: number): void => {
    const last = steps.at(-1);
    if (count === 0) return;
    if (last?.kind === kind) steps[steps.length - 1] = { kind, count: last.count + count };
    else steps.push({ kind, count });
  };
  let [i, j] = [0, 0];
  while (i < old.words.length || j < now.words.length) {
    const [from, to] = [i, j];
    while (i < old.words.length && !stays(i)) i += 1;
    const next = i < old.words.length ? old.keys[i] : null;
    while (j < now.words.length && now.keys[j] !== next) j += 1;
    push('delete', i - from);
    push('insert', j - to);
    if (next !== null) {
      push('same', 1);
      i += 1;
      j += 1;
    }
  }
  return steps;
};
