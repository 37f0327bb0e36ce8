// A change of our extraction is not a change of theirs.

import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { textSha256 } from '../../pipeline/extract/text.ts';
import { parseTextFile } from '../../pipeline/textfile.ts';
import { councilPdf } from '../replica/documents.ts';
import { type Host, startHost } from '../replica/host.ts';
import { makePlace, type Place } from '../support/place.ts';

const ID = 'ST-90001-2026-INIT';
let host: Host;
let place: Place;

const serve = async (sentence: string, producerNote = ''): Promise<void> => {
  const spec = { number: '90001/26', date: '3 February 2026', subject: 'Lamps', paragraphs: [sentence], producerNote };
  host.serve(ID, 'en', await councilPdf(spec));
};

const shaOf = (source: string): string => {
  const text = parseTextFile(source);
  return text === null ? '' : textSha256(text);
};

/** What is stored is made to look as if an older extractor had written it, which saw other words. */
const age = async (): Promise<void> => {
  const folder = `${place.root}/snapshots/council-documents`;
  const file = `${folder}/texts/${ID}.en.md`;
  const now = await readFile(file, 'utf8');
  const then = now.replace(/^extractor: \d+$/m, 'extractor: 0').replace('burns', 'bums');
  expect(shaOf(then)).not.toBe(shaOf(now));
  await writeFile(file, then);
  const entries = await readFile(`${folder}/entries.json`, 'utf8');
  await writeFile(`${folder}/entries.json`, entries.replace(shaOf(now), shaOf(then)));
};

beforeEach(async () => {
  host = await startHost();
  await serve('One lamp burns.');
  place = await makePlace(host.origin, ['90001/26']);
  await place.watch('2026-03-02');
});
afterEach(() => host.close());

it('a newer extractor re-records texts without a word', async () => {
  const before = await place.files();
  await age();
  expect((await place.watch('2026-03-03')).summary.findings).toEqual([]);
  expect(await place.files()).toEqual(before);
});

it('does so where the files as last fetched are lost', async () => {
  const before = await place.files();
  await age();
  await rm(`${place.root}/.pactwatch`, { recursive: true });
  expect((await place.watch('2026-03-03')).summary.findings).toEqual([]);
  expect(await place.files()).toEqual(before);
});

it('other bytes with the same words are no change even then', async () => {
  await age();
  await serve('One lamp burns.', 'printed again');
  const { summary } = await place.watch('2026-03-03');
  expect(summary.findings).toEqual([]);
  expect(summary.watchers[0]?.looks).toContainEqual(expect.objectContaining({ entry: ID, outcome: 'bytes' }));
});

it('other words are told as what changed in the document, and nothing else', async () => {
  await age();
  await serve('Two lamps burn.');
  const { summary } = await place.watch('2026-03-03');
  expect(summary.findings.map(({ kind }) => kind)).toEqual(['replaced']);
  const [report = ''] = (await place.reports()).filter((name) => name.startsWith('replaced'));
  const body = (await place.files())[`root/reports/council-documents/${report}`] ?? '';
  expect(body).toMatch(/One lamp burns/);
  expect(body).not.toMatch(/bums/);
});

it('a word that only the older extractor read, and that is in the new file, is told', async () => {
  await age();
  // As today's extractor reads the old file, the lamp burns; the older one read what the new file says.
  await serve('One lamp bums.');
  expect((await place.watch('2026-03-03')).summary.findings.map(({ kind }) => kind)).toEqual(['replaced']);
});

it('files as last fetched that cannot be kept or read are no fault of the source', async () => {
  await rm(`${place.root}/.pactwatch/fetched`, { recursive: true });
  await writeFile(`${place.root}/.pactwatch/fetched`, 'no folder');
  await serve('Two lamps burn.');
  const { code, summary } = await place.watch('2026-03-03');
  expect(code).toBe(0);
  expect(summary.findings.map(({ kind }) => kind)).toEqual(['replaced']);
});

it('a damaged folder of another watcher hides nothing, and lets nothing be dropped', async () => {
  await mkdir(`${place.root}/snapshots/other`);
  await writeFile(`${place.root}/snapshots/other/entries.json`, '{');
  await serve('Two lamps burn.');
  expect((await place.watch('2026-03-03')).summary.findings).toHaveLength(1);
  expect(await readdir(`${place.root}/.pactwatch/fetched`)).toHaveLength(2);
});

it('keeps of the files as last fetched only what is known', async () => {
  await serve('Two lamps burn.');
  await place.watch('2026-03-03');
  expect(await readdir(`${place.root}/.pactwatch/fetched`)).toHaveLength(1);
});
