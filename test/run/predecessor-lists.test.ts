// A row of a list that names a new version: its text is told beside the one before, as that of a document asked for by its number is.

import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { article, type Desk, listOf, listPage, openDesk, plain, ROWS, type Site, startSite, watcherOf } from '../support/lists.ts';

const [DAY0, DAY1, DAY2] = ['2026-09-02', '2026-09-03', '2026-09-04'];
const FILLER = 'The agency says that it counted boats, piers, lanterns and harbours for a whole year and wrote down what it saw there. ';
const numbered = { ...ROWS, more: ({ text }: { text: string }) => ({ number: /ST [\d/]+(?: (?:REV|ADD) \d)?/.exec(text)?.[0] ?? '' }) };
const watcher = watcherOf({ lists: [listOf({ read: numbered })], detail: { select: ['article'], remove: [] } });
let site: Site;

beforeEach(async () => {
  site = await startSite();
});
afterEach(() => site.close());

const documents: Readonly<Record<string, string>> = {
  'ST 90001/26': 'Twelve ports shall take part.',
  'ST 90001/1/26 REV 1': 'Twelve ports may take part.',
  'ST 90001/26 ADD 1': 'Twelve ports must take part.',
};
const lists = (...numbers: string[]): void => {
  const items = numbers.map((number) => ({ slug: number.replace(/\W+/g, '-'), title: `${number} on migrant smuggling`, date: DAY1 }));
  for (const [i, { slug, title }] of items.entries())
    site.at.set(`/news/${slug}`, article(title, FILLER.repeat(3), documents[numbers[i] ?? ''] ?? ''));
  site.at.set('/news', listPage([...items, ...plain(4)]));
};

const started = async (): Promise<Desk> => {
  const desk = await openDesk(site, [watcher]);
  lists('ST 90001/26');
  await desk.run(DAY0);
  return desk;
};

it('shows a new version beside the one before, and an addendum alone', async () => {
  const desk = await started();
  lists('ST 90001/26 ADD 1', 'ST 90001/1/26 REV 1', 'ST 90001/26');
  expect(await desk.found(DAY1)).toEqual(['new-version ST-90001-2026-ADD-1', 'new-version ST-90001-2026-REV-1']);
  const report = await desk.report('new-version-ST-90001-2026-REV-1');
  expect(report).toContain('is a new version of 90001/26, compared here with 90001/26: ');
  expect(report).toMatch(/ports ~~shall~~ \*\*may\*\* take/);
  expect(await desk.report('new-version-ST-90001-2026-ADD-1')).not.toContain('compared here');
  expect(await desk.found(DAY2)).toEqual([]);
});

it('tells a version whose predecessor lost its text without', async () => {
  const desk = await started();
  await rm(join(desk.root, 'snapshots/agency-news/texts/ST-90001-2026-INIT.en.md'));
  lists('ST 90001/1/26 REV 1');
  expect(await desk.found(DAY1)).toEqual(['new-version ST-90001-2026-REV-1']);
  expect(await desk.report('new-version')).not.toContain('compared here');
});
