// What the tests of pages in a browser share: pages with scripts, and fetchers in the real time that a browser needs.

import { afterEach } from 'vitest';
import type { Candidate } from '../../../pipeline/fetch/browser/browsers.ts';
import type { Fetcher, WatcherManners } from '../../../pipeline/fetch/fetcher.ts';
import { createNet, type Net, type NetSettings } from '../../../pipeline/fetch/net.ts';
import { type Answer, MANNERS, REAL, SETTINGS } from '../support.ts';

export const html = (body: string): Answer => [200, { 'content-type': 'text/html; charset=utf-8' }, `<!doctype html>${body}`];
export const code = (source: string): Answer => [200, { 'content-type': 'text/javascript' }, source];
/** Script that shows what it is given. */
export const SHOW = 'const show = (text) => { document.getElementById("out").textContent += text };';
export const inline = (source: string): Answer => html(`<p id="out"></p><script>${SHOW}${source}</script>`);

export type Candidates = (path: string | null) => readonly Candidate[];

const nets: Net[] = [];
afterEach(() => Promise.all(nets.splice(0).map((net) => net.close())));

/** Closed when the test ends. */
export const realNet = (standIn: string, changes: Partial<NetSettings> = {}, candidates?: Candidates): Net => {
  const settings = { ...SETTINGS, origins: { [REAL]: standIn }, ...changes };
  const net = createNet(settings, candidates === undefined ? {} : { findBrowsers: candidates });
  nets.push(net);
  return net;
};

export const realFetcher = (standIn: string, changes: Partial<NetSettings & WatcherManners> = {}): Fetcher =>
  realNet(standIn, changes).forWatcher({ ...MANNERS, ...changes, pauseSeconds: null });

/** The page as text, as the browser leaves it. */
export const shown = async (fetcher: Fetcher, path: string): Promise<string> =>
  new TextDecoder().decode((await fetcher.get(`${REAL}${path}`, { via: 'browser' })).body);
