// Earlier states, from real git.

import { execFile } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TextDiff } from '../../pipeline/types.ts';
import { councilPdf } from '../replica/documents.ts';
import { type Host, startHost } from '../replica/host.ts';
import { makePlace, type Place, runHere } from '../support/place.ts';

const execute = promisify(execFile);
const DAY1 = '2026-03-02';
let host: Host;
let place: Place;

const note = (sentence: string) => councilPdf({ number: '90001/26', date: '3 February 2026', subject: 'A note', paragraphs: [sentence] });
const git = (folder: string, ...args: string[]) =>
  execute('git', ['-C', folder, '-c', 'user.name=t', '-c', 'user.email=t@example.org', '-c', 'commit.gpgsign=false', ...args], {
    env: { PATH: process.env.PATH ?? '', GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_SYSTEM: '/dev/null' },
  });
const commit = async (day: string, root = place.root) => {
  await git(root, 'add', '-A', 'snapshots');
  const date = `${day}T04:00:00Z`;
  await execute(
    'git',
    [
      '-C',
      root,
      '-c',
      'user.name=t',
      '-c',
      'user.email=t@example.org',
      '-c',
      'commit.gpgsign=false',
      'commit',
      '-q',
      '-m',
      `[data] ${day}`,
      '--date',
      date,
    ],
    {
      env: { PATH: process.env.PATH ?? '', GIT_COMMITTER_DATE: date, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_SYSTEM: '/dev/null' },
    },
  );
};

/** Another root with the settings and corpus of the place. */
const elsewhere = (root: string) => [
  '--root',
  root,
  '--settings',
  join(place.folder, 'settings.yaml'),
  '--corpus',
  join(place.folder, 'corpus'),
];

beforeAll(async () => {
  host = await startHost();
  host.serve('ST-90001-2026-INIT', 'en', await note('Ports shall report.'));
  place = await makePlace(host.origin, ['90001/26']);
  await place.watch(DAY1);
  await git(place.root, 'init', '-q', '-b', 'main');
  await commit(DAY1);
  host.serve('ST-90001-2026-INIT', 'en', await note('Ports may report.'));
  await place.watch('2026-03-05');
  await commit('2026-03-05');
});
afterAll(() => host.close());

/** What `diff` calls changed. */
const words = async (...names: string[]): Promise<string[]> => {
  const { out } = await place.run(DAY1, ['diff', ...names, '--format', 'json']);
  return (JSON.parse(out) as TextDiff).hunks.map((hunk) => `${hunk.old} → ${hunk.new}`);
};
const history = async (where: Place = place) => (await where.run(DAY1, ['history', '90001/26'])).out;

describe('versions', () => {
  it('history lists them, newest first, with what each changed', async () => {
    const rows = (await history()).split('\n');
    expect(rows[0]).toBe('ST-90001-2026-INIT, first seen 2026-03-02');
    expect(rows[1]).toMatch(/ST-90001-2026-INIT\.en\.md$/);
    expect(rows[2]).toMatch(/^ {2}2026-03-05 {2}[0-9a-f]{12} {2}1 word in, 1 out; substance: legal force: −shall \+may$/);
    expect(rows[3]).toMatch(/^ {2}2026-03-02 {2}[0-9a-f]{12} {2}first recorded, \d+ words$/);
    expect(rows.slice(4)).toEqual(['']);
  });

  it('history gives machines the same', async () => {
    const { texts } = JSON.parse((await place.run(DAY1, ['history', '90001/26', '--json'])).out);
    expect(texts[0].shallow).toBe(false);
    expect(texts[0].versions).toEqual([
      {
        commit: expect.stringMatching(/^[0-9a-f]{40}$/),
        date: '2026-03-05',
        summary: expect.stringContaining('1 word in'),
        why: 'legal force: −shall +may',
      },
      { commit: expect.any(String), date: '2026-03-02', summary: expect.stringMatching(/^first recorded/), why: null },
    ]);
  });

  it('diff of an entry shows its last change', async () => {
    expect((await place.run(DAY1, ['diff', '90001/26'])).out).toContain('Ports [-shall-] {+may+} report.');
  });

  it('diff of an entry passes over a commit in which only its bytes changed', async () => {
    host.serve(
      'ST-90001-2026-INIT',
      'en',
      await councilPdf({
        number: '90001/26',
        date: '3 February 2026',
        subject: 'A note',
        paragraphs: ['Ports may report.'],
        producerNote: 'again',
      }),
    );
    await place.watch('2026-03-06');
    expect(await history()).toMatch(/\n {2}not committed {13}facts only: sha256\n {2}2026-03-05/);
    await commit('2026-03-06');
    expect((await place.run(DAY1, ['diff', '90001/26'])).out).toContain('Ports [-shall-] {+may+} report.');
    expect(await history()).toMatch(/\n {2}2026-03-06 {2}[0-9a-f]{12} {2}facts only: sha256\n {2}2026-03-05 .*1 word in/);
  });

  it('diff takes a state by its day', async () => {
    const { out } = await place.run(DAY1, ['diff', 'ST-90001-2026-INIT@2026-03-04', 'ST-90001-2026-INIT', '--format', 'json']);
    expect(JSON.parse(out)).toMatchObject({ equal: false, hunks: [{ old: 'shall', new: 'may' }] });
    expect(await place.run(DAY1, ['diff', 'ST-90001-2026-INIT@2026-03-01', 'ST-90001-2026-INIT'])).toMatchObject({
      code: 2,
      err: expect.stringContaining('2026-03-02'),
    });
  });

  it('diff of two files needs no entry', async () => {
    const [a, b] = [join(place.folder, 'a.pdf'), join(place.folder, 'b.pdf')];
    await writeFile(a, await note('Ports shall report.'));
    await writeFile(b, await note('Ports shall always report.'));
    expect((await place.run(DAY1, ['diff', a, b])).out).toContain('{+always+}');
    expect((await place.run(DAY1, ['diff', a, a])).out).toMatch(
      /^Words, drafting marks and pages are the same[^\n]*\n\nNo difference in the text\.\n$/,
    );
  });

  it('takes days of both arguments, and of a single one', async () => {
    const id = 'ST-90001-2026-INIT';
    expect(await words(`${id}@2026-03-02`, `${id}@2026-03-05`)).toEqual(['shall → may']);
    expect(await words(`${id}@2026-03-05`, `${id}@2026-03-02`)).toEqual(['may → shall']);
    expect(await words('90001/26@2026-03-02')).toEqual(['shall → may']);
    expect(await place.run(DAY1, ['diff', `${id}@soon`])).toMatchObject({ code: 2, err: expect.stringContaining('"soon" is not a day') });
  });

  it('a root that is a subfolder of its repository has the same history', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'pactwatch-below-'));
    await cp(join(place.root, 'snapshots'), join(folder, 'below/data/snapshots'), { recursive: true });
    await git(folder, 'init', '-q', '-b', 'main');
    await git(folder, 'add', '.');
    await git(folder, 'commit', '-q', '-m', 'moved');
    const { out } = await runHere(['history', '90001/26', ...elsewhere(join(folder, 'below/data'))], DAY1, {});
    expect(out).toMatch(/\n {2}\d{4}-\d\d-\d\d {2}[0-9a-f]{12} {2}first recorded, \d+ words\n$/);
    const { out: same } = await runHere(['diff', '90001/26@2099-01-01', '90001/26', ...elsewhere(join(folder, 'below/data'))], DAY1, {});
    expect(same).toContain('No difference');
  });

  it('a shallow clone is told apart from missing history', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'pactwatch-shallow-'));
    await git(folder, 'clone', '-q', '--depth', '1', `file://${place.root}`, 'clone');
    const there = elsewhere(join(folder, 'clone'));
    const run = (...args: string[]) => runHere([...args, ...there], DAY1, {});
    expect((await run('history', '90001/26')).out).toMatch(
      /2026-03-06 .*the oldest in this clone, \d+ words[\s\S]*shallow: "git fetch --unshallow" brings older/,
    );
    expect(await run('diff', '90001/26')).toMatchObject({
      code: 2,
      err: expect.stringMatching(/one version only in this clone[\s\S]*--unshallow/),
    });
    expect(await run('diff', '90001/26@2026-03-03', '90001/26')).toMatchObject({
      code: 2,
      err: expect.stringMatching(/no version of 2026-03-03 or before in this clone\. .*shallow.*--unshallow.*2026-03-06/),
    });
    expect((await run('diff', '90001/26@2026-03-07', '90001/26')).out).toContain('No difference');
  });

  it('a text that was taken away has no state after that, and one before', async () => {
    const gone = await place.copy();
    const path = 'snapshots/council-documents/texts/ST-90001-2026-INIT.en.md';
    await rm(join(gone.root, path));
    await commit('2026-03-08', gone.root);
    expect(await gone.run(DAY1, ['diff', '90001/26@2026-03-09', '90001/26@2026-03-05'])).toMatchObject({
      code: 2,
      err: expect.stringMatching(/no text on 2026-03-09.*taken away on 2026-03-08/),
    });
    expect((await gone.run(DAY1, ['diff', '90001/26@2026-03-02', '90001/26@2026-03-05', '--format', 'json'])).out).toContain('"shall"');
    expect((await gone.run(DAY1, ['diff', '90001/26'])).err).toContain('has no text');
    expect(await history(gone)).toMatch(/2026-03-08 .* its text was taken away\n/);
  });

  it('an entry that is not committed yet has no days', async () => {
    const other = await makePlace(host.origin, ['90001/26']);
    await other.watch(DAY1);
    await git(other.root, 'init', '-q', '-b', 'main');
    await git(other.root, 'commit', '-q', '--allow-empty', '-m', 'empty');
    expect(await other.run(DAY1, ['diff', '90001/26@2026-03-05', '90001/26'])).toMatchObject({
      code: 2,
      err: expect.stringContaining('not committed yet'),
    });
    expect(await history(other)).toMatch(/\n {2}not committed {13}first recorded, \d+ words\n$/);
  });

  it('compares the newest fifty, and all when told to', async () => {
    const long = await place.copy();
    const path = join(long.root, 'snapshots/council-documents/texts/ST-90001-2026-INIT.en.md');
    const source = await readFile(path, 'utf8');
    for (let n = 0; n < 51; n += 1) {
      await writeFile(path, source.replace(/sha256: \w+/, `sha256: n${n}`));
      await git(long.root, 'commit', '-q', '-a', '-m', 'again');
    }
    const out = await history(long);
    const rows = out.split('\n').filter((row) => /^ {2}\d{4}-/.test(row));
    expect(rows.filter((row) => row.endsWith('facts only: sha256'))).toHaveLength(50);
    expect(rows.at(-1)).toMatch(/^ {2}2026-03-02 {2}[0-9a-f]{12}$/);
    expect(out).toContain('The newest 50 versions are compared; all are with --all.');
    const { out: all } = await long.run(DAY1, ['history', '90001/26', '--all']);
    expect(all).not.toContain('--all');
    expect(all.split('\n').filter((row) => row.endsWith('facts only: sha256')).length).toBeGreaterThan(50);
  });
});

it('without git history says what is needed', async () => {
  const bare = await makePlace(host.origin, ['90001/26']);
  await bare.watch(DAY1);
  expect(await bare.run(DAY1, ['history', '90001/26'])).toMatchObject({ code: 1, err: expect.stringContaining('repository') });
});
