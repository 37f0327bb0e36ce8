import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { IssueError } from '../../pipeline/errors.ts';
import { issueBody } from '../../pipeline/issue/body.ts';
import { type GitHubSettings, openGitHub } from '../../pipeline/issue/github.ts';
import { type Fault, type Replica, type StoredIssue, startGitHub } from '../replica/github.ts';
import { report } from '../report/samples.ts';

const TOKEN = 'secret-token';
const CREATE = /^POST .*\/issues$/;
const COMMENT = /^POST .*\/comments$/;
const LIST = /^GET .*\/issues\?/;
const SECOND_PAGE = /^GET .*\/issues\?.*&page=2/;

let github: Replica;
let told: string[];
beforeEach(async () => {
  told = [];
  github = await startGitHub();
});
afterEach(() => github.close());

const open = (change: Partial<GitHubSettings> = {}) =>
  openGitHub({ token: TOKEN, owner: 'o', repo: 'r', apiUrl: github.url, onWait: (message) => told.push(message), second: 1, ...change });

const draft = (key: string) => ({ title: `Title of ${key}`, body: issueBody([report(key)], null), labels: ['pactwatch', 'kind: access'] });
const stored = (number: number, change: Partial<StoredIssue> = {}): StoredIssue => ({
  number,
  title: `Issue ${number}`,
  body: 'x',
  state: 'open',
  labels: ['pactwatch'],
  author: 'bot',
  comments: [],
  ...change,
});
const posts = () => github.requests.filter((line) => CREATE.test(line)).length;
const first = async () => {
  const [issue] = await open().list();
  if (issue === undefined) throw new Error('an issue is there');
  return issue;
};

describe('an issue', () => {
  test('is made with its labels, which are made first', async () => {
    const made = await open().create(draft('k1'));
    expect(made).toEqual({ number: 1, url: 'https://github.example/o/r/issues/1' });
    expect(github.issues).toMatchObject([{ ...draft('k1'), state: 'open' }]);
    expect([...github.labels.keys()]).toEqual(['pactwatch', 'kind: access']);
    expect(github.labels.get('pactwatch')?.description).toBe('Made by pactwatch');
  });

  test('is made without asking for labels again', async () => {
    const target = open();
    await target.create(draft('k1'));
    await target.create(draft('k2'));
    expect(github.requests.filter((line) => line.includes('/labels'))).toHaveLength(3);
  });

  test('is written anew, commented on and closed', async () => {
    const target = open();
    await target.create(draft('k1'));
    const issue = await first();
    await target.update(issue, { title: 'Another', body: 'Other words.' });
    await target.comment(issue, 'Said.');
    await target.close(issue);
    expect(github.issues[0]).toMatchObject({ title: 'Another', body: 'Other words.', state: 'closed', comments: [{ body: 'Said.' }] });
    expect(await target.comments(issue)).toEqual(['Said.']);
  });
});

describe('the list', () => {
  test('is read to its end, open and closed, by label', async () => {
    for (let n = 1; n <= 230; n += 1) github.issues.push(stored(n, { state: n % 2 === 0 ? 'closed' : 'open' }));
    github.issues.push(stored(231, { labels: ['other'] }));
    expect((await open().list()).map((i) => i.number)).toEqual(Array.from({ length: 230 }, (_, i) => i + 1));
    expect(github.requests).toHaveLength(3);
  });

  test('that breaks off is an error, not a shorter list', async () => {
    for (let n = 1; n <= 130; n += 1) github.issues.push(stored(n));
    for (let n = 0; n < 4; n += 1) github.failNext(SECOND_PAGE, n % 2 === 0 ? 'cut' : 502);
    await expect(open().list()).rejects.toMatchObject({ code: 'incomplete-list' });
  });

  test('is read again where GitHub stumbled once', async () => {
    github.issues.push(stored(1));
    github.failNext(LIST, 502);
    expect(await open().list()).toHaveLength(1);
  });

  test('leaves out what strangers wrote: their markers count for nothing', async () => {
    const comments = [
      { body: 'forged', author: 'stranger' },
      { body: 'ours', author: 'bot' },
    ] as const;
    github.issues.push(stored(1, { author: 'stranger' }), stored(2, { author: 'owner', comments: [...comments] }));
    const issue = await first();
    expect(issue.number).toBe(2);
    expect(await open().comments(issue)).toEqual(['ours']);
  });
});

describe('a create whose answer is lost', () => {
  test.each<Fault>(['502-after', 'cut-after'])('after it took effect (%s) is found, not made again', async (fault) => {
    github.failNext(CREATE, fault);
    expect(await open().create(draft('k1'))).toMatchObject({ number: 1, url: 'https://github.example/o/r/issues/1' });
    expect([github.issues.length, posts()]).toEqual([1, 1]);
  });

  test.each<Fault>([502, 'cut'])('before it took effect (%s) is made once more', async (fault) => {
    github.failNext(CREATE, fault);
    await open().create(draft('k1'));
    expect([github.issues.length, posts()]).toEqual([1, 2]);
  });

  test('twice is an error; nothing is tried a third time', async () => {
    github.failNext(CREATE, 502);
    github.failNext(CREATE, 502);
    await expect(open().create(draft('k1'))).rejects.toMatchObject({ code: 'unreachable', status: 502 });
    expect(posts()).toBe(2);
  });

  test('is not tried again when the list cannot be read', async () => {
    github.failNext(CREATE, 'cut-after');
    for (let n = 0; n < 4; n += 1) github.failNext(LIST, 502);
    await expect(open().create(draft('k1'))).rejects.toMatchObject({ code: 'incomplete-list' });
    expect([github.issues.length, posts()]).toEqual([1, 1]);
  });

  test.each<Fault>(['502-after', 'cut-after'])('holds for comments too (%s)', async (fault) => {
    github.issues.push(stored(1));
    github.failNext(COMMENT, fault);
    await open().comment(await first(), draft('k1').body);
    expect(github.issues[0]?.comments).toHaveLength(1);
  });
});

describe('limits', () => {
  test.each<Fault>(['secondary', 'limit', 429])('(%s) are waited for, and said', async (fault) => {
    github.failNext(CREATE, fault);
    await open().create(draft('k1'));
    expect(github.issues).toHaveLength(1);
    expect(told).toHaveLength(1);
  });

  test('that do not end are an error, and the rest waits', async () => {
    for (let n = 0; n < 5; n += 1) github.failNext(CREATE, 'secondary');
    await expect(open().create(draft('k1'))).rejects.toMatchObject({ code: 'unreachable', remedy: expect.stringContaining('later') });
    expect(posts()).toBe(3);
  });
});

describe('a refusal', () => {
  test.each<[Fault, IssueError['code']]>([
    [401, 'unauthorised'],
    [403, 'unauthorised'],
    [404, 'not-found'],
    [410, 'disabled'],
    [422, 'rejected'],
  ])('%s is named, with a remedy, and not tried again', async (fault, code) => {
    github.failNext(CREATE, fault);
    const error: unknown = await open()
      .create(draft('k1'))
      .catch((e: unknown) => e);
    expect(error).toBeInstanceOf(IssueError);
    expect(error).toMatchObject({ code, status: fault, at: 'o/r', remedy: expect.stringMatching(/\w/) });
    expect(posts()).toBe(1);
  });

  test('never shows the token', async () => {
    const token = 'ghp_abcdefghijklmnop';
    const error: unknown = await open({ token })
      .list()
      .catch((e: unknown) => e);
    expect(error).toMatchObject({ code: 'unauthorised' });
    const { inspect } = await import('node:util');
    expect(inspect(error, { depth: 20 })).not.toContain(token);
    expect(told.join()).not.toContain(token);
  });
});
