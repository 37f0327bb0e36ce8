// Stops, budgets, "not modified", lists that disagree, and looks that are not to be trusted.
import { createHash } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addDays } from '../../pipeline/calendar.ts';
import { StoreError } from '../../pipeline/errors.ts';
import { openStore, type Store } from '../../pipeline/store.ts';
import type { ListingWatcher, RawRow, Reader } from '../../pipeline/types.ts';
import { type Answer, article, type Item, listOf, listPage, openDesk, plain, REAL, ROWS, watcherOf } from '../support/lists.ts';

const DAY1 = '2026-09-02';
const day = (n: number): string => addDays(DAY1, n - 1);
type Content = string | Answer | ((url: URL) => string | Answer);
/** With an ETag to every page. */
const at = new Map<string, Content>();
let server: Server;
const site = { standIn: '', at, asked: [], close: async () => {} };

beforeEach(async () => {
  at.clear();
  server = createServer({ keepAliveTimeout: 0 }, (request, response) => {
    const url = new URL(request.url ?? '/', REAL);
    const content = at.get(request.url ?? '') ?? at.get(url.pathname) ?? { status: 404, body: '<h1>Page not found</h1>' };
    const given = typeof content === 'function' ? content(url) : content;
    const { status = 200, type = 'text/html; charset=utf-8', body } = typeof given === 'string' ? { body: given } : given;
    const etag = `"${createHash('sha256').update(body).digest('hex').slice(0, 12)}"`;
    if (status === 200 && request.headers['if-none-match'] === etag) response.writeHead(304, { etag }).end();
    else response.writeHead(status, status === 200 ? { 'content-type': type, etag } : { 'content-type': type }).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  site.standIn = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterEach(() => {
  server.close();
  server.closeAllConnections();
});

const papers = (count: number, date = day(2)): Item[] =>
  Array.from({ length: count }, (_, i) => ({ slug: `paper-9000${i}`, title: `Paper ${i} on migrant smuggling`, date }));
const boats: Item = { slug: 'boats-90009', title: 'Unit against migrant smuggling', date: '2026-09-01' };
const BOATS = 'news.boats-90009';
const CHALLENGE: Answer = { status: 403, body: '<title>Just a moment...</title>' };
const textOf = (item: unknown, field: string): string => (item as Record<string, string>)[field] ?? '';
const words = (sentence = 'shall'): string =>
  Array.from({ length: 12 }, (_, i) => `Harbour ${i} ${sentence} report what it sees at night from its pier.`).join(' ');
const saying = (more: Partial<RawRow>): ListingWatcher => watcherOf({ lists: [listOf({ read: { ...ROWS, more: () => more } })] });
const withTexts = watcherOf({ detail: { select: [], remove: [] } });
/** Stops like a full disk at the nth write of one kind. */
const stopping = (store: Store, isAt: (path: string) => boolean): Store => ({
  ...store,
  write: async (path, content) => {
    if (isAt(path)) throw new StoreError('stopped', { at: path, remedy: '' });
    await store.write(path, content);
  },
});

describe('"not modified" hides nothing', () => {
  it('of a first page whose second one failed', async () => {
    let items = plain(12);
    at.set('/news', ({ searchParams }) =>
      listPage(items.slice(Number(searchParams.get('page')) * 4 - 4, Number(searchParams.get('page')) * 4)),
    );
    const list = listOf({ url: ({ page }) => `${REAL}/news?page=${page}`, paging: { first: 1, size: 4, most: 3 } });
    const desk = await openDesk(site, [watcherOf({ lists: [list] })]);
    await desk.run(day(1));
    items = [...papers(7), ...items];
    at.set('/news?page=2', { status: 500, body: 'broken' });
    expect(await desk.run(day(2))).toMatchObject({ findings: [], failures: [{ code: 'server-error' }] });
    at.delete('/news?page=2');
    expect(await desk.found(day(3))).toHaveLength(7);
  });

  it('of a list that is not as declared: it fails until it is', async () => {
    at.set('/news', listPage(plain(6)));
    const desk = await openDesk(site, [watcherOf()]);
    await desk.run(day(1));
    at.set('/news', listPage(plain(6).map((item) => ({ ...item, slug: `en-${item.slug}` }))));
    for (const n of [2, 3, 4]) expect((await desk.run(day(n))).failures).toMatchObject([{ code: 'layout-changed' }]);
    expect(await desk.report('failure-')).toContain('state: open');
  });
});

describe('a budget that is used up', () => {
  it('before a list that failed was looked at again does not close its failure', async () => {
    at.set('/news', listPage(plain(3)));
    at.set('/papers', listPage(plain(3, '2026-08-01')));
    const lists = [listOf(), listOf({ name: 'papers', url: `${REAL}/papers` })];
    const desk = await openDesk(site, [watcherOf({ ...withTexts, lists })], { settings: { manners: { budget: 4 } } });
    await desk.run(day(1));
    at.set('/papers', CHALLENGE);
    expect((await desk.run(day(2))).failures).toHaveLength(1);
    at.set('/news', listPage([...papers(6), ...plain(3)]));
    for (const { slug, title } of papers(6)) at.set(`/news/${slug}`, article(title, words()));
    const { watchers } = await desk.run(day(3));
    expect(watchers[0]?.looks).toContainEqual(expect.objectContaining({ entry: 'agency-news: papers', outcome: 'skipped' }));
    expect(await desk.report('failure-')).toContain('state: open');
  });
});

describe('a stop', () => {
  it('between two reports of one row loses neither', async () => {
    at.set('/news', listPage([boats, ...plain(3)]));
    const desk = await openDesk(site, [saying({ access: 'not-public' })]);
    await desk.run(day(1));
    at.set('/news', listPage([{ ...boats, title: 'Unit against migrant smuggling, renamed' }, ...plain(3)]));
    const watchers = [saying({ access: 'public' })];
    for (const kind of ['metadata-', 'access-']) {
      await desk.run(day(2), { watchers, store: stopping(openStore(desk.root), (path) => path.includes(`/${kind}`)) });
    }
    await desk.run(day(3), { watchers });
    expect((await desk.reports()).filter((name) => /^(?:metadata|access)-/.test(name))).toHaveLength(2);
    expect(await desk.found(day(4), { watchers })).toEqual([]);
  });

  it('between an entry and its text brings the text back', async () => {
    at.set('/news', listPage([boats, ...plain(3)]));
    at.set('/news/boats-90009', article('Unit', words()));
    const desk = await openDesk(site, [withTexts]);
    await desk.run(day(1));
    const files = await desk.files();
    await rm(`${desk.root}/snapshots/agency-news/texts/${BOATS}.en.md`);
    for (const n of [2, 3]) expect(await desk.found(day(n))).toEqual([]);
    expect(await desk.files()).toEqual(files);
  });

  it('after the first of one edit on many pages still tells it once', async () => {
    const items = papers(5, '2026-09-01');
    const serve = (footer: string) => {
      for (const { slug, title } of items) at.set(`/news/${slug}`, article(title, `${title}. ${words()}`, footer));
    };
    at.set('/news', listPage([...items, ...plain(3)]));
    serve('The directorate for returns publishes this page for everybody.');
    const desk = await openDesk(site, [withTexts]);
    await desk.run(day(1));
    serve('The directorate for borders and returns publishes this page for everybody.');
    let saved = 0;
    const isAt = (path: string): boolean => {
      if (path.includes('/texts/')) saved += 1;
      return saved === 2;
    };
    await expect(desk.run(day(2), { store: stopping(openStore(desk.root), isAt) })).rejects.toThrow('stopped');
    await desk.run(day(2));
    expect((await desk.reports()).filter((name) => name.startsWith('wording-'))).toHaveLength(1);
  });
});

describe('rows', () => {
  it('that stand above what is known are news, however old their date is', async () => {
    const late = { slug: 'late-90001', title: 'Report on migrant smuggling, made public late', date: '2026-07-01' };
    const below = { slug: 'below-90001', title: 'Old paper on migrant smuggling', date: '2026-08-02' };
    at.set('/news', listPage(plain(4)));
    const desk = await openDesk(site, [watcherOf()]);
    await desk.run(day(1));
    at.set('/news', listPage([late, ...plain(3), below]));
    expect(await desk.found(day(2))).toEqual(['new-document news.late-90001']);
  });

  it('of two lists that name one entry in two ways are no change, day after day', async () => {
    at.set('/news', listPage([boats, ...plain(3)]));
    at.set('/papers', listPage([{ ...boats, title: 'UNIT against migrant smuggling (press release)' }, ...plain(3)]));
    const desk = await openDesk(site, [watcherOf({ lists: [listOf(), listOf({ name: 'papers', url: `${REAL}/papers` })] })]);
    for (const n of [1, 2, 3]) expect(await desk.found(day(n))).toEqual([]);
  });

  it('that were passed over are told when a summary makes them interesting, and not at another first look', async () => {
    const parking = { slug: 'parking-90001', title: 'Parking', date: day(2) };
    at.set('/news', listPage(plain(4)));
    at.set('/papers', listPage([...plain(3), { ...parking, summary: 'It concerns migrant smuggling' }]));
    const desk = await openDesk(site, [watcherOf()]);
    const wider = [watcherOf({ lists: [listOf(), listOf({ name: 'papers', url: `${REAL}/papers` })] })];
    await desk.run(day(1));
    at.set('/news', listPage([parking, ...plain(4)]));
    expect(await desk.found(day(2))).toEqual([]);
    expect(await (await openDesk(site, wider)).found(day(2))).toEqual([]);
    at.set('/news', listPage([{ ...parking, summary: 'It concerns migrant smuggling' }, ...plain(4)]));
    expect(await desk.found(day(3))).toEqual(['new-document news.parking-90001']);
    expect(await desk.found(day(4))).toEqual([]);
  });

  it('that open in part and then whole are two findings', async () => {
    at.set('/news', listPage([boats, ...plain(3)]));
    const desk = await openDesk(site, [saying({ access: 'not-public' })]);
    await desk.run(day(1));
    for (const [i, access] of (['partial', 'public'] as const).entries()) {
      at.set('/news', listPage([boats, ...plain(3 + i, '2026-08-31')]));
      await desk.run(day(2), { watchers: [saying({ access })] });
    }
    expect((await desk.reports()).filter((name) => name.startsWith('access-'))).toHaveLength(2);
  });
});

it('a first look is over although one id is never answered', async () => {
  const json = (items: readonly object[]): Answer => ({ type: 'application/json', body: JSON.stringify({ items }) });
  const read = (title: 'id' | 'title'): Reader => ({
    format: 'json',
    rows: (data) => (data as { items: unknown[] }).items,
    row: (item) => ({ id: textOf(item, 'id'), title: textOf(item, title), link: `/news/${textOf(item, 'id')}` }),
  });
  at.set('/more', ({ searchParams }) =>
    json((searchParams.get('ids') ?? '').split(',').flatMap((id) => (id === 'ghost' ? [] : [{ id, title: `${id} on migrant smuggling` }]))),
  );
  at.set('/news', json([{ id: 'one' }, { id: 'ghost' }]));
  const expand = { size: 9, url: (ids: readonly string[]) => `${REAL}/more?ids=${ids.join()}`, read: read('title') };
  const desk = await openDesk(site, [watcherOf({ lists: [listOf({ read: read('id'), dated: false, expect: 1 })], expand })]);
  expect(await desk.found(day(1))).toEqual([]);
  at.set('/news', json([{ id: 'two' }, { id: 'one' }, { id: 'ghost' }]));
  expect(await desk.found(day(2))).toEqual(['new-document two']);
});

describe('a text that was looked at for months', () => {
  const since = (n: number): string => addDays('2026-01-02', n);
  const watched = async () => {
    at.set('/news', listPage([boats, ...plain(3)]));
    at.set('/news/boats-90009', article('Unit', words()));
    const desk = await openDesk(site, [withTexts]);
    for (const n of [0, 1, 3, 7, 15, 31, 61]) await desk.run(since(n));
    return desk;
  };

  it('and is gone, is told so after two weeks of looks', async () => {
    const desk = await watched();
    at.delete('/news/boats-90009');
    for (const n of [91, 92, 100]) expect(await desk.found(since(n))).toEqual([]);
    expect(await desk.found(since(105))).toEqual([`withdrawn ${BOATS}`]);
  });

  it('and was missing once, is forgiven by a good look', async () => {
    const desk = await watched();
    at.delete('/news/boats-90009');
    await desk.run(since(91));
    at.set('/news/boats-90009', article('Unit', words()));
    await desk.run(since(92));
    expect((await desk.entries()).find(({ id }) => id === BOATS)?.missing).toEqual([]);
  });

  it('and goes back to what it was, is told the next day; by turns, only once', async () => {
    const desk = await watched();
    at.set('/news/boats-90009', article('Unit', words('may')));
    expect(await desk.found(since(91))).toEqual([`wording ${BOATS}`]);
    at.set('/news/boats-90009', article('Unit', words()));
    expect(await desk.found(since(121))).toEqual([]);
    at.set('/news/boats-90009', article('Unit', words('may')));
    expect(await desk.found(since(122))).toEqual([]);
    at.set('/news/boats-90009', article('Unit', words()));
    expect(await desk.found(since(152))).toEqual([]);
    expect(await desk.found(since(153))).toEqual([`wording ${BOATS}`]);
  });
});
