import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addDays } from '../../pipeline/calendar.ts';
import type { ListingWatcher, RunSummary } from '../../pipeline/types.ts';
import {
  article,
  type Desk,
  type Item,
  listOf,
  listPage,
  openDesk,
  plain,
  REAL,
  type Site,
  startSite,
  watcherOf,
} from '../support/lists.ts';

const DAY0 = '2026-09-02';
const DAY1 = '2026-09-03';
const on = (days: number): string => addDays(DAY1, days);
const boats: Item = { slug: 'boats-90001', title: 'New unit against migrant smuggling', date: DAY1 };
const ID = 'news.boats-90001';
const PAGE = '/news/boats-90001';
const FILLER = 'The agency says that it counted boats, piers, lanterns and harbours for a whole year and wrote down what it saw there. ';
const text = (...more: readonly string[]) => article(boats.title, FILLER.repeat(3), ...more);
let site: Site;

beforeEach(async () => {
  site = await startSite();
  site.at.set('/news', listPage(plain(4)));
});
afterEach(() => site.close());

const codes = ({ failures }: RunSummary) => failures.map(({ code, entry }) => `${code} ${entry}`);
const kinds = ({ findings }: RunSummary) => findings.map(({ kind, entry }) => `${kind} ${entry}`);

describe('the text behind a told row', () => {
  const reading = watcherOf({ detail: { select: ['article'], remove: [] } });
  const started = async (watcher: ListingWatcher = reading): Promise<Desk> => {
    const desk = await openDesk(site, [watcher]);
    await desk.run(DAY0);
    site.at.set('/news', listPage([boats, ...plain(4)]));
    site.at.set(PAGE, text('Twelve ports shall take part.'));
    expect(kinds(await desk.run(DAY1))).toEqual([`new-document ${ID}`]);
    return desk;
  };

  it('is kept and quoted; that of a row that is passed over is not asked for', async () => {
    const desk = await started();
    const files = await desk.files();
    expect(files[`snapshots/agency-news/texts/${ID}.en.md`]).toContain('Twelve ports shall take part.');
    expect(await desk.report('new-document')).toContain('The agency says that it counted boats');
    expect(site.asked.filter((path) => path.startsWith('/news/'))).toEqual([PAGE]);
  });

  it('is looked at again after 1, 2, 4 and 8 days, and a correction is told on that day with its words', async () => {
    const desk = await started();
    site.asked.length = 0;
    const asked: number[] = [];
    for (let day = 1; day <= 16; day += 1) {
      await desk.run(on(day));
      if (site.asked.includes(PAGE)) asked.push(day);
      site.asked.length = 0;
    }
    expect(asked).toEqual([1, 3, 7, 15]);
    site.at.set(PAGE, text('Twelve ports may take part.'));
    expect(kinds(await desk.run(on(20)))).toEqual([]);
    expect(kinds(await desk.run(on(31)))).toEqual([`wording ${ID}`]);
    expect(await desk.report('wording')).toMatch(/~~shall~~ \*\*may\*\*/);
    expect(kinds(await desk.run(on(61)))).toEqual([]);
  });

  it('that is gone is told after three looks over two weeks, and not before', async () => {
    const desk = await started();
    site.at.delete(PAGE);
    const told: string[] = [];
    for (let day = 1; day <= 40; day += 1) told.push(...kinds(await desk.run(on(day))).map((line) => `${day} ${line}`));
    expect(told).toEqual([`15 withdrawn ${ID}`]);
    site.at.set(PAGE, text('Twelve ports shall take part.'));
    const back: string[] = [];
    for (let day = 41; day <= 100; day += 1) back.push(...kinds(await desk.run(on(day))));
    expect(back).toEqual([`access ${ID}`]);
  });

  it('that cannot be had hides no row: it is told, the failure is partial, and the text comes when it can', async () => {
    const desk = await openDesk(site, [reading]);
    await desk.run(DAY0);
    site.at.set('/news', listPage([boats, ...plain(4)]));
    site.at.set(PAGE, { status: 403, body: '<title>Just a moment...</title>' });
    const summary = await desk.run(DAY1);
    expect(kinds(summary)).toEqual([`new-document ${ID}`]);
    expect(codes(summary)).toEqual(['blocked null']);
    expect(await desk.report('failure-')).toContain('cannot be read in full');
    site.at.set(PAGE, text('Twelve ports shall take part.'));
    expect(kinds(await desk.run(on(1)))).toEqual([]);
    expect((await desk.files())[`snapshots/agency-news/texts/${ID}.en.md`]).toContain('Twelve ports');
    expect(await desk.report('failure-')).toContain('state: closed');
  });

  it.each<[string, string]>([
    ['a page that says that it is not there', '<title>Page not found</title><h1>Page not found</h1>'],
    ['an emptied page', article('News')],
    ['maintenance', '<title>Under maintenance</title><h1>Site under maintenance</h1>'],
  ])('is kept when %s stands there instead, and a later correction is still told', async (_, instead) => {
    const desk = await started();
    const before = (await desk.files())[`snapshots/agency-news/texts/${ID}.en.md`];
    site.at.set(PAGE, instead);
    const summary = await desk.run(on(1));
    expect(kinds(summary)).toEqual([]);
    expect(summary.failures).toHaveLength(1);
    expect((await desk.files())[`snapshots/agency-news/texts/${ID}.en.md`]).toBe(before);
    site.at.set(PAGE, text('Twelve ports may take part.'));
    const later = [await desk.run(on(2)), await desk.run(on(3))];
    expect(later.flatMap(kinds)).toEqual([`wording ${ID}`]);
    expect(later.flatMap(codes)).toEqual([]);
  });

  it('is looked at at once when the source says that it changed, and its feed makes no entries', async () => {
    const feed = (...slugs: readonly string[]) =>
      `<rss version="2.0"><channel><title>Changed</title><link>${REAL}</link>${slugs.map((slug) => `<item><title>${slug} on migrant smuggling</title><link>${REAL}/news/${slug}</link></item>`).join('')}</channel></rss>`;
    const page = (items: readonly Item[]) => listPage(items).replace('<main>', '<main><a class="changes" href="/changes.xml">Changes</a>');
    const desk = await openDesk(site, [watcherOf({ detail: { select: ['article'], remove: [] }, signal: ['a.changes'] })]);
    await desk.run(DAY0);
    site.at.set('/news', page([boats, ...plain(4)]));
    site.at.set(PAGE, text('Twelve ports shall take part.'));
    site.at.set('/changes.xml', { type: 'application/rss+xml', body: feed('other-90009') });
    await desk.run(DAY1);
    for (const day of [1, 3]) await desk.run(on(day));
    site.at.set(PAGE, text('Twelve ports may take part.'));
    expect(kinds(await desk.run(on(4)))).toEqual([]);
    site.at.set('/changes.xml', { type: 'application/rss+xml', body: feed('boats-90001', 'other-90009') });
    expect(kinds(await desk.run(on(5)))).toEqual([`wording ${ID}`]);
    expect((await desk.entries()).map(({ id }) => id)).not.toContain('news.other-90009');
  });
});

describe('rows that are hardly more than an id', () => {
  const ids = (...given: readonly string[]) => site.at.set('/ids', { type: 'application/json', body: JSON.stringify(given) });
  let told: string[];
  const watcher = watcherOf({
    lists: [
      listOf({
        url: `${REAL}/ids`,
        read: {
          format: 'json',
          rows: (data) => (Array.isArray(data) ? data : null),
          row: (id) => ({ id: String(id), title: String(id), link: '' }),
        },
        dated: false,
      }),
    ],
    expand: {
      size: 2,
      url: (asked) => `${REAL}/items?ids=${asked.join(',')}`,
      read: {
        format: 'json',
        rows: (data) => (Array.isArray(data) ? data : null),
        row: (id) => ({ id: String(id), title: `Paper ${id} on migrant smuggling`, link: `/news/${id}` }),
      },
    },
  });

  beforeEach(() => {
    told = [];
    site.at.set('/items', ({ searchParams }) => {
      const asked = (searchParams.get('ids') ?? '').split(',');
      told.push(...asked);
      return { type: 'application/json', body: JSON.stringify(asked) };
    });
  });

  it('are asked for in batches, each once', async () => {
    ids('a-1', 'a-2', 'a-3');
    const desk = await openDesk(site, [watcher]);
    await desk.run(DAY0);
    expect(site.asked.filter((path) => path.startsWith('/items'))).toEqual(['/items?ids=a-1,a-2', '/items?ids=a-3']);
    ids('a-4', 'a-1', 'a-2', 'a-3');
    expect(kinds(await desk.run(DAY1))).toEqual(['new-document a-4']);
    expect(kinds(await desk.run(on(1)))).toEqual([]);
    expect(told).toEqual(['a-1', 'a-2', 'a-3', 'a-4']);
    expect((await desk.entries()).find(({ id }) => id === 'a-4')).toMatchObject({
      title: 'Paper a-4 on migrant smuggling',
      url: `${REAL}/news/a-4`,
    });
  });

  it('are left for the next run where that fails', async () => {
    ids('a-1', 'a-2');
    const desk = await openDesk(site, [watcher]);
    await desk.run(DAY0);
    ids('a-3', 'a-1', 'a-2');
    const items = site.at.get('/items');
    site.at.delete('/items');
    expect(await desk.run(DAY1)).toMatchObject({ findings: [], failures: [{ entry: null }] });
    expect((await desk.entries()).map(({ id }) => id)).toEqual(['a-1', 'a-2']);
    if (items !== undefined) site.at.set('/items', items);
    expect(await desk.run(on(1))).toMatchObject({ findings: [{ entry: 'a-3' }], failures: [] });
  });

  it('keep a first look open until it was whole: nothing of it is told', async () => {
    ids('a-1', 'a-2', 'a-3', 'a-4', 'a-5');
    const desk = await openDesk(site, [watcher], { settings: { manners: { budget: 4 } } });
    for (const day of [0, 1, 2]) expect(kinds(await desk.run(on(day)))).toEqual([]);
    expect((await desk.entries()).map(({ id }) => id)).toEqual(['a-1', 'a-2', 'a-3', 'a-4', 'a-5']);
    ids('a-6', 'a-1', 'a-2', 'a-3', 'a-4', 'a-5');
    expect(kinds(await desk.run(on(3)))).toEqual(['new-document a-6']);
  });
});

describe('rows of which the details say what they are about', () => {
  const watcher = watcherOf({
    expand: {
      size: 1,
      url: ([id = '']) => `${REAL}/details/${id.split('.').at(-1)}`,
      read: {
        format: 'json',
        rows: (data) => [data],
        row: (item) => {
          const { slug, title, area } = item as Item & { area: string };
          return { title, link: `/news/${slug}`, summary: area };
        },
      },
    },
  });
  const about = (item: Item, area: string) =>
    site.at.set(`/details/${item.slug}`, { type: 'application/json', body: JSON.stringify({ ...item, area }) });
  const quiet: Item = { slug: 'raids-90002', title: 'Raids in four ports', date: DAY1 };
  const begun = async (): Promise<Desk> => {
    for (const item of plain(4)) about(item, 'Administration');
    const desk = await openDesk(site, [watcher]);
    expect(codes(await desk.run(DAY0))).toEqual([]);
    return desk;
  };

  it('wait for them where they cannot be had for a while; what tells by its title does not', async () => {
    const desk = await begun();
    site.at.set('/news', listPage([quiet, boats, ...plain(4)]));
    site.at.set('/details/raids-90002', { status: 503, body: 'busy' });
    about(boats, 'Boats');
    const summary = await desk.run(DAY1);
    expect(kinds(summary)).toEqual([`new-document ${ID}`]);
    expect(codes(summary)).toEqual(['server-error null']);
    about(quiet, 'Migrant smuggling');
    expect(kinds(await desk.run(on(1)))).toEqual(['new-document news.raids-90002']);
  });

  it('wait a week at most', async () => {
    const desk = await begun();
    site.at.set('/news', listPage([quiet, ...plain(4)]));
    site.at.set('/details/raids-90002', { status: 503, body: 'busy' });
    for (const day of [0, 7]) await desk.run(on(day));
    expect((await desk.entries()).map(({ id }) => id)).not.toContain('news.raids-90002');
    await desk.run(on(8));
    expect((await desk.entries()).map(({ id }) => id)).toContain('news.raids-90002');
    expect(codes(await desk.run(on(9)))).toEqual([]);
  });

  it('are taken as they stand where one of them is gone, which is no fault of the source; where none is there, it is one', async () => {
    const desk = await begun();
    site.at.set('/news', listPage([quiet, boats, ...plain(4)]));
    expect(await desk.run(DAY1)).toMatchObject({ findings: [{ entry: ID }], failures: [] });
    site.at.set('/news', listPage([...about3, quiet, boats, ...plain(4)]));
    expect(await desk.run(on(1))).toMatchObject({ findings: [], failures: [{ code: 'layout-changed', entry: null }] });
    expect(await desk.run(on(2))).toMatchObject({ findings: [], failures: [] });
  });
  const about3: readonly Item[] = [3, 4, 5].map((i) => ({ slug: `pier-${i}`, title: `Pier ${i} repaired`, date: on(1) }));
});
