import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addDays, daysBetween } from '../../pipeline/calendar.ts';
import {
  type Answer,
  type Item,
  listOf,
  listPage,
  openDesk,
  plain,
  REAL,
  ROWS,
  type Site,
  startSite,
  watcherOf,
} from '../support/lists.ts';

const [DAY1, DAY2, DAY3] = ['2026-09-02', '2026-09-03', '2026-09-04'] as const;
const SIZE = 4;
let site: Site;
let items: Item[];

beforeEach(async () => {
  site = await startSite();
  items = plain(30, '2026-09-01');
});
afterEach(() => site.close());

const about = (count: number): Item[] =>
  Array.from({ length: count }, (_, i) => ({ slug: `boats-${i}`, title: `Paper ${i} on migrant smuggling`, date: DAY2 }));

describe('a list in pages', () => {
  const list = listOf({ url: ({ page }) => `${REAL}/news?page=${page}`, expect: 3, paging: { first: 1, size: SIZE, most: 3 } });
  const serve = (past: Answer | string = listPage([])) =>
    site.at.set('/news', ({ searchParams }) => {
      const page = Number(searchParams.get('page'));
      const rows = items.slice((page - 1) * SIZE, page * SIZE);
      return rows.length === 0 ? past : listPage(rows);
    });
  const started = async () => {
    serve();
    const desk = await openDesk(site, [watcherOf({ lists: [list] })]);
    await desk.run(DAY1);
    site.asked.length = 0;
    return desk;
  };

  it('is asked for its first page, and for more only until something known comes', async () => {
    const desk = await started();
    items.unshift(...about(2));
    expect(await desk.found(DAY2)).toHaveLength(2);
    expect(site.asked).toEqual(['/news?page=1']);
    items.unshift(...about(7).map((item) => ({ ...item, slug: `more-${item.slug}` })));
    site.asked.length = 0;
    expect(await desk.found(DAY3)).toHaveLength(7);
    expect(site.asked).toEqual(['/news?page=1', '/news?page=2']);
  });

  it('that has more news than it is asked for says that it was cut off, and tells what it gave', async () => {
    const desk = await started();
    items.unshift(...about(14));
    const { findings, failures } = await desk.run(DAY2);
    expect(findings).toHaveLength(12);
    expect(failures).toMatchObject([{ code: 'cut-off', entry: null }]);
    expect((await desk.run(DAY3)).failures).toEqual([]);
  });

  it('that gives fewer rows a page than it is asked for, and counts them, is read to its end', async () => {
    const short = listOf({ ...list, paging: { first: 1, size: 100, most: 9 }, window: { days: 30 }, read: { ...ROWS, total: ['.total'] } });
    const desk = await openDesk(site, [watcherOf({ lists: [short] })]);
    site.at.set('/news', ({ searchParams }) => {
      const page = Number(searchParams.get('page'));
      const rows = items.slice(0, 10).slice((page - 1) * SIZE, page * SIZE);
      return listPage(rows).replace('<main>', '<main><p class="total">10</p>');
    });
    await desk.run(DAY1);
    expect(site.asked).toEqual(['/news?page=1', '/news?page=2', '/news?page=3']);
  });

  it('without dates is read some way down at the first look: what comes up later is not new', async () => {
    const undated = (all: readonly Item[]): Item[] => all.map(({ slug, title }) => ({ slug, title }));
    items = undated([...plain(5, '2026-09-01'), ...about(1), ...plain(10, '2026-08-01')]);
    serve();
    const desk = await openDesk(site, [watcherOf({ lists: [{ ...list, dated: false }] })]);
    await desk.run(DAY1);
    expect(site.asked).toEqual(['/news?page=1', '/news?page=2', '/news?page=3']);
    items.splice(1, 2);
    expect(await desk.found(DAY2)).toEqual([]);
    expect(site.asked.slice(3)).toEqual(['/news?page=1']);
  });

  it('has its later pages where its first was read', async () => {
    const other = listOf({ ...list, name: 'other', url: ({ page }) => `${REAL}/other?page=${page}` });
    const desk = await openDesk(site, [watcherOf({ lists: [{ ...list, otherwise: other }] })]);
    site.at.set('/other', ({ searchParams }) => {
      const page = Number(searchParams.get('page'));
      return listPage(items.slice((page - 1) * SIZE, page * SIZE));
    });
    await desk.run(DAY1);
    items.unshift(...about(7));
    site.asked.length = 0;
    expect(await desk.found(DAY2)).toHaveLength(7);
    expect(site.asked).toEqual(['/news?page=1', '/other?page=1', '/other?page=2']);
  });

  it.each<[string, number, Answer | string]>([
    ['fewer rows than a page', 6, listPage([])],
    ['404', 8, { status: 404, body: '<title>Page not found</title>' }],
    ['a page without rows', 8, '<html><body><p>nothing</p></body></html>'],
    ['its first page again', 8, listPage(about(SIZE))],
  ])('ends with %s', async (_, count, past) => {
    const desk = await started();
    items = about(count);
    serve(past);
    const { findings, failures } = await desk.run(DAY2);
    expect(failures).toEqual([]);
    expect(findings).toHaveLength(count);
  });

  it.each<[string, Answer | string]>([
    ['a challenge', { status: 403, body: '<title>Just a moment...</title>' }],
    ['maintenance', '<title>Site under maintenance</title><h1>Site under maintenance</h1>'],
    ['half a page', listPage(about(8).slice(SIZE)).slice(0, 300)],
  ])('does not end with %s: that is a failure, and the next run tells all of it', async (_, trouble) => {
    const desk = await started();
    items.unshift(...about(7));
    site.at.set('/news?page=2', trouble);
    expect(await desk.run(DAY2)).toMatchObject({ findings: [], failures: [{ entry: null }] });
    site.at.delete('/news?page=2');
    expect(await desk.found(DAY3)).toHaveLength(7);
  });
});

describe('a search by days', () => {
  const MOST = 2;
  const list = listOf({
    url: ({ page, from, to }) => `${REAL}/search?from=${from}&to=${to}&page=${page}`,
    read: { ...ROWS, total: ['.total'] },
    expect: 0,
    dated: true,
    window: { days: 7 },
    paging: { first: 1, size: SIZE, most: MOST },
  });
  let windows: string[];

  beforeEach(() => {
    windows = [];
    site.at.set('/search', ({ searchParams }) => {
      const [from, to, page] = ['from', 'to', 'page'].map((name) => searchParams.get(name) ?? '') as [string, string, string];
      windows.push(`${daysBetween(from, to)}`);
      const hits = items.filter(({ date = '' }) => date >= from && date <= to);
      const rows = hits.slice((Number(page) - 1) * SIZE, Number(page) * SIZE);
      return listPage(rows).replace('<main>', `<main><p class="total">${hits.length} results</p>`);
    });
  });
  const started = async () => {
    const desk = await openDesk(site, [watcherOf({ lists: [list] })]);
    items = [];
    await desk.run(DAY1);
    windows = [];
    return desk;
  };

  it('that has more hits than it gives is asked in halves, and nothing is missed', async () => {
    const desk = await started();
    items = about(20).map((item, i) => ({ ...item, date: addDays(DAY3, -(i % 5)) }));
    const { findings, failures } = await desk.run(DAY3);
    expect(failures).toEqual([]);
    expect(findings).toHaveLength(20);
    expect(Math.min(...windows.map(Number))).toBeLessThan(7);
  });

  it('that has more hits on one day than it gives is cut off, and keeps its rows', async () => {
    const desk = await started();
    items = about(11);
    const { findings, failures } = await desk.run(DAY2);
    expect(findings).toHaveLength(SIZE * MOST);
    expect(failures).toMatchObject([{ code: 'cut-off' }]);
  });

  it('that has none is quiet', async () => {
    const desk = await started();
    expect(await desk.run(DAY2)).toMatchObject({ findings: [], failures: [] });
    expect(windows).toHaveLength(1);
  });
});
