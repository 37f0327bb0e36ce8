// A run that is killed at any of its writes, and run again, ends as if nothing had happened. Real processes, real SIGKILL.

import { readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { councilPdf } from '../replica/documents.ts';
import { type Host, startHost } from '../replica/host.ts';
import { makePlace, type Place } from '../support/place.ts';

const [DAY1, DAY2] = ['2026-03-02', '2026-03-03'];
const AT_ONCE = 2;
let host: Host;
/** After the first day, with changes waiting at the host. */
let before: Place;
/** After the second day's undisturbed run, not filed yet. */
let found: Place;
/** After everything, undisturbed. */
let wanted: Readonly<Record<string, string>>;

const note = (number: string, sentence: string) =>
  councilPdf({ number, date: '3 February 2026', codes: ['MIGR 901'], subject: `Note ${number.split('/')[0]}`, paragraphs: [sentence] });
const file = (place: Place) => ['file', '--to', `folder:${join(place.folder, 'issues')}`];

beforeAll(async () => {
  host = await startHost();
  host.serve('ST-90001-2026-INIT', 'en', await note('90001/26', 'Ports shall report.'));
  before = await makePlace(host.origin, ['90001/26', '90002/26']);
  await before.watch(DAY1);
  await before.run(DAY1, file(before));
  host.serve('ST-90001-2026-INIT', 'en', await note('90001/26', 'Ports should report.'));
  host.serve('ST-90002-2026-INIT', 'en', await note('90002/26', 'Open now.'));
  host.behave('challenge', '/doc/document/ST-90002-2026-REV-2/');
  found = await before.copy();
  await found.watch(DAY2);
  const last = await found.copy();
  await last.run(DAY2, file(last));
  wanted = await last.files();
});
afterAll(() => host.close());

/** How many points a command passes at which it could be stopped. */
const countPoints = async (place: Place, args: readonly string[]): Promise<number> => {
  const counter = join(place.folder, 'points');
  await writeFile(counter, '');
  await place.process(DAY2, args, { node: ['--import', resolve('test/support/kill.mjs')], variables: { KILL_COUNT: counter } });
  return (await readFile(counter, 'utf8')).length;
};

const killed = (place: Place, args: readonly string[], point: number) =>
  place.process(DAY2, args, { node: ['--import', resolve('test/support/kill.mjs')], variables: { KILL_AT: String(point) } });

/** Does the work for 1 to n, a few at once. */
const each = async (n: number, work: (point: number) => Promise<void>): Promise<void> => {
  let next = 1;
  const worker = async () => {
    for (let point = next++; point <= n; point = next++) await work(point);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
};

describe('killed at every write', () => {
  it('the story has what is needed: findings of two kinds, a failure, and issues for them', () => {
    const names = Object.keys(wanted).join('\n');
    for (const part of ['replaced-ST-90001', 'access-ST-90002', 'failure-council-documents', 'issues/0004']) expect(names).toContain(part);
  });

  it('watch, then watch and file again, ends in the same files and the same issues', async () => {
    const points = await countPoints(await before.copy(), ['watch']);
    expect(points).toBeGreaterThan(12);
    await each(points, async (point) => {
      const place = await before.copy();
      expect(await killed(place, ['watch'], point), `point ${point}`).toMatchObject({ code: null });
      await place.watch(DAY2);
      await place.run(DAY2, file(place));
      expect(await place.files(), `killed at point ${point} of ${points}`).toEqual(wanted);
    });
  }, 300_000);

  it('file, then file again, ends in the same files and the same issues', async () => {
    const copy = await found.copy();
    const points = await countPoints(copy, file(copy));
    expect(points).toBeGreaterThan(10);
    await each(points, async (point) => {
      const place = await found.copy();
      expect(await killed(place, file(place), point), `point ${point}`).toMatchObject({ code: null });
      await place.run(DAY2, file(place));
      expect(await place.files(), `killed at point ${point} of ${points}`).toEqual(wanted);
    });
  }, 300_000);

  it('at any other moment as well', async () => {
    await each(8, async (n) => {
      const place = await before.copy();
      await place.process(DAY2, ['watch'], { killAfter: 250 + n * 100 });
      await place.watch(DAY2);
      await place.run(DAY2, file(place));
      expect(await place.files(), `killed after ${250 + n * 100} ms`).toEqual(wanted);
    });
  }, 300_000);

  it('a day later is no different, but for the day and the order', async () => {
    const place = await before.copy();
    await killed(place, ['watch'], 3);
    await place.watch('2026-03-04');
    await place.run('2026-03-04', file(place));
    const titles = (files: Readonly<Record<string, string>>) =>
      Object.entries(files)
        .filter(([name]) => name.startsWith('issues/'))
        .map(([, body]) => /^title: .*$/m.exec(body)?.[0])
        .sort();
    expect(titles(await place.files())).toEqual(titles(wanted));
  });
});
