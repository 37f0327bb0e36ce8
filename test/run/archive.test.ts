import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addDays } from '../../pipeline/calendar.ts';
import { type Desk, type Item, listOf, listPage, openDesk, plain, REAL, type Site, startSite, watcherOf } from '../support/lists.ts';

const [DAY1, DAY2, DAY3] = ['2026-09-02', '2026-09-03', '2026-09-04'] as const;
const SINCE = '2026-07-20';
const SIZE = 5;
let site: Site;
let items: Item[];

/** Forty ordinary days, three of which concern somebody. */
const archive = (): Item[] => {
  const all = plain(40, '2026-09-01');
  for (const at of [7, 18, 33])
    all[at] = { slug: `boats-${at}`, title: `Paper ${at} on migrant smuggling`, date: addDays('2026-09-01', -at) };
  return all;
};

beforeEach(async () => {
  site = await startSite();
  items = archive();
});
afterEach(() => site.close());

const inPages = listOf({ url: ({ page }) => `${REAL}/news?page=${page}`, paging: { first: 0, size: SIZE, most: 4 } });
const inWindows = listOf({ url: ({ from, to }) => `${REAL}/search?from=${from}&to=${to}`, expect: 0, window: { days: 3 } });

const servePages = (past: (page: number) => string = () => listPage([])) =>
  site.at.set('/news', ({ searchParams }) => {
    const page = Number(searchParams.get('page'));
    const rows = items.slice(page * SIZE, (page + 1) * SIZE);
    return rows.length === 0 ? past(page) : listPage(rows);
  });
const serveWindows = () =>
  site.at.set('/search', ({ searchParams }) => {
    const [from, to] = [searchParams.get('from') ?? '', searchParams.get('to') ?? ''];
    return listPage(items.filter(({ date = '' }) => date >= from && date <= to));
  });

const lists = async (desk: Desk) => JSON.parse(await readFile(join(desk.root, 'snapshots/agency-news/lists.json'), 'utf8'));
const summary = (desk: Desk) => desk.report('baseline-archive');

describe.each([
  ['pages', inPages, () => servePages()],
  ['windows', inWindows, serveWindows],
] as const)('an archive in %s', (_, list, serve) => {
  const open = (settings = {}) => openDesk(site, [watcherOf({ lists: [list] })], { settings });

  it('is walked back to the day, tells nothing singly, and is summed up in one report', async () => {
    serve();
    const desk = await open();
    await desk.run(DAY1);
    expect(await desk.found(DAY2, { since: SINCE })).toEqual([]);
    expect((await desk.entries()).map(({ date }) => date).sort()[0]).toBe(addDays('2026-09-01', -39));
    const report = await summary(desk);
    for (const at of [7, 18, 33]) expect(report).toContain(`Paper ${at} on migrant smuggling (${addDays('2026-09-01', -at)})`);
    expect(report).toContain('3 entries of interest in its archive since 2026-07-20');
    expect(report).not.toContain('Ordinary');
    const files = await desk.files();
    site.asked.length = 0;
    expect(await desk.found(DAY3, { since: SINCE })).toEqual([]);
    expect(site.asked).toHaveLength(1);
    expect(await desk.files()).toEqual(files);
  });

  it('goes on where the budget ended, and the report grows', async () => {
    serve();
    const desk = await open({ manners: { budget: 4 } });
    await desk.run(DAY1);
    const titles = new Set<string>();
    for (const day of [3, 4, 5, 6, 7, 8, 9, 10]) {
      const { failures, findings } = await desk.run(`2026-09-${String(day).padStart(2, '0')}`, { since: SINCE });
      expect([...failures, ...findings]).toEqual([]);
      const report = await summary(desk).catch(() => '');
      for (const title of titles) expect(report).toContain(title);
      for (const [title] of report.matchAll(/Paper \d+ on/g)) titles.add(title);
    }
    expect([...titles].sort()).toEqual(['Paper 18 on', 'Paper 33 on', 'Paper 7 on']);
    expect(new Set((await desk.entries()).map(({ id }) => id)).size).toBe(40);
    expect((await desk.reports()).filter((name) => name.startsWith('baseline'))).toHaveLength(1);
    expect((await lists(desk)).walked).toEqual({ news: { since: SINCE, at: SINCE } });
  });

  it('walked once is walked further back when somebody asks', async () => {
    serve();
    const desk = await open();
    await desk.run(DAY1);
    await desk.run(DAY2, { since: '2026-08-20' });
    expect(await summary(desk)).not.toContain('Paper 18');
    await desk.run(DAY2, { since: SINCE });
    expect((await desk.reports()).sort()).toEqual(['baseline-archive-2026-07-20.md', 'baseline-archive-2026-08-20.md']);
    expect(await desk.report('baseline-archive-2026-07-20')).toContain('Paper 33');
  });
});

it('what is found after the summary was filed comes in a further one', async () => {
  servePages();
  const desk = await openDesk(site, [watcherOf({ lists: [inPages] })], { settings: { manners: { budget: 5 } } });
  await desk.run(DAY1);
  await desk.run(DAY2, { since: SINCE });
  const path = join(desk.root, 'reports/agency-news/baseline-archive-2026-07-20.md');
  await writeFile(path, (await readFile(path, 'utf8')).replace('issue: null', 'issue: https://example.org/1'));
  const filed = await readFile(path, 'utf8');
  await desk.run(DAY3, { since: SINCE });
  await desk.run(DAY3, { since: SINCE });
  expect(await readFile(path, 'utf8')).toBe(filed);
  const further = await desk.report('baseline-archive-2026-07-20-2');
  expect(further).toContain('Paper 33');
  expect(further).not.toContain('Paper 7 ');
});

it.each<[string, (page: number) => string]>([
  ['its last page', () => listPage(archive().slice(-SIZE))],
  ['its first page', () => listPage(archive().slice(0, SIZE))],
  ['a page without rows', () => '<html><body><p>No results</p></body></html>'],
])('an archive that gives %s past its end is walked to that', async (_, past) => {
  servePages(past);
  const desk = await openDesk(site, [watcherOf({ lists: [inPages] })]);
  await desk.run(DAY1);
  expect(await desk.run(DAY2, { since: '2020-01-01' })).toMatchObject({ findings: [], failures: [] });
  expect((await lists(desk)).walked).toEqual({ news: { since: '2020-01-01', at: '2020-01-01' } });
  expect(site.asked.length).toBeLessThan(14);
});
