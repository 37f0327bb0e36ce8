// Where a sentence ends: rules of our own, the same on every machine. (Intl.Segmenter's data changes with Node's version, and every
// change would rewrite the stored texts.) Only line breaks of stored files depend on it, never a comparison. In doubt nothing is cut.

import { BEFORE_LETTERS, BEFORE_NUMBERS, BEFORE_ORDINALS, GERMAN_MONTHS, NEVER_LAST } from './abbreviations.ts';

/** What may stand around words: quotes and brackets of all kinds, drafting marks and their escapes. */
const AROUND = '"\'‘’‚‛“”„‟«»‹›*_~\\\\';
const OPENING = new RegExp(`^[${AROUND}([{¿¡]+`);
const CLOSING = new RegExp(`[${AROUND})\\]}¹²³⁰⁴-⁹]+$`);
/** A closing quote or a footnote's mark that stands apart from its sentence: "« … . »", "… . ²". */
const APART = /^(?:[)\]}”’»›*_~]|[¹²³⁰⁴-⁹]){1,8}$/;
const FOOTNOTE = /(?<=[.!?…])[([]\d{1,3}[)\]]$/;
/** Words are judged by their ends; a longer one is no word. */
const ENOUGH = 100;

/** `1.`, `(a)`, `IV.`, `5.2.1.`: at the start of a sentence it counts points and ends nothing. */
const LIST_MARK = /^(?:-?\d{1,3}(?:\.\d{1,3})*\p{Ll}{0,2}|\p{L}|[ivxlcIVXLC]+)\.?$/u;
/** The only small letters that a sentence can begin with. */
const POINT = /^[*_~[\\"“„]*(?:\((?:\p{Ll}{1,2}|[ivxlc]{1,5})|\p{Ll}|[ivx]{1,4})\)/u;
/** `e.g`, `z.B`, `π.χ`, `c.-à-d`, the Irish `.i`: short words with stops between them, the last one gone. */
const SHORTENED = /^(?:\.\p{L}|(?:\p{L}{1,2}\.-?)+\p{L}{1,3})(?:-\p{L})?$/u;
const BULLET = /^[–—•▪➢●○■-]$/;
const NUMBER = /^(?:[\p{Nd}§№]|[IVXLC]+(?!\p{L})|\p{L}(?!\p{L}))/u;
const DATE = /^(?:\d{1,2}\. \d{1,2}\. \d{4}|\d{4}\. \d{1,2}\. \d{1,2}\.)/;
/** After a number: years and days in Bulgarian, Polish, Latvian, Lithuanian. They stand in the middle of a sentence as often as at its end. */
const YEAR = /^[гrgmd]$/;
/** So few words before a date with capitals after it are hardly a sentence ("In 2099 the Council …"). */
const FEW = 7;

const openWord = (word: string): string => word.slice(0, ENOUGH).replace(OPENING, '');

/** A word without what closes behind it; its link's address goes too. */
const closeWord = (word: string): string =>
  (word.includes('](') ? word.replace(/\]\([^()]*\)/g, '') : word).slice(-ENOUGH).replace(FOOTNOTE, '').replace(CLOSING, '');

const canBegin = (word: string, following: string): boolean => {
  if (word === '' || APART.test(word)) return false;
  const open = openWord(word);
  const first = open === '' || BULLET.test(open) ? openWord(following) : open;
  return /^(?:\p{Lu}|\p{Lt}|\p{Nd}|№|§)/u.test(first) || /^(?:\.{3}|…)[\])]/.test(first) || POINT.test(word);
};

/** The words of a text and the place of one among them. */
interface Place {
  readonly words: readonly string[];
  readonly at: number;
  /** Where its sentence begins. */
  readonly start: number;
}

const isMark = (word: string): boolean => BULLET.test(word) || (/[.)][*_~]*$/.test(word) && LIST_MARK.test(openWord(closeWord(word))));

/** `1.` where points are counted: alone since the sentence began (`1. (a)`, `3. 5.`, `– 2.`), after a colon, or in front of a quotation. */
const countsPoints = ({ words, at, start }: Place, stem: string): boolean =>
  LIST_MARK.test(stem) &&
  (/^[*_~]*["'‘“„«»]/.test(words[at] ?? '') ||
    /[:;]$/.test(words[at - 1] ?? '') ||
    (at - start < 3 && words.slice(start, at).every(isMark)));

const countsOn = ({ words, at }: Place, figures: string): boolean => {
  const window = (from: number): string => words.slice(Math.max(0, from), from + 3).join(' ');
  if (DATE.test(window(at)) || DATE.test(window(at - 1))) return true;
  if (figures.length > 3) return false;
  const next = openWord(words[at + 1] ?? '').replace(/\P{L}+$/u, '');
  return GERMAN_MONTHS.has(next.toLowerCase()) || BEFORE_ORDINALS.has(openWord(words[at - 1] ?? '').toLowerCase());
};

const letterGoesOn = ({ words, at, start }: Place, letter: string): boolean => {
  const before = openWord(words[at - 1] ?? '').toLowerCase();
  if (/^\p{Lu}$/u.test(letter)) return !(BEFORE_LETTERS.has(before) || (before.endsWith('.') && BEFORE_NUMBERS.has(before.slice(0, -1))));
  return !(YEAR.test(letter) && /^\d+\.?$/.test(before)) || at - start < FEW;
};

/** Whether a word with a full stop, which stands before a possible beginning, only shortens or counts. */
const goesOn = (place: Place, word: string): boolean => {
  const stem = word.slice(0, -1);
  // "l’art.", "dell'art."
  const lower = stem.replace(/^.*[’']/, '').toLowerCase();
  if (countsPoints(place, stem)) return true;
  if (/^\p{L}$/u.test(stem)) return letterGoesOn(place, stem);
  if (/^\d{1,4}$/.test(stem)) return countsOn(place, stem);
  const next = openWord(place.words[place.at + 1] ?? '');
  if (BEFORE_NUMBERS.has(lower) && (place.at === place.start || (NUMBER.test(next) && !(lower === 'no' && /^[AI]$/.test(next)))))
    return true;
  // "EE. UU.", "MM." for more than one of them; other words in capitals ("the SRA.") are names.
  if (/^\p{Lu}{2,}$/u.test(stem)) return /^([ABEFMNPRSU])\1$/.test(stem);
  return NEVER_LAST.has(lower) || SHORTENED.test(lower);
};

const endsSentence = ({ words, at: last, start }: Place): boolean => {
  let at = last;
  while (at > start && at > last - 3 && APART.test(words[at] ?? '')) at -= 1;
  const whole = words[at] ?? '';
  if (!/[.!?…]/.test(whole)) return false;
  const closed = closeWord(whole);
  if (!/[.!?…]$/.test(closed)) return false;
  const word = openWord(closed);
  // An omission, "[...]" or "(…)", a line of dots: words may follow that belong to the same sentence.
  if (/^[.…]*$/.test(word)) return word === '.' && closed === whole && words[at - 1] !== '.';
  // The dots that lead to the number of a page.
  if (word.endsWith('..') && /^\d/.test(words[last + 1] ?? '')) return false;
  return !(word.endsWith('.') && goesOn({ words, at, start }, word));
};

/**
 * Cuts a text or a marked text at single spaces, so that joining the pieces with a space gives it back, whatever it holds.
 * Takes time in proportion to the length.
 */
export const splitSentences = (text: string): string[] => {
  const words = text.split(' ');
  const sentences: string[] = [];
  let start = 0;
  for (let at = 0; at < words.length - 1; at += 1) {
    if (!endsSentence({ words, at, start }) || !canBegin(words[at + 1] ?? '', words[at + 2] ?? '')) continue;
    sentences.push(words.slice(start, at + 1).join(' '));
    start = at + 1;
  }
  return [...sentences, words.slice(start).join(' ')];
};
