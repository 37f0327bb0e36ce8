// A tiny site of lists on 127.0.0.1 whose pages the tests set, and runs over hand-made watchers of it. Whole stand-ins are in test/replica/.

import { mkdtemp, readdir, readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from '../../pipeline/run.ts';
import { parseSettings } from '../../pipeline/settings.ts';
import { openStore } from '../../pipeline/store.ts';
import type { Entry, HtmlReader, List, ListingWatcher, RunSummary, Tracked, Watcher } from '../../pipeline/types.ts';
import { writeYaml } from '../../pipeline/yaml.ts';

export const REAL = 'https://agency.example';

export interface Answer {
  readonly status?: number;
  readonly type?: string;
  readonly body: string | Uint8Array;
}

type Content = string | Answer | ((url: URL) => string | Answer);

export interface Site {
  readonly standIn: string;
  /** What stands at a path, with its query or without; a text is an HTML page. Anything else is a 404. */
  readonly at: Map<string, Content>;
  /** Paths with their queries, in order, without robots.txt. */
  readonly asked: string[];
  readonly close: () => Promise<void>;
}

const NOTHING: Answer = { status: 404, body: '<title>Page not found</title><h1>Page not found</h1>' };

export const startSite = async (): Promise<Site> => {
  const at = new Map<string, Content>();
  const asked: string[] = [];
  const server = createServer({ keepAliveTimeout: 0 }, (request, response) => {
    const path = request.url ?? '/';
    const url = new URL(path, REAL);
    if (url.pathname !== '/robots.txt') asked.push(path);
    const content = at.get(path) ?? at.get(url.pathname) ?? NOTHING;
    const given = typeof content === 'function' ? content(url) : content;
    const { status = 200, type = 'text/html; charset=utf-8', body } = typeof given === 'string' ? { body: given } : given;
    response.writeHead(status, { 'content-type': type }).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    standIn: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    at,
    asked,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};

export interface Item {
  readonly slug: string;
  readonly title: string;
  readonly date?: string;
  readonly summary?: string;
}

const frame = (title: string, main: string): string =>
  `<!doctype html><html lang="en"><head><title>${title}</title></head><body><nav><a href="/">Home</a></nav><main>${main}</main></body></html>`;

export const listPage = (items: readonly Item[]): string =>
  frame(
    'News',
    `<div class="list">${items
      .map(
        ({ slug, title, date, summary = '' }) =>
          `<div class="row"><h3><a href="/news/${slug}">${title}</a></h3>${date === undefined ? '' : `<time datetime="${date}">${date}</time>`}<p>${summary}</p></div>`,
      )
      .join('')}</div>`,
  );

export const article = (title: string, ...paragraphs: readonly string[]): string =>
  frame(title, `<article><h1>${title}</h1>${paragraphs.map((words) => `<p>${words}</p>`).join('')}</article>`);

/** Items of no interest, one a day, the newest first. */
export const plain = (count: number, newest = '2026-09-01'): Item[] =>
  Array.from({ length: count }, (_, i) => {
    const date = new Date(Date.parse(newest) - i * 86_400_000).toISOString().slice(0, 10);
    return { slug: `item-${date}`, title: `Ordinary matter of ${date}`, date };
  });

export const ROWS: HtmlReader = {
  format: 'html',
  rows: ['.row'],
  title: ['h3'],
  link: ['a'],
  date: ['time'],
  summary: ['p'],
  keep: /^\/news\/./,
  landmarks: ['.list'],
};

export const listOf = (over: Partial<List> = {}): List => ({
  name: 'news',
  url: `${REAL}/news`,
  read: ROWS,
  expect: 2,
  dated: true,
  ...over,
});

export const watcherOf = (over: Partial<ListingWatcher> = {}): ListingWatcher => ({
  kind: 'listing',
  id: 'agency-news',
  title: 'News of an agency',
  via: 'http',
  entry: 'page',
  lists: [listOf()],
  detail: null,
  ...over,
});

type Options = Partial<Parameters<typeof run>[0]>;

export interface Desk {
  readonly root: string;
  /** One run. */
  readonly run: (today: string, options?: Options) => Promise<RunSummary>;
  /** Kind and entry of each finding, in order. */
  readonly found: (today: string, options?: Options) => Promise<string[]>;
  readonly entries: (watcher?: string) => Promise<readonly Entry[]>;
  readonly reports: (watcher?: string) => Promise<string[]>;
  /** The first report whose name begins so. */
  readonly report: (start: string, watcher?: string) => Promise<string>;
  /** All snapshots and reports, by path. */
  readonly files: () => Promise<Readonly<Record<string, string>>>;
}

const INTERESTS = { words: ['migrant smuggling'] };

export const openDesk = async (
  site: Site,
  watchers: readonly Watcher[],
  { settings = {}, corpus = [] }: { settings?: object; corpus?: readonly Tracked[] } = {},
): Promise<Desk> => {
  const root = await mkdtemp(join(tmpdir(), 'pactwatch-desk-'));
  const given = { interests: INTERESTS, origins: { [REAL]: site.standIn }, ...settings };
  const manners = { retries: 0, timeout: 5, ...('manners' in settings ? (settings.manners as object) : {}) };
  const read = parseSettings('settings.yaml', writeYaml({ ...given, manners }));
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  const runOn = (today: string, options: Options = {}): Promise<RunSummary> =>
    run({
      store: openStore(root),
      settings: read.value,
      corpus,
      today,
      watchers,
      userAgent: 'pactwatch-test',
      onLook: () => {},
      dryRun: false,
      all: false,
      since: null,
      accept: false,
      twice: false,
      imported: false,
      ...options,
    });
  const names = (watcher = 'agency-news'): Promise<string[]> => readdir(join(root, 'reports', watcher)).catch(() => []);
  return {
    root,
    run: runOn,
    found: async (today, options) => (await runOn(today, options)).findings.map(({ kind, entry }) => `${kind} ${entry}`),
    entries: async (watcher = 'agency-news') =>
      JSON.parse(await readFile(join(root, 'snapshots', watcher, 'entries.json'), 'utf8').catch(() => '[]')) as Entry[],
    reports: names,
    report: async (start, watcher = 'agency-news') => {
      const all = await names(watcher);
      const name = all.find((one) => one.startsWith(start));
      if (name === undefined) throw new Error(`no report ${start} among ${all.join(', ')}`);
      return readFile(join(root, 'reports', watcher, name), 'utf8');
    },
    files: async () => {
      const files: Record<string, string> = {};
      for (const part of ['snapshots', 'reports'])
        for (const file of await readdir(join(root, part), { recursive: true, withFileTypes: true }).catch(() => []))
          if (file.isFile())
            files[join(file.parentPath, file.name).slice(root.length + 1)] = await readFile(join(file.parentPath, file.name), 'utf8');
      return files;
    },
  };
};
