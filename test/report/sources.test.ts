import { describe, expect, it } from 'vitest';
import { parseReport, renderReport, reportPath } from '../../pipeline/report/file.ts';
import {
  type FirstLook,
  reportFirstLook,
  reportSchedule,
  reportSilence,
  reportUnearthed,
  unearthedRow,
} from '../../pipeline/report/sources.ts';
import type { Entry } from '../../pipeline/types.ts';

const entry = (id: string, over: Partial<Entry> = {}): Entry => ({
  id,
  kind: 'page',
  title: `Title of ${id}`,
  url: `https://agency.example/${id}`,
  date: '2026-09-01',
  access: 'unknown',
  firstSeen: '2026-09-02',
  sha256: null,
  textSha256: null,
  reference: null,
  language: 'en',
  extractor: null,
  missing: [],
  translations: [],
  ...over,
});
const look = (watcher: string, over: Partial<FirstLook> = {}): FirstLook => ({
  watcher,
  title: `Source ${watcher}`,
  isPage: false,
  entries: 12,
  followed: [],
  ...over,
});
const HOSTILE = '@everyone closes #1 ![x](http://a.b/c) <script>\n## Fake';

describe('the first looks of a day', () => {
  const report = reportFirstLook('2026-09-02', [
    look('b-news', { followed: [entry('boats', { textSha256: 'abc' }), entry('piers', { date: null })] }),
    look('a-page', { isPage: true, entries: 1 }),
  ]);

  it('are one report about all sources, with what concerns the corpus and links to its texts', () => {
    expect(reportPath(report)).toBe('reports/sources/baseline-2026-09-02.md');
    expect(report).toMatchObject({ kind: 'baseline', state: 'open', issue: null, title: 'First look at 2 sources recorded on 2026-09-02' });
    expect(report.body).toContain('| **b-news**: Source b-news | 12 | 2 |');
    expect(report.body).toContain('- Title of boats (b-news, 2026-09-01, [text](../../snapshots/b-news/texts/boats.en.md))');
    expect(report.body).toContain('- Title of piers (b-news)');
    expect(report.body).not.toContain('a-page');
  });

  it('are the same whatever the order, and read back as they were written', () => {
    const looks = [look('a'), look('b'), look('c')];
    const one = renderReport(reportFirstLook('2026-09-02', looks));
    expect(renderReport(reportFirstLook('2026-09-02', looks.toReversed()))).toBe(one);
    expect(renderReport(parseReport('x', one))).toBe(one);
  });

  it('leave out what there is not', () => {
    const { body, title } = reportFirstLook('2026-09-02', [look('a-page', { isPage: true })]);
    expect(title).toContain('1 source ');
    expect(body).not.toContain('##');
  });
});

it('a walk is summed up line by line, a further one where the first was filed', () => {
  const rows = [
    unearthedRow(entry('boats'), [{ kind: 'words', tracked: 'interests', evidence: 'title: "smuggling"' }]),
    unearthedRow(entry('piers', { date: null, url: '' }), []),
  ];
  const facts = { watcher: 'a-news', title: 'News', since: '2023-10-01', date: '2026-09-02', rows } as const;
  const first = reportUnearthed({ ...facts, number: 1 });
  expect(reportPath(first)).toBe('reports/a-news/baseline-archive-2023-10-01.md');
  expect(reportPath(reportUnearthed({ ...facts, number: 2 }))).toBe('reports/a-news/baseline-archive-2023-10-01-2.md');
  expect(first.title).toContain('2 entries of interest');
  expect(first.body).toMatch(
    /^- Title of boats \(2026-09-01\); title: .*smuggling.*; \[agency\.example\/boats\]\(https:\/\/agency\.example\/boats\)$/m,
  );
  expect(first.body).toMatch(/^- Title of piers$/m);
});

it('a silence is told in words that do not change from day to day', () => {
  const silence = {
    watcher: 'a-news',
    title: 'News',
    key: 'silence-2026-09-01',
    rhythm: { last: '2026-09-01', longest: 1 },
    since: '2026-09-09',
  } as const;
  const report = reportSilence({ ...silence, date: '2026-09-10' });
  expect(report.title).toBe('a-news: silent since 2026-09-01, longer than ever before');
  expect(report.body).toContain('Its longest pause before was 1 day; since 2026-09-09 this one is longer.');
  expect(reportSilence({ ...silence, date: '2026-12-01' }).body).toBe(report.body);
});

it('a schedule that would be switched off is told once for one last commit', () => {
  const report = reportSchedule('2026-07-01', '2026-08-20');
  expect(reportPath(report)).toBe('reports/sources/schedule-2026-07-01.md');
  expect(reportPath(reportSchedule('2026-07-01', '2026-08-25'))).toBe(reportPath(report));
  expect(report).toMatchObject({ kind: 'notice', title: expect.stringContaining('2026-07-01') });
});

it.each([
  ['a first look', reportFirstLook('2026-09-02', [look('a', { title: HOSTILE, followed: [entry('x', { title: HOSTILE })] })])],
  [
    'a walk',
    reportUnearthed({
      watcher: 'a',
      title: HOSTILE,
      since: '2023-10-01',
      number: 1,
      date: '2026-09-02',
      rows: [unearthedRow(entry('x', { title: HOSTILE, url: `https://a.example/${HOSTILE}` }), [])],
    }),
  ],
  [
    'a silence',
    reportSilence({
      watcher: 'a',
      title: HOSTILE,
      key: 'silence-x',
      rhythm: { last: '2026-09-01', longest: 9 },
      since: '2026-09-11',
      date: '2026-09-12',
    }),
  ],
])('%s calls nobody, links no issue and opens no heading, whatever a source is called', (_, { body, title }) => {
  expect(body).not.toMatch(/(?<!\\)@everyone|(?<![\\\w])#1\b|<script|^## Fake|!\[x\]/m);
  expect(title).not.toMatch(/@everyone|#1|</);
});
