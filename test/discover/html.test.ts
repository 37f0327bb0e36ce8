// Rows by selectors, in the markups of the field and with their traps.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DeclarationError } from '../../pipeline/errors.ts';
import type { HtmlReader } from '../../pipeline/types.ts';
import { facts, html, readOf } from './support.ts';

const VIEWS: HtmlReader = {
  format: 'html',
  rows: ['.views-row', 'article'],
  title: ['h3 a', 'h3', 'a'],
  link: ['h3 a', 'a[href]'],
  date: ['time[datetime]', '.date', '.meta li'],
  summary: ['.summary', 'p'],
};
const row = (inside: string): string => `<div class="views-row">${inside}</div>`;
const one = async (inside: string, reader: Partial<HtmlReader> = {}) => {
  const { rows } = await readOf(html(row(inside)), { ...VIEWS, ...reader });
  return rows[0] ?? expect.fail('no row');
};

describe('a row', () => {
  it('has title, address, day and summary', async () => {
    const { rows } = await readOf(
      html(row('<h3><a href="/news/a">A&nbsp;made&shy;-up &amp; short\n title</a></h3><span class="date">11 Sept 2026</span><p>More.</p>')),
      VIEWS,
    );
    expect(rows).toEqual([
      {
        id: 'news.a',
        title: 'A made-up & short title',
        url: 'https://www.body.example/news/a',
        date: '2026-09-11',
        summary: 'More.',
        language: null,
        languages: {},
        reference: null,
        subjectCodes: [],
        procedures: [],
        access: 'unknown',
      },
    ]);
  });

  it('may have its heading outside the link', async () =>
    expect(await one('<h3>A title</h3><a href="/news/a">Read More</a>')).toMatchObject({ title: 'A title', id: 'news.a' }));

  it('may be the link itself, or have a title that only assistive technology hears', async () => {
    const page = html(
      '<a class="views-row" href="/news/a"><h3>A</h3></a><a class="views-row" href="/news/b" aria-label="B"><img alt=""></a>',
    );
    expect(facts(await readOf(page, { ...VIEWS, link: ['a[href]'] })).map(([title, , url]) => [title, url.slice(-2)])).toEqual([
      ['A', '/a'],
      ['B', '/b'],
    ]);
  });

  it('keeps words apart that only style sets apart, and together what emphasis divides', async () => {
    const inside =
      '<h3><a href="/a"><strong>ST 90001 2026 INIT - NOTE</strong><span>11/11/2026</span><b>T</b>his is <em>Euro</em>pol<span>’s</span></a></h3>';
    expect((await one(inside)).title).toBe('ST 90001 2026 INIT - NOTE 11/11/2026 This is Europol’s');
  });

  it('is found by the first selector that fits anything, facts before fall-backs', async () => {
    const page = html(`<article><h3><a href="/other">Other</a></h3></article>${row('<h3><a href="/news/a">A</a></h3>')}`);
    expect((await readOf(page, VIEWS)).rows.map(({ title }) => title)).toEqual(['A']);
    expect((await readOf(page, { ...VIEWS, rows: ['.none', 'article'] })).rows.map(({ title }) => title)).toEqual(['Other']);
  });

  it('leads where the page says that links start', async () => {
    const page = `<html><head><base href="/deep/er/"></head><body>${row('<h3><a href="a">A</a></h3>')}</body></html>`;
    expect((await readOf(page, VIEWS)).rows[0]?.url).toBe('https://www.body.example/deep/er/a');
  });

  it('says more when its declaration asks, and is none when that says so', async () => {
    const page = html(`${row('<h3><a href="/a" lang="en">A</a></h3><i class="tag">MIGR</i>')}${row('<h3><a href="/b">B</a></h3>')}`);
    const reader: HtmlReader = {
      ...VIEWS,
      more: (view) =>
        view.texts('.tag').length === 0
          ? null
          : { subjectCodes: view.texts('.tag'), language: view.attributes('a', 'lang')[0] ?? '', summary: view.text },
    };
    const { rows } = await readOf(page, reader);
    expect(rows).toMatchObject([
      { id: 'a', subjectCodes: ['MIGR'], language: 'en', languages: { en: 'https://www.body.example/a' }, summary: 'A MIGR' },
    ]);
  });
});

describe('the day of a row', () => {
  it.each([
    ['the machine’s form', '<time datetime="2026-03-26T12:00:00Z">26 March 2026</time>', '2026-03-26'],
    ['the machine’s form in American order', '<time datetime="3/26/2026 12:00:00 AM">26/03/2026</time>', '2026-03-26'],
    ['the words, when a machine cannot read its form', '<time datetime="soon">26/03/2026</time>', '2026-03-26'],
    [
      'the machine’s form inside what is made for it',
      '<div class="date">Today <time datetime="2026-03-26">Thursday</time></div>',
      '2026-03-26',
    ],
    ['one of several facts', '<ul class="meta"><li>Report</li><li>26 March 2026</li></ul>', '2026-03-26'],
    ['beside its kind', '<p class="date">26 March 2026|NEWS</p>', '2026-03-26'],
    ['no deadline', '<ul class="meta"><li>Deadline 30 September 2026</li></ul>', null],
    [
      'no deadline, even for machines',
      '<ul class="meta"><li>Deadline: <time datetime="2026-09-30">30 September 2026</time></li></ul>',
      null,
    ],
    ['the publication beside a deadline', '<ul class="meta"><li>26 March 2026</li><li>Deadline 30 September 2026</li></ul>', '2026-03-26'],
    ['none of two', '<ul class="meta"><li>26 March 2026</li><li>27 March 2026</li></ul>', null],
    ['not a month or a year', '<span class="date">March 2026</span>', null],
  ])('is %s', async (_, inside, day) => expect((await one(`<h3><a href="/a">A</a></h3>${inside}`)).date).toBe(day));
});

describe('what is no item', () => {
  const KEEP = { ...VIEWS, keep: /^\/news\/[^/?]+-\d{4}-\d{2}-\d{2}_en$/ };

  it('is dropped by its address', async () => {
    const card = (href: string): string => row(`<h3><a href="${href}">Title of ${href}</a></h3>`);
    const page = html([card('/news/a-2026-09-15_en?prefLang=fr'), card('/news_en?f=1'), card('mailto:a@b.example')].join(''));
    expect((await readOf(page, KEEP)).rows.map(({ id }) => id)).toEqual(['news.a-2026-09-15_en']);
  });

  it('is dropped alike by a pattern that remembers where it was', async () => {
    const page = html(['a', 'b', 'c'].map((name) => row(`<h3><a href="/news/${name}-2026-09-15_en">${name}</a></h3>`)).join(''));
    expect((await readOf(page, { ...VIEWS, keep: /news/g })).rows).toHaveLength(3);
  });

  it('stays when its source names it otherwise', async () => {
    const page = html(row('<h3>A document that is not public</h3><b>ST 90001 2026 REV 1</b>'));
    const reader: HtmlReader = { ...VIEWS, keep: /./, more: (view) => ({ number: view.texts('b')[0] ?? '', access: 'not-public' }) };
    const { rows } = await readOf(page, reader);
    expect(rows).toMatchObject([
      { id: 'ST-90001-2026-REV-1', url: '', reference: { number: 90_001, steps: [{ kind: 'REV', n: 1 }] }, access: 'not-public' },
    ]);
  });
});

describe('one document printed twice', () => {
  const version = (language: string, title: string): string =>
    row(`<h3><a href="/doc/ST-90001-2026-INIT/${language}/pdf">${title}</a></h3><i>${language}</i>`);
  const PRINTED: HtmlReader = { ...VIEWS, more: (view) => ({ number: 'ST 90001 2026 INIT', language: view.texts('i')[0] ?? '' }) };

  it('is one row in all its languages, and English speaks for it', async () => {
    const { rows } = await readOf(html(version('bg', 'Заглавие') + version('en', 'Title') + version('fr', 'Titre')), PRINTED);
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ id: 'ST-90001-2026-INIT', title: 'Title', language: 'en' });
    expect(Object.keys(rows[0]?.languages ?? {})).toEqual(['bg', 'en', 'fr']);
  });
});

describe('a page', () => {
  const total = async (words: string): Promise<number | null> =>
    (await readOf(html(`<p class="n">${words}</p>${row('<h3><a href="/a">A</a></h3>')}`), { ...VIEWS, total: ['.n'] })).total;

  it.each([
    ['74 results', 74],
    ['(123)', 123],
    ['1 234 documents', 1_234],
    ['1,234 results', 1_234],
    ['Showing 1-20 of 101', 101],
    ['Showing results 121/121', 121],
    ['Results', null],
  ])('counts its hits: %s', async (words, number) => expect(await total(words)).toBe(number));

  it('gives the addresses that signal changes', async () => {
    const page = `<html><head><link rel="alternate" type="application/rss+xml" href="/node/9/rss_en"></head><body>${row('<h3><a href="/a">A</a></h3>')}<a class="rss" href="/node/9/rss_en#x">RSS</a></body></html>`;
    const { readList } = await import('../../pipeline/discover/list.ts');
    const { listOf, pageOf, TODAY } = await import('./support.ts');
    const { signals } = await readList(pageOf(page), listOf(VIEWS), { today: TODAY, signal: ['link[rel=alternate]', 'a.rss', '.none'] });
    expect(signals).toEqual(['https://www.body.example/node/9/rss_en']);
  });

  it('is read in its own encoding', async () => {
    const bytes = Buffer.from(html(row('<h3><a href="/a">R\xe9sum\xe9</a></h3>')), 'latin1');
    const { rows } = await readOf(bytes, VIEWS, { page: { headers: { 'content-type': 'text/html; charset=iso-8859-1' } } });
    expect(rows[0]?.title).toBe('Résumé');
  });

  it.each(['div[', '', ':nonsense()'])('with the selector %j fails as a declaration', async (selector) => {
    await expect(readOf(html(row('<h3><a href="/a">A</a></h3>')), { ...VIEWS, title: [selector] })).rejects.toThrow(DeclarationError);
    await expect(readOf(html(''), { ...VIEWS, rows: [selector] })).rejects.toThrow(selector === '' ? /empty/ : selector);
  });

  it('law: reads the same twice, and shuffled rows are the same rows', async () => {
    const names = fc.uniqueArray(fc.stringMatching(/^[A-Za-z0-9-]{1,12}$/), { minLength: 3, maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(names, fc.infiniteStream(fc.nat(999)), async (slugs, order) => {
        const card = (slug: string): string => row(`<h3><a href="/news/${slug}">Title ${slug}</a></h3><time datetime="2026-09-15"></time>`);
        const shuffled = slugs.map((slug) => [order.next().value ?? 0, slug] as const).sort(([a], [b]) => a - b);
        const [first, again, other] = await Promise.all(
          [slugs, slugs, shuffled.map(([, slug]) => slug)].map((list) => readOf(html(list.map(card).join('')), VIEWS)),
        );
        expect(again).toEqual(first);
        const byId = (page: typeof first) => [...(page?.rows ?? [])].sort((a, b) => (a.id < b.id ? -1 : 1));
        expect(byId(other)).toEqual(byId(first));
        expect(first?.rows).toHaveLength(slugs.length);
      }),
      { numRuns: 30 },
    );
  });
});
