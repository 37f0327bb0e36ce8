// Which browser a run uses, how long, and what happens where there is none.

import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { type Candidate, findBrowsers } from '../../../pipeline/fetch/browser/browsers.ts';
import { type Answer, MANNERS, REAL, useScript } from '../support.ts';
import { html, inline, realNet, shown } from './shown.ts';

const start = useScript();
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
    const fetcher = realNet(origin, {}, none).forWatcher(MANNERS);
    const { headers, ...page } = await fetcher.get(`${REAL}/a`, { via: 'browser' });
    const { headers: _headers, ...plain } = await fetcher.get(`${REAL}/a`);
    expect(page).toEqual(plain);
  });

  test('a page is an error with a name, and other pages go on', async () => {
    const { origin } = await start({ '/a': [inline('')] });
    const fetcher = realNet(origin, { browserPath: '/nowhere/chromium' }).forWatcher(MANNERS);
    const error = { code: 'no-browser', message: expect.stringContaining('/nowhere/chromium'), remedy: expect.stringMatching(/\w/) };
    for (const _ of [1, 2]) await expect(fetcher.get(`${REAL}/a`, { via: 'browser' })).rejects.toMatchObject(error);
    expect((await fetcher.get(`${REAL}/a`)).status).toBe(200);
  });

  test('a program that is no browser is passed over for the next one', async () => {
    const { origin } = await start({ '/a': [inline(`show("shown")`)] });
    const stub: Candidate = { name: 'a stub', find: async () => ({ path: process.execPath, env: {} }) };
    const absent: Candidate = { name: 'one that is not there', find: async () => null };
    const net = realNet(origin, {}, () => [absent, stub, ...findBrowsers(null)]);
    expect(await shown(net.forWatcher(MANNERS), '/a')).toContain('shown');
  });
});

describe('the browser of a run', () => {
  let folder = '';
  let log = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'pactwatch-browser-'));
    log = join(folder, 'log');
  });
  beforeEach(() => writeFileSync(log, ''));
  afterAll(() => rmSync(folder, { recursive: true }));

  /** The same browsers, each behind a script that notes its process before it becomes the browser. */
  const noted = (): readonly Candidate[] =>
    findBrowsers(null).map(({ name, find }) => ({
      name,
      find: async () => {
        const found = await find();
        if (found === null || !existsSync(found.path)) return null;
        const wrapper = join(folder, 'browser');
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
  const page = inline(`show("shown")`);

  test('is started by the first page, shared by all, and ends with the run', async () => {
    const { origin } = await start({ '/a': [page], '/b': [page] });
    const net = realNet(origin, {}, noted);
    await net.forWatcher(MANNERS).get(`${REAL}/a`);
    expect(processes()).toEqual([]);
    const watchers = [net.forWatcher(MANNERS), net.forWatcher(MANNERS)];
    expect(await Promise.all(watchers.map((fetcher, i) => shown(fetcher, i === 0 ? '/a' : '/b')))).toHaveLength(2);
    expect(processes()).toHaveLength(1);
    await net.close();
    await allGone();
  });

  test.each([
    ['a script without end', inline('while (true) {}')],
    ['a script that does not come', html('<p>half</p><script src="/late.js"></script>')],
  ])('%s: the page ends by its limit of time, the browser with it, and the next page gets another', async (_, hanging) => {
    const { origin } = await start({ '/hang': [hanging], '/late.js': [() => undefined], '/a': [page] });
    const fetcher = realNet(origin, { timeoutSeconds: 3 }, noted).forWatcher(MANNERS);
    await expect(shown(fetcher, '/hang')).rejects.toMatchObject({ code: 'timeout', at: `${REAL}/hang` });
    await allGone();
    expect(await shown(fetcher, '/a')).toContain('shown');
    expect(processes()).toHaveLength(2);
  });

  test('that dies costs one page and not the run', async () => {
    const deadly: Answer = (response) => {
      process.kill(processes().at(-1) ?? 0, 'SIGKILL');
      response.end();
    };
    const { origin } = await start({ '/a': [page], '/deadly': [html('<script src="/kill.js"></script>')], '/kill.js': [deadly] });
    const fetcher = realNet(origin, {}, noted).forWatcher(MANNERS);
    await expect(shown(fetcher, '/deadly')).rejects.toMatchObject({ code: 'unreachable', message: expect.stringContaining('broke down') });
    expect(await shown(fetcher, '/a')).toContain('shown');
    expect(processes()).toHaveLength(2);
  });
});
