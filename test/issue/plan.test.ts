import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { issueBody } from '../../pipeline/issue/body.ts';
import { dashboardBody } from '../../pipeline/issue/dashboard.ts';
import { readMarker } from '../../pipeline/issue/marker.ts';
import { issuesToOpen, type KnownIssue, type PlanOptions, planIssues } from '../../pipeline/issue/plan.ts';
import { closeFailure, reportFailure } from '../../pipeline/report/report.ts';
import type { Report } from '../../pipeline/types.ts';
import { failure, report } from '../report/samples.ts';

const options: PlanOptions = { max: 20, digestAbove: 10, filesUrl: null, dashboard: null };

const issue = (number: number, reports: readonly Report[], change: Partial<KnownIssue> = {}): KnownIssue => ({
  number,
  url: `https://github.example/o/r/issues/${number}`,
  title: reports[0]?.title ?? '',
  body: issueBody(reports, null),
  state: 'open',
  labels: ['pactwatch'],
  comments: [],
  ...change,
});

const filed = (r: Report, number: number): Report => ({ ...r, issue: `https://github.example/o/r/issues/${number}` });
const kinds = (reports: readonly Report[], issues: readonly KnownIssue[], change: Partial<PlanOptions> = {}) =>
  planIssues(reports, issues, { ...options, ...change }).map((a) => `${a.kind} ${a.reports.map((r) => r.key).join('+')}`);

const many = (n: number, change: Partial<Report> = {}): Report[] =>
  Array.from({ length: n }, (_, i) => report(`k${String(i).padStart(2, '0')}`, change));

describe('an issue for each report', () => {
  test('is made once, linked when its file does not know, and else left alone', () => {
    const k1 = report('k1');
    expect(kinds([k1], [])).toEqual(['create k1']);
    expect(kinds([k1], [issue(1, [k1])])).toEqual(['link k1']);
    expect(kinds([filed(k1, 1)], [issue(1, [k1])])).toEqual([]);
    expect(kinds([filed(k1, 1)], [])).toEqual([]);
  });

  test('is not made again, nor opened, when a person closed it', () => {
    const k1 = report('k1');
    expect(kinds([k1], [issue(1, [k1], { state: 'closed' })])).toEqual(['link k1']);
    expect(kinds([filed(k1, 1)], [issue(1, [k1], { state: 'closed' })])).toEqual([]);
    expect(kinds([filed({ ...k1, body: 'Other words.\n' }, 1)], [issue(1, [k1], { state: 'closed' })])).toEqual([]);
  });

  test('is written anew in place when the report says something else', () => {
    const k1 = report('k1');
    const [action] = planIssues([filed({ ...k1, body: 'Other words.\n' }, 1)], [issue(1, [k1])], options);
    expect(action).toMatchObject({ kind: 'update', issue: { number: 1 }, body: expect.stringContaining('Other words.') });
  });

  test('is the same for two watchers with the same key only when the watcher is the same', () => {
    const [one, other] = [report('k1'), report('k1', { watcher: 'agency-pages', thread: 'other' })];
    expect(kinds([one, other], [issue(1, [one])])).toEqual(['link k1', 'create k1']);
  });
});

describe('versions of one document', () => {
  const [first, second] = [report('k1', { thread: 'ST-90003-2099' }), report('k2', { thread: 'ST-90003-2099' })];

  test('share one issue when they come together', () => {
    expect(kinds([second, first], [])).toEqual(['create k1+k2']);
  });
  test('are told in the open issue', () => {
    expect(kinds([filed(first, 1), second], [issue(1, [first])])).toEqual(['comment k2']);
  });
  test('are not told twice when the comment stands already', () => {
    const commented = issue(1, [first], { comments: ['Thanks!', issueBody([second], null)] });
    expect(issuesToOpen([filed(first, 1), second], [commented])).toEqual([commented]);
    expect(kinds([filed(first, 1), second], [commented])).toEqual(['link k2']);
  });
  test('get a new issue when theirs was closed', () => {
    expect(kinds([filed(first, 1), second], [issue(1, [first], { state: 'closed' })])).toEqual(['create k2']);
  });
});

describe('many findings', () => {
  test('of one watcher become one checklist, that of others and failures stay apart', () => {
    const other = report('z', { watcher: 'other-pages' });
    const failed = reportFailure(failure, '2099-01-14');
    expect(kinds(many(10), [])).toHaveLength(10);
    const plan = planIssues([...many(11), other, failed], [], options);
    expect(plan.map((a) => a.reports.length)).toEqual([1, 11, 1]);
    const digest = plan.find((a) => a.reports.length === 11);
    expect(digest).toMatchObject({ kind: 'create', title: 'council-documents: 11 findings of 2099-01-14' });
    const body = digest?.kind === 'create' ? digest.body : '';
    expect(body).toContain('- [ ] **k03** was seen for the first time. [Report](reports/council-documents/k03.md)');
    expect(readMarker(body)?.keys).toHaveLength(11);
  });

  test('that fill more than one issue are spread over several, none lost', () => {
    const plan = planIssues(many(2_000, { body: `${'A long sentence. '.repeat(10)}\n\nMore.\n` }), [], options);
    expect(plan.length).toBeGreaterThan(1);
    expect(plan.flatMap((a) => a.reports)).toHaveLength(2_000);
    for (const action of plan) if (action.kind === 'create') expect(action.body.length).toBeLessThan(65_536);
  });

  test('are bounded for each filing; the rest waits', () => {
    const reports = many(30).map((r, i) => ({ ...r, watcher: `w${i % 6}` }));
    expect(kinds(reports, [], { max: 4 })).toHaveLength(4);
  });
});

describe('a failure that is over', () => {
  const open = reportFailure(failure, '2099-01-14');
  const over = filed(closeFailure(open, '2099-01-20'), 1);

  test('says so and closes its issue', () => {
    const plan = planIssues([over], [issue(1, [open])], options);
    expect(plan).toMatchObject([{ kind: 'close', body: expect.stringMatching(/^It could be read again on 2099-01-20\./) }]);
  });
  test('does not say so twice', () => {
    const said = planIssues([over], [issue(1, [open])], options)[0];
    const comments = [said?.kind === 'close' ? said.body : ''];
    expect(planIssues([over], [issue(1, [open], { comments })], options)).toMatchObject([{ kind: 'close', body: '' }]);
    expect(kinds([over], [issue(1, [open], { comments, state: 'closed' })])).toEqual([]);
  });
  test('is not filed when it never was', () => {
    expect(kinds([{ ...over, issue: null }], [])).toEqual([]);
  });
  test('and comes back, opens a new issue', () => {
    const again = reportFailure(failure, '2099-02-01');
    expect(kinds([over, again], [issue(1, [open])])).toEqual([`close ${over.key}`, `create ${again.key}`]);
  });
});

test('the order of reports does not change the plan', () => {
  const reports = [...many(5), ...many(3, { watcher: 'a-pages', date: '2099-01-13' }), report('t', { thread: 'k02' })];
  fc.assert(
    fc.property(fc.shuffledSubarray(reports, { minLength: reports.length }), (shuffled) => {
      expect(planIssues(shuffled, [], options)).toEqual(planIssues(reports, [], options));
    }),
  );
});

describe('the dashboard', () => {
  const source = { source: 'council-documents', title: 'A | B', state: 'works', entries: 3, lastFinding: null, failure: null };
  const facts = { sources: [source], promises: [{ what: 'a yearly report @someone', actors: ['Commission'], due: '2099' }] };
  const body = dashboardBody(facts);

  test('is made once, kept up to date in place, and left alone when nothing changed or a person closed it', () => {
    const made = issue(1, [], { body });
    const changed = dashboardBody({ ...facts, sources: [{ ...source, entries: 4 }] });
    expect(planIssues([], [], { ...options, dashboard: body })).toMatchObject([
      { kind: 'create', title: 'Pactwatch: state of the sources' },
    ]);
    expect(kinds([], [made], { dashboard: body })).toEqual([]);
    expect(planIssues([], [made], { ...options, dashboard: changed })).toMatchObject([{ kind: 'update', body: changed }]);
    expect(kinds([], [{ ...made, state: 'closed' }], { dashboard: changed })).toEqual([]);
  });
  test('tells each source in a row', () => {
    const failed = { ...source, state: 'blocked', failure: { title: 'cannot be read', issue: 'https://github.example/o/r/issues/7' } };
    expect(dashboardBody({ sources: [failed], promises: [] })).toContain(
      '| **council-documents**: A \\| B | blocked | 3 | – | [cannot be read](https://github.example/o/r/issues/7) |',
    );
    expect(body).toContain('| 2099 | Commission | a yearly report @&ZeroWidthSpace;someone |');
  });
});
