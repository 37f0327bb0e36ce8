// Earlier states, from real git.

import { execFile } from 'node:child_process';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
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
const commit = async (day: string) => {
  await git(place.root, 'add', 'snapshots');
  const date = `${day}T04:00:00Z`;
  await execute(
    'git',
    [
      '-C',
      place.root,
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

describe('versions', () => {
  it('history lists them, newest first', async () => {
    const { out } = await place.run(DAY1, ['history', '90001/26']);
    expect(out).toMatch(/ST-90001-2026-INIT\.en\.md\n {2}2026-03-05 {2}[0-9a-f]{12}\n {2}2026-03-02 {2}[0-9a-f]{12}\n$/);
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
    await commit('2026-03-06');
    expect((await place.run(DAY1, ['diff', '90001/26'])).out).toContain('Ports [-shall-] {+may+} report.');
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
    expect((await place.run(DAY1, ['diff', a, a])).out).toBe('No difference in the text.\n');
  });

  it('a shallow clone is told apart from missing history', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'pactwatch-shallow-'));
    await git(folder, 'clone', '-q', '--depth', '1', `file://${place.root}`, 'clone');
    const where = [
      '--root',
      join(folder, 'clone'),
      '--settings',
      join(place.folder, 'settings.yaml'),
      '--corpus',
      join(place.folder, 'corpus'),
    ];
    const { out } = await runHere(['history', '90001/26', ...where], DAY1, {});
    expect(out).toMatch(/2026-03-06[\s\S]*shallow: older versions may exist/);
  });
});

it('without git history says what is needed', async () => {
  const bare = await makePlace(host.origin, ['90001/26']);
  await bare.watch(DAY1);
  expect(await bare.run(DAY1, ['history', '90001/26'])).toMatchObject({ code: 1, err: expect.stringContaining('repository') });
});
