// Which words of a gap are the same on both sides: cut at runs of rare words first; small pieces by npm diff, which takes O(words × edits) and is quick
// where there are few of both; larger ones cut in two where the fewest edits are left, within a budget.

import { diffArrays } from 'diff';
import { uniqueRuns } from './anchors.ts';
import { inCommon, inTwo, type Side, type Task, type Tools } from './cuts.ts';

/** Called for each pair of equal words, with their places, in no order. */
export type Mark = (i: number, j: number) => void;

/** Pieces of at most this many words are compared by npm diff. */
const SMALL = 60;
/** So many words in a row that stand once on either side stay together. Shorter runs are the same by chance too often. */
const RARE = 4;
/**
 * Where fewer of them keep their order, or they cover less of what both sides have, the text was put together anew, and what keeps its order does so
 * by chance. Only in the largest gaps that is good enough.
 */
const [IN_ORDER, DENSE, LARGE] = [0.9, 0.3, 100_000];

interface Work {
  readonly mark: Mark;
  readonly tools: Tools;
}

interface Stacked extends Work {
  readonly stack: Task[];
}

/** Marks equal words so that few are left over. Never gives up: the coarsest answer leaves words unmarked. */
export const matchWords = (a: Side, b: Side, work: Work): void => {
  const stack: Task[] = [{ a, b, a0: 0, a1: a.keys.length, b0: 0, b1: b.keys.length, isCut: false, sifted: Number.MAX_SAFE_INTEGER }];
  const stacked = { ...work, stack };
  const further = (task: Task): void => {
    if (task.isCut) stack.push(...inTwo(task, work.tools));
    else atRare(task, stacked);
  };
  for (let task = stack.pop(); task !== undefined; task = stack.pop()) settleTask(task, work.mark, further);
};

/** Equal ends, single words and small pieces at once; anything larger is handed on without its equal ends. */
const settleTask = (task: Task, mark: Mark, further: (task: Task) => void): void => {
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
    if (x > i || y > j) settleTask({ ...task, a0: i, a1: x, b0: j, b1: y }, mark, further);
    for (let at = 0; at < length; at += 1) mark(a.places[x + at] ?? 0, b.places[y + at] ?? 0);
    [i, j] = [x + length, y + length];
  }
  settleTask({ ...task, a0: i, b0: j }, mark, further);
};
