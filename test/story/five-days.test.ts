// All watchers on all stand-ins through the five days of the story: what is found is what the stand-ins have to tell, and nothing else,
// and a third of the hosts failing takes nothing from the rest.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { watchers } from '../../watchers/index.ts';
import { STORY_DAYS } from '../replica/clock.ts';
import { FAULTS } from '../replica/faults.ts';
import { type Replica, startReplica } from '../replica/server.ts';
import type { Day } from '../replica/site.ts';
import { STORIES } from '../replica/sites/index.ts';
import { type DayOfRun, live, originsOf, settle, toldOn } from './live.ts';

const TWO_MINUTES = 120_000;
const WHOLE_STORY = 10 * TWO_MINUTES;

const days: DayOfRun[] = [];
const secondLooks: DayOfRun[] = [];
const rewritten: string[] = [];
/** After the baseline, in the middle and at the end: each run of all takes a while. */
const TWICE: readonly Day[] = [1, 3, 5];
let replica: Replica;

beforeAll(async () => {
  replica = await startReplica(Object.values(STORIES));
  const place = await settle(replica);
  for (const day of STORY_DAYS) {
    days.push(await live(place, replica, day));
    if (!TWICE.includes(day)) continue;
    const before = await place.files();
    secondLooks.push(await live(place, replica, day));
    const after = await place.files();
    rewritten.push(...Object.keys({ ...before, ...after }).filter((name) => before[name] !== after[name]));
  }
}, WHOLE_STORY);

afterAll(() => replica.close());

describe('five days on hosts that are well', () => {
  it.each(STORY_DAYS)('find on day %i what the story tells, and nothing else', (day) => expect(days[day - 1]?.found).toEqual(toldOn(day)));

  it('have something to tell of every watcher of lists and pages', () => {
    const telling = new Set(Object.values(STORIES).flatMap(({ told }) => told.map(({ watcher }) => watcher)));
    expect(watchers.filter(({ id, kind }) => kind !== 'numbers' && !telling.has(id)).map(({ id }) => id)).toEqual([]);
  });

  it('find and write nothing when a day is looked at twice', () => {
    expect(secondLooks.flatMap(({ found }) => found)).toEqual([]);
    expect(rewritten).toEqual([]);
  });

  it('fail nowhere', () => expect(days.flatMap(({ summary }) => summary.failures)).toEqual([]));

  it('take less than two minutes each', () => {
    for (const { milliseconds } of days) expect(milliseconds).toBeLessThan(TWO_MINUTES);
  });

  it('ask one host one thing at a time, and no stand-in what it cannot answer', () => {
    for (const origin of Object.keys(replica.origins))
      expect([origin, replica.mostAtOnce(origin)]).toEqual([origin, expect.toSatisfy((n) => n <= 1)]);
    expect(replica.errors).toEqual([]);
  });
});

describe('five days with a third of the hosts failing on three of them', () => {
  const ILL: readonly Day[] = [2, 3, 4];
  const troubled: DayOfRun[] = [];
  let ill: readonly string[] = [];
  let spared: readonly string[] = [];

  beforeAll(async () => {
    const other = await startReplica(Object.values(STORIES));
    ill = Object.keys(other.origins).filter((_, at) => at % 3 === 0);
    spared = watchers.map(({ id }) => id).filter((id) => [...originsOf(days, id)].every((origin) => !ill.includes(origin)));
    // Some hosts hang: each look at them lasts as long as they are waited for.
    const place = await settle(other, 10);
    for (const day of STORY_DAYS) {
      // Other faults every day, so that all of them come up.
      for (const [at, origin] of ill.entries()) {
        other.fault(origin, ILL.includes(day) ? (FAULTS[(at + day * ill.length) % FAULTS.length] ?? null) : null);
      }
      troubled.push(await live(place, other, day));
    }
    await other.close();
  }, WHOLE_STORY);

  const of = (day: DayOfRun | undefined, ids: readonly string[]) =>
    day?.found.filter((line) => ids.some((id) => line.includes(`, ${id}: `)));

  it('spare more than half of the watchers', () => expect(spared.length).toBeGreaterThan(watchers.length / 2));

  it.each(STORY_DAYS)('find the same of the others on day %i', (day) =>
    expect(of(troubled[day - 1], spared)).toEqual(of(days[day - 1], spared)),
  );

  it('invent nothing: what is found of the ill ones was to be told, on that day or before', () => {
    const subject = (line: string): string => line.replace(/^day \d, (\S+): \S+ /, '$1 ');
    for (const [at, { found }] of troubled.entries()) {
      const sofar = STORY_DAYS.slice(0, at + 1)
        .flatMap(toldOn)
        .map(subject);
      expect(found.map(subject).filter((line) => !sofar.includes(line))).toEqual([]);
    }
  });

  it('name what could not be looked at', () => {
    const failing = new Set(troubled[1]?.summary.failures.map(({ watcher }) => watcher));
    expect(watchers.filter(({ id }) => failing.has(id) && spared.includes(id))).toEqual([]);
    expect(failing.size).toBeGreaterThan(ill.length / 3);
  });
});
