import { afterEach, beforeEach, expect, it } from 'vitest';
import { addDays } from '../../pipeline/calendar.ts';
import { rhythmOf } from '../../pipeline/run/silence.ts';
import { type Desk, type Item, listPage, openDesk, plain, type Site, startSite, watcherOf } from '../support/lists.ts';

const NEWEST = '2026-09-01';
const after = (days: number): string => addDays(NEWEST, days);
let site: Site;

beforeEach(async () => {
  site = await startSite();
});
afterEach(() => site.close());

/** Ten dates, at most nine days apart. */
const uneven = (count = 10): Item[] =>
  plain(30, NEWEST).filter((_, i) => [0, 1, 2, 11, 12, 13, 14, 15, 16, 17].slice(0, count).includes(i));

const started = async (items: readonly Item[]): Promise<Desk> => {
  site.at.set('/news', listPage(items));
  const desk = await openDesk(site, [watcherOf()]);
  await desk.run(after(1));
  return desk;
};
const silences = async (desk: Desk) => (await desk.reports()).filter((name) => name.startsWith('silence-'));

it('the rhythm of a source is made of its dates', async () => {
  const desk = await started(uneven());
  expect(rhythmOf(await desk.entries(), after(3))).toEqual({ last: NEWEST, silent: 3, longest: 9 });
  expect(rhythmOf((await desk.entries()).slice(0, 7), after(3))).toBeNull();
});

it('a silence longer than ever is told once, in words that stay the same, and closes when something new appears', async () => {
  const desk = await started(uneven());
  await desk.run(after(9));
  expect(await silences(desk)).toEqual([]);
  await desk.run(after(10));
  const told = await desk.report('silence-');
  expect(told).toContain('state: open');
  expect(told).toContain('9 days');
  const files = await desk.files();
  for (const days of [10, 11, 40]) await desk.run(after(days));
  expect(await desk.files()).toEqual(files);
  site.at.set('/news', listPage([{ slug: 'lift', title: 'The lift is repaired', date: after(41) }, ...uneven()]));
  await desk.run(after(41));
  expect(await silences(desk)).toHaveLength(1);
  expect(await desk.report('silence-')).toContain('state: closed');
});

it.each<[string, () => Promise<Desk>, number]>([
  ['of a week', () => started(plain(10, NEWEST)), 7],
  ['of a source with few dates', () => started(uneven(7)), 300],
])('a silence %s is none', async (_, start, days) => {
  const desk = await start();
  await desk.run(after(days));
  expect(await silences(desk)).toEqual([]);
});

it('nothing is said of the silence of a source that cannot be read', async () => {
  const desk = await started(uneven());
  site.at.set('/news', { status: 500, body: 'broken' });
  await desk.run(after(30));
  expect(await silences(desk)).toEqual([]);
  site.at.set('/news', listPage(uneven()));
  await desk.run(after(31));
  expect(await silences(desk)).toHaveLength(1);
});
