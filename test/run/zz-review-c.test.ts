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


it.each([['walled', { status: 403, body: '<title>Just a moment...</title>' }], ['500', { status: 500, body: 'x' }], ['202', { status: 202, body: '' }]])('E25 browser, its data %s', async (_, trouble) => {
  etags = false;
  const shell = '<!doctype html><html><head><title>Search of documents</title></head><body><main><h1>Search of documents</h1><p class="total">searching</p><div class="list"></div><p>This register holds the documents of the agency. Use the words above to search for what you need among them.</p></main><script>fetch("/api").then((r) => r.ok && r.status === 200 ? r.json() : { rows: [] }).catch(() => ({ rows: [] })).then(({ rows }) => { document.querySelector(".total").textContent = rows.length + " results"; document.querySelector(".list").innerHTML = rows.map((i) => `<div class="row"><h3><a href="/news/${i.slug}">${i.title}</a></h3><time datetime="${i.date}">${i.date}</time></div>`).join(""); });</script></body></html>';
  at.set('/news', shell);
  const list = listOf({ read: { ...ROWS, total: ['.total'] } as any, expect: 0 });
  at.set('/api', { type: 'application/json', body: JSON.stringify({ rows: plain(4) }) });
  const desk = await openDesk(site, [watcherOf({ via: 'browser', lists: [list] })]);
  const s = await desk.run(D[0]);
  at.set('/api', trouble);
  const s2 = await desk.run(D[1]);
  console.log('E25', JSON.stringify(s.watchers[0]!.looks.at(-1)), JSON.stringify(s2.watchers[0]!.looks), s2.watchers[0]!.outcome);
  expect(s2.failures).toHaveLength(1);
}, 60000);
it('E30 row drops a summary; announced day; flips of title', async () => {
  etags = false;
  at.set('/news', listPage([{ ...boats, date: '2026-08-20' }, ...plain(3)]));
  const desk = await openDesk(site, [watcherOf()]);
  await desk.run(D[0]);
  at.set('/news', listPage([{ ...boats, date: '2026-08-20', title: 'Unit against migrant smuggling ' + 'NEW' }, ...plain(3)]));
  console.log('E30', await desk.found(D[1]));
});
it('E31 an entry never read, its page a login form', async () => {
  etags = false;
  at.set('/news', listPage(plain(3)));
  const desk = await openDesk(site, [watcherOf({ detail: read })]);
  await desk.run(D[0]);
  at.set('/news', listPage([boats, ...plain(3)]));
  at.set('/news/boats-x', '<html><head><title>Site under maintenance</title></head><body><h1>Site under maintenance</h1></body></html>');
  const s = await desk.run(D[1]);
  console.log('E31', s.findings.length, (await desk.report('new-document')).slice(0, 1800));
});
it('E32 interests widened', async () => {
  etags = false;
  at.set('/news', listPage(plain(4)));
  const desk = await openDesk(site, [watcherOf()]);
  await desk.run(D[0]);
  at.set('/news', listPage([{ slug: 'p', title: 'Harbour watch', date: D[1] }, ...plain(4)]));
  await desk.run(D[1]);
  const { parseSettings } = await import('../../pipeline/settings.ts');
  const settings = (parseSettings('s', `interests:\n  words: [migrant smuggling, harbour watch]\norigins:\n  ${REAL}: ${site.standIn}\nmanners:\n  retries: 0\n`) as any).value;
  console.log('E32', await desk.found(D[2], { settings }));
});
it('E33 ids in rising case, removed item in undated list', async () => {
  etags = false;
  const items = about(6).map(({ date, ...i }) => i) as any[];
  at.set('/news', listPage(items.slice(0, 4)));
  const desk = await openDesk(site, [watcherOf({ lists: [listOf({ dated: false })] })]);
  await desk.run(D[0]);
  at.set('/news', listPage(items.slice(1, 5)));
  console.log('E33', await desk.found(D[1]));
});
it('E34 source failing while crash: status', async () => {
  etags = false;
  at.set('/news', listPage(plain(3)));
  const desk = await openDesk(site, [watcherOf()]);
  await desk.run(D[0]);
  const w = [watcherOf({ lists: [listOf({ read: { ...ROWS, more: () => { throw new TypeError('x'); } } as any })] })];
  const s = await desk.run(D[1], { watchers: w });
  console.log('E34', s.watchers[0]!.outcome, await desk.reports(), await desk.reports('sources'));
});
