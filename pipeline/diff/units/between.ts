// What is left without a partner between two pairs that are sure and in the same order in both texts: there, little likeness is enough.

import { alike, type Sides, titlesAlike } from './likeness.ts';
import type { Partners } from './partners.ts';
import type { Unit } from './units.ts';

/** For the only two that are left in a place; for the best two of several. */
const ONLY = 0.16;
const BEST = 0.22;
/** Or this much of the title. */
const SAME_TITLE = 0.7;
const TITLE = 0.2;
/** A place with more than this is no evidence, and would be slow to compare. */
const MOST_LEFT = 40;
/** Pairs that cross others are taken out this often, the worst first; then all that still cross. */
const ROUNDS = 30;

interface Anchor {
  readonly i: number;
  readonly j: number;
}

/** How many of the others each one crosses; `anchors` in the order of the old text. Counted in a tree of sums, not by comparing all. */
const crossings = (anchors: readonly Anchor[]): number[] => {
  const ranks = new Map([...anchors].sort((a, b) => a.j - b.j).map(({ j }, rank) => [j, rank]));
  const counts = anchors.map(() => 0);
  const scan = (order: readonly number[], rankOf: (at: number) => number): void => {
    const tree = new Int32Array(anchors.length + 2);
    for (const at of order) {
      let above = 0;
      for (let k = rankOf(at); k > 0; k -= k & -k) above += tree[k] ?? 0;
      counts[at] = (counts[at] ?? 0) + above;
      for (let k = rankOf(at); k < tree.length; k += k & -k) tree[k] = (tree[k] ?? 0) + 1;
    }
  };
  const rank = (at: number): number => ranks.get(anchors[at]?.j ?? -1) ?? 0;
  const all = anchors.map((_, at) => at);
  // Those before it that stand behind it in the new text, and the other way round.
  scan(all, (at) => anchors.length - rank(at));
  scan([...all].reverse(), (at) => rank(at) + 1);
  return counts;
};

/** The pairs that keep the order of both texts; no longest common subsequence, whose ties would depend on which text is the old one. */
const anchorsOf = ({ ofOld }: Partners): readonly Anchor[] => {
  let anchors = ofOld.flatMap((j, i) => (j === -1 ? [] : [{ i, j }]));
  for (let round = 0; round < ROUNDS; round += 1) {
    const counts = crossings(anchors);
    const worst = counts.reduce((most, count) => Math.max(most, count), 0);
    if (worst === 0) return anchors;
    const limit = round === ROUNDS - 1 ? 1 : worst;
    anchors = anchors.filter((_, at) => (counts[at] ?? 0) < limit);
  }
  return anchors;
};

interface Gap {
  readonly olds: readonly number[];
  readonly news: readonly number[];
  /** What stands before and behind kept its number: numbers tell something here. */
  readonly undisturbed: boolean;
}

const freeBetween = (units: readonly Unit[], partners: readonly number[], [from, to]: readonly [number, number]): number[] =>
  units.slice(from, to).flatMap((unit, k) => (partners[from + k] === -1 && !unit.deleted ? [from + k] : []));

const gapsOf = ({ old, now }: Sides, partners: Partners): Gap[] => {
  const anchors = anchorsOf(partners);
  const ends = [...anchors, { i: old.units.length, j: now.units.length }];
  const kept = (anchor: Anchor): boolean => old.units[anchor.i]?.label === now.units[anchor.j]?.label;
  return ends.map(({ i, j }, at) => {
    const before = anchors[at - 1] ?? { i: -1, j: -1 };
    return {
      undisturbed: kept(before) && kept({ i, j }),
      olds: freeBetween(old.units, partners.ofOld, [before.i + 1, i]),
      news: freeBetween(now.units, partners.ofNew, [before.j + 1, j]),
    };
  });
};

interface Guess {
  readonly i: number;
  readonly j: number;
  readonly score: number;
}

const guess = (sides: Sides, [i, j]: readonly [number, number], { olds, news, undisturbed }: Gap): Guess | null => {
  const [a, b] = [sides.old.units[i], sides.now.units[j]];
  if (a === undefined || b === undefined || a.kind !== b.kind) return null;
  const title = titlesAlike(sides, i, j);
  const score = alike(sides, i, j) + TITLE * title;
  const enough = olds.length === 1 && news.length === 1 ? ONLY : BEST;
  if (score >= enough || title >= SAME_TITLE) return { i, j, score };
  // Recitals, and articles with a letter, are written anew under a number that another one had.
  const namesake = undisturbed && a.label === b.label && a.kind !== 'recital' && !/\d[a-z]/.test(a.number);
  return namesake ? { i, j, score: 0 } : null;
};

/** Gives partners to what is left. */
export const fillGaps = (sides: Sides, partners: Partners, join: (i: number, j: number) => void): void => {
  for (const gap of gapsOf(sides, partners)) {
    if (gap.olds.length > MOST_LEFT || gap.news.length > MOST_LEFT) continue;
    gap.olds
      .flatMap((i) => gap.news.map((j) => guess(sides, [i, j], gap)).filter((found) => found !== null))
      .sort((a, b) => b.score - a.score || a.i + a.j - (b.i + b.j))
      .forEach(({ i, j }) => {
        if (partners.ofOld[i] === -1 && partners.ofNew[j] === -1) join(i, j);
      });
  }
};
