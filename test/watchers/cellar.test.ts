import { describe, expect, it } from 'vitest';
import { readList } from '../../pipeline/discover/list.ts';
import type { List, ListContext, Tracked } from '../../pipeline/types.ts';
import { cellarDocuments } from '../../watchers/cellar-documents.ts';
import { byNumber } from '../../watchers/shared/cellar.ts';
import { celexNumbers, ownNumber } from '../../watchers/shared/numbers.ts';
import { worksIn } from '../../watchers/shared/sparql.ts';
import { DAYS } from '../replica/site.ts';
import { cellar } from '../replica/sites/cellar.ts';
import { pageAt, type When } from './support.ts';

const corpus = [
  {
    references: [{ id: '32002L0090' }, { id: '32022H0915' }, { id: 'COM(2021) 591' }, { id: '13901/23' }],
    promises: [{ watch: { celex: ['52023PC0754', '52023PC0755'] }, answers: [{ reference: 'COM(2023) 754' }] }],
  },
] as unknown as readonly Tracked[];
const context: ListContext = { today: DAYS[3], corpus, words: [], procedures: ['2023/0438(COD)'], subjectCodes: [] };
const lists = typeof cellarDocuments.lists === 'function' ? cellarDocuments.lists(context) : [];
const [fixed, recent] = lists as readonly [List, List];

const addressOf = ({ url }: List): string => (typeof url === 'string' ? url : url({ page: 0, from: '2026-08-07', to: DAYS[5] }));
const rowsOf = async (list: List, when: When) =>
  (await readList(await pageAt(cellar, addressOf(list), when), list, { today: DAYS[when.day ?? 1] })).rows;
const asked = (list: List): string => new URL(addressOf(list)).searchParams.get('query') ?? '';

describe('what is asked', () => {
  it('names each number of the corpus once as a typed literal, its corrigenda, what adopts it, and the procedures', () => {
    const query = asked(fixed);
    for (const literal of ['"32002L0090"^^xsd:string', '"52023PC0754R(01)"^^xsd:string', '"2023/0438/COD"^^xsd:string'])
      expect(query).toContain(literal);
    // The letters of a COM number do not follow from it.
    expect(query).toContain('"52021DC0591"^^xsd:string "52021PC0591"^^xsd:string');
    expect(query).toContain('cdm:resource_legal_adopts_resource_legal');
    expect(query).not.toContain('13901');
    expect(query.match(/"52023PC0754"\^\^/g)).toHaveLength(2);
  });

  it('gives days, words of titles and a limit, and leaves copies out', () => {
    expect(asked(recent)).toContain('?day >= "2026-08-07"^^xsd:date && ?day <= "2026-09-11"^^xsd:date');
    for (const part of ['smuggl|schengen', 'LIMIT 500', 'do_not_index']) expect(asked(recent)).toContain(part);
  });

  it('fits into an address with the whole corpus of today', () => {
    const many = Array.from({ length: 30 }, (_, n) => `52023PC${1000 + n}`);
    expect(byNumber(many, ['2023/0438(COD)', '2023/0439(COD)']).length).toBeLessThan(8_000);
  });
});

describe.each([0, 1, 2])('works in answers of form %i', (variant) => {
  it('are one row each, with their languages, however many rows they have', async () => {
    const rows = await rowsOf(fixed, { day: 4, variant });
    expect(rows.map(({ id, date, languages }) => [id, date, Object.keys(languages)])).toEqual([
      ['52023PC0754', '2023-11-28', ['en', 'fr']],
      ['52023PC0755', '2023-11-28', ['en', 'fr']],
      ['52023PC0755R-01', '2026-09-10', ['en']],
      ['32022H0915', '2022-06-09', ['fr']],
      // Its date is no day.
      ['32002L0090', null, ['en']],
    ]);
    expect(rows[2]).toMatchObject({
      title: 'Corrigendum to a made-up directive',
      url: 'https://eur-lex.europa.eu/legal-content/EN/TXT/?uri=CELEX:52023PC0755R%2801%29',
    });
    expect(rows[2]?.summary).toContain('CELEX 52023PC0755');
  });

  it('gain a language under the same id', async () => {
    const [, directive] = await rowsOf(fixed, { day: 5, variant });
    expect(Object.keys(directive?.languages ?? {})).toEqual(['de', 'en', 'fr']);
    expect(directive?.title).toBe('A made-up directive');
  });

  it('are called by their English title as soon as they have one', async () => {
    const titleOn = async (day: 4 | 5) => (await rowsOf(fixed, { day, variant })).find(({ id }) => id === '32022H0915')?.title;
    expect([await titleOn(4), await titleOn(5)]).toEqual(['A made-up recommendation (FRA)', 'A made-up recommendation']);
  });

  it('appear among the recent ones when they have a title', async () => {
    const ids = async (day: 1 | 2 | 3) => (await rowsOf(recent, { day, variant })).map(({ id }) => id);
    expect(await ids(1)).toEqual(['52026DC9904']);
    expect(await ids(2)).toEqual(['52026DC9903', '52026DC9904']);
    expect(await ids(3)).toEqual(['52026DC9901', '52026SC9902', '52026DC9903', '52026DC9904']);
  });
});

describe('answers', () => {
  const answer = (bindings: readonly object[]) => ({ head: {}, results: { bindings } });
  const cell = (value: string) => ({ type: 'literal', value });
  const cellarUri = 'http://publications.europa.eu/resource/cellar/90000001-0000-4000-8000-000000000000';

  it('that are full have the window asked for in halves', () => {
    const total = recent.read.format === 'json' ? recent.read.total : undefined;
    expect(total?.(answer(Array.from({ length: 499 }, () => ({}))))).toBeNull();
    expect(total?.(answer(Array.from({ length: 500 }, () => ({}))))).toBeGreaterThan(
      (recent.paging?.size ?? 0) * (recent.paging?.most ?? 0),
    );
  });

  it('of another shape are none', () => expect([worksIn({ boolean: true }), worksIn([]), worksIn(answer([]))]).toEqual([null, null, []]));

  it('join records of one number, and keep works without one by their own', () => {
    const works = worksIn(
      answer([
        { work: cell(cellarUri), celex: cell('52026DC9901'), title: { ...cell('In French'), 'xml:lang': 'fr' } },
        { work: cell(cellarUri.replace('01-', '02-')), celex: cell('52026DC9901'), title: { ...cell('In English'), 'xml:lang': 'en' } },
        { work: cell(`${cellarUri.replace('01-', '03-')}.0006`), title: cell('Without a number') },
      ]),
    );
    expect(works?.map(({ celex, uuid, titles }) => [celex ?? uuid, titles])).toEqual([
      ['52026DC9901', { fr: 'In French', en: 'In English' }],
      ['90000003-0000-4000-8000-000000000000', { en: 'Without a number' }],
    ]);
  });
});

it('a text is asked for where machines may read it', () => {
  const address = cellarDocuments.detail?.address;
  expect(address?.('https://eur-lex.europa.eu/legal-content/EN/TXT/?uri=CELEX:52026DC9901')).toBe(
    'http://publications.europa.eu/resource/celex/52026DC9901',
  );
  expect(address?.('http://publications.europa.eu/resource/cellar/90000003')).toBe(
    'http://publications.europa.eu/resource/cellar/90000003',
  );
});

it.each([
  ['COM(2025) 185', ['COM(2025)185'], ['52025DC0185', '52025PC0185']],
  ['COM(2022) 301 final/2', ['COM(2022)301'], ['52022DC0301', '52022PC0301']],
  ['52024DC0174', ['COM(2024)174'], ['52024DC0174']],
  ['JOIN(2025) 9', ['JOIN(2025)9'], ['52025JC0009']],
  ['32025R2611', [], ['32025R2611']],
  ['C(2025) 5235', ['C(2025)5235'], []],
  ['EUCO 7/21', [], []],
])('%s is %j to the register and %j to EUR-Lex', (words, own, celex) => {
  expect([ownNumber(words), celexNumbers(words)]).toEqual([own, celex]);
});
