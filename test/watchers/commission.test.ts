import { describe, expect, it } from 'vitest';
import { readList } from '../../pipeline/discover/list.ts';
import type { List, ListContext, ListingWatcher, Tracked } from '../../pipeline/types.ts';
import { commissionHomeNews } from '../../watchers/commission-home-news.ts';
import { commissionHomePublications } from '../../watchers/commission-home-publications.ts';
import { commissionHomeSmuggling } from '../../watchers/commission-home-smuggling.ts';
import { commissionPress } from '../../watchers/commission-press.ts';
import { commissionRegister } from '../../watchers/commission-register.ts';
import { DAYS } from '../replica/site.ts';
import { commission } from '../replica/sites/commission.ts';
import { listOf, pageAt, rowsOf } from './support.ts';

const NEWS = listOf(commissionHomeNews, 'news');
const PUBLICATIONS = listOf(commissionHomePublications, 'publications');
const otherOf = ({ otherwise }: List): List => otherwise ?? NEWS;

describe('news of home affairs', () => {
  it.each([0, 1])('are read from cards of either form, with their days (markup %i)', async (variant) => {
    const rows = await rowsOf(commission, NEWS, { day: 3, variant });
    expect(rows).toHaveLength(9);
    expect(rows[0]).toMatchObject({
      id: 'news.stand-in-alliance-meets-2026-09-08_en',
      title: 'Stand-in alliance against migrant smuggling meets in a made-up town',
      // In the second form the card also prints a deadline.
      date: '2026-09-08',
      url: 'https://home-affairs.ec.europa.eu/news/stand-in-alliance-meets-2026-09-08_en',
    });
    expect(rows[1]).toMatchObject({ url: 'https://ec.europa.eu/commission/presscorner/detail/en/ip_26_90007', date: '2026-09-09' });
    expect(rows.filter(({ date }) => date === null)).toEqual([]);
  });

  it('are read from links where the markup is another one, under the same ids', async () => {
    const rows = await rowsOf(commission, otherOf(NEWS), { day: 3, variant: 3 });
    const cards = await rowsOf(commission, NEWS, { day: 3 });
    expect(rows.map(({ id, title, date }) => ({ id, title, date }))).toEqual(cards.map(({ id, title, date }) => ({ id, title, date })));
  });

  it('take their day from the address when no card prints one', async () => {
    const page = await pageAt(commission, 'https://home-affairs.ec.europa.eu/whats-new/news_en');
    const bare = new TextDecoder().decode(page.body).replace(/<time.*?<\/time>/g, 'no day');
    const { rows } = await readList({ ...page, body: new TextEncoder().encode(bare) }, NEWS, { today: DAYS[1] });
    expect(rows.find(({ id }) => id === 'news.old-plan-2026-08-31_en')?.date).toBe('2026-08-31');
  });

  it('come with the feed of what was changed last', async () => {
    const page = await pageAt(commission, 'https://home-affairs.ec.europa.eu/whats-new/news_en', { day: 4 });
    const { signals } = await readList(page, NEWS, { signal: commissionHomeNews.signal ?? [], today: DAYS[4] });
    expect(signals).toEqual(['https://home-affairs.ec.europa.eu/node/4/rss_en']);
    const feed = await readList(
      await pageAt(commission, signals[0] ?? '', { day: 4 }),
      { ...NEWS, read: { format: 'feed' } },
      { today: DAYS[4] },
    );
    const cards = await rowsOf(commission, NEWS, { day: 4 });
    // An old page that was corrected comes first, and is the same entry.
    expect(feed.rows[0]).toMatchObject({ id: 'news.old-plan-2026-08-31_en', date: '2026-09-10' });
    expect(new Set(feed.rows.map(({ id }) => id))).toEqual(new Set(cards.map(({ id }) => id)));
  });
});

describe('publications of home affairs', () => {
  it.each([0, 1])('are read from cards without those that lead to lists (markup %i)', async (variant) => {
    const rows = await rowsOf(commission, PUBLICATIONS, { day: 3, variant });
    expect(rows.map(({ id, date }) => `${id} ${date}`)).toEqual([
      'document-library.made-up-study-90230_en 2026-09-09',
      'document-library.stand-in-90231_en 2026-09-04',
      'document-library.stand-in-90232_en 2026-09-03',
      'document-library.stand-in-90233_en 2026-09-02',
      'document-library.stand-in-90234_en 2026-09-01',
    ]);
  });

  it('are known by the name of their file, whose address changes with each replacement, with their translations', async () => {
    const rows = await rowsOf(commission, PUBLICATIONS, { day: 3, variant: 2 });
    expect(rows[0]).toMatchObject({
      id: 'file-made-up-study-90230.pdf',
      title: 'Made-up study on the smuggling of migrants by balloon',
      date: '2026-09-09',
    });
    expect(Object.keys(rows[0]?.languages ?? {})).toEqual(['en', 'fr']);
    expect(rows[0]?.languages.fr).toMatch(/_fr\?filename=made-up-study-90230\.pdf$/);
  });

  it.each([
    ['/document-library/x_en', true],
    ['/whats-new/publications/x_en', true],
    ['/document/90000000-0000-4000-8000-000000000000_en', true],
    ['/commission/presscorner/detail/en/ip_26_90000', true],
    ['/whats-new/publications_en', false],
    ['/whats-new/publications_en?f%5B0%5D=topic%3A1', false],
    ['/whats-new_en', false],
    ['/commission/presscorner/home/en', false],
    ['/', false],
    ['/index_en', false],
  ])('lie at addresses such as %s: %s', (path, kept) => {
    const { read } = PUBLICATIONS;
    expect('keep' in read && read.keep?.test(path)).toBe(kept);
  });
});

it('the policy page holds the word that must stand in it', async () => {
  const page = await pageAt(commission, commissionHomeSmuggling.url);
  expect(page.status).toBe(200);
  expect(new TextDecoder().decode(page.body)).toContain(String(commissionHomeSmuggling.expect));
});

describe('the press corner', () => {
  const [list] = commissionPress.lists as readonly List[];
  const url = typeof list?.url === 'function' ? list.url({ page: 2, from: '2026-09-04', to: '2026-09-07' }) : '';

  it('is asked for days as it takes them', () => {
    const { searchParams } = new URL(url);
    expect(Object.fromEntries(searchParams)).toEqual({
      language: 'en',
      pagesize: '100',
      pagenumber: '2',
      datefrom: '04092026',
      dateto: '07092026',
    });
  });

  it.each([0, 1])('gives items with their days and a count (answers of form %i)', async (variant) => {
    const page = await pageAt(commission, url.replace('pagenumber=2', 'pagenumber=1').replace('07092026', '08092026'), { day: 2, variant });
    const { rows, total } = await readList(page, list ?? NEWS, { today: DAYS[2] });
    expect(total).toBe(rows.length);
    expect(rows[0]).toMatchObject({
      id: 'ip_26_90010',
      url: 'https://ec.europa.eu/commission/presscorner/detail/en/ip_26_90010',
      date: '2026-09-08',
      language: 'en',
    });
  });

  it('has the text of an item in its JSON, or nothing', async () => {
    const { detail } = commissionPress;
    const address = detail?.address?.('https://ec.europa.eu/commission/presscorner/detail/en/ip_26_90010') ?? '';
    expect(address).toBe('https://ec.europa.eu/commission/presscorner/api/documents?reference=IP/26/90010&language=en');
    const page = await pageAt(commission, address, { day: 3 });
    expect(detail?.html?.(JSON.parse(new TextDecoder().decode(page.body)))).toMatch(/^<p>The rules have ten articles/);
    expect(detail?.html?.({})).toBeNull();
  });
});

describe('the register', () => {
  const corpus = [
    { references: [{ id: 'COM(2021) 591' }, { id: '32002L0090' }, { id: '13901/23' }], promises: [] },
    {
      references: [],
      promises: [
        { watch: { celex: ['52023PC0754', '52024SC0012'] }, answers: [{ reference: 'COM(2025) 185' }, { reference: 'EMSC reports' }] },
      ],
    },
  ] as unknown as readonly Tracked[];
  const context: ListContext = { today: DAYS[3], corpus, words: [], procedures: [], subjectCodes: [] };
  const listsOf = ({ lists }: ListingWatcher, given: ListContext): readonly List[] => (typeof lists === 'function' ? lists(given) : lists);
  const named = (name: string): List => listsOf(commissionRegister, context).find((list) => list.name === name) ?? NEWS;

  it('is asked for the numbers of the corpus, however they are written, and for those that are expected', () => {
    expect(listsOf(commissionRegister, context).map(({ name }) => name)).toEqual([
      'COM(2025)349',
      'COM(2025)185',
      'COM(2025)148',
      'SWD(2024)12',
      'COM(2023)754',
      'COM(2021)591',
    ]);
  });

  it('is never asked for more than a handful', () => {
    const many = {
      ...context,
      corpus: [
        { references: Array.from({ length: 40 }, (_, n) => ({ id: `COM(2020) ${n + 1}` })), promises: [] },
      ] as unknown as readonly Tracked[],
    };
    expect(listsOf(commissionRegister, many)).toHaveLength(10);
  });

  it('tells what is registered from what is public, and both from what is unknown', async () => {
    const [row] = await rowsOf(commission, named('COM(2025)349'), { day: 3 });
    expect(row).toMatchObject({ title: 'A made-up road map to made-up data', access: 'not-public', languages: {} });
    const [later] = await rowsOf(commission, named('COM(2025)349'), { day: 5 });
    expect(later).toMatchObject({ id: row?.id, access: 'public' });
    expect(Object.keys(later?.languages ?? {})).toEqual(['en']);
    expect((await pageAt(commission, String(named('COM(2025)148').url))).status).toBe(404);
    expect(named('COM(2025)148').none).toContain(404);
  });

  it('is not believed when it answers something else', () =>
    expect(readList({ ...EMPTY, url: String(named('COM(2025)349').url) }, named('COM(2025)349'), { today: DAYS[3] })).rejects.toMatchObject(
      { code: 'layout-changed' },
    ));
});

const EMPTY = {
  url: '',
  finalUrl: 'https://ec.europa.eu/',
  status: 200,
  mediaType: 'application/json',
  headers: {},
  body: new TextEncoder().encode('{"message":"made up"}'),
  validators: { etag: null, lastModified: null },
};
