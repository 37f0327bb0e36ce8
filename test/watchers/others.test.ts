import { describe, expect, it } from 'vitest';
import { readList } from '../../pipeline/discover/list.ts';
import { extract } from '../../pipeline/extract/index.ts';
import { readingText } from '../../pipeline/extract/text.ts';
import { asktheeuRequests } from '../../watchers/asktheeu-requests.ts';
import { icmpdNews } from '../../watchers/icmpd-news.ts';
import { interpolNews } from '../../watchers/interpol-news.ts';
import { statewatchNews } from '../../watchers/statewatch-news.ts';
import { unodcObservatory } from '../../watchers/unodc-observatory.ts';
import { DAYS, type Day } from '../replica/site.ts';
import { others } from '../replica/sites/others.ts';
import { listOf, pageAt, rowsOf, type When } from './support.ts';

const LIST = 'https://www.asktheeu.org/list/successful';
const LIMITS = { seconds: 10, pages: 10 };

const NEWEST = {
  statewatch: {
    title: 'EU: A paper on patrols and migrant smuggling that nobody was to read',
    url: 'https://www.statewatch.org/news/2026/september/eu-paper-on-patrols-and-migrant-smuggling-90001-26/',
  },
  interpol: {
    title: 'Boats seized in joint action against migrant smuggling',
    url: 'https://www.interpol.int/en/News-and-Events/News/2026/Boats-seized-in-joint-action-90951',
  },
  news: {
    title: 'Schooling for border guards on smuggling of migrants',
    url: 'https://www.icmpd.org/news/schooling-for-border-guards-90961',
  },
  publications: {
    title: 'What the Pact on Migration and Asylum means for towns',
    url: 'https://www.icmpd.org/publications/what-the-pact-means-for-towns-90962',
  },
} as const;

describe.each([0, 1, 2])('in markup %i', (variant) => {
  it.each([
    [statewatchNews, 'latest', 2, 8, NEWEST.statewatch],
    [interpolNews, 'news', 5, 8, NEWEST.interpol],
    [interpolNews, 'feed', 5, 8, NEWEST.interpol],
    [icmpdNews, 'news', 4, 7, NEWEST.news],
    [icmpdNews, 'publications', 3, 7, NEWEST.publications],
  ] as const)('reads row %#, $1', async (watcher, name, day, count, newest) => {
    const rows = await rowsOf(others, listOf(watcher, name), { day, variant });
    expect(rows).toHaveLength(count);
    expect(rows[0]).toMatchObject({ ...newest, date: DAYS[day] });
    expect(new Set(rows.map(({ date }) => date)).size).toBe(count);
  });

  it('reads requests that were answered, by the address of the request alone', async () => {
    const rows = await rowsOf(others, listOf(asktheeuRequests, 'successful'), { day: 3, variant });
    expect(rows).toHaveLength(10);
    const [request] = rows.filter(({ url }) => url.endsWith('/request/minutes_on_boats_90971'));
    expect(request).toMatchObject({
      title: 'Minutes of talks on boats and migrant smugling',
      summary: expect.stringContaining('migrant smuggling held in June'),
    });
  });

  it('finds nothing new in an article whose footer changed, and a correction where there is one', async () => {
    const at = 'https://www.statewatch.org/news/2026/september/eu-paper-on-patrols-and-migrant-smuggling-90001-26/';
    const [first, corrected, later] = await Promise.all(([2, 3, 4] satisfies Day[]).map((day) => articleText(at, { day, variant })));
    expect(first).toContain('along two routes');
    expect(corrected).toContain('along three routes');
    expect(later).toBe(corrected);
    expect(later).not.toMatch(/Support our work|Spotted an error|Report error|charity|mailing list|euros|Made-up Street/);
    expect(later).toContain('people who drown');
  });
});

const articleText = async (address: string, when: When): Promise<string> => {
  const { body, mediaType } = await pageAt(others, address, when);
  const { remove = [] } = statewatchNews.detail ?? {};
  return readingText(await extract({ body, mediaType, at: address, remove }, LIMITS));
};

describe('Statewatch', () => {
  it('takes months, years and other sections for no items, and reads on', async () => {
    const list = listOf(statewatchNews, 'latest');
    const [first, second] = await Promise.all([rowsOf(others, list, { day: 5 }), rowsOf(others, list, { day: 5, page: 2 })]);
    expect([...first, ...second].every(({ url }) => /\/news\/\d{4}\/[a-z]+\/[^/]+\/$/.test(url))).toBe(true);
    expect(second.some(({ id }) => first.some((row) => row.id === id))).toBe(false);
    expect(await rowsOf(others, listOf(statewatchNews, 'news'), { day: 5 })).toEqual(first);
  });

  it.each([
    ['/news/2026/september/a-title/', true],
    ['/analyses/2026/a-title', true],
    ['/publications/2026/may/a-report/', true],
    ['/news/2026/september/', false],
    ['/news/2026/', false],
    ['/latest/?&currentPage=2', false],
  ])('%s: %s', (path, isItem) => {
    const { read } = listOf(statewatchNews, 'latest');
    expect('keep' in read && read.keep?.test(path)).toBe(isItem);
  });
});

describe('AsktheEU', () => {
  const events = listOf(asktheeuRequests, 'access_to_documents_eu_funded_mi');

  it('tells one event more when a request is answered, and nothing else anew', async () => {
    const [before, after] = await Promise.all([rowsOf(others, events, { day: 3 }), rowsOf(others, events, { day: 4 })]);
    expect(after.slice(0, before.length)).toEqual(before);
    expect(after.slice(before.length)).toMatchObject([
      {
        id: 'access_to_documents_eu_funded_mi.9000104',
        title: 'Access to documents: EU-funded projects: response of 2026-09-10 (event 9000104)',
        date: '2026-09-10',
        summary: expect.stringContaining('migrant smuggling'),
      },
    ]);
  });

  it('knows a request by its address, whichever of its answers a list leads to', async () => {
    const row = (n: number, rest: string) =>
      `<div class="request_listing"><span class="head"><a href="/request/paper_${n}${rest}">Paper ${n}</a></span></div>`;
    const body = `<html><body>${row(1, '')}${row(2, '#incoming-9')}${row(3, '?nocache=incoming-9#incoming-9')}</body></html>`;
    const page = await pageAt(
      { sites: [{ origin: 'https://www.asktheeu.org', answer: () => ({ type: 'text/html', body }) }], told: [] },
      LIST,
    );
    const { rows } = await readList(page, listOf(asktheeuRequests, 'successful'), { today: '2026-09-07' });
    expect(rows.map(({ url }) => url)).toEqual([1, 2, 3].map((n) => `https://www.asktheeu.org/request/paper_${n}`));
  });

  it('asks for nothing that robots.txt disallows', () => {
    const asked = ['successful', 'access_to_documents_eu_funded_mi'].map((name) => listOf(asktheeuRequests, name).url);
    const urls = asked.map((url) => (typeof url === 'string' ? url : url({ page: 2, from: '2026-09-07', to: '2026-09-07' })));
    expect(urls.filter((url) => /\/(feed|search|track|similar|response|download)\b/.test(url))).toEqual([]);
  });
});

describe('the observatory', () => {
  it.each([0, 1])('has the words that must stand in it, in markup %i', async (variant) => {
    const { url, expect: words, remove } = unodcObservatory;
    const { body, mediaType } = await pageAt(others, url, { variant });
    const text = readingText(await extract({ body, mediaType, at: url, remove }, LIMITS)).toLowerCase();
    expect(text).toContain(words);
    expect(text).toContain('90901');
  });
});
