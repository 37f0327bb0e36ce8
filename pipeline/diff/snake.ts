// Where to cut two lists of words so that both halves, compared on their own, need the fewest edits: the middle of Myers' shortest path, found from
// both ends in space that is linear. Past a limit of effort the cut is made where the search has come farthest, as GNU diff and git do.
// (E. W. Myers, "An O(ND) difference algorithm and its variations", Algorithmica 1, 1986, section 4b.)

export interface Cut {
  readonly i: number;
  readonly j: number;
  /** Steps that finding it took. */
  readonly steps: number;
}

/** One end's search: for each diagonal how far along `a` it has come. */
interface Search {
  readonly reach: Int32Array;
  readonly middle: number;
}

const searchOf = (size: number): Search => ({ reach: new Int32Array(2 * size + 3).fill(-1), middle: size + 1 });

/** @param most edits from either end before the cut is made where the search stands */
export const middleCut = (a: Int32Array, b: Int32Array, most: number): Cut => {
  const [n, m] = [a.length, b.length];
  const delta = n - m;
  const size = Math.min(most, (n + m + 1) >> 1) + 1;
  const [forth, back] = [searchOf(size), searchOf(size)];
  forth.reach[forth.middle + 1] = 0;
  back.reach[back.middle + 1] = 0;
  const isOdd = (delta & 1) !== 0;
  let steps = 0;
  for (let edits = 0; edits < size; edits += 1) {
    for (let k = from(edits, m); k <= to(edits, n); k += 2) {
      let x = next(forth, k, edits);
      let y = x - k;
      while (x < n && y < m && a[x] === b[y]) {
        x += 1;
        y += 1;
      }
      forth.reach[forth.middle + k] = x;
      steps += 1;
      const other = delta - k;
      if (isOdd && Math.abs(other) < edits && x + (back.reach[back.middle + other] ?? -1) >= n && x <= n && y <= m && y >= 0)
        return { i: x, j: y, steps };
    }
    for (let k = from(edits, m); k <= to(edits, n); k += 2) {
      let x = next(back, k, edits);
      let y = x - k;
      while (x < n && y < m && a[n - 1 - x] === b[m - 1 - y]) {
        x += 1;
        y += 1;
      }
      back.reach[back.middle + k] = x;
      steps += 1;
      const other = delta - k;
      if (!isOdd && Math.abs(other) <= edits && x + (forth.reach[forth.middle + other] ?? -1) >= n && x <= n && y <= m && y >= 0)
        return { i: n - x, j: m - y, steps };
    }
  }
  return { ...farthest({ forth, back }, n, m), steps };
};

/** Diagonals that left the lists are not followed. */
const from = (edits: number, m: number): number => (edits <= m ? -edits : -m + ((edits - m) & 1));
const to = (edits: number, n: number): number => (edits <= n ? edits : n - ((edits - n) & 1));

const next = ({ reach, middle }: Search, k: number, edits: number): number => {
  const [below, above] = [reach[middle + k - 1] ?? -1, reach[middle + k + 1] ?? -1];
  return k === -edits || (k !== edits && below < above) ? above : below + 1;
};

const farthest = ({ forth, back }: { forth: Search; back: Search }, n: number, m: number): { i: number; j: number } => {
  let best = { sum: -1, i: 0, j: 0 };
  for (const { search, isForth } of [
    { search: forth, isForth: true },
    { search: back, isForth: false },
  ]) {
    search.reach.forEach((x, at) => {
      const y = x - (at - search.middle);
      if (x < 0 || x > n || y < 0 || y > m || x + y <= best.sum || x + y >= n + m) return;
      best = isForth ? { sum: x + y, i: x, j: y } : { sum: x + y, i: n - x, j: m - y };
    });
  }
  return best;
};
