// A document beside the one that it follows.

import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { open } from '../../pipeline/commands/context.ts';
import { previousOf, twoOf } from '../../pipeline/commands/previous.ts';
import { candidatesOf } from '../../pipeline/predecessor.ts';
import { parseReference, printReference } from '../../pipeline/reference.ts';
import { councilPdf } from '../replica/documents.ts';
import { type Host, startHost } from '../replica/host.ts';
import { makePlace, type Place } from '../support/place.ts';

const DAY = '2026-03-02';
let host: Host;
let place: Place;

const BODY = [
  'The ports of the northern coast tell the agency about every boat that they have seen during the season.',
  'A report is made for each boat, and a copy of it goes to the guard of the coast within two days.',
];
const note = (number: string, sentence: string, more: object = {}) =>
  councilPdf({ number, date: '3 February 2026', subject: 'A note', paragraphs: [...BODY, sentence], ...more });

beforeAll(async () => {
  host = await startHost();
  const serve = async (id: string, number: string, sentence: string, more: object = {}) =>
    host.serve(id, 'en', await note(number, sentence, more));
  await serve('ST-90001-2026-INIT', '90001/26', 'Ports shall report.');
  await serve('ST-90001-2026-REV-1', '90001/1/26 REV 1', 'Ports should report.');
  await serve('ST-90001-2026-REV-2', '90001/2/26 REV 2', 'Ports may report.', { previousDocuments: '90009/26, 90001/26' });
  await serve('ST-90001-2026-ADD-1', '90001/26 ADD 1', 'An annex.');
  await serve('ST-90001-2026-EXT-1', '90001/26 EXT 1', 'Ports [DELETED] report.');
  await serve('ST-90002-2026-INIT', '90002/26', 'Ports can report.', { previousDocuments: '90001/1/26 REV 1' });
  await serve('ST-90003-2026-INIT', '90003/26', 'Orchards.', { previousDocuments: '90077/26' });
  await serve('ST-90004-2026-REV-1', '90004/1/26 REV 1', 'Alone.');
  await serve('ST-90005-2026-INIT', '90005/26', 'On its own.');
  place = await makePlace(host.origin, ['90001/26', '90002/26', '90003/26', '90004/26', '90005/26']);
  await place.watch(DAY);
});
afterAll(() => host.close());

const opened = async () => {
  const environment = { variables: {}, today: DAY, cwd: process.cwd(), isTerminal: false, out: () => {}, err: () => {} };
  const options = { root: place.root, settings: join(place.folder, 'settings.yaml'), corpus: join(place.folder, 'corpus') };
  return { opened: await open(environment, options), environment };
};
const names = async (words: string, of = previousOf): Promise<string[]> => (await of(words, await opened())).map(({ name }) => name);
const saved = async (name: string, ...spec: Parameters<typeof note>): Promise<string> => {
  const path = join(place.folder, name);
  await writeFile(path, await note(...spec));
  return path;
};

describe('the predecessor of an entry', () => {
  it('is named above what changed', async () => {
    const { out } = await place.run('2026-03-02', ['diff', '90001/1/26 REV 1', '--previous']);
    expect(out.split('\n')[0]).toBe('ST 90001/26 (the version before) → ST 90001/1/26 REV 1');
  });

  it.each([
    ['90001/1/26 REV 1', 'ST 90001/26 (the version before)', 'ST 90001/1/26 REV 1'],
    ['90001/2/26 REV 2', 'ST 90001/26 (its No. prev. doc.)', 'ST 90001/2/26 REV 2'],
    ['ST-90002-2026-INIT', 'ST 90001/1/26 REV 1 (its No. prev. doc.)', 'ST 90002/26'],
    ['90001/26 EXT 1', 'ST 90001/26 (the whole document)', 'ST 90001/26 EXT 1'],
    ['90001/26', 'ST 90001/26 EXT 1 (its partial release)', 'ST 90001/26'],
  ])('%s follows %s', async (words, before, itself) => {
    expect(await names(words)).toEqual([before, itself]);
  });

  it('is what a single argument is compared with, where git has no earlier state', async () => {
    expect(await names('ST-90002-2026-INIT', twoOf)).toEqual(['ST 90001/1/26 REV 1 (its No. prev. doc.)', 'ST 90002/26']);
    const { code, out } = await place.run(DAY, ['diff', '90001/1/26 REV 1', '--format', 'json']);
    expect(code).toBe(0);
    expect(JSON.parse(out).hunks).toContainEqual(expect.objectContaining({ old: 'shall', new: 'should' }));
  });

  it.each([
    ['90003/26', /cover names 90077\/26, which is not recorded\. Track it: pactwatch corpus add "90077\/26"/],
    ['90004/1/26 REV 1', /the version before is 90004\/26, of which no text is stored/],
    ['90005/26', /its cover names no document before it\. Or name the file/],
    ['90001/26 ADD 1', /its cover names no document before it/],
  ])('of %s is not known, and it says what was looked for', async (words, said) => {
    const error = await names(words).catch((reason: unknown) => reason as { message: string; remedy: string });
    expect(error).toMatchObject({ name: 'UsageError' });
    expect(error).not.toBeInstanceOf(Array);
    if (!Array.isArray(error)) expect(`${error.message}. ${error.remedy}`).toMatch(said);
  });
});

describe('the predecessor of a file', () => {
  it('is what its cover names, or the version before the number on it', async () => {
    const named = await saved('named.pdf', '90055/26', 'Ports can report.', { previousDocuments: '90002/26' });
    expect(await names(named)).toEqual(['ST 90002/26 (its No. prev. doc.)', named]);
    const third = await saved('third.pdf', '90001/3/26 REV 3', 'Ports must report.');
    expect(await names(third, twoOf)).toEqual(['ST 90001/2/26 REV 2 (the version before)', third]);
  });

  it('is, of several that the cover names, the one that is like it', async () => {
    const file = await saved('several.pdf', '90056/26', 'Ports can report.', { previousDocuments: '90077/26, 90002/26, 90003/26' });
    expect((await names(file))[0]).toBe('ST 90002/26 (its No. prev. doc.)');
  });

  it('without a cover has none', async () => {
    const path = join(place.folder, 'page.html');
    await writeFile(path, '<html><body><p>Ports report about boats that they see.</p></body></html>');
    await expect(names(path)).rejects.toThrow(/has no predecessor that is known, and no cover/);
  });
});

it('takes a text in the same language, and any other where there is none', async () => {
  const french = await makePlace(host.origin, ['90001/26'], { languages: ['en', 'fr'] });
  host.serve('ST-90001-2026-INIT', 'fr', await note('90001/26', 'Les ports doivent le dire.'));
  await french.watch(DAY);
  host.remove('ST-90001-2026-INIT', 'fr');
  const texts = join(french.root, 'snapshots/council-documents/texts');
  expect(await readdir(texts)).toContain('ST-90001-2026-INIT.fr.md');
  expect((await french.run(DAY, ['diff', '90001/1/26 REV 1', '--format', 'json'])).out).toContain('"shall"');
  await rm(join(texts, 'ST-90001-2026-INIT.en.md'));
  expect((await french.run(DAY, ['diff', '90001/1/26 REV 1', '--format', 'json'])).out).toContain('doivent');
  expect(await readFile(join(texts, 'ST-90001-2026-INIT.fr.md'), 'utf8')).toContain('doivent');
});

describe('which documents come before', () => {
  const earlier = (number: string, previousDocuments: readonly string[] = []): string[] =>
    candidatesOf({ reference: parseReference(number), cover: { previousDocuments } })
      .map(({ reference }) => printReference(reference))
      .filter((name) => !name.includes('EXT'));

  it.each([
    ['90001/26', []],
    ['90001/3/26 REV 3', ['90001/2/26 REV 2', '90001/1/26 REV 1', '90001/26']],
    ['90001/2/26 REV 2 ADD 2', ['90001/1/26 REV 1 ADD 2', '90001/26 ADD 2']],
    ['90001/26 ADD 1 REV 2', ['90001/26 ADD 1 REV 1', '90001/26 ADD 1']],
    ['90001/26 ADD 1', []],
    ['90001/1/26 REV 1 COR 1', []],
    ['90001/26 COR 1 REV 1', ['90001/26 COR 1']],
  ])('%s', (number, wanted) => expect(earlier(number)).toEqual(wanted));

  it('what the cover names first, there the same document before others, never itself', () => {
    expect(earlier('90001/2/26 REV 2', ['90007/26', '90001/26', '90001/1/26 REV 1', '90001/2/26 REV 2', '90001/26 ADD 1'])).toEqual([
      '90001/1/26 REV 1',
      '90001/26',
      '90001/26 ADD 1',
      '90007/26',
    ]);
    expect(earlier('90001/26 ADD 1', ['90007/26 + COR 1'])).toEqual(['90007/26', '90007/26 COR 1']);
  });

  it('the whole and its partial releases stand beside each other', () => {
    const all = (number: string) =>
      candidatesOf({ reference: parseReference(number), cover: null }).map(({ reference }) => printReference(reference));
    expect(all('90001/26 EXT 2')).toEqual(['90001/26', '90001/26 DCL 1', '90001/26 EXT 1']);
    expect(all('90001/26 DCL 1').at(-1)).toBe('90001/26');
    expect(all('90001/26 DCL 1')).toContain('90001/26 EXT 1');
  });
});
