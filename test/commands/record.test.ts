import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { article, listPage, plain, REAL, type Site, startSite } from '../support/lists.ts';
import { makePlace, type Place } from '../support/place.ts';

const TODAY = '2026-09-09';
let site: Site;
let place: Place;
let folder: string;

beforeEach(async () => {
  site = await startSite();
  place = await makePlace({ [REAL]: site.standIn, 'https://www.icmpd.org': site.standIn }, [], {
    lists: [{ id: 'agency-news', url: `${REAL}/news`, select: '.row', keep: '^/news/' }],
    pages: [{ id: 'agency-page', url: `${REAL}/page` }],
  });
  folder = join(place.folder, 'fixtures');
});
afterEach(() => site.close());

const record = (id: string) => place.run(TODAY, ['record', id, '--to', folder]);
const kept = async (id: string) => JSON.parse(await readFile(join(folder, id, 'recording.json'), 'utf8'));

it('saves the answer of each list with what must be known to read it again', async () => {
  const [news, publications] = [listPage(plain(3)), listPage(plain(4))];
  site.at.set('/news', news).set('/publications', publications);
  const { code, out } = await record('icmpd-news');
  expect(code).toBe(0);
  expect(out).toContain('2 answers of icmpd-news');
  expect(await readdir(join(folder, 'icmpd-news'))).toEqual(['01.html', '02.html', 'recording.json']);
  expect(await readFile(join(folder, 'icmpd-news', '02.html'), 'utf8')).toBe(publications);
  expect(await kept('icmpd-news')).toMatchObject([
    { list: 'news', way: 0, url: 'https://www.icmpd.org/news', file: '01.html', status: 200, mediaType: 'text/html', day: TODAY },
    { list: 'publications', file: '02.html' },
  ]);
  expect(await place.files()).toEqual({});
});

it('saves lists and pages of the settings as well', async () => {
  site.at.set('/news', listPage(plain(3))).set('/page', article('Harbours', 'Piers shall be lit.'));
  expect((await record('agency-news')).code).toBe(0);
  expect((await record('agency-page')).code).toBe(0);
  expect(await kept('agency-page')).toMatchObject([{ list: null, url: `${REAL}/page` }]);
});

it.each([
  ['council-documents', 2, 'Name a watcher of lists or of a page'],
  ['nobody', 2, 'agency-news'],
])('%s has nothing to record, and that is said', async (id, code, words) => {
  const ran = await record(id);
  expect(ran).toMatchObject({ code, out: '' });
  expect(ran.err).toContain(words);
  expect(await readdir(folder).catch(() => [])).toEqual([]);
});

it('a source that does not answer is an error, and nothing is left of it', async () => {
  await site.close();
  const ran = await record('agency-news');
  expect(ran).toMatchObject({ code: 1, out: '' });
  expect(ran.err).toContain(REAL);
  expect(await readdir(folder).catch(() => [])).toEqual([]);
});
