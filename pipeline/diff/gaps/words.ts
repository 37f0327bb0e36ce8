// Which words of a text stand for others that were taken out: `[DELETED]`, `[…]`, empty brackets, black boxes, rows of x. Only for texts
// that are compared as a released one with a whole one: elsewhere an ellipsis in a quotation is no gap.

import { foldWord } from '../compare/fold.ts';

/** Words `[from, to)`. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** A gap is read within so many words; longer formulas are no gaps. */
const LONGEST = 24;
const END = '[.,;:!?’”"\')]*';
/** Boxes that nobody uses as bullets; those that may be bullets count from two on. */
const BOXES = '[█▇▆▉▓▒░▌▐]+|[■▮▪◼⬛]{2,}|[█▇▆▉▓▒░▌▐■▮▪◼⬛]{2,}';
const HIDDEN = [
  ...['deleted', 'text deleted', 'redacted', 'withheld', 'blank', 'confidential', 'classified', 'not declassified'],
  ...[
    'non accessible',
    'not accessible',
    'not public',
    'sensitive information(?: removed)?',
    'supprimé',
    'gestrichen',
    'geschwärzt',
    'omissis',
  ],
].join('|');
const PAGES = '(?: \\(pages? \\d{1,4}(?: (?:to|-|–) \\d{1,4})?\\))?';
/** From the start of the text it is given. Each is as long as it can be; none can run away: their parts do not overlap. */
const PATTERNS: readonly RegExp[] = [
  // [DELETED], [NOT ACCESSIBLE TO THE PUBLIC]
  new RegExp(`^[‘“"'(]*[[(](?:${HIDDEN})(?: [^\\s\\])]{1,30}){0,8}[\\])]${END}(?= |$)`, 'i'),
  // [...], […], (…), [ ], []
  new RegExp(`^[‘“"']*(?:\\[(?: ?[.…]){0,12} ?\\]|\\((?: ?[.…]){1,12} ?\\))${END}(?= |$)`),
  new RegExp(`^(?:${BOXES})(?: (?:[█▇▆▉▓▒░▌▐■▮▪◼⬛]+))*${END}(?= |$)`),
  new RegExp(`^(?:x{4,}|X{4,})(?: [xX]{2,})*${END}(?= |$)`),
  // DELETED FROM THIS POINT UNTIL THE END OF THE DOCUMENT (page 2 to 24)
  new RegExp(`^\\[?deleted (?:from this point )?until the end of the (?:document|page|text)${PAGES}[.\\]]*(?= |$)`, 'i'),
];
/** Alone in its block it needs no brackets. */
const ALONE = /^(?:DELETED|REDACTED|NOT DECLASSIFIED|NON ACCESSIBLE|NOT ACCESSIBLE TO THE PUBLIC|CONFIDENTIAL)\.?$/;
/** What a gap can begin with: most words are passed over by their first letter. */
const OPENS = /^[‘“"'(]*[[(]|^[█▇▆▉▓▒░▌▐■▮▪◼⬛xX]|^\[?deleted$/i;

const lengthAt = (words: readonly string[], at: number): number => {
  if (!OPENS.test(words[at] ?? '')) return 0;
  const text = words.slice(at, at + LONGEST).join(' ');
  const found = PATTERNS.map((pattern) => pattern.exec(text)?.[0] ?? '').reduce(
    (long, match) => (match.length > long.length ? match : long),
    '',
  );
  return found === '' ? 0 : found.split(' ').length;
};

/** The gaps among the words of one block, neighbours as one. */
export const gapsIn = (words: readonly string[]): readonly Stretch[] => {
  if (words.length <= 5 && ALONE.test(words.join(' '))) return [{ from: 0, to: words.length }];
  const found: { from: number; to: number }[] = [];
  for (let at = 0; at < words.length; ) {
    const length = lengthAt(words, at);
    const last = found.at(-1);
    if (length > 0 && last?.to === at) last.to = at + length;
    else if (length > 0) found.push({ from: at, to: at + length });
    at += Math.max(length, 1);
  }
  return found;
};

/** Nothing but gaps. */
export const isGap = (words: readonly string[]): boolean => {
  const [first, ...more] = gapsIn(words);
  return first !== undefined && more.length === 0 && first.from === 0 && first.to === words.length;
};

/** The same words, whatever their typography. */
export const alike = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((word, i) => foldWord(word) === foldWord(b[i] ?? ''));

/** How many words both begin with. */
export const commonStart = (a: readonly string[], b: readonly string[]): number => {
  let length = 0;
  while (length < Math.min(a.length, b.length) && foldWord(a[length] ?? '') === foldWord(b[length] ?? '')) length += 1;
  return length;
};
