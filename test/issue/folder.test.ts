import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { IssueError } from '../../pipeline/errors.ts';
import { openFolder } from '../../pipeline/issue/folder.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pactwatch-issues-'));
});
afterEach(() => rm(folder, { recursive: true }));

const made = { title: '90003/99 became public: State of play', body: 'One sentence.\n', labels: ['pactwatch', 'kind: access'] };

test('an issue is one file: front matter, then the body as GitHub would get it', async () => {
  const target = openFolder(folder);
  const { number, url } = await target.create(made);
  expect([number, url]).toEqual([1, join(folder, '0001-90003-99-became-public-state-of-play.md')]);
  expect(await readFile(url, 'utf8')).toBe(`---
number: 1
title: "90003/99 became public: State of play"
labels:
  - pactwatch
  - "kind: access"
state: open
---

One sentence.
`);
  expect(await target.list()).toEqual([{ ...made, number, url, state: 'open' }]);
});

test('comments stand beside their issue, in order', async () => {
  const target = openFolder(folder);
  await target.create(made);
  await target.create({ ...made, title: made.title });
  const [first, second] = await target.list();
  if (first === undefined || second === undefined) throw new Error('two issues were made');
  for (let n = 1; n <= 11; n += 1) await target.comment(first, `comment ${n}\n`);
  expect(await target.comments(first)).toEqual(Array.from({ length: 11 }, (_, i) => `comment ${i + 1}\n`));
  expect(await target.comments(second)).toEqual([]);
  expect(await readdir(folder)).toContain('0001-90003-99-became-public-state-of-play.comment-11.md');
  expect(await target.list()).toHaveLength(2);
});

test('update and close change the file in place', async () => {
  const target = openFolder(folder);
  await target.create(made);
  const [issue] = await target.list();
  if (issue === undefined) throw new Error('an issue was made');
  await target.update(issue, { title: 'Another title', body: 'Other words.\n' });
  const [updated] = await target.list();
  expect(updated).toEqual({ ...issue, title: 'Another title', body: 'Other words.\n' });
  await target.close(updated ?? issue);
  expect(await target.list()).toEqual([{ ...updated, state: 'closed' }]);
  expect(await readdir(folder)).toHaveLength(1);
});

test('numbers go on from what is there, and no title leaves the folder', async () => {
  const target = openFolder(folder);
  await writeFile(join(folder, '0041-old.md'), '---\nnumber: 41\ntitle: Old\nlabels: []\nstate: closed\n---\n\nOld.\n');
  for (const title of ['../../etc/passwd', '…', 'Überprüfung', 'x'.repeat(300)]) await target.create({ ...made, title });
  expect(await readdir(folder)).toEqual([
    '0041-old.md',
    '0042-etc-passwd.md',
    '0043-issue.md',
    '0044-uberprufung.md',
    `0045-${'x'.repeat(60)}.md`,
  ]);
});

test('a missing folder has no issues; a damaged file is an error, never a shorter list', async () => {
  expect(await openFolder(join(folder, 'none')).list()).toEqual([]);
  await writeFile(join(folder, '0001-x.md'), 'No front matter.');
  await expect(openFolder(folder).list()).rejects.toThrow(IssueError);
  await expect(openFolder(folder).list()).rejects.toMatchObject({ code: 'incomplete-list', at: join(folder, '0001-x.md') });
});
