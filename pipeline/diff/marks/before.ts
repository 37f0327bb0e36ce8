// Two texts as they stood before their marks. Where all changes are marked, both have the same words there: what differs was changed without a mark.

import type { Text } from '../../types.ts';
import { compareTexts } from '../compare/compare.ts';
import type { Run, Script, Words } from '../script.ts';
import type { Convention } from './convention.ts';
import { latestOf } from './pieces.ts';
import { fromRuns } from './script.ts';
import { draftingRuns } from './typography.ts';

export interface Before {
  /** Whether an old word, or a new one, is changed in the texts before the marks as well. Marked words are not. */
  readonly oldChanged: (word: number) => boolean;
  readonly newChanged: (word: number) => boolean;
}

/** For each word of the reading text its index in the text before the marks; -1 where that has none. */
const inBefore = ({ now, runs }: Script): Int32Array => {
  const at = new Int32Array(now.starts[now.blocks.length] ?? 0).fill(-1);
  for (const { kind, a0, b0, b1 } of runs) if (kind === 'same') for (let word = b0; word < b1; word += 1) at[word] = a0 + word - b0;
  return at;
};

const plainIndex = (side: Words): Int32Array => Int32Array.from({ length: side.starts[side.blocks.length] ?? 0 }, (_, word) => word);

interface Version {
  readonly blocks: Text['blocks'];
  readonly index: Int32Array;
}

const versionBefore = (side: Words, convention: Convention, level: 'all' | 'latest'): Version => {
  const { script } = fromRuns(side.blocks, { drafting: draftingRuns(side.blocks), convention, level });
  return { blocks: script.old.blocks, index: inBefore(script) };
};

const changedIn = (runs: readonly Run[], kind: 'insert' | 'delete', length: number): Uint8Array => {
  const changed = new Uint8Array(length);
  for (const run of runs)
    if (run.kind === kind && run.move < 0) changed.fill(1, kind === 'insert' ? run.b0 : run.a0, kind === 'insert' ? run.b1 : run.a1);
  return changed;
};

/** Marks against the version before are put beside its reading text; others beside what stood before its own marks. */
export const beforeMarks = ({ old, now }: Script, conventions: { readonly old: Convention; readonly now: Convention }): Before => {
  const again = latestOf(conventions.now)?.against === 'previous';
  const was: Version = again ? { blocks: old.blocks, index: plainIndex(old) } : versionBefore(old, conventions.old, 'all');
  const is = versionBefore(now, conventions.now, again ? 'latest' : 'all');
  const script = compareTexts(was, is);
  const words = (side: Words): number => side.starts[side.blocks.length] ?? 0;
  const deleted = changedIn([...script.runs, ...script.moves.flatMap(({ runs }) => runs)], 'delete', words(script.old));
  const inserted = changedIn([...script.runs, ...script.moves.flatMap(({ runs }) => runs)], 'insert', words(script.now));
  return {
    oldChanged: (word) => deleted[was.index[word] ?? -1] === 1,
    newChanged: (word) => inserted[is.index[word] ?? -1] === 1,
  };
};
