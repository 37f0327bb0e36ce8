// References within a text that follow its new numbers: where Article 52 became Article 54, "Article 52" became "Article 54" in other articles as well.

import type { Hunk } from '../../types.ts';
import { renumbered } from '../compare/renumbered.ts';
import type { Script } from '../script.ts';

const bare = (word: string): string => word.replace(/[^\p{L}\p{N}]/gu, '');

/** Old numbers with the one that each became; those that became several, or stand for several, are left out. */
const becameOf = (script: Script): ReadonlyMap<string, string> => {
  const became = new Map<string, string>();
  const several = new Set<string>();
  for (const run of script.runs.filter(({ kind }) => kind === 'same'))
    for (const { old, now } of renumbered(script, run)) {
      const [from, to] = [bare(old.printed), bare(now.printed)];
      if ((became.get(from) ?? to) !== to) several.add(from);
      became.set(from, to);
    }
  for (const from of several) became.delete(from);
  return became;
};

const wordsOf = ({ parts }: Hunk, leaveOut: 'insert' | 'delete'): string[] =>
  parts.filter(({ kind }) => kind !== leaveOut).flatMap(({ text }) => text.split(/\s+/));

/** Changes that are nothing but another number in a reference, and the number is the one that its target has now. */
export const followNumbering = (script: Script, hunks: readonly Hunk[]): Hunk[] => {
  const sought = hunks.some(({ aspects }) => aspects.length === 1 && aspects[0] === 'reference');
  const became = sought ? becameOf(script) : new Map<string, string>();
  return hunks.map((hunk) => {
    if (became.size === 0 || hunk.kind !== 'replace' || hunk.aspects.length !== 1 || hunk.aspects[0] !== 'reference') return hunk;
    const [old, now] = [wordsOf(hunk, 'insert'), wordsOf(hunk, 'delete')];
    const follows =
      old.length === now.length && old.every((word, at) => word === now[at] || became.get(bare(word)) === bare(now[at] ?? ''));
    if (!follows) return hunk;
    return { ...hunk, weight: 0, aspects: ['numbering'], why: `follows the new numbers: ${hunk.why.replace(/^reference: /, '')}` };
  });
};
