import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { article, type Item, listOf, listPage, openDesk, plain, REAL, ROWS, type Site, startSite, watcherOf } from '../support/lists.ts';

const [DAY1, DAY2, DAY3] = ['2026-09-02', '2026-09-03', '2026-09-04'] as const;
const ROWS_OF_DAY1 = plain(6);
const boats: Item = { slug: 'boats-90001', title: 'New unit against migrant smuggling', date: DAY2 };
const NOW = [boats, ...ROWS_OF_DAY1];
let site: Site;

beforeEach(async () => {
  site = await startSite();
  site.at.set('/news', listPage(ROWS_OF_DAY1));
});
afterEach(() => site.close());

const about = (item: Item): Item => ({ ...item, title: `${item.title}: migrant smuggling` });

describe('a list that is not what it was', () => {
  it.each<[string, string]>([
    ['has fewer rows than expected', listPage([about(boats)])],
    ['has no rows', listPage([])],
    ['lost its titles', listPage(NOW.map((item) => ({ ...item, title: '' })))],
    ['lost its links', listPage(NOW).replaceAll('href', 'data-href')],
    ['lost its dates', listPage(NOW.map(({ date, ...item }) => item))],
    ['has the same title in every row', listPage(NOW.map((item) => ({ ...item, title: 'Migrant smuggling' })))],
    ['leads elsewhere with every row', listPage(NOW).replaceAll('/news/', '/menu/')],
    ['has other ids for the same titles', listPage(NOW.map((item) => ({ ...item, slug: `node-${item.slug}` })))],
    [
      'has other ids and other titles for old days',
      listPage(ROWS_OF_DAY1.map((item) => about({ ...item, slug: `node-${item.slug}`, date: '2026-08-01' }))),
    ],
    ['breaks off', listPage(NOW).slice(0, -60)],
    ['is another page', article('Welcome', 'We made our site new.')],
    ['says that it is not there', '<title>Page not found</title><h1>Page not found</h1>'],
  ])('%s: a failure by name, nothing told, the snapshot the same; and it recovers by itself', async (_, broken) => {
    const desk = await openDesk(site, [watcherOf()]);
    await desk.run(DAY1);
    const { 'snapshots/agency-news/entries.json': before } = await desk.files();
    site.at.set('/news', broken);
    const summary = await desk.run(DAY2);
    expect(summary).toMatchObject({
      findings: [],
      failures: [{ code: 'layout-changed', watcher: 'agency-news', entry: null }],
      watchers: [{ outcome: 'failed', error: { code: 'layout-changed' } }],
    });
    const files = await desk.files();
    expect(files['snapshots/agency-news/entries.json']).toBe(before);
    await desk.run(DAY2);
    await desk.run(DAY3);
    expect(await desk.files()).toEqual(files);
    expect(await desk.report('failure-')).toContain('what was known');
    site.at.set('/news', listPage(NOW));
    expect(await desk.run('2026-09-05')).toMatchObject({ failures: [], findings: [{ kind: 'new-document', entry: 'news.boats-90001' }] });
    expect(await desk.report('failure-')).toContain('state: closed');
  });

  it('is taken for right when somebody says so, and what is new after that is told', async () => {
    const desk = await openDesk(site, [watcherOf()]);
    await desk.run(DAY1);
    const rebuilt = ROWS_OF_DAY1.map((item) => about({ ...item, slug: `node-${item.slug}` }));
    site.at.set('/news', listPage(rebuilt.map((item, i) => ({ ...item, title: ROWS_OF_DAY1[i]?.title ?? '' }))));
    expect((await desk.run(DAY2)).failures).toHaveLength(1);
    expect(await desk.run(DAY2, { accept: true })).toMatchObject({ findings: [], failures: [] });
    site.at.set('/news', listPage([boats, ...rebuilt.map((item, i) => ({ ...item, title: ROWS_OF_DAY1[i]?.title ?? '' }))]));
    expect(await desk.found(DAY3)).toEqual(['new-document news.boats-90001']);
  });

  it('is none when it is news after a long pause: every row unknown, and younger', async () => {
    const desk = await openDesk(site, [watcherOf()]);
    await desk.run(DAY1);
    site.at.set('/news', listPage(plain(6, '2027-02-01').map(about)));
    expect((await desk.run('2027-02-02')).failures).toEqual([]);
  });
});

describe('a search that may have no rows', () => {
  const search = watcherOf({ lists: [listOf({ expect: 0 })] });
  it.each<[string, string, string[]]>([
    ['and says so by what stays on its page', listPage([]), []],
    ['and says nothing', article('Welcome', 'We made our site new.'), ['layout-changed']],
  ])('%s', async (_, page, expected) => {
    const desk = await openDesk(site, [search]);
    await desk.run(DAY1);
    site.at.set('/news', page);
    expect((await desk.run(DAY2)).failures.map(({ code }) => code)).toEqual(expected);
  });
});

it('rows are found by the next selector when the first fits nothing', async () => {
  const read = { ...ROWS, rows: ['.teaser', '.row'], title: ['.headline', 'h3'] };
  const desk = await openDesk(site, [watcherOf({ lists: [listOf({ url: `${REAL}/news`, read })] })]);
  await desk.run(DAY1);
  site.at.set('/news', listPage(NOW));
  expect(await desk.found(DAY2)).toEqual(['new-document news.boats-90001']);
});
