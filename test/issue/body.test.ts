import { expect, test } from 'vitest';
import { issueBody } from '../../pipeline/issue/body.ts';
import { readMarker } from '../../pipeline/issue/marker.ts';
import { reportFinding } from '../../pipeline/report/report.ts';
import type { Change, Hunk, Weight } from '../../pipeline/types.ts';
import { context, diff, entry, finding, report, revision, text } from '../report/samples.ts';

const FILES = 'https://github.example/o/r/blob/main';

test('an issue says what its report says, with links that work there and the marker at its end', () => {
  const k1 = report('k1', { thread: 'ST-90003-2099' });
  expect(issueBody([k1], FILES)).toBe(`**k1** was seen for the first time.

## Where to look

- Report: [here](${FILES}/reports/council-documents/k1.md)

<!-- pactwatch keys="council-documents/k1" thread="ST-90003-2099" body="4ece6b5817127b2a" -->
`);
  expect(issueBody([k1], null)).toContain('[here](reports/council-documents/k1.md)');
});

test('links are made for links of ours only', () => {
  const parts = [{ kind: 'insert', text: 'see [here](../../evil) and \\](../../evil)' }] as const;
  const hunk = { ...(diff.hunks[0] as Hunk), parts };
  const hostile = reportFinding(finding('replaced', { newText: text([]) }, { diff: { ...diff, hunks: [hunk] } }), context);
  expect(issueBody([hostile], FILES)).not.toContain(`${FILES}/evil`);
});

const place = (n: number, weight: Weight = 1): Hunk => ({
  kind: 'replace',
  weight,
  aspects: ['wording'],
  place: null,
  why: 'wording',
  old: 'a',
  new: 'b',
  oldPage: n,
  newPage: n,
  parts: [
    { kind: 'delete', text: `old words number ${n} `.repeat(20) },
    { kind: 'insert', text: `new words number ${n} `.repeat(20) },
  ],
});

const reportOf = (hunks: readonly Hunk[], change: Partial<Change> = {}) =>
  reportFinding(
    finding('new-version', { entry: revision, previous: entry(), newText: text([]), ...change }, { diff: { ...diff, hunks } }),
    context,
  );

const expectFoldsClosed = (body: string): void => {
  let open = 0;
  for (const line of body.split('\n')) {
    if (line === '<details>') open += 1;
    if (line === '</details>') open -= 1;
    expect([0, 1]).toContain(open);
    if (line.startsWith('## ')) expect(open).toBe(0);
  }
  expect(open).toBe(0);
};

test('a change too long for GitHub is cut between places, and says so', () => {
  const report = reportOf(Array.from({ length: 500 }, (_, i) => place(i + 1)));
  expect(report.body.length).toBeGreaterThan(300_000);
  const body = issueBody([report], FILES);
  expect(body.length).toBeLessThan(65_536);
  expect(body.length).toBeGreaterThan(60_000);
  expect(body).toContain('\n\n</details>\n\nThe rest is in the report.\n\n## Where to look');
  expect(body).toContain('## For the reviewer');
  expect(readMarker(body)?.keys).toEqual([`council-documents/${report.key}`]);
  const lines = body.split('\n').filter((line) => line.startsWith('- p. '));
  expect(lines.length).toBeGreaterThan(50);
  for (const line of lines) expect(report.body).toContain(`${line}\n`);
  expect(issueBody([report, { ...report, key: 'other' }], FILES).length).toBeLessThan(65_536);
});

test('every fold that is opened is closed, wherever the cut falls', () => {
  for (let weighty = 55; weighty < 90; weighty += 1) {
    const hunks = Array.from({ length: 120 }, (_, i) => place(i + 1, i < weighty ? 1 : 0));
    const body = issueBody([reportOf(hunks)], FILES);
    expect(body.length).toBeLessThan(65_536);
    expectFoldsClosed(body);
    expect(body).toContain('The rest is in the report.');
    // A fold with nothing in it is not there.
    expect(body).not.toMatch(/<\/summary>\s*<\/details>/);
  }
});

test('where one section is not enough, the next one is cut too', () => {
  const members = Array.from({ length: 900 }, (_, i) => ({ watcher: 'agency', entry: entry({ title: `Page ${i}` }) }));
  const report = reportOf(
    Array.from({ length: 300 }, (_, i) => place(i + 1)),
    { members },
  );
  const body = issueBody([report], FILES);
  expect(report.body.split('\n## ').filter((section) => section.length > 65_536)).toHaveLength(2);
  expect(body.length).toBeLessThan(65_536);
  expectFoldsClosed(body);
  expect(body).toContain('## The change');
  expect(body).toContain('## For the reviewer');
});
