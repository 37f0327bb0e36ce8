// Where every block of a legal text stands: before the recitals, in which recital, article (its paragraph, its point) or annex. One pass,
// one state. An act that amends others quotes their articles and numbers: those do not count, only the act's own do.

import type { Block } from '../../types.ts';
import { afterItem, digitsOf, follows, type Item, letterOf, NO_NUMBERS, type Numbers, printNumbers, printSteps } from './numbers.ts';
import { type Sign, signOf } from './signs.ts';
import { AMENDING_TITLE } from './wordings.ts';

export interface Standing {
  readonly kind: 'front' | 'recital' | 'article' | 'annex' | 'chapter' | 'section' | 'footnote' | 'end';
  /** Of the recital, article, annex or footnote: `27a`, `II`; '' for an annex without one. */
  readonly number: string;
  /** As printed on the line of the number or below it; of the chapter or section. */
  readonly title: string;
  /** Paragraph and points within: `(2), point (a)`; '' for none. */
  readonly inside: string;
  /** The block begins this recital, article or annex. */
  readonly opens: boolean;
}

interface State {
  kind: Exclude<Standing['kind'], 'footnote'>;
  number: string;
  title: string;
  numbers: Numbers;
  /** The article amends another act. */
  amending: boolean;
  /** Number of the article quoted last, in an amending one. */
  quoted: number;
  /** Number of the last article of the act's own. */
  article: string;
  /** An amendment has named the place: only the next one moves it on. */
  located: boolean;
  /** As far as the paragraph: numbers in the text say nothing new. */
  fixed: string | null;
  /** Section of an annex. */
  part: string;
}

type Heading = Extract<Sign, { kind: 'article' | 'annex' }>;

const FRONT = { kind: 'front', number: '', title: '' } as const;
const NOWHERE = { numbers: NO_NUMBERS, quoted: 0, located: false, fixed: null, part: '' };
/** How far a number may jump ahead within the recitals: some texts print only those that changed. */
const RECITAL_JUMP = 60;

/** In an act that amends another one: is this heading the next article of the act itself? */
const isOwnArticle = (sign: Heading, state: State): boolean => {
  if (!state.amending || state.kind !== 'article') return !sign.quoted;
  if (sign.quoted) return false;
  if (follows(sign.number, state.article)) return true;
  const ahead = digitsOf(sign.number) > digitsOf(state.article) && letterOf(sign.number) === '';
  return ahead && (state.quoted === 0 || digitsOf(sign.number) < state.quoted || AMENDING_TITLE.test(sign.title));
};

/** @returns whether it is another recital, article or annex than before. */
const enter = (state: State, to: Pick<State, 'kind' | 'number' | 'title'>): boolean => {
  const opens = state.kind !== to.kind || state.number !== to.number;
  Object.assign(state, NOWHERE, to, { amending: to.kind === 'article' && AMENDING_TITLE.test(to.title) });
  if (to.kind === 'article') state.article = to.number;
  return opens;
};

/** In an amending article only what tells to change something is a number of the act itself, and a bare number that comes next. */
const isOwnItem = (sign: Item, { amending, numbers }: State): boolean =>
  !amending || (!sign.quoted && (sign.instructs || (sign.bare && sign.form === 'dot' && follows(sign.number, numbers.point))));

const isRecital = (sign: Item, state: State): boolean => {
  if (sign.form !== 'bracket' || sign.quoted) return false;
  if (state.kind !== 'recital' || state.number === '') return true;
  const step = digitsOf(sign.number) - digitsOf(state.number);
  return step >= 0 && step <= RECITAL_JUMP;
};

const insideOf = ({ fixed, part, numbers }: State): string => fixed ?? `${part}${printNumbers(numbers)}`;

const enterLocation = (sign: Extract<Sign, { kind: 'location' }>, state: State): boolean => {
  const opens = enter(state, { kind: sign.unit, number: sign.number, title: '' });
  Object.assign(state, { located: true, fixed: sign.steps.length === 0 ? null : printSteps(sign.steps) });
  return opens;
};

const enterHeading = (sign: Heading, state: State): boolean => {
  if (state.located) {
    if (sign.number === state.number) state.title = sign.title;
    return false;
  }
  if (sign.kind === 'annex' && (sign.quoted || (state.amending && state.kind === 'article'))) return false;
  if (sign.kind === 'annex' || isOwnArticle(sign, state)) return enter(state, { kind: sign.kind, number: sign.number, title: sign.title });
  state.quoted = digitsOf(sign.number);
  return false;
};

const enterItem = (sign: Item, state: State, inRecitals: boolean): boolean => {
  if (inRecitals && !state.located) return isRecital(sign, state) && enter(state, { kind: 'recital', number: sign.number, title: '' });
  if (state.fixed === null && state.kind !== 'recital' && isOwnItem(sign, state)) {
    state.numbers = afterItem(sign, state.numbers, state.amending ? 'amending' : state.kind === 'article' ? 'paragraphs' : 'points');
  }
  return false;
};

/** A heading without a number: within an article it may be its title; elsewhere it is a section, but not amid recitals and annexes. */
const enterTitle = (title: string, state: State, isLaw: boolean): void => {
  if (isLaw && state.kind === 'article') {
    if (state.title === '' && insideOf(state) === '')
      Object.assign(state, { title, amending: state.amending || AMENDING_TITLE.test(title) });
  } else if (!isLaw || !['recital', 'annex', 'chapter'].includes(state.kind)) {
    enter(state, { kind: 'section', number: '', title });
  }
};

/** `SECTION 2: Addressee` within an annex is a part of it. */
const partOf = (title: string): string => {
  const [first = '', number = ''] = title.split(/[\s:]+/);
  return `, ${first.slice(0, 1)}${first.slice(1).toLowerCase()} ${number}`;
};

const enterChapter = (title: string, state: State): void => {
  if (state.located || (state.amending && state.kind === 'article')) return;
  if (state.kind === 'annex') Object.assign(state, { numbers: NO_NUMBERS, part: partOf(title) });
  else enter(state, { kind: 'chapter', number: '', title });
};

/** After the full stop of a point a paragraph without a number goes on with what the points stand in, unless it is quoted. */
const leavePoint = (state: State, block: Block, before: Block | undefined): void => {
  if (state.amending || state.numbers.letter === '' || block.kind !== 'paragraph') return;
  if (/^\p{Lu}/u.test(block.text) && /\.['’”]?$/.test(before?.text ?? '')) state.numbers = { ...state.numbers, letter: '', roman: '' };
};

interface Around {
  readonly block: Block;
  readonly before: Block | undefined;
  readonly inRecitals: boolean;
  /** The text has articles. */
  readonly isLaw: boolean;
}

/** Moves the state on. @returns whether the block opens a recital, an article or an annex. */
const step = (sign: Sign, state: State, { block, before, inRecitals, isLaw }: Around): boolean => {
  if (sign.kind === 'location') return enterLocation(sign, state);
  if (sign.kind === 'article' || sign.kind === 'annex') return enterHeading(sign, state);
  if (sign.kind === 'item' && (block.kind !== 'heading' || isLaw)) return enterItem(sign, state, inRecitals);
  if (sign.kind === 'item') enterTitle(block.text, state, isLaw);
  if (sign.kind === 'section') enterTitle(sign.title, state, isLaw);
  if (sign.kind === 'chapter') enterChapter(sign.title, state);
  if (sign.kind === 'amends' && state.kind === 'article' && insideOf(state) === '') state.amending = true;
  if (sign.kind === 'adopted' && state.kind === 'recital') enter(state, FRONT);
  if (sign.kind === 'text') leavePoint(state, block, before);
  if (sign.kind === 'done') enter(state, { kind: 'end', number: '', title: '' });
  return false;
};

/** Numbers in brackets are recitals from after "Whereas", or from the start, up to the first article. */
const boundsOf = (signs: readonly Sign[]): { recitals: number; articles: number } => {
  const articles = signs.findIndex((sign) => sign.kind === 'adopted' || (sign.kind === 'article' && !sign.quoted));
  return { articles, recitals: signs.slice(0, Math.max(articles, 0)).findLastIndex((sign) => sign.kind === 'whereas') };
};

export const outlineOf = (blocks: readonly Block[]): readonly Standing[] => {
  const signs = blocks.map(signOf);
  const { recitals, articles } = boundsOf(signs);
  const state: State = { ...FRONT, ...NOWHERE, amending: false, article: '' };
  return blocks.map((block, i) => {
    const sign = signs[i] ?? { kind: 'text' };
    if (sign.kind === 'footnote' && sign.number !== '')
      return { kind: 'footnote', number: sign.number, title: '', inside: '', opens: false };
    const opens = step(sign, state, { block, before: blocks[i - 1], inRecitals: i > recitals && i < articles, isLaw: articles >= 0 });
    return { kind: state.kind, number: state.number, title: state.title, inside: insideOf(state), opens };
  });
};
