// Which words can be part of a date, number or reference.

import { TRAIT } from '../traits.ts';
import { MONTH_NUMBERS, NUMBER_WORDS, PARTS, SCALES, UNIT_NAMES, WHEN } from './names.ts';

const BY_ITSELF = TRAIT.figure | TRAIT.mark | TRAIT.start;
const BEFORE_ONE = TRAIT.near | TRAIT.start;
const BESIDE_ONE = TRAIT.near | TRAIT.mark;

const PLACES = `article articles art artikel artikeln recital recitals considérant considérants paragraph paragraphs point points annex
  annexes anhang annexe chapter chapters kapitel chapitre section sections abschnitt title part parts protocol indent
  footnote page pages p pp table figure oj council commission implementing delegated framework joint regulation
  regulations directive directives decision decisions recommendation recommendations verordnung richtlinie beschluss
  règlement décision no nr st wk cm sn pe opinion guidelines statement resolution case cases`;
const AMOUNTS = `half hälfte drittel moitié tiers double doubled twice triple tripled doppelt dozen dozens hundreds thousands
  percent prozent eur usd gbp chf euro euros`;
const LINKS = 'and or to of und oder bis et the year month old age working calendar consecutive business rev add cor final cent percentage';
const ORDINALS = 'subparagraph paragraph sentence indent recital quarter';

const table = new Map<string, number>();
const set = (words: Iterable<string>, traits: number): void => {
  for (const word of words) table.set(word, (table.get(word) ?? 0) | traits);
};
const listed = (words: string): readonly string[] => words.split(/\s+/);
set([...listed(LINKS), ...UNIT_NAMES.keys()], TRAIT.near);
set([...WHEN.keys(), ...PARTS.keys(), ...listed(PLACES)], BEFORE_ONE);
set(listed(ORDINALS), BESIDE_ONE);
set([...NUMBER_WORDS.keys(), ...MONTH_NUMBERS.keys(), ...SCALES.keys(), ...listed(AMOUNTS)], BY_ITSELF);
set(['a'], TRAIT.start);

const PLAIN = /^[a-z]+$/;
const LABEL = /^\(?[a-z]{1,4}\)/;
const ROMAN = /^[([]?(?:[IVXL]{1,7}|[A-Z])[)\],.;:]*$/;
const MONEY = /[%‰€$£]/;
/** Short names of months have a capital: `may` and `mar` are other words. */
const LOWER_MONTH = /^(?:jan|feb|mar|march|apr|may|jun|jul|aug|august|sep|sept|oct|nov|dec)$/;

/** @param core the word in lower case, without punctuation around it. */
export const figureTraits = (word: string, core: string): number => {
  if (PLAIN.test(word)) return LOWER_MONTH.test(word) ? 0 : (table.get(word) ?? 0);
  if (/\d/.test(word)) return BY_ITSELF | TRAIT.digit;
  if (MONEY.test(word) || word.includes('://') || word.includes('www.')) return BY_ITSELF;
  if (LABEL.test(word) || ROMAN.test(word)) return BESIDE_ONE;
  const own = table.get(core);
  if (own !== undefined) return own;
  // `mid-June`, `Effective:June`, `one-third`
  return /[^\p{L}]/u.test(core) ? core.split(/[^\p{L}]+/u).reduce((traits, part) => traits | (table.get(part) ?? 0), 0) : 0;
};
