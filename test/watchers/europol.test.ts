import { describe, expect, it } from 'vitest';
import { readList } from '../../pipeline/discover/list.ts';
import type { List, ListingWatcher } from '../../pipeline/types.ts';
import { europolNews } from '../../watchers/europol-news.ts';
import { europolPublications } from '../../watchers/europol-publications.ts';
import { json, page } from '../replica/site.ts';
import { europol } from '../replica/sites/europol.ts';
import { listOf, pageAt, rowsOf } from './support.ts';

const CASE = '/media-press/newsroom/news/twelve-held-in-made-up-smuggling-case-90020';
const today = '2026-09-08';
const asPage = (url: string, body: string) =>
  pageAt({ sites: [{ origin: new URL(url).origin, answer: () => ({ type: 'text/html', body }) }], told: [] }, url);
const expanded = async ({ id, expand }: ListingWatcher, row: string, variant = 0) => {
  const url = expand?.url([row]) ?? '';
  const list: List = { name: id, url, read: expand?.read ?? { format: 'links', keep: /$^/ }, expect: 1, dated: false };
  return readList(await pageAt(europol, url, { day: 3, variant }), list, { today });
};

describe('news of Europol', () => {
  it.each([0, 1])('are read from the data in the script of the page, whatever its strings hold (markup %i)', async (variant) => {
    for (const name of ['newsroom', 'press-releases']) {
      const rows = await rowsOf(europol, listOf(europolNews, name), { day: 2, variant });
      expect(rows).toHaveLength(11);
      expect(rows[0]).toMatchObject({
        id: 'media-press.newsroom.news.twelve-held-in-made-up-smuggling-case-90020',
        title: 'Twelve held in hit against migrant smuggling by invented boats',
        url: `https://www.europol.europa.eu${CASE}`,
        date: '2026-09-08',
      });
    }
  });

  it('are the same entries in the feed, which has no dates and links the host without www', async () => {
    const [rows, fed] = await Promise.all(['newsroom', 'feed'].map((name) => rowsOf(europol, listOf(europolNews, name), { day: 2 })));
    expect(fed?.map(({ id, url, title }) => ({ id, url, title }))).toEqual(
      rows?.slice(0, 10).map(({ id, url, title }) => ({ id, url, title })),
    );
    expect(fed?.every(({ date }) => date === null)).toBe(true);
  });

  it.each(['newsroom', 'press-releases'])('are not found on a page without the data: %s', async (name) => {
    await expect(rowsOf(europol, listOf(europolNews, name), { variant: 2 })).rejects.toMatchObject({ code: 'layout-changed' });
  });

  it.each([0, 1])('are known by their crime areas when their titles do not tell (markup %i)', async (variant) => {
    const { rows } = await expanded(europolNews, 'media-press.newsroom.news.network-of-drivers-90022', variant);
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ title: 'Network of drivers and safe houses dismantled', date: '2026-09-09' });
    expect(rows[0]?.summary).toContain('Migrant smuggling; Document fraud');
    expect(rows[0]?.summary).toContain('drivers of this stand-in');
  });

  it('are one entry under the old address and the new one', async () => {
    const item = { title: 'A made-up case', published: 1_788_000_000 };
    const items = ['/newsroom/news/a-made-up-case-90001', `https://europol.europa.eu/media-press/newsroom/news/a-made-up-case-90001`].map(
      (alias) => ({ ...item, alias }),
    );
    const others = [2, 3].map((at) => ({ title: `Another case ${at}`, alias: `/media-press/newsroom/news/case-9000${at}` }));
    const data = { NodeLoader: { node: { lists: [{ items: [...items, ...others] }] } } };
    const html = page('Newsroom', '', { head: `<script>window.SERVER_DATA = ${JSON.stringify(data)};</script>` }).body;
    const { rows } = await readList(
      await asPage('https://www.europol.europa.eu/media-press/newsroom', html),
      listOf(europolNews, 'newsroom'),
      { today },
    );
    expect(rows.map(({ id }) => id)).toEqual(
      ['a-made-up-case-90001', 'case-90002', 'case-90003'].map((slug) => `media-press.newsroom.news.${slug}`),
    );
  });
});

describe('publications of Europol', () => {
  it.each([0, 1, 2])('are read from both lists, in markup %i from the links of the page', async (variant) => {
    const suffix = variant === 2 ? '-links' : '';
    const rows = await rowsOf(europol, listOf(europolPublications, `publications${suffix}`), { day: 3, variant });
    expect(rows.map(({ title, date }) => [title, date])).toEqual([
      ['Tenth stand-in report on migrant smuggling', '2026-09-09'],
      ['Notes on stand-in money laundering', '2026-06-15'],
      ['Invented trends in online fraud', '2026-07-15'],
      ['The other side of a made-up coin', '2026-08-15'],
    ]);
    expect(await rowsOf(europol, listOf(europolPublications, `main-reports${suffix}`), { variant })).toHaveLength(3);
  });
});

describe('the text of an item', () => {
  const textOf = async (path: string, variant = 0): Promise<string> => {
    const { detail } = europolNews;
    const address = detail?.address?.(`https://www.europol.europa.eu${path}`) ?? '';
    expect(address).toBe(`https://www.europol.europa.eu/cms/api/node?url=${encodeURIComponent(path)}`);
    const answer = await pageAt(europol, address, { day: 3, variant });
    return detail?.html?.(JSON.parse(new TextDecoder().decode(answer.body))) ?? '';
  };

  it.each([0, 1])('comes from its node, with what it is about and without what moves around it (markup %i)', async (variant) => {
    const html = await textOf(CASE, variant);
    expect(html).toContain('searched ten places and held fourteen people');
    expect(html).toContain('Migrant smuggling');
    expect(html).not.toContain('Not part of it');
  });

  it('names the files, whose names hold spaces and curly apostrophes', async () => {
    const html = await textOf('/publications-events/publications/tenth-stand-in-report-90030');
    expect(html).toContain('>Tenth stand-in report – the centre’s invented year.PDF</a>');
    expect(html).toContain(
      'href="/cms/sites/default/files/documents/Tenth%20stand-in%20report%20%E2%80%93%20the%20centre%E2%80%99s%20invented%20year.PDF"',
    );
  });

  it('is missing where a node has neither words nor files', () => {
    expect(europolNews.detail?.html?.(JSON.parse(json({ id: 1, title: 'A made-up page' }).body))).toBeNull();
  });
});
