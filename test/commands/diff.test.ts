// `pactwatch diff` as people use it on files of theirs: ways of comparing, formats, notes above the changes, and wrong use.

import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { drawnPdf, writtenBelow } from '../replica/drawn.ts';
import { makePlace, type Place } from '../support/place.ts';

const DAY = '2026-03-02';
let place: Place;
const file = async (name: string, content: string | Uint8Array): Promise<string> => {
  const path = join(place.folder, name);
  await writeFile(path, content);
  return path;
};
const diff = (...args: readonly string[]) => place.run(DAY, ['diff', ...args]);
const said = async (...args: readonly string[]): Promise<string> => {
  const { code, out, err } = await diff(...args);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  return out;
};

beforeAll(async () => {
  place = await makePlace('http://127.0.0.1:9', ['90001/26']);
});

const ARTICLES = (...articles: readonly string[]): string => articles.map((words, at) => `Article ${at + 1}\n\n1. ${words}\n`).join('\n');

describe('texts that people saved', () => {
  it('are compared line by line of theirs, in every format', async () => {
    const a = await file('old.txt', 'Ports shall report.\nBoats wait for the tide.\n');
    const b = await file('new.txt', 'Ports should report.\nBoats wait for the tide.\n');
    expect(await said(a, b)).toContain('@ legal force: −shall +should\nPorts [-shall-] {+should+} report.');
    expect(await said(a, b, '--format', 'side')).toMatch(/Ports \[-shall-\] report\. +│ Ports \{\+should\+\} report\./);
    expect(await said(a, b, '--format', 'markdown')).toContain('Ports ~~shall~~ **should** report.');
    expect(await said(a, b, '--format', 'html')).toContain('<ins>');
    expect(await said(a, b, '--format', 'patch')).toContain('\n-Ports shall report.\n+Ports should report.\n');
    expect(JSON.parse(await said(a, b, '--format', 'json'))).toMatchObject({
      equal: false,
      hunks: [{ weight: 3, aspects: ['legal force'] }],
    });
  });

  it('are told apart where only figures changed', async () => {
    const a = await file('figures-old.txt', 'In all 90 345 boats came.\nThe rest stays.\n');
    const b = await file('figures-new.txt', 'In all 90 543 boats came.\nThe rest stays.\n');
    expect(await said(a, b)).toMatch(/^Only figures changed: 90 345 became 90 543/);
  });

  it('have to be text', async () => {
    const a = await file('latin.txt', Uint8Array.from([0xe9, 0x20, 0x80]));
    expect(await diff(a, a)).toMatchObject({ code: 2, err: expect.stringContaining('latin.txt is no UTF-8 text') });
  });
});

describe('--by-article', () => {
  it('follows an article to its new number, and says which became which', async () => {
    const lamps = 'Keepers shall light the lamps of the harbour at nightfall and write it down.';
    const boats = 'Boats of more than nine metres shall carry a lantern at the bow when they go out.';
    const a = await file('act-old.txt', ARTICLES(lamps, boats));
    const b = await file(
      'act-new.txt',
      ARTICLES(lamps, 'The master of the harbour keeps a register of all ferries and their crews.', boats.replace('shall', 'may')),
    );
    const out = await said(a, b, '--by-article');
    expect(out).toContain('Article 2 → Article 3 renumbered, 1 word in, 1 out');
    expect(out).toMatch(/Article 2 new, \d+ words in/);
    expect(out).toMatch(/@ Article 3.* legal force: −shall \+may/);
  });
});

describe('--gaps', () => {
  it('says what was blacked out', async () => {
    const a = await file('leak.txt', 'The agency met [DELETED] on the pier.\nNothing else happened.\n');
    const b = await file('public.txt', 'The agency met two keepers of the northern lamp on the pier.\nNothing else happened.\n');
    const out = await said(a, b, '--gaps');
    expect(out).toMatch(/^1 gap:\n“two keepers of the northern lamp” was blacked out/);
    expect(out).toContain('@ was blacked out\n');
    expect(await said(b, b, '--gaps')).toContain('Neither text has a gap');
  });
});

describe('--marks', () => {
  const CONVENTION = 'Additions are marked in bold and deletions in strikethrough.';
  const drawn = (lines: readonly string[]) => drawnPdf([writtenBelow(lines, [57, 70], { size: 11 })]);

  it('reads a draft as its own diff', async () => {
    const draft = await file('draft.pdf', await drawn([CONVENTION, 'Keepers ~~shall~~ **should** light their lamps at nightfall.']));
    const out = await said(draft, '--marks');
    expect(out).toContain('Keepers [-shall-] {+should+} light their lamps at nightfall.');
    expect(out.split('\n\n')[0]).toMatch(/bold/);
  });

  it('never takes a text without marks for one in which nothing changed', async () => {
    const plain = await file('plain.pdf', await drawn(['Keepers light their lamps at nightfall.']));
    const { code, out, err } = await diff(plain, '--marks');
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain('plain.pdf');
  });

  it('are held against what really changed', async () => {
    const before = await file(
      'before.pdf',
      await drawn([
        CONVENTION,
        'Keepers shall light their lamps at nightfall.',
        'Boats wait for the tide near the long pier.',
        'Ferries carry nine lamps.',
      ]),
    );
    const after = await file(
      'after.pdf',
      await drawn([
        CONVENTION,
        'Keepers ~~shall~~ **should** light their lamps at nightfall.',
        'Boats must wait for the tide near the long pier.',
        'Ferries carry nine lamps.',
      ]),
    );
    const out = await said(before, after);
    expect(out).toMatch(/^1 of 2 changes is not marked\./);
    expect(out).toMatch(/Not marked.*must/);
  });
});

describe('--reservations', () => {
  it('follows who has which', async () => {
    const a = await file('reservations-old.txt', 'Article 1\n\n1. Keepers shall report. [DE, FR: scrutiny reservation]\n');
    const b = await file('reservations-new.txt', 'Article 1\n\n1. Keepers shall report. [DE, HU: scrutiny reservation]\n');
    const out = await said(a, b, '--reservations');
    expect(out).toMatch(/FR +no longer mentioned/);
    expect(out).toMatch(/HU +new/);
    expect(await said(a, b, '--reservations', '--format', 'markdown')).toMatch(/\| HU \| new/);
    expect(JSON.parse(await said(a, b, '--reservations', '--format', 'json')).reservations).toHaveLength(3);
  });
});

describe('wrong use', () => {
  it('of a file that is not there is said as that', async () => {
    expect(await diff('nowhere.pdf', './nor-here')).toMatchObject({
      code: 2,
      err: expect.stringContaining('there is no file nowhere.pdf'),
    });
  });

  it.each([
    [['a.txt', 'b.txt', '--gaps', '--by-article'], '--by-article and --gaps are two ways of comparing'],
    [['a.txt', 'b.txt', '--marks'], '--marks reads one document'],
    [['a.txt', 'b.txt', '--previous'], '--previous looks for the other document itself'],
    [['a.txt', '--latest'], '--latest goes with --marks'],
    [['a.txt', 'b.txt', '--gaps', '--format', 'patch'], 'a patch is of two whole texts'],
    [['a.txt', 'b.txt', '--reservations', '--format', 'side'], 'reservations cannot be had as side'],
  ])('%j is refused by name, and nothing is done', async (args, message) => {
    expect(await diff(...args)).toMatchObject({ code: 2, out: '', err: expect.stringContaining(message) });
  });
});
