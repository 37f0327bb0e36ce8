// The numbers that points, recitals, articles and footnotes carry. They follow from what stands before them: two items are compared as if they had
// none, and what became of the numbers is told apart.

import type { Block } from '../../types.ts';

export interface Label {
  /** Which word of its block. */
  readonly at: number;
  /** Stands for any number of this form. */
  readonly key: string;
  /** As printed: `(3)`. */
  readonly printed: string;
}

/** How a number of one's own looks, where it stands first in its block. */
const FORMS: readonly (readonly [form: string, pattern: RegExp])[] = [
  ['(1)', /^['‘’"“”]?\(\d{1,3}[a-z]{0,2}\)$/],
  ['1.', /^['‘’"“”]?\d{1,3}[a-z]{0,2}[.)]$/],
  ['(a)', /^['‘’"“”]?\((?:[a-z]{1,2}|[ivxl]{2,7})\)$/],
  ['a)', /^['‘’"“”]?(?:[a-z]|[ivx]{2,5})[.)]$/],
];
/** `2.1`, `2.1.3.`: of headings and points only, for elsewhere it is a figure. */
const DOTTED = /^\d{1,2}(?:\.\d{1,2}){1,3}\.?$/;
const RAISED = /^[⁰¹²³⁴-⁹]+$|^\[\d{1,3}\]$/;
/** `1. Januar` is a day. */
const MONTH =
  /^(?:january|february|march|april|may|june|july|august|september|october|november|december|januar|februar|märz|mai|juni|juli|oktober|dezember|janvier|février|mars|avril|juin|juillet|août|septembre|octobre|novembre|décembre)$/i;
/** A heading that is a word and a number. */
const NUMBERED = /^(?:article|artikel|artículo|articolo|artigo|artykuł|recital|chapter|section|title|annex|annexe|part)$/i;
const NUMBER = /^(?:\d{1,3}[a-z]{0,2}|[IVXL]{1,7}[a-z]?)[.:]?$/;

/**
 * @param opening the first two words of the block
 * @param count how many it has
 * @returns null where it has no number of its own
 */
export const labelKey = ({ kind }: Block, [first, second]: readonly string[], count: number): Label | null => {
  if (first === undefined) return null;
  if (kind === 'footnote' && RAISED.test(first)) return { at: 0, key: '\u0000footnote', printed: first };
  if (kind === 'cover' || kind === 'table-row' || (count < 2 && kind !== 'list-item')) return null;
  if (second !== undefined && NUMBERED.test(first) && NUMBER.test(second) && (kind === 'heading' || count === 2))
    return { at: 1, key: '\u0000heading', printed: second };
  if (second !== undefined && /\.$/.test(first) && MONTH.test(second)) return null;
  const form = FORMS.find(([, pattern]) => pattern.test(first))?.[0];
  if (form !== undefined) return { at: 0, key: `\u0000${form}`, printed: first };
  const isSection = kind !== 'paragraph' && DOTTED.test(first) && !/^[\p{Ll}%€]/u.test(second ?? '');
  return isSection ? { at: 0, key: '\u0000dotted', printed: first } : null;
};
