// All vocabularies as one tree of words, built once: phrases are followed word by word, whatever their number.

import { type Shape, type Unit, unitsOf } from '../units.ts';
import { BODIES } from './bodies.ts';
import { COUNTRIES } from './countries.ts';
import { ENGLISH, WEAK } from './english.ts';
import { FRENCH, GERMAN } from './german-french.ts';
import type { Group, Said, Vocabulary } from './groups.ts';

/** One way of writing one thing. */
export interface Phrase {
  readonly aspect: Said;
  readonly key: string;
  readonly written: string;
  /** For each word how it must be written. */
  readonly shapes: readonly Shape[];
  readonly weak: boolean;
}

export interface Node {
  readonly next: Map<number, Node>;
  readonly phrases: Phrase[];
}

/** A word of the vocabulary together with how it is written here: its number times this, plus its shape. 0 is any other word. */
export const SHAPES = 4;
const numbers = new Map<string, number>();

export const symbolOf = ({ low, shape }: Unit): number => {
  const number = numbers.get(low);
  return number === undefined ? 0 : number * SHAPES + shape;
};

const numberOf = (low: string): number => {
  const number = numbers.get(low) ?? numbers.size + 1;
  numbers.set(low, number);
  return number;
};

const node = (): Node => ({ next: new Map(), phrases: [] });

const grow = (root: Node, phrase: Omit<Phrase, 'shapes'>): void => {
  const units = phrase.written.split(' ').flatMap((word) => unitsOf(word));
  let at = root;
  for (const { low } of units) {
    const number = numberOf(low);
    const next = at.next.get(number) ?? node();
    at.next.set(number, next);
    at = next;
  }
  at.phrases.push({ ...phrase, shapes: units.map(({ shape }) => shape) });
};

const phrasesOf = (vocabulary: Vocabulary, weak: boolean): Omit<Phrase, 'shapes'>[] =>
  Object.entries(vocabulary).flatMap(([aspect, groups]: [string, readonly Group[]]) =>
    groups.flatMap((group) => group.map((written) => ({ aspect: aspect as Said, key: `${aspect}: ${group[0]}`, written, weak }))),
  );

export const LEXICON: Node = node();
for (const vocabulary of [ENGLISH, GERMAN, FRENCH, BODIES, COUNTRIES])
  for (const phrase of phrasesOf(vocabulary, false)) grow(LEXICON, phrase);
for (const phrase of phrasesOf(WEAK, true)) grow(LEXICON, phrase);
