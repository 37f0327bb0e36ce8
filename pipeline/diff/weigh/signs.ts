// What punctuation says beside figures: the sign of a number, a comparison, a power, a decimal point.

import { verdict } from './why.ts';

/** Figures with what is said by signs; footnotes' marks after words are none of them. */
const FIGURE = /[<>≤≥±]|(?<![\p{L}\p{N}])[-−–](?=\d)|\d+(?:[.,]\d+)*|(?<=\d|\b[kcdm]?m)[⁺⁻]?[⁰¹²³⁴-⁹]+/gu;
const GROUPED = /^\d{1,3}(?:[.,]\d{3})+$/;

const figuresIn = (words: readonly string[]): readonly string[] =>
  (words.join(' ').match(FIGURE) ?? []).map((figure) =>
    GROUPED.test(figure) ? figure.replace(/[.,]/g, '') : figure.replace(/[−–]/, '-').replace(',', '.'),
  );

export const hasPower = (words: readonly string[]): boolean => words.some((word) => /\d[⁺⁻]?[⁰¹²³⁴-⁹]/u.test(word));

/** Of two stretches with the same letters and digits: whether their figures still say something else. Null where they do not. */
export const otherSigns = (old: readonly string[], now: readonly string[]): ReturnType<typeof verdict> | null => {
  if (figuresIn(old).join('') === figuresIn(now).join('')) return null;
  return verdict([{ aspect: 'number', went: [old.slice(0, 6).join(' ')], came: [now.slice(0, 6).join(' ')] }]);
};
