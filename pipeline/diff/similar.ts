// Paragraphs that went and paragraphs that came which are one and the same, edited: by the pairs of neighbouring words that they share.

/** A paragraph that is left over, with the numbers of its words. */
export interface Leftover {
  readonly block: number;
  readonly keys: Int32Array;
}

export interface Likeness {
  readonly old: number;
  readonly now: number;
  /** Share of the pairs of words that both have: 0 to 1. */
  readonly share: number;
}

/** Pairs of words that stand in more paragraphs than this tell nothing. */
const COMMON = 24;
/** Paragraphs that share less are two paragraphs. */
const ALIKE = 0.5;
/** Shorter ones are alike by chance. */
const FEWEST_WORDS = 8;
/** Of each paragraph, only so many of the likest are considered. */
const CANDIDATES = 4;

const pairsOf = (keys: Int32Array): Set<number> => {
  const pairs = new Set<number>();
  for (let at = 0; at + 1 < keys.length; at += 1) pairs.add((keys[at] ?? 0) * 4_194_304 + (keys[at + 1] ?? 0));
  return pairs;
};

/** Each paragraph at most once, the likest first. Linear in the words but for common ones, which do not count. */
export const likenesses = (old: readonly Leftover[], now: readonly Leftover[]): readonly Likeness[] => {
  const [went, came] = [old, now].map((list) => list.filter(({ keys }) => keys.length >= FEWEST_WORDS));
  if (went === undefined || came === undefined || went.length === 0 || came.length === 0) return [];
  const places = new Map<number, number[]>();
  const sizes = went.map(({ keys }, at) => {
    const pairs = pairsOf(keys);
    for (const pair of pairs) {
      const known = places.get(pair);
      if (known === undefined) places.set(pair, [at]);
      else if (known.length <= COMMON) known.push(at);
    }
    return pairs.size;
  });
  const found = came.flatMap(({ block, keys }) => {
    const pairs = pairsOf(keys);
    const shared = new Map<number, number>();
    for (const pair of pairs) {
      const at = places.get(pair);
      if (at !== undefined && at.length <= COMMON) for (const one of at) shared.set(one, (shared.get(one) ?? 0) + 1);
    }
    return [...shared]
      .map(([at, count]) => ({ old: went[at]?.block ?? 0, now: block, share: (2 * count) / (pairs.size + (sizes[at] ?? 0)) }))
      .filter(({ share }) => share >= ALIKE)
      .sort((x, y) => y.share - x.share || x.old - y.old)
      .slice(0, CANDIDATES);
  });
  return onceEach(found.sort((x, y) => y.share - x.share || x.old - y.old || x.now - y.now));
};

const onceEach = (found: readonly Likeness[]): Likeness[] => {
  const taken = { old: new Set<number>(), now: new Set<number>() };
  return found.filter(({ old, now }) => {
    if (taken.old.has(old) || taken.now.has(now)) return false;
    taken.old.add(old);
    taken.now.add(now);
    return true;
  });
};
