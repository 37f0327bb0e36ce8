// The stand-ins' server: a day, a markup and a language for all, and faults that are what their names say.

import { afterEach, expect, it } from 'vitest';
import { emptied } from './emptied.ts';
import { FAULTS, type Fault } from './faults.ts';
import { type Replica, type ReplicaOptions, startReplica } from './server.ts';
import { type Day, type FeedItem, json, page, rss, type Site, type Story, until } from './site.ts';

const REAL = 'https://news.example';
const ITEMS: readonly (FeedItem & { readonly from?: Day })[] = [
  { title: 'Nets & boats', link: '/news/nets-990001' },
  { title: 'A second quay', link: '/news/quay-990002', from: 2 },
];

const news: Site = {
  origin: REAL,
  robots: 'User-agent: *\nDisallow: /private/\n',
  answer: ({ url, day, variant, language, method }) => {
    if (method === 'HEAD') return { status: 405, body: '' };
    const items = until(ITEMS, day);
    const tag = variant % 2 === 0 ? 'li' : 'article';
    if (url.pathname === '/news')
      return page(
        language === 'fr' ? 'Actualités' : 'News',
        items.map((i) => `<${tag}><a href="${i.link}">${i.title}</a></${tag}>`).join(''),
      );
    if (url.pathname === '/feed') return rss(items, { title: 'News', link: REAL });
    if (url.pathname === '/data') return json({ total: items.length, items });
    if (url.pathname === '/broken') throw new Error('no such drawer');
    return null;
  },
};
const other: Site = { origin: 'https://other.example', answer: () => ({ body: 'other' }) };

const started: Replica[] = [];
afterEach(() => Promise.all(started.splice(0).map((replica) => replica.close())));

const start = async (stories: readonly Story[] = [{ sites: [news, other], told: [] }], options: ReplicaOptions = {}): Promise<Replica> => {
  const replica = await startReplica(stories, options);
  started.push(replica);
  return replica;
};
const ask = (replica: Replica, path: string, init: RequestInit = {}) =>
  fetch(`${replica.origins[REAL]}${path}`, { redirect: 'manual', signal: AbortSignal.timeout(900), ...init });
const text = async (replica: Replica, path: string): Promise<string> => (await ask(replica, path)).text();

it('plays every origin on a port of its own and logs real addresses', async () => {
  const replica = await start();
  expect(Object.keys(replica.origins)).toEqual([REAL, 'https://other.example']);
  expect(await text(replica, '/news?page=1')).toContain('Nets');
  expect(await (await fetch(`${replica.origins['https://other.example']}/x`)).text()).toBe('other');
  expect(replica.requests.map(({ url }) => url)).toEqual([`${REAL}/news?page=1`, 'https://other.example/x']);
  expect(replica.mostAtOnce(REAL)).toBe(1);
});

it('steps through the days, the markups and the languages', async () => {
  const replica = await start();
  expect(await text(replica, '/news')).not.toContain('second');
  expect(replica.clock.step()).toBe(true);
  expect(replica.clock.date).toBe('2026-09-08');
  expect(await text(replica, '/news')).toMatch(/<li><a [^>]*>A second quay/);
  replica.variant(1);
  expect(await text(replica, '/news')).toMatch(/<article><a [^>]*>A second quay/);
  replica.language('fr');
  expect(await text(replica, '/news')).toContain('<title>Actualités</title>');
  replica.day(5);
  expect(replica.clock.step()).toBe(false);
});

it('has a page for what is not there, says no to HEAD where the site does, and owns up to its mistakes', async () => {
  const replica = await start();
  expect((await ask(replica, '/none')).status).toBe(404);
  expect((await ask(replica, '/news', { method: 'HEAD' })).status).toBe(405);
  expect((await ask(replica, '/broken')).status).toBe(500);
  expect(replica.errors).toEqual([expect.stringContaining('no such drawer')]);
});

it('refuses two stand-ins for one origin', () =>
  expect(startReplica([{ sites: [other, other], told: [] }])).rejects.toThrow('two stand-ins'));

it('gives 304 for an ETag that it gave, and none unless told to', async () => {
  const replica = await start();
  expect((await ask(replica, '/news')).headers.get('etag')).toBeNull();
  replica.validators(true);
  const etag = (await ask(replica, '/news')).headers.get('etag') ?? '';
  const again = () => ask(replica, '/news', { headers: { 'if-none-match': etag } });
  expect((await again()).status).toBe(304);
  replica.day(2);
  expect((await again()).status).toBe(200);
});

it('has the robots.txt of its site until it is given another', async () => {
  const replica = await start();
  expect(await text(replica, '/robots.txt')).toContain('/private/');
  for (const [kind, status] of [
    ['forbidden', 403],
    ['challenge', 403],
    ['error', 500],
    ['absent', 404],
    ['disallow', 200],
  ] as const) {
    replica.robots(REAL, kind);
    expect((await ask(replica, '/robots.txt')).status).toBe(status);
  }
  replica.robots(REAL, null);
  expect(await text(replica, '/robots.txt')).toContain('/private/');
});

/** Status of the answer, or the failure of the line; then what its body or headers must hold. */
const SIGNS: Readonly<Record<Fault, readonly [number | 'fails', RegExp]>> = {
  'challenge-403': [403, /cf-mitigated: challenge[\s\S]*Just a moment/],
  'challenge-200': [200, /Checking your browser/],
  'aws-202': [202, /x-amzn-waf-action: challenge/],
  akamai: [403, /Access Denied/],
  cloudfront: [403, /x-cache: Error from cloudfront/],
  'alternate-403': [403, /Just a moment/],
  slow: [200, /Nets/],
  hang: ['fails', /timeout/i],
  reset: ['fails', /fetch failed/],
  'error-500': [500, /500/],
  maintenance: [200, /maintenance/],
  'zero-bytes': [200, /content-length: 0/],
  shell: [200, /id="root"/],
  cut: ['fails', /terminated/],
  truncated: [200, /<html(?![\s\S]*<\/html>)/],
  login: [200, /type="password"/],
  'soft-404': [200, /Page not found/],
  'html-for-data': [200, /text\/html[\s\S]*new face/],
  'redirect-home': [302, /location: \/\n/],
  'redirect-abroad': [302, /location: https:\/\/elsewhere/],
  emptied: [200, /<main(?![\s\S]*Nets)/],
};

const wholeOf = async (replica: Replica, path: string): Promise<readonly [number | 'fails', string]> => {
  try {
    const response = await ask(replica, path);
    const headers = [...response.headers].map(([name, value]) => `${name}: ${value}\n`).join('');
    return [response.status, headers + (await response.text())];
  } catch (error) {
    return ['fails', String(error)];
  }
};

it.each(FAULTS)('fails as told: %s', async (fault) => {
  const replica = await start();
  replica.fault(`${REAL}/news`, fault);
  const [status, sign] = SIGNS[fault];
  const [seen, whole] = await wholeOf(replica, '/news');
  expect(seen).toBe(status);
  expect(whole).toMatch(sign);
  expect((await ask(replica, '/feed')).status).toBe(200);
  replica.fault(`${REAL}/news`, null);
  expect(await text(replica, '/news')).toContain('Nets');
});

it('lets the longest beginning decide, puts walls before robots.txt and takes turns', async () => {
  const replica = await start();
  replica.fault(REAL, 'alternate-403');
  replica.fault(`${REAL}/feed`, 'zero-bytes');
  expect((await ask(replica, '/robots.txt')).status).toBe(403);
  expect((await ask(replica, '/news')).status).toBe(403);
  expect(await text(replica, '/news')).toContain('Nets');
  expect(await text(replica, '/feed')).toBe('');
  replica.fault(REAL, 'login');
  expect(await text(replica, '/robots.txt')).toContain('/private/');
});

it('empties pages, feeds, JSON and data in scripts, and leaves the rest', () => {
  const links = '<h1>News</h1><div><article><a href="/1">One</a></article><article><a href="/2">Two</a></article></div>';
  const script = '<script>window.DATA = {"title":"kept","items":[{"a":"};"}]};</script>';
  const { body } = emptied(page('News', links + script));
  expect(body).toContain('<h1>News</h1><div></div>');
  expect(body).toContain('window.DATA = {"title":"kept","items":[]};');
  expect(emptied(rss(ITEMS, { title: 'News', link: REAL })).body).toMatch(/<title>News<\/title>(?![\s\S]*<item>)/);
  expect(emptied(json({ total: 2, items: [1] })).body).toBe('{"total":2,"items":[]}');
});
