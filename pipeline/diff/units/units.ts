// A legal text cut into its recitals, articles and annexes; another text at its headings. Every block is in exactly one unit.

import type { Block } from '../../types.ts';
import { withFootnotes } from './footnotes.ts';
import { outlineOf, type Standing } from './outline.ts';
import { ANNEX_WORD, ARTICLE_WORD, DELETED_WORD } from './wordings.ts';

export interface UnitName {
  readonly kind: 'front' | 'recital' | 'article' | 'annex' | 'section' | 'end';
  /** As a reader cites it: `Article 4a`, `recital (12)`, `Annex II`, a heading. */
  readonly label: string;
  /** `4a`; '' where there is none. */
  readonly number: string;
  readonly title: string;
}

export interface Unit extends UnitName {
  /** Blocks `[from, to)`; a chapter's heading belongs to the article below it. Footnotes that stand here may belong elsewhere. */
  readonly from: number;
  readonly to: number;
  /** Its blocks: those in its range that are no footnotes, then its footnotes, wherever a page ended. */
  readonly blocks: readonly number[];
  /** The block with the number. */
  readonly opening: number;
  /** Nothing but "deleted" stands there, or nothing at all. */
  readonly deleted: boolean;
  /** Articles, annexes and recitals of the same act that it names: `Article 6`. */
  readonly citations: readonly string[];
  /** Its words without numbers of its own and title, in lower case. */
  readonly words: readonly string[];
}

const DELETED = new RegExp(`^${DELETED_WORD}$`);
/** A line below the number that is a title, in a text that does not mark headings. */
const LONGEST_TITLE = 150;
const OWN_NUMBER = /^[\s|#=‘'"“]*(?:\((?:\d{1,3}[a-z]{0,3}|[a-z]{1,4})\)|\d{1,3} ?[a-z]{0,2}\.(?!\d)|[a-z]\))\s*/;
const OWN_LABEL = new RegExp(
  `^[\\s|#=‘'"“]*(?:${ARTICLE_WORD}|${ANNEX_WORD})\\s*(?:premier|[IVXL]{1,6}|\\d{1,3})? ?[a-z]{0,2}(?![\\p{L}\\d])[\\s.:–—-]*`,
  'u',
);
const OTHER_ACT = '(?:of|to) (?:that |the )?(?:Regulation|Directive|Decision|Treaty|Charter|Council)| (?:TFEU|TEU)';
/** With its paragraphs and points, but not of another act. */
const CITED = new RegExp(
  `\\b(Article|Annex|recital) \\(?(\\d{1,3}[a-z]{0,2}|[IVXL]{1,6}[a-z]?)\\)?(?:\\([\\da-z]{1,4}\\)){0,3}(?![\\w(]| ?${OTHER_ACT})`,
  'g',
);

const labelOf = ({ kind, number, title }: Standing): string => {
  if (kind === 'article') return `Article ${number}`;
  if (kind === 'recital') return `recital (${number})`;
  if (kind === 'annex') return number === '' ? 'Annex' : `Annex ${number}`;
  if (kind === 'section') return title;
  return kind === 'end' ? 'end of the act' : 'front matter';
};

export const wordsIn = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

const citationsIn = (blocks: readonly Block[]): string[] => [
  ...new Set(blocks.flatMap(({ text }) => [...text.matchAll(CITED)].map(([, kind = '', number = '']) => `${kind} ${number}`))),
];

export const isTitle = (text: string): boolean =>
  text !== '' && text.length <= LONGEST_TITLE && !OWN_NUMBER.test(text) && !/[.;:,]$/.test(text) && !DELETED.test(wordsIn(text).join(' '));

interface Cut {
  readonly from: number;
  readonly opening: number;
  readonly standing: Standing;
}

/** Chapters and what stands between the recitals and the first article open no unit: they wait for the next one. */
const isLead = ({ kind }: Standing, last: Cut | undefined): boolean =>
  kind === 'chapter' || (kind === 'front' && last !== undefined && last.standing.kind !== 'front');

const opensUnit = (standing: Standing, last: Cut | undefined): boolean => {
  if (last === undefined || standing.opens) return true;
  return standing.kind !== last.standing.kind || (standing.kind === 'section' && standing.title !== last.standing.title);
};

const cutsOf = (outline: readonly Standing[]): Cut[] => {
  const cuts: Cut[] = [];
  let lead: number | null = null;
  outline.forEach((standing, i) => {
    if (standing.kind === 'footnote' && cuts.length > 0) return;
    if (isLead(standing, cuts.at(-1))) lead ??= i;
    else if (lead !== null || opensUnit(standing, cuts.at(-1))) {
      cuts.push({ from: lead ?? i, opening: i, standing });
      lead = null;
    }
  });
  return cuts;
};

/** What the unit says: without its number and title, the numbers of its points, which drift, and footnotes, which many share. */
const bodyOf = (blocks: readonly Block[], opening: number, title: string): string[] =>
  blocks.flatMap(({ text, kind }, i) => {
    if (i < opening || (i > opening && text === title) || kind === 'footnote') return [];
    const words = i === opening ? text.replace(OWN_LABEL, '').replace(title, '') : text;
    return wordsIn(words.replace(OWN_NUMBER, ''));
  });

const titleOf = (blocks: readonly Block[], opening: number, { kind, title }: Standing): string => {
  if (title !== '' || (kind !== 'article' && kind !== 'annex')) return title;
  const below = blocks[opening + 1]?.text ?? '';
  return isTitle(below) ? below : '';
};

const isDeleted = (kind: Unit['kind'], words: readonly string[], title: string): boolean => {
  if (kind !== 'recital' && kind !== 'article' && kind !== 'annex') return false;
  const left = words.filter((word) => !DELETED.test(word));
  const titled = wordsIn(title).filter((word) => !DELETED.test(word));
  return left.length === 0 && (titled.length === 0 || words.length > 0);
};

const unit = (blocks: readonly Block[], outline: readonly Standing[], { from, opening, standing, to }: Cut & { to: number }): Unit => {
  // The heading below a number became the title of all that follows it.
  const named = outline.slice(opening, to).find(({ kind, title }) => kind === standing.kind && title !== '') ?? standing;
  const own = blocks.slice(from, to);
  const title = titleOf(own, opening - from, named);
  const kind = standing.kind === 'chapter' || standing.kind === 'footnote' ? 'front' : standing.kind;
  const words = bodyOf(own, opening - from, title);
  const label = labelOf(standing);
  const citations = citationsIn(own.filter((block) => block.kind !== 'footnote')).filter((cited) => cited !== label);
  const number = standing.number;
  return { kind, label, number, title, from, to, blocks: [], opening, deleted: isDeleted(kind, words, title), citations, words };
};

export const unitsOf = (blocks: readonly Block[]): readonly Unit[] => {
  const outline = outlineOf(blocks);
  const cuts = cutsOf(outline);
  // A text that is all chapters and no articles.
  const first = outline[0];
  if (cuts.length === 0 && first !== undefined) cuts.push({ from: 0, opening: 0, standing: first });
  const units = cuts.map((cut, i) => unit(blocks, outline, { ...cut, to: cuts[i + 1]?.from ?? blocks.length }));
  return withFootnotes(blocks, units);
};
