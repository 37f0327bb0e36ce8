// Which words of a gap are the same on both sides: cut at runs of rare words first; small pieces by npm diff, which takes O(words × edits) and is quick
// where there are few of both; larger ones cut in two where the fewest edits are left, within a budget.

import { diffArrays } from 'diff';
import { uniqueRuns } from './anchors.ts';
import { createRoom, middleCut, type Room } from './snake.ts';

/** Called for each pair of equal words, in no order. */
export type Mark = (i: number, j: number) => void;

/** How many steps the cuts of a comparison may still take, all gaps together. */
export interface Budget {
  left: number;
}

/** About a second. */
export const createBudget = (): Budget => ({ left: 150_000_000 });

/** Pieces of at most this many words are compared by npm diff. */
const SMALL = 60;
/** So many words in a row that stand once on either side stay together. Shorter runs are the same by chance too often. */
const RARE = 4;
/** Edits from either end before a cut is made without knowing the best. Fewer where the budget is short. */
const [MOST_EDITS, FEWEST_EDITS] = [512, 24];

/**
 * Where fewer of them keep their order, or they cover less of what both sides have, the text was put together anew, and what keeps its order does so
 * by chance. Only in the largest gaps that is good enough.
 */
const [IN_ORDER, DENSE, LARGE] = [0.9, 0.3, 100_000];

interface Range {
  readonly a0: number;
  readonly a1: number;
  readonly b0: number;
  readonly b1: number;
}

/** Words still to be matched: their keys, and their places in the lists that were given. */
interface Side {
  readonly keys: Int32Array;
  readonly places: Int32Array;
}

interface Task {
  readonly a: Side;
  readonly b: Side;
  /** Rare words were looked for. */
  readonly isCut: boolean;
}

interface Work {
  readonly mark: Mark;
  readonly budget: Budget;
}

/** Marks equal words so that few are left over. Never gives up: the coarsest answer leaves words unmarked. */
export const matchWords = (a: Int32Array, b: Int32Array, work: Work): void => {
  const known = createMarker(Math.max(highest(a), highest(b)));
  const room = createRoom(MOST_EDITS);
  const stack: Task[] = [{ a: whole(a), b: whole(b), isCut: false }];
  for (let task = stack.pop(); task !== undefined; task = stack.pop()) {
    const rest = trimmed(task, work.mark);
    const words = rest.a.keys.length + rest.b.keys.length;
    if (rest.a.keys.length === 0 || rest.b.keys.length === 0 || single(rest, work.mark)) continue;
    if (words <= SMALL) exact(rest, work.mark);
    else if (!rest.isCut) stack.push(...atRare(rest, { ...work, known }));
    else stack.push(...inTwo(rest, { ...work, known, room }));
  }
};

const whole = (keys: Int32Array): Side => ({ keys, places: Int32Array.from(keys.keys()) });

const highest = (keys: Int32Array): number => keys.reduce((high, key) => Math.max(high, key), 0);

const slice = ({ keys, places }: Side, from: number, to: number): Side => ({
  keys: keys.subarray(from, to),
  places: places.subarray(from, to),
});

const sliceBoth = ({ a, b, isCut }: Task, { a0, a1, b0, b1 }: Range): Task => ({ a: slice(a, a0, a1), b: slice(b, b0, b1), isCut });

const trimmed = (task: Task, mark: Mark): Task => {
  const { a, b } = task;
  const pair = (i: number, j: number): boolean => {
    if (a.keys[i] !== b.keys[j]) return false;
    mark(a.places[i] ?? 0, b.places[j] ?? 0);
    return true;
  };
  const [n, m] = [a.keys.length, b.keys.length];
  const most = Math.min(n, m);
  let head = 0;
  while (head < most && pair(head, head)) head += 1;
  let tail = 0;
  while (tail < most - head && pair(n - 1 - tail, m - 1 - tail)) tail += 1;
  return head + tail === 0 ? task : sliceBoth(task, { a0: head, a1: n - tail, b0: head, b1: m - tail });
};

/** One word on a side is somewhere on the other, or nowhere. */
const single = ({ a, b }: Task, mark: Mark): boolean => {
  if (a.keys.length > 1 && b.keys.length > 1) return false;
  const at = a.keys.length === 1 ? b.keys.indexOf(a.keys[0] ?? 0) : a.keys.indexOf(b.keys[0] ?? 0);
  if (at >= 0 && a.keys.length === 1) mark(a.places[0] ?? 0, b.places[at] ?? 0);
  else if (at >= 0) mark(a.places[at] ?? 0, b.places[0] ?? 0);
  return true;
};

const exact = ({ a, b }: Task, mark: Mark): void => {
  let [i, j] = [0, 0];
  for (const { added, removed, count } of diffArrays(Array.from(a.keys), Array.from(b.keys))) {
    if (!added && !removed) for (let at = 0; at < count; at += 1) mark(a.places[i + at] ?? 0, b.places[j + at] ?? 0);
    if (!added) i += count;
    if (!removed) j += count;
  }
};

/** What is left between runs of rare words; the whole where there are none, or where they are not to be trusted. */
const atRare = (task: Task, { mark, known }: Work & { readonly known: Marker }): Task[] => {
  const { a, b } = task;
  const [n, m] = [a.keys.length, b.keys.length];
  const { anchors, share } = uniqueRuns(a.keys, b.keys, RARE);
  const stretches: { i: number; j: number; length: number }[] = [];
  let [i, j, covered] = [0, 0, 0];
  for (let at = 0; at < anchors.length; at += 2) {
    const [x, y] = [anchors[at] ?? 0, anchors[at + 1] ?? 0];
    if (x < i || y < j) continue;
    let length = RARE;
    while (x + length < n && y + length < m && a.keys[x + length] === b.keys[y + length]) length += 1;
    stretches.push({ i: x, j: y, length });
    [i, j, covered] = [x + length, y + length, covered + length];
  }
  const isDoubtful = share < IN_ORDER || covered < DENSE * Math.min(shared(a, b, known).keys.length, shared(b, a, known).keys.length);
  if (stretches.length === 0 || (isDoubtful && n + m <= LARGE)) return [{ ...task, isCut: true }];
  const tasks: Task[] = [];
  [i, j] = [0, 0];
  for (const { i: x, j: y, length } of stretches) {
    if (x > i || y > j) tasks.push(sliceBoth(task, { a0: i, a1: x, b0: j, b1: y }));
    for (let at = 0; at < length; at += 1) mark(a.places[x + at] ?? 0, b.places[y + at] ?? 0);
    [i, j] = [x + length, y + length];
  }
  tasks.push(sliceBoth(task, { a0: i, a1: n, b0: j, b1: m }));
  return tasks;
};

const inTwo = (task: Task, { budget, known, room }: Work & { readonly known: Marker; readonly room: Room }): Task[] => {
  const { a, b } = { a: shared(task.a, task.b, known), b: shared(task.b, task.a, known) };
  const [n, m] = [a.keys.length, b.keys.length];
  if (n === 0 || m === 0) return [];
  if (n < task.a.keys.length || m < task.b.keys.length) return [{ a, b, isCut: true }];
  const { i, j, steps } = middleCut(a.keys, b.keys, budget.left > 0 ? room : { ...room, most: FEWEST_EDITS });
  budget.left -= steps;
  const isCorner = (i === 0 && j === 0) || (i === n && j === m);
  if (isCorner) return [];
  return [sliceBoth(task, { a0: 0, a1: i, b0: 0, b1: j }), sliceBoth(task, { a0: i, a1: n, b0: j, b1: m })];
};

/** Remembers numbers from 0 to the highest, and forgets them all at once. */
interface Marker {
  readonly set: (keys: Int32Array) => void;
  readonly has: (key: number) => boolean;
}

const createMarker = (most: number): Marker => {
  const marks = new Int32Array(most + 1);
  let round = 0;
  return {
    set: (keys) => {
      round += 1;
      for (const key of keys) marks[key] = round;
    },
    has: (key) => marks[key] === round,
  };
};

/** Without the words that the other side does not have: they match nothing whatever is cut. */
const shared = (side: Side, other: Side, known: Marker): Side => {
  known.set(other.keys);
  let count = 0;
  for (const key of side.keys) if (known.has(key)) count += 1;
  if (count === side.keys.length) return side;
  const [keys, places] = [new Int32Array(count), new Int32Array(count)];
  let at = 0;
  side.keys.forEach((key, index) => {
    if (!known.has(key)) return;
    keys[at] = key;
    places[at] = side.places[index] ?? 0;
    at += 1;
  });
  return { keys, places };
};
