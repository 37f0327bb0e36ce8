// An issue target in memory, for tests of the filing loop: it can stop the caller at any call, before or after the call took effect.

import type { IssueTarget } from '../../pipeline/issue/target.ts';
import type { Issue } from '../../pipeline/types.ts';

export class Stop extends Error {}

export interface MemoryTarget extends IssueTarget {
  readonly issues: (Issue & { readonly said: string[] })[];
  /** What was asked, in order. */
  readonly calls: string[];
}

/** @param stop which call, counted from 1, throws Stop, and whether it takes effect first; on no call when absent */
export const openMemory = (issues: MemoryTarget['issues'] = [], stop?: { readonly at: number; readonly after: boolean }): MemoryTarget => {
  const calls: string[] = [];
  const call = async <T>(name: string, work: () => T): Promise<T> => {
    calls.push(name);
    const stops = stop?.at === calls.length;
    if (stops && !stop.after) throw new Stop();
    const result = work();
    if (stops) throw new Stop();
    return result;
  };
  const set = (number: number, change: Partial<Issue>) => {
    const at = issues.findIndex((i) => i.number === number);
    const before = issues[at];
    if (before !== undefined) issues[at] = { ...before, ...change };
  };
  return {
    issues,
    calls,
    list: () => call('list', () => issues.map(({ said: _, ...issue }) => issue)),
    comments: ({ number }) => call(`comments ${number}`, () => issues.find((i) => i.number === number)?.said.slice() ?? []),
    create: (made) =>
      call(`create ${made.title}`, () => {
        const number = issues.length + 1;
        const url = `memory/${number}`;
        issues.push({ ...made, number, url, state: 'open', said: [] });
        return { number, url };
      }),
    update: ({ number }, content) => call(`update ${number}`, () => set(number, content)),
    comment: ({ number }, body) => call(`comment ${number}`, () => void issues.find((i) => i.number === number)?.said.push(body)),
    close: ({ number }) => call(`close ${number}`, () => set(number, { state: 'closed' })),
  };
};
