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

/** Which of many lists have a pair of neighbouring numbers: chains in flat arrays, since there can be half a million pairs. */
interface Index {
  /** Pairs of a list that it does not have twice. */
  readonly add: (keys: Int32Array, list: number) => number;
  /** Calls for every pair of a list, for each list of the index that has it, unless too many have it. @returns how many pairs it has */
  readonly each: (keys: Int32Array, call: (list: number) => void) => number;
}

const pairAt = (keys: Int32Array, at: number): number => {
  const hash = Math.imul(Math.imul((keys[at] ?? 0) + 0x7f4a7c15, 0x01000193) ^ (keys[at + 1] ?? 0), 0x2c1b3c6d);
  return hash ^ (hash >>> 15);
};

const createIndex = (most: number): Index => {
  let size = 1_024;
  while (size < most) size *= 2;
  const head = new Int32Array(size);
  const [next, pairs, lists] = [new Int32Array(most + 1), new Int32Array(most + 1), new Int32Array(most + 1)];
  let count = 0;
  const has = (pair: number, list: number): boolean => {
    for (let at = head[pair & (size - 1)] ?? 0; at !== 0 && lists[at] === list; at = next[at] ?? 0) if (pairs[at] === pair) return true;
    return false;
  };
  const add = (keys: Int32Array, list: number): number => {
    const before = count;
    for (let at = 0; at + 1 < keys.length; at += 1) {
      const pair = pairAt(keys, at);
      if (has(pair, list)) continue;
      count += 1;
      [pairs[count], lists[count], next[count]] = [pair, list, head[pair & (size - 1)] ?? 0];
      head[pair & (size - 1)] = count;
    }
    return count - before;
  };
  const each = (keys: Int32Array, call: (list: number) => void): number => {
    const seen = new Set<number>();
    for (let at = 0; at + 1 < keys.length; at += 1) {
      const pair = pairAt(keys, at);
      if (seen.has(pair)) continue;
      seen.add(pair);
      const found: number[] = [];
      for (let one = head[pair & (size - 1)] ?? 0; one !== 0 && found.length <= COMMON; one = next[one] ?? 0)
        if (pairs[one] === pair) found.push(lists[one] ?? 0);
      if (found.length <= COMMON) found.forEach(call);
    }
    return seen.size;
  };
  return { add, each };
};

/** Each paragraph at most once, the likest first. Linear in the words but for common pairs, which do not count. */
export const likenesses = (old: readonly Leftover[], now: readonly Leftover[]): readonly Likeness[] => {
  const went = old.filter(({ keys }) => keys.length >= FEWEST_WORDS);
  const came = now.filter(({ keys }) => keys.length >= FEWEST_WORDS);
  if (went.length === 0 || came.length === 0) return [];
  const index = createIndex(went.reduce((sum, { keys }) => sum + keys.length, 0));
  const sizes = went.map(({ keys }, at) => index.add(keys, at));
  const found = came.flatMap(({ block, keys }) => {
    const shared = new Map<number, number>();
    const size = index.each(keys, (list) => shared.set(list, (shared.get(list) ?? 0) + 1));
    const alike: Likeness[] = [];
    for (const [at, count] of shared) {
      const share = (2 * count) / (size + (sizes[at] ?? 0));
      if (share >= ALIKE) alike.push({ old: went[at]?.block ?? 0, now: block, share });
    }
    return alike.sort((x, y) => y.share - x.share || x.old - y.old).slice(0, CANDIDATES);
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
