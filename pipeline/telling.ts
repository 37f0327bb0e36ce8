// What is said of a diff and its hunks, in the same words by every format, report and label: how many changes of which kind, where, and why.
// Markup, marks and colours do not belong here.

import type { DiffPart, Hunk, TextDiff, Weight } from './types.ts';

/** The weights from the heaviest on, and what each is called. */
const WEIGHTS = [3, 2, 1, 0] as const satisfies readonly Weight[];
export const WEIGHT_NAMES = { 3: 'substance', 2: 'figures', 1: 'wording', 0: 'editorial' } as const satisfies Record<Weight, string>;

export const heaviest = (hunks: readonly Hunk[]): Weight => hunks.reduce<Weight>((most, { weight }) => (weight > most ? weight : most), 0);

const figure = (n: number): string => n.toLocaleString('en');

export const count = (n: number, one: string): string => `${figure(n)} ${one}${n === 1 ? '' : 's'}`;

export const splitWords = (text: string): string[] => text.split(/\s+/).filter((word) => word !== '');

/** A part may go over several paragraphs: a line each. */
export const linesOf = (text: string): string[] => text.split('\n').filter((line) => line.trim() !== '');

/** Parts, each with its lines, as paragraphs. What came in place of several paragraphs, or as several, begins one of its own. */
export const paragraphsOf = <T>(parts: readonly { readonly kind: DiffPart['kind']; readonly lines: readonly T[] }[]): T[][] => {
  const paragraphs: T[][] = [[]];
  parts.forEach(({ kind, lines }, at) => {
    const before = parts[at - 1];
    const isApart = kind === 'insert' && before?.kind === 'delete' && Math.max(before.lines.length, lines.length) > 1;
    lines.forEach((line, n) => {
      if (n > 0 || isApart) paragraphs.push([]);
      paragraphs.at(-1)?.push(line);
    });
  });
  return paragraphs.filter((lines) => lines.length > 0);
};

const changedWords = ({ parts }: Hunk): number =>
  parts.reduce((sum, { kind, text }) => (kind === 'same' ? sum : sum + splitWords(text).length), 0);

/** The heaviest first, among equals the one with most words changed. */
export const byWeight = (hunks: readonly Hunk[]): Hunk[] =>
  hunks
    .map((hunk) => ({ hunk, words: changedWords(hunk) }))
    .sort((a, b) => b.hunk.weight - a.hunk.weight || b.words - a.words)
    .map(({ hunk }) => hunk);

/** `12 words inserted, 3 deleted, 1 paragraph moved`. */
export const countWords = ({ summary }: TextDiff): string => {
  const words = [
    { n: summary.insertedWords, done: 'inserted' },
    { n: summary.deletedWords, done: 'deleted' },
  ]
    .filter(({ n }) => n > 0)
    .map(({ n, done }, i) => `${i === 0 ? count(n, 'word') : figure(n)} ${done}`);
  if (summary.movedParagraphs > 0) words.push(`${count(summary.movedParagraphs, 'paragraph')} moved`);
  return words.length === 0 ? 'no words inserted or deleted' : words.join(', ');
};

/** `5 changes: 2 of substance, 1 of figures, 2 editorial`; of one kind only, `1 change of substance`. With `more `, `5 more changes: …`. */
export const countKinds = (hunks: readonly Hunk[], more: '' | 'more ' = ''): string => {
  const kinds = WEIGHTS.map((weight) => ({ weight, n: hunks.filter((hunk) => hunk.weight === weight).length })).filter(({ n }) => n > 0);
  const [only] = kinds;
  if (only !== undefined && kinds.length === 1)
    return only.weight === 0
      ? count(only.n, `${more}editorial change`)
      : `${count(only.n, `${more}change`)} of ${WEIGHT_NAMES[only.weight]}`;
  const named = kinds.map(({ weight, n }) => (weight === 0 ? `${figure(n)} editorial` : `${figure(n)} of ${WEIGHT_NAMES[weight]}`));
  return `${count(hunks.length, `${more}change`)}${named.length === 0 ? '' : `: ${named.join(', ')}`}`;
};

/** One sentence for the whole, with its full stop. */
export const tell = (diff: TextDiff): string =>
  diff.equal ? 'No difference in the text.' : `${countKinds(diff.hunks)}; ${countWords(diff)}.`;

/** On which pages, and why it weighs what it weighs: `p. 3 → 4`, `legal force: −shall +should`; of a move `moved from p. 3 to p. 5`. */
export const factsOf = (hunk: Hunk): string[] => {
  const { kind, why, oldPage, newPage } = hunk;
  const isBare = kind === 'move' && /^moved(?! from)/.test(why);
  if (isBare && oldPage !== null && newPage !== null) {
    const pages = oldPage === newPage ? `within p. ${newPage}` : `from p. ${oldPage} to p. ${newPage}`;
    return [why.replace(/^moved/, `moved ${pages}`)];
  }
  return [pagesOf(hunk), why].filter((words) => words !== '');
};

const pagesOf = ({ kind, oldPage, newPage }: Hunk): string => {
  if (oldPage === newPage) return newPage === null ? '' : `p. ${newPage}`;
  if (oldPage !== null && newPage !== null) return `p. ${oldPage} → ${newPage}`;
  const known = `p. ${newPage ?? oldPage}`;
  // Of two files only one may have pages; what is on one side only needs no word for it.
  return kind === 'insert' || kind === 'delete' ? known : `${known} of the ${newPage === null ? 'old' : 'new'} text`;
};

/** Beginning and end of a passage that is too long to be shown whole, and how many words are between; null when it is not. */
export const endsOf = (
  text: string,
  { longest, first, last }: { longest: number; first: number; last: number },
): { beginning: string; left: number; end: string } | null => {
  const words = splitWords(text);
  if (words.length <= Math.max(longest, first + last)) return null;
  return {
    beginning: words.slice(0, first).join(' '),
    left: words.length - first - last,
    end: last === 0 ? '' : words.slice(-last).join(' '),
  };
};
