// Words that stand once on either side of a gap, alone or with their neighbours, cut it into small pieces before anything is compared word by word.

/** Places `a[i]` and `b[j]`, flat: i, j, i, j … Both grow. */
export type Anchors = Int32Array;

const hashOf = (keys: Int32Array, at: number, length: number): number => {
  let hash = 0x811c9dc5;
  for (let offset = 0; offset < length; offset += 1) {
    hash = Math.imul(hash ^ (keys[at + offset] ?? 0), 0x01000193);
    hash ^= hash >>> 15;
    hash = Math.imul(hash, 0x2c1b3c6d);
  }
  return (hash ^ (hash >>> 13)) | 1;
};

const SEVERAL = -2;

export interface Unique {
  /** In the longest order that both keep. */
  readonly anchors: Anchors;
  /** How many of all that stand once on either side are among them: 1 where all keep their order. */
  readonly share: number;
}

/** Runs of `length` words that stand once in either list. */
export const uniqueRuns = (a: Int32Array, b: Int32Array, length: number): Unique => {
  const [lastA, lastB] = [a.length - length, b.length - length];
  if (lastA < 0 || lastB < 0) return { anchors: new Int32Array(0), share: 1 };
  let size = 64;
  while (size < 2 * (lastA + lastB + 2)) size *= 2;
  const hashes = new Int32Array(size);
  const inA = new Int32Array(size).fill(-1);
  const inB = new Int32Array(size).fill(-1);
  const slotOf = (hash: number): number => {
    let slot = hash & (size - 1);
    while (hashes[slot] !== 0 && hashes[slot] !== hash) slot = (slot + 1) & (size - 1);
    hashes[slot] = hash;
    return slot;
  };
  const slots = new Int32Array(lastA + 1);
  for (let i = 0; i <= lastA; i += 1) {
    const slot = slotOf(hashOf(a, i, length));
    slots[i] = slot;
    inA[slot] = inA[slot] === -1 ? i : SEVERAL;
  }
  for (let j = 0; j <= lastB; j += 1) {
    const slot = slotOf(hashOf(b, j, length));
    inB[slot] = inB[slot] === -1 ? j : SEVERAL;
  }
  const pairs = new Int32Array(2 * slots.length);
  let count = 0;
  slots.forEach((slot, i) => {
    const j = inB[slot] ?? -1;
    if (inA[slot] !== i || j < 0 || !isSame(a, b, { i, j, length })) return;
    pairs[2 * count] = i;
    pairs[2 * count + 1] = j;
    count += 1;
  });
  const anchors = longestIncreasing(pairs.subarray(0, 2 * count));
  return { anchors, share: count === 0 ? 1 : anchors.length / 2 / count };
};

/** Two runs can share a hash by chance. */
const isSame = (a: Int32Array, b: Int32Array, { i, j, length }: { i: number; j: number; length: number }): boolean => {
  for (let offset = 0; offset < length; offset += 1) if (a[i + offset] !== b[j + offset]) return false;
  return true;
};

/** Of pairs sorted by their first, the longest run whose second grows as well. */
const longestIncreasing = (pairs: Int32Array): Anchors => {
  const count = pairs.length >> 1;
  const tails = new Int32Array(count);
  const before = new Int32Array(count);
  let length = 0;
  for (let at = 0; at < count; at += 1) {
    const j = pairs[2 * at + 1] ?? 0;
    let low = 0;
    let high = length;
    // Most pairs come in order: look at the end first.
    if (length > 0 && (pairs[2 * (tails[length - 1] ?? 0) + 1] ?? 0) < j) low = length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((pairs[2 * (tails[middle] ?? 0) + 1] ?? 0) < j) low = middle + 1;
      else high = middle;
    }
    before[at] = low > 0 ? (tails[low - 1] ?? -1) : -1;
    tails[low] = at;
    if (low === length) length += 1;
  }
  const run = new Int32Array(2 * length);
  let at = length > 0 ? (tails[length - 1] ?? -1) : -1;
  for (let place = length - 1; place >= 0; place -= 1) {
    run[2 * place] = pairs[2 * at] ?? 0;
    run[2 * place + 1] = pairs[2 * at + 1] ?? 0;
    at = before[at] ?? -1;
  }
  return run;
};
