// What is asked for again, when, and what is told when it does not help.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lookAtDocument } from '../../pipeline/fetch/judge/classify.ts';
import { backoff } from '../../pipeline/fetch/retry.ts';
import { type Answer, fetcherFor, REAL, useScript } from './support.ts';

const start = useScript();
const OK: Answer = [200, { 'content-type': 'text/plain' }, 'a page'];

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
])('%s is an answer and not asked for again', async (name, answer) => {
  const { origin, paths } = await start({ '/a': [answer] });
  const page = await fetcherFor(origin).fetcher.get(`${REAL}/a`);
  expect(page.status).toBeGreaterThanOrEqual(400);
  if (name.includes('challenge')) expect(() => lookAtDocument(page)).toThrow(expect.objectContaining({ code: 'blocked' }));
  expect(paths()).toEqual(['/robots.txt', '/a']);
});

test.each([
  ['5', 5],
  ['120', 120],
  ['Thu, 01 Jan 2099 00:00:42 GMT', 42],
  ['Wed, 31 Dec 2098 00:00:00 GMT', 0.75],
  ['soon', 0.75],
])('Retry-After: %s is a wait of %d seconds', async (value, seconds) => {
  const late = { 'retry-after': value };
  const { origin } = await start({ '/a': [[429, late], OK], '/b': [[503, late], OK] });
  for (const name of ['a', 'b']) {
    const { fetcher, waits } = fetcherFor(origin);
    await fetcher.get(`${REAL}/${name}`);
    expect(waits).toEqual([seconds]);
  }
});

test.each([
  [503, '3600'],
  [429, 'Thu, 01 Jan 2099 01:00:00 GMT'],
])('a host that wants to be left alone for long is, for the rest of the run (%i, %s)', async (status, value) => {
  const { origin, paths } = await start({ '/a': [[status, { 'retry-after': value }]], '/b': [OK] });
  const { fetcher, waits } = fetcherFor(origin);
  await expect(fetcher.get(`${REAL}/a`)).rejects.toMatchObject({ code: 'rate-limited', message: expect.stringMatching(/3600 seconds/) });
  await expect(fetcher.get(`${REAL}/b`)).rejects.toMatchObject({ code: 'rate-limited' });
  expect(paths()).toEqual(['/robots.txt', '/a']);
  expect(waits).toEqual([]);
});

test.each<[number, number[]]>([
  [429, [4, 8, 8]],
  [503, [4, 8, 8]],
  [500, [4, 4, 4]],
])('after a %i the pauses are %j', async (status, wanted) => {
  const { origin } = await start({ '/a': [[status], OK] });
  const { fetcher, waits } = fetcherFor(origin, { pauseSeconds: 4 });
  await fetcher.get(`${REAL}/a`);
  await fetcher.get(`${REAL}/a`);
  expect(waits).toEqual(wanted);
});

test('between half and whole of a time that doubles up to a minute, by chance', () => {
  const chance = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
  fc.assert(
    fc.property(fc.nat({ max: 40 }), chance, (attempt, random) => {
      const longest = Math.min(1000 * 2 ** attempt, 60_000);
      const wait = backoff(attempt, () => random);
      expect(wait).toBeGreaterThanOrEqual(longest / 2);
      expect(wait).toBeLessThanOrEqual(longest);
    }),
  );
  expect(backoff(3, () => 0)).not.toBe(backoff(3, () => 0.9));
});
