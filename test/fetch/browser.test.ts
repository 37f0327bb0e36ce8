// Pages that are nothing without their scripts, in a real browser. Where none can be had, these tests fail: the package brings one.

import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type Candidate, findBrowsers } from '../../pipeline/fetch/browsers.ts';
import type { Fetcher, WatcherManners } from '../../pipeline/fetch/fetcher.ts';
import { createNet, type Net, type NetSettings } from '../../pipeline/fetch/net.ts';
import { type Answer, MANNERS, REAL, SETTINGS, useScript } from './support.ts';

const OTHER = 'https://other.example';
const start = useScript();
const nets: Net[] = [];
afterEach(() => Promise.all(nets.splice(0).map((net) => net.close())));

const html = (body: string, type = 'text/html; charset=utf-8'): Answer => [200, { 'content-type': type }, `<!doctype html>${body}`];
const code = (source: string): Answer => [200, { 'content-type': 'text/javascript' }, source];
const inline = (source: string): Answer => html(`<p id="out"></p><script>${source}</script>`);
/** Script that shows what it is given. */
const SHOW = 'const show = (text) => { document.getElementById("out").textContent += text };';

const netFor = (origin: string, changes: Partial<NetSettings> = {}, findings?: (path: string | null) => readonly Candidate[]): Net => {
  const settings = { ...SETTINGS, origins: { [REAL]: origin }, ...changes };
  const net = createNet(settings, findings === undefined ? {} : { findBrowsers: findings });
  nets.push(net);
  return net;
};
const fetcherFor = (origin: string, changes: Partial<NetSettings & WatcherManners> = {}): Fetcher =>
  netFor(origin, changes).forWatcher({ ...MANNERS, ...changes, pauseSeconds: null });
const text = async (fetcher: Fetcher, path: string): Promise<string> =>
  new TextDecoder().decode((await fetcher.get(`${REAL}${path}`, { via: 'browser' })).body);

describe('a page in the browser', () => {
  test('comes as its scripts leave it, with the address and the headers it was fetched with', async () => {
    const { origin, asked } = await start({
      '/list': [[301, { location: '/list/' }]],
      '/list/': [
        [
          200,
          { 'content-type': 'text/html; charset=iso-8859-1', etag: '"9"', 'content-disposition': 'attachment' },
          Buffer.from('<!doctype html><meta charset="iso-8859-1"><title>Caf\xe9</title><ul></ul><script src="app.js"></script>', 'latin1'),
        ],
      ],
      '/list/app.js': [
        code(
          'fetch("/rows.json").then((r) => r.json()).then((rows) => setTimeout(() => { document.querySelector("ul").innerHTML = rows.map((r) => "<li>" + r + "</li>").join("") }, 200))',
        ),
      ],
      '/rows.json': [[200, { 'content-type': 'application/json' }, '["ST 90001/26","ST 90002/26"]']],
    });
    const fetcher = fetcherFor(origin);
    const page = await fetcher.get(`${REAL}/list`, { via: 'browser', validators: { etag: '"9"', lastModified: null } });
    expect(page).toMatchObject({ url: `${REAL}/list`, finalUrl: `${REAL}/list/`, status: 200, mediaType: 'text/html' });
    expect(page.validators).toEqual({ etag: null, lastModified: null });
    const body = new TextDecoder().decode(page.body);
    expect(body).toContain('<li>ST 90001/26</li><li>ST 90002/26</li>');
    expect(body).toContain('<title>Café</title>');
    expect(asked.map(({ url }) => url)).toEqual(['/robots.txt', '/list', '/list/', '/list/app.js', '/rows.json']);
    for (const { headers } of asked) expect(headers['user-agent']).toBe(SETTINGS.userAgent);
    expect(asked.every(({ headers }) => headers['if-none-match'] === undefined)).toBe(true);
    expect(fetcher.requests()).toBe(5);
  });

  test('does not hide that it is a machine', async () => {
    const { origin } = await start({ '/a': [inline(`${SHOW} show(navigator.webdriver + " " + navigator.userAgent)`)] });
    expect(await text(fetcherFor(origin), '/a')).toContain(`true ${SETTINGS.userAgent}`);
  });

  test('gets neither images, media, fonts, frames, popups, downloads, posts nor other sites', async () => {
    const { origin, paths } = await start({
      '/a': [
        html(`<style>@font-face { font-family: x; src: url(/f.woff2) } p { font-family: x }</style><p id="out">text</p>
          <img src="/i.png"><video src="/v.mp4" autoplay></video><iframe src="/frame"></iframe><a id="d" download href="/file.zip">x</a>
          <script src="${OTHER}/other.js"></script>
          <script>${SHOW} d.click(); window.open("/popup"); alert(1); navigator.sendBeacon("/beacon", "x");
            fetch("/post", { method: "POST" }).catch(() => show(" no post"));
            fetch("${OTHER}/data").catch(() => show(" no other"));
            new WebSocket("wss://documents.example/socket").onclose = () => show(" no socket");
            location.href = "/elsewhere"</script>`),
      ],
    });
    const body = await text(fetcherFor(origin), '/a');
    expect(paths()).toEqual(['/robots.txt', '/a']);
    for (const told of ['text', ' no post', ' no other', ' no socket']) expect(body).toContain(told);
  });

  test('gets what lies on another site that the table of origins names', async () => {
    const { origin, paths } = await start({
      '/a': [html(`<p id="out"></p><script src="${OTHER}/b.js"></script>`)],
      '/b.js': [code(`${SHOW} show("named")`)],
    });
    expect(await text(fetcherFor(origin, { origins: { [REAL]: origin, [OTHER]: origin } }), '/a')).toContain('named');
    expect(paths()).toEqual(['/robots.txt', '/a', '/robots.txt', '/b.js']);
  });

  test('is refused where robots.txt says no, and so are its parts', async () => {
    const { origin, paths } = await start({
      '/robots.txt': [[200, {}, 'User-agent: *\nDisallow: /no']],
      '/no': [html('never')],
      '/a': [inline(`${SHOW} fetch("/no/data").catch(() => show("kept out"))`)],
    });
    const fetcher = fetcherFor(origin);
    await expect(fetcher.get(`${REAL}/no`, { via: 'browser' })).rejects.toMatchObject({ code: 'refused' });
    expect(await text(fetcher, '/a')).toContain('kept out');
    expect(paths()).toEqual(['/robots.txt', '/a']);
  });

  test('its parts come one at a time and without the pause, in limited number, and count', async () => {
    const many = 'Promise.allSettled(Array.from({ length: 80 }, (_, i) => fetch("/p" + i)))';
    const { origin, paths } = await start({
      '/a': [inline(`${SHOW} ${many}.then((all) => show(all.filter((p) => p.value).length + " parts"))`)],
    });
    const fetcher = fetcherFor(origin, { budget: 100, robots: 'permitted', pauseSeconds: 20 });
    expect(await text(fetcher, '/a')).toContain('60 parts');
    expect([paths().length, fetcher.requests()]).toEqual([61, 61]);
  });

  test('a budget that ends on the way is told: half a page proves nothing', async () => {
    const { origin } = await start({ '/a': [inline('fetch("/1").then(() => fetch("/2"))')] });
    await expect(text(fetcherFor(origin, { budget: 2 }), '/a')).rejects.toMatchObject({ code: 'budget', at: `${REAL}/2` });
  });

  test('the scripts of a site are asked for once', async () => {
    const page = html('<p id="out"></p><script src="/app.js"></script>');
    const { origin, paths } = await start({ '/a': [page], '/b': [page], '/app.js': [code(`${SHOW} show("run")`)] });
    const fetcher = fetcherFor(origin);
    for (const path of ['/a', '/b']) expect(await text(fetcher, path)).toContain('<p id="out">run</p>');
    expect(paths()).toEqual(['/robots.txt', '/a', '/app.js', '/b']);
  });

  test('that never stands still is taken as it is', async () => {
    const { origin } = await start({
      '/a': [inline('let i = 0; setInterval(() => { document.getElementById("out").textContent = "tick " + (i += 1) }, 50)')],
    });
    expect(await text(fetcherFor(origin, { timeoutSeconds: 4 }), '/a')).toMatch(/tick \d+/);
  });
});

const none = (): readonly Candidate[] => [];

describe('without a browser', () => {
  test.each<[string, Answer]>([
    [
      'a challenge',
      [403, { 'cf-mitigated': 'challenge', 'content-type': 'text/html' }, '<title>Just a moment...</title><script>solve()</script>'],
    ],
    ['a challenge with 200', html('<title>Just a moment...</title><script>solve()</script>')],
    ['an answer that is no page', [200, { 'content-type': 'application/json' }, '{}']],
    ['a page that is not there', [404, { 'content-type': 'text/html' }, '<p>gone</p>']],
  ])('%s comes back as it came', async (_, answer) => {
    const { origin } = await start({ '/a': [answer] });
    const fetcher = netFor(origin, {}, none).forWatcher(MANNERS);
    const { headers, ...page } = await fetcher.get(`${REAL}/a`, { via: 'browser' });
    const { headers: _headers, ...plain } = await fetcher.get(`${REAL}/a`);
    expect(page).toEqual(plain);
  });

  test('a page is an error with a name, and other pages go on', async () => {
    const { origin } = await start({ '/a': [inline('')] });
    const fetcher = netFor(origin, { browserPath: '/nowhere/chromium' }).forWatcher(MANNERS);
    const error = { code: 'no-browser', message: expect.stringContaining('/nowhere/chromium'), remedy: expect.stringMatching(/\w/) };
    for (const _ of [1, 2]) await expect(fetcher.get(`${REAL}/a`, { via: 'browser' })).rejects.toMatchObject(error);
    expect((await fetcher.get(`${REAL}/a`)).status).toBe(200);
  });

  test('a program that is no browser is passed over for the next one', async () => {
    const { origin } = await start({ '/a': [inline(`${SHOW} show("shown")`)] });
    const stub: Candidate = { name: 'a stub', find: async () => ({ path: process.execPath, env: {} }) };
    const absent: Candidate = { name: 'one that is not there', find: async () => null };
    const net = netFor(origin, {}, () => [absent, stub, ...findBrowsers(null)]);
    expect(await text(net.forWatcher(MANNERS), '/a')).toContain('shown');
  });
});

describe('the browser of a run', () => {
  const folder = mkdtempSync(join(tmpdir(), 'pactwatch-browser-'));
  const log = join(folder, 'log');
  const wrapper = join(folder, 'browser');
  beforeEach(() => writeFileSync(log, ''));
  afterAll(() => rmSync(folder, { recursive: true }));

  /** The same browsers, each behind a script that notes its process before it becomes the browser. */
  const noted = (): readonly Candidate[] =>
    findBrowsers(null).map(({ name, find }) => ({
      name,
      find: async () => {
        const found = await find();
        if (found === null || !existsSync(found.path)) return null;
        writeFileSync(wrapper, `#!/bin/sh\necho $$ >> '${log}'\nexec '${found.path}' "$@"\n`);
        chmodSync(wrapper, 0o755);
        return { path: wrapper, env: found.env };
      },
    }));
  const processes = (): number[] => readFileSync(log, 'utf8').split('\n').filter(Boolean).map(Number);
  const isGone = (pid: number): boolean => {
    try {
      return !process.kill(pid, 0);
    } catch {
      return true;
    }
  };
  const allGone = (): Promise<void> => vi.waitFor(() => expect(processes().filter((pid) => !isGone(pid))).toEqual([]), { timeout: 5000 });
  const page = inline(`${SHOW} show("shown")`);

  test('is started by the first page, shared by all, and ends with the run', async () => {
    const { origin } = await start({ '/a': [page], '/b': [page] });
    const net = netFor(origin, {}, noted);
    await net.forWatcher(MANNERS).get(`${REAL}/a`);
    expect(processes()).toEqual([]);
    const watchers = [net.forWatcher(MANNERS), net.forWatcher(MANNERS)];
    expect(await Promise.all(watchers.map((fetcher, i) => text(fetcher, i === 0 ? '/a' : '/b')))).toHaveLength(2);
    expect(processes()).toHaveLength(1);
    await net.close();
    await allGone();
  });

  test.each([
    ['a script without end', inline('while (true) {}')],
    ['a script that does not come', html('<p>half</p><script src="/late.js"></script>')],
  ])('%s: the page ends by its limit of time, the browser with it, and the next page gets another', async (_, hanging) => {
    const { origin } = await start({ '/hang': [hanging], '/late.js': [() => undefined], '/a': [page] });
    const fetcher = netFor(origin, { timeoutSeconds: 3 }, noted).forWatcher(MANNERS);
    await expect(text(fetcher, '/hang')).rejects.toMatchObject({ code: 'timeout', at: `${REAL}/hang` });
    await allGone();
    expect(await text(fetcher, '/a')).toContain('shown');
    expect(processes()).toHaveLength(2);
  });

  test('that dies costs one page and not the run', async () => {
    const deadly: Answer = (response) => {
      process.kill(processes().at(-1) ?? 0, 'SIGKILL');
      response.end();
    };
    const { origin } = await start({ '/a': [page], '/deadly': [html('<script src="/kill.js"></script>')], '/kill.js': [deadly] });
    const fetcher = netFor(origin, {}, noted).forWatcher(MANNERS);
    await expect(text(fetcher, '/deadly')).rejects.toMatchObject({ code: 'unreachable', message: expect.stringContaining('broke down') });
    expect(await text(fetcher, '/a')).toContain('shown');
    expect(processes()).toHaveLength(2);
  });
});
