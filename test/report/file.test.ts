import fc from 'fast-check';
import { expect, test } from 'vitest';
import { StoreError } from '../../pipeline/errors.ts';
import { parseReport, renderReport, reportPath, safeKey } from '../../pipeline/report/file.ts';
import { reportFinding } from '../../pipeline/report/report.ts';
import type { Report } from '../../pipeline/types.ts';
import { context, finding, report } from './samples.ts';

const words = fc.string({ unit: 'grapheme' });
const reports: fc.Arbitrary<Report> = fc.record({
  key: words.map(safeKey),
  watcher: fc.constantFrom('council-documents', 'agency-pages'),
  kind: fc.constantFrom('new-document', 'failure', 'baseline'),
  title: words,
  labels: fc.array(words),
  thread: words,
  date: fc.constantFrom('2099-01-14', '2099-12-31'),
  state: fc.constantFrom('open', 'closed'),
  issue: fc.option(fc.constant('https://github.example/o/r/issues/1'), { nil: null }),
  body: words,
});

test('a report comes back from its file as it was', () => {
  fc.assert(
    fc.property(reports, (r) => {
      expect(parseReport(reportPath(r), renderReport(r))).toEqual(r);
    }),
  );
});

test('the file is front matter and the body as people read it', () => {
  expect(renderReport(report('k1', { body: 'One sentence.\n' }))).toBe(`---
title: Title of k1
labels:
  - pactwatch
  - "watcher: council-documents"
key: k1
watcher: council-documents
kind: new-document
thread: k1
date: 2099-01-14
state: open
issue: null
---

One sentence.
`);
});

test.each([
  ['no front matter', 'Just words.'],
  ['front matter that is no YAML', '---\ntitle: [\n---\n\nx\n'],
  ['a state that is unknown', renderReport(report('k1')).replace('state: open', 'state: ajar')],
  ['a kind that is unknown', renderReport(report('k1')).replace('kind: new-document', 'kind: constructor')],
  ['no issue line', renderReport(report('k1')).replace('issue: null\n', '')],
  ['a key that leaves the folder', renderReport(report('k1')).replace('key: k1', 'key: ../k1')],
])('a file with %s is an error that names it and its remedy', (_, source) => {
  expect(() => parseReport('reports/w/k1.md', source)).toThrow(StoreError);
  expect(() => parseReport('reports/w/k1.md', source)).toThrow(/reports\/w\/k1\.md is damaged/);
});

test('keys are file names inside their folder, and different ones stay different', () => {
  fc.assert(
    fc.property(fc.oneof(words, fc.constantFrom('..', '.', '', '../../etc/passwd', 'a/b', '.git', 'x'.repeat(500))), (key) => {
      expect(safeKey(key)).toMatch(/^[A-Za-z0-9_][A-Za-z0-9._-]{0,119}$/);
      expect(safeKey(safeKey(key))).toBe(safeKey(key));
    }),
  );
  expect(safeKey('new-version-ST-90003-2099-REV-1')).toBe('new-version-ST-90003-2099-REV-1');
  expect(safeKey('a/b')).not.toBe(safeKey('a:b'));
  const outside = reportFinding({ ...finding('access'), key: '../../x' }, context);
  expect(outside.key).toMatch(/^x-[0-9a-f]{8}$/);
  expect(reportPath(outside)).toBe(`reports/council-documents/${outside.key}.md`);
});
