// Large pieces cut in two, within a budget that all gaps of a comparison share.

import { createRoom, middleCut, type Room } from './snake.ts';

/** What all gaps of a comparison share, one after the other. */
export interface Tools {
  /** How many steps the cuts may still take, all gaps together. */
  readonly budget: { left: number };
  readonly known: Marker;
  readonly room: Room;
}

/** Steps enough for about a second. */
export const createTools = (): Tools => ({ budget: { left: 80_000_000 }, known: createMarker(), room: createRoom(MOST_EDITS) });

/** Words of one side only are looked for again when so many times fewer words are left. */
const SIFT_AGAIN = 3;
/** When the budget is spent, larger pieces are cut in the middle of both, unseen. */
const COARSE = 2_000;
/** Edits from either end before a cut is made without knowing the best. Fewer where the budget is short. */
const [MOST_EDITS, FEWEST_EDITS] = [320, 24];

/** Keys of words, and their places in the text. */
export interface Side {
  readonly keys: Int32Array;
  readonly places: Int32Array;
}

/** Ranges of both sides that are still to be matched. */
export interface Task {
  readonly a: Side;
  readonly b: Side;
  readonly a0: number;
  readonly a1: number;
  readonly b0: number;
  readonly b1: number;
  /** Rare words were looked for. */
  readonly isCut: boolean;
  /** How many words there were when those of one side only were last taken out. */
  readonly sifted: number;
}

/** At most so many words can be the same. */
export const inCommon = ({ a, b, a0, a1, b0, b1 }: Task, known: Marker): number =>
  Math.min(
    shared(a, [a0, a1], { other: b.keys.subarray(b0, b1), known }).keys.length,
    shared(b, [b0, b1], { other: a.keys.subarray(a0, a1), known }).keys.length,
  );

/** The halves of a task, in which the fewest edits are left; none where nothing can be the same. */
export const inTwo = (task: Task, { budget, known, room }: Tools): readonly Task[] => {
  const size = sizeOf(task);
  if (budget.left <= 0 && size > COARSE) {
    return halves(task, (task.a0 + task.a1) >> 1, (task.b0 + task.b1) >> 1);
  }
  if (size * SIFT_AGAIN <= task.sifted) {
    budget.left -= size;
    const sifted = siftedTask(task, known);
    if (sifted === null) return [];
    if (sizeOf(sifted) < size) return [sifted];
  }
  const { a, b, a0, a1, b0, b1 } = task;
  const { i, j, steps } = middleCut(
    a.keys.subarray(a0, a1),
    b.keys.subarray(b0, b1),
    budget.left > 0 ? room : { ...room, most: FEWEST_EDITS },
  );
  budget.left -= steps;
  const isCorner = (i === 0 && j === 0) || (i === a1 - a0 && j === b1 - b0);
  const sifted = size * SIFT_AGAIN <= task.sifted ? size : task.sifted;
  return isCorner ? [] : halves({ ...task, sifted }, a0 + i, b0 + j);
};

const sizeOf = ({ a0, a1, b0, b1 }: Task): number => a1 - a0 + b1 - b0;

const halves = (task: Task, i: number, j: number): readonly [Task, Task] => [
  { ...task, a1: i, b1: j },
  { ...task, a0: i, b0: j },
];

/** Without the words that only one side has: they match nothing whatever is cut. Null where nothing is left of a side. */
const siftedTask = ({ a, b, a0, a1, b0, b1, isCut }: Task, known: Marker): Task | null => {
  const old = shared(a, [a0, a1], { other: b.keys.subarray(b0, b1), known });
  const now = shared(b, [b0, b1], { other: a.keys.subarray(a0, a1), known });
  const [n, m] = [old.keys.length, now.keys.length];
  return n === 0 || m === 0 ? null : { a: old, b: now, a0: 0, a1: n, b0: 0, b1: m, isCut, sifted: n + m };
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
