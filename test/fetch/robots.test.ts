import { expect, test } from 'vitest';
import { type Answer, fetcherFor, REAL, type Script, useScript } from './support.ts';

const start = useScript();
let server: Script;

const TEXT = { 'content-type': 'text/plain' };
const page: readonly Answer[] = [[200, TEXT, 'a page']];
const withRobots = async (...robots: Answer[]): Promise<Script> => {
  server = await start({ '/robots.txt': robots, '/doc/a': page, '/doc/b': page, '/open': page });
  return server;
};
const says = (text: string): Answer => [200, TEXT, text];

test.each<[string, Answer]>([
  ['none', [404]],
  ['gone', [410]],
  ['another 4xx', [400]],
  ['empty', [200]],
  ['a web page in its place', [200, { 'content-type': 'text/html' }, '<title>On robots</title><pre>\nUser-agent: *\nDisallow: /\n</pre>']],
  ['a rule for others', says('User-agent: otherbot\nDisallow: /')],
  ['no for all but us', says('User-agent: *\nDisallow: /\n\nUser-agent: PactWatch/2.0\nAllow: /')],
  ['a longer allowance', says('User-agent: *\nDisallow: /\nAllow: /doc/')],
])('%s: fetched', async (_, robots) => {
  const { fetcher } = fetcherFor((await withRobots(robots)).origin);
  expect((await fetcher.get(`${REAL}/doc/a`)).status).toBe(200);
});

test.each<[string, Answer, RegExp]>([
  ['no to everybody', says('User-agent: *\nDisallow: /'), /line 2: Disallow: \//],
  ['no to us', says('User-agent: *\nAllow: /\n\nUser-agent: pactwatch\nDisallow: /doc'), /line 5: Disallow: \/doc/],
  ['no, behind a byte order mark', says('\uFEFFUser-agent: *\r\nDisallow: /doc'), /line 2/],
  ['no, served as HTML', [200, { 'content-type': 'text/html' }, 'User-agent: *\nDisallow: /'], /line 2: Disallow: \//],
  ['401', [401], /status 401/],
  ['403', [403, TEXT, 'no'], /status 403/],
])('%s: refused, with its evidence', async (_, robots, evidence) => {
  const { fetcher } = fetcherFor((await withRobots(robots)).origin);
  const error = { code: 'refused', evidence: expect.stringMatching(evidence), message: expect.stringContaining(`${REAL}/robots.txt`) };
  await expect(fetcher.get(`${REAL}/doc/a`)).rejects.toMatchObject(error);
  expect(server.paths()).toEqual(['/robots.txt']);
});

test.each<[string, Answer]>([
  ['403', [403, { 'cf-mitigated': 'challenge' }]],
  ['200', [200, { 'content-type': 'text/html' }, '<title>Just a moment...</title>']],
  ['503', [503, { 'content-type': 'text/html' }, '<title>Just a moment...</title>']],
])('a challenge with %s in its place is a block, not consent', async (_, robots) => {
  const { fetcher } = fetcherFor((await withRobots(robots)).origin);
  await expect(fetcher.get(`${REAL}/doc/a`)).rejects.toMatchObject({ code: 'blocked' });
  expect(server.paths()).toEqual(['/robots.txt']);
});

test.each<[string, Answer]>([
  ['500', [500]],
  ['429', [429]],
  ['a dead line', (response) => response.destroy()],
  ['a redirect to nowhere', [302]],
  ['a redirect to another site', [302, { location: 'https://elsewhere.example/robots.txt' }]],
])('%s: nothing is fetched', async (_, robots) => {
  const { fetcher } = fetcherFor((await withRobots(robots)).origin);
  await expect(fetcher.get(`${REAL}/doc/a`)).rejects.toMatchObject({ code: 'unreachable', at: `${REAL}/robots.txt` });
  expect(new Set(server.paths())).toEqual(new Set(['/robots.txt']));
});

test('an error that passes does not hide the rules', async () => {
  const { fetcher } = fetcherFor((await withRobots([503], says('User-agent: *\nDisallow: /doc'))).origin);
  await expect(fetcher.get(`${REAL}/doc/a`)).rejects.toMatchObject({ code: 'refused' });
  expect((await fetcher.get(`${REAL}/open`)).status).toBe(200);
});

test('rules behind a redirect to https hold for the address that was asked', async () => {
  const { origin } = await start({
    '/robots.txt': [[301, { location: 'https://plain.example/rules' }]],
    '/rules': [says('User-agent: *\nDisallow: /doc')],
  });
  const { fetcher } = fetcherFor(origin, { origins: { 'http://plain.example': origin, 'https://plain.example': origin } });
  await expect(fetcher.get('http://plain.example/doc/a')).rejects.toMatchObject({ code: 'refused' });
});

test('asked for once, beside the budget', async () => {
  const { fetcher } = fetcherFor((await withRobots([404])).origin, { budget: 2 });
  await Promise.all([fetcher.get(`${REAL}/doc/a`), fetcher.get(`${REAL}/doc/b`)]);
  expect(server.paths().sort()).toEqual(['/doc/a', '/doc/b', '/robots.txt']);
  expect(fetcher.requests()).toBe(3);
});

test('with the permission of the operator it is not asked for', async () => {
  const { fetcher } = fetcherFor((await withRobots([403])).origin, { robots: 'permitted' });
  expect((await fetcher.get(`${REAL}/doc/a`)).status).toBe(200);
  expect(server.paths()).toEqual(['/doc/a']);
});

test.each<[string, number]>([
  ['7', 7],
  ['3600', 60],
  ['nonsense', 0],
])('a crawl delay of %s is a pause of %i seconds', async (delay, pause) => {
  const { fetcher, waits } = fetcherFor((await withRobots(says(`User-agent: *\nCrawl-delay: ${delay}`))).origin);
  await fetcher.get(`${REAL}/doc/a`);
  await fetcher.get(`${REAL}/doc/b`);
  expect(waits).toEqual(pause === 0 ? [] : [pause, pause]);
});
