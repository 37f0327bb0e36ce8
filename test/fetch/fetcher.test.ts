import { afterEach, describe, expect, it, vi } from 'vitest';
import { createFetcher } from '../../pipeline/fetch/fetcher.ts';
import { type Host, startHost } from '../replica/host.ts';
import { ADDRESS, fakeWorld, PATH, PDF, REAL, SETTINGS, useBench } from './support.ts';

const bench = useBench();
const OTHER = 'https://www.consilium.europa.eu';

describe('the pause between two requests', () => {
  afterEach(() => vi.unstubAllGlobals());

  /** Waits in seconds for three requests to a host that nothing stands in for. The line is replaced: nothing is sent. */
  const realWaits = async (pauseSeconds: number | null) => {
    vi.stubGlobal('fetch', async () => new Response('not found', { status: 404 }));
    const world = fakeWorld();
    const { get } = createFetcher({ ...SETTINGS, pauseSeconds }, world);
    for (const name of ['a', 'b']) await get(`https://example.org/${name}`);
    return world.waits.map((ms) => ms / 1000);
  };

  it('is ten seconds for a real host unless said otherwise, robots.txt counted in', async () =>
    expect(await realWaits(null)).toEqual([10, 10]));

  it('is what the settings say, also none', async () => {
    expect(await realWaits(4)).toEqual([4, 4]);
    expect(await realWaits(0)).toEqual([]);
  });

  it('is none for a stand-in on this machine, unless the settings name one', async () => {
    const quick = bench.fetcher();
    await Promise.all([quick.get(ADDRESS), quick.get(ADDRESS)]);
    expect(bench.world.waits).toEqual([]);
    const slow = bench.fetcher({ pauseSeconds: 3 });
    await Promise.all([slow.get(ADDRESS), slow.get(ADDRESS)]);
    expect(bench.world.waits).toEqual([3000, 3000]);
  });

  it('grows with the Crawl-delay of robots.txt, and does not shrink with it', async () => {
    bench.host.robots('crawl-delay');
    await bench.fetcher().get(ADDRESS);
    await bench.fetcher({ pauseSeconds: 9 }).get(ADDRESS);
    expect(bench.world.waits).toEqual([7000, 9000]);
  });
});

describe('requests at once', () => {
  it('are asked one after the other on one host', async () => {
    bench.host.behave('slow');
    const { get } = bench.fetcher({ robots: 'permitted' });
    await Promise.all([get(ADDRESS), get(`${REAL}/doc/document/ST-90002-2026-INIT/en/pdf`)]);
    expect(bench.asked()).toHaveLength(2);
    expect(bench.host.maxConcurrent).toBe(1);
  });

  it('are asked one after the other where one mirror serves two origins', async () => {
    bench.host.behave('slow');
    const { get } = bench.fetcher({ robots: 'permitted', origins: { [REAL]: bench.host.origin, [OTHER]: bench.host.origin } });
    await Promise.all([get(ADDRESS), get(OTHER + PATH)]);
    expect(bench.host.maxConcurrent).toBe(1);
  });

  it('do not wait for another host', async () => {
    const other: Host = await startHost();
    other.behave('hang');
    const { get } = bench.fetcher({ origins: { [REAL]: bench.host.origin, [OTHER]: other.origin }, timeoutSeconds: 0.5 });
    const order: string[] = [];
    const hanging = get(`${OTHER}/en/`).catch((error) => order.push(error.code));
    order.push(String((await get(ADDRESS)).status));
    await hanging;
    await other.close();
    expect(order).toEqual(['200', 'timeout']);
  });
});

describe('the budget', () => {
  it('ends with a name, without a request and without a wait; robots.txt does not count', async () => {
    const { get, requests } = bench.fetcher({ budget: 2, pauseSeconds: 3 });
    await get(ADDRESS);
    await get(ADDRESS);
    const before = [...bench.world.waits];
    await expect(get(ADDRESS)).rejects.toMatchObject({ name: 'FetchError', code: 'budget', at: ADDRESS });
    expect(bench.asked()).toEqual([PATH, PATH]);
    expect(requests()).toBe(3);
    expect(bench.world.waits).toEqual(before);
  });

  it('holds for requests that were made at once', async () => {
    const { get } = bench.fetcher({ budget: 2 });
    const answers = await Promise.allSettled([get(ADDRESS), get(ADDRESS), get(ADDRESS)]);
    expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected']);
    expect(bench.asked()).toHaveLength(2);
  });

  it('counts repeated and redirected requests', async () => {
    bench.host.behave('error');
    await expect(bench.fetcher({ budget: 2 }).get(ADDRESS)).rejects.toMatchObject({ code: 'server-error' });
    expect(bench.asked()).toHaveLength(2);
    bench.host.behave('redirect-within');
    await expect(bench.fetcher({ budget: 1 }).get(ADDRESS)).rejects.toMatchObject({ code: 'budget' });
    expect(bench.asked()).toHaveLength(3);
  });
});

describe('an answer', () => {
  it('carries the real address, the bytes and no trace of the stand-in', async () => {
    const page = await bench.fetcher().get(ADDRESS);
    expect(page).toMatchObject({ url: ADDRESS, finalUrl: ADDRESS, status: 200, mediaType: 'application/pdf' });
    expect(Buffer.from(page.body)).toEqual(Buffer.from(PDF));
    expect(JSON.stringify({ ...page, body: null })).not.toContain('127.0.0.1');
  });

  it.each(['', 'data.consilium.europa.eu/doc', 'file:///etc/hostname', 'https://'])('is not sought at %j', async (address) => {
    await expect(bench.fetcher().get(address)).rejects.toMatchObject({ name: 'FetchError', code: 'unreachable' });
    expect(bench.host.requests).toEqual([]);
  });

  it('from a host that is not there says what happened, with the real address', async () => {
    const { host } = bench;
    await host.close();
    const error = await bench
      .fetcher({ retries: 0, robots: 'permitted' })
      .get(ADDRESS)
      .catch((reason: unknown) => reason);
    expect(error).toMatchObject({ code: 'unreachable', at: ADDRESS, message: expect.stringContaining('ECONNREFUSED') });
  });
});
