// Says in one line which aspects a change has, and by which words.

import type { Aspect, Hunk, Weight } from '../../types.ts';

/** One aspect of a change and what decided it. */
export interface Clue {
  readonly aspect: Aspect;
  readonly went: readonly string[];
  readonly came: readonly string[];
  /** Said instead of the words: `after ‘smuggling’ means`. */
  readonly note?: string;
}

/** In the order in which they are told. */
const WEIGHTS: readonly (readonly [Aspect, Weight])[] = [
  ['legal force', 3],
  ['negation', 3],
  ['definition', 3],
  ['actor', 2],
  ['scope', 2],
  ['date', 2],
  ['number', 2],
  ['reference', 2],
];

const MOST_WORDS = 6;
const LONGEST_WORD = 40;
const LONGEST = 160;

/** Addresses of one site begin alike and differ at their end. */
export const short = (word: string): string => {
  if (word.length <= LONGEST_WORD) return word;
  return /^(?:https?:|www)/.test(word) ? `…${word.slice(1 - LONGEST_WORD)}` : `${word.slice(0, LONGEST_WORD - 1)}…`;
};

/** A clue with no more words than are ever shown, each once. */
interface Brief extends Clue {
  readonly hasMore: boolean;
}

const brief = (clue: Clue): Brief => {
  const [old, now] = [[...new Set(clue.went)], [...new Set(clue.came)]];
  const [went, came] = [old.slice(0, MOST_WORDS).map(short), now.slice(0, MOST_WORDS).map(short)];
  return { ...clue, went, came, hasMore: old.length > MOST_WORDS || now.length > MOST_WORDS };
};

/** What went and what came, each with its share of the room. */
const shown = ({ went, came, note, hasMore }: Brief, room: number): string => {
  if (note !== undefined) return note;
  const old = went.slice(0, Math.max(Math.ceil(room / 2), room - came.length));
  const now = came.slice(0, Math.max(0, room - old.length));
  const isCut = hasMore || old.length + now.length < went.length + came.length;
  return [...old.map((word) => `−${word}`), ...now.map((word) => `+${word}`), ...(isCut ? ['…'] : [])].join(' ');
};

const told = (clues: readonly Brief[], rooms: readonly number[]): string =>
  clues.map((clue, i) => (rooms[i] === 0 ? clue.aspect : `${clue.aspect}: ${shown(clue, rooms[i] ?? 0)}`)).join('; ');

/** Takes words away, from the aspect with the most and of equal ones from the lightest, until it fits. */
const fitted = (clues: readonly Brief[]): string => {
  const rooms = clues.map(({ note, went, came }) => (note === undefined ? Math.min(MOST_WORDS, went.length + came.length) : 1));
  let line = told(clues, rooms);
  while (line.length > LONGEST && rooms.some((room) => room > 0)) {
    const most = Math.max(...rooms);
    rooms[rooms.lastIndexOf(most)] = most - 1;
    line = told(clues, rooms);
  }
  return line;
};

/** @param clues not empty; each aspect once. */
export const verdict = (clues: readonly Clue[]): Pick<Hunk, 'weight' | 'aspects' | 'why'> => {
  const order = (aspect: Aspect): number => WEIGHTS.findIndex(([name]) => name === aspect);
  const sorted = [...clues].sort((a, b) => order(a.aspect) - order(b.aspect));
  const weight = WEIGHTS.find(([name]) => name === sorted[0]?.aspect)?.[1] ?? 1;
  return { weight, aspects: sorted.map(({ aspect }) => aspect), why: fitted(sorted.map(brief)) };
};
