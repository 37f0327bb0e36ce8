import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { councilPdf, placedPdf } from '../replica/documents.ts';
import { type Host, startHost } from '../replica/host.ts';
import { makePlace, type Place } from '../support/place.ts';

const DAY1 = '2026-03-02';
const DAY2 = '2026-03-03';
const path = (id: string) => `/doc/document/${id}/`;
let host: Host;

beforeEach(async () => {
  host = await startHost();
});
afterEach(() => host.close());

const note = (number: string, sentence: string, more: object = {}) =>
  councilPdf({
    number,
    date: '3 February 2026',
    codes: ['MIGR 901'],
    type: 'NOTE',
    from: 'Presidency',
    to: 'Delegations',
    subject: `Note ${number.split('/')[0]}`,
    paragraphs: [sentence],
    ...more,
  });
const serve = async (id: string, number: string, sentence: string, more: object = {}) =>
  host.serve(id, 'en', await note(number, sentence, more));
const kinds = (summary: { findings: readonly { kind: string; entry: string }[] }) => summary.findings.map((f) => `${f.kind} ${f.entry}`);

describe('the first look', () => {
  it('is a baseline: recorded, one summary, nothing else told; and a second run changes no file', async () => {
    await serve('ST-90001-2026-INIT', '90001/26', 'Ports shall tell each other about boats.');
    const place = await makePlace(host.origin, ['90001/26', '90002/26']);
    const first = await place.watch(DAY1);
    expect(first).toMatchObject({
      code: 0,
      summary: { findings: [], failures: [], watchers: [{ id: 'council-documents', outcome: 'ok' }] },
    });
    expect(await place.entry('ST-90001-2026-INIT')).toMatchObject({
      kind: 'document',
      title: 'Note 90001',
      date: '2026-02-03',
      access: 'public',
      language: 'en',
      firstSeen: DAY1,
    });
    expect(await place.entry('ST-90002-2026-INIT')).toMatchObject({ title: 'Tracked 90002/26', access: 'not-public', sha256: null });
    expect(await place.text('ST-90001-2026-INIT')).toMatch(/\nPorts shall tell each other about boats\.\n/);
    expect(await place.reports()).toEqual([expect.stringMatching(/^baseline-/)]);
    const before = await place.files();
    expect(await place.watch(DAY1)).toMatchObject({ code: 0, summary: { findings: [] } });
    expect(await place.watch(DAY2)).toMatchObject({ code: 0, summary: { findings: [] } });
    expect(await place.files()).toEqual(before);
  });

  it('goes on from what it finds: after ADD 1 and ADD 2 it asks for ADD 3, in the same run', async () => {
    for (const n of [1, 2, 3]) await serve(`WK-90010-2026-ADD-${n}`, `WK 90010/2026 ADD ${n}`, `Comments number ${n}.`);
    await serve('WK-90010-2026-ADD-3-REV-1', 'WK 90010/2026 ADD 3 REV 1', 'Comments, revised.');
    const place = await makePlace(host.origin, ['WK 90010/2026']);
    await place.watch(DAY1);
    const open = (await place.entries()).filter((e) => e.access === 'public').map((e) => e.id);
    expect(open).toEqual(['WK-90010-2026-ADD-1', 'WK-90010-2026-ADD-2', 'WK-90010-2026-ADD-3', 'WK-90010-2026-ADD-3-REV-1']);
  });

  it('takes the multilingual file where there is no other, and further wanted languages where there are', async () => {
    host.serve('ST-90001-2026-INIT', 'x', await note('90001/26', 'In several languages.'));
    await serve('ST-90002-2026-INIT', '90002/26', 'In English.');
    const place = await makePlace(host.origin, ['90001/26', '90002/26'], { languages: ['en', 'fr'] });
    await place.watch(DAY1);
    expect(await place.entry('ST-90001-2026-INIT')).toMatchObject({ language: 'x', url: expect.stringMatching(/\/x\/pdf$/) });
    host.serve('ST-90002-2026-INIT', 'fr', await note('90002/26', 'En français.'));
    const { summary } = await place.watch(DAY2);
    expect(kinds(summary)).toEqual(['new-version ST-90002-2026-INIT']);
    expect((await place.entry('ST-90002-2026-INIT')).translations).toEqual([expect.objectContaining({ language: 'fr', firstSeen: DAY2 })]);
    expect(await place.text('ST-90002-2026-INIT', 'fr')).toContain('En français.');
  });
});

describe('what changes', () => {
  const started = async (): Promise<Place> => {
    await serve('ST-90001-2026-INIT', '90001/26', 'Ports shall report 12 345 boats.');
    const place = await makePlace(host.origin, ['90001/26', '90002/26']);
    await place.watch(DAY1);
    return place;
  };

  it('a tracked number that opens is told as having become public', async () => {
    const place = await started();
    await serve('ST-90002-2026-INIT', '90002/26', 'Open now.');
    const { code, summary } = await place.watch(DAY2);
    expect(code).toBe(0);
    expect(summary.findings).toEqual([
      expect.objectContaining({
        kind: 'access',
        entry: 'ST-90002-2026-INIT',
        title: expect.stringMatching(/^90002\/26 became public/),
        priority: 'high',
      }),
    ]);
    expect(await place.entry('ST-90002-2026-INIT')).toMatchObject({ access: 'public', title: 'Note 90002', firstSeen: DAY1 });
  });

  it('a next version is told as that, and asked for again on its day and not before', async () => {
    const place = await started();
    await serve('ST-90001-2026-REV-1', '90001/1/26 REV 1', 'Ports should report.');
    expect(kinds((await place.watch(DAY1)).summary)).toEqual([]);
    expect(kinds((await place.watch(DAY2)).summary)).toEqual(['new-version ST-90001-2026-REV-1']);
    expect((await place.watch(DAY2, '--exit-code')).code).toBe(0);
  });

  it('a file that was silently replaced is told with its words, and asked about once', async () => {
    const place = await started();
    await serve('ST-90001-2026-INIT', '90001/26', 'Ports should report 12 543 boats.');
    const { code, summary } = await place.watch(DAY1, '--exit-code');
    expect(code).toBe(10);
    expect(kinds(summary)).toEqual(['replaced ST-90001-2026-INIT']);
    const report = await place.report('replaced-ST-90001-2026-INIT');
    expect(report).toMatch(/~~shall~~ \*\*should\*\* report 12 ~~345~~ \*\*543\*\*/);
    expect(report).toContain('legal force');
    expect(kinds((await place.watch(DAY2)).summary)).toEqual([]);
  });

  it('a file that goes back to what it was is told on the second day of that; by turns, only once', async () => {
    const place = await started();
    const [first, second] = ['Ports shall report 12 345 boats.', 'Ports should report 12 543 boats.'];
    const told: string[] = [];
    for (const [day, words] of [
      ['2026-03-03', second],
      ['2026-03-04', first],
      ['2026-03-05', second],
      ['2026-03-06', first],
      ['2026-03-07', first],
    ] as const) {
      await serve('ST-90001-2026-INIT', '90001/26', words);
      told.push(...kinds((await place.watch(day)).summary).map((kind) => `${day} ${kind}`));
    }
    expect(told).toEqual(['2026-03-03 replaced ST-90001-2026-INIT', '2026-03-07 replaced ST-90001-2026-INIT']);
  });

  it('a scan in place of a text is told, and the old words are not kept as if they still stood there', async () => {
    const place = await started();
    host.serve('ST-90001-2026-INIT', 'en', await placedPdf([[]], {}));
    expect(kinds((await place.watch(DAY2)).summary)).toEqual(['replaced ST-90001-2026-INIT']);
    expect(await place.report('replaced-ST-90001-2026-INIT')).toContain('The file gives no text');
    expect(Object.keys(await place.files()).filter((name) => name.includes('texts/'))).toEqual([]);
    expect((await place.run(DAY2, ['check'])).code).toBe(0);
    expect(kinds((await place.watch('2026-03-04')).summary)).toEqual([]);
  });

  it('a file that says on its cover that it is another document is told as that', async () => {
    const place = await started();
    await serve('ST-90001-2026-INIT', '90009/26', 'Something else.');
    await place.watch(DAY2);
    expect(await place.report('replaced-ST-90001-2026-INIT')).toContain('The cover carries another number than the address: 90009/26.');
  });

  it('other bytes with the same words are recorded and nobody is told', async () => {
    const place = await started();
    const before = await place.entry('ST-90001-2026-INIT');
    await serve('ST-90001-2026-INIT', '90001/26', 'Ports shall report 12 345 boats.', { producerNote: 'another export' });
    const { summary } = await place.watch(DAY2);
    expect(summary.findings).toEqual([]);
    expect(summary.watchers[0]?.looks).toContainEqual(expect.objectContaining({ entry: 'ST-90001-2026-INIT', outcome: 'bytes' }));
    const after = await place.entry('ST-90001-2026-INIT');
    expect(after.sha256).not.toBe(before.sha256);
    expect(after.textSha256).toBe(before.textSha256);
  });

  it('a document that disappears is withdrawn after two weeks of plain "not found", and not before', async () => {
    const place = await started();
    host.remove('ST-90001-2026-INIT', 'en');
    const told: string[] = [];
    for (const day of ['2026-03-03', '2026-03-04', '2026-03-10', '2026-03-17', '2026-03-18'])
      told.push(...kinds((await place.watch(day)).summary).map((kind) => `${day} ${kind}`));
    expect(told).toEqual(['2026-03-17 withdrawn ST-90001-2026-INIT']);
    expect(await place.text('ST-90001-2026-INIT')).toContain('12 345 boats');
  });

  it('a translation that cannot be read keeps nobody from hearing of the document itself', async () => {
    await serve('ST-90001-2026-INIT', '90001/26', 'Ports shall report.');
    host.serve('ST-90001-2026-INIT', 'fr', await note('90001/26', 'Les ports doivent le dire.'));
    const place = await makePlace(host.origin, ['90001/26'], { languages: ['en', 'fr'] });
    await place.watch(DAY1);
    host.behave('pdf-bytes-cut', `${path('ST-90001-2026-INIT')}fr/`);
    await serve('ST-90001-2026-INIT', '90001/26', 'Ports may report.');
    const { code, summary } = await place.watch(DAY2);
    expect(kinds(summary)).toEqual(['replaced ST-90001-2026-INIT']);
    expect(code).toBe(1);
  });

  it('a document that stays public in another language is not withdrawn', async () => {
    await serve('ST-90001-2026-INIT', '90001/26', 'In English.');
    host.serve('ST-90001-2026-INIT', 'fr', await note('90001/26', 'En français.'));
    const place = await makePlace(host.origin, ['90001/26'], { languages: ['en', 'fr'] });
    await place.watch(DAY1);
    host.remove('ST-90001-2026-INIT', 'en');
    for (const day of [DAY2, '2026-03-04', '2026-03-18', '2026-03-30']) expect(kinds((await place.watch(day)).summary)).toEqual([]);
    expect(await place.entry('ST-90001-2026-INIT')).toMatchObject({ access: 'public', missing: [] });
    host.remove('ST-90001-2026-INIT', 'fr');
    const told: string[] = [];
    for (const day of ['2026-04-01', '2026-04-02', '2026-04-20']) told.push(...kinds((await place.watch(day)).summary));
    expect(told).toEqual(['withdrawn ST-90001-2026-INIT']);
  });

  it('a document that was withdrawn and comes back is told a second time', async () => {
    const place = await started();
    const opening: string[] = [];
    const look = async (day: string) => opening.push(...(await place.watch(day)).summary.findings.map((f) => f.kind));
    await serve('ST-90002-2026-INIT', '90002/26', 'Open now.');
    await look(DAY2);
    host.remove('ST-90002-2026-INIT', 'en');
    for (const day of ['2026-03-04', '2026-03-05', '2026-03-18']) await look(day);
    await serve('ST-90002-2026-INIT', '90002/26', 'Open now.');
    await look('2026-03-19');
    expect(opening).toEqual(['access', 'withdrawn', 'access']);
    host.remove('ST-90002-2026-INIT', 'en');
  });

  it('a lost or cut-off text is fetched anew, and is no change', async () => {
    const place = await started();
    const before = await place.files();
    const { rm } = await import('node:fs/promises');
    await rm(`${place.root}/snapshots/council-documents/texts/ST-90001-2026-INIT.en.md`);
    expect((await place.watch(DAY2)).summary.findings).toEqual([]);
    expect(await place.files()).toEqual(before);
  });
});

describe('the walk along new numbers', () => {
  const settings = {
    interests: { subjectCodes: ['MIGR'] },
    watchers: { 'council-documents': { frontier: { start: ['ST 90100/26'], numbers: 20, lookAhead: 4 } } },
  };

  it('keeps what concerns the corpus or the settings, and remembers the others by number', async () => {
    const place = await makePlace(host.origin, ['90001/26'], settings);
    expect((await place.watch(DAY1)).code).toBe(0);
    await serve('ST-90101-2026-INIT', '90101/26', 'About boats.', { codes: ['MIGR 7'] });
    await serve('ST-90103-2026-INIT', '90103/26', 'About orchards.', { codes: ['AGRI 7'] });
    await serve('ST-90104-2026-INIT', '90104/26', 'About nothing.', { codes: ['AGRI 8'], previousDocuments: '90001/26' });
    expect(kinds((await place.watch(DAY2)).summary)).toEqual(['new-document ST-90101-2026-INIT', 'new-document ST-90104-2026-INIT']);
    const numbers = (await place.files())['root/snapshots/council-documents/numbers.json'] ?? '';
    expect(JSON.parse(numbers)).toMatchObject({
      frontier: { 'ST-2026': 90104 },
      passedOver: ['ST-90103-2026-INIT'],
      asked: { 'ST-90102-2026-INIT': DAY2 },
    });
    const before = await place.files();
    await place.watch(DAY2);
    expect(await place.files()).toEqual(before);
  });

  it('tells a number it passed by as having become public when it opens', async () => {
    const place = await makePlace(host.origin, [], settings);
    await serve('ST-90102-2026-INIT', '90102/26', 'About boats.');
    await place.watch(DAY1);
    await serve('ST-90101-2026-INIT', '90101/26', 'About boats as well.');
    expect(kinds((await place.watch(DAY2)).summary)).toEqual(['access ST-90101-2026-INIT']);
  });

  it('asks again for a number that could not be read, and tells it as new when it can', async () => {
    const place = await makePlace(host.origin, [], settings);
    await place.watch(DAY1);
    await serve('ST-90102-2026-INIT', '90102/26', 'About boats.');
    await serve('ST-90103-2026-INIT', '90103/26', 'About boats as well.');
    host.behave('pdf-bytes-cut', path('ST-90102-2026-INIT'));
    expect(kinds((await place.watch(DAY2)).summary)).toEqual(['new-document ST-90103-2026-INIT']);
    host.behave('normal', path('ST-90102-2026-INIT'));
    await serve('ST-90104-2026-INIT', '90104/26', 'About boats too.');
    host.behave('error', path('ST-90104-2026-INIT'));
    expect(kinds((await place.watch('2026-03-04')).summary)).toEqual(['new-document ST-90102-2026-INIT']);
    host.behave('normal', path('ST-90104-2026-INIT'));
    expect(kinds((await place.watch('2026-03-05')).summary)).toEqual(['new-document ST-90104-2026-INIT']);
  });

  it('goes past a number at which the host always fails, and does not take a used-up budget for a document', async () => {
    const place = await makePlace(host.origin, [], { ...settings, manners: { retries: 0, budget: 9 } });
    await place.watch(DAY1);
    for (const n of [2, 3]) await serve(`ST-9010${n}-2026-INIT`, `9010${n}/26`, 'About boats.');
    host.behave('error', path('ST-90101-2026-INIT'));
    expect(kinds((await place.watch(DAY2)).summary)).toEqual(['new-document ST-90102-2026-INIT', 'new-document ST-90103-2026-INIT']);
    const numbers = JSON.parse((await place.files())['root/snapshots/council-documents/numbers.json'] ?? '');
    expect(numbers).toMatchObject({ frontier: { 'ST-2026': 90103 }, unseen: ['ST-90101-2026-INIT'] });
    host.behave('normal', path('ST-90101-2026-INIT'));
    await serve('ST-90101-2026-INIT', '90101/26', 'About boats.');
    const told = [await place.watch('2026-03-04'), await place.watch('2026-03-04')].flatMap(({ summary }) => kinds(summary));
    expect(told).toEqual(['new-document ST-90101-2026-INIT']);
  });

  it('while it catches up, records what is older than its first day and tells what is not', async () => {
    const slow = { ...settings, watchers: { 'council-documents': { frontier: { start: ['ST 90100/26'], numbers: 3, lookAhead: 3 } } } };
    const place = await makePlace(host.origin, [], slow);
    for (const n of [1, 2, 3, 4, 5])
      await serve(`ST-9010${n}-2026-INIT`, `9010${n}/26`, 'About boats.', { date: n === 5 ? '2 March 2026' : '3 February 2026' });
    expect(kinds((await place.watch(DAY1)).summary)).toEqual([]);
    expect((await place.run(DAY1, ['status'])).out).toContain('still catching up');
    expect(kinds((await place.watch(DAY2)).summary)).toEqual(['new-document ST-90105-2026-INIT']);
    expect((await place.entries()).map((e) => e.id)).toContain('ST-90104-2026-INIT');
  });

  it('keeps a scan that nobody can judge, and says that it has no text', async () => {
    const place = await makePlace(host.origin, [], settings);
    await place.watch(DAY1);
    host.serve('ST-90101-2026-INIT', 'en', await placedPdf([[]], {}));
    expect(kinds((await place.watch(DAY2)).summary)).toEqual(['new-document ST-90101-2026-INIT']);
    expect(await place.report('new-document-ST-90101')).toContain('The file gives no text');
  });

  it('never asks more than its budget, and goes on where it stopped', async () => {
    const place = await makePlace(host.origin, ['90001/26'], { ...settings, manners: { retries: 0, budget: 10 } });
    await serve('ST-90101-2026-INIT', '90101/26', 'About boats.');
    const { code, summary } = await place.watch(DAY1);
    expect(code).toBe(0);
    expect(host.requests.filter((r) => r.path.startsWith('/doc/'))).toHaveLength(10);
    expect(summary.watchers[0]?.looks).toContainEqual(expect.objectContaining({ outcome: 'skipped' }));
    for (const day of ['2026-03-03', '2026-03-03', '2026-03-03', '2026-03-03']) await place.watch(day);
    expect(await place.entry('ST-90101-2026-INIT')).toMatchObject({ access: 'public' });
  });
});

it('asks the document host with our name, one address at a time', async () => {
  await serve('ST-90001-2026-INIT', '90001/26', 'One.');
  const place = await makePlace(host.origin, ['90001/26'], { contact: 'desk@example.org' });
  await place.watch(DAY1);
  expect(host.maxConcurrent).toBe(1);
  for (const request of host.requests) expect(request.headers['user-agent']).toMatch(/^pactwatch\/\d.*desk@example\.org/);
  expect(host.requests.some((r) => r.path.startsWith(path('ST-90001-2026-REV-1')))).toBe(true);
});
