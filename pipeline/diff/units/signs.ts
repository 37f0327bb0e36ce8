// What the opening of one block says about its place: an article's heading, a number of its own, the place an amendment names. Knows
// nothing of what stood before. Looks at the first words only, so that long blocks cost nothing.

import type { Block } from '../../types.ts';
import { ADOPTED, AMENDS, ANNEX_WORD, ARTICLE_WORD, CHAPTER_WORD, DELETED_WORD, DONE, INSTRUCTS, WHEREAS } from './wordings.ts';

export type Sign =
  /** `quoted`: opened by a quotation mark, of another act. */
  | { readonly kind: 'article' | 'annex'; readonly number: string; readonly title: string; readonly quoted: boolean }
  | { readonly kind: 'chapter'; readonly title: string }
  /** `1.`, `(1)` and `(a)`: dot, bracket, letter. `bare`: nothing follows. */
  | {
      readonly kind: 'item';
      readonly form: 'dot' | 'bracket' | 'letter';
      readonly number: string;
      readonly quoted: boolean;
      readonly instructs: boolean;
      readonly bare: boolean;
    }
  /** An amendment says what it is about: `Recital 3 a (new)`, `Article 29 – paragraph 1 – point d`. */
  | {
      readonly kind: 'location';
      readonly unit: 'article' | 'recital' | 'annex' | 'front';
      readonly number: string;
      readonly steps: readonly Step[];
      /** What follows them, in lower case: `introductory part`, `title`, `(new)`. */
      readonly tail: string;
      readonly printed: string;
    }
  | { readonly kind: 'footnote'; readonly number: string }
  | { readonly kind: 'section'; readonly title: string }
  | { readonly kind: 'whereas' | 'adopted' | 'done' | 'amends' | 'text' };

export interface Step {
  readonly kind: 'paragraph' | 'point' | 'subparagraph';
  readonly number: string;
}

/** As far as a heading or a number reaches. */
const OPENING = 300;
/** The longest title of an article on the line of its number, where the block is no heading. */
const TITLE = 200;
const QUOTE = /^[‘’'"“”„«‚‹]\s*/;
const ARTICLE = new RegExp(
  `^${ARTICLE_WORD}\\s+(premier|\\d{1,3})(?:er|\\.?º|°)?([a-z]{1,2}|\\s[a-z])?(?![\\p{L}\\d(/])\\.?\\s*(?:[:–—-]+\\s*)?(.*)$`,
  'su',
);
/** `Article 5 of Directive` opens a sentence, `Article 5 Scope` a title. */
const OPENS_TITLE = new RegExp(`^["'‘“]?(?:\\p{Lu}|\\[|\\*|${DELETED_WORD}$)`, 'u');
const GOES_ON = /^(?:Absatz|Abs\.|Buchstabe|Nummer|Nr\.|Paragraph|Point|TFEU|TEU|ECHR|GDPR)/;
const ENDS_SENTENCE = /[.;:,]$/;
const ANNEX = new RegExp(`^${ANNEX_WORD}(?:\\s+([IVXL]{1,6}|\\d{1,2})\\s?([a-zA-Z])?)?(?![\\p{L}\\d(])\\s*(?:[:–—-]+\\s*)?(.*)$`, 'su');
const CHAPTER = new RegExp(`^${CHAPTER_WORD}\\s+(?:[IVXL]+|\\d{1,2})[a-zA-Z]?(?=\\s*$|\\s*[:–—-]|\\s*[\\p{Lu}‘'])`, 'u');
const ITEM = /^(?:(\d{1,3} ?[a-z]{0,2})\.(?![\d.])|\((\d{1,3} ?[a-z]{0,3})\)|\(?([a-z]{1,4})\)|(\d{1,3}[a-z]{1,2})\s)\s*/;
const FOOTNOTE = /^(?:([⁰¹²³⁴⁵⁶⁷⁸⁹]+)|\[?(\d{1,3})\]?)\s*/;
const LOCATED = /^(?:loc:|Amendment \d+:|Proposal for a (?:regulation|directive|decision))\s*(.*)$/s;
const UNIT = /^(Article|Recital|Annex|Citation|Title|Chapter)\s+([IVXL]{1,6}|\d{1,3})(?: ?([a-z]))?(?![\p{L}\d])/iu;
const STEP = /^\s*[–—-]\s*(paragraph|point|subparagraph)\s+([\dIVXL]{1,4}|[a-z]{1,4})(?: ?([a-z]{1,2}))?(?![\p{L}\d])/u;
const DRAFTING = /~~|__|\*\*/g;
const STRUCK_NUMBER = /^~~(?:\(\d{1,3}[a-z]{0,3}\)|\d{1,3}[a-z]{0,2}\.)/;

const SUPERSCRIPT = '⁰¹²³⁴⁵⁶⁷⁸⁹';
/** `¹²` as `12`. */
export const plainDigits = (digits: string): string => [...digits].map((digit) => SUPERSCRIPT.indexOf(digit)).join('');
const joined = (number: string): string => number.replace(/\s/g, '');

/** The words a reader sees at the start: without marks of tables and plain text; with a number that is struck while its text stays. */
const openingOf = ({ text, marked, kind }: Block): string => {
  const struck = kind !== 'heading' && STRUCK_NUMBER.test(marked) && !ITEM.test(text);
  const words = struck ? marked.slice(0, OPENING).replace(DRAFTING, '') : text.slice(0, OPENING);
  return words.replace(/^[\s|#=*]+/, '').trimEnd();
};

const articleSign = (opening: string, block: Block): Sign | null => {
  const quoted = QUOTE.test(opening);
  const [whole, digits, letter = '', rest = ''] = ARTICLE.exec(opening.replace(QUOTE, '')) ?? [];
  if (whole === undefined || digits === undefined) return null;
  const title = (block.kind === 'table-row' ? (rest.split(' | ')[0] ?? '') : rest).trim();
  const marked = /^[#=]/.test(block.text);
  if (title !== '' && (!OPENS_TITLE.test(title) || GOES_ON.test(title))) return null;
  const tooLong = title.length > TITLE || (ENDS_SENTENCE.test(title) && title.split(' ').length > 3);
  if (block.kind !== 'heading' && !marked && title !== '' && tooLong) return null;
  return { kind: 'article', number: joined(`${digits === 'premier' ? '1' : digits}${letter}`), title, quoted };
};

const annexSign = (opening: string, block: Block): Sign | null => {
  const [whole, number = '', letter = '', rest = ''] = ANNEX.exec(opening.replace(QUOTE, '')) ?? [];
  if (whole === undefined) return null;
  const capitals = /^\p{Lu}{3}/u.test(whole);
  if (rest !== '' && (number === '' || !OPENS_TITLE.test(rest) || rest.length > TITLE)) return null;
  if (!capitals && (number === '' || (block.kind !== 'heading' && ENDS_SENTENCE.test(rest)))) return null;
  return { kind: 'annex', number: `${number}${letter}`, title: rest, quoted: QUOTE.test(opening) };
};

const itemSign = (opening: string): Sign | null => {
  const bareOpening = opening.replace(QUOTE, '');
  const [whole, dot, bracket, letter, loose] = ITEM.exec(bareOpening) ?? [];
  if (whole === undefined) return null;
  const number = joined(dot ?? bracket ?? letter ?? loose ?? '');
  const form = dot !== undefined || loose !== undefined ? 'dot' : bracket !== undefined ? 'bracket' : 'letter';
  const instructs = INSTRUCTS.test(bareOpening);
  return { kind: 'item', form, number, quoted: QUOTE.test(opening), instructs, bare: bareOpening.length === whole.length };
};

const stepsOf = (words: string): { steps: Step[]; tail: string } => {
  const [whole, kind, number = '', letter = ''] = STEP.exec(words) ?? [];
  if (whole === undefined) return { steps: [], tail: words.replace(/^[\s–—-]+/, '').toLowerCase() };
  const { steps, tail } = stepsOf(words.slice(whole.length));
  return { steps: [{ kind: kind as Step['kind'], number: `${number}${letter}` }, ...steps], tail };
};

const locationSign = (opening: string): Sign | null => {
  const located = LOCATED.exec(opening)?.[1];
  if (located === undefined) return null;
  const [whole, unit = '', number = '', letter = ''] = UNIT.exec(located) ?? [];
  if (whole === undefined) return null;
  const name = unit.toLowerCase();
  const known = name === 'article' || name === 'recital' || name === 'annex' ? name : 'front';
  const { steps, tail } = stepsOf(located.slice(whole.length));
  return { kind: 'location', unit: known, number: `${number}${letter}`, steps, tail, printed: located.trim() };
};

const footnoteSign = (opening: string): Sign => {
  const [, superscript, digits] = FOOTNOTE.exec(opening) ?? [];
  return { kind: 'footnote', number: superscript === undefined ? (digits ?? '') : plainDigits(superscript) };
};

/** Lines that are known by their wording alone. */
const WORDINGS: readonly (readonly ['whereas' | 'adopted' | 'done' | 'amends', RegExp])[] = [
  ['whereas', WHEREAS],
  ['adopted', ADOPTED],
  ['done', DONE],
  ['amends', AMENDS],
];

/** `2.1 State of play`: a number of more than one part, then a title. */
const NUMBERED_SECTION = /^\d{1,2}(?:\.\d{1,2})+\.?\s+\p{Lu}[^.;:]{2,100}$/u;
/** `1. CONTEXT OF THE PROPOSAL` in a text without headings. */
const CAPITALS = /^\d{1,2}\.\s*[\p{Lu}\s,/–-]{6,100}$/u;

const sectionSign = (opening: string, block: Block): Sign | null =>
  block.kind === 'heading' || NUMBERED_SECTION.test(opening) || CAPITALS.test(opening) ? { kind: 'section', title: opening } : null;

const isChapter = (opening: string, block: Block): boolean =>
  CHAPTER.test(opening) && (block.kind === 'heading' || (block.kind !== 'table-row' && opening.length <= TITLE && !/[.;,]$/.test(opening)));

export const signOf = (block: Block): Sign => {
  const opening = openingOf(block);
  if (opening === '' || block.kind === 'cover') return { kind: 'text' };
  if (block.kind === 'footnote') return footnoteSign(opening);
  const sign = locationSign(opening) ?? articleSign(opening, block) ?? annexSign(opening, block);
  if (sign !== null) return sign;
  if (isChapter(opening, block)) return { kind: 'chapter', title: opening };
  const section = sectionSign(opening, block);
  const item = CAPITALS.test(opening) ? null : itemSign(opening);
  if (item !== null) return item;
  const wording = WORDINGS.find(([, pattern]) => pattern.test(opening))?.[0];
  return wording !== undefined ? { kind: wording } : (section ?? { kind: 'text' });
};
