import { describe, expect, it } from 'vitest';
import { eurojustNews } from '../../watchers/eurojust-news.ts';
import { eurojustPublications } from '../../watchers/eurojust-publications.ts';
import { eurojust } from '../replica/sites/eurojust.ts';
import { listOf, rowsOf } from './support.ts';

const short = (rows: Awaited<ReturnType<typeof rowsOf>>) => rows.map(({ id, title, date }) => ({ id, title, date }));

describe('news of Eurojust', () => {
  it.each([0, 1])('are read with days that stand in the row as text (markup %i)', async (variant) => {
    const rows = await rowsOf(eurojust, listOf(eurojustNews, 'news'), { day: 3, variant });
    expect(rows).toHaveLength(10);
    // "Sept" has four letters, and a deadline is another day.
    expect(short(rows.slice(0, 2))).toEqual([
      { id: 'news.made-up-hearings-90210', title: 'Made-up hearings end a network for the smuggling of migrants', date: '2026-09-09' },
      { id: 'news.stand-in-robes-90211', title: 'New robes for stand-in prosecutors', date: '2026-09-08' },
    ]);
    expect(rows.every(({ date }) => date !== null)).toBe(true);
    expect(rows.some(({ title }) => title.includes('event'))).toBe(false);
  });

  it('are the same entries in the feed and among the links', async () => {
    const rows = short(await rowsOf(eurojust, listOf(eurojustNews, 'news')));
    expect(short(await rowsOf(eurojust, listOf(eurojustNews, 'press-releases')))).toEqual(rows);
    const links = await rowsOf(eurojust, listOf(eurojustNews, 'links'), { variant: 2 });
    expect(links.map(({ id, title }) => ({ id, title }))).toEqual(rows.map(({ id, title }) => ({ id, title })));
  });

  it('are not found in paragraphs of links, where only what stands in for the list does', () =>
    expect(rowsOf(eurojust, listOf(eurojustNews, 'news'), { variant: 2 })).rejects.toMatchObject({ code: 'layout-changed' }));
});

describe('publications of Eurojust', () => {
  it.each([
    ['publications', 0],
    ['publications', 1],
    ['shown', 0],
    ['feed', 2],
    ['links', 2],
  ] as const)('are read from %s in markup %i', async (name, variant) => {
    const rows = await rowsOf(eurojust, listOf(eurojustPublications, name), { day: 3, variant });
    expect(rows).toHaveLength(5);
    expect(rows[0]).toMatchObject({
      id: 'publication.outcome-of-a-made-up-meeting-90230',
      title: 'Outcome of a made-up meeting on migrant smuggling',
      url: 'https://www.eurojust.europa.eu/publication/outcome-of-a-made-up-meeting-90230',
      date: name === 'links' ? null : '2026-09-08',
    });
  });

  it('keep their id when a title is corrected', async () => {
    const [before, after] = await Promise.all(
      ([4, 5] as const).map((day) => rowsOf(eurojust, listOf(eurojustPublications, 'publications'), { day })),
    );
    expect(after?.map(({ id }) => id)).toEqual(before?.map(({ id }) => id));
    expect(after?.[0]?.title).toBe('Outcome of the made-up meeting on migrant smuggling');
  });
});
