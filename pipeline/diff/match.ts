// Which words of a gap are the same on both sides: cut at rare words first, then compared by npm diff in pieces that it can manage. It takes
// O(words × edits) and gives nothing at all past its limit, so no piece is given to it that could exceed what is left of the budget.

import { diffArrays } from 'diff';
import { type Range, uniqueRuns } from './anchors.ts';

/** Called for each stretch of equal words, in no order. */
export type Mark = (i: number, j: number, length: number) => void;

/** How much comparing word by word is still allowed, in squares of edits; shared by all gaps of a comparison. */
export interface Budget {
  left: number;
}

/** Some two seconds of npm diff. */
export const createBudget = (): Budget => ({ left: 6_000_000 });

/** Pieces of at most this many words are compared whole at once. */
const SMALL = 200;
/** Larger ones only if so few edits do. */
const [LARGE, FEW_EDITS] = [6_000, 400];
/** Lengths of the runs of rare words, the surest first. */
const LENGTHS = [4, 2, 1] as const;

interface Task extends Range {
  /** Index into LENGTHS. */
  readonly step: number;
}

/** Marks equal words so that few are left over. Never gives up: what it cannot compare is left unmarked. */
export const matchWords = (a: Int32Array, b: Int32Array, { mark, budget }: { mark: Mark; budget: Budget }): void => {
  const stack: Task[] = [{ a0: 0, a1: a.length, b0: 0, b1: b.length, step: 0 }];
  for (let task = stack.pop(); task !== undefined; task = stack.pop()) {
    const rest = trimmed(a, b, task, mark);
    if (rest.a0 === rest.a1 || rest.b0 === rest.b1 || single(a, b, rest, mark)) continue;
    const words = rest.a1 - rest.a0 + rest.b1 - rest.b0;
    const isSmall = words <= SMALL;
    if ((isSmall || (task.step > 0 && words <= LARGE)) && exact(a, b, rest, { mark, budget, most: isSmall ? words : FEW_EDITS })) continue;
    stack.push(...cut(a, b, { ...rest, step: task.step }, mark));
  }
};

const trimmed = (a: Int32Array, b: Int32Array, { a0, a1, b0, b1 }: Range, mark: Mark): Range => {
  let head = 0;
  while (a0 + head < a1 && b0 + head < b1 && a[a0 + head] === b[b0 + head]) head += 1;
  if (head > 0) mark(a0, b0, head);
  let tail = 0;
  while (a0 + head < a1 - tail && b0 + head < b1 - tail && a[a1 - tail - 1] === b[b1 - tail - 1]) tail += 1;
  if (tail > 0) mark(a1 - tail, b1 - tail, tail);
  return { a0: a0 + head, a1: a1 - tail, b0: b0 + head, b1: b1 - tail };
};

/** One word on a side is somewhere on the other, or nowhere. */
const single = (a: Int32Array, b: Int32Array, { a0, a1, b0, b1 }: Range, mark: Mark): boolean => {
  if (a1 - a0 === 1) {
    const at = b.subarray(b0, b1).indexOf(a[a0] ?? 0);
    if (at >= 0) mark(a0, b0 + at, 1);
    return true;
  }
  if (b1 - b0 !== 1) return false;
  const at = a.subarray(a0, a1).indexOf(b[b0] ?? 0);
  if (at >= 0) mark(a0 + at, b0, 1);
  return true;
};

/** @returns false where npm diff may not, or cannot, tell */
const exact = (
  a: Int32Array,
  b: Int32Array,
  { a0, a1, b0, b1 }: Range,
  { mark, budget, most }: { mark: Mark; budget: Budget; most: number },
): boolean => {
  const limit = Math.min(most, Math.floor(Math.sqrt(budget.left)));
  const parts = diffArrays(Array.from(a.subarray(a0, a1)), Array.from(b.subarray(b0, b1)), { maxEditLength: limit });
  if (parts === undefined) {
    budget.left -= limit * limit;
    return false;
  }
  let [i, j, edits] = [a0, b0, 0];
  for (const { added, removed, count } of parts) {
    if (!added && !removed) mark(i, j, count);
    else edits += count;
    if (!added) i += count;
    if (!removed) j += count;
  }
  budget.left -= edits * edits;
  return true;
};

/** What is left between rare words; the next shorter runs where there are none; nothing where even single words tell nothing. */
const cut = (a: Int32Array, b: Int32Array, task: Task, mark: Mark): Task[] => {
  for (let step = task.step; step < LENGTHS.length; step += 1) {
    const length = LENGTHS[step] ?? 1;
    const anchors = uniqueRuns(a, b, task, length);
    if (anchors.length > 0) return between(a, b, { ...task, step }, { anchors, length, mark });
  }
  return halves(a, b, task);
};

const between = (
  a: Int32Array,
  b: Int32Array,
  { a0, a1, b0, b1, step }: Task,
  { anchors, length, mark }: { anchors: Int32Array; length: number; mark: Mark },
): Task[] => {
  const tasks: Task[] = [];
  let [i, j] = [a0, b0];
  for (let at = 0; at < anchors.length; at += 2) {
    const [x, y] = [anchors[at] ?? 0, anchors[at + 1] ?? 0];
    if (x < i || y < j) continue;
    if (x > i || y > j) tasks.push({ a0: i, a1: x, b0: j, b1: y, step });
    let same = length;
    while (x + same < a1 && y + same < b1 && a[x + same] === b[y + same]) same += 1;
    mark(x, y, same);
    [i, j] = [x + same, y + same];
  }
  tasks.push({ a0: i, a1, b0: j, b1, step });
  return tasks;
};

/** No word is rare: a table of figures, a list of one word. Cut in the middle of both, as long as they share anything at all. */
const halves = (a: Int32Array, b: Int32Array, { a0, a1, b0, b1, step }: Task): Task[] => {
  const known = new Set(a.subarray(a0, a1));
  const sharesNone = b.subarray(b0, b1).every((key) => !known.has(key));
  if (sharesNone || a1 - a0 + b1 - b0 <= SMALL) return [];
  const [x, y] = [(a0 + a1) >> 1, (b0 + b1) >> 1];
  return [
    { a0, a1: x, b0, b1: y, step },
    { a0: x, a1, b0: y, b1, step },
  ];
};
