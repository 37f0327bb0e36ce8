// One unit of the old text for one of the new: by what they say, their titles and their numbers together, the surest first. The same both
// ways round.

import { fillGaps } from './between.ts';
import { alike, type Sides, titlesAlike } from './likeness.ts';
import type { Unit } from './units.ts';

/** Partners by index in the other text; -1 for none. */
export interface Partners {
  readonly ofOld: number[];
  readonly ofNew: number[];
}

const TITLE = 0.2;
const NUMBER = 0.2;
/** With the same number, this much of the text in common is enough, or this much of the title. */
const SAME_NUMBER_TEXT = 0.08;
const SAME_NUMBER_TITLE = 0.5;
/** Another number must be earned. */
const OTHER_NUMBER = 0.23;
/** Units with one and the same label that are looked at: a text may print one article many times. */
const MOST_NAMESAKES = 8;

interface Candidate {
  readonly i: number;
  readonly j: number;
  readonly score: number;
  readonly sameNumber: boolean;
}

const key = ({ kind, label }: Unit): string => `${kind} ${label}`;

const candidate = (sides: Sides, i: number, j: number): Candidate | null => {
  const [a, b] = [sides.old.units[i], sides.now.units[j]];
  if (a === undefined || b === undefined || a.kind !== b.kind || a.deleted || b.deleted) return null;
  const [text, title] = [alike(sides, i, j), titlesAlike(sides, i, j)];
  const sameNumber = a.label === b.label;
  const good = sameNumber
    ? text >= SAME_NUMBER_TEXT || title >= SAME_NUMBER_TITLE || a.kind === 'front' || a.kind === 'end'
    : text + TITLE * title >= OTHER_NUMBER;
  return good ? { i, j, score: text + TITLE * title + (sameNumber ? NUMBER : 0), sameNumber } : null;
};

const byKey = (units: readonly Unit[]): ReadonlyMap<string, readonly number[]> => {
  const found = new Map<string, number[]>();
  units.forEach((unit, at) => {
    const same = found.get(key(unit));
    if (same === undefined) found.set(key(unit), [at]);
    else same.push(at);
  });
  return found;
};

/** Higher scores first, then what stands at the same place: an order that does not know which text is the old one. */
const better = (a: Candidate, b: Candidate): number =>
  b.score - a.score || Number(b.sameNumber) - Number(a.sameNumber) || Math.abs(a.i - a.j) - Math.abs(b.i - b.j) || a.i + a.j - (b.i + b.j);

const candidatesOf = (sides: Sides): Candidate[] => {
  const namesakes = byKey(sides.old.units);
  return sides.now.units.flatMap((unit, j) => {
    const same = (namesakes.get(key(unit)) ?? []).slice(0, MOST_NAMESAKES);
    const others = new Set([...(sides.now.shared[j]?.keys() ?? []), ...same]);
    return [...others].map((i) => candidate(sides, i, j)).filter((found) => found !== null);
  });
};

const join = ({ ofOld, ofNew }: Partners, i: number, j: number): void => {
  ofOld[i] = j;
  ofNew[j] = i;
};

export const partnersOf = (sides: Sides): Partners => {
  const partners: Partners = { ofOld: sides.old.units.map(() => -1), ofNew: sides.now.units.map(() => -1) };
  for (const { i, j } of candidatesOf(sides).sort(better)) {
    if (partners.ofOld[i] === -1 && partners.ofNew[j] === -1) join(partners, i, j);
  }
  fillGaps(sides, partners, (i, j) => join(partners, i, j));
  return partners;
};
