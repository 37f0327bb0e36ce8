import { describe, expect, test } from 'vitest';
import { dashboardBody } from '../../pipeline/issue/dashboard.ts';
import { fileReports } from '../../pipeline/issue/target.ts';
import { closeFailure, reportFailure } from '../../pipeline/report/report.ts';
import type { Report } from '../../pipeline/types.ts';
import { failure, report } from '../report/samples.ts';
import { type MemoryTarget, openMemory, Stop } from './memory.ts';

const dashboard = dashboardBody({ sources: [], promises: [] });
const options = { max: 20, digestAbove: 10, filesUrl: null, dashboard, dryRun: false };

/** Report files that filing writes to, and that survive a stop. */
const files = (reports: readonly Report[]) => {
  const known = new Map(reports.map((r) => [r.key, r]));
  return {
    all: () => [...known.values()],
    save: (r: Report) => void known.set(r.key, r),
    onFiled: async (r: Report, url: string) => void known.set(r.key, { ...r, issue: url }),
  };
};
type Files = ReturnType<typeof files>;

const file = (from: Files, target: MemoryTarget, change = {}) =>
  fileReports(from.all(), target, { ...options, onFiled: from.onFiled, ...change });

const failed = reportFailure(failure, '2099-01-10');

/** Two filings on two days that need every kind of step. */
const story = async (target: (day: number) => MemoryTarget): Promise<Files> => {
  const digested = Array.from({ length: 11 }, (_, i) => report(`d${i}`, { watcher: 'agency-pages', thread: `t${i}` }));
  const reports = files([report('a', { thread: 'ST-90001-2099' }), report('b'), failed, ...digested]);
  const day = async (n: number): Promise<void> => {
    try {
      await file(reports, target(n));
    } catch (error) {
      if (!(error instanceof Stop)) throw error;
    }
  };
  await day(1);
  await day(1);
  reports.save(report('a2', { thread: 'ST-90001-2099', date: '2099-01-15' }));
  reports.save(report('c', { date: '2099-01-15' }));
  for (const r of reports.all()) {
    if (r.key === failed.key) reports.save(closeFailure(r, '2099-01-15'));
    if (r.key === 'b') reports.save({ ...r, body: 'Other words.\n' });
  }
  await day(2);
  await day(2);
  return reports;
};

/** Issues without their numbers, which may differ when a stop changed the order of making. */
const seen = ({ issues }: Pick<MemoryTarget, 'issues'>) =>
  issues.map(({ title, body, state, labels, said }) => ({ title, body, state, labels, said })).sort((a, b) => (a.title < b.title ? -1 : 1));

describe('filing', () => {
  test('makes, comments, writes anew and closes; filing again does nothing but read', async () => {
    const memory = openMemory();
    const reports = await story(() => memory);
    expect(memory.issues.map((i) => [i.title, i.state, i.said.length])).toEqual([
      [failed.title, 'closed', 1],
      ['agency-pages: 11 findings of 2099-01-14', 'open', 0],
      ['Title of a', 'open', 1],
      ['Title of b', 'open', 0],
      ['Pactwatch: state of the sources', 'open', 0],
      ['Title of c', 'open', 0],
    ]);
    expect(reports.all().every((r) => r.issue !== null)).toBe(true);
    const again = openMemory(memory.issues);
    expect(await file(reports, again)).toEqual({ steps: [], waiting: 0 });
    expect(again.calls).toEqual(['list']);
  });

  test('stopped at any call, before or after it took effect, ends in the same issues', async () => {
    const undisturbed = openMemory();
    const expected = await story(() => undisturbed);
    for (const day of [1, 2]) {
      for (const after of [false, true]) {
        for (let at = 1; at < 12; at += 1) {
          const issues: MemoryTarget['issues'] = [];
          let isFirst = true;
          const reports = await story((n) => {
            const stops = n === day && isFirst;
            if (n === day) isFirst = false;
            return stops ? openMemory(issues, { at, after }) : openMemory(issues);
          });
          expect(seen({ issues }), `day ${day}, call ${at}`).toEqual(seen(undisturbed));
          expect(reports.all().map((r) => r.key)).toEqual(expected.all().map((r) => r.key));
          expect(reports.all().every((r) => r.issue !== null)).toBe(true);
        }
      }
    }
  });

  test('stopped between an issue and its report file, links instead of filing twice', async () => {
    const memory = openMemory();
    const reports = files([report('a')]);
    const stop = async () => {
      throw new Stop();
    };
    await expect(file(reports, memory, { onFiled: stop })).rejects.toThrow(Stop);
    const { steps } = await file(reports, memory, { dashboard: null });
    expect(steps).toMatchObject([{ kind: 'link', url: 'memory/1' }]);
    expect(memory.issues).toHaveLength(1);
    expect(reports.all()[0]?.issue).toBe('memory/1');
  });

  test('writes each address back before it goes on', async () => {
    const memory = openMemory();
    const made: number[] = [];
    const onFiled = async () => void made.push(memory.issues.length);
    await file(files([report('a'), report('b'), report('c')]), memory, { onFiled });
    expect(made).toEqual([1, 2, 3]);
  });

  test('dry, only reads and tells what it would do', async () => {
    const memory = openMemory();
    const { steps } = await file(files([report('a')]), memory, { dryRun: true });
    expect(steps).toMatchObject([{ kind: 'create', title: 'Title of a', url: null }, { kind: 'create' }]);
    expect(memory.calls).toEqual(['list']);
  });

  test('says how many wait for the next time, and gets to them', async () => {
    const memory = openMemory();
    const reports = files([report('a'), report('b'), report('c')]);
    expect((await file(reports, memory, { max: 2, dashboard: null })).waiting).toBe(1);
    expect((await file(reports, memory, { max: 2, dashboard: null })).waiting).toBe(0);
    expect(memory.issues).toHaveLength(3);
  });
});
