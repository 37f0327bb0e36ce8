// What the watchers of one run share, and what each has for itself.

import { afterEach, expect, test, vi } from 'vitest';
import { createNet } from '../../pipeline/fetch/net.ts';
import { startHost } from '../replica/host.ts';
import { type Answer, fakeWorld, MANNERS, netFor, REAL, SETTINGS, useScript } from './support.ts';

const start = useScript();
const OK: Answer = [200, { 'content-type': 'text/plain' }, 'a page'];
const gone: Answer = (response) => response.destroy();
afterEach(() => vi.unstubAllGlobals());

test('one request at a time to a host, whichever watcher asks', async () => {
  const host = await startHost();
  try {
    host.behave('slow');
    const { net } = netFor(host.origin);
    await Promise.all(['a', 'b', 'c'].map((name) => net.forWatcher(MANNERS).get(`${REAL}/${name}`)));
    expect([host.requests.length, host.maxConcurrent]).toEqual([4, 1]);
  } finally {
    await host.close();
  }
});

test('the second watcher waits for the pause after the first one', async () => {
  const { origin } = await start({ '/a': [OK], '/b': [OK] });
  const { net, waits } = netFor(origin, { pauseSeconds: 3 });
  await Promise.all(['a', 'b'].map((name) => net.forWatcher(MANNERS).get(`${REAL}/${name}`)));
  expect(waits).toEqual([3, 3]);
});

test('robots.txt is asked for once, and holds for all who honour it', async () => {
  const { origin, paths } = await start({ '/robots.txt': [[200, {}, 'User-agent: *\nDisallow: /b']], '/a': [OK], '/b': [OK] });
  const { net } = netFor(origin);
  const [one, two, three] = [net.forWatcher(MANNERS), net.forWatcher(MANNERS), net.forWatcher({ ...MANNERS, robots: 'permitted' })];
  await Promise.all([one.get(`${REAL}/a`), two.get(`${REAL}/a`)]);
  await expect(two.get(`${REAL}/b`)).rejects.toMatchObject({ code: 'refused' });
  expect((await three.get(`${REAL}/b`)).status).toBe(200);
  expect(paths()).toEqual(['/robots.txt', '/a', '/a', '/b']);
});

test('each watcher has its own budget and count', async () => {
  const { origin } = await start({ '/a': [OK] });
  const { net } = netFor(origin);
  const [small, large] = [net.forWatcher({ ...MANNERS, budget: 1 }), net.forWatcher({ ...MANNERS, budget: 5 })];
  await small.get(`${REAL}/a`);
  await expect(small.get(`${REAL}/a`)).rejects.toMatchObject({ code: 'budget' });
  await large.get(`${REAL}/a`);
  expect([small.requests(), large.requests()]).toEqual([2, 1]);
});

test.each<[number | null, number | null, number[]]>([
  [null, 30, [10, 30, 10]],
  [null, 5, [10, 10, 10]],
  [40, 30, [40, 40, 40]],
])('with the pause %j, the watcher that wants %j waits so long before its own requests: %j', async (pauseSeconds, own, wanted) => {
  vi.stubGlobal('fetch', async () => new Response('not here', { status: 404 }));
  const world = fakeWorld();
  const net = createNet({ ...SETTINGS, pauseSeconds }, { world });
  const [usual, slow] = [net.forWatcher(MANNERS), net.forWatcher({ ...MANNERS, pauseSeconds: own })];
  await usual.get(`${REAL}/a`);
  await slow.get(`${REAL}/b`);
  await usual.get(`${REAL}/c`);
  expect(world.waits).toEqual(wanted);
});

test.each<[number | null, number[]]>([
  [null, []],
  [0, []],
  [2, [2]],
])('a stand-in on this machine is owed the pause of the settings (%j), not that of the watcher', async (pauseSeconds, wanted) => {
  const { origin } = await start({ '/a': [OK] });
  const { net, waits } = netFor(origin, { pauseSeconds });
  await net.forWatcher({ ...MANNERS, pauseSeconds: 30 }).get(`${REAL}/a`);
  expect(waits).toEqual(wanted);
});

test('a crawl delay holds for all watchers of the host', async () => {
  const { origin } = await start({ '/robots.txt': [[200, {}, 'User-agent: *\nCrawl-delay: 7']], '/a': [OK] });
  const { net, waits } = netFor(origin);
  await net.forWatcher(MANNERS).get(`${REAL}/a`);
  await net.forWatcher(MANNERS).get(`${REAL}/a`);
  expect(waits).toEqual([7, 7]);
});

test.each<[string, Answer]>([
  ['401', [401]],
  ['403', [403]],
  ['a challenge', [403, { 'cf-mitigated': 'challenge' }]],
  ['500', [500]],
  ['a dead line', gone],
])('robots.txt answers with %s: only what is offered is asked for', async (_, robots) => {
  const { origin } = await start({ '/robots.txt': [robots], '/feed': [OK] });
  const { net } = netFor(origin);
  expect((await net.forWatcher({ ...MANNERS, offered: true }).get(`${REAL}/feed`)).status).toBe(200);
  await expect(net.forWatcher(MANNERS).get(`${REAL}/feed`)).rejects.toMatchObject({ at: `${REAL}/robots.txt` });
});

test('a robots.txt that can be read and says no is a no to what is offered, too', async () => {
  const { origin, paths } = await start({ '/robots.txt': [[200, {}, 'User-agent: *\nDisallow: /']], '/feed': [OK] });
  const offered = netFor(origin).net.forWatcher({ ...MANNERS, offered: true });
  await expect(offered.get(`${REAL}/feed`)).rejects.toMatchObject({ code: 'refused', evidence: expect.stringContaining('Disallow: /') });
  expect(paths()).toEqual(['/robots.txt']);
});

test('a host that was waited for in vain is asked only once more by each, and as usual when it answers again', async () => {
  const { origin, paths } = await start({ '/robots.txt': [[404]], '/a': [gone], '/b': [gone, OK], '/c': [gone, gone, OK] });
  const { net } = netFor(origin);
  const [one, two] = [net.forWatcher(MANNERS), net.forWatcher(MANNERS)];
  await expect(one.get(`${REAL}/a`)).rejects.toMatchObject({ code: 'unreachable' });
  await expect(two.get(`${REAL}/b`)).rejects.toMatchObject({ code: 'unreachable' });
  expect((await two.get(`${REAL}/b`)).status).toBe(200);
  expect((await one.get(`${REAL}/c`)).status).toBe(200);
  expect(paths()).toEqual(['/robots.txt', '/a', '/a', '/a', '/b', '/b', '/c', '/c', '/c']);
});

test('after a timeout a dead line is not tried again either', async () => {
  const { origin, paths } = await start({ '/a': [() => undefined], '/b': [gone] });
  const fetcher = netFor(origin, { timeoutSeconds: 0.2 }).net.forWatcher(MANNERS);
  await expect(fetcher.get(`${REAL}/a`)).rejects.toMatchObject({ code: 'timeout' });
  await expect(fetcher.get(`${REAL}/b`)).rejects.toMatchObject({ code: 'unreachable' });
  expect(paths()).toEqual(['/robots.txt', '/a', '/b']);
});

test('a host that let a request run out of time is given less of it, until it answers', async () => {
  const slow: Answer = (response) => void setTimeout(() => response.end('late'), 300);
  const { origin } = await start({ '/a': [() => undefined], '/b': [slow], '/c': [OK] });
  const fetcher = netFor(origin, { timeoutSeconds: 0.6 }).net.forWatcher(MANNERS);
  const late = { code: 'timeout', at: `${REAL}/b` };
  expect((await fetcher.get(`${REAL}/b`)).status).toBe(200);
  await expect(fetcher.get(`${REAL}/a`)).rejects.toMatchObject({ code: 'timeout' });
  await expect(fetcher.get(`${REAL}/b`)).rejects.toMatchObject(late);
  await fetcher.get(`${REAL}/c`);
  expect((await fetcher.get(`${REAL}/b`)).status).toBe(200);
});
