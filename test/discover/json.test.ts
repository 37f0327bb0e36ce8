// Rows from JSON, as an answer and inside a script.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LayoutError } from '../../pipeline/errors.ts';
import type { JsonReader } from '../../pipeline/types.ts';
import { facts, html, readOf } from './support.ts';

interface Item {
  readonly title: string;
  readonly alias: string;
  readonly published: number | string;
}
const READER: JsonReader = {
  format: 'json',
  rows: (data) => (data as { items?: readonly Item[] }).items ?? null,
  row: (item) => {
    const { title, alias, published } = item as Item;
    return title === '' ? null : { title, link: alias, date: published };
  },
  total: (data) => (data as { total?: number }).total ?? null,
};
const SCRIPT: JsonReader = { ...READER, variable: 'window.SERVER_DATA' };
const ITEMS = [
  { title: 'Boats &amp; <b>borders</b>', alias: '/news/a', published: Date.parse('2026-09-11T08:00:00Z') / 1_000 },
  { title: '', alias: '/none', published: 0 },
  { title: 'Another', alias: '/news/b', published: '2026-09-10' },
];
const EXPECTED = [
  ['Boats & borders', '2026-09-11', 'https://www.body.example/news/a'],
  ['Another', '2026-09-10', 'https://www.body.example/news/b'],
];

describe('an answer', () => {
  it('gives rows, days in seconds too, and how many there are', async () => {
    const list = await readOf(JSON.stringify({ items: ITEMS, total: 74 }), READER, { page: { mediaType: 'application/json' } });
    expect(facts(list)).toEqual(EXPECTED);
    expect(list.total).toBe(74);
  });

  it('may begin with a mark', async () => expect((await readOf(`\ufeff${JSON.stringify({ items: ITEMS })}`, READER)).rows).toHaveLength(2));

  it('may hold nothing where that is ordinary', async () => {
    expect((await readOf('{"items": []}', READER, { expect: 0 })).rows).toEqual([]);
    expect((await readOf('{"items": [{"title": ""}]}', READER, { expect: 0 })).rows).toEqual([]);
    expect((await readOf('{"items": [], "total": 0}', READER)).rows).toEqual([]);
  });

  it.each([
    ['is empty', '', /empty/],
    ['is cut off', '{"items": [', /no JSON/],
    ['is a page', html('<p>Maintenance</p>'), /no JSON/],
    ['has another shape', '{"results": []}', /another shape/],
    ['has rows of another shape', '{"items": [{"title": ""}, {"title": ""}]}', /none of 2 candidates/],
    ['has fewer rows than it counts', '{"items": [], "total": 7}', /counts 7/],
  ])('%s', async (_, body, why) => {
    await expect(readOf(body, READER)).rejects.toThrow(LayoutError);
    await expect(readOf(body, READER)).rejects.toThrow(why);
  });
});

describe('a script', () => {
  const page = (script: string): string =>
    html(`<div id="app"></div><script>var a = {"b": 1};</script><script>${script}</script><script>more({})</script>`);
  const value = { items: ITEMS, footer: 'if (x) { y = "1"; };</' + 'p> \\" }; ]' };

  it.each([
    ['window.SERVER_DATA = ', ';'],
    ['window.SERVER_DATA=', ''],
    ['window["SERVER_DATA"] = ', '; start();'],
    ['var SERVER_DATA\n=\n', ';var z = "};";'],
    ['if (window.SERVER_DATA == null) { window.SERVER_DATA = ', ' }'],
  ])('that says %j', async (before, after) => {
    const text = JSON.stringify(value).replaceAll('/', '\\/');
    expect(facts(await readOf(page(`${before}${text}${after}`), SCRIPT))).toEqual(EXPECTED);
  });

  it('that sets a stub first and the value later', async () =>
    expect((await readOf(page(`window.SERVER_DATA = {}; window.SERVER_DATA = ${JSON.stringify(value)};`), SCRIPT)).rows).toHaveLength(2));

  it.each([
    ['gives no value', 'window.OTHER = {"items": []}', /no script gives a value/],
    ['breaks off', 'window.SERVER_DATA = {"items": [', /no script gives a value/],
    ['gives another shape', 'window.SERVER_DATA = {"nodes": []}', /another shape/],
  ])('%s', async (_, script, why) => await expect(readOf(page(script), SCRIPT)).rejects.toThrow(why));

  it('law: any value is found whole, whatever its strings hold', async () => {
    const words = fc.oneof(fc.string(), fc.constantFrom('};', '"};', '\\', '</scr', '{[', ']}'));
    await fc.assert(
      fc.asyncProperty(fc.array(words, { minLength: 1, maxLength: 5 }), async (strings) => {
        const seen: unknown[] = [];
        const rows = (data: unknown): readonly unknown[] => {
          seen.push(data);
          return [data];
        };
        const body = page(`window.SERVER_DATA = ${JSON.stringify({ strings })};`);
        await readOf(body, { ...SCRIPT, rows, row: () => ({ title: 'A', link: '/a' }), total: () => null });
        expect(seen).toEqual([{ strings }]);
      }),
      { numRuns: 100 },
    );
  });
});
