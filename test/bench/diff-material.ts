// Texts to compare: made-up ones of any length with any edits, and neighbouring versions of real pages where they lie beside the repository.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Block } from '../../pipeline/types.ts';

/** One paragraph to a line. */
export type Lines = readonly string[];

export interface Pair {
  readonly name: string;
  readonly old: Lines;
  readonly now: Lines;
}

const HISTORIES = path.resolve(import.meta.dirname, '../../../shared/data/page-history-text');

/** The same numbers at every run. */
const chance = (seed: number) => () => {
  // biome-ignore lint/suspicious/noAssignInExpressions: a linear congruential generator is one line
  return (seed = (seed * 1_664_525 + 1_013_904_223) % 4_294_967_296) / 4_294_967_296;
};

const SYLLABLES = ['la', 'mer', 'to', 'ven', 'ri', 'shan', 'ko', 'dul', 'pe', 'stra', 'in', 'gor', 'ba', 'ti', 'ulm', 'es'];
const SMALL = 'the of and to in a shall for that be on with by as is not or from this may at an are it which should any other'.split(' ');

/** Few words are frequent and most are rare, as in any language. */
const vocabulary = (random: () => number, size: number): string[] => [
  ...SMALL,
  ...Array.from({ length: size }, () =>
    Array.from({ length: 2 + Math.floor(random() * 3) }, () => SYLLABLES[Math.floor(random() * 16)]).join(''),
  ),
];

export interface Maker {
  readonly text: (words: number) => Lines;
  readonly word: () => string;
  readonly random: () => number;
}

export const maker = (seed: number): Maker => {
  const random = chance(seed);
  const words = vocabulary(random, 30_000);
  const word = (): string => words[Math.floor(random() ** 4 * words.length)] ?? '';
  const paragraph = (): string => `${Array.from({ length: 20 + Math.floor(random() * 60) }, word).join(' ')}.`;
  const text = (count: number): Lines => {
    const lines: string[] = [];
    for (let total = 0; total < count; total += lines.at(-1)?.split(' ').length ?? count) lines.push(paragraph());
    return lines;
  };
  return { text, word, random };
};

/** Words put in, left out and exchanged, a third each. */
export const edited = (lines: Lines, share: number, { random, word }: Maker): Lines =>
  lines.map((line) =>
    line
      .split(' ')
      .flatMap((one) => {
        if (random() >= share) return [one];
        const kind = random();
        return kind < 0.33 ? [] : kind < 0.66 ? [one, word()] : [word()];
      })
      .join(' '),
  );

/** A tenth of the paragraphs with a fifth of their words edited: how people work. */
export const clustered = (lines: Lines, made: Maker): Lines =>
  lines.map((line) => (made.random() < 0.1 ? (edited([line], 0.2, made)[0] ?? '') : line));

export const shuffled = <T>(items: readonly T[], random: () => number): T[] => {
  const all = [...items];
  for (let at = all.length - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1));
    [all[at], all[other]] = [all[other] as T, all[at] as T];
  }
  return all;
};

/** The same words in any order, in lines of the same length. */
export const shuffledWords = (lines: Lines, random: () => number): Lines => {
  const words = shuffled(
    lines.flatMap((line) => line.split(' ')),
    random,
  );
  return lines.map((line) => words.splice(-line.split(' ').length).join(' '));
};

export const blocksOf = (lines: Lines): { blocks: Block[] } => ({
  blocks: lines.map((text) => ({ kind: 'paragraph', page: null, text, marked: text })),
});

const linesOf = (file: string): Lines =>
  readFileSync(file, 'utf8')
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '');

/** Neighbouring versions; none without the material. */
export const realPairs = (): Pair[] => {
  if (!existsSync(HISTORIES)) return [];
  return readdirSync(HISTORIES)
    .sort()
    .flatMap((page) => {
      const files = readdirSync(path.join(HISTORIES, page))
        .filter((file) => file.endsWith('.md'))
        .sort();
      const versions = files.map((file) => linesOf(path.join(HISTORIES, page, file)));
      return versions.slice(1).map((now, at) => ({ name: `${page} ${at + 1}`, old: versions[at] ?? [], now }));
    });
};

/** In place of real ones: pages of a few thousand words that were edited here and there. */
export const madeUpPairs = (count: number): Pair[] => {
  const made = maker(11);
  return Array.from({ length: count }, (_, at) => {
    const old = made.text(1_000 + Math.floor(made.random() * 9_000));
    return { name: `made-up page ${at + 1}`, old, now: made.random() < 0.5 ? clustered(old, made) : edited(old, 0.01, made) };
  });
};
