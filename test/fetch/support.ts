// What the tests of this stage share: a server that answers as the test says, and a fetcher for which no real time passes.

import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach } from 'vitest';
import type { Fetcher, WatcherManners } from '../../pipeline/fetch/fetcher.ts';
import type { World } from '../../pipeline/fetch/lane.ts';
import { createNet, type Net, type NetSettings } from '../../pipeline/fetch/net.ts';
import type { Page } from '../../pipeline/types.ts';

export const REAL = 'https://documents.example';

/** Status, headers, body; or a function that does as it likes with the response. */
export type Answer = readonly [number, Record<string, string>?, (string | Uint8Array)?] | ((response: ServerResponse) => void);

export interface Script {
  readonly origin: string;
  readonly asked: IncomingMessage[];
  paths(): string[];
  close(): Promise<void>;
}

/** Answers by path. The last answer of a list stays; a path without answers is a 404 without a body. */
const startScript = async (answers: Readonly<Record<string, readonly Answer[]>>): Promise<Script> => {
  const asked: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    const before = asked.filter(({ url }) => url === request.url).length;
    asked.push(request);
    const list = answers[request.url ?? ''] ?? [];
    const answer = list[Math.min(before, list.length - 1)] ?? [404];
    if (typeof answer === 'function') return answer(response);
    const [status, headers = {}, body = ''] = answer;
    response.writeHead(status, headers).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    paths: () => asked.map(({ url }) => url ?? ''),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};

/** Starts servers that are closed when the test ends. */
export const useScript = (): typeof startScript => {
  const started: Script[] = [];
  afterEach(() => Promise.all(started.splice(0).map((server) => server.close())));
  return async (answers) => {
    const server = await startScript(answers);
    started.push(server);
    return server;
  };
};

export interface FakeWorld extends World {
  /** Seconds that were slept, one after the other. */
  readonly waits: number[];
  /** Seconds that pass otherwise. */
  pass(seconds: number): void;
}

/** A world whose clock moves only when told to, and whose chance is always the same. */
export const fakeWorld = (): FakeWorld => {
  let now = Date.UTC(2099, 0, 1);
  const waits: number[] = [];
  return {
    waits,
    pass: (seconds) => {
      now += seconds * 1000;
    },
    sleep: async (ms) => {
      waits.push(ms / 1000);
      now += ms;
    },
    random: () => 0.5,
    now: () => now,
  };
};

export const SETTINGS: NetSettings = {
  userAgent: 'pactwatch/0.1.0 (change watcher of EU documents; contact: someone@example.org)',
  pauseSeconds: null,
  timeoutSeconds: 20,
  maxBytes: 1_000_000,
  retries: 2,
  origins: {},
  browserPath: null,
};

export const MANNERS: WatcherManners = { budget: 50, robots: 'honour', offered: false, pauseSeconds: null };

/** A net for which no real time passes. `waits` are the seconds it slept. */
export const netFor = (standIn: string, changes: Partial<NetSettings> = {}): { net: Net; waits: number[] } => {
  const world = fakeWorld();
  return { net: createNet({ ...SETTINGS, origins: { [REAL]: standIn }, ...changes }, { world }), waits: world.waits };
};

/** The fetcher of the one watcher of a run. */
export const fetcherFor = (
  standIn: string,
  changes: Partial<NetSettings> & Partial<Omit<WatcherManners, 'pauseSeconds'>> = {},
): { fetcher: Fetcher; waits: number[] } => {
  const { net, waits } = netFor(standIn, changes);
  return { fetcher: net.forWatcher({ ...MANNERS, ...changes, pauseSeconds: null }), waits };
};

/** An answer as the fetcher hands it on. */
export const pageOf = (body: string, changes: Partial<Page> = {}): Page => ({
  url: `${REAL}/doc/document/ST-90001-2099-INIT/en/pdf`,
  finalUrl: changes.url ?? `${REAL}/doc/document/ST-90001-2099-INIT/en/pdf`,
  status: 200,
  mediaType: 'text/html',
  headers: {},
  body: new TextEncoder().encode(body),
  validators: { etag: null, lastModified: null },
  ...changes,
});
