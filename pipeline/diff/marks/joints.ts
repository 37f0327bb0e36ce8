// Where struck and live letters touch, do they make one word? `resource~~s~~` does. `~~its~~**th**eir` does not: the mark begins a little late or
// ends a little early, and the old word is `its`. The document's own words decide.

import type { Piece } from './pieces.ts';

/** Words that stand somewhere in the document as words of their own, in lower case. */
export type Vocabulary = () => ReadonlySet<string>;

/** Struck words shorter than this are taken for endings: `s`, `ed`. */
const WORD = 3;
const ENDS = /[\p{L}\p{N}]+$/u;
const BEGINS = /^[\p{L}\p{N}]+/u;

const lettersOf = (pattern: RegExp, text: string): string => pattern.exec(text)?.[0] ?? '';

const countsAsOne = (struck: string, joined: string, words: Vocabulary): boolean =>
  struck.length < WORD || words().has(joined.toLowerCase()) || !words().has(struck.toLowerCase());

/** How much of a live piece, at either end, only the new word has; and whether a space keeps its last word from the next. */
interface Cut {
  readonly head: number;
  readonly tail: number;
  readonly space: boolean;
}

const WHOLE: Cut = { head: 0, tail: 0, space: false };

/** Old pieces that stand beside each other once inserted ones are left out, as pairs of their indices. */
const neighbours = (pieces: readonly Piece[]): (readonly [number, number])[] => {
  const old = pieces.flatMap(({ state }, at) => (state === 'same' || state === 'delete' ? [at] : []));
  return old.slice(1).map((right, index) => [old[index] ?? 0, right] as const);
};

/** Whether the live one of two neighbours is the rest of an inserted word on its other side: `**th**eir~~its~~`. */
const goesOn = (pieces: readonly Piece[], left: number, right: number): boolean => {
  const isLeft = pieces[left]?.state === 'same';
  const [live, other] = [pieces[isLeft ? left : right], pieces[isLeft ? left - 1 : right + 1]];
  if (live === undefined || other?.state !== 'insert' || !/^[\p{L}\p{N}]+$/u.test(live.text)) return false;
  return (isLeft ? ENDS : BEGINS).test(other.text);
};

/** Cuts at the joints that do not make one word. */
const cutsOf = (pieces: readonly Piece[], words: Vocabulary): ReadonlyMap<number, Cut> => {
  const cuts = new Map<number, Cut>();
  for (const [left, right] of neighbours(pieces)) {
    const [one, other] = [pieces[left], pieces[right]];
    if (one === undefined || other === undefined || one.state === other.state) continue;
    const [end, start] = [lettersOf(ENDS, one.text), lettersOf(BEGINS, other.text)];
    const struck = one.state === 'delete' ? end : start;
    if (end === '' || start === '' || countsAsOne(struck, end + start, words)) continue;
    // Live letters beside inserted ones belong to the new word only. Where nothing was inserted, all that is missing is a space.
    const before = cuts.get(left) ?? WHOLE;
    if (right - left === 1 && !goesOn(pieces, left, right)) cuts.set(left, { ...before, space: true });
    else if (one.state === 'same') cuts.set(left, { ...before, tail: end.length });
    else cuts.set(right, { ...WHOLE, head: start.length });
  }
  return cuts;
};

const cutUp = ({ text, state }: Piece, { head, tail, space }: Cut): Piece[] =>
  [
    { text: text.slice(0, head), state: 'insert' as const },
    { text: `${text.slice(head, Math.max(head, text.length - tail))}${space ? ' ' : ''}`, state },
    { text: text.slice(Math.max(head, text.length - tail)), state: 'insert' as const },
  ].filter((piece) => piece.text !== '');

/** The same pieces, so cut that the old text has whole words. */
export const wholeWords = (pieces: readonly Piece[], words: Vocabulary): readonly Piece[] => {
  const cuts = cutsOf(pieces, words);
  return cuts.size === 0 ? pieces : pieces.flatMap((piece, at) => cutUp(piece, cuts.get(at) ?? WHOLE));
};
