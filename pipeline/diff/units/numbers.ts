// The numbers within one article or annex: paragraph, point, letter, Roman number; and which number follows which.

import type { Sign, Step } from './signs.ts';

export type Item = Extract<Sign, { kind: 'item' }>;

/** `5(2), point (a)(i)`: paragraph 2, letter a, Roman i. A point is as printed: `(1)` in definitions, `4` in an act that amends. */
export interface Numbers {
  readonly paragraph: string;
  readonly point: string;
  readonly letter: string;
  readonly roman: string;
}

export const NO_NUMBERS: Numbers = { paragraph: '', point: '', letter: '', roman: '' };

export const digitsOf = (number: string): number => Number.parseInt(number, 10);
export const letterOf = (number: string): string => number.replace(/^\d+/, '');

/** 4 → 5, 4 → 4a, 4a → 4b, 4a → 5. */
export const follows = (number: string, last: string): boolean => {
  const [n, m] = [digitsOf(number), last === '' ? 0 : digitsOf(last)];
  if (n === m + 1) return letterOf(number) === '';
  return n === m && letterOf(number) > letterOf(last) && letterOf(number).charCodeAt(0) <= (letterOf(last) || '`').charCodeAt(0) + 1;
};

/** `(i)` after `(h)` is a letter, elsewhere a Roman number; so with `(v)` and `(x)`. */
const isRoman = (number: string, { letter, roman }: Numbers): boolean => {
  if (!/^[ivx]+$/.test(number)) return false;
  return number.length > 1 || roman !== '' || letter.charCodeAt(0) !== number.charCodeAt(0) - 1;
};

/** @param style what `4.` is here: a paragraph of an article, a point of an annex or list, a point of an act that amends. */
export const afterItem = ({ form, number }: Item, before: Numbers, style: 'paragraphs' | 'points' | 'amending'): Numbers => {
  if (form === 'dot') return { ...NO_NUMBERS, [style === 'paragraphs' ? 'paragraph' : 'point']: number };
  if (form === 'bracket') return { ...before, point: style === 'amending' ? number : `(${number})`, letter: '', roman: '' };
  return isRoman(number, before) ? { ...before, roman: number } : { ...before, letter: number, roman: '' };
};

/** `(2), point (a)`. */
export const printNumbers = ({ paragraph, point, letter, roman }: Numbers): string => {
  const letters = [letter, roman].filter((part) => part !== '').map((part) => `(${part})`);
  const tail = `${point}${letters.join('')}`;
  return `${paragraph === '' ? '' : `(${paragraph})`}${tail === '' ? '' : `, point ${tail}`}`;
};

/** `– paragraph 1 – point d` as `(1), point (d)`. */
export const printSteps = (steps: readonly Step[]): string =>
  steps
    .map(({ kind, number }, i) => {
      if (kind === 'paragraph') return `(${number})`;
      if (kind === 'subparagraph') return `, subparagraph ${number}`;
      return steps[i - 1]?.kind === 'point' ? `(${number})` : `, point (${number})`;
    })
    .join('');
