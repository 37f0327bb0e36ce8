// Which changes are read together, and which on a cover.

import { blockAt } from '../compare/tokens.ts';
import type { Run, Script, Words } from '../script.ts';

/** Changes with no more words than this between them are read as one. */
const JOINED_BY = 4;

export interface Group {
  readonly runs: readonly Run[];
  readonly before: Run | null;
  readonly after: Run | null;
}

/** Where the cover ends: it comes first, if there is one. */
const coverEnd = ({ blocks, starts }: Words): number => {
  const first = blocks.findIndex(({ kind }) => kind !== 'cover');
  return starts[first < 0 ? blocks.length : first] ?? 0;
};

/** What changed on a cover says which document it is, and is told apart from what changed in the text. */
const cutAtCover = (runs: readonly Run[], { old, now }: Script): Run[] => {
  const [a, b] = [coverEnd(old), coverEnd(now)];
  if (a + b === 0) return [...runs];
  return runs.flatMap((run): Run[] => {
    if (run.kind === 'insert' && run.b0 < b && run.b1 > b)
      return [
        { ...run, b1: b },
        { ...run, b0: b },
      ];
    return run.kind === 'delete' && run.a0 < a && run.a1 > a
      ? [
          { ...run, a1: a },
          { ...run, a0: a },
        ]
      : [run];
  });
};

export const isOnCover = ({ old, now }: Script): ((run: Run) => boolean) => {
  const [a, b] = [coverEnd(old), coverEnd(now)];
  return ({ kind, a0, b0 }) => (kind === 'delete' ? a0 < a : b0 < b);
};

/** Whether a stretch that stayed goes from one paragraph into another, in both texts. */
const isOverParagraphs = ({ old, now }: Script, { a0, a1, b0, b1 }: Run): boolean =>
  a0 < a1 && b0 < b1 && blockAt(old, a0) !== blockAt(old, a1) && blockAt(now, b0) !== blockAt(now, b1);

/** Runs that are read together, each group from change to change. */
export const groupsOf = (script: Script): Group[] => {
  const onCover = isOnCover(script);
  const runs = cutAtCover(
    script.runs.filter(({ move }) => move < 0),
    script,
  );
  const groups: { from: number; to: number }[] = [];
  let between = 0;
  runs.forEach((run, at) => {
    if (run.kind === 'same') {
      between += isOverParagraphs(script, run) ? JOINED_BY + 1 : Math.max(run.a1 - run.a0, run.b1 - run.b0);
      return;
    }
    const last = groups.at(-1);
    const isNear = last !== undefined && between <= JOINED_BY && onCover(run) === onCover(runs[last.to] ?? run);
    if (isNear) last.to = at;
    else groups.push({ from: at, to: at });
    between = 0;
  });
  const sameAt = (at: number): Run | null => (runs[at]?.kind === 'same' ? (runs[at] ?? null) : null);
  return groups.map(({ from, to }) => ({ runs: runs.slice(from, to + 1), before: sameAt(from - 1), after: sameAt(to + 1) }));
};
