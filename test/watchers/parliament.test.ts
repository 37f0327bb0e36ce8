import { describe, expect, it } from 'vitest';
import { readList } from '../../pipeline/discover/list.ts';
import type { List, ListContext, ListingWatcher, Row } from '../../pipeline/types.ts';
import { parliamentLibe } from '../../watchers/parliament-libe.ts';
import { parliamentProcedures } from '../../watchers/parliament-procedures.ts';
import { parliamentQuestions } from '../../watchers/parliament-questions.ts';
import { DAYS } from '../replica/site.ts';
import { parliament } from '../replica/sites/parliament.ts';
import { pageAt, rowsOf, type When } from './support.ts';

const context = (today: string, procedures: readonly string[] = []): ListContext => ({
  today,
  corpus: [],
  words: [],
  procedures,
  subjectCodes: [],
});
const listsOf = ({ lists }: ListingWatcher, given: ListContext): readonly List[] => (typeof lists === 'function' ? lists(given) : lists);
const first = (watcher: ListingWatcher): List => {
  const [list] = listsOf(watcher, context(DAYS[1]));
  if (list === undefined) throw new Error(`${watcher.id} has no list`);
  return list;
};

/** What stands behind ids, as the engine asks for it. */
const expanded = async ({ expand }: ListingWatcher, ids: readonly string[], when: When): Promise<readonly Row[]> => {
  if (expand === undefined) throw new Error('nothing to expand');
  const list: List = { name: 'details', url: expand.url(ids), read: expand.read, expect: 0, dated: false };
  return (await readList(await pageAt(parliament, expand.url(ids), when), list, { today: DAYS[1] })).rows;
};

describe.each([0, 1])('questions in answers of form %i', (variant) => {
  it('are ids in the list, and records by id', async () => {
    const stubs = await rowsOf(parliament, first(parliamentQuestions), { day: 2, variant, page: 0 });
    expect(stubs).toHaveLength(65);
    const ids = stubs.map(({ id }) => id).slice(-30);
    const rows = await expanded(parliamentQuestions, ids, { day: 2, variant });
    expect(rows.map(({ id }) => id).sort()).toEqual([...ids].sort());
    expect(rows.find(({ id }) => id === 'E-10-2026-990001')).toMatchObject({
      title: 'Made-up question on migrant smuggling by balloon',
      date: '2026-09-07',
      summary: 'Question written',
      url: 'https://www.europarl.europa.eu/doceo/document/E-10-2026-990001_EN.html',
    });
  });

  it('are never asked for in numbers that are refused', () => expect(parliamentQuestions.expand?.size).toBeLessThanOrEqual(30));

  it('gain a line when they are answered', async () => {
    const { detail } = parliamentQuestions;
    const address = detail?.address?.('https://www.europarl.europa.eu/doceo/document/P-10-2026-990002_EN.html') ?? '';
    expect(new URL(address).pathname).toBe('/api/v2/parliamentary-questions/P-10-2026-990002');
    const textOn = async (day: 3 | 4) =>
      detail?.html?.(JSON.parse(new TextDecoder().decode((await pageAt(parliament, address, { day, variant })).body)));
    expect(await textOn(3)).toContain('<p>Not answered yet.</p>');
    expect(await textOn(3)).toContain('<p>Addressee: CE.</p>');
    expect(await textOn(4)).toContain('<p>Answer P-10-2026-990002-ASW of 2026-09-09.</p>');
    expect(await textOn(4)).toContain('Stand-in bees &amp; honey');
  });
});

describe('lists of questions', () => {
  it.each([
    ['2026-09-07', ['2026']],
    ['2026-12-20', ['2026', '2027']],
    ['2027-01-10', ['2026', '2027']],
    ['2027-03-02', ['2027']],
  ])('are on %s those of %j', (today, names) => {
    expect(listsOf(parliamentQuestions, context(today)).map(({ name }) => name)).toEqual(names);
  });

  it('of a year to come give those of this one, so that its first days are news', () => {
    const [, next] = listsOf(parliamentQuestions, context('2026-12-20'));
    const yearAt = (to: string) =>
      typeof next?.url === 'function' ? new URL(next.url({ page: 0, from: to, to })).searchParams.get('year') : null;
    expect([yearAt('2026-12-20'), yearAt('2027-01-01')]).toEqual(['2026', '2027']);
  });

  it('are read to their end, where what is new may stand', () => {
    for (const list of [first(parliamentQuestions), first(parliamentLibe)]) expect(list.window).toBeDefined();
    const { url } = first(parliamentQuestions);
    const { searchParams } = new URL(typeof url === 'function' ? url({ page: 3, from: DAYS[1], to: DAYS[1] }) : url);
    expect([searchParams.get('offset'), searchParams.get('limit')]).toEqual(['3000', '1000']);
  });

  it('may have nothing, and end in nothing', async () => {
    const list = first(parliamentQuestions);
    const address = typeof list.url === 'function' ? list.url({ page: 0, from: DAYS[1], to: DAYS[1] }) : list.url;
    expect(list.none).toContain((await pageAt(parliament, address.replace('year=2026', 'year=2031'))).status);
    expect((await pageAt(parliament, address.replace('offset=0', 'offset=1000'))).body).toHaveLength(0);
  });
});

describe.each([0, 1])('papers of LIBE in answers of form %i', (variant) => {
  it('are those of LIBE alone, with the procedures that they belong to', async () => {
    const stubs = await rowsOf(parliament, first(parliamentLibe), { day: 3, variant, page: 0 });
    expect(stubs.map(({ id }) => id)).toEqual(['LIBE-PA-990203', 'LIBE-PA-990202', 'LIBE-PR-990201']);
    const [paper] = await expanded(parliamentLibe, ['LIBE-PR-990201'], { day: 3, variant });
    expect(paper).toMatchObject({ title: 'Draft report on made-up sanctions', date: '2026-09-08', procedures: ['2023/0439(COD)'] });
  });

  it('are read in full where the list has more than ids', async () => {
    const { expand } = parliamentLibe;
    const page = await pageAt(parliament, expand?.url(['LIBE-PR-990201', 'LIBE-PA-990203']) ?? '', { day: 3, variant });
    const { rows } = await readList(page, first(parliamentLibe), { today: DAYS[3] });
    expect(rows.map(({ title }) => title)).toEqual(['Draft report on made-up sanctions', 'Draft opinion on nothing']);
  });
});

it.each([
  ['2026-09-07', '10'],
  ['2029-07-15', '10'],
  ['2029-07-16', '11'],
])('on %s the committee sits in term %s', (today, term) => {
  const [list] = listsOf(parliamentLibe, context(today));
  const url = typeof list?.url === 'function' ? list.url({ page: 0, from: today, to: today }) : '';
  expect(new URL(url).searchParams.get('parliamentary-term')).toBe(term);
});

describe.each([0, 1])('procedures in answers of form %i', (variant) => {
  it('give their steps, each with its day', async () => {
    const lists = listsOf(parliamentProcedures, context(DAYS[4], ['2023/0439(COD)']));
    expect(lists.map(({ name }) => name)).toEqual(['2023/0439(COD)', '2023/0438(COD)']);
    const rows = await rowsOf(parliament, lists[0] as List, { day: 4, variant });
    expect(rows.map(({ id, title, date, procedures }) => ({ id, title, date, procedures }))).toEqual([
      { id: '2023-0439-REFERRAL-90003', title: '2023/0439(COD): Referral', date: '2024-01-15', procedures: ['2023/0439(COD)'] },
      {
        id: '2023-0439-COMMITTEE_VOTE-90004',
        title: '2023/0439(COD): Committee adopting report',
        date: '2026-09-10',
        procedures: ['2023/0439(COD)'],
      },
    ]);
  });

  it('that have no steps are not believed', async () => {
    const [list] = listsOf(parliamentProcedures, context(DAYS[1]));
    const page = { ...(await pageAt(parliament, String(list?.url), { variant })), body: new TextEncoder().encode('{"data":[{}]}') };
    await expect(readList(page, list as List, { today: DAYS[1] })).rejects.toMatchObject({ code: 'layout-changed' });
  });
});
