import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { LayoutError } from '../../pipeline/errors.ts';
import type { Page } from '../../pipeline/types.ts';
import { cepolNews } from '../../watchers/cepol-news.ts';
import { eeasPress } from '../../watchers/eeas-press.ts';
import { emsaNews } from '../../watchers/emsa-news.ts';
import { fraNews } from '../../watchers/fra-news.ts';
import { smallAgencies } from '../replica/sites/small-agencies.ts';
import { listOf, pageAt, rowsOf } from './support.ts';

/** What a browser makes of the page: its scripts run, and fill its one element. */
const rendered = (page: Page): Page => {
  const body = new TextDecoder().decode(page.body);
  const app = { innerHTML: '' };
  const scripts = [...body.matchAll(/<script>([\s\S]*?)<\/script>/g)].map(([, code = '']) => code).filter((code) => /listing/.test(code));
  runInNewContext(scripts.join('\n'), { document: { getElementById: () => app } });
  return { ...page, body: new TextEncoder().encode(body.replace('<div id="app"></div>', () => `<div id="app">${app.innerHTML}</div>`)) };
};

/** The first row on the day on which it appears. */
const NEWEST = {
  fra: {
    title: 'Courts and helpers: how facilitation of unauthorised entry is punished',
    date: '2026-09-09',
    url: 'https://fra.europa.eu/en/news/2026/criminal-courts-and-helpers-90411',
  },
  emsa: {
    title: 'Drones over the channel: pictures for cases of migrant smuggling',
    date: '2026-09-08',
    url: 'https://www.emsa.europa.eu/newsroom/latest-news/item/90611-drones-over-the-channel.html',
  },
  cepol: {
    title: 'Course for investigators of migrant smuggling begins online',
    date: '2026-09-11',
    url: 'https://www.cepol.europa.eu/newsroom/news/course-for-investigators-90711',
  },
  eeas: {
    title: 'Joint statement on an anti-smuggling operational partnership in the south',
    date: '2026-09-09',
    url: 'https://www.eeas.europa.eu/delegations/made-up-land/joint-statement-on-patrols-90811_en',
  },
} as const;

describe.each([0, 1, 2])('in markup %i', (variant) => {
  it.each([
    [fraNews, 'list', 3, 10, NEWEST.fra],
    [fraNews, 'links', 3, 10, NEWEST.fra],
    [emsaNews, 'news', 2, 10, NEWEST.emsa],
    [emsaNews, 'feed', 2, 10, NEWEST.emsa],
    [emsaNews, 'links', 2, 10, NEWEST.emsa],
    [cepolNews, 'news', 5, 9, NEWEST.cepol],
    [eeasPress, 'press', 3, 8, NEWEST.eeas],
    [eeasPress, 'links', 3, 8, NEWEST.eeas],
  ] as const)('reads row %#, $1', async (watcher, name, day, count, newest) => {
    const change = watcher === cepolNews ? rendered : undefined;
    const rows = await rowsOf(smallAgencies, listOf(watcher, name), { day, variant, change });
    expect(rows).toHaveLength(count);
    expect(rows[0]).toMatchObject(newest);
    expect(rows.every(({ date }) => date !== null)).toBe(true);
    expect(new Set(rows.map(({ title }) => title)).size).toBe(count);
  });
});

describe('FRA', () => {
  it.each([0, 1])('reads the feed with guids of kind %i under the ids of the list, without events', async (variant) => {
    const [feed, list] = await Promise.all([
      rowsOf(smallAgencies, listOf(fraNews, 'feed'), { day: 4, variant }),
      rowsOf(smallAgencies, listOf(fraNews, 'list'), { day: 4, variant }),
    ]);
    expect(feed.map(({ id, title, date }) => [id, title, date])).toEqual(list.map(({ id, title, date }) => [id, title, date]));
    expect(feed.some(({ title }) => title.includes('event'))).toBe(false);
  });
});

describe('what is no list', () => {
  it('fails by name where the rows of CEPOL were not made', async () => {
    const page = rowsOf(smallAgencies, listOf(cepolNews, 'news'), { day: 1 });
    await expect(page).rejects.toThrow(LayoutError);
    expect(new TextDecoder().decode((await pageAt(smallAgencies, 'https://www.cepol.europa.eu/newsroom/news')).body)).toContain('id="app"');
  });

  it('drops cards of other institutions', async () => {
    const rows = await rowsOf(smallAgencies, listOf(eeasPress, 'press'), { day: 2 });
    expect(rows.some(({ title }) => title.includes('elsewhere'))).toBe(false);
  });
});
