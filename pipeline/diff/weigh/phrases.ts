// Finds the phrases of the vocabularies in a run of words: the longest that begins at a word, from left to right.

import type { Known } from './known.ts';
import { spellOf } from './spelling.ts';
import type { Term } from './term.ts';
import { LEXICON, type Node, type Phrase, SHAPES } from './vocabulary/lexicon.ts';

/** Words that follow no "is to" of the kind that obliges. */
const NO_VERB = new Set(
  `the a an this that these those its their his her our your my any all each every some such no which whom
  in on of for from by with at date what`.split(/\s+/),
);
const PERSONAL = new Set('the a each any every that which'.split(' '));
/** The words of a name in quotes are few. */
const LONGEST_NAME = 6;
const CLOSED = /[’'"”»*]$/;
const OPENING = new Set('a an any the all one every either person persons natural legal information data'.split(' '));

type Words = readonly Known[];
type Guard = (words: Words, from: number, to: number) => boolean;

const AIMS = new Set(
  'aim aims objective objectives purpose purposes mission goal idea task role challenge intention ambition priority way'.split(' '),
);
/** "The aim is to" tells what somebody wants. */
const beforeVerb: Guard = (words, from, to) => !NO_VERB.has(words[to]?.bare ?? '') && !AIMS.has(words[from - 1]?.bare ?? '');
/** "No 5" is a number. */
const uncounted: Guard = (words, from, to) => !/^\d/.test(words[to]?.word ?? '') && !/^no\.$/i.test(words[from]?.word ?? '');
/** ‘smuggling’ means, also ‘smuggling’ (MS) means, and not "by means of". What stands before is not always to be seen. */
const defines: Guard = (words, from, to) => {
  if (from === 0) return OPENING.has(words[to]?.bare ?? '');
  const before = words[from - 1]?.word ?? '';
  return (
    CLOSED.test(before) ||
    (before.endsWith(')') && words.slice(Math.max(0, from - LONGEST_NAME), from).some(({ word }) => CLOSED.test(word)))
  );
};
/** "The data subject to have" is a person. */
const conditions: Guard = (words, from) => words[from - 1]?.bare !== 'data' || !PERSONAL.has(words[from - 2]?.bare ?? '');

const GUARDS: ReadonlyMap<string, Guard> = new Map([
  ...['is to', 'are to', 'has to', 'have to', 'is not to', 'are not to'].map((written) => [written, beforeVerb] as const),
  ['subject to', conditions],
  ['no', uncounted],
  ['means', defines],
]);

/** Words taken apart into the symbols of the lexicon. */
interface Line {
  readonly symbols: readonly number[];
  /** For each symbol the index of its word. */
  readonly at: readonly number[];
}

/** @param covered for each word 1 where something else was found already. */
export const phrasesOf = (words: Words, covered: Uint8Array | null): Term[] => {
  const line = lineOf(words, covered);
  const terms: Term[] = [];
  for (let i = 0; i < line.symbols.length; i += 1) {
    if (line.symbols[i] === 0) continue;
    const found = longest(words, line, i);
    if (found === null) continue;
    terms.push(termOf(words, found));
    i += found.phrase.shapes.length - 1;
  }
  return terms;
};

const lineOf = (words: Words, covered: Uint8Array | null): Line => {
  const symbols: number[] = [];
  const at: number[] = [];
  for (let i = 0; i < words.length; i += 1) {
    for (const symbol of words[i]?.symbols ?? []) {
      symbols.push(covered?.[i] === 1 ? 0 : symbol);
      at.push(i);
    }
  }
  return { symbols, at };
};

interface Found {
  readonly phrase: Phrase;
  readonly from: number;
  readonly to: number;
}

const longest = (words: Words, { symbols, at }: Line, i: number): Found | null => {
  let found: Found | null = null;
  let node: Node | undefined = LEXICON;
  for (let j = i; j < symbols.length; j += 1) {
    node = node.next.get(Math.floor((symbols[j] ?? 0) / SHAPES));
    if (node === undefined) break;
    for (const phrase of node.phrases) {
      if (!fits(phrase, symbols, i)) continue;
      const [from, to] = [at[i] ?? 0, (at[j] ?? 0) + 1];
      if (GUARDS.get(phrase.written)?.(words, from, to) === false) continue;
      found = { phrase, from, to };
      break;
    }
  }
  return found;
};

const fits = ({ shapes }: Phrase, symbols: readonly number[], i: number): boolean => {
  for (let k = 0; k < shapes.length; k += 1) if ((symbols[i + k] ?? 0) % SHAPES < (shapes[k] ?? 0)) return false;
  return true;
};

/** How many words after the opening of a definition belong to what it says. */
const DEFINED = 4;

const termOf = (words: Words, { phrase, from, to }: Found): Term => {
  const { aspect, key, weak, written } = phrase;
  if (aspect !== 'definition') return { aspect, key, printed: null, from, to, weak };
  // What is defined stands in front of it; what it is defined as, behind.
  const opening = words.slice(written === 'means' ? nameBefore(words, from) : from, to);
  const meaning = [...opening, ...words.slice(to, to + DEFINED)].map(({ bare }) => spellOf(bare));
  return {
    aspect,
    key: `${key} ${meaning.join(' ')}`,
    printed: printOpening(opening),
    from,
    to,
    weak,
  };
};

/** Where the name stands too far in front to be seen, something stands for it. */
const printOpening = (words: Words): string =>
  `${words.length === 1 && words[0]?.bare === 'means' ? '… ' : ''}${words.map(({ word }) => word).join(' ')}`.replace(/[,;:.]+$/, '');

const nameBefore = (words: Words, end: number): number => {
  for (let i = end - 1; i >= Math.max(0, end - LONGEST_NAME); i -= 1) if (/^[([]?[‘'"“«*]/.test(words[i]?.word ?? '')) return i;
  return Math.max(0, end - 1);
};
