// How much two units of two texts say the same: the share of their three-word sequences that they have in common, common ones counting
// little. Looked up in an index, so that units that share nothing are never compared.

import { type Unit, wordsIn } from './units.ts';

/** Sequences in more units than this are formulas of the trade: they tell nobody apart, and would make the index slow. */
const MOST_UNITS = 24;
const SEQUENCE = 3;

/** One text, with what is needed to compare its units. */
export interface Side {
  readonly units: readonly Unit[];
  readonly titles: readonly (readonly string[])[];
  readonly sequences: readonly ReadonlySet<number>[];
  /** Of all sequences of a unit. */
  readonly weights: readonly number[];
  /** For each unit the units of the other text with which it shares something: how much, by weight. */
  readonly shared: readonly ReadonlyMap<number, number>[];
}

export interface Sides {
  readonly old: Side;
  readonly now: Side;
  readonly weightOf: (sequence: number) => number;
}

/** Numbers for words, shared by both texts. */
const numbering = (): ((word: string) => number) => {
  const ids = new Map<string, number>();
  return (word) => {
    const id = ids.get(word) ?? ids.size + 1;
    ids.set(word, id);
    return id;
  };
};

const sequencesOf = ({ words }: Unit, idOf: (word: string) => number): ReadonlySet<number> => {
  const ids = words.map(idOf);
  const length = Math.min(SEQUENCE, ids.length);
  const found = new Set<number>();
  for (let i = 0; i < ids.length && i + length <= ids.length; i += 1) {
    let hash = 17;
    for (let k = i; k < i + length; k += 1) hash = (Math.imul(hash, 0x01000193) ^ Math.imul(ids[k] ?? 0, 0x9e3779b1)) >>> 0;
    found.add(hash);
  }
  return found;
};

type Index = ReadonlyMap<number, readonly number[]>;

const indexOf = (sets: readonly ReadonlySet<number>[]): Index => {
  const index = new Map<number, number[]>();
  sets.forEach((set, unit) => {
    for (const sequence of set) {
      const units = index.get(sequence);
      if (units === undefined) index.set(sequence, [unit]);
      else units.push(unit);
    }
  });
  return index;
};

type Weigh = (sequence: number) => number;

const sharedWith = (set: ReadonlySet<number>, others: Index, weightOf: Weigh): ReadonlyMap<number, number> => {
  const shared = new Map<number, number>();
  for (const sequence of set) {
    const weight = weightOf(sequence);
    if (weight > 0) for (const unit of others.get(sequence) ?? []) shared.set(unit, (shared.get(unit) ?? 0) + weight);
  }
  return shared;
};

export const sidesOf = (old: readonly Unit[], now: readonly Unit[]): Sides => {
  const idOf = numbering();
  const [oldSequences, newSequences] = [old, now].map((units) => units.map((unit) => sequencesOf(unit, idOf))) as [
    Set<number>[],
    Set<number>[],
  ];
  const [oldIndex, newIndex] = [indexOf(oldSequences), indexOf(newSequences)];
  const weightOf: Weigh = (sequence) => {
    const units = (oldIndex.get(sequence)?.length ?? 0) + (newIndex.get(sequence)?.length ?? 0);
    return units > MOST_UNITS ? 0 : Math.log(1 + (old.length + now.length) / units);
  };
  const side = (units: readonly Unit[], sequences: readonly ReadonlySet<number>[], others: Index): Side => ({
    units,
    titles: units.map(({ title }) => wordsIn(title)),
    sequences,
    weights: sequences.map((set) => [...set].reduce((weight, sequence) => weight + weightOf(sequence), 0)),
    shared: sequences.map((set) => sharedWith(set, others, weightOf)),
  });
  return { old: side(old, oldSequences, newIndex), now: side(now, newSequences, oldIndex), weightOf };
};

/** 1 for the same words, 0 for none: shared weight against the mean of both. */
export const alike = ({ old, now }: Sides, i: number, j: number): number => {
  const both = (old.weights[i] ?? 0) + (now.weights[j] ?? 0);
  return both === 0 ? 0 : (2 * (old.shared[i]?.get(j) ?? 0)) / both;
};

/** Share of the words of two titles that are the same. */
export const titlesAlike = ({ old, now }: Sides, i: number, j: number): number => {
  const [one, other] = [new Set(old.titles[i]), new Set(now.titles[j])];
  if (one.size === 0 || other.size === 0) return 0;
  return (2 * [...one].filter((word) => other.has(word)).length) / (one.size + other.size);
};
