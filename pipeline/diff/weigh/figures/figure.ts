// The words with which a date, number or reference is described.

import type { Aspect } from '../../../types.ts';

export interface FigureRule {
  readonly aspect: Extract<Aspect, 'reference' | 'date' | 'number'>;
  /** Source of a regular expression without capturing groups; words stand one space apart. */
  readonly pattern: string;
  /** What is the same however it is printed: `9 October 2099` and `09/10/2099`. */
  readonly key: (printed: string) => string;
}

/** Either case of the first letter. */
export const eitherCase = (name: string): string => {
  const first = name.charAt(0);
  return `[${first.toUpperCase()}${first.toLowerCase()}]${name.slice(1)}`;
};

/** Letters beside figures, as part of a class: a list of ranges is compiled many times faster than `\p{L}`. */
export const LETTERS = 'A-Za-zÀ-ÖØ-öø-ʯͰ-ӿ';
/** Not in the middle of a word or figure. */
export const END = `(?![${LETTERS}\\d])`;
