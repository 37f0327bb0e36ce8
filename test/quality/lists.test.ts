// Real feeds and lists, where they lie beside the repository; elsewhere these tests are skipped. Nothing of their words is repeated here.

import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readList } from '../../pipeline/discover/list.ts';
import { LayoutError } from '../../pipeline/errors.ts';
import type { List, ListPage, Page, Reader } from '../../pipeline/types.ts';

const DATA = path.resolve(import.meta.dirname, '../../../shared/data');
const here = ['feeds', 'html-snippets', 'open-data', 'html'].every((name) => existsSync(path.join(DATA, name)));
if (!here) process.stdout.write(`The quality of lists is not tested: ${DATA} is not there.\n`);

interface Case {
  readonly file: string;
  readonly url: string;
  readonly read: Reader;
  readonly dated?: boolean;
}

const read = ({ file, url, read: reader, dated = false }: Case): Promise<ListPage> => {
  const body = readFileSync(path.join(DATA, file));
  const none = { etag: null, lastModified: null };
  const page: Page = { url, finalUrl: url, status: 200, mediaType: '', headers: {}, body, validators: none };
  const list: List = { name: path.basename(file), url, read: reader, expect: 1, dated };
  return readList(page, list, { today: '2026-11-20' });
};

const feed: Reader = { format: 'feed' };
const ids = ({ rows }: ListPage) => rows.map((row) => row.id);
const dates = ({ rows }: ListPage) => rows.map((row) => row.date);

describe.skipIf(!here)('real feeds', () => {
  it('of the Council: dates without pubDate, meetings among the releases', async () => {
    const from = { file: 'feeds/consilium_press_rss_2026-09-15.xml', url: 'https://www.consilium.europa.eu/en/rss/pressreleases.ashx' };
    const all = await read({ ...from, read: feed });
    expect(dates(all)).toEqual(['2026-09-15', null]);
    const releases = await read({ ...from, read: { format: 'feed', keep: /\/press-releases\// } });
    expect(releases.rows).toHaveLength(1);
    expect(releases.rows[0]?.id).toMatch(/^en\.press\.press-releases\.2026\.09\.15\.[a-z-]+$|-[0-9a-f]{8}$/);
    expect(releases.rows[0]?.title.split(' ').length).toBeGreaterThan(5);
  });

  it('of the Parliament: a description without its markup', async () => {
    const { rows } = await read({
      file: 'feeds/ep_top-stories_2021-09-21.xml',
      url: 'https://www.europarl.europa.eu/rss/doc/top-stories/en.xml',
      read: feed,
    });
    expect(rows).toHaveLength(1);
    expect(rows[0]?.date).toBe('2021-09-13');
    expect(rows[0]?.id).toBe('news.en.headlines.priorities.soteu2021');
    expect(rows[0]?.summary).not.toMatch(/[<>]|&\w+;/);
    expect(rows[0]?.summary.length).toBeGreaterThan(80);
  });

  it('of EUR-Lex: two acts that differ in their query alone, dated in Brussels', async () => {
    const list = await read({
      file: 'feeds/eurlex_rss_162_2026-06-30.xml',
      url: 'https://eur-lex.europa.eu/EN/display-feed.rss?rssId=162',
      read: feed,
    });
    expect(dates(list)).toEqual(['2026-06-30', '2026-06-30']);
    expect(new Set(ids(list)).size).toBe(2);
    expect(list.rows.every((row) => /^https:\/\/eur-lex\.europa\.eu\/legal-content\/AUTO\/\?uri=CELEX/.test(row.url))).toBe(true);
  });

  it('of the Joint Research Centre: JSON with noisy titles', async () => {
    const items = (data: unknown): readonly unknown[] | null => (data as { items?: readonly unknown[] }).items ?? null;
    const row = (item: unknown) => {
      const { title, url } = item as { readonly title: string; readonly url: string };
      return { title, link: url };
    };
    const raw: unknown = JSON.parse(readFileSync(path.join(DATA, 'feeds/emm_radar_2026-05-04.json'), 'utf8'));
    const list = await read({
      file: 'feeds/emm_radar_2026-05-04.json',
      url: 'https://emm.newsbrief.eu/',
      read: { format: 'json', rows: items, row },
    });
    expect(list.rows.length).toBe(new Set(items(raw)?.map((item) => row(item).link)).size);
    expect(new Set(ids(list)).size).toBe(list.rows.length);
  });
});

describe.skipIf(!here)('real lists', () => {
  const PARLIAMENT = { file: 'html-snippets/ep_press-room_cards.html', url: 'https://www.europarl.europa.eu/news/en/press-room' };
  const FRA = { file: 'html-snippets/fra_listing.html', url: 'https://fra.europa.eu/en/news-and-events/news' };
  const ECL = { file: 'html-snippets/ecl_card_cnect.html', url: 'https://digital-strategy.ec.europa.eu/en/news' };

  it('of the Parliament: the day in the attribute, not the word "Today"', async () => {
    const cards: Reader = {
      format: 'html',
      rows: ['article.ep_gridcolumn'],
      title: ['.ep_title a'],
      link: ['.ep_title a'],
      date: ['time'],
    };
    expect(dates(await read({ ...PARLIAMENT, read: cards }))).toEqual(['2026-09-15', null]);
    const links = await read({ ...PARLIAMENT, read: { format: 'links', keep: /\/press-room\/\d{8}IPR\d+\// } });
    expect(dates(links)).toEqual(['2026-09-15', null]);
    expect(links.rows.map((row) => row.title)).toEqual((await read({ ...PARLIAMENT, read: cards })).rows.map((row) => row.title));
  });

  it('of FRA: the same by its elements and by its links alone', async () => {
    const cards: Reader = { format: 'html', rows: ['article.card'], title: ['h3 a'], link: ['h3 a'], date: ['time'] };
    const byElements = await read({ ...FRA, read: cards });
    const byLinks = await read({ ...FRA, read: { format: 'links', keep: /^\/en\/news\/\d{4}\// } });
    expect(dates(byElements)).toEqual(['2026-09-10', '2026-09-09']);
    expect(byLinks.rows.map(({ id, title, date }) => [id, title, date])).toEqual(
      byElements.rows.map(({ id, title, date }) => [id, title, date]),
    );
  });

  it('of the Commission: a day that only text tells, beside a type', async () => {
    const meta = ['.ecl-content-block__primary-meta-item'];
    const title = ['.ecl-content-block__title a'];
    const list = await read({
      ...ECL,
      read: { format: 'html', rows: ['article.ecl-content-item'], title, link: title, date: meta, summary: meta },
    });
    expect(dates(list)).toEqual(['2026-08-31']);
    expect(list.rows[0]?.title).not.toMatch(/^\s|\s{2}|\s$/);
    expect(dates(await read({ ...ECL, read: { format: 'links', keep: /^\/en\/news\// } }))).toEqual(['2026-08-31']);
  });

  it('of citizens’ initiatives: 2026 markup of the Commission, total and rows', async () => {
    const url = 'https://citizens-initiative.europa.eu/find-initiative_en';
    const links = await read({
      file: 'html/eci_listings_last_page.html',
      url,
      read: { format: 'links', keep: /^\/initiatives\/details\/\d{4}\/\d{6}_en$/ },
    });
    const title = ['.ecl-content-block__title a', '.ecl-content-block__title'];
    const cards: Reader = {
      format: 'html',
      rows: ['article.ecl-content-item', '.ecl-content-item'],
      title,
      link: title,
      total: ['h2[role=status]'],
    };
    const elements = await read({ file: 'html/eci_listings_last_page.html', url, read: cards });
    expect(elements.total).toBe(121);
    expect(ids(elements)).toEqual(ids(links));
    expect(elements.rows.map((row) => row.title)).toEqual(links.rows.map((row) => row.title));
  });

  it('of the Council’s register: a row that links nothing is known by its number', async () => {
    const reader: Reader = {
      format: 'html',
      rows: ['article'],
      title: ['p'],
      link: ['a'],
      more: (row) => {
        const [, number, date] = /^(.+? INIT) - .* (\d\d\/\d\d\/\d{4})$/.exec(row.texts('h3')[0] ?? '') ?? [];
        return number === undefined || date === undefined ? null : { number, date, access: 'not-public' };
      },
    };
    const file = 'html-snippets/consilium_public-register_result_ST-11375-2026.html';
    const { rows } = await read({
      file,
      url: 'https://www.consilium.europa.eu/en/documents/public-register/public-register-search/',
      read: reader,
    });
    expect(rows.map(({ id, date, url, access }) => [id, date, url, access])).toEqual([
      ['ST-11375-2026-INIT', '2026-07-10', '', 'not-public'],
    ]);
  });

  it('of Cellar: rows of a query', async () => {
    const value = (item: unknown, name: string): string =>
      (item as Readonly<Record<string, { readonly value: string }>>)[name]?.value ?? '';
    const rows = (data: unknown) => (data as { readonly results?: { readonly bindings: readonly unknown[] } }).results?.bindings ?? null;
    const row = (item: unknown) => ({ id: value(item, 'celex'), title: value(item, 'celex'), link: value(item, 'work') });
    const list = await read({
      file: 'open-data/cellar_sparql_result_1row.json',
      url: 'https://publications.europa.eu/webapi/rdf/sparql',
      read: { format: 'json', rows, row },
    });
    expect(ids(list)).toEqual(['61991CC0017']);
  });

  it.each([
    'html-snippets/cloudflare_just-a-moment.html',
    'html-snippets/consilium_browser-check_403.html',
    'html-snippets/euaa_press-releases_head.html',
    'html/eci_errors_429_too_many_requests_error.html',
  ])('%s is no list, whatever the reader', async (file) => {
    const url = 'https://body.example/news';
    const readers: readonly Reader[] = [
      { format: 'html', rows: ['article', 'li'], title: ['a'], link: ['a'], keep: /^\/news\// },
      { format: 'links', keep: /^\/news\// },
      feed,
      { format: 'json', rows: () => [], row: () => null },
      { format: 'json', variable: 'window.SERVER_DATA', rows: () => [], row: () => null },
    ];
    for (const reader of readers) await expect(read({ file, url, read: reader })).rejects.toThrow(LayoutError);
  });
});
