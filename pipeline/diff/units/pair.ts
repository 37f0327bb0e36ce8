// Which recital, article or annex of one text became which of the other. An article inserted, or a whole text renumbered, shifts nothing.

import { type Side, type Sides, sidesOf } from './likeness.ts';
import { type Partners, partnersOf } from './partners.ts';
import type { Unit } from './units.ts';

/** One of each; none where a unit is new or deleted; several on one side where it was split or merged. */
export interface UnitPair {
  readonly old: readonly Unit[];
  readonly now: readonly Unit[];
}

/** A unit, half of which stands in what another one lost, was split off from it. */
const SPLIT = 0.5;
/** Under the number of the other one, this much of that is enough, however much is new. */
const SAME_NUMBER = 0.15;

interface Here {
  readonly side: Side;
  readonly partners: readonly number[];
}

/** What `from` said that its partner does not say and the unit at `at` does, by weight. */
const takenOver = (here: Here, there: Here, { at, from, weightOf }: { at: number; from: number; weightOf: Sides['weightOf'] }): number => {
  const [own, source] = [here.side.sequences[at], there.side.sequences[from]];
  const kept = here.side.sequences[there.partners[from] ?? -1];
  return [...(own ?? [])]
    .filter((sequence) => source?.has(sequence) === true && kept?.has(sequence) !== true)
    .reduce((weight, sequence) => weight + weightOf(sequence), 0);
};

/** For each unit of `there` the units of `here` that were split off from it: they have no partner, and say what its partner lost. */
const splitOff = (here: Here, there: Here, weightOf: Sides['weightOf']): ReadonlyMap<number, readonly number[]> => {
  const found = new Map<number, number[]>();
  // Where the other text says "deleted" under its number, that is what became of it.
  const endedAs = new Set(there.side.units.filter(({ deleted }) => deleted).map(({ kind, label }) => `${kind} ${label}`));
  here.side.units.forEach((unit, at) => {
    if (here.partners[at] !== -1 || unit.deleted || endedAs.has(`${unit.kind} ${unit.label}`)) return;
    const enough = (from: number): number => {
      const [own, source] = [SPLIT * (here.side.weights[at] ?? 0), SAME_NUMBER * (there.side.weights[from] ?? 0)];
      return there.side.units[from]?.label === unit.label ? Math.min(own, source) : own;
    };
    const [best] = [...(here.side.shared[at] ?? [])]
      .filter(([from, shared]) => shared >= enough(from) && there.partners[from] !== -1 && there.side.units[from]?.kind === unit.kind)
      .map(([from]) => ({ from, weight: takenOver(here, there, { at, from, weightOf }) }))
      .filter(({ from, weight }) => weight > 0 && weight >= enough(from))
      .sort((a, b) => b.weight - a.weight || a.from - b.from);
    if (best !== undefined) found.set(best.from, [...(found.get(best.from) ?? []), at]);
  });
  return found;
};

/** Where "deleted" stands under the number of a unit that has no partner, it is what became of it. */
const placeholders = (old: readonly Unit[], now: readonly Unit[]): ReadonlyMap<Unit, Unit> => {
  const key = ({ kind, label }: Unit): string => `${kind} ${label}`;
  const free = new Map<string, Unit[]>();
  for (const unit of now) {
    const namesakes = free.get(key(unit));
    if (namesakes === undefined) free.set(key(unit), [unit]);
    else namesakes.push(unit);
  }
  const held = new Map<Unit, Unit>();
  for (const unit of old) {
    const namesakes = free.get(key(unit)) ?? [];
    const at = namesakes.findIndex((same) => same.deleted || unit.deleted);
    const [same] = at < 0 ? [] : namesakes.splice(at, 1);
    if (same !== undefined) held.set(unit, same);
  }
  return held;
};

interface Joined {
  readonly pairs: readonly UnitPair[];
  readonly old: ReadonlySet<Unit>;
  readonly now: ReadonlySet<Unit>;
}

const joinedOf = (sides: Sides, { ofOld, ofNew }: Partners): Joined => {
  const [here, there]: [Here, Here] = [
    { side: sides.now, partners: ofNew },
    { side: sides.old, partners: ofOld },
  ];
  const split = splitOff(here, there, sides.weightOf);
  const merged = splitOff(there, here, sides.weightOf);
  const pick = (units: readonly Unit[], at: readonly number[]): Unit[] =>
    [...at]
      .sort((a, b) => a - b)
      .map((index) => units[index])
      .filter((unit) => unit !== undefined);
  const pairs = ofOld.flatMap((j, i) =>
    j === -1
      ? []
      : [{ old: pick(sides.old.units, [i, ...(merged.get(j) ?? [])]), now: pick(sides.now.units, [j, ...(split.get(i) ?? [])]) }],
  );
  return { pairs, old: new Set(pairs.flatMap((pair) => pair.old)), now: new Set(pairs.flatMap((pair) => pair.now)) };
};

/** In the order of the new text; what is gone behind what stood before it. */
const inOrder = (pairs: readonly UnitPair[], old: readonly Unit[]): readonly UnitPair[] => {
  const placed = pairs.filter((pair) => pair.now.length > 0).sort((a, b) => (a.now[0]?.from ?? 0) - (b.now[0]?.from ?? 0));
  const holder = new Map(placed.flatMap((pair) => pair.old.map((unit) => [unit, pair] as const)));
  const behind = new Map<UnitPair | null, UnitPair[]>();
  const gone = new Map(pairs.filter((pair) => pair.now.length === 0).flatMap((pair) => pair.old.map((unit) => [unit, pair] as const)));
  let last: UnitPair | null = null;
  for (const unit of old) {
    const pair = gone.get(unit);
    const waiting = behind.get(last);
    if (pair === undefined) last = holder.get(unit) ?? last;
    else if (waiting === undefined) behind.set(last, [pair]);
    else waiting.push(pair);
  }
  return [...(behind.get(null) ?? []), ...placed.flatMap((pair) => [pair, ...(behind.get(pair) ?? [])])];
};

/** Every unit of both texts is in exactly one pair. */
export const pairUnits = (old: readonly Unit[], now: readonly Unit[]): readonly UnitPair[] => {
  const sides = sidesOf(old, now);
  const joined = joinedOf(sides, partnersOf(sides));
  const [oldLeft, newLeft] = [old.filter((unit) => !joined.old.has(unit)), now.filter((unit) => !joined.now.has(unit))];
  const held = placeholders(oldLeft, newLeft);
  const taken = new Set(held.values());
  return inOrder(
    [
      ...joined.pairs,
      ...oldLeft.map((unit) => ({ old: [unit], now: [held.get(unit)].filter((same) => same !== undefined) })),
      ...newLeft.filter((unit) => !taken.has(unit)).map((unit) => ({ old: [], now: [unit] })),
    ],
    old,
  );
};
