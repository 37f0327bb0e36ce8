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

const bearings = (side: Side, aspect: Aspect): readonly string[] =>
  side.terms.filter((term) => term.aspect === aspect && !term.weak).map((term) => `${term.key} ${nextWord(side, term)}`);

const isList = ({ words }: Side, terms: readonly Term[]): boolean =>
  terms.slice(1).every(({ from }, i) => words.slice(terms[i]?.to ?? 0, from).every(({ bare }) => bare === '' || LINKS.has(bare)));

const partiesMoved = (old: Side, now: Side, aspect: Aspect): readonly string[] => {
  const [a, b] = [old, now].map(({ terms }) => terms.filter((term) => term.aspect === aspect)) as [Term[], Term[]];
  const same = a.length === b.length && a.every(({ key }, i) => key === b[i]?.key);
  return same || (isList(old, a) && isList(now, b)) ? [] : b.map((term) => printTerm(now.words, term));
};

/** @returns the aspects whose terms changed places in a way that matters; empty for a change of style. */
export const misplaced = (old: Side, now: Side): readonly Clue[] => {
  const clue = (aspect: Aspect, names: readonly string[]): Clue[] =>
    names.length === 0 ? [] : [{ aspect, went: [], came: [], note: `other place of ${[...new Set(names)].slice(0, 3).join(', ')}` }];
  const bearing = BEARING.flatMap((aspect) => {
    const before = new Set(bearings(old, aspect));
    const terms = now.terms.filter((term) => term.aspect === aspect && !term.weak && !before.has(`${term.key} ${nextWord(now, term)}`));
    return clue(
      aspect,
      terms.map((term) => printTerm(now.words, term)),
    );
  });
  return [...bearing, ...PARTIES.flatMap((aspect) => clue(aspect, partiesMoved(old, now, aspect)))];
};
