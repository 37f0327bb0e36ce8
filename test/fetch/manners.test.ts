// In turn, with pauses, within the budget.

import { afterEach, expect, test, vi } from 'vitest';
import { createNet } from '../../pipeline/fetch/net.ts';
import { startHost } from '../replica/host.ts';
import { type Answer, fakeWorld, fetcherFor, MANNERS, REAL, SETTINGS, useScript } from './support.ts';

const start = useScript();
const OK: Answer = [200, { 'content-type': 'text/plain' }, 'a page'];
afterEach(() => vi.unstubAllGlobals());

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

test.each<[number | null, number[]]>([
  [null, [10, 10]],
  [4, [4, 4]],
  [0, []],
])('with the pause %j, a host that nothing stands in for is asked with the pauses %j', async (pauseSeconds, wanted) => {
  // The line itself is replaced: nothing is sent.
  vi.stubGlobal('fetch', async () => new Response('not here', { status: 404 }));
  const world = fakeWorld();
  const { get } = createNet({ ...SETTINGS, pauseSeconds }, { world }).forWatcher(MANNERS);
  await get(`${REAL}/a`);
  await get(`${REAL}/b`);
  expect(world.waits).toEqual(wanted);
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

test('a host that does not answer holds up no other', async () => {
  const { origin } = await start({ '/a': [OK] });
  const silent = await start({ '/a': [() => undefined] });
  const order: string[] = [];
  const { fetcher } = fetcherFor(origin, { timeoutSeconds: 0.5, origins: { [REAL]: origin, 'https://second.example': silent.origin } });
  const waiting = fetcher.get('https://second.example/a').catch(({ code }) => order.push(code));
  order.push(String((await fetcher.get(`${REAL}/a`)).status));
  await waiting;
  expect(order).toEqual(['200', 'timeout']);
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

test('a used-up budget is told at once: nobody waits for a turn in vain', async () => {
  const { origin } = await start({ '/a': [OK] });
  const { fetcher, waits } = fetcherFor(origin, { budget: 1, pauseSeconds: 3 });
  await fetcher.get(`${REAL}/a`);
  await expect(fetcher.get(`${REAL}/a`)).rejects.toMatchObject({ code: 'budget' });
  expect(waits).toEqual([3]);
});

test('the budget holds for what is asked for at once', async () => {
  const { origin, paths } = await start({ '/a': [OK] });
  const { fetcher } = fetcherFor(origin, { budget: 2 });
  const answers = await Promise.allSettled([1, 2, 3].map(() => fetcher.get(`${REAL}/a`)));
  expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected']);
  expect(paths()).toEqual(['/robots.txt', '/a', '/a']);
});

test('a host that is not there is unreachable', async () => {
  const gone = await start({});
  await gone.close();
  const { fetcher } = fetcherFor(gone.origin, { robots: 'permitted' });
  await expect(fetcher.get(`${REAL}/a`)).rejects.toMatchObject({ code: 'unreachable', message: expect.stringContaining(`${REAL}/a`) });
  expect(fetcher.requests()).toBe(3);
});
