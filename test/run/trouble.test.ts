import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { councilPdf } from '../replica/documents.ts';
import { type Host, startHost } from '../replica/host.ts';
import { makePlace, type Place } from '../support/place.ts';

const [DAY1, DAY2, DAY3] = ['2026-03-02', '2026-03-03', '2026-03-04'];
const path = (id: string) => `/doc/document/${id}/`;
let host: Host;
let place: Place;

const note = (number: string, sentence: string) =>
  councilPdf({ number, date: '3 February 2026', codes: ['MIGR 901'], subject: 'A note', paragraphs: [sentence] });

beforeEach(async () => {
  host = await startHost();
  host.serve('ST-90001-2026-INIT', 'en', await note('90001/26', 'Ports shall report what they see at night.'));
  host.serve('ST-90002-2026-INIT', 'en', await note('90002/26', 'Piers shall report as well.'));
  place = await makePlace(host.origin, ['90001/26', '90002/26']);
});
afterEach(() => host.close());

const snapshots = async () => Object.fromEntries(Object.entries(await place.files()).filter(([name]) => name.includes('snapshots/')));
const failures = async () => (await place.reports()).filter((name) => name.startsWith('failure-'));

describe('a host that answers everything with a challenge', () => {
  it.each(['challenge', 'challenge-200'] as const)(
    '(%s) fails by name, is reported once, touches no snapshot, and its report closes when it works again',
    async (mode) => {
      await place.watch(DAY1);
      const before = await snapshots();
      host.behave(mode);
      const { code, summary } = await place.watch(DAY2);
      expect(code).toBe(1);
      expect(summary).toMatchObject({
        findings: [],
        failures: [{ code: 'blocked', entry: null }],
        watchers: [{ outcome: 'failed', error: { code: 'blocked' } }],
      });
      expect(await snapshots()).toEqual(before);
      const reported = await place.files();
      for (const day of [DAY2, DAY3, '2026-03-20', '2026-04-20']) expect((await place.watch(day ?? '')).code).toBe(1);
      expect(await place.files()).toEqual(reported);
      expect(await failures()).toHaveLength(1);
      host.behave('normal');
      expect((await place.watch('2026-04-21')).code).toBe(0);
      expect(await snapshots()).toMatchObject({
        'root/snapshots/council-documents/entries.json': before['root/snapshots/council-documents/entries.json'],
      });
      expect(await place.report('failure-')).toContain('state: closed');
    },
  );

  it('from the first day on leaves no snapshot, and the first good day is the baseline', async () => {
    host.behave('challenge');
    expect((await place.watch(DAY1)).code).toBe(1);
    expect(await snapshots()).toEqual({});
    host.behave('normal');
    expect(await place.watch(DAY2)).toMatchObject({ code: 0, summary: { findings: [] } });
    expect((await place.entries()).map((e) => e.access)).toEqual(['public', 'public']);
  });
});

describe('one document in trouble', () => {
  it.each([
    ['html-200', 'html', 'unreadable'],
    ['empty-200', 'empty', 'emptied'],
    ['pdf-type-wrong-bytes', 'wrong-type', 'unreadable'],
  ] as const)('that gives %s is a failure of its own: state kept, the rest done', async (mode, failure, outcome) => {
    await place.watch(DAY1);
    const before = await snapshots();
    host.behave(mode, path('ST-90001-2026-INIT'));
    host.serve('ST-90002-2026-REV-1', 'en', await note('90002/1/26 REV 1', 'Piers should report.'));
    const { code, summary } = await place.watch(DAY2);
    expect(code).toBe(1);
    expect(summary.failures).toEqual([expect.objectContaining({ code: failure, entry: 'ST-90001-2026-INIT' })]);
    expect(summary.findings).toEqual([expect.objectContaining({ kind: 'new-version', entry: 'ST-90002-2026-REV-1' })]);
    expect(summary.watchers[0]?.looks).toContainEqual(expect.objectContaining({ entry: 'ST-90001-2026-INIT', outcome }));
    expect(await snapshots()).toMatchObject({
      'root/snapshots/council-documents/texts/ST-90001-2026-INIT.en.md':
        before['root/snapshots/council-documents/texts/ST-90001-2026-INIT.en.md'],
    });
    host.behave('normal', path('ST-90001-2026-INIT'));
    expect((await place.watch(DAY3 ?? '')).code).toBe(0);
    expect(await place.report('failure-ST-90001-2026-INIT')).toContain('state: closed');
  });

  it('that is cut off in the middle of its file keeps its last text', async () => {
    await place.watch(DAY1);
    const whole = await councilPdf({
      number: '90001/26',
      date: '3 February 2026',
      subject: 'A note',
      paragraphs: Array.from({ length: 60 }, (_, i) => `Sentence number ${i} of a long note.`),
    });
    host.serve('ST-90001-2026-INIT', 'en', whole.slice(0, Math.floor(whole.length / 2)));
    const before = await place.text('ST-90001-2026-INIT');
    const { code, summary } = await place.watch(DAY2);
    expect(code).toBe(1);
    expect(summary.failures).toEqual([expect.objectContaining({ entry: 'ST-90001-2026-INIT', code: 'damaged' })]);
    expect(await place.text('ST-90001-2026-INIT')).toBe(before);
  });

  it('that shows a challenge once and the document a second later is read', async () => {
    host.behave('alternate', path('ST-90001-2026-INIT'));
    expect(await place.watch(DAY1)).toMatchObject({ code: 0 });
    expect(await place.entry('ST-90001-2026-INIT')).toMatchObject({ access: 'public' });
  });
});

describe('one document that cannot be read on the first day', () => {
  it('keeps nobody from hearing of the others, and is a baseline of its own when it can be read', async () => {
    host.behave('challenge', path('ST-90001-2026-INIT'));
    expect((await place.watch(DAY1)).code).toBe(1);
    host.serve('ST-90001-2026-REV-1', 'en', await note('90001/1/26 REV 1', 'Ports should report.'));
    expect((await place.watch(DAY2)).summary.findings).toEqual([
      expect.objectContaining({ kind: 'new-version', entry: 'ST-90001-2026-REV-1' }),
    ]);
    host.behave('normal', path('ST-90001-2026-INIT'));
    expect(await place.watch(DAY3 ?? '')).toMatchObject({ code: 0, summary: { findings: [] } });
    expect(await place.entry('ST-90001-2026-INIT')).toMatchObject({ access: 'public' });
  });
});

describe('numbers that nobody has seen', () => {
  it.each(['html-200', 'empty-200', 'forbidden'] as const)(
    'answered with %s are not available, as long as the host gives something plain',
    async (mode) => {
      place = await makePlace(host.origin, ['90001/26', '90003/26']);
      host.behave(mode, path('ST-90003-2026-INIT'));
      expect(await place.watch(DAY1)).toMatchObject({ code: 0 });
      expect(await place.entry('ST-90003-2026-INIT')).toMatchObject({ access: 'not-public' });
      host.behave('normal', path('ST-90003-2026-INIT'));
      host.serve('ST-90003-2026-INIT', 'en', await note('90003/26', 'Open.'));
      expect((await place.watch(DAY2)).summary.findings).toEqual([expect.objectContaining({ kind: 'access' })]);
    },
  );

  it('are not available either when all that is asked for is answered strangely, but a known document is well', async () => {
    const settings = { watchers: { 'council-documents': { frontier: { start: ['ST 90100/26'], numbers: 5, lookAhead: 3 } } } };
    place = await makePlace(host.origin, ['90003/26'], settings);
    host.serve('ST-90101-2026-INIT', 'en', await note('90101/26', 'Of no interest.'));
    host.behave('html-200');
    host.behave('slow', path('ST-90101-2026-INIT'));
    for (const day of [DAY1, DAY2, DAY3 ?? '']) expect((await place.watch(day)).code).toBe(0);
  });

  it.each(['html-200', 'empty-200', 'forbidden'] as const)(
    'all answered with %s prove nothing: the source fails, and nothing is recorded',
    async (mode) => {
      host.behave(mode);
      const { code, summary } = await place.watch(DAY1);
      expect(code).toBe(1);
      expect(summary.failures).toHaveLength(1);
      expect(await snapshots()).toEqual({});
      host.behave('normal');
      // What opens after that was never known to be closed: a baseline, and no false "became public".
      expect(await place.watch(DAY2)).toMatchObject({ code: 0, summary: { findings: [] } });
    },
  );
});

describe('files of ours that are damaged', () => {
  const breakFile = async (start: string) => {
    const name = (await place.reports()).find((n) => n.startsWith(start)) ?? '';
    await writeFile(join(place.root, 'reports/council-documents', name), 'no report at all');
  };

  it('a damaged report hides no finding and stops no filing, and is named', async () => {
    await place.watch(DAY1);
    host.behave('challenge', path('ST-90002-2026-INIT'));
    await place.watch(DAY2);
    await breakFile('failure-');
    host.serve('ST-90001-2026-INIT', 'en', await note('90001/26', 'Ports may report what they see at night.'));
    expect((await place.watch(DAY3 ?? '')).summary.findings).toEqual([expect.objectContaining({ kind: 'replaced' })]);
    await breakFile('baseline-');
    const filed = await place.run(DAY3 ?? '', ['file', '--to', `folder:${join(place.folder, 'issues')}`]);
    expect(filed).toMatchObject({
      code: 1,
      out: expect.stringContaining('the file was replaced'),
      err: expect.stringContaining('reports/council-documents/baseline-'),
    });
  });

  it('a damaged snapshot is named as ours, and nothing is said of the source', async () => {
    await place.watch(DAY1);
    await writeFile(join(place.root, 'snapshots/council-documents/entries.json'), '[{"id": "x"}]');
    const { code, summary } = await place.watch(DAY2);
    expect(code).toBe(1);
    expect(summary.watchers).toEqual([
      expect.objectContaining({ outcome: 'failed', error: { code: 'store', message: expect.stringContaining('git checkout') } }),
    ]);
    expect(await failures()).toEqual([]);
  });
});

it('a source without anything to ask for is not called quiet', async () => {
  place = await makePlace(host.origin, []);
  expect((await place.watch(DAY1)).summary.watchers).toEqual([
    expect.objectContaining({ outcome: 'skipped', error: expect.objectContaining({ code: 'nothing-to-ask' }) }),
  ]);
});

describe('a host that cannot be asked', () => {
  it('is refused by its robots.txt, and nothing is fetched from it', async () => {
    host.robots('disallow');
    const { code, summary } = await place.watch(DAY1);
    expect(code).toBe(1);
    expect(summary.watchers).toEqual([expect.objectContaining({ outcome: 'refused' })]);
    expect(host.requests.map((r) => r.path)).toEqual(['/robots.txt']);
  });

  it('is unreachable by name when nobody answers', async () => {
    await place.watch(DAY1);
    const before = await snapshots();
    host.behave('reset');
    const { code, summary } = await place.watch(DAY2);
    expect(code).toBe(1);
    expect(summary.failures).toEqual([expect.objectContaining({ code: 'unreachable', entry: null })]);
    expect(await snapshots()).toEqual(before);
  });
});
