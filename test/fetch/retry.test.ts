import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lookAtDocument } from '../../pipeline/fetch/classify.ts';
import { backoff, retryAfter } from '../../pipeline/fetch/retry.ts';
import type { Answer } from '../replica/host.ts';
import { ADDRESS, html, PDF, page, START, useBench } from './support.ts';

const bench = useBench();
const GOOD: Answer = { status: 200, headers: { 'content-type': 'application/pdf' }, body: PDF };
const waits = () => bench.world.waits.map((ms) => ms / 1000);
const get = (retries = 3) => bench.fetcher({ robots: 'permitted', retries }).get(ADDRESS);

describe('trouble that passes', () => {
  it.each([500, 502, 503, 504, 429])('(%i) is asked about again, later each time', async (status) => {
    bench.answer({ status }, { status }, GOOD);
    expect(await get()).toMatchObject({ status: 200 });
    expect(waits()).toEqual([0.5, 1]);
    expect(bench.asked()).toHaveLength(3);
  });

  it.each([500, 502, 504])('(%i) that does not pass is a server error after the last try', async (status) => {
    bench.answer({ status });
    await expect(get()).rejects.toMatchObject({ name: 'FetchError', code: 'server-error', status, at: ADDRESS });
    expect(waits()).toEqual([0.5, 1, 2]);
    expect(bench.asked()).toHaveLength(4);
  });

  it('(429) that does not pass is told as being asked too often', async () => {
    bench.answer({ status: 429 });
    await expect(get(1)).rejects.toMatchObject({ name: 'FetchError', code: 'rate-limited', status: 429 });
    expect(bench.asked()).toHaveLength(2);
  });

  it.each(['reset', 'cut'] as const)('(%s) is asked about again, and unreachable after the last try', async (mode) => {
    bench.host.behave(mode);
    await expect(get(2)).rejects.toMatchObject({ name: 'FetchError', code: 'unreachable', at: ADDRESS });
    expect(bench.asked()).toHaveLength(3);
    expect(waits()).toEqual([0.5, 1]);
  });

  it('is not asked about again where the settings want no retries', async () => {
    bench.answer({ status: 502 }, GOOD);
    await expect(get(0)).rejects.toMatchObject({ code: 'server-error' });
  });

  it.each([200, 204, 301, 400, 403, 404, 410])('is not what %i means', async (status) => {
    bench.answer({ status }, GOOD);
    expect((await get()).status).toBe(status);
    expect(bench.asked()).toHaveLength(1);
  });

  it('is not what a challenge with status 503 means: it is left to be seen as one', async () => {
    const body = html('Just a moment...', '<p>One second.</p>');
    bench.answer({ status: 503, headers: { 'content-type': 'text/html' }, body }, GOOD);
    const answer = await get();
    expect(answer.status).toBe(503);
    expect(() => lookAtDocument(answer)).toThrow(expect.objectContaining({ name: 'BlockedError', code: 'blocked' }));
    expect(bench.asked()).toHaveLength(1);
  });
});

describe('Retry-After', () => {
  const later = (seconds: number) => new Date(START + seconds * 1000).toUTCString();

  it.each([
    [429, '7'],
    [503, '7'],
    [429, later(7)],
    [503, later(7)],
  ])('of a %i (%s) is waited for', async (status, value) => {
    bench.answer({ status, headers: { 'retry-after': value } }, GOOD);
    expect((await get()).status).toBe(200);
    expect(waits()).toEqual([7]);
  });

  it.each(['3600', later(3600), '121'])('of more than two minutes (%s) is not waited for, and the host is left alone', async (value) => {
    bench.answer({ status: 429, headers: { 'retry-after': value } }, GOOD);
    const { get: ask } = bench.fetcher({ robots: 'permitted' });
    await expect(ask(ADDRESS)).rejects.toMatchObject({ code: 'rate-limited' });
    await expect(ask(`${ADDRESS}?other`)).rejects.toMatchObject({ code: 'rate-limited' });
    expect(bench.asked()).toHaveLength(1);
    expect(waits()).toEqual([]);
  });

  it.each(['soon', '', '-5', later(-60)])('that says nothing useful (%j) leaves the usual wait', async (value) => {
    bench.answer({ status: 429, headers: { 'retry-after': value } }, GOOD);
    expect((await get()).status).toBe(200);
    expect(waits()).toEqual([0.5]);
  });

  it('says nothing on an answer that stands', () =>
    expect(retryAfter(page({ status: 200, headers: { 'retry-after': '60' } }), START)).toBe(0));
});

describe('a host that says "slow down"', () => {
  it.each([429, 503])('(%i) gets longer pauses for the rest of the run', async (status) => {
    bench.answer({ status }, GOOD);
    const { get: ask } = bench.fetcher({ robots: 'permitted', pauseSeconds: 5 });
    for (let n = 0; n < 3; n += 1) await ask(ADDRESS);
    expect(waits()).toEqual([10, 10, 10]);
  });

  it('is not what a broken server is', async () => {
    bench.answer({ status: 500 }, GOOD);
    await bench.fetcher({ robots: 'permitted', pauseSeconds: 5 }).get(ADDRESS);
    expect(waits()).toEqual([5]);
  });
});

it('waits between half and whole of a time that doubles up to a minute', () => {
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
