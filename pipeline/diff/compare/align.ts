// Finds what two lists have in common without comparing everything with everything: equal ends, then keys that occur once on both
// sides in the heaviest run that keeps their order (patience), again between those.

/** A stretch that differs: `a[a0..a1)` became `b[b0..b1)`; either may be empty. */
export interface Gap {
  readonly a0: number;
  readonly a1: number;
  readonly b0: number;
  readonly b1: number;
}

type Key = string | number;

/** How many times the length of both lists may be looked through. More is needed only where each anchor makes no more than one other. */
const MOST_LOOKS = 60;

/**
 * @param weightOf how much it is worth that item `i` of `a` stays where it is; nothing is cut at one that is worth 0; the same for all where left out
 * @returns the gaps in order; all outside them is equal, pair by pair.
 */
export const align = (a: readonly Key[], b: readonly Key[], weightOf: (i: number) => number = () => 1): readonly Gap[] => {
  const gaps: Gap[] = [];
  const stack: Gap[] = [{ a0: 0, a1: a.length, b0: 0, b1: b.length }];
  let left = MOST_LOOKS * (a.length + b.length);
  const worthIt = (range: Gap): readonly Pair[] => uniquePairs(a, b, range).filter(([i]) => weightOf(i) > 0);
  for (let range = stack.pop(); range !== undefined; range = stack.pop()) {
    const { a0, a1, b0, b1 } = trim(a, b, range);
    if (a0 === a1 && b0 === b1) continue;
    left -= a1 - a0 + b1 - b0;
    const anchors = a0 === a1 || b0 === b1 || left < 0 ? [] : heaviestIncreasing(worthIt({ a0, a1, b0, b1 }), weightOf);
    if (anchors.length === 0) {
      gaps.push({ a0, a1, b0, b1 });
      continue;
    }
    // Pushed from the back, so that the stack gives the front first and the gaps come out in order.
    let end = { a: a1, b: b1 };
    for (let at = anchors.length - 1; at >= 0; at -= 1) {
      const [i, j] = anchors[at] ?? [0, 0];
      stack.push({ a0: i + 1, a1: end.a, b0: j + 1, b1: end.b });
      end = { a: i, b: j };
    }
    stack.push({ a0, a1: end.a, b0, b1: end.b });
  }
  return gaps;
};

const trim = (a: readonly Key[], b: readonly Key[], { a0, a1, b0, b1 }: Gap): Gap => {
  let [i, j, m, n] = [a0, b0, a1, b1];
  while (i < m && j < n && a[i] === b[j]) {
    i += 1;
    j += 1;
  }
  while (m > i && n > j && a[m - 1] === b[n - 1]) {
    m -= 1;
    n -= 1;
  }
  return { a0: i, a1: m, b0: j, b1: n };
};

const positionsOfUnique = (list: readonly Key[], from: number, to: number): Map<Key, number> => {
  const seen = new Map<Key, number>();
  for (let i = from; i < to; i += 1) {
    const key = list[i] ?? '';
    seen.set(key, seen.has(key) ? -1 : i);
  }
  return seen;
};

type Pair = readonly [i: number, j: number];

const uniquePairs = (a: readonly Key[], b: readonly Key[], { a0, a1, b0, b1 }: Gap): readonly Pair[] => {
  const inB = positionsOfUnique(b, b0, b1);
  const pairs: Pair[] = [];
  // A Map gives its keys in the order in which they were first set: that of `a`.
  for (const [key, i] of positionsOfUnique(a, a0, a1)) {
    const j = inB.get(key);
    if (i >= 0 && j !== undefined && j >= 0) pairs.push([i, j]);
  }
  return pairs;
};

/** Of pairs sorted by their first, the heaviest run whose second grows as well. O(n log n): a Fenwick tree of best weights over the second. */
const heaviestIncreasing = (pairs: readonly Pair[], weightOf: (i: number) => number): readonly Pair[] => {
  if (pairs.every(([, j], at) => at === 0 || j > (pairs[at - 1]?.[1] ?? 0))) return pairs;
  const ranks = new Map([...pairs.map(([, j]) => j)].sort((x, y) => x - y).map((j, rank) => [j, rank + 1]));
  const tree = new Int32Array(pairs.length + 1).fill(-1);
  const total = new Float64Array(pairs.length);
  const before = new Int32Array(pairs.length).fill(-1);
  let last = -1;
  pairs.forEach(([i, j], at) => {
    const rank = ranks.get(j) ?? 0;
    let best = -1;
    for (let node = rank - 1; node > 0; node -= node & -node) best = heavier(total, tree[node] ?? -1, best);
    before[at] = best;
    total[at] = weightOf(i) + (best < 0 ? 0 : (total[best] ?? 0));
    for (let node = rank; node <= pairs.length; node += node & -node) tree[node] = heavier(total, at, tree[node] ?? -1);
    last = heavier(total, at, last);
  });
  const run: Pair[] = [];
  for (let at = last; at >= 0; at = before[at] ?? -1) run.push(pairs[at] ?? [0, 0]);
  return run.reverse();
};

/** Of two ends of runs the heavier; the second where they are equal. */
const heavier = (total: Float64Array, one: number, other: number): number => {
  if (one < 0) return other;
  return other < 0 || (total[one] ?? 0) > (total[other] ?? 0) ? one : other;
};
