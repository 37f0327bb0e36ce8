// What kind of change a hunk is, by the words that decide it. The weight only orders hunks; nothing is hidden because of it.

import type { Hunk } from '../../types.ts';
import { ORDER, respelled, rewritten, sameLetters, TYPOGRAPHY } from './editorial.ts';
import { type Known, known } from './known.ts';
import { contraries } from './opposites.ts';
import { misplaced } from './order.ts';
import { type Side, searchFor, sideOf, traitsOf } from './side.ts';
import { hasPower, otherSigns } from './signs.ts';
import { type Surplus, surplus } from './surplus.ts';
import { cluesOf } from './terms.ts';
import { TRAIT } from './traits.ts';
import { type Clue, verdict } from './why.ts';

/** The words of a hunk as printed, with those that did not change between its changes; and up to four unchanged ones around it. */
export interface Changed {
  readonly old: readonly string[];
  readonly now: readonly string[];
  readonly before: readonly string[];
  readonly after: readonly string[];
}

type Verdict = Pick<Hunk, 'weight' | 'aspects' | 'why'>;

const WORDING: Verdict = { weight: 1, aspects: ['wording'], why: 'wording' };

export const weigh = (change: Changed): Verdict => {
  const [old, now] = [lookUp(change.old), lookUp(change.now)];
  const inside = traitsOf(old) | traitsOf(now);
  const isTypography = sameLetters(old, now);
  // With digits in it, what is only punctuation elsewhere makes 1.5 of 15.
  if (isTypography && (inside & TRAIT.digit) === 0) return otherSigns(change.old, change.now) ?? TYPOGRAPHY;
  const words = surplus(old, now, bareOf);
  const before = lookUp(change.before);
  const search = searchFor(inside, before, () => lookUp(change.after));
  if (!search.phrases && !search.figures) return ofWords(words) ?? WORDING;
  const after = lookUp(change.after);
  const [oldSide, newSide] = [sideOf([...before, ...old, ...after], search), sideOf([...before, ...now, ...after], search)];
  const clues = withNegation(cluesOf(oldSide, newSide), negated(words));
  if (clues.length > 0) return verdict(clues);
  const signs = isTypography || hasPower(change.old) || hasPower(change.now) ? otherSigns(change.old, change.now) : null;
  return signs ?? (isTypography ? TYPOGRAPHY : ofNoTerm(words, oldSide, newSide));
};

const lookUp = (words: readonly string[]): readonly Known[] => words.map((word) => known(word));
const bareOf = ({ bare }: Known): string => bare;

/** Without a word of the vocabularies. */
const ofWords = (words: Surplus<Known>): Verdict | null => {
  const opposed = negated(words);
  if (opposed !== null) return verdict([opposed]);
  return isOrder(words) ? ORDER : respelled(words);
};

/** Where the terms of both sides are the same. */
const ofNoTerm = (words: Surplus<Known>, old: Side, now: Side): Verdict => {
  if (!isOrder(words)) return respelled(words) ?? rewritten(old, now) ?? WORDING;
  const moved = misplaced(old, now);
  return moved.length > 0 ? verdict(moved) : ORDER;
};

const isOrder = ({ went, came }: Surplus<Known>): boolean => went.every(isSilent) && came.every(isSilent);
const isSilent = ({ bare }: Known): boolean => bare === '';

/** More words than this are another text: that one has `lawful` and one `unlawful` says nothing. */
const FEW = 40;

const negated = ({ went, came }: Surplus<Known>): Clue | null => {
  if (went.length === 0 || came.length === 0 || went.length > FEW || came.length > FEW) return null;
  const pairs = contraries(went.map(bareOf), came.map(bareOf));
  return pairs.length === 0 ? null : { aspect: 'negation', went: pairs.map(([a]) => a), came: pairs.map(([, b]) => b) };
};

const withNegation = (clues: readonly Clue[], more: Clue | null): readonly Clue[] => {
  if (more === null) return clues;
  const own = clues.find(({ aspect }) => aspect === 'negation');
  if (own === undefined) return [...clues, more];
  const both = { ...own, went: [...own.went, ...more.went], came: [...own.came, ...more.came] };
  return clues.map((clue) => (clue === own ? both : clue));
};
