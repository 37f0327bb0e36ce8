import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type AddedList, declaredWatchers } from '../../pipeline/discover/declared.ts';
import { parseSettings } from '../../pipeline/settings.ts';
import type { ListingWatcher } from '../../pipeline/types.ts';
import { article, listPage, plain, REAL, type Site, startSite } from '../support/lists.ts';
import { makePlace } from '../support/place.ts';
import { readOf } from './support.ts';

const declared = (yaml: string) => {
  const read = parseSettings('pactwatch.yaml', yaml);
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return declaredWatchers(read.value);
};
const list = (over: string): ListingWatcher => {
  const [watcher] = declared(`lists:\n  - { id: a-list, url: ${REAL}/news, ${over} }\n`);
  if (watcher?.kind !== 'listing') throw new Error('no list');
  return watcher;
};
const rowsOf = async (over: string, page: string) => {
  const { lists } = list(over);
  const read = typeof lists === 'function' ? undefined : lists[0]?.read;
  if (read === undefined) throw new Error('no reader');
  return (await readOf(page, read, { expect: 0, page: { finalUrl: `${REAL}/news` } })).rows.map(({ title, url, date }) => [
    title,
    url,
    date,
  ]);
};

describe('what the settings add', () => {
  it('is a watcher like all others, named by its id, sorted', () => {
    const watchers = declared(`
feeds: [{ id: c-feed, url: ${REAL}/feed.xml, all: true, texts: false }]
lists: [{ id: b-list, url: ${REAL}/news, title: News, remove: .counter, via: browser }]
pages: [{ id: a-page, url: ${REAL}/page, select: [main, article], expect: some words }]
`);
    expect(watchers).toMatchObject([
      { kind: 'page', id: 'a-page', title: 'a-page', via: 'http', select: ['main', 'article'], remove: [], expect: 'some words' },
      {
        kind: 'listing',
        id: 'b-list',
        title: 'News',
        via: 'browser',
        all: false,
        detail: { remove: ['.counter'] },
        lists: [{ name: 'b-list', expect: 1 }],
      },
      {
        kind: 'listing',
        id: 'c-feed',
        via: 'http',
        all: true,
        detail: null,
        lists: [{ url: `${REAL}/feed.xml`, read: { format: 'feed' } }],
      },
    ]);
  });

  const [one, two] = plain(2, '2026-09-02');
  const page = listPage([...plain(2, '2026-09-02')]);
  const both = [one, two].map((item) => [item?.title, `${REAL}/news/${item?.slug}`, item?.date]);
  it.each<[string, string]>([
    ['a row selector alone', 'select: .row'],
    ['selectors of its parts', 'select: .row, rowTitle: h3, rowLink: "h3 a", rowDate: time'],
    ['links whose path fits', 'keep: ^/news/.'],
  ])('reads rows by %s', async (_, over) => expect(await rowsOf(over, page)).toEqual(both));

  it('takes rows only whose path fits', async () => expect(await rowsOf('select: .row, keep: 2026-09-01$', page)).toEqual(both.slice(1)));
});

describe('what cannot be used is told with file, line, key and remedy', () => {
  let site: Site;
  beforeEach(async () => {
    site = await startSite();
  });
  afterEach(() => site.close());

  const wrong = async (settings: object) => {
    const place = await makePlace({ [REAL]: site.standIn }, [], settings);
    const ran = await place.run('2026-09-09', ['watch', 'council-press']);
    expect(await place.files()).toEqual({});
    return ran;
  };
  const url = `${REAL}/news`;
  it.each<[string, object, RegExp]>([
    ['an id with a space', { lists: [{ id: 'my list', url }] }, /:\d+ .*lists.*cannot be a name.*lower-case letters/],
    ['an id that climbs', { pages: [{ id: '../up', url }] }, /:\d+ .*cannot be a name/],
    ['an id that a watcher has', { feeds: [{ id: 'council-press', url }] }, /:\d+ .*name is taken.*of its own/],
    ['an id given twice', { pages: [{ id: 'mine', url }], feeds: [{ id: 'mine', url }] }, /:\d+ .*name is taken/],
    ['an id of a folder of ours', { pages: [{ id: 'sources', url }] }, /:\d+ .*name is taken/],
    ['a pattern that is none', { lists: [{ id: 'mine', url, keep: '([' }] }, /:\d+ .*keep.*not a regular expression.*\^\/news/],
    ['an address that is none', { lists: [{ id: 'mine', url: 'agency.example/news' }] }, /:\d+ .*url.*not a web address.*https:\/\//],
    ['a key that is none', { pages: [{ id: 'mine', url, selector: 'main' }] }, /:\d+ .*selector/],
  ])('%s', async (_, settings, words) => {
    const { code, err, out } = await wrong(settings);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(words);
    expect(err).toMatch(/settings\.yaml/);
  });

  it('all at once', async () => {
    const { err } = await wrong({ lists: [{ id: 'my list', url }], pages: [{ id: 'mine', url: 'nowhere' }] });
    expect(err).toMatch(/cannot be a name/);
    expect(err).toMatch(/not a web address/);
  });

  it('a selector that cannot be read fails its own source only, by name', async () => {
    site.at.set('/news', listPage(plain(3))).set('/page', article('Harbours', 'Piers shall be lit.'));
    const place = await makePlace({ [REAL]: site.standIn }, [], {
      lists: [{ id: 'mine', url, select: 'li[' }],
      pages: [{ id: 'page', url: `${REAL}/page` }],
    });
    const { code, summary } = await place.watch('2026-09-09', 'mine', 'page');
    expect(code).toBe(1);
    expect(summary.watchers).toMatchObject([
      { id: 'mine', outcome: 'failed', error: { message: expect.stringContaining('li[') } },
      { id: 'page', outcome: 'ok' },
    ]);
  });
});

it('a list without selector and pattern takes every link', () => {
  const bare: AddedList = {
    id: 'a',
    url: REAL,
    expect: 1,
    texts: true,
    all: false,
    select: [],
    remove: [],
    rowTitle: [],
    rowLink: [],
    rowDate: [],
    via: 'http',
  };
  expect(declaredWatchers({ pages: [], lists: [bare], feeds: [] })).toMatchObject([{ lists: [{ read: { format: 'links', keep: /./ } }] }]);
});
