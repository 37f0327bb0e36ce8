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

/** Room for both searches, to be used again and again. */
export interface Room {
  readonly forth: Search;
  readonly back: Search;
  /** Edits from either end before the cut is made where the search stands. */
  readonly most: number;
}

export const createRoom = (most: number): Room => {
  const search = (): Search => ({ reach: new Int32Array(2 * most + 7), middle: most + 3 });
  return { forth: search(), back: search(), most };
};

/** @param most no more than the room has */
export const middleCut = (a: Int32Array, b: Int32Array, { forth, back, most }: Room): Cut => {
  const [n, m] = [a.length, b.length];
  const delta = n - m;
  const size = Math.min(most, (n + m + 1) >> 1) + 1;
  begin(forth);
  begin(back);
  const isOdd = (delta & 1) !== 0;
  let steps = 0;
  let edits = 0;
  for (; edits < size; edits += 1) {
    widen(forth, edits);
    widen(back, edits);
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
  return { ...farthest({ forth, back, edits: edits - 1 }, n, m), steps };
};

/** Before the first edit both stand at the corner. */
const begin = ({ reach, middle }: Search): void => {
  reach.fill(-1, middle - 2, middle + 3);
  reach[middle + 1] = 0;
};

/** Nothing of an earlier use is taken for a place that was reached. */
const widen = ({ reach, middle }: Search, edits: number): void => {
  reach[middle - edits - 2] = -1;
  reach[middle + edits + 2] = -1;
};

/** Diagonals that left the lists are not followed. */
const from = (edits: number, m: number): number => (edits <= m ? -edits : -m + ((edits - m) & 1));
const to = (edits: number, n: number): number => (edits <= n ? edits : n - ((edits - n) & 1));

const next = ({ reach, middle }: Search, k: number, edits: number): number => {
  const [below, above] = [reach[middle + k - 1] ?? -1, reach[middle + k + 1] ?? -1];
  return k === -edits || (k !== edits && below < above) ? above : below + 1;
};

const farthest = (
  { forth, back, edits }: { forth: Search; back: Search; edits: number },
  n: number,
  m: number,
): { i: number; j: number } => {
  let best = { sum: -1, i: 0, j: 0 };
  for (const { search, isForth } of [
    { search: forth, isForth: true },
    { search: back, isForth: false },
  ]) {
    for (let k = -edits; k <= edits; k += 1) {
      const x = search.reach[search.middle + k] ?? -1;
      const y = x - k;
      if (x < 0 || x > n || y < 0 || y > m || x + y <= best.sum || x + y >= n + m) continue;
      best = isForth ? { sum: x + y, i: x, j: y } : { sum: x + y, i: n - x, j: m - y };
    }
  }
  return best;
};
