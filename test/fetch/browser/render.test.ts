// Pages that are nothing without their scripts, in a real browser. Where none can be had, these tests fail: the package brings one.

import { describe, expect, test } from 'vitest';
import { REAL, SETTINGS, useScript } from '../support.ts';
import { code, html, inline, realFetcher, SHOW, shown } from './shown.ts';

const OTHER = 'https://other.example';
const start = useScript();

describe('a page in the browser', () => {
  test('comes as its scripts leave it, with the address and the headers it was fetched with', async () => {
    const { origin, asked } = await start({
      '/list': [[301, { location: '/list/' }]],
      '/list/': [
        [
          200,
          { 'content-type': 'text/html; charset=iso-8859-1', etag: '"9"', 'content-disposition': 'attachment' },
          Buffer.from(
            '<!doctype html><meta charset="iso-8859-1"><title>Caf\xe9</title><noscript>You need to enable JavaScript to run this app.</noscript><ul></ul><script src="app.js"></script>',
            'latin1',
          ),
        ],
      ],
      '/list/app.js': [
        code(
          'fetch("/rows.json").then((r) => r.json()).then((rows) => setTimeout(() => { document.querySelector("ul").innerHTML = rows.map((r) => "<li>" + r + "</li>").join("") }, 200))',
        ),
      ],
      '/rows.json': [[200, { 'content-type': 'application/json' }, '["ST 90001/26","ST 90002/26"]']],
    });
    const fetcher = realFetcher(origin);
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
    const { origin } = await start({ '/a': [inline(`show(navigator.webdriver + " " + navigator.userAgent)`)] });
    expect(await shown(realFetcher(origin), '/a')).toContain(`true ${SETTINGS.userAgent}`);
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
    const body = await shown(realFetcher(origin), '/a');
    expect(paths()).toEqual(['/robots.txt', '/a']);
    for (const told of ['text', ' no post', ' no other', ' no socket']) expect(body).toContain(told);
  });

  test('gets what lies on another site that the table of origins names', async () => {
    const { origin, paths } = await start({
      '/a': [html(`<p id="out"></p><script src="${OTHER}/b.js"></script>`)],
      '/b.js': [code(`${SHOW} show("named")`)],
    });
    expect(await shown(realFetcher(origin, { origins: { [REAL]: origin, [OTHER]: origin } }), '/a')).toContain('named');
    expect(paths()).toEqual(['/robots.txt', '/a', '/robots.txt', '/b.js']);
  });

  test('is refused where robots.txt says no, and so are its parts', async () => {
    const { origin, paths } = await start({
      '/robots.txt': [[200, {}, 'User-agent: *\nDisallow: /no']],
      '/no': [html('never')],
      '/a': [inline(`fetch("/no/data").catch(() => show("kept out"))`)],
    });
    const fetcher = realFetcher(origin);
    await expect(fetcher.get(`${REAL}/no`, { via: 'browser' })).rejects.toMatchObject({ code: 'refused' });
    expect(await shown(fetcher, '/a')).toContain('kept out');
    expect(paths()).toEqual(['/robots.txt', '/a']);
  });

  test('its parts come without the pause, in limited number, and count', async () => {
    const many = 'Promise.allSettled(Array.from({ length: 80 }, (_, i) => fetch("/p" + i)))';
    const { origin, paths } = await start({
      '/a': [inline(`${many}.then((all) => show(all.filter((p) => p.value).length + " parts"))`)],
    });
    const fetcher = realFetcher(origin, { budget: 100, robots: 'permitted', pauseSeconds: 20 });
    expect(await shown(fetcher, '/a')).toContain('60 parts');
    expect([paths().length, fetcher.requests()]).toEqual([61, 61]);
  });

  test('a budget that ends on the way is told: half a page proves nothing', async () => {
    const { origin } = await start({ '/a': [inline('fetch("/1").then(() => fetch("/2"))')] });
    await expect(shown(realFetcher(origin, { budget: 2 }), '/a')).rejects.toMatchObject({ code: 'budget', at: `${REAL}/2` });
  });

  test('the scripts of a site are asked for once', async () => {
    const page = html('<p id="out"></p><script src="/app.js"></script>');
    const { origin, paths } = await start({ '/a': [page], '/b': [page], '/app.js': [code(`${SHOW} show("run")`)] });
    const fetcher = realFetcher(origin);
    for (const path of ['/a', '/b']) expect(await shown(fetcher, path)).toContain('<p id="out">run</p>');
    expect(paths()).toEqual(['/robots.txt', '/a', '/app.js', '/b']);
  });

  test('that never stands still is taken as it is', async () => {
    const { origin } = await start({
      '/a': [inline('let i = 0; setInterval(() => { document.getElementById("out").textContent = "tick " + (i += 1) }, 50)')],
    });
    expect(await shown(realFetcher(origin, { timeoutSeconds: 4 }), '/a')).toMatch(/tick \d+/);
  });
});
