import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { rm } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { StoreError } from '../../pipeline/errors.ts';
import { openStore } from '../../pipeline/store.ts';
import { article, listOf, listPage, openDesk, plain, REAL, ROWS, watcherOf } from '../support/lists.ts';

const D = ['2026-09-02', '2026-09-03', '2026-09-04', '2026-09-05', '2026-09-06', '2026-09-07'] as const;
type A = { status?: number; type?: string; body: string };
let at: Map<string, any>;
let asked: string[];
let site: any;
let server: any;
let etags = true;
beforeEach(async () => {
  at = new Map(); asked = []; etags = true;
  server = createServer({ keepAliveTimeout: 0 }, (q, r) => {
    const path = q.url ?? '/';
    const url = new URL(path, REAL);
    if (url.pathname !== '/robots.txt') asked.push(path);
    const c = at.get(path) ?? at.get(url.pathname) ?? { status: 404, body: '<title>Page not found</title><h1>Page not found</h1>' };
    const g = typeof c === 'function' ? c(url) : c;
    const { status = 200, type = 'text/html; charset=utf-8', body } = typeof g === 'string' ? { body: g } as A : g;
    const etag = `"${createHash('sha256').update(body).digest('hex').slice(0, 12)}"`;
    if (etags && status === 200 && q.headers['if-none-match'] === etag) { r.writeHead(304, { etag }).end(); return; }
    r.writeHead(status, { 'content-type': type, ...(etags && status === 200 ? { etag } : {}) }).end(body);
  });
  await new Promise<void>((res) => server.listen(0, '127.0.0.1', () => res()));
  site = { standIn: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, at, asked, close: async () => {} };
});
afterEach(() => { server.close(); server.closeAllConnections(); });
const about = (count: number, date = D[1] as string) => Array.from({ length: count }, (_, i) => ({ slug: `boats-${i}`, title: `Paper ${i} on migrant smuggling`, date }));
const boats = { slug: 'boats-x', title: 'Unit against migrant smuggling', date: D[1] };
const read: any = { select: [], remove: [] };
const body = (n: number) => Array.from({ length: 12 }, (_, i) => `Sentence ${i} of text ${n} says that ports shall report what they see at night.`).join(' ');


it('E14 page parameter ignored though a total says more', async () => {
  etags = false;
  const list = listOf({ url: ({ page, from, to }: any) => `${REAL}/s?from=${from}&to=${to}&page=${page}`, read: { ...ROWS, total: ['.total'] } as any, expect: 0, window: { days: 7 }, paging: { first: 1, size: 4, most: 9 } });
  at.set('/s', listPage(plain(2)).replace('<main>', '<main><p class="total">2 results</p>'));
  const desk = await openDesk(site, [watcherOf({ lists: [list] })]);
  await desk.run(D[0]);
  at.set('/s', listPage(about(4)).replace('<main>', '<main><p class="total">11 results</p>'));
  const s = await desk.run(D[1]);
  expect(s.failures).toHaveLength(1);
});
it('E15 rows that differ by fragment only', async () => {
  etags = false;
  at.set('/news', listPage(plain(4)));
  const desk = await openDesk(site, [watcherOf()]);
  await desk.run(D[0]);
  at.set('/news', listPage([...about(3).map((i, n) => ({ ...i, slug: `hub#p${n}` })), ...plain(4)]));
  expect(await desk.found(D[1])).toHaveLength(3);
});
it('E16 id scheme changes but one row keeps its id', async () => {
  etags = false;
  const items = Array.from({ length: 8 }, (_, i) => ({ slug: `b-${i}`, title: `Paper ${i} on migrant smuggling`, date: `2026-08-${20 - i}` }));
  at.set('/news', listPage(items));
  const desk = await openDesk(site, [watcherOf()]);
  await desk.run(D[0]);
  at.set('/news', listPage(items.map((i, n) => (n === 3 ? i : { ...i, slug: `en-${i.slug}` }))));
  expect(await desk.found(D[1])).toEqual([]);
});
it('E16b id scheme changes on a window list', async () => {
  etags = false;
  const items = Array.from({ length: 8 }, (_, i) => ({ slug: `b-${i}`, title: `Paper ${i} on migrant smuggling`, date: `2026-08-${30 - i}` }));
  const list = listOf({ url: ({ from, to }: any) => `${REAL}/s?from=${from}&to=${to}`, expect: 0, window: { days: 30 } });
  at.set('/s', listPage(items));
  const desk = await openDesk(site, [watcherOf({ lists: [list] })]);
  await desk.run(D[0]);
  at.set('/s', listPage(items.map((i) => ({ ...i, slug: `en-${i.slug}` }))));
  expect(await desk.found(D[1])).toEqual([]);
});
const jsonList = listOf({ expect: 1, dated: false, read: { format: 'json', rows: (d: any) => d.items, row: (x: any) => ({ id: x.id, title: x.id, link: `/news/${x.id}` }) } as any });
const jsonExpand: any = { size: 5, url: (ids: string[]) => `${REAL}/x?ids=${ids.join()}`, read: { format: 'json', rows: (d: any) => d.items, row: (x: any) => ({ id: x.id, title: x.title, link: `/news/${x.id}` }) } };
it('E17 one id never expands: the baseline is never established', async () => {
  etags = false;
  at.set('/news', { type: 'application/json', body: JSON.stringify({ items: [{ id: 'a' }, { id: 'ghost' }] }) });
  at.set('/x', (u: URL) => ({ type: 'application/json', body: JSON.stringify({ items: u.searchParams.get('ids')!.split(',').filter((i) => i !== 'ghost').map((id) => ({ id, title: `Title ${id} on migrant smuggling` })) }) }));
  const desk = await openDesk(site, [watcherOf({ lists: [jsonList], expand: jsonExpand })]);
  const s1 = await desk.run(D[0]);
  console.log('E17', JSON.stringify(s1.watchers[0]));
  at.set('/news', { type: 'application/json', body: JSON.stringify({ items: [{ id: 'new' }, { id: 'a' }, { id: 'ghost' }] }) });
  expect(await desk.found(D[1])).toHaveLength(1);
});
it('E18 a source that refuses, worked, and is walled now', async () => {
  etags = false;
  at.set('/news', listPage(plain(4)));
  const desk = await openDesk(site, [watcherOf({ refuses: 'its robots.txt says no to /search since 2020' } as any)]);
  await desk.run(D[0]);
  at.set('/robots.txt', { status: 403, body: '<title>Just a moment...</title>' });
  const s = await desk.run(D[1]);
  console.log('E18', JSON.stringify(s.watchers[0]), await desk.reports());
  expect(s.failures).toHaveLength(1);
});
it('E19 a declaration that throws: rows after it, and the report', async () => {
  const d: any = { select: [], remove: [], html: (x: any) => x.body.value };
  at.set('/news', listPage(plain(4)));
  const desk = await openDesk(site, [watcherOf({ detail: d })]);
  await desk.run(D[0]);
  at.set('/news', listPage([...about(3), ...plain(4)]));
  for (const i of about(3)) at.set(`/news/${i.slug}`, { type: 'application/json', body: '{"other": ["a"]}' });
  const s = await desk.run(D[1]);
  console.log('E19', JSON.stringify(s.watchers[0]), await desk.reports());
  for (const i of about(3)) at.set(`/news/${i.slug}`, { type: 'application/json', body: JSON.stringify({ body: { value: `<p>${body(1)}</p>` } }) });
  const s2 = await desk.run(D[2]);
  expect([...s.findings, ...s2.findings]).toHaveLength(3);
});
it('E20 window, lost cache, pause, announced meeting', async () => {
  etags = false;
  const list = listOf({ url: ({ from, to }: any) => `${REAL}/s?from=${from}&to=${to}`, expect: 0, window: { days: 7 } });
  let items: any[] = [{ slug: 'meeting', title: 'A meeting', date: '2026-12-01' }, ...plain(3)];
  at.set('/s', (u: URL) => listPage(items.filter((i) => i.date >= u.searchParams.get('from')!)));
  const desk = await openDesk(site, [watcherOf({ lists: [list] })]);
  await desk.run(D[0]);
  await rm(`${desk.root}/.pactwatch`, { recursive: true });
  items = [...about(1, '2026-09-10'), ...items];
  expect(await desk.found('2026-09-25')).toHaveLength(1);
});
it('E20b window, lost cache, one list failing while the other goes on', async () => {
  etags = false;
  const w = (name: string) => listOf({ name, url: ({ from, to }: any) => `${REAL}/${name}?from=${from}&to=${to}`, expect: 0, window: { days: 7 } });
  let a: any[] = plain(3); let b: any[] = plain(3); let fail = false;
  at.set('/a', (u: URL) => fail ? { status: 403, body: '<title>Just a moment...</title>' } : listPage(a.filter((i) => i.date >= u.searchParams.get('from')!)));
  at.set('/b', (u: URL) => listPage(b.filter((i) => i.date >= u.searchParams.get('from')!)));
  const desk = await openDesk(site, [watcherOf({ lists: [w('a'), w('b')] })]);
  await desk.run(D[0]);
  fail = true; a = [...about(1, '2026-09-05'), ...a];
  b = [{ slug: 'z', title: 'z', date: '2026-09-24' }, ...b];
  await desk.run('2026-09-24');
  await rm(`${desk.root}/.pactwatch`, { recursive: true });
  fail = false;
  expect(await desk.found('2026-09-25')).toHaveLength(1);
});
it('E21 second page of a window is zero bytes', async () => {
  etags = false;
  const list = listOf({ url: ({ page, from, to }: any) => `${REAL}/s?page=${page}`, expect: 0, window: { days: 7 }, paging: { first: 1, size: 4, most: 9 } });
  at.set('/s', (u: URL) => listPage(plain(2).slice((Number(u.searchParams.get('page')) - 1) * 4)));
  const desk = await openDesk(site, [watcherOf({ lists: [list] })]);
  await desk.run(D[0]);
  at.set('/s', (u: URL) => { const p = Number(u.searchParams.get('page')); return p === 2 ? { body: '' } : listPage(about(12).slice((p - 1) * 4, p * 4)); });
  const s = await desk.run(D[1]);
  expect(s.failures).toHaveLength(1);
});
it('E22 a pinned known row hides that more is behind', async () => {
  etags = false;
  const list = listOf({ url: ({ page }: any) => `${REAL}/news?page=${page}`, expect: 3, paging: { first: 1, size: 4, most: 3 } });
  const pin = { slug: 'pinned', title: 'Pinned', date: '2026-08-01' };
  let items: any[] = plain(12);
  at.set('/news', (u: URL) => { const p = Number(u.searchParams.get('page')); return listPage([pin, ...items.slice((p - 1) * 4, p * 4)]); });
  const desk = await openDesk(site, [watcherOf({ lists: [list] })]);
  await desk.run(D[0]);
  items = [...about(7), ...items];
  expect(await desk.found(D[1])).toHaveLength(7);
});
it('E23 second list whose first look has another title', async () => {
  etags = false;
  at.set('/news', listPage([{ slug: 'x', title: 'Operation Aurora', date: '2026-08-30' }, ...plain(3)])); at.set('/papers', listPage([{ slug: 'x', title: 'Operation Aurora against migrant smuggling', date: '2026-08-30' }, ...plain(3)]));
  const lists = [listOf(), listOf({ name: 'papers', url: `${REAL}/papers` })];
  const desk = await openDesk(site, [watcherOf({ lists })]);
  expect(await desk.found(D[0])).toEqual([]);
});
it('E24 stop after the first of one edit on five pages', async () => {
  etags = false;
  const ids = [0, 1, 2, 3, 4];
  const set = (foot: string) => { for (const i of ids) at.set(`/news/boats-${i}`, article(`Paper ${i}`, `${body(i)}`, foot)); };
  at.set('/news', listPage([...about(5, '2026-09-01'), ...plain(3)])); set('The directorate for returns publishes this page for everybody.');
  const make = async () => { const desk = await openDesk(site, [watcherOf({ detail: read })]); await desk.run(D[0]); return desk; };
  const a = await make(); const b = await make();
  set('The directorate for borders and returns publishes this page for everybody.');
  await a.run(D[1]);
  const store = openStore(b.root);
  let saves = 0;
  await b.run(D[1], { store: { ...store, saveEntries: async (w: string, e: any) => { await store.saveEntries(w, e); saves += 1; if (saves === 2) throw new StoreError('stop', { at: w, remedy: '' }); } } as any }).catch((e) => console.log('E24 stop', String(e)));
  await b.run(D[1]);
  console.log('E24', await a.reports(), await b.reports());
  expect(await b.reports()).toEqual(await a.reports());
});
it('E26 two search pages imported by hand', async () => {
  const { importSaved } = await import('../../pipeline/run/import.ts');
  const lists = [listOf({ name: 'one', url: `${REAL}/one` }), listOf({ name: 'two', url: `${REAL}/two` })];
  const w = watcherOf({ lists });
  const desk = await openDesk(site, [w]);
  const { parseSettings } = await import('../../pipeline/settings.ts');
  const settings = (parseSettings('s', 'interests:\n  words: [migrant smuggling]\n') as any).value;
  const ctx: any = { store: openStore(desk.root), settings, corpus: [], today: D[0], onLook: () => {}, dryRun: false, all: false, since: null, accept: false, twice: false, imported: true };
  const f = (items: any[]) => ({ body: new TextEncoder().encode(listPage(items)), mediaType: 'text/html', file: 'f.html' });
  await importSaved(ctx, { watcher: w, entry: null }, f(about(4, '2026-08-01').map((i) => ({ ...i, slug: `one-${i.slug}` }))));
  const second = await importSaved({ ...ctx, today: D[0] }, { watcher: w, entry: null }, f(about(4, '2026-08-10').map((i) => ({ ...i, slug: `two-${i.slug}` }))));
  expect(second.findings).toEqual([]);
});
it('E27 walk back ended by a zero-byte page', async () => {
  etags = false;
  const list = listOf({ url: ({ page }: any) => `${REAL}/news?page=${page}`, expect: 3, paging: { first: 1, size: 4, most: 3 } });
  const items: any[] = plain(40).map((i, n) => n === 30 ? { ...i, title: 'Old paper on migrant smuggling' } : i);
  at.set('/news', (u: URL) => { const p = Number(u.searchParams.get('page')); return listPage(items.slice((p - 1) * 4, p * 4)); });
  at.set('/news?page=4', { body: '' });
  const desk = await openDesk(site, [watcherOf({ lists: [list] })]);
  await desk.run(D[0]);
  const s = await desk.run(D[1], { since: '2026-07-01' });
  at.delete('/news?page=4');
  await desk.run(D[2], { since: '2026-07-01' });
  console.log('E27', JSON.stringify(s.failures));
  expect((await desk.entries()).some((e) => e.title.startsWith('Old paper'))).toBe(true);
});
it('E28 list flips back: A B A B details by turns', async () => {
  etags = false;
  at.set('/news', listPage([boats, ...plain(3)])); const A1 = article('Unit', body(1)); const B1 = article('Unit', body(1).replace('shall', 'may'));
  at.set('/news/boats-x', A1);
  const desk = await openDesk(site, [watcherOf({ detail: read })]);
  await desk.run(D[0]);
  let told = 0;
  const day = (n: number) => new Date(Date.parse(D[0]) + n * 86400000).toISOString().slice(0, 10);
  for (let n = 1; n < 12; n++) { at.set('/news/boats-x', n % 2 ? B1 : A1); await rm(`${desk.root}/.pactwatch/looks.json`, { force: true }); const f = await desk.found(day(n)); told += f.length; if (f.length) console.log('E28 told on', n, f); }
  expect(told).toBe(1);
});
it('E29 feed or list goes through a redirect to its front page (wrong words)', async () => {
  etags = false;
  at.set('/news', listPage(plain(4)));
  const desk = await openDesk(site, [watcherOf()]);
  await desk.run(D[0]);
  for (const [n, a] of [{ status: 403, body: '<h1>Forbidden</h1>' }, { status: 404, body: '<h1>Not found</h1>' }, { body: '' }, { body: '<title>Site under maintenance</title><h1>Site under maintenance</h1>' }, { status: 429, body: '' }, { body: '<html><head><title>Log in</title></head><body><form><input type="password"></form></body></html>' }].entries()) {
    at.set('/news', a); await desk.run(`2026-09-1${n}`); console.log('E29', JSON.stringify((await desk.report('failure')).split('\n').filter((l) => /^title|^\*\*|gives|cannot|refused/.test(l))));
    at.set('/news', listPage(plain(4))); await desk.run(`2026-09-1${n}`);
  }
});
