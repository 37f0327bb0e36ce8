// What the terms of both sides say of a change: the aspects whose terms do not cancel out.

import type { Aspect } from '../../types.ts';
import type { Side } from './side.ts';
import { surplus } from './surplus.ts';
import { printTerm, type Term } from './term.ts';
import type { Clue } from './why.ts';

/** A longer change has an `and` or a `one` too many for no reason. */
const SHORT = 20;

export const cluesOf = (old: Side, now: Side): readonly Clue[] => {
  if (old.terms.length + now.terms.length === 0) return [];
  const isShort = old.words.length <= SHORT && now.words.length <= SHORT;
  const { went, came } = surplus(isShort ? old.terms : sure(old.terms), isShort ? now.terms : sure(now.terms), keyOf);
  if (went.length + came.length === 0) return [];
  const aspects = new Set<Aspect>();
  for (const { aspect } of [...went, ...came]) if (aspect !== 'nothing') aspects.add(aspect);
  return [...aspects].flatMap((aspect) => clueOf(aspect, side(old, went, aspect), side(now, came, aspect)) ?? []);
};

const keyOf = ({ key }: Term): string => key;
const sure = (terms: readonly Term[]): readonly Term[] => terms.filter(({ weak }) => !weak);

/** The terms of one aspect, and the words they were found in. */
const side = ({ words }: Side, terms: readonly Term[], aspect: Aspect): Side => ({
  words,
  terms: terms.filter((term) => term.aspect === aspect),
});

const clueOf = (aspect: Aspect, went: Side, came: Side): Clue | null => {
  const [minus, plus] = [counting(went, came.terms), counting(came, went.terms)];
  if (minus.length + plus.length === 0) return null;
  // The words that open a definition stand on both sides: what they open is another thing now.
  const opening = aspect === 'definition' ? minus.find((words) => plus.includes(words)) : undefined;
  return { aspect, went: minus, came: plus, ...(opening === undefined ? {} : { note: `after ${opening}` }) };
};

const counting = ({ words, terms }: Side, others: readonly Term[]): readonly string[] => {
  const isAnswered = others.some(({ weak, aspect }) => weak || aspect === 'number');
  return terms.filter(({ weak }) => !weak || isAnswered).map((term) => printTerm(words, term));
};
