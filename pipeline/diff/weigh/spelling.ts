// Whether two words are one word written in two ways. Without a dictionary only what cannot well be another word is taken for a slip.

import { OUR_STEMS, PAIRS, WORDS } from './vocabulary/spellings.ts';

const OUR = new RegExp(`(${OUR_STEMS.join('|')})our`, 'g');
const PAIR = new RegExp(PAIRS.map(([one]) => one).join('|'), 'g');
const OTHER: ReadonlyMap<string, string> = new Map(PAIRS);
const YSE = /ys(?=e$|ed$|es$|ing$|er$|ers$)/;
const ISE = /is(?=e$|ed$|es$|ing$|er$|ers$|ation$|ations$|ational$|able$)/;
/** Accents that English and French leave out by habit; `ä ö ü` make other words. */
const ACCENTS = /[\u0300-\u0307\u0309-\u036f]/g;

/** @param bare as `bareOf` gives it. */
export const spellOf = (bare: string): string => {
  if (bare.length < 4) return WORDS.get(bare) ?? bare;
  const word = /^[a-z]+$/.test(bare) ? bare : bare.normalize('NFD').replace(ACCENTS, '').normalize('NFC');
  const common = (WORDS.get(word) ?? word).replace(OUR, '$1or').replace(PAIR, (part) => OTHER.get(part) ?? part);
  return common.length < 6 ? common : common.replace(YSE, 'yz').replace(ISE, 'iz');
};

/** Shorter words differ by one letter and mean another thing: `desert`, `trial`. */
const DOUBLED = 7;
const SWAPPED = 8;

/** Two letters that changed places, or one that should be double. */
const slip = (a: string, b: string): boolean => {
  if (a.replace('ie', 'ei') === b.replace('ie', 'ei') && a.length >= 6) return true;
  let i = 0;
  while (i < a.length && a[i] === b[i]) i += 1;
  if (a.length === b.length)
    return a.length >= SWAPPED && i > 0 && a[i] === b[i + 1] && a[i + 1] === b[i] && a.slice(i + 2) === b.slice(i + 2);
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  // The end is grammar: `fulfil` and `fulfill`, but `process` and `processs` hardly.
  return short.length >= DOUBLED && i < short.length && long[i] === long[i - 1] && short.slice(i) === long.slice(i + 1);
};

export const sameSpelling = (a: string, b: string): boolean => {
  if (Math.abs(a.length - b.length) > 3 || a === '' || b === '') return false;
  // Most pairs end here: the first letter differs only in a few words.
  if (a[0] !== b[0] && !/^(?:[ei]nqu|p?ercent|%)/.test(a)) return false;
  return spellOf(a) === spellOf(b) || (/^[a-z]+$/.test(a) && /^[a-z]+$/.test(b) && slip(a, b));
};
