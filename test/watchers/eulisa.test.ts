import { describe, expect, it } from 'vitest';
import { eulisaNews } from '../../watchers/eulisa-news.ts';
import { eulisaPublications } from '../../watchers/eulisa-publications.ts';
import { eulisa } from '../replica/sites/eulisa.ts';
import { listOf, rowsOf } from './support.ts';

const NEWS = [
  { title: 'New canteen opens at the northern seat', date: '2026-09-09' },
  { title: 'What large registers add to the fight against migrant smuggling', date: '2026-09-08' },
];
const PUBLICATIONS = [
  { title: 'Alerts in figures: the state of the Schengen area seen from its registers', date: '2026-09-10' },
  { title: 'Catalogue of trainings for operators', date: '2026-09-08' },
];

describe.each([0, 1, 2])('eu-LISA in markup %i', (variant) => {
  it.each([
    [eulisaNews, 'news', 3, NEWS],
    [eulisaPublications, 'publications', 4, PUBLICATIONS],
    [eulisaPublications, 'links', 4, PUBLICATIONS],
  ] as const)('reads titles, dates and pages of row %#, $1', async (watcher, name, day, newest) => {
    const list = listOf(watcher, name);
    const rows = await rowsOf(eulisa, list, { day, variant });
    expect(rows).toHaveLength(10);
    expect(rows.slice(0, 2)).toMatchObject(newest);
    expect(rows.every(({ date, url }) => date !== null && url.startsWith('https://www.eulisa.europa.eu/'))).toBe(true);
    if (list.paging === undefined) return;
    const further = await rowsOf(eulisa, list, { day, variant, page: 1 });
    expect(further.length).toBeGreaterThan(2);
    expect(further.filter(({ id }) => rows.some((row) => row.id === id))).toEqual([]);
  });

  it('reads the same news from the feed and from bare links, and no events', async () => {
    const rows = await rowsOf(eulisa, listOf(eulisaNews, 'news'), { day: 3, variant });
    for (const other of ['feed', 'links']) {
      const same = await rowsOf(eulisa, listOf(eulisaNews, other), { day: 3, variant });
      expect(same.slice(0, 10).map(({ id, title, date }) => ({ id, title, date }))).toEqual(
        rows.map(({ id, title, date }) => ({ id, title, date })),
      );
      expect(same.some(({ title }) => title.startsWith('Open day'))).toBe(false);
    }
  });

  it('keeps the id of a row whose title is corrected', async () => {
    const list = listOf(eulisaNews, 'news');
    const [before, after] = await Promise.all([rowsOf(eulisa, list, { day: 4, variant }), rowsOf(eulisa, list, { day: 5, variant })]);
    expect(after[1]?.id).toBe(before[1]?.id);
    expect(after[1]?.title).toBe('What large registers add to the fight against migrant smuggling: first figures');
  });
});
