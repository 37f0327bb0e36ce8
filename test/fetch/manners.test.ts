// In turn, with pauses, no more often than useful, within the budget.

import { afterEach, expect, test } from 'vitest';
import { startHost } from '../replica/host.ts';
import { type Answer, fetcherFor, REAL, type Script, startScript } from './support.ts';

let server: Script | null = null;
afterEach(async () => {
  await server?.close();
  server = null;
});

const OK: Answer = [200, { 'content-type': 'text/plain' }, 'a page'];
const start = async (answers: Record<string, readonly Answer[]>): Promise<Script> => {
  server = await startScript(answers);
  return server;
};

test('one request at a time, even when many are wanted', async () => {
  const host = await startHost();
  try {
    host.behave('slow');
    const { fetcher } = fetcherFor(host.origin);
    await Promise.all(['a', 'b'].map((name) => fetcher.get(`${REAL}/${name}`)));
    expect([host.requests.length, host.maxConcurrent]).toEqual([3, 1]);
  } finally {
    await host.close();
  }
});

test('the pause stands between any two requests to a host, robots.txt included', async () => {
  const { origin } = await start({ '/a': [OK] });
  const { fetcher, waits } = fetcherFor(origin, { pauseSeconds: 3 });
  await fetcher.get(`${REAL}/a`);
  await fetcher.get(`${REAL}/a`);
  expect(waits).toEqual([3, 3]);
});

test('a stand-in on this machine needs no pause', async () => {
  const { origin } = await start({ '/a': [OK] });
  const { fetcher, waits } = fetcherFor(origin);
  await fetcher.get(`${REAL}/a`);
  expect(waits).toEqual([]);
});

test('hosts do not wait for each other', async () => {
  const { origin } = await start({ '/a': [OK] });
  const { fetcher, waits } = fetcherFor(origin, {
    pauseSeconds: 3,
    robots: 'permitted',
    origins: { [REAL]: origin, 'https://second.example': origin },
  });
  await fetcher.get(`${REAL}/a`);
  await fetcher.get('https://second.example/a');
  expect(waits).toEqual([]);
});

const cut: Answer = (response) => {
  response.writeHead(200, { 'content-length': '1000' });
  response.write('half', () => response.destroy());
};
test.each<[string, Answer]>([
  ['500', [500]],
  ['502', [502]],
  ['503', [503]],
  ['429', [429]],
  ['a reset', (response) => response.destroy()],
  ['a body cut short', cut],
])('%s that passes is tried again, each time later', async (_, trouble) => {
  const { origin, paths } = await start({ '/a': [trouble, trouble, OK] });
  const { fetcher, waits } = fetcherFor(origin);
  expect((await fetcher.get(`${REAL}/a`)).status).toBe(200);
  expect(paths()).toEqual(['/robots.txt', '/a', '/a', '/a']);
  expect(waits).toEqual([0.75, 1.5]);
});

test.each<[string, Answer, string, number | null]>([
  ['502', [502], 'server-error', 502],
  ['429', [429], 'rate-limited', 429],
  ['a body cut short', cut, 'unreachable', null],
])('%s that stays is an error with a name', async (_, trouble, code, status) => {
  const { origin, asked } = await start({ '/a': [trouble] });
  const get = fetcherFor(origin).fetcher.get(`${REAL}/a`);
  await expect(get).rejects.toMatchObject({ code, status, at: `${REAL}/a`, remedy: expect.stringMatching(/\w/) });
  expect(asked).toHaveLength(4);
});

test.each<[string, Answer]>([
  ['404', [404]],
  ['403 with Retry-After', [403, { 'retry-after': '1' }]],
  ['a challenge with 503', [503, { 'cf-mitigated': 'challenge' }]],
  ['a challenge with 429', [429, { 'x-amzn-waf-action': 'challenge' }]],
])('%s is an answer and not asked for again', async (_, answer) => {
  const { origin, paths } = await start({ '/a': [answer] });
  const page = await fetcherFor(origin).fetcher.get(`${REAL}/a`);
  expect(page.status).toBeGreaterThanOrEqual(400);
  expect(paths()).toEqual(['/robots.txt', '/a']);
});

test.each([
  ['5', 5],
  ['Thu, 01 Jan 2099 00:00:42 GMT', 42],
  ['Wed, 31 Dec 2098 00:00:00 GMT', 0.75],
  ['soon', 0.75],
])('Retry-After: %s is a wait of %d seconds', async (value, seconds) => {
  const { origin } = await start({ '/a': [[429, { 'retry-after': value }], OK] });
  const { fetcher, waits } = fetcherFor(origin);
  await fetcher.get(`${REAL}/a`);
  expect(waits).toEqual([seconds]);
});

test('a host that wants to be left alone for long is, for the rest of the run', async () => {
  const { origin, paths } = await start({ '/a': [[503, { 'retry-after': '3600' }]], '/b': [OK] });
  const { fetcher, waits } = fetcherFor(origin);
  await expect(fetcher.get(`${REAL}/a`)).rejects.toMatchObject({ code: 'rate-limited', message: expect.stringMatching(/3600 seconds/) });
  await expect(fetcher.get(`${REAL}/b`)).rejects.toMatchObject({ code: 'rate-limited' });
  expect(paths()).toEqual(['/robots.txt', '/a']);
  expect(waits).toEqual([]);
});

test('after "too many requests" the pause is longer', async () => {
  const { origin } = await start({ '/a': [[429], OK] });
  const { fetcher, waits } = fetcherFor(origin, { pauseSeconds: 4 });
  await fetcher.get(`${REAL}/a`);
  await fetcher.get(`${REAL}/a`);
  expect(waits).toEqual([4, 8, 8]);
});

test('the budget ends the asking, repeated requests included', async () => {
  const { origin, paths } = await start({ '/a': [OK], '/b': [[500]] });
  const { fetcher } = fetcherFor(origin, { budget: 3, retries: 5 });
  await fetcher.get(`${REAL}/a`);
  await expect(fetcher.get(`${REAL}/b`)).rejects.toMatchObject({ code: 'server-error' });
  await expect(fetcher.get(`${REAL}/a`)).rejects.toMatchObject({ code: 'budget', at: `${REAL}/a` });
  expect(paths()).toEqual(['/robots.txt', '/a', '/b', '/b']);
  expect(fetcher.requests()).toBe(4);
});

test('a host that is not there is unreachable', async () => {
  const gone = await startScript({});
  await gone.close();
  const { fetcher } = fetcherFor(gone.origin, { robots: 'permitted' });
  await expect(fetcher.get(`${REAL}/a`)).rejects.toMatchObject({ code: 'unreachable', message: expect.stringContaining(`${REAL}/a`) });
  expect(fetcher.requests()).toBe(3);
});
