// Amounts, percentages, figures and numbers in words.

import { END, eitherCase, type FigureRule, LETTERS } from './figure.ts';
import { NUMBER_WORDS, SCALES } from './names.ts';

const DIGITS = "(?:\\d{1,3}(?:[ ,.'’]\\d{3})+(?!\\d)(?:[.,]\\d+)?|\\d+(?:[.,:/]\\d+)*)";
const WORDS = `(?:${[...NUMBER_WORDS.keys()].map(eitherCase).join('|')})`;
const CURRENCY = '(?:EUR|USD|GBP|CHF|€|\\$|£)';
const SCALE = `(?:${[...SCALES.keys()].map(eitherCase).join('|')})`;
const PER = '(?:%|‰|[Pp]er ?cent|Prozent|pour cent|percentage points?|€|\\$|£|EUR|USD|[Ee]uros?)';
const PARTS = '[Hh]alf|[Aa] third of|[Oo]ne[- ]third|[Tt]wo[- ]thirds|[Aa] quarter of|[Oo]ne[- ]quarter|[Tt]hree[- ]quarters';
const TIMES = '[Dd]oubled?|[Tt]wice|[Tt]ripled?|doppelt|Hälfte|Drittel|moitié|dozens?|hundreds|thousands|millions|billions';

/** `1,234.5`, `1 234,5` and `1.234,5` are one number: separators with three digits after each are for reading only. */
const amountOf = (digits: string): string => {
  const flat = digits.replace(/[ '’]/g, '');
  const separators = flat.match(/[.,:/]/g) ?? [];
  const last = separators.at(-1);
  if (last === undefined || /[:/]/.test(flat)) return flat;
  const at = flat.lastIndexOf(last);
  const [head, tail] = [flat.slice(0, at), flat.slice(at + 1)];
  const isMixed = separators.some((separator) => separator !== last);
  if (separators.length === 1 || isMixed) {
    const isGroup = !isMixed && tail.length === 3 && head !== '0';
    return isGroup ? `${head}${tail}` : `${head.replace(/[.,]/g, '')}.${tail.replace(/0+$/, '')}`.replace(/\.$/, '');
  }
  return /^\d{1,3}(?:[.,]\d{3})+$/.test(flat) ? flat.replace(/[.,]/g, '') : flat;
};

const CURRENCIES: readonly (readonly [RegExp, string])[] = [
  [/%|per ?cent|prozent|pour cent/i, '%'],
  [/percentage point/i, 'pp'],
  [/€|eur/i, 'EUR'],
  [/\$|usd/i, 'USD'],
  [/£|gbp/i, 'GBP'],
];

const FIRST = new RegExp(DIGITS, 'u');

const numberKey = (printed: string): string => {
  const low = printed.toLowerCase();
  const digits = FIRST.exec(low)?.[0];
  const words = low.match(/[\p{L}.-]+/gu) ?? [];
  const word = words.map((w) => NUMBER_WORDS.get(w)).find((n) => n !== undefined);
  const value = digits === undefined ? (word === undefined ? low : String(word)) : amountOf(digits);
  const power = words.map((w) => SCALES.get(w)).find((n) => n !== undefined);
  const scaled = power === undefined || Number.isNaN(Number(value)) ? value : String(Number((Number(value) * 10 ** power).toPrecision(12)));
  const unit = CURRENCIES.find(([pattern]) => pattern.test(low))?.[1] ?? '';
  const sign = /^[<>≤≥±~+]? ?[^\d]*?[-−](?=\d)/.test(low) ? '-' : '';
  const bound = /^[<>≤≥±]/.exec(low)?.[0] ?? '';
  const suffix = digits === undefined ? '' : (/\d(?!st|nd|rd|th)([\p{L}]{1,3})$/u.exec(low)?.[1] ?? '');
  return `${bound}${sign}${scaled}${unit}${suffix}`;
};

const SIGN = `(?:(?<![${LETTERS}\\d] ?)[-−+])?`;
const SUFFIX = `(?:[${LETTERS}]{1,3}${END})?`;
const IN_FIGURES = `[<>≤≥±~]? ?(?:${CURRENCY} ?)?${SIGN}${DIGITS}${SUFFIX}(?: ?${SCALE}${END})?(?: ?${PER}(?![${LETTERS}]))?`;
const IN_WORDS = `${WORDS}(?: ${SCALE})?(?: ${PER})?`;

export const NUMBERS: readonly FigureRule[] = [
  { aspect: 'number', pattern: `(?:${PARTS}|${TIMES})${END}`, key: (printed) => printed.toLowerCase().replace(/[- ]/g, '') },
  { aspect: 'number', pattern: `${IN_FIGURES}${END}`, key: numberKey },
  { aspect: 'number', pattern: `${IN_WORDS}${END}(?!-)`, key: numberKey },
];
