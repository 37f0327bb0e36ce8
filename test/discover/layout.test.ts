// Lists that are not what they were: an error with a name, and never "nothing new".

import { describe, expect, it } from 'vitest';
import { checkAgainstKnown } from '../../pipeline/discover/layout.ts';
import { LayoutError } from '../../pipeline/errors.ts';
import type { HtmlReader, List, Row } from '../../pipeline/types.ts';
import { HOME, html, readOf } from './support.ts';

const READER: HtmlReader = {
  format: 'html',
  rows: ['article'],
  title: ['h3'],
  link: ['a'],
  date: ['time'],
  keep: /^\/news\//,
  total: ['.hits'],
  landmarks: ['form.search'],
};
const card = (n: number, { title = `Title ${n}`, link = `<a href="/news/${n}">x</a>`, date = `1${n} May 2026` } = {}): string =>
  `<article><h3>${title}</h3>${link}<time>${date}</time></article>`;
const cards = (count: number, over: Parameters<typeof card>[1] = {}): string =>
  Array.from({ length: count }, (_, n) => card(n, over)).join('');
const read = (main: string, over: Partial<List> = {}) => readOf(html(main), READER, { expect: 3, dated: true, ...over });

describe('a list that changed', () => {
  it.each<readonly [string, string, RegExp]>([
    ['has fewer rows', cards(2), /at least 3 rows were expected, 2 found/],
    ['has no rows', '<p>Welcome</p>', /at least 3 rows were expected; there are none/],
    ['has no rows although it counts some', '<p class="hits">74 results</p><form class="search"></form>', /counts 74/],
    ['leads elsewhere', cards(5, { link: '<a href="/archive/1">x</a>' }), /none of 5 candidates/],
    ['has lost its titles', cards(2) + [2, 3, 4].map((n) => card(n, { title: '' })).join(''), /titles were expected, 3 of 5/],
    ['says the same in all rows', cards(4, { title: 'Read more' }), /different titles were expected/],
    ['has no date that can be read', cards(4, { date: '2 weeks ago' }), /none of 4 rows has one/],
  ])('%s', async (_, main, why) => {
    await expect(read(main)).rejects.toThrow(LayoutError);
    await expect(read(main)).rejects.toThrow(why);
  });

  it('has lost most links', async () => {
    const { keep: _, ...reader } = READER;
    const main = cards(2) + [2, 3, 4].map((n) => card(n, { link: '' })).join('');
    await expect(readOf(html(main), reader)).rejects.toThrow(/links were expected, 3 of 5/);
    const numbered: HtmlReader = { ...reader, more: (row) => ({ number: `ST 9000${row.text.replace(/\D/g, '').slice(0, 1)}/26` }) };
    expect((await readOf(html(main), numbered)).rows).toHaveLength(5);
  });

  it('is named, with what to do', async () => {
    const error = await read('').catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: 'layout-changed', at: HOME });
    expect(String(error)).toContain('"news"');
    expect(error).toHaveProperty('remedy', expect.stringMatching(/Open https.*correct.*what was known stays/));
  });

  it('breaks off in the middle', async () => {
    const whole = html(cards(6));
    await expect(readOf(whole.slice(0, -30), READER)).rejects.toThrow(/breaks off/);
    expect((await readOf(whole.replace('</html>', ''), READER)).rows).toHaveLength(6);
    // A fragment has no end that could be missing.
    expect((await readOf(cards(3), READER)).rows).toHaveLength(3);
  });
});

describe('a page made to keep a reader busy', () => {
  it.each([
    ['nested without end', '<div>'.repeat(50_000)],
    ['nested and closed', `${'<div>'.repeat(20_000)}${cards(3)}${'</div>'.repeat(20_000)}`],
  ])('is %s, and no list', async (_, main) => await expect(read(main)).rejects.toThrow(/deep/));

  it('is not one of many rows whose ends are left out', async () => {
    const rows = Array.from({ length: 800 }, (_, n) => `<li><p>May ${n}<h3>T${n}</h3><a href="/news/${n}">x</a>`).join('');
    expect((await readOf(html(`<ul>${rows}</ul>`), { ...READER, rows: ['li'] })).rows).toHaveLength(800);
  });
});

describe('a list that did not', () => {
  it('may be short when it says so', async () => {
    expect((await read(`<p class="hits">2 results</p>${cards(2)}`)).rows).toHaveLength(2);
    expect((await read('<p class="hits">No results</p>')).rows).toEqual([]);
  });

  it('may be empty where that is ordinary and the page is the right one', async () => {
    expect((await read('<form class="search"></form>', { expect: 0 })).rows).toEqual([]);
    await expect(read('<p>Just a moment</p>', { expect: 0 })).rejects.toThrow(LayoutError);
  });

  it('may have one row without a title, which is then called by its id', async () =>
    expect((await read(cards(3) + card(4, { title: '' }))).rows.at(-1)?.title).toBe('news.4'));

  it('may have two rows without dates, or none that are said to have one', async () => {
    expect((await read(cards(2, { date: '' }), { expect: 1 })).rows).toHaveLength(2);
    expect((await read(cards(4, { date: '' }), { dated: false })).rows).toHaveLength(4);
  });
});

describe('rows of which not one is known', () => {
  const row = (id: string, title: string, date: string | null): Row => ({
    id,
    title,
    url: `${HOME}/${id}`,
    date,
    summary: '',
    language: null,
    languages: {},
    reference: null,
    subjectCodes: [],
    procedures: [],
    access: 'unknown',
  });
  const rows = (prefix: string, date: (n: number) => string | null, title = prefix): readonly Row[] =>
    Array.from({ length: 6 }, (_, n) => row(`${prefix}-${n}`, `${title} ${n}`, date(n)));
  const known = rows('old', (n) => `2026-05-1${n}`);
  const check =
    (now: readonly Row[], before: readonly Row[] = known) =>
    () =>
      checkAgainstKnown(now, before, 'news');

  it('are news when they are younger than all that is known', () => expect(check(rows('new', (n) => `2026-09-1${n}`))).not.toThrow());

  it.each<readonly [string, readonly Row[]]>([
    ['known titles', rows('other', () => '2026-09-01', 'OLD')],
    ['older than what is known', rows('new', (n) => `2026-05-0${n + 1}`)],
    ['none has a date', rows('new', () => null)],
  ])('are old ones under new ids: %s', (why, now) => {
    expect(check(now)).toThrow(LayoutError);
    expect(check(now)).toThrow(why);
  });

  it('prove nothing when few are known or few came, or one is known', () => {
    expect(
      check(
        rows('new', () => null),
        known.slice(0, 4),
      ),
    ).not.toThrow();
    expect(check(rows('new', () => null).slice(0, 2))).not.toThrow();
    expect(check([...rows('new', () => null), ...known.slice(0, 1)])).not.toThrow();
  });
});
