// Changes that change nothing: capitals, punctuation, spelling, the order of the same words.

import type { Hunk } from '../../types.ts';
import type { Known } from './known.ts';
import type { Side } from './side.ts';
import { sameSpelling, spellOf } from './spelling.ts';
import { type Surplus, surplus } from './surplus.ts';
import { printTerm, type Term } from './term.ts';
import { short } from './why.ts';

type Verdict = Pick<Hunk, 'weight' | 'aspects' | 'why'>;

const verdict = (why: string): Verdict => ({ weight: 0, aspects: ['editorial'], why });

export const TYPOGRAPHY = verdict('only capitals, spaces or punctuation');
export const ORDER = verdict('only the order of the same words');

/** Words on either side. */
const SHOWN = 2;

const joined = (words: readonly Known[]): string => (words.length === 1 ? (words[0]?.bare ?? '') : words.map(({ bare }) => bare).join(''));

export const sameLetters = (old: readonly Known[], now: readonly Known[]): boolean => joined(old) === joined(now);

const spelling = (went: readonly string[], came: readonly string[]): Verdict => {
  const words = [...went.slice(0, SHOWN).map((word) => `−${short(word)}`), ...came.slice(0, SHOWN).map((word) => `+${short(word)}`)];
  return verdict(`only spelling: ${words.join(' ')}`);
};

const plain = ({ word }: Known): string => word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');

/** Words that remain on each side, the same in another spelling. */
export const respelled = ({ went, came }: Surplus<Known>): Verdict | null => {
  if (went.length === 0 || came.length === 0) return null;
  if (sameLetters(went, came)) return TYPOGRAPHY;
  const isSame = went.length === came.length && went.every(({ bare }, i) => sameSpelling(bare, came[i]?.bare ?? ''));
  return isSame ? spelling(went.map(plain), came.map(plain)) : null;
};

interface Piece {
  readonly key: string;
  readonly printed: string;
}

const isFigure = ({ isWhole }: Term): boolean => isWhole === true;

/** Words in their order, figures as what they amount to. */
const pieces = ({ words, terms }: Side): readonly Piece[] => {
  const figures = new Map(terms.filter(isFigure).map((term) => [term.from, term]));
  const found: Piece[] = [];
  for (let i = 0; i < words.length; i += 1) {
    const figure = figures.get(i);
    const word = words[i];
    if (figure !== undefined) {
      found.push({ key: figure.key, printed: printTerm(words, figure) });
      i = Math.max(i, figure.to - 1);
    } else if (word !== undefined && word.bare !== '') found.push({ key: spellOf(word.bare), printed: plain(word) });
  }
  return found;
};

/** `two` and `2`, `9 October 2099` and `09/10/2099`. */
export const rewritten = (old: Side, now: Side): Verdict | null => {
  if (!old.terms.some(isFigure) || !now.terms.some(isFigure)) return null;
  const [a, b] = [pieces(old), pieces(now)];
  if (a.length !== b.length || !a.every(({ key }, i) => key === b[i]?.key)) return null;
  const { went, came } = surplus(a, b, ({ printed }) => printed);
  return spelling(
    went.map(({ printed }) => printed),
    came.map(({ printed }) => printed),
  );
};
