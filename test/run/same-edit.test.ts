import { afterEach, beforeEach, expect, it } from 'vitest';
import type { PageWatcher } from '../../pipeline/types.ts';
import { article, listPage, openDesk, plain, REAL, type Site, startSite, watcherOf } from '../support/lists.ts';

const [DAY1, DAY2, DAY3] = ['2026-09-02', '2026-09-03', '2026-09-04'] as const;
const NAMES = ['alpha', 'beta', 'gamma', 'delta'] as const;
const OFFICE = 'Questions on any of this go to the Office for Harbours and Piers in Brussels.';
const BUREAU = 'Questions on any of this go to the Bureau for Harbours and Piers in Brussels.';
let site: Site;

beforeEach(async () => {
  site = await startSite();
});
afterEach(() => site.close());

const page = (name: string): PageWatcher => ({
  kind: 'page',
  id: `page-${name}`,
  title: `The page ${name}`,
  via: 'http',
  url: `${REAL}/${name}`,
  select: ['article'],
  remove: [],
  expect: 1,
});
const write = (name: string, ...words: readonly string[]) =>
  site.at.set(`/${name}`, article(`On ${name}`, `What ${name} is about stands in this paragraph and in no other one.`, ...words));

const started = async (names: readonly string[] = NAMES) => {
  for (const name of names) write(name, OFFICE);
  const desk = await openDesk(site, names.map(page));
  await desk.run(DAY1);
  return desk;
};

it('on three pages or more is one finding that names its places', async () => {
  const desk = await started();
  for (const name of NAMES) write(name, BUREAU);
  const { findings } = await desk.run(DAY2);
  expect(findings).toMatchObject([{ kind: 'wording', watcher: 'page-alpha' }]);
  const report = await desk.report('wording', 'page-alpha');
  for (const name of ['beta', 'gamma', 'delta']) expect(report).toContain(`The page ${name}`);
  expect(report).toContain('3 more pages');
  for (const name of NAMES) expect((await desk.files())[`snapshots/page-${name}/texts/page-${name}.en.md`]).toContain('Bureau');
  const files = await desk.files();
  expect(await desk.found(DAY3)).toEqual([]);
  expect(await desk.files()).toEqual(files);
});

it('on two pages is two findings', async () => {
  const desk = await started(['alpha', 'beta']);
  for (const name of ['alpha', 'beta']) write(name, BUREAU);
  expect(await desk.found(DAY2)).toEqual(['wording page-alpha', 'wording page-beta']);
});

it('hides no page that changed in another way, too', async () => {
  const desk = await started();
  for (const name of NAMES) write(name, BUREAU, ...(name === 'gamma' ? ['Gamma begins in May.'] : []));
  expect(await desk.found(DAY2)).toEqual(['wording page-alpha', 'wording page-gamma']);
  expect(await desk.report('wording', 'page-gamma')).toContain('Gamma begins in May');
});

it('counts what stands behind the rows of lists as well', async () => {
  const items = [1, 2].map((n) => ({ slug: `boats-${n}`, title: `Paper ${n} on migrant smuggling`, date: DAY1 }));
  site.at.set('/news', listPage([...items, ...plain(2)]));
  const behind = (words: string) => {
    for (const { slug, title } of items) site.at.set(`/news/${slug}`, article(title, `What ${slug} is about stands here.`, words));
    write('alpha', words);
  };
  behind(OFFICE);
  const desk = await openDesk(site, [watcherOf({ detail: { select: ['article'], remove: [] } }), page('alpha')]);
  await desk.run(DAY1);
  behind(BUREAU);
  expect(await desk.found(DAY2)).toEqual(['wording news.boats-1']);
  expect(await desk.report('wording')).toContain('The page alpha');
});
