// A unified diff over blocks, one block a line, which `patch` and `git apply` take. Applied to the old text it gives the new one, to the letter.

import { diffArrays } from 'diff';
import type { Block } from '../../types.ts';
import { align, type Gap } from '../compare/align.ts';
import { visible } from './visible.ts';

export interface Patched {
  readonly oldName: string;
  readonly newName: string;
  readonly oldBlocks: readonly Block[];
  readonly newBlocks: readonly Block[];
}

/** Lines around a change. */
const CONTEXT = 3;
/** npm diff takes lines × edits: beyond this a stretch is replaced as a whole, which is coarser and as right. */
const MOST_EDITS = 200;
const LARGEST_GAP = 4_000;

/** @returns '' when there is nothing to do */
export const patchFormat = ({ oldName, newName, oldBlocks, newBlocks }: Patched): string => {
  const [a, b] = [oldBlocks.map(line), newBlocks.map(line)];
  const gaps = align(a, b).flatMap((gap) => refine(a, b, gap));
  if (gaps.length === 0) return '';
  const hunks = together(gaps).flatMap((group) => hunk(a, b, group));
  return `${[`--- ${fileName(oldName)}`, `+++ ${fileName(newName)}`, ...hunks].join('\n')}\n`;
};

/** A block has no line break within; should one have, it must not make two lines. */
const line = ({ text }: Block): string => text.replace(/[\r\n]+/g, ' ');

/** A tab ends a name with spaces; quotes would begin another way of writing it. */
const fileName = (name: string): string => {
  const words = visible(name).replaceAll('"', "'");
  return words.includes(' ') ? `${words}\t` : words;
};

/** The smaller gaps within one. */
const refine = (a: readonly string[], b: readonly string[], gap: Gap): readonly Gap[] => {
  const [old, now] = [a.slice(gap.a0, gap.a1), b.slice(gap.b0, gap.b1)];
  const known = new Set(old);
  if (old.length + now.length > LARGEST_GAP || !now.some((words) => known.has(words))) return [gap];
  const parts = diffArrays(old, now, { maxEditLength: MOST_EDITS });
  if (parts === undefined) return [gap];
  const gaps: Gap[] = [];
  let [i, j] = [gap.a0, gap.b0];
  let open: Gap | null = null;
  for (const { added, removed, count } of parts) {
    const from: Gap = open ?? { a0: i, a1: i, b0: j, b1: j };
    if (!added) i += count;
    if (!removed) j += count;
    if (!added && !removed && open !== null) gaps.push(open);
    open = added || removed ? { ...from, a1: i, b1: j } : null;
  }
  return open === null ? gaps : [...gaps, open];
};

/** Gaps whose contexts touch are told together. */
const together = (gaps: readonly Gap[]): Gap[][] => {
  const groups: Gap[][] = [];
  for (const gap of gaps) {
    const last = groups.at(-1);
    const before = last?.at(-1);
    if (last !== undefined && before !== undefined && gap.a0 - before.a1 <= 2 * CONTEXT) last.push(gap);
    else groups.push([gap]);
  }
  return groups;
};

const hunk = (a: readonly string[], b: readonly string[], group: readonly Gap[]): string[] => {
  const [first, last] = [group[0], group.at(-1)];
  if (first === undefined || last === undefined) return [];
  const before = Math.min(CONTEXT, first.a0);
  const after = Math.min(CONTEXT, a.length - last.a1);
  const body: string[] = [];
  let at = first.a0 - before;
  for (const gap of group) {
    for (; at < gap.a0; at += 1) body.push(` ${a[at]}`);
    for (; at < gap.a1; at += 1) body.push(`-${a[at]}`);
    for (let j = gap.b0; j < gap.b1; j += 1) body.push(`+${b[j]}`);
  }
  for (const end = at + after; at < end; at += 1) body.push(` ${a[at]}`);
  return [`@@ -${range(first.a0 - before, last.a1 + after)} +${range(first.b0 - before, last.b1 + after)} @@`, ...body];
};

/** Lines count from 1; a range of none is named by the line before it. */
const range = (from: number, to: number): string => `${to > from ? from + 1 : from},${to - from}`;
