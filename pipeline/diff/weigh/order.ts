// The same words in another order: mostly style, but "not all may" is not "all may not".

import type { Aspect } from '../../types.ts';
import type { Side } from './side.ts';
import { printTerm, type Term } from './term.ts';
import type { Clue } from './why.ts';

/** They bear on the word after them. */
const BEARING: readonly Aspect[] = ['negation', 'number'];
/** They bear on what is around them: which stands first tells. In a mere list it is style. */
const PARTIES: readonly Aspect[] = ['legal force', 'actor', 'date', 'reference'];
const LINKS = new Set('and or the of und oder der die et ou le la les as well'.split(' '));

const nextWord = ({ words }: Side, { to }: Term): string => words.slice(to).find(({ bare }) => bare !== '')?.bare ?? '';

const ofAspect = ({ terms }: Side, aspect: Aspect): readonly Term[] => terms.filter((term) => term.aspect === aspect && !term.weak);

const isList = ({ words }: Side, terms: readonly Term[]): boolean =>
  terms.slice(1).every(({ from }, i) => words.slice(terms[i]?.to ?? 0, from).every(({ bare }) => bare === '' || LINKS.has(bare)));

const partiesMoved = (old: Side, now: Side, aspect: Aspect): readonly Term[] => {
  const [a, b] = [ofAspect(old, aspect), ofAspect(now, aspect)];
  const isSame = a.length === b.length && a.every(({ key }, i) => key === b[i]?.key);
  return isSame || (isList(old, a) && isList(now, b)) ? [] : b;
};

const bearingsMoved = (old: Side, now: Side, aspect: Aspect): readonly Term[] => {
  const before = new Set(ofAspect(old, aspect).map((term) => `${term.key} ${nextWord(old, term)}`));
  return ofAspect(now, aspect).filter((term) => !before.has(`${term.key} ${nextWord(now, term)}`));
};

/** Names that are said of what moved. */
const NAMED = 3;

const clueOf = (aspect: Aspect, { words }: Side, moved: readonly Term[]): readonly Clue[] => {
  const names = [...new Set(moved.map((term) => printTerm(words, term)))].slice(0, NAMED);
  return names.length === 0 ? [] : [{ aspect, went: [], came: [], note: `other place of ${names.join(', ')}` }];
};

/** @returns the aspects whose terms changed places in a way that matters; empty for a change of style. */
export const misplaced = (old: Side, now: Side): readonly Clue[] => [
  ...BEARING.flatMap((aspect) => clueOf(aspect, now, bearingsMoved(old, now, aspect))),
  ...PARTIES.flatMap((aspect) => clueOf(aspect, now, partiesMoved(old, now, aspect))),
];
