import { describe, expect, it } from 'vitest';
import { euaaNews } from '../../watchers/euaa-news.ts';
import { euaaPublications } from '../../watchers/euaa-publications.ts';
import { euaa } from '../replica/sites/euaa.ts';
import { listOf, rowsOf } from './support.ts';

describe('press releases of the EU Agency for Asylum', () => {
  it.each([0, 1])('take their title from the heading, which stands outside of the link (markup %i)', async (variant) => {
    const rows = await rowsOf(euaa, listOf(euaaNews, 'press-releases'), { day: 4, variant });
    expect(rows).toHaveLength(9);
    expect(rows[0]).toMatchObject({
      id: 'news-events.stand-in-agencies-meet-on-pact-90310',
      title: 'Stand-in agencies meet on the Pact on Migration and Asylum',
      url: 'https://www.euaa.europa.eu/news-events/stand-in-agencies-meet-on-pact-90310',
      date: '2026-09-10',
    });
    expect(rows.every(({ date, title }) => date !== null && title !== 'Read More')).toBe(true);
  });

  it.each([
    ['feed', 1],
    ['links', 2],
  ] as const)('are the same entries from %s, the menu left out', async (name, variant) => {
    const rows = await rowsOf(euaa, listOf(euaaNews, 'press-releases'), { day: 4 });
    const others = await rowsOf(euaa, listOf(euaaNews, name), { day: 4, variant });
    expect(others.map(({ id, title }) => ({ id, title }))).toEqual(rows.map(({ id, title }) => ({ id, title })));
  });
});

describe('publications of the EU Agency for Asylum', () => {
  it.each([
    ['publications', 0],
    ['publications', 1],
    ['links', 2],
  ] as const)('are read without days from %s in markup %i', async (name, variant) => {
    const rows = await rowsOf(euaa, listOf(euaaPublications, name), { day: 3, variant });
    expect(rows.map(({ title, url, date }) => [title, url, date]).slice(0, 2)).toEqual([
      [
        'Joint made-up analysis of facilitation of unauthorised entry',
        'https://euaa.europa.eu/publications/joint-made-up-analysis-90330',
        null,
      ],
      ['Guide to stand-in interviews', 'https://euaa.europa.eu/publications/stand-in-publication-90331', null],
    ]);
    expect(rows).toHaveLength(5);
  });

  it('tell the month in which the file was put there, and the subtitle', async () => {
    const [row] = await rowsOf(euaa, listOf(euaaPublications, 'publications'), { day: 3 });
    expect(row?.summary).toContain('Fact Sheet No 90');
    expect(row?.summary).toMatch(/file of 2026-09$/);
  });
});
