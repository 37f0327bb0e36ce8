// Which words of a gap are the same on both sides: cut at runs of rare words first; small pieces by npm diff, which takes O(words × edits) and is quick
// where there are few of both; larger ones cut in two where the fewest edits are left, within a budget.

import { diffArrays } from 'diff';
import { uniqueRuns } from './anchors.ts';
import { createRoom, middleCut, type Room } from './snake.ts';

/** Called for each pair of equal words, with their places, in no order. */
export type Mark = (i: number, j: number) => void;

/** What all gaps of a comparison share, one after the other. */
export interface Tools {
  /** How many steps the cuts may still take, all gaps together. */
  readonly budget: { left: number };
  readonly known: Marker;
  readonly room: Room;
}

/** Steps enough for about a second. */
export const createTools = (): Tools => ({ budget: { left: 80_000_000 }, known: createMarker(), room: createRoom(MOST_EDITS) });

/** Pieces of at most this many words are compared by npm diff. */
const SMALL = 60;
/** When the budget is spent, larger pieces are cut in the middle of both, unseen. */
const COARSE = 2_000;
/** So many words in a row that stand once on either side stay together. Shorter runs are the same by chance too often. */
const RARE = 4;
/** Edits from either end before a cut is made without knowing the best. Fewer where the budget is short. */
const [MOST_EDITS, FEWEST_EDITS] = [512, 24];

/**
 * Where fewer of them keep their order, or they cover less of what both sides have, the text was put together anew, and what keeps its order does so
 * by chance. Only in the largest gaps that is good enough.
 */
const [IN_ORDER, DENSE, LARGE] = [0.9, 0.3, 100_000];

/** Keys of words, and their places in the text. */
export interface Side {
  readonly keys: Int32Array;
  readonly places: Int32Array;
}

/** Ranges of both sides that are still to be matched. */
interface Task {
  readonly a: Side;
  readonly b: Side;
  readonly a0: number;
  readonly a1: number;
  readonly b0: number;
  readonly b1: number;
  /** Rare words were looked for. */
  readonly isCut: boolean;
}

interface Work {
  readonly mark: Mark;
  readonly tools: Tools;
}

interface Stacked extends Work {
  readonly stack: Task[];
}

/** Marks equal words so that few are left over. Never gives up: the coarsest answer leaves words unmarked. */
export const matchWords = (a: Side, b: Side, work: Work): void => {
  const stack: Task[] = [{ a, b, a0: 0, a1: a.keys.length, b0: 0, b1: b.keys.length, isCut: false }];
  const stacked = { ...work, stack };
  const further = (task: Task): void => (task.isCut ? inTwo(task, stacked) : atRare(task, stacked));
  for (let task = stack.pop(); task !== undefined; task = stack.pop()) settleTask(task, work.mark, further);
};

/** Equal ends, single words and small pieces at once; anything larger is handed on without its equal ends. */
const settleTask = (task: Task | undefined, mark: Mark, further: (task: Task) => void): void => {
  if (task === undefined) return;
  const { a, b } = task;
  let { a0, a1, b0, b1 } = task;
  for (; a0 < a1 && b0 < b1 && a.keys[a0] === b.keys[b0]; a0 += 1, b0 += 1) mark(a.places[a0] ?? 0, b.places[b0] ?? 0);
  for (; a0 < a1 && b0 < b1 && a.keys[a1 - 1] === b.keys[b1 - 1]; a1 -= 1, b1 -= 1) mark(a.places[a1 - 1] ?? 0, b.places[b1 - 1] ?? 0);
  const [n, m] = [a1 - a0, b1 - b0];
  if (n === 0 || m === 0 || (n === 1 && m === 1)) return;
  const rest = { ...task, a0, a1, b0, b1 };
  if (n === 1 || m === 1) single(rest, mark);
  else if (n + m <= SMALL) exact(rest, mark);
  else further(rest);
};

/** One word on a side is somewhere on the other, or nowhere. */
const single = ({ a, b, a0, a1, b0, b1 }: Task, mark: Mark): void => {
  const isOld = a1 - a0 === 1;
  const [one, many, from, to] = isOld ? [a.keys[a0], b.keys, b0, b1] : [b.keys[b0], a.keys, a0, a1];
  let at = from;
  while (at < to && many[at] !== one) at += 1;
  if (at < to) mark(a.places[isOld ? a0 : at] ?? 0, b.places[isOld ? at : b0] ?? 0);
};

const exact = ({ a, b, a0, a1, b0, b1 }: Task, mark: Mark): void => {
  let [i, j] = [a0, b0];
  for (const { added, removed, count } of diffArrays(Array.from(a.keys.subarray(a0, a1)), Array.from(b.keys.subarray(b0, b1)))) {
    if (!added && !removed) for (let at = 0; at < count; at += 1) mark(a.places[i + at] ?? 0, b.places[j + at] ?? 0);
    if (!added) i += count;
    if (!removed) j += count;
  }
};

/** What is left between runs of rare words; the whole where there are none, or where they are not to be trusted. */
const atRare = (task: Task, { mark, tools, stack }: Stacked): void => {
  const { a, b, a0, a1, b0, b1 } = task;
  const { known } = tools;
  const { anchors, share } = uniqueRuns(a.keys.subarray(a0, a1), b.keys.subarray(b0, b1), RARE);
  const stretches: { i: number; j: number; length: number }[] = [];
  let [i, j, covered] = [a0, b0, 0];
  for (let at = 0; at < anchors.length; at += 2) {
    const [x, y] = [a0 + (anchors[at] ?? 0), b0 + (anchors[at + 1] ?? 0)];
    if (x < i || y < j) continue;
    let length = RARE;
    while (x + length < a1 && y + length < b1 && a.keys[x + length] === b.keys[y + length]) length += 1;
    stretches.push({ i: x, j: y, length });
    [i, j, covered] = [x + length, y + length, covered + length];
  }
  const isSmall = a1 - a0 + b1 - b0 <= LARGE;
  if (stretches.length === 0 || (isSmall && (share < IN_ORDER || covered < DENSE * inCommon(task, known)))) {
    stack.push({ ...task, isCut: true });
    return;
  }
  const further = (rest: Task): void => void stack.push(rest);
  [i, j] = [a0, b0];
  for (const { i: x, j: y, length } of stretches) {
    if (x > i || y > j) settleTask({ a, b, a0: i, a1: x, b0: j, b1: y, isCut: false }, mark, further);
    for (let at = 0; at < length; at += 1) mark(a.places[x + at] ?? 0, b.places[y + at] ?? 0);
    [i, j] = [x + length, y + length];
  }
  settleTask({ a, b, a0: i, a1, b0: j, b1, isCut: false }, mark, further);
};

/** At most so many words can be the same. */
const inCommon = ({ a, b, a0, a1, b0, b1 }: Task, known: Marker): number =>
  Math.min(
    shared(a, [a0, a1], { other: b.keys.subarray(b0, b1), known }).keys.length,
    shared(b, [b0, b1], { other: a.keys.subarray(a0, a1), known }).keys.length,
  );

const inTwo = ({ a, b, a0, a1, b0, b1 }: Task, { tools: { budget, known, room }, stack }: Stacked): void => {
  const size = a1 - a0 + b1 - b0;
  if (budget.left <= 0 && size > COARSE) {
    const [i, j] = [(a0 + a1) >> 1, (b0 + b1) >> 1];
    stack.push({ a, b, a0, a1: i, b0, b1: j, isCut: true }, { a, b, a0: i, a1, b0: j, b1, isCut: true });
    return;
  }
  const old = shared(a, [a0, a1], { other: b.keys.subarray(b0, b1), known });
  const now = shared(b, [b0, b1], { other: a.keys.subarray(a0, a1), known });
  const [n, m] = [old.keys.length, now.keys.length];
  if (n === 0 || m === 0) return;
  const both = { a: old, b: now, isCut: true };
  if (n < a1 - a0 || m < b1 - b0) {
    stack.push({ ...both, a0: 0, a1: n, b0: 0, b1: m });
    return;
  }
  const { i, j, steps } = middleCut(old.keys, now.keys, budget.left > 0 ? room : { ...room, most: FEWEST_EDITS });
  budget.left -= steps + size;
  const isCorner = (i === 0 && j === 0) || (i === n && j === m);
  if (!isCorner) stack.push({ ...both, a0: 0, a1: i, b0: 0, b1: j }, { ...both, a0: i, a1: n, b0: j, b1: m });
};

/** Remembers numbers, and forgets them all at once. */
export interface Marker {
  readonly set: (keys: Int32Array) => void;
  readonly has: (key: number) => boolean;
}

const createMarker = (): Marker => {
  let marks = new Int32Array(1_024);
  let round = 0;
  const mark = (key: number): void => {
    if (key >= marks.length) {
      const more = new Int32Array(Math.max(2 * marks.length, key + 1));
      more.set(marks);
      marks = more;
    }
    marks[key] = round;
  };
  return {
    set: (keys) => {
      round += 1;
      for (const key of keys) mark(key);
    },
    has: (key) => marks[key] === round,
  };
};

/** A range without the words that the other side does not have: they match nothing whatever is cut. */
const shared = (
  side: Side,
  [from, to]: readonly [number, number],
  { other, known }: { readonly other: Int32Array; readonly known: Marker },
): Side => {
  known.set(other);
  let count = 0;
  for (let at = from; at < to; at += 1) if (known.has(side.keys[at] ?? 0)) count += 1;
  if (count === to - from) return { keys: side.keys.subarray(from, to), places: side.places.subarray(from, to) };
  const [keys, places] = [new Int32Array(count), new Int32Array(count)];
  let next = 0;
  for (let at = from; at < to; at += 1) {
    if (!known.has(side.keys[at] ?? 0)) continue;
    keys[next] = side.keys[at] ?? 0;
    places[next] = side.places[at] ?? 0;
    next += 1;
  }
  return { keys, places };
};
