// Whether two texts are of one extent: an excerpt beside the whole has thousands of words that came, and none of them is news.

import type { Script } from './script.ts';

/** So much longer is no longer the same text with additions. */
const LONGER = 1.5;
/** Of the shorter one at least so much stands in the longer one. */
const STAYED = 0.6;
/** Short texts grow by half when a paragraph is added. */
const WORDS = 2_000;

const figure = (n: number): string => n.toLocaleString('en');

/** A sentence without its full stop, where one text may hold a part of the other only. */
export const scopeNotes = ({ old, now, runs }: Script): string[] => {
  const [before, after] = [old.starts[old.blocks.length] ?? 0, now.starts[now.blocks.length] ?? 0];
  const [less, more] = [Math.min(before, after), Math.max(before, after)];
  const stayed = runs.reduce((sum, run) => sum + (run.kind === 'same' || run.move >= 0 ? run.a1 - run.a0 : 0), 0);
  if (more < WORDS || more < LONGER * less || stayed < STAYED * less) return [];
  const longer = after > before ? 'the new text' : 'the old text';
  return [
    `${longer} has ${figure(more)} words and the other ${figure(less)}: one of them may be an excerpt, and what stands only in the longer one need not be new`,
  ];
};
