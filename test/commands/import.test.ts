import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Entry } from '../../pipeline/types.ts';
import { councilPdf } from '../replica/documents.ts';
import { article, listPage, plain, REAL, type Site, startSite } from '../support/lists.ts';
import { makePlace, type Place, type Ran } from '../support/place.ts';
import { recordingOf } from '../support/recordings.ts';

const [DAY1, DAY2, DAY3] = ['2026-09-09', '2026-09-10', '2026-09-11'] as const;
const COUNCIL = 'https://www.consilium.europa.eu';
const BY_HAND = 'saved by a person and imported by hand';
const boats = { slug: 'boats-90001', title: 'New unit against migrant smuggling', date: DAY2 };
let site: Site;
let place: Place;

beforeEach(async () => {
  site = await startSite();
  place = await makePlace(
    { [REAL]: site.standIn, [COUNCIL]: site.standIn, 'https://data.consilium.europa.eu': site.standIn },
    ['90001/26'],
    {
      interests: { words: ['migrant smuggling'], subjectCodes: ['MIGR'] },
      lists: [{ id: 'agency-news', url: `${REAL}/news`, select: '.row', keep: '^/news/', expect: 2 }],
      pages: [{ id: 'agency-page', url: `${REAL}/page`, select: 'article' }],
    },
  );
});
afterEach(() => site.close());

const save = async (name: string, body: string | Uint8Array): Promise<string> => {
  const path = join(place.folder, name);
  await writeFile(path, body);
  return path;
};
const take = (day: string, name: string, file: string, ...options: readonly string[]): Promise<Ran> =>
  place.run(day, ['import', name, file, ...options]);
const found = ({ out }: Ran): string[] =>
  (JSON.parse(out) as { findings: { kind: string; entry: string }[] }).findings.map(({ kind, entry }) => `${kind} ${entry}`);
const reports = async (): Promise<string> =>
  Object.entries(await place.files())
    .flatMap(([name, text]) => (name.includes('/reports/') && !name.includes('baseline') ? [text] : []))
    .join('\n');
const entries = async (watcher: string): Promise<readonly Entry[]> =>
  JSON.parse((await place.files())[`root/snapshots/${watcher}/entries.json`] ?? '[]');

describe('a page of a list', () => {
  it('is a first look, and what a later one has more is told as imported; nothing is asked of anybody', async () => {
    const first = await take(DAY1, 'agency-news', await save('first.html', listPage(plain(3))), '--json');
    expect(found(first)).toEqual([]);
    const second = await take(DAY2, 'agency-news', await save('second.html', listPage([boats, ...plain(3)])), '--json');
    expect(found(second)).toEqual(['new-document news.boats-90001']);
    expect(await reports()).toContain(BY_HAND);
    expect(site.asked).toEqual([]);
    expect(found(await take(DAY3, 'agency-news', await save('second.html', listPage([boats, ...plain(3)])), '--json'))).toEqual([]);
  });

  it('may come from a source that refuses programs', async () => {
    const [{ page } = { page: null }] = recordingOf('council-latest');
    const { code, out } = await take(DAY1, 'council-latest', await save('latest.html', page?.body ?? ''));
    expect(code).toBe(0);
    expect(out).toContain('Imported into council-latest');
    expect((await entries('council-latest')).length).toBeGreaterThan(2);
    expect(site.asked).toEqual([]);
  });

  it('is only looked at with --dry-run', async () => {
    const { code } = await take(DAY1, 'agency-news', await save('first.html', listPage(plain(3))), '--dry-run');
    expect(code).toBe(0);
    expect(await place.files()).toEqual({});
  });
});

it('the text of an entry is kept, compared, and told as imported', async () => {
  await take(DAY1, 'agency-news', await save('list.html', listPage([boats, ...plain(3)])));
  const text = (words: string) => article(boats.title, 'The agency counted boats and piers for a year and wrote down what it saw.', words);
  expect(found(await take(DAY1, 'news.boats-90001', await save('boats.html', text('Ports shall take part.')), '--json'))).toEqual([]);
  const change = await take(DAY2, 'news.boats-90001', await save('boats.html', text('Ports may take part.')), '--json');
  expect(found(change)).toEqual(['wording news.boats-90001']);
  expect(await reports()).toContain(BY_HAND);
  expect(await reports()).toMatch(/~~shall~~ \*\*may\*\*/);
});

it('the file of a document is taken by its number, and told as imported', async () => {
  const pdf = await councilPdf({
    number: '90001/26',
    date: '3 February 2026',
    codes: ['MIGR 901'],
    subject: 'A note',
    paragraphs: ['Ports shall report.'],
  });
  await place.run(DAY1, ['watch', 'council-documents']);
  site.asked.length = 0;
  const opened = await take(DAY2, '90001/26', await save('st90001.pdf', pdf), '--json');
  expect(found(opened)).toEqual(['access ST-90001-2026-INIT']);
  expect(await reports()).toContain(BY_HAND);
  expect(await place.text('ST-90001-2026-INIT')).toContain('Ports shall report.');
  expect(site.asked).toEqual([]);
});

it('the file of another document is refused, and nothing is written', async () => {
  const other = await councilPdf({
    number: '90002/26',
    date: '7 September 2026',
    codes: ['MIGR 1'],
    type: 'NOTE',
    from: 'Presidency',
    to: 'Delegations',
    order: 'word',
    subject: 'Another note',
    paragraphs: ['Ports shall report.'],
  });
  const { code, err } = await take(DAY1, '90001/26', await save('other.pdf', other));
  expect(code).toBe(2);
  expect(err).toMatch(/its cover says 90002\/26, and not 90001\/26\..*import "90002\/26"/);
  expect(await place.files()).toEqual({});
});

it('a page that is watched itself is compared with what was imported before', async () => {
  const text = (words: string) => article('Harbours', 'What harbours are for stands in this paragraph and in no other one.', words);
  expect(found(await take(DAY1, 'agency-page', await save('page.html', text('Piers shall be lit.')), '--json'))).toEqual([]);
  expect(found(await take(DAY2, 'agency-page', await save('page.html', text('Piers may be lit.')), '--json'))).toEqual([
    'wording agency-page',
  ]);
  expect(await reports()).toContain(BY_HAND);
});

describe('what cannot be taken is said, and nothing is written', () => {
  const wrong = article('Welcome', 'This is another page of another site.');
  const moment = '<title>Just a moment...</title><noscript>Enable JavaScript and cookies to continue</noscript>';
  it.each<[string, string, string | null, string]>([
    ['a page that is none of the list', 'agency-news', wrong, 'is no page of agency-news'],
    ['a challenge saved in place of the list', 'agency-news', moment, 'is no page of agency-news'],
    ['a challenge saved in place of the page', 'agency-page', moment, 'is a wall in front of the page'],
    ['a challenge saved in place of a document', '90001/26', moment, 'saved.html is'],
    ['an empty file', 'agency-page', '', 'saved.html'],
    ['a file that is not there', 'agency-news', null, 'cannot be read'],
    ['a name that stands for nothing', 'nobody', wrong, 'neither a source, nor an entry, nor a document number'],
    ['a page in place of a document', '90001/26', wrong, 'no file of a document (html)'],
    ['a damaged document', '90001/26', '%PDF-1.7 and nothing more', 'saved.html'],
  ])('%s', async (_, name, body, words) => {
    const file = body === null ? join(place.folder, 'nowhere.html') : await save('saved.html', body);
    const ran = await take(DAY1, name, file);
    expect(ran).toMatchObject({ code: 2, out: '', err: expect.stringContaining(words) });
    expect(await place.files()).toEqual({});
    expect(site.asked).toEqual([]);
  });
});
