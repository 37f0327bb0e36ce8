import { describe, expect, it } from 'vitest';
import { readList } from '../../pipeline/discover/list.ts';
import { extract } from '../../pipeline/extract/index.ts';
import { frontexDetections } from '../../watchers/frontex-detections.ts';
import { frontexNews } from '../../watchers/frontex-news.ts';
import { frontexPublications } from '../../watchers/frontex-publications.ts';
import { frontexRegister } from '../../watchers/frontex-register.ts';
import { frontex } from '../replica/sites/frontex.ts';
import { listOf, pageAt, rowsOf } from './support.ts';

const FLIGHTS = 'Invented flights help to disrupt smuggling of migrants off a made-up coast';

describe('news of Frontex', () => {
  it.each([0, 1])('are read with their days, and ids keep their case (markup %i)', async (variant) => {
    const rows = await rowsOf(frontex, listOf(frontexNews, 'news'), { day: 2, variant });
    expect(rows).toHaveLength(10);
    expect(rows[0]).toMatchObject({
      id: 'media-centre.news.news-release.stand-in-flights-90110-Zq7RtB',
      title: FLIGHTS,
      date: '2026-09-08',
    });
    expect(
      rows.every(({ date, url }) => date !== null && url.startsWith('https://www.frontex.europa.eu/media-centre/news/news-release/')),
    ).toBe(true);
    expect(rows.some(({ title }) => title === 'All news')).toBe(false);
  });

  it('are the same entries in the feed and among the links', async () => {
    const ids = async (name: string) =>
      (await rowsOf(frontex, listOf(frontexNews, name), { day: 1 })).map(({ id, title }) => `${id}: ${title}`);
    expect(await ids('feed')).toEqual(await ids('news'));
    expect(await ids('links')).toEqual(await ids('news'));
  });

  it('are not found on a page that lost its list', () =>
    expect(rowsOf(frontex, listOf(frontexNews, 'news'), { variant: 2 })).rejects.toMatchObject({ code: 'layout-changed' }));
});

describe('publications of Frontex', () => {
  it.each([
    ['publications', 0],
    ['publications', 1],
    ['links', 2],
  ] as const)('are read from %s in markup %i', async (name, variant) => {
    const rows = await rowsOf(frontex, listOf(frontexPublications, name), { day: 4, variant });
    expect(rows.map(({ title }) => title)).toEqual([
      'Stand-in analysis: the state of the Schengen area from its invented borders',
      'Handbook of made-up vessels',
      'Invented budget of the year',
      'A guide to stand-in dogs',
      'Best practices for imaginary fences',
    ]);
    expect(rows[0]?.id).toBe('publications.stand-in-annual-analysis-90130-Kd9WmX');
    expect(rows[0]?.date).toBe(variant === 2 ? null : '2026-09-10');
  });
});

describe('the register of Frontex', () => {
  const list = listOf(frontexRegister, 'register');
  const dialogOf = async (id: string, when = {}) => {
    const { expand } = frontexRegister;
    const url = expand?.url([id]) ?? '';
    const read = { name: 'dialog', url, read: expand?.read ?? list.read, expect: 1, dated: false };
    return (await readList(await pageAt(frontex, url, { day: 4, ...when }), read, { today: '2026-09-10' })).rows;
  };

  it.each([0, 1])('lists documents by their number, page by page (markup %i)', async (variant) => {
    const pages = await Promise.all([0, 1, 2, 3].map((page) => rowsOf(frontex, list, { day: 4, variant, page }).catch(() => [])));
    expect(pages.map((rows) => rows.length)).toEqual([5, 5, 5, 0]);
    expect(pages[0]?.map(({ id }) => id)).toEqual(['990113', '990112', '990111', '990110', '990107']);
    expect(new Set(pages.flat().map(({ title }) => title)).size).toBe(15);
  });

  it.each(['en', 'fr'] as const)('gives the rest in a dialog, with labels in %s', async (language) => {
    expect(await dialogOf('990112', { language })).toMatchObject([
      {
        title: 'PAD-2026-90112',
        date: '2026-09-08',
        language: 'en',
        summary: 'Access to documents, Migrant smuggling',
        url: 'https://prd.frontex.europa.eu/document/pad-2026-90112/',
      },
    ]);
  });

  it('leads to the file where its text can be read, and else to the page', async () => {
    const [decision] = await dialogOf('990113');
    expect(decision?.url).toBe('https://prd.frontex.europa.eu/wp-content/uploads/mb-decision-90042_2026.pdf');
    const { body } = await pageAt(frontex, decision?.url ?? '', { day: 4 });
    expect(new TextDecoder('latin1').decode(body.subarray(0, 5))).toBe('%PDF-');
  });
});

describe('the monthly detections', () => {
  const linked = async (day: 1 | 4) => {
    const file = frontexDetections.file ?? /$^/;
    const list = { name: 'file', url: frontexDetections.url, read: { format: 'links', keep: file } as const, expect: 1, dated: false };
    return (await readList(await pageAt(frontex, list.url, { day }), list, { today: '2026-09-07' })).rows.map(({ url }) => url);
  };

  it('are the one workbook that the page links, whose months are columns', async () => {
    expect(await linked(1)).toEqual([
      'https://www.frontex.europa.eu/assets/Migratory_routes/2026/Monthly_detections_of_IBC_2026_08_04.xlsx',
    ]);
    const [address = ''] = await linked(4);
    const { body, mediaType } = await pageAt(frontex, address, { day: 4 });
    const text = await extract({ body, mediaType, at: address }, { seconds: 20, pages: 50 });
    const months = text.blocks
      .flatMap(({ text: row }) => row.split('|').map((cell) => cell.trim()))
      .filter((cell) => frontexDetections.columns?.test(cell));
    expect(months).toEqual(['MAY2026', 'JUN2026', 'JUL2026']);
  });

  it('are refused to HEAD, as by the real server', async () => {
    const [site] = frontex.sites;
    const url = new URL((await linked(1))[0] ?? '');
    expect(await site?.answer({ url, method: 'HEAD', headers: {}, day: 1, variant: 0, language: 'en' })).toMatchObject({ status: 405 });
  });
});
