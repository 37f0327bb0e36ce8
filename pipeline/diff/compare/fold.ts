// What of a word counts when two texts are compared. Its typography does not: quotes, dashes, spaces, hyphens within it, soft hyphens, ligatures, and the
// marks of footnotes, whose numbers follow from what stands before them.

const QUOTES = /[‘’‚‛′`´“”„‟″«»‹›]/g;
const DASHES = /[‐‑‒–—―−]/g;
/** Soft hyphens, joiners, and what tells in which direction a text runs. */
const INVISIBLE = /[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g;
/** Footnotes' marks, after a year or the number of an article as well; those of `m²`, `10³` and `10⁻³` are no such. */
const RAISED = /(?<![⁰¹²³⁴-⁹⁺⁻]|(?<![\p{N}.,])(?:10|2)|(?<!\p{L})[kcdm]?m)[⁰¹²³⁴-⁹]+/gu;
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

/** Between words this is how a table is drawn. */
const BAR = '|';
/** At the beginning of a block these are how a list is drawn. Elsewhere they are said: `●` for yes and `○` for no in a table. */
const BULLET = /^[•·▪●○◦‣■□⁃*]$/;
const THOUSANDS = /(?<!\d)\d{1,3}(?: \d{3})+(?!\d)/g;

/**
 * A stretch of words as one string in which neither breaks between words nor hyphens at their joints count.
 * @param opens whether it begins a block
 */
export const foldTogether = (words: readonly string[], opens: boolean): string =>
  words
    // The numbers in two cells are two numbers: two spaces are left between them.
    .map((word, at) => (word === BAR || (at === 0 && opens && BULLET.test(word)) ? '' : foldWord(word)))
    .join(' ')
    .replace(/(?<=\p{L})-? (?=\p{Ll})/gu, '')
    .replace(THOUSANDS, (number) => number.replaceAll(' ', ''))
    .replace(/ {2,}/g, ' ')
    .replace(/(?<!\d) | (?!\d)/g, '');
