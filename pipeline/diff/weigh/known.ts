// What is known of a printed word: looked at once, however often it stands in the texts.

import { figureTraits } from './figures/traits.ts';
import { TRAIT } from './traits.ts';
import { bareOf, unitsOf } from './units.ts';
import { symbolOf } from './vocabulary/lexicon.ts';

export interface Known {
  readonly word: string;
  /** Without capitals and punctuation; '' for punctuation alone. */
  readonly bare: string;
  /** Bits of `TRAIT`. */
  readonly traits: number;
  /** In the lexicon; 0 for what no phrase has. */
  readonly symbols: readonly number[];
}

/** More than the different words of two texts of a usual size; then it begins anew. */
const MOST = 100_000;
/** Longer ones are addresses or worse, and hardly stand twice. */
const LONGEST = 100;
const seen = new Map<string, Known>();

export const known = (printed: string): Known => {
  const before = seen.get(printed);
  if (before !== undefined) return before;
  if (printed.length > LONGEST) return look(printed);
  if (seen.size >= MOST) seen.clear();
  // A copy, because a slice keeps the whole text in memory that it was cut from.
  const word = ` ${printed}`.slice(1);
  const made = look(word);
  seen.set(word, made);
  return made;
};

const DEFINING = new Set('means mean defined understood purposes purpose meaning bezeichnet ausdruck sinne entend désigne'.split(' '));
/** In many phrases, and in none without a word of another kind. */
const LINKS = new Set(
  'and or of the to in for as at on by a an with this that be from und oder der die des für et ou de du la le les en à'.split(' '),
);

const look = (word: string): Known => {
  const units = unitsOf(word);
  const symbols = units.map(symbolOf);
  const core = units[0]?.low ?? '';
  const isKnown = symbols.some((symbol) => symbol > 0);
  const vocabulary = isKnown ? (units.length === 1 && LINKS.has(core) ? TRAIT.link : TRAIT.phrase) : 0;
  const defining = DEFINING.has(core) ? TRAIT.defining : 0;
  const joining = /^(?:and|und|et)$/.test(core) ? TRAIT.and : /^(?:or|oder|ou)$/.test(core) ? TRAIT.or : 0;
  return { word, bare: bareOf(word), traits: vocabulary | defining | joining | figureTraits(word, core), symbols };
};
