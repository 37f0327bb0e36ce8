import { rm } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Item, listOf, listPage, openDesk, plain, REAL, ROWS, type Site, startSite, watcherOf } from '../support/lists.ts';

const [DAY1, DAY2, DAY3] = ['2026-09-02', '2026-09-03', '2026-09-04'] as const;
const BEFORE = plain(4);
const boats: Item = { slug: 'boats-90001', title: 'New unit against migrant smuggling', date: DAY2 };
const parking: Item = { slug: 'parking-90002', title: 'Parking at the agency', date: DAY2 };
const ids = { boats: 'news.boats-90001', parking: 'news.parking-90002' };
let site: Site;

beforeEach(async () => {
  site = await startSite();
  site.at.set('/news', listPage(BEFORE));
});
afterEach(() => site.close());

const show = (...items: readonly Item[]) => site.at.set('/news', listPage([...items, ...BEFORE]));

describe('what is of interest', () => {
  it('is told, and what is not is remembered and opens nothing', async () => {
    const desk = await openDesk(site, [watcherOf()]);
    expect(await desk.found(DAY1)).toEqual([]);
    show(boats, parking);
    const summary = await desk.run(DAY2);
    expect(summary.findings).toMatchObject([{ kind: 'new-document', entry: ids.boats, watcher: 'agency-news' }]);
    expect(summary.watchers[0]?.looks).toContainEqual(expect.objectContaining({ entry: ids.parking, outcome: 'passed-over' }));
    expect((await desk.entries()).find(({ id }) => id === ids.parking)).toMatchObject({ passedOver: true, title: parking.title });
    expect((await desk.entries()).find(({ id }) => id === ids.boats)).not.toHaveProperty('passedOver');
    expect(await desk.report('new-document')).toContain('migrant smuggling');
    const files = await desk.files();
    expect(await desk.found(DAY2)).toEqual([]);
    expect(await desk.found(DAY3)).toEqual([]);
    expect(await desk.files()).toEqual(files);
  });

  it('may be all: --all tells the new ones and those passed over before, and never those of the first look', async () => {
    const desk = await openDesk(site, [watcherOf()]);
    await desk.run(DAY1);
    show(parking);
    expect(await desk.found(DAY2)).toEqual([]);
    show({ slug: 'lift-90003', title: 'The lift is repaired', date: DAY3 }, parking);
    expect((await desk.found(DAY3, { all: true })).sort()).toEqual(['new-document news.lift-90003', `new-document ${ids.parking}`]);
    expect(await desk.found(DAY3, { all: true })).toEqual([]);
  });

  it('may become so by a new title', async () => {
    const desk = await openDesk(site, [watcherOf()]);
    await desk.run(DAY1);
    show(parking);
    await desk.run(DAY2);
    show({ ...parking, title: 'Parking, and what it has to do with migrant smuggling' });
    expect(await desk.found(DAY3)).toEqual([`new-document ${ids.parking}`]);
  });

  it.each<[string, object, Partial<Item>, object]>([
    ['words of the title', { words: ['harbour watch'] }, { title: 'Harbour Watch begins' }, {}],
    ['words of the summary', { words: ['harbour watch'] }, { summary: 'About the Harbour Watch' }, {}],
    ['a body', { bodies: ['Frontex'] }, { title: 'Agreement with Frontex' }, {}],
    ['a subject code', { subjectCodes: ['MIGR'] }, {}, { subjectCodes: ['MIGR 901'] }],
    ['a procedure', { procedures: ['2023/0438(COD)'] }, {}, { procedures: ['2023/0438(COD)'] }],
  ])('is known by %s', async (_, interests, item, more) => {
    const read = { ...ROWS, more: () => more };
    const desk = await openDesk(site, [watcherOf({ lists: [listOf({ read })] })], { settings: { interests } });
    site.at.set('/news', listPage(BEFORE));
    await desk.run(DAY1);
    show({ ...parking, ...item });
    expect(await desk.found(DAY2)).toEqual([`new-document ${ids.parking}`]);
    const other = await openDesk(site, [watcherOf({ lists: [listOf({ read })] })], {
      settings: { interests: { words: ['something else'] } },
    });
    site.at.set('/news', listPage(BEFORE));
    await other.run(DAY1);
    show({ ...parking, ...item });
    expect(await other.found(DAY2)).toEqual([]);
  });
});

describe('the first look', () => {
  const second = listOf({ name: 'papers', url: `${REAL}/papers` });

  it('is one summary for all sources of a day, made good by the next run after a stop', async () => {
    site.at.set('/papers', listPage([{ ...boats, slug: 'paper-90004' }, ...plain(2)]));
    const watchers = [watcherOf(), watcherOf({ id: 'agency-papers', lists: [second] })];
    const desk = await openDesk(site, watchers);
    await desk.run(DAY1, { watchers: watchers.slice(0, 1) });
    await desk.run(DAY1, { watchers: watchers.slice(1) });
    await desk.run(DAY1);
    expect(await desk.reports('sources')).toEqual([`baseline-${DAY1}.md`]);
    const report = await desk.report('baseline', 'sources');
    expect(report).toContain('First look at 2 sources');
    expect(report).toContain(boats.title);
    await rm(`${desk.root}/reports/sources/baseline-${DAY1}.md`);
    await desk.run(DAY2);
    expect(await desk.report('baseline', 'sources')).toBe(report);
    expect(await desk.reports('sources')).toHaveLength(1);
  });

  it('is one of each list: a list that comes to a watcher later is recorded, not told', async () => {
    site.at.set('/papers', listPage([{ ...boats, slug: 'paper-90004' }, ...plain(2, '2026-08-01')]));
    const desk = await openDesk(site, [watcherOf()]);
    await desk.run(DAY1);
    const wider = [watcherOf({ lists: [listOf(), second] })];
    show(boats);
    expect(await desk.found(DAY2, { watchers: wider })).toEqual([`new-document ${ids.boats}`]);
    expect((await desk.entries()).map(({ id }) => id)).toContain('news.paper-90004');
    site.at.set('/papers', listPage([{ ...boats, slug: 'paper-90005' }, ...plain(2, '2026-08-01')]));
    expect(await desk.found(DAY3, { watchers: wider })).toEqual(['new-document news.paper-90005']);
  });
});

describe('several lists', () => {
  const lists = [listOf(), listOf({ name: 'papers', url: `${REAL}/papers` })];

  it('one that fails leaves the other its result, and the failure is partial', async () => {
    site.at.set('/papers', listPage(plain(3, '2026-08-01')));
    const desk = await openDesk(site, [watcherOf({ lists })]);
    await desk.run(DAY1);
    show(boats);
    site.at.set('/papers', { status: 500, body: 'broken' });
    const summary = await desk.run(DAY2);
    expect(summary.findings).toMatchObject([{ entry: ids.boats }]);
    expect(summary.failures).toMatchObject([{ watcher: 'agency-news', entry: null, code: 'server-error' }]);
    expect(await desk.report('failure-')).toContain('cannot be read in full');
    site.at.set('/papers', listPage(plain(3, '2026-08-01')));
    expect((await desk.run(DAY3)).failures).toEqual([]);
    expect(await desk.report('failure-')).toContain('state: closed');
  });

  it('another way is taken where the first is blocked, and said; when both fail, the first error is told', async () => {
    const list = listOf({ otherwise: listOf({ name: 'other', url: `${REAL}/other` }) });
    const desk = await openDesk(site, [watcherOf({ lists: [list] })]);
    await desk.run(DAY1);
    site.at.set('/news', { status: 500, body: 'broken' });
    site.at.set('/other', listPage([boats, ...BEFORE]));
    const summary = await desk.run(DAY2);
    expect(summary).toMatchObject({ findings: [{ entry: ids.boats }], failures: [] });
    expect(summary.watchers[0]?.looks).toContainEqual(
      expect.objectContaining({ outcome: 'unreachable', reason: expect.stringContaining('/other instead') }),
    );
    site.at.set('/other', '<html><body>rebuilt</body></html>');
    expect((await desk.run(DAY3)).failures).toMatchObject([{ code: 'server-error', message: expect.stringContaining('/news') }]);
  });
});

describe('rows that are known', () => {
  const change = async (before: object, after: object, languages = ['en']) => {
    let more = before;
    const read = { ...ROWS, more: () => more };
    const desk = await openDesk(site, [watcherOf({ lists: [listOf({ read, dated: false })] })], { settings: { languages } });
    show(boats);
    await desk.run(DAY1);
    more = after;
    return { desk, found: await desk.found(DAY2) };
  };
  const versions = (...languages: readonly string[]) => ({
    languages: Object.fromEntries(languages.map((language) => [language, `/news/boats-90001/${language}`])),
  });

  it.each<[string, object, object, string[]]>([
    ['in a wanted language more: a version', versions('en'), versions('en', 'fr'), [`new-version ${ids.boats}`]],
    ['in another language more: recorded', versions('en'), versions('en', 'mt'), []],
    ['opened: access', { access: 'not-public' }, { access: 'public' }, [`access ${ids.boats}`]],
    ['whose announced day moves: put off', { date: '2026-10-01' }, { date: '2026-10-08' }, [`metadata ${ids.boats}`]],
    ['whose past day is corrected: recorded', { date: '2026-08-20' }, { date: '2026-08-21' }, []],
  ])('%s', async (_, before, after, expected) => {
    const { desk, found } = await change(before, after, ['en', 'fr']);
    expect(found.filter((line) => line.endsWith(ids.boats))).toEqual(expected);
    expect(await desk.found(DAY3)).toEqual([]);
  });

  it('with another title are told with both', async () => {
    const desk = await openDesk(site, [watcherOf()]);
    show(boats);
    await desk.run(DAY1);
    show({ ...boats, title: 'New unit against migrant smuggling and its helpers' });
    expect(await desk.found(DAY2)).toEqual([`metadata ${ids.boats}`]);
    const report = await desk.report('metadata');
    expect(report).toContain(boats.title);
    expect(report).toContain('and its helpers');
    expect(await desk.found(DAY3)).toEqual([]);
  });

  it('that come up from below, because another was taken away, are not news', async () => {
    const desk = await openDesk(site, [watcherOf()]);
    await desk.run(DAY1);
    const old = { ...boats, date: '2026-08-01' };
    site.at.set('/news', listPage([...BEFORE.slice(1), old]));
    expect(await desk.found(DAY2)).toEqual([]);
    expect((await desk.entries()).map(({ id }) => id)).toContain(ids.boats);
  });
});
