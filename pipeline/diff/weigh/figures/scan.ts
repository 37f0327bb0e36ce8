// Finds dates, numbers and references in a run of words. A reference is no number and no date, a date is no number.

import type { Known } from '../known.ts';
import type { Term } from '../term.ts';
import { TRAIT } from '../traits.ts';
import { DATES } from './dates.ts';
import { LETTERS } from './figure.ts';
import { NUMBERS } from './numbers.ts';
import { REFERENCES } from './references.ts';

/** Those that stand first win where two could begin at the same place. */
const RULES = [...REFERENCES, ...DATES, ...NUMBERS];
/** Not inside a word, and not the figure of a name (`COVID-19`) or address (`?page=2`). */
const APART = `(?<![${LETTERS}\\d=&?%_]|[${LETTERS}][-‑])`;
const FIGURE = new RegExp(`${APART}(?:${RULES.map(({ pattern }) => `(${pattern})`).join('|')})`, 'y');
const INNER = /[\p{L}\d]/u;
/** Where in a word a figure may begin. */
const HEAD = /[\p{L}\d€$£<>≤≥±~−+(-]/u;

/** Most places in a word are none, and the expression is slow to find it out. */
const isHead = (text: string, at: number): boolean => HEAD.test(text.charAt(at)) && !(at > 0 && INNER.test(text.charAt(at - 1)));

/** Words with which a figure can begin are tried one after another; what one covers is passed over. */
export const figuresOf = (words: readonly Known[]): Term[] => {
  const text = words.map(({ word }) => word).join(' ');
  const terms: Term[] = [];
  let start = 0;
  let done = 0;
  words.forEach(({ word, traits }, from) => {
    const end = start + word.length;
    for (const { at, match } of (traits & TRAIT.start) === 0 ? [] : matchesIn(text, Math.max(start, done), end)) {
      done = at + match.text.length;
      terms.push(termOf(words, match, { from, skipped: at - start, length: done - start }));
    }
    start = end + 1;
  });
  return terms;
};

/** Those that begin at `[from, end)`; the last of them may end beyond. */
const matchesIn = (text: string, from: number, end: number): readonly { at: number; match: Match }[] => {
  const found: { at: number; match: Match }[] = [];
  for (let at = from; at < end; at += 1) {
    const match = isHead(text, at) ? matchAt(text, at) : null;
    if (match === null) continue;
    found.push({ at, match });
    at += match.text.length - 1;
  }
  return found;
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

/** Brackets, quotes and a full stop beside a figure. */
const MARGIN = 8;

/** Where a figure stands: in characters from the beginning of the word in which it begins. */
interface Stand {
  readonly from: number;
  readonly skipped: number;
  readonly length: number;
}

const termOf = (words: readonly Known[], { text, rule }: Match, { from, skipped, length }: Stand): Term => {
  let last = from;
  let left = length;
  for (let word = words[last]?.word ?? ''; left > word.length && last < words.length - 1; word = words[last]?.word ?? '') {
    left -= word.length + 1;
    last += 1;
  }
  const printed = text.trim().replace(/[\s.,;:]+$/, '');
  const rest = (words[last]?.word.length ?? 0) - left;
  const isAlone =
    skipped <= MARGIN && rest <= MARGIN && !INNER.test(`${words[from]?.word.slice(0, skipped)}${words[last]?.word.slice(left)}`);
  const key = `${rule.aspect}: ${rule.key(printed)}`;
  return { aspect: rule.aspect, key, printed, from, to: last + 1, weak: /^one$/i.test(printed), isWhole: isAlone };
};
