// The changed stretches of a text against the marks of both texts: is it marked, does it take back what was marked before, or neither?

import { blockAt, sliceWords } from '../compare/tokens.ts';
import type { Script, Words } from '../script.ts';
import type { Before } from './before.ts';
import { type Flags, keyOf } from './flags.ts';
import { type ChangedWord, type Stretch, without } from './stretches.ts';

export interface Both {
  readonly script: Script;
  readonly old: Flags;
  readonly now: Flags;
  readonly before: Before;
  /** The marks are against the version before, so they must show all that changed since. */
  readonly again: boolean;
}

export interface Judgement {
  readonly stretch: Stretch;
  readonly judged: 'marked' | 'taken back' | 'unmarked';
  /** The words that lack a mark. */
  readonly deleted: readonly ChangedWord[];
  readonly inserted: readonly ChangedWord[];
}

/** How far from a change its mark may stand: which of two equal words is the new one, comparisons and authors see differently. */
const NEAR = 12;

const keyAt = (side: Words, word: number): string => keyOf(sliceWords(side, word, word + 1)[0] ?? '');

/** Words marked as inserted that the comparison takes for old ones, near a change. */
const markedNear = ({ script, now }: Both, { b0, b1, inserted }: Stretch): string[] => {
  const fresh = new Set(inserted.map(({ at }) => at));
  const found: string[] = [];
  for (let at = Math.max(0, b0 - NEAR); at < b1 + NEAR; at += 1)
    if (!fresh.has(at) && now.isInserted(at)) found.push(keyAt(script.now, at));
  return found;
};

/** From where to where the marks of a change may stand: past what is marked beside it. */
const reachOf = ({ now, script }: Both, { b0, b1 }: Stretch): { from: number; to: number } => {
  const end = script.now.starts[script.now.blocks.length] ?? 0;
  let [from, to] = [b0, b1];
  while (from > 0 && now.isInserted(from - 1)) from -= 1;
  while (to < end && now.isInserted(to)) to += 1;
  return { from: from - NEAR, to: to + NEAR };
};

/** Words on either side that say whether a change stands within marked text. */
const AROUND = 6;

/** Within words most of which are marked as new: whoever reads it is warned, whatever the words before had been. */
const standsInMarked = ({ script, now }: Both, { b0, b1 }: Stretch): boolean => {
  const block = blockAt(script.now, b0);
  const [start, end] = [script.now.starts[block] ?? 0, script.now.starts[block + 1] ?? 0];
  let [all, marked] = [0, 0];
  for (let at = Math.max(start, b0 - AROUND); at < Math.min(end, b1 + AROUND); at += 1) {
    all += 1;
    if (now.isInserted(at)) marked += 1;
  }
  return all > 0 && marked * 3 >= all * 2;
};

/** A paragraph that went may stand struck at another place than where the comparison misses it. */
const struckElsewhere = ({ script, now }: Both, { a0, a1 }: Stretch): ((at: number) => boolean) => {
  const rows = now.struckInRow(sliceWords(script.old, a0, a1).map(keyOf));
  return (at) => rows[at - a0] === true;
};

const judge = (both: Both, stretch: Stretch): Judgement => {
  const { old, now, before, again } = both;
  const reach = reachOf(both, stretch);
  const elsewhere = struckElsewhere(both, stretch);
  const deleted = without(
    stretch.deleted.filter(({ at }) => !elsewhere(at)),
    now.struckBetween(reach.from, reach.to),
  );
  const inserted = without(
    stretch.inserted.filter(({ at }) => !now.isInserted(at)),
    markedNear(both, stretch),
  );
  const gone = again ? deleted : deleted.filter(({ at }) => !old.isInserted(at));
  const back = again ? inserted : without(inserted, old.struckBetween(stretch.a0 - NEAR, stretch.a1 + NEAR));
  const left = standsInMarked(both, stretch)
    ? { deleted: [], inserted: [] }
    : { deleted: gone.filter(({ at }) => before.oldChanged(at)), inserted: back.filter(({ at }) => before.newChanged(at)) };
  if (left.deleted.length + left.inserted.length > 0) return { stretch, judged: 'unmarked', ...left };
  const taken = deleted.filter(({ at }) => old.isInserted(at)).length + inserted.length > 0;
  return { stretch, judged: taken ? 'taken back' : 'marked', deleted, inserted };
};

export const judgeAll = (both: Both, stretches: readonly Stretch[]): readonly Judgement[] =>
  stretches.map((stretch) => judge(both, stretch));
