// Rows of the Council's register in all markups that the facts leave open, and what the search is asked for.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readList } from '../../pipeline/discover/list.ts';
import { LayoutError } from '../../pipeline/errors.ts';
import { parseReference, referenceId } from '../../pipeline/reference.ts';
import type { List, Row } from '../../pipeline/types.ts';
import { councilRegister } from '../../watchers/council-register.ts';
import { VARIANTS } from '../replica/council/markup.ts';
import { DAYS, escaped, page } from '../replica/site.ts';
import { council } from '../replica/sites/council.ts';
import { pageAt, type When } from './support.ts';

const today = DAYS[1];
const CODES = ['SCH-EVAL', 'COSI', 'MIGR', 'FRONT', 'ASIM', 'ENV'];
const context = { today, corpus: [], words: [], procedures: ['2023/0439(COD)'], subjectCodes: CODES };
const lists = typeof councilRegister.lists === 'function' ? councilRegister.lists(context) : councilRegister.lists;
const named = (name: string): List => lists.find((list) => list.name === name) ?? expect.fail(`no list ${name}`);
const addressOf = ({ url }: List, number = 1): string =>
  typeof url === 'string' ? url : url({ page: number, from: '2026-08-09', to: '2026-09-12' });

const read = async (name: string, when: When & { page?: number } = {}) =>
  readList(await pageAt(council, addressOf(named(name), when.page), when), named(name), { today });
const rowIn = async (name: string, id: string, when: When): Promise<Row | undefined> => {
  const numbers = name === 'code MIGR' ? [1, 2] : [1];
  const pages = await Promise.all(numbers.map((number) => read(name, { ...when, page: number })));
  return pages.flatMap(({ rows }) => rows).find((row) => row.id === id);
};
const ofHtml = async (main: string): Promise<readonly Row[]> => {
  const sites = [{ origin: 'https://www.consilium.europa.eu', answer: () => page('Public register', main) }];
  const list = named('code MIGR');
  return (await readList(await pageAt({ sites, told: [] }, addressOf(list)), list, { today })).rows;
};
const LOOKS = Array.from({ length: VARIANTS }, (_, variant) => (['en', 'fr'] as const).map((language) => ({ variant, language }))).flat();
const file = (id: string, language: string): string => `https://data.consilium.europa.eu/doc/document/${id}/${language}/pdf`;

describe('the search', () => {
  it('asks by code, words and procedure, for days of the document, newest first, and for documents that are not public as well', () => {
    const asked = lists.map((list) => Object.fromEntries(new URL(addressOf(list)).searchParams));
    expect(asked).toContainEqual({
      SubjectMatters: 'SCH-EVAL',
      DateFrom: '09/08/2026',
      DateTo: '12/09/2026',
      OrderBy: 'DOCUMENT_DATE DESC',
    });
    expect(asked.filter((terms) => 'InterinstitutionalFiles' in terms)).toHaveLength(1);
    expect(asked.some(({ WordsInSubject = '' }) => 'smuggling'.startsWith(WordsInSubject))).toBe(true);
    expect(addressOf(named('code MIGR'), 3)).toContain('&page=3');
    expect(new Set(lists.map(({ name }) => name)).size).toBe(lists.length);
  });

  it('gives twenty rows a page and their number over all pages', async () => {
    const pages = await Promise.all([1, 2].map((number) => read('code MIGR', { page: number })));
    expect(pages.map(({ rows }) => rows.length)).toEqual([20, 6]);
    expect(pages.map(({ total }) => total)).toEqual([26, 26]);
    expect((await read('code ENV')).total).toBe(1_050);
    expect((await read('code ENV', { page: 60 })).rows).toEqual((await read('code ENV', { page: 50 })).rows);
  });

  it.each(LOOKS)('has no hits where the page says so or still has its form, %o', async (look) => {
    expect((await read('subject schengen barometer', look)).rows).toEqual([]);
  });

  it('is never taken for empty when a challenge comes', async () => {
    const challenge = { ...(await pageAt(council, 'https://www.consilium.europa.eu/en/')), status: 200 };
    await expect(readList(challenge, named('code MIGR'), { today })).rejects.toThrow(LayoutError);
  });
});

describe.each(LOOKS)('a row, markup $variant in $language', (look) => {
  const TABLE: readonly [string, string, string, Partial<Row>][] = [
    [
      'an evaluation',
      'code SCH-EVAL',
      'ST-90103-2026-INIT',
      { subjectCodes: ['SCH-EVAL', 'FRONT', 'COMIX'], date: '2026-09-07', access: 'public' },
    ],
    ['an addendum revised', 'code FRONT', 'ST-90104-2026-ADD-1-REV-2', { title: 'Guidelines on invented lighthouses: annex' }],
    ['a corrigendum', 'code FRONT', 'ST-90104-2026-COR-1', { url: file('ST-90104-2026-COR-1', 'en') }],
    ['of both institutions', 'file 2023/0439(COD)', 'PE-90109-2026-INIT', { procedures: ['2023/0439(COD)'] }],
    ['in several languages at once', 'code COSI', 'WK-90110-2026-INIT', { url: file('WK-90110-2026-INIT', 'x'), language: 'x' }],
    [
      'with odd codes, and about access',
      'code MIGR',
      'ST-90111-2026-INIT',
      {
        subjectCodes: ['CFSP/PESC', 'MIGR', 'OJ CRP1'],
        access: 'public',
        date: '2026-09-07',
        title: 'Public access to documents: a confirmatory application, content not accessible',
      },
    ],
    ['an item note', 'code FRONT', 'ST-90112-2026-ADD-1', { title: 'Draft decision on an invented office' }],
    ['without a date', 'code ASIM', 'ST-90113-2026-INIT', { title: 'Council Decision on the seat of an invented office', date: null }],
    ['an extract', 'code COSI', 'ST-90114-2026-EXT-1', { access: 'partial' }],
    ['declassified', 'code COSI', 'ST-90115-2026-DCL-1', { date: '2026-09-07' }],
    [
      'not public',
      'code COSI',
      'ST-90101-2026-INIT',
      {
        title: 'Boats sold at invented harbours: state of play',
        access: 'not-public',
        url: '',
        languages: {},
        subjectCodes: ['MIGR', 'COSI'],
      },
    ],
  ];
  it.each(TABLE)('%s', async (_, list, id, expected) => {
    expect(await rowIn(list, id, look)).toMatchObject(expected);
  });

  it('names all languages, and leads to English whichever comes first', async () => {
    const row = await rowIn('code SCH-EVAL', 'ST-90103-2026-INIT', look);
    expect(Object.keys(row?.languages ?? {})).toEqual(['bg', 'de', 'en', 'fr']);
    expect(row?.url).toBe(file('ST-90103-2026-INIT', 'en'));
    expect((await rowIn('code COSI', 'ST-90102-2026-INIT', look))?.url).toBe(file('ST-90102-2026-INIT', 'fr'));
    expect((await rowIn('code COSI', 'ST-90102-2026-INIT', { ...look, day: 4 }))?.url).toBe(file('ST-90102-2026-INIT', 'en'));
  });

  it('says its type and who wrote to whom', async () => {
    const { summary = '' } = (await rowIn('code MIGR', 'ST-90111-2026-INIT', look)) ?? {};
    expect(summary).toContain('NOTE');
    expect(summary).toContain('to Permanent Representatives Committee (Part 2)');
  });
});

describe('other markup', () => {
  it('is read where rows are articles with a heading and terms', async () => {
    const [row] = await ofHtml(
      '<article><h3>ST 90116 2026 INIT - NOTE 10/09/2026</h3><p>Invented decision - Political agreement</p><dl><dt>Addressee:</dt><dd>Delegations</dd><dt>Date of meeting:</dt><dd>15/09/2026</dd></dl><p>The content of this document is not accessible.</p></article>',
    );
    expect(row).toMatchObject({
      id: 'ST-90116-2026-INIT',
      date: '2026-09-10',
      title: 'Invented decision - Political agreement',
      access: 'not-public',
    });
  });

  it('links relative to the site lead to the document host, and related documents are no versions of the row', async () => {
    const [row] = await ofHtml(
      '<ul><li class="gsc-public-register__result-item"><strong>ST 90117 2026 REV 1 - NOTE</strong> <a href="/doc/document/ST-90117-2026-REV-1/EN/pdf">Invented plan</a><p>See <a href="/doc/document/ST-90000-2026-INIT/en/pdf">the first one</a></p></li></ul>',
    );
    expect(row).toMatchObject({ id: 'ST-90117-2026-REV-1', url: file('ST-90117-2026-REV-1', 'en'), title: 'Invented plan' });
  });

  it('keeps number, type, day and subject apart, also where they run together', async () => {
    const step = fc
      .tuple(fc.constantFrom('REV', 'ADD', 'COR', 'EXT', 'DCL'), fc.integer({ min: 1, max: 19 }))
      .map(([kind, n]) => `${kind} ${n}`);
    const number = fc
      .tuple(fc.constantFrom('ST', 'WK', 'CM', 'PE', 'COREU'), fc.integer({ min: 1, max: 99_999 }), fc.array(step, { maxLength: 3 }))
      .map(([prefix, n, steps]) => `${prefix} ${n} 2026 ${steps.length === 0 ? 'INIT' : steps.join(' ')}`);
    const type = fc.constantFrom('', ' - NOTE', " - 'I/A' ITEM NOTE", ' - LEGISLATIVE ACTS AND OTHER INSTRUMENTS: CORRIGENDUM');
    const subject = fc.constantFrom('Invented plan', 'A second plan of 2026', 'EU action: 3 steps', '9 of 10 plans');
    await fc.assert(
      fc.asyncProperty(number, type, subject, async (document, kind, title) => {
        const head = escaped(`${document}${kind}07/09/2026${title}`);
        const [row] = await ofHtml(`<ul><li class="gsc-public-register__result-item">${head}</li></ul>`);
        const reference = parseReference(document);
        expect(row).toMatchObject({ id: reference && referenceId(reference), title, date: '2026-09-07' });
      }),
      { numRuns: 100 },
    );
  });
});
