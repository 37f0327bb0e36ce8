// A comparison read backwards: what came went, and what went came.

import type { Run, Script } from '../script.ts';

const OTHER = { same: 'same', insert: 'delete', delete: 'insert' } as const;

const turned = (runs: readonly Run[]): Run[] => {
  const all: Run[] = [];
  let open: Run[] = [];
  const close = (): void => {
    const at = open[0];
    // What went comes first again, with its places counted anew.
    let [a, b] = [at?.a0 ?? 0, at?.b0 ?? 0];
    for (const run of [...open.filter(({ kind }) => kind === 'delete'), ...open.filter(({ kind }) => kind === 'insert')]) {
      const moved = { ...run, a0: a, a1: a + run.a1 - run.a0, b0: b, b1: b + run.b1 - run.b0 };
      all.push(moved);
      [a, b] = [moved.a1, moved.b1];
    }
    open = [];
  };
  for (const { kind, a0, a1, b0, b1, move } of runs) {
    const run: Run = { kind: OTHER[kind], a0: b0, a1: b1, b0: a0, b1: a1, move };
    if (kind === 'same') {
      close();
      all.push(run);
    } else open.push(run);
  }
  close();
  return all;
};

export const mirrored = ({ old, now, runs, moves }: Script): Script => ({
  old: now,
  now: old,
  runs: turned(runs),
  moves: moves.map(({ a0, a1, b0, b1, runs: inner }) => ({ a0: b0, a1: b1, b0: a0, b1: a1, runs: turned(inner) })),
});
