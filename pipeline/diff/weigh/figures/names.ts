// Names in dates and numbers, in English, German and French.

import { LETTERS } from './figure.ts';

/** January first. English and German names have a capital, French ones need none. */
const MONTHS = [
  'January|Januar|Jänner|janvier',
  'February|Februar|février',
  'March|März|mars',
  'April|avril',
  'May|Mai|mai',
  'June|Juni|juin',
  'July|Juli|juillet',
  'August|août',
  'September|septembre',
  'October|Oktober|octobre',
  'November|novembre',
  'December|Dezember|décembre',
];
const SHORT_MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep|Sept', 'Oct', 'Nov', 'Dec'];
/** Months that are other words as well. */
const DOUBTFUL = /^(?:may|mai|mars)$/i;

type Numbered = readonly (readonly [string, number])[];
const numbered = (lines: readonly string[]): Numbered =>
  lines.flatMap((line, i) => line.split('|').map((name) => [name.toLowerCase(), i + 1] as const));

const split = (lines: readonly string[]): readonly string[] => lines.flatMap((line) => line.split('|'));
const printed = (names: readonly string[]): string => names.flatMap((name) => [name, name.toUpperCase()]).join('|');

export const MONTH_NUMBERS: ReadonlyMap<string, number> = new Map([...numbered(MONTHS), ...numbered(SHORT_MONTHS)]);
export const MONTH = `(?:${printed(split(MONTHS))}|(?:${split(SHORT_MONTHS).join('|')})(?![${LETTERS}])\\.?)`;
/** A month without day or year. */
export const MONTH_ALONE = `(?:${printed(split(MONTHS).filter((name) => !DOUBTFUL.test(name)))})`;

const COUNTED = [
  'one',
  'two|zwei|deux',
  'three|drei|trois',
  'four|vier|quatre',
  'five|fünf|cinq',
  'six|sechs',
  'seven|sieben|sept',
  'eight|acht|huit',
  'nine|neun|neuf',
  'ten|zehn|dix',
  'eleven|elf|onze',
  'twelve|zwölf|douze',
  'thirteen|dreizehn|treize',
  'fourteen|vierzehn|quatorze',
  'fifteen|fünfzehn|quinze',
  'sixteen|sechzehn|seize',
  'seventeen|siebzehn',
  'eighteen|achtzehn',
  'nineteen|neunzehn',
  'twenty|zwanzig|vingt',
];
const ROUND: Numbered = Object.entries({
  zero: 0,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
  hundred: 100,
});
export const NUMBER_WORDS: ReadonlyMap<string, number> = new Map([...numbered(COUNTED), ...ROUND]);

const UNITS = [
  'second|seconds|Sekunde|Sekunden|seconde|secondes',
  'minute|minutes|Minute|Minuten',
  'hour|hours|h|hrs|Stunde|Stunden|heure|heures',
  'day|days|Tag|Tage|Tagen|jour|jours',
  'week|weeks|Woche|Wochen|semaine|semaines',
  'month|months|Monat|Monate|Monaten|mois',
  'year|years|Jahr|Jahre|Jahren|ans|année|années',
];
export const UNIT = `(?:${split(UNITS).join('|')})`;
/** In lower case, each with the English word for one. */
export const UNIT_NAMES: ReadonlyMap<string, string> = new Map(
  UNITS.flatMap((line) => line.split('|').map((way) => [way.toLowerCase(), line.split('|')[0] ?? ''] as const)),
);

const SCALE_WORDS = [
  'thousand|tausend|mille',
  'million|millions|millionen|mio',
  'billion|billions|bn|milliarde|milliarden|milliard|milliards|mrd',
];
/** What multiplies a number: the power of ten. */
export const SCALES: ReadonlyMap<string, number> = new Map(numbered(SCALE_WORDS).map(([name, i]) => [name, i * 3]));

/** In front of a date, German and French ones with their English sense. */
export const WHEN: ReadonlyMap<string, string> = new Map(
  Object.entries({
    by: 'by|bis',
    before: 'before|vor|avant',
    until: 'until|till',
    after: 'after|nach|après',
    since: 'since|seit|depuis',
    from: 'from|ab',
    within: 'within|binnen|innerhalb',
    every: 'every',
  }).flatMap(([sense, ways]) => ways.split('|').map((way) => [way, sense] as const)),
);
export const PARTS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    end: 'end|ende|fin',
    start: 'beginning|start|anfang|début',
    mid: 'middle|mid|mitte',
    early: 'early',
    late: 'late',
    ...Object.fromEntries(
      ['first', 'second', 'third', 'fourth', 'last', 'quarter', 'half', 'semester', 'q', 'h'].map((word) => [word, word]),
    ),
  }).flatMap(([sense, ways]) => ways.split('|').map((way) => [way, sense] as const)),
);
