import { expect, test } from 'vitest';
import { issueBody } from '../../pipeline/issue/body.ts';
import { readMarker } from '../../pipeline/issue/marker.ts';
import { reportFinding } from '../../pipeline/report/report.ts';
import type { Hunk } from '../../pipeline/types.ts';
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

const place = (n: number): Hunk => ({
  kind: 'replace',
  weight: 1,
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

test('a change too long for GitHub is cut between places, and says so', () => {
  const hunks = Array.from({ length: 500 }, (_, i) => place(i + 1));
  const change = { entry: revision, previous: entry(), newText: text([]) };
  const report = reportFinding(finding('new-version', change, { diff: { ...diff, hunks } }), context);
  expect(report.body.length).toBeGreaterThan(300_000);
  const body = issueBody([report], FILES);
  expect(body.length).toBeLessThan(65_536);
  expect(body.length).toBeGreaterThan(60_000);
  expect(body).toContain('\n\n</details>\n\nThe rest is in the report.\n\n## Where to look');
  expect(body).toContain('## For the reviewer');
  expect(readMarker(body)?.keys).toEqual([`council-documents/${report.key}`]);
  const lines = body.split('\n').filter((line) => line.startsWith('- p. '));
  for (const line of lines) expect(report.body).toContain(`${line}\n`);
  expect(issueBody([report, { ...report, key: 'other' }], FILES).length).toBeLessThan(65_536);
});
