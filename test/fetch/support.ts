// What the tests of fetching share: a world in which waiting takes no time, a host with a fetcher that takes it for the Council's, and pages.

import { afterEach, beforeEach } from 'vitest';
import { createFetcher, type Fetcher, type FetchSettings } from '../../pipeline/fetch/fetcher.ts';
import type { World } from '../../pipeline/fetch/lane.ts';
import type { Page } from '../../pipeline/types.ts';
import { type Answer, type Host, startHost } from '../replica/host.ts';

export const REAL = 'https://data.consilium.europa.eu';
export const PATH = '/doc/document/ST-90001-2026-INIT/en/pdf';
export const ADDRESS = REAL + PATH;
export const START = Date.parse('2026-03-02T06:00:00Z');
export const PDF = new TextEncoder().encode('%PDF-1.7 ninety thousand and one');

export interface FakeWorld extends World {
  /** Every wait so far, in milliseconds. */
  readonly waits: number[];
  /** Time that passes by other means than waiting. */
  pass(ms: number): void;
}

/** Chance is fixed so that every wait after a failure is half of the longest possible one. */
export const fakeWorld = (): FakeWorld => {
  let time = START;
  const waits: number[] = [];
  return {
    waits,
    pass: (ms) => {
      time += ms;
    },
    sleep: async (ms) => {
      waits.push(ms);
      time += ms;
    },
    random: () => 0,
    now: () => time,
  };
};

export const SETTINGS: FetchSettings = {
  userAgent: 'pactwatch/0 (change watcher; contact: nobody@example.org)',
  pauseSeconds: null,
  budget: 100,
  timeoutSeconds: 10,
  maxBytes: 1_000_000,
  retries: 3,
  robots: 'honour',
  origins: {},
};

export interface Bench {
  readonly host: Host;
  readonly world: FakeWorld;
  readonly fetcher: (settings?: Partial<FetchSettings>) => Fetcher;
  /** Paths that were asked, without robots.txt. */
  readonly asked: () => readonly string[];
  /** Answers at the document's address. */
  readonly answer: (...answers: readonly Answer[]) => void;
}

/** A fresh host and a fresh world for every test of the file. */
export const useBench = (): Bench => {
  let [host, world]: [Host | null, FakeWorld] = [null, fakeWorld()];
  const running = (): Host => {
    if (host === null) throw new Error('the host runs only within a test');
    return host;
  };
  beforeEach(async () => {
    host = await startHost();
    host.serve('ST-90001-2026-INIT', 'en', PDF);
    world = fakeWorld();
  });
  afterEach(() => running().close());
  return {
    get host() {
      return running();
    },
    get world() {
      return world;
    },
    fetcher: (settings = {}) => createFetcher({ ...SETTINGS, origins: { [REAL]: running().origin }, ...settings }, world),
    asked: () => running().requests.flatMap(({ path }) => (path === '/robots.txt' ? [] : [path])),
    answer: (...answers) => running().answer(PATH, ...answers),
  };
};

/** An answer as the classifying part sees it; a text body is HTML unless said otherwise. */
export const page = ({ body = '', ...facts }: Partial<Omit<Page, 'body'>> & { readonly body?: string | Uint8Array } = {}): Page => ({
  url: ADDRESS,
  finalUrl: ADDRESS,
  status: 200,
  mediaType: 'text/html',
  headers: {},
  validators: { etag: null, lastModified: null },
  body: typeof body === 'string' ? new TextEncoder().encode(body) : body,
  ...facts,
});

/** A whole HTML page. */
export const html = (title: string, body: string): string =>
  `<!doctype html><html lang="en"><head><title>${title}</title></head><body>${body}</body></html>`;
