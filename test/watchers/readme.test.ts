// The worked example of watchers/README.md, performed as it stands there: the declaration reads the page, and a run tells what it should.

import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { run } from '../../pipeline/run.ts';
import { parseSettings } from '../../pipeline/settings.ts';
import { openStore } from '../../pipeline/store.ts';
import type { ListingWatcher } from '../../pipeline/types.ts';

const README = await readFile('watchers/README.md', 'utf8');
const block = (language: string): string => new RegExp(`\`\`\`${language}\n([\\s\\S]*?)\`\`\``).exec(README)?.[1] ?? '';

const declared = async (folder: string): Promise<ListingWatcher> => {
  const file = join(folder, 'example-news.ts');
  await writeFile(file, block('ts'));
  return ((await import(pathToFileURL(file).href)) as { exampleNews: ListingWatcher }).exampleNews;
};

describe('the worked example of watchers/README.md', () => {
  it('finds what appears after the first look, and passes over what is of no interest', async () => {
    const page = block('html');
    const later = page.replace(
      '<main>',
      '<main><div class="teaser"><span class="day">9 Sept 2026</span><h3><a href="/en/news/smuggling-again">Migrant smuggling, again</a></h3></div>',
    );
    let now = page;
    const server = createServer((request, response) => {
      const isList = request.url === '/en/news';
      response.writeHead(request.url === '/robots.txt' ? 404 : 200, { 'content-type': 'text/html; charset=utf-8' });
      response.end(
        isList ? now : '<!doctype html><html lang="en"><body><main><h1>News</h1><p>Words of the item itself.</p></main></body></html>',
      );
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const folder = await mkdtemp(join(tmpdir(), 'pactwatch-readme-'));
    const watcher = await declared(folder);
    const settings = parseSettings(
      's.yaml',
      `interests: { words: [migrant smuggling] }\norigins: { "https://www.example.org": "${origin}" }\n`,
    );
    if (!settings.ok) throw new Error('settings');
    const look = (today: string) =>
      run({
        watchers: [watcher],
        store: openStore(folder),
        settings: settings.value,
        corpus: [],
        today,
        userAgent: 'test',
        onLook: () => {},
        dryRun: false,
        all: false,
        since: null,
        accept: false,
        twice: false,
        imported: false,
      });
    try {
      expect((await look('2026-09-08')).findings).toEqual([]);
      const entries = (await openStore(folder).snapshot('example-news')).entries;
      expect(entries.map(({ id, date, passedOver = false }) => [id, date, passedOver])).toEqual([
        ['en.news.new-partnership-against-migrant-smuggling', '2026-09-08', false],
        ['en.news.open-day', '2026-09-04', true],
      ]);
      now = later;
      const { findings, failures } = await look('2026-09-09');
      expect(failures).toEqual([]);
      expect(findings.map(({ kind, entry }) => [kind, entry])).toEqual([['new-document', 'en.news.smuggling-again']]);
    } finally {
      server.close();
    }
  });
});
