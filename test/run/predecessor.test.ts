// What just appeared is told beside the document that it follows; a file that was replaced, by what of it changed.

import { readFile, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { councilPdf } from '../replica/documents.ts';
import { type Host, startHost } from '../replica/host.ts';
import { makePlace, type Place } from '../support/place.ts';

const [DAY1, DAY2, LATER] = ['2026-03-02', '2026-03-03', '2026-03-20'];
let host: Host;

beforeEach(async () => {
  host = await startHost();
});
afterEach(() => host.close());

const BODY = [
  'The ports of the northern coast tell the agency about every boat that they have seen during the season.',
  'A report is made for each boat, and a copy of it goes to the guard of the coast within two days.',
];
const note = (number: string, sentence: string, more: object = {}) =>
  councilPdf({ number, date: '3 February 2026', codes: ['MIGR 901'], subject: 'A note', paragraphs: [...BODY, sentence], ...more });
const serve = async (id: string, number: string, sentence: string, more: object = {}) =>
  host.serve(id, 'en', await note(number, sentence, more));

const started = async (settings: object = {}): Promise<Place> => {
  await serve('ST-90001-2026-INIT', '90001/26', 'Ports shall report.');
  const place = await makePlace(host.origin, ['90001/26'], settings);
  await place.watch(DAY1);
  return place;
};
const WALK = {
  interests: { subjectCodes: ['MIGR'] },
  watchers: { 'council-documents': { frontier: { start: ['ST 90100/26'], numbers: 20, lookAhead: 4 } } },
};

describe('a new version', () => {
  it('is shown with what changed against the one before, and says against which', async () => {
    const place = await started();
    await serve('ST-90001-2026-REV-1', '90001/1/26 REV 1', 'Ports should report.');
    const { code, summary } = await place.watch(DAY2);
    expect(code).toBe(0);
    expect(summary.findings.map((f) => f.title)).toEqual(['90001/1/26 REV 1: new version of 90001/26 – A note']);
    const report = await place.report('new-version-ST-90001-2026-REV-1');
    expect(report).toMatch(/ is a new version of 90001\/26, compared here with 90001\/26: \d+ words? inserted, \d+ deleted\. Seen on/);
    expect(report).toMatch(/~~shall~~ \*\*should\*\*/);
    expect(report).not.toContain('## How it begins');
    // The revision after it is compared with it, and not with the first.
    await serve('ST-90001-2026-REV-2', '90001/2/26 REV 2', 'Ports may report.', { previousDocuments: '90001/1/26 REV 1' });
    await place.watch(LATER);
    const next = await place.report('new-version-ST-90001-2026-REV-2');
    expect(next).toContain('compared here with 90001/1/26 REV 1: ');
    expect(next).toMatch(/~~should~~ \*\*may\*\*/);
  });

  it('of an addendum or corrigendum is not compared with the document itself', async () => {
    const place = await started();
    await serve('ST-90001-2026-ADD-1', '90001/26 ADD 1', 'Ports may report.');
    await serve('ST-90001-2026-COR-1', '90001/26 COR 1', 'Ports may report.');
    await place.watch(DAY2);
    for (const kind of ['ADD', 'COR'])
      expect(await place.report(`new-version-ST-90001-2026-${kind}-1`)).not.toMatch(/compared here|## The change/);
  });

  it('seen for the first time with all the others tells nothing', async () => {
    await serve('ST-90001-2026-REV-1', '90001/1/26 REV 1', 'Ports should report.');
    const place = await started();
    expect(await place.reports()).toEqual([expect.stringMatching(/^baseline-/)]);
  });

  it.each([
    ['lost', (path: string) => rm(path)],
    ['damaged', (path: string) => writeFile(path, '---\nid: [\n')],
  ])('whose predecessor is %s is told without, and nothing fails', async (_, spoil) => {
    const place = await started();
    await spoil(join(place.root, 'snapshots/council-documents/texts/ST-90001-2026-INIT.en.md'));
    host.behave('error', '/doc/document/ST-90001-2026-INIT/');
    await serve('ST-90001-2026-REV-1', '90001/1/26 REV 1', 'Ports should report.');
    await place.watch(DAY2);
    expect(await place.report('new-version-ST-90001-2026-REV-1')).not.toMatch(/compared here|## The change/);
  });

  it('in another language than the one before is told without', async () => {
    const place = await started();
    host.serve('ST-90001-2026-REV-1', 'x', await note('90001/1/26 REV 1', 'Ports should report.'));
    await place.watch(DAY2);
    expect(await place.report('new-version-ST-90001-2026-REV-1')).not.toContain('compared here');
  });
});

it('the public version of a partial release is compared with that', async () => {
  await serve('ST-90002-2026-EXT-1', '90002/26 EXT 1', 'Ports [DELETED] report.');
  const place = await makePlace(host.origin, ['90002/26']);
  await place.watch(DAY1);
  await serve('ST-90002-2026-INIT', '90002/26', 'Ports need not report.');
  expect((await place.watch(DAY2)).summary.findings.map((f) => f.kind)).toEqual(['access']);
  const report = await place.report('access-ST-90002-2026-INIT');
  expect(report).toContain('became public; it was not public before, compared here with 90002/26 EXT 1: ');
  expect(report).toContain('need not');
});

describe('a document under another number', () => {
  it('is compared with what its cover names, when that is like it', async () => {
    const place = await started(WALK);
    await serve('ST-90101-2026-INIT', '90101/26', 'Ports may report.', { previousDocuments: '90077/26, 90001/26' });
    await serve('ST-90102-2026-INIT', '90102/26', '', {
      previousDocuments: '90001/26',
      paragraphs: ['Orchards of the southern hills are older than any of the towns around them, and nobody knows who planted the trees.'],
    });
    await place.watch(DAY2);
    const report = await place.report('new-document-ST-90101-2026-INIT');
    expect(report).toMatch(/was seen for the first time, compared here with 90001\/26: /);
    expect(report).toMatch(/~~shall~~ \*\*may\*\*/);
    expect(await place.report('new-document-ST-90102-2026-INIT')).not.toMatch(/compared here|## The change/);
  });
});

describe('a file that was replaced', () => {
  it('in its figures only is told as that', async () => {
    await serve('ST-90001-2026-INIT', '90001/26', 'Ports counted 12 345 boats.');
    const place = await makePlace(host.origin, ['90001/26']);
    await place.watch(DAY1);
    await serve('ST-90001-2026-INIT', '90001/26', 'Ports counted 12 543 boats.');
    const { summary } = await place.watch(DAY2);
    expect(summary.findings.map((f) => f.title)).toEqual(['90001/26: figures changed in the file, without a new number – A note']);
    expect(await place.report('replaced-')).toContain(
      'is another file than before under the same number and address; only figures changed: p. 1: 12 345 became 12 543; title, date and address unchanged.',
    );
  });

  it('in words is told with their number, and with what stayed', async () => {
    const place = await started();
    await serve('ST-90001-2026-INIT', '90001/26', 'Ports may report.', { date: '4 February 2026' });
    await place.watch(DAY2);
    expect(await place.report('replaced-')).toMatch(
      /address; \d+ words inserted, \d+ deleted in \d+ places; the cover's date changed: 2026-02-03 became 2026-02-04; title and address unchanged\./,
    );
  });

  it('in nothing that is read is noted as that, and nobody is told', async () => {
    const place = await started();
    await serve('ST-90001-2026-INIT', '90001/26', 'Ports shall report.', { producerNote: 'again' });
    const { summary } = await place.watch(DAY2);
    expect(summary.findings).toEqual([]);
    expect(summary.watchers[0]?.looks).toContainEqual(
      expect.objectContaining({ outcome: 'bytes', reason: expect.stringContaining('the same text on the same pages: only metadata') }),
    );
  });
});

it('a run that is killed at any write, and taken up again, compares with the same text', async () => {
  const before = await started(WALK);
  // The predecessor is replaced on the day on which its followers come.
  await serve('ST-90001-2026-INIT', '90001/26', 'Ports should report.');
  await serve('ST-90001-2026-REV-1', '90001/1/26 REV 1', 'Ports may report.');
  await serve('ST-90101-2026-INIT', '90101/26', 'Ports can report.', { previousDocuments: '90001/1/26 REV 1' });
  const undisturbed = await before.copy();
  await undisturbed.watch(DAY2);
  expect(await undisturbed.report('new-version-')).toMatch(/~~should~~ \*\*may\*\*/);
  expect(await undisturbed.report('new-document-')).toMatch(/~~may~~ \*\*can\*\*/);
  const wanted = await undisturbed.files();
  const kill = (place: Place, variables: Record<string, string>) =>
    place.process(DAY2, ['watch'], { node: ['--import', resolve('test/support/kill.mjs')], variables });
  const counter = join(before.folder, 'points');
  await writeFile(counter, '');
  await kill(await before.copy(), { KILL_COUNT: counter });
  const points = (await readFile(counter, 'utf8')).length;
  expect(points).toBeGreaterThan(10);
  let next = 1;
  const worker = async (): Promise<void> => {
    for (let point = next++; point <= points; point = next++) await killedAt(point);
  };
  const killedAt = async (point: number): Promise<void> => {
    const place = await before.copy();
    expect(await kill(place, { KILL_AT: String(point) }), `point ${point}`).toMatchObject({ code: null });
    await place.watch(DAY2);
    expect(await place.files(), `killed at point ${point} of ${points}`).toEqual(wanted);
  };
  await Promise.all([worker(), worker()]);
}, 300_000);
