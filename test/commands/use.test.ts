// Wrong use, wrong files, and what the commands say to people and machines.

import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { councilPdf } from '../replica/documents.ts';
import { startGitHub } from '../replica/github.ts';
import { type Host, startHost } from '../replica/host.ts';
import { makePlace, type Place, runHere } from '../support/place.ts';

const [DAY1, DAY2] = ['2026-03-02', '2026-03-03'];
let host: Host;
let place: Place;

const note = (number: string, sentence: string) =>
  councilPdf({ number, date: '3 February 2026', codes: ['MIGR 901'], subject: 'A note', paragraphs: [sentence] });

beforeAll(async () => {
  host = await startHost();
});
afterAll(() => host.close());
beforeEach(async () => {
  host.serve('ST-90001-2026-INIT', 'en', await note('90001/26', 'Ports shall report.'));
  host.requests.length = 0;
  place = await makePlace(host.origin, ['90001/26']);
});

describe('wrong use ends with 2, says what to do, and does nothing', () => {
  it.each([
    [['wach'], 'watch'],
    [['watch', 'council-dokuments'], 'council-documents'],
    [['file'], '--to'],
    [['file', '--to', 'nowhere'], 'folder:'],
    [['file', '--to', 'github'], 'GITHUB_TOKEN'],
    [['file', '--to', 'folder:x', '--max', 'many'], 'whole number'],
    [['show', 'ST-1-2026-INIT'], 'watch'],
    [['diff', 'nowhere.pdf'], 'nowhere.pdf'],
    [['diff', 'a', 'b', '--format', 'poem'], 'words'],
    [['extract', 'nowhere.pdf'], 'nowhere.pdf'],
    [['corpus', 'add', 'thirteen'], '13901/23'],
  ])('%j', async (args, remedy) => {
    const { code, err, out } = await place.run(DAY1, args);
    expect(code).toBe(2);
    expect(err).toContain(remedy);
    expect(out).toBe('');
    expect(host.requests).toEqual([]);
    expect(await place.files()).toEqual({});
  });

  it('an unknown day, or origins that are none', async () => {
    expect(await place.run('soon', ['watch'])).toMatchObject({ code: 2, err: expect.stringContaining('2026-01-31') });
    expect(await place.run(DAY1, ['watch'], { PACTWATCH_ORIGINS: '{"data.consilium.europa.eu": 1}' })).toMatchObject({
      code: 2,
      err: expect.stringContaining('PACTWATCH_ORIGINS'),
    });
  });

  it('no contact for a site that is asked for real', async () => {
    const { code, err } = await place.run(DAY1, ['watch'], { PACTWATCH_ORIGINS: '{}' });
    expect(code).toBe(2);
    expect(err).toContain('contact: you@example.org');
  });

  it('everything wrong in settings and corpus is told at once', async () => {
    await writeFile(join(place.folder, 'settings.yaml'), 'contact: me@example.org\nmaners: {}\nwatchers:\n  council-x: {}\n');
    await writeFile(join(place.folder, 'corpus/council-2-26.yaml'), 'id: council-2-26\nkind: council-document\n');
    const { code, err } = await place.run(DAY1, ['watch']);
    expect(code).toBe(2);
    expect(err).toMatch(/settings\.yaml:2 +maners: /);
    expect(err).toMatch(/council-2-26\.yaml:\d+ +title: /);
    expect(host.requests).toEqual([]);
  });
});

describe('watch', () => {
  it('--dry-run looks and writes nothing', async () => {
    await place.watch(DAY1);
    const before = await place.files();
    host.serve('ST-90001-2026-REV-1', 'en', await note('90001/1/26 REV 1', 'Ports should report.'));
    const { code, out } = await place.run(DAY2, ['watch', '--dry-run']);
    expect(code).toBe(0);
    expect(out).toMatch(/new-version: 90001\/1\/26 REV 1.*\n +would write reports\//);
    expect(await place.files()).toEqual(before);
    host.remove('ST-90001-2026-REV-1', 'en');
  });

  it('--json prints the documented object and nothing else', async () => {
    const { summary } = await place.watch(DAY1);
    expect(Object.keys(summary)).toEqual(['watchers', 'findings', 'failures']);
    expect(Object.keys(summary.watchers[0] ?? {})).toEqual(['id', 'outcome', 'error', 'requests', 'looks']);
    expect(summary.watchers[0]?.looks[0]).toEqual({
      entry: 'ST-90001-2026-INIT',
      url: 'https://data.consilium.europa.eu/doc/document/ST-90001-2026-INIT/en/pdf',
      outcome: 'new',
      reason: expect.any(String),
    });
  });

  it('under Actions annotates findings and failures, in one line each, and adds a table to the summary', async () => {
    await place.watch(DAY1);
    host.serve(
      'ST-90001-2026-INIT',
      'en',
      await councilPdf({
        number: '90001/26',
        date: '3 February 2026',
        subject: 'A ::error:: note | <b>',
        paragraphs: ['Ports may report.'],
      }),
    );
    const path = join(place.folder, 'summary.md');
    const { err } = await place.run(DAY2, ['watch'], { GITHUB_ACTIONS: 'true', GITHUB_STEP_SUMMARY: path });
    expect(err.split('\n').filter((line) => line.startsWith('::'))).toEqual([
      expect.stringMatching(/^::notice title=replaced::(?!.*::).*90001\/26/),
    ]);
    expect(await readFile(path, 'utf8')).toMatch(/\| council-documents \| ok \| \d+ \|[\s\S]*\| replaced \| reports\/council-documents\//);
  });
});

describe('file', () => {
  it('makes the issues in a folder once, and says when there is nothing to do', async () => {
    await place.watch(DAY1);
    const to = ['file', '--to', `folder:${join(place.folder, 'issues')}`];
    expect((await place.run(DAY1, [...to, '--dry-run'])).out).toContain('Would do');
    expect(await readdir(place.folder)).not.toContain('issues');
    expect((await place.run(DAY1, to)).out).toContain('new issue: council-documents: first look recorded');
    expect((await place.run(DAY1, to)).out).toBe('Nothing to file.\n');
    expect(await place.report('baseline-')).toMatch(/^issue: .*issues\/0001-.*\.md$/m);
  });

  it('takes nothing for filed on GitHub that only went into a folder', async () => {
    const github = await startGitHub();
    try {
      await place.watch(DAY1);
      await place.run(DAY1, ['file', '--to', `folder:${join(place.folder, 'issues')}`]);
      const variables = { GITHUB_TOKEN: 'secret-token', GITHUB_REPOSITORY: 'o/r', GITHUB_API_URL: github.url };
      expect((await place.run(DAY1, ['file', '--to', 'github', '--dry-run'], variables)).out).toContain(
        'new issue: council-documents: first look recorded',
      );
    } finally {
      await github.close();
    }
  });

  it('makes them on GitHub, with the token of the environment and the address written back', async () => {
    const github = await startGitHub();
    try {
      await place.watch(DAY1);
      const variables = { GITHUB_TOKEN: 'secret-token', GITHUB_REPOSITORY: 'o/r', GITHUB_API_URL: github.url };
      const { code, out, err } = await place.run(DAY1, ['file', '--to', 'github'], variables);
      expect({ code, err }).toEqual({ code: 0, err: '' });
      expect(out).toContain('new issue: council-documents: first look recorded');
      expect(github.issues.map((issue) => issue.title)).toEqual([
        expect.stringContaining('first look recorded'),
        'Pactwatch: state of the sources',
      ]);
      expect(await place.report('baseline-')).toMatch(/^issue: http/m);
      expect(`${out}${err}`).not.toContain('secret-token');
    } finally {
      await github.close();
    }
  });
});

describe('status, show, check, extract', () => {
  it('status tells sources, waiting reports and promises past their date', async () => {
    await place.watch(DAY1);
    await mkdir(join(place.folder, 'corpus'), { recursive: true });
    const { out } = await place.run(DAY2, ['status']);
    expect(out).toMatch(/^council-documents: works\n {2}1 entry, .*0 passed over$/m);
    expect(out).toContain('baseline: council-documents: first look recorded');
    const real = await runHere(['status', '--json', '--root', place.root], '2026-11-21', {});
    const { promises } = JSON.parse(real.out) as { promises: { what: string; due: string }[] };
    const due = promises.map((p) => `${p.due} ${p.what.split(':')[0]}`);
    expect(due).toEqual(expect.arrayContaining(['2023-12 I.1', '2024-06 III.3']));
    expect(due.join(' ')).not.toMatch(/INT\.1|V\.1\b/);
  });

  it('show gives facts and text, by number as well as by id', async () => {
    await place.watch(DAY1);
    const { out } = await place.run(DAY1, ['show', '90001/26']);
    expect(out).toContain('ST-90001-2026-INIT  public\nA note\n');
    expect(out).toContain('Ports shall report.');
    expect(JSON.parse((await place.run(DAY1, ['show', 'ST-90001-2026-INIT', '--json'])).out)).toMatchObject({
      watcher: 'council-documents',
      entry: { id: 'ST-90001-2026-INIT' },
    });
  });

  it('check is content after a run, and names a text that somebody edited', async () => {
    await place.watch(DAY1);
    expect(await place.run(DAY1, ['check'])).toMatchObject({ code: 0 });
    const path = join(place.root, 'snapshots/council-documents/texts/ST-90001-2026-INIT.en.md');
    await writeFile(path, (await readFile(path, 'utf8')).replace('Ports shall', 'Ports need not'));
    const { code, err } = await place.run(DAY1, ['check']);
    expect(code).toBe(1);
    expect(err).toContain('texts/ST-90001-2026-INIT.en.md');
    await writeFile(join(place.root, 'snapshots/council-documents/entries.json'), '[{');
    expect(await place.run(DAY1, ['check'])).toMatchObject({ code: 1, err: expect.stringContaining('git checkout') });
  });

  it('extract gives text to people and the documented object to machines', async () => {
    const path = join(place.folder, 'a.pdf');
    await writeFile(path, await note('90001/26', 'Ports shall report.'));
    expect((await place.run(DAY1, ['extract', path])).out).toMatch(/# number: 90001\/26[\s\S]*\nPorts shall report\.\n/);
    const text = JSON.parse((await place.run(DAY1, ['extract', path, '--json'])).out);
    expect(text).toMatchObject({
      kind: 'pdf',
      pages: 1,
      cover: { number: '90001/26', date: '2026-02-03', subjectCodes: ['MIGR 901'], subject: 'A note' },
      facts: [],
    });
    expect(text.blocks.at(-1)).toEqual({ kind: 'paragraph', page: 1, text: 'Ports shall report.', marked: 'Ports shall report.' });
    await writeFile(path, 'no pdf at all');
    expect(await place.run(DAY1, ['extract', path])).toMatchObject({ code: 1, err: expect.stringContaining('a.pdf') });
  });
});

describe('corpus', () => {
  it('add writes a file that is right, and does not write over one', async () => {
    const add = (...args: string[]) => place.run(DAY1, ['corpus', 'add', ...args]);
    expect((await add('WK 90003/2026 ADD 1', '--dry-run')).out).toContain('id: council-wk-90003-2026');
    expect(await add('8261/1/26 REV 1')).toMatchObject({ code: 0 });
    expect(await readFile(join(place.folder, 'corpus/council-8261-26.yaml'), 'utf8')).toContain('8261/1/26 REV 1');
    expect(await add('ST 8261/26')).toMatchObject({ code: 2, err: expect.stringContaining('there already') });
    expect(await place.run(DAY1, ['corpus', 'check'])).toMatchObject({ code: 0, out: expect.stringContaining('2 tracked texts') });
  });
});
