// Finds what two lists have in common without comparing everything with everything: equal ends, then keys that occur once on both
// sides in the longest run that keeps their order (patience), again between those.

/** A stretch that differs: `a[a0..a1)` became `b[b0..b1)`; either may be empty. */
export interface Gap {
  readonly a0: number;
  readonly a1: number;
  readonly b0: number;
  readonly b1: number;
}

/** @returns the gaps in order; all outside them is equal, pair by pair. */
export const align = (a: readonly string[], b: readonly string[]): readonly Gap[] => {
  const gaps: Gap[] = [];
  const stack: Gap[] = [{ a0: 0, a1: a.length, b0: 0, b1: b.length }];
  for (let range = stack.pop(); range !== undefined; range = stack.pop()) {
    const { a0, a1, b0, b1 } = trim(a, b, range);
    if (a0 === a1 && b0 === b1) continue;
    const anchors = a0 === a1 || b0 === b1 ? [] : uniqueAnchors(a, b, { a0, a1, b0, b1 });
    if (anchors.length === 0) {
      gaps.push({ a0, a1, b0, b1 });
      continue;
    }
    // Pushed from the back, so that the stack gives the front first and the gaps come out in order.
    let end = { a: a1, b: b1 };
    for (const [i, j] of [...anchors].reverse()) {
      stack.push({ a0: i + 1, a1: end.a, b0: j + 1, b1: end.b });
      end = { a: i, b: j };
    }
    stack.push({ a0, a1: end.a, b0, b1: end.b });
  }
  return gaps;
};

const trim = (a: readonly string[], b: readonly string[], { a0, a1, b0, b1 }: Gap): Gap => {
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

const positionsOfUnique = (list: readonly string[], from: number, to: number): Map<string, number> => {
  const seen = new Map<string, number>();
  for (let i = from; i < to; i += 1) {
    const key = list[i] ?? '';
    seen.set(key, seen.has(key) ? -1 : i);
  }
  return seen;
};

const uniqueAnchors = (a: readonly string[], b: readonly string[], { a0, a1, b0, b1 }: Gap): readonly (readonly [number, number])[] => {
  const inB = positionsOfUnique(b, b0, b1);
  const pairs: [number, number][] = [];
  for (const [key, i] of positionsOfUnique(a, a0, a1)) {
    const j = inB.get(key);
    if (i >= 0 && j !== undefined && j >= 0) pairs.push([i, j]);
  }
  return longestIncreasing(pairs.sort(([x], [y]) => x - y));
};

/** Of pairs sorted by their first, the longest run whose second grows as well. */
const longestIncreasing = (pairs: readonly (readonly [number, number])[]): readonly (readonly [number, number])[] => {
  const tails: number[] = [];
  const before: number[] = [];
  pairs.forEach(([, j], index) => {
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((pairs[tails[middle] ?? 0]?.[1] ?? 0) < j) low = middle + 1;
      else high = middle;
    }
    before[index] = low > 0 ? (tails[low - 1] ?? -1) : -1;
    tails[low] = index;
  });
  const run: (readonly [number, number])[] = [];
  for (let at = tails.at(-1) ?? -1; at >= 0; at = before[at] ?? -1) {
    const pair = pairs[at];
    if (pair) run.unshift(pair);
  }
  return run;
};
