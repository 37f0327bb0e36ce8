// Finds dates, numbers and references in a run of words. A reference is no number and no date, a date is no number.

import type { Known } from '../known.ts';
import type { Term } from '../term.ts';
import { TRAIT } from '../traits.ts';
import { DATES } from './dates.ts';
import { NUMBERS } from './numbers.ts';
import { REFERENCES } from './references.ts';

/** Those that stand first win where two could begin at the same place. */
const RULES = [...REFERENCES, ...DATES, ...NUMBERS];
/** Not inside a word, and not the figure of a name (`COVID-19`). */
const APART = '(?<![\\p{L}\\d]|\\p{L}[-‑_])';
const FIGURE = new RegExp(`${APART}(?:${RULES.map(({ pattern }) => `(${pattern})`).join('|')})`, 'uy');
/** Where in a word a figure may begin. */
const INNER = /[\p{L}\d]/u;
const HEAD = /[\p{L}\d€$£<>≤≥±~−+(-]/u;

/** Most places in a word are none, and the expression is slow to find it out. */
const isHead = (text: string, at: number): boolean => HEAD.test(text.charAt(at)) && !(at > 0 && INNER.test(text.charAt(at - 1)));

interface Reader {
  readonly words: readonly Known[];
  /** The words, one space apart. */
  readonly text: string;
}

/** Words with which a figure can begin are tried one after another; what one covers is passed over. */
export const figuresOf = (words: readonly Known[]): Term[] => {
  const reader = { words, text: words.map(({ word }) => word).join(' ') };
  const terms: Term[] = [];
  let start = 0;
  let done = 0;
  words.forEach(({ word, traits }, i) => {
    const end = start + word.length;
    if ((traits & TRAIT.start) !== 0) {
      for (let at = Math.max(start, done); at < end; at = Math.max(at + 1, done)) {
        const printed = isHead(reader.text, at) ? matchAt(reader.text, at) : null;
        if (printed === null) continue;
        done = at + printed.text.length;
        terms.push(termOf(reader, printed, { word: i, offset: done - start }));
      }
    }
    start = end + 1;
  });
  return terms;
};

interface Match {
  readonly text: string;
  readonly rule: (typeof RULES)[number];
}

const matchAt = (text: string, at: number): Match | null => {
  FIGURE.lastIndex = at;
  const match = FIGURE.exec(text);
  if (match === null) return null;
  const rule = RULES.find((_, i) => match[i + 1] !== undefined);
  return rule === undefined ? null : { text: match[0], rule };
};

const termOf = ({ words }: Reader, { text, rule }: Match, from: { word: number; offset: number }): Term => {
  let to = from.word;
  for (let left = from.offset; left > (words[to]?.word.length ?? 0) && to < words.length; to += 1)
    left -= (words[to]?.word.length ?? 0) + 1;
  const printed = text.trim().replace(/[\s.,;:]+$/, '');
  return {
    aspect: rule.aspect,
    key: `=${rule.aspect}: ${rule.key(printed)}`,
    printed,
    from: from.word,
    to: to + 1,
    weak: /^one$/i.test(printed),
  };
};
