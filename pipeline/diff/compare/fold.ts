// What of a word counts when two texts are compared. Its typography does not: quotes, dashes, spaces, hyphens within it, soft hyphens, ligatures, and the
// marks of footnotes, whose numbers follow from what stands before them.

const QUOTES = /[‘’‚‛′`´“”„‟″«»‹›]/g;
const DASHES = /[‐‑‒–—―−]/g;
const INVISIBLE = /[\u00ad\u200b-\u200d\u2060\ufeff]/g;
/** Footnotes' marks; `m²` and `10³` are no such. */
const RAISED = /(?<![\p{N}⁰¹²³⁴-⁹]|(?<!\p{L})[kcdm]?m)[⁰¹²³⁴-⁹]+/gu;
const PLAIN = /^[A-Za-z]+[.,;:]?$/;

/** Same for words that differ in typography only. '' for a mark of a footnote that stands alone. */
export const foldWord = (word: string): string =>
  PLAIN.test(word)
    ? word
    : word
        .replace(INVISIBLE, '')
        .replace(RAISED, '')
        .normalize('NFKC')
        .replace(QUOTES, "'")
        .replace(/["]|''/g, "'")
        .replace(DASHES, '-')
        .replace(/…/g, '...')
        .replace(/(?<=\p{L})-(?=\p{Ll})/gu, '');

/** Standing alone, these are how a list or a table is drawn. */
const DRAWN = /^[|•·▪●○◦‣■□⁃*]$/;

/** A stretch of words as one string in which neither breaks between words nor hyphens at their joints count. */
export const foldTogether = (words: readonly string[]): string =>
  words
    .filter((word) => !DRAWN.test(word))
    .map(foldWord)
    .join(' ')
    .replace(/(?<=\p{L})-? (?=\p{Ll})/gu, '')
    .replace(/(?<=\d) (?=\d{3}(?!\d))/g, '')
    .replace(/(?<!\d) | (?!\d)/g, '');
