// What somebody sees who tries pactwatch for the first time: days in plain words, and a folder of issues.

import { mkdtemp, readdir, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { DEMO_DAYS } from '../replica/story.ts';
import { type Ran, runHere } from '../support/place.ts';

const TWO_MINUTES = 120_000;

let dir = '';
let ran: Ran;
let days: readonly string[] = [];
let end = '';

beforeAll(async () => {
  dir = join(await mkdtemp(join(tmpdir(), 'pactwatch-demo-test-')), 'demo');
  ran = await runHere(['demo', '--dir', dir], '2026-01-01', {});
  const [, ...parts] = ran.out.split(/^── /m);
  days = parts.map((part) => part.split('\n\n')[0] ?? '');
  end = parts.at(-1) ?? '';
}, TWO_MINUTES);

const issue = async (words: string): Promise<string> => {
  const name = (await readdir(join(dir, 'issues'))).find((n) => n.includes(words) && !n.includes('.comment-'));
  return readFile(join(dir, 'issues', name ?? `none with ${words}`), 'utf8');
};

it('ends well, and says nothing of faults', () => {
  expect(ran).toMatchObject({ code: 0, err: '' });
  expect(ran.out).not.toMatch(/fault of pactwatch|undefined|null|NaN/);
});

it('says which sources it leaves out for want of a browser, and which say no to programs', () => {
  expect(ran.out).toMatch(/need a browser .*: .*council-register/);
  expect(days[0]).toMatch(/Not read: council-agendas, council-latest\. .*robots\.txt/);
});

it('records the first look, tells nothing of it, and goes through the days', () => {
  expect(days.map((day) => day.split('\n')[0])).toEqual(['Day 1, 2026-09-07 ──', 'Day 2, 2026-09-08 ──', 'Day 3, 2026-09-09 ──']);
  expect(days).toHaveLength(DEMO_DAYS.length);
  expect(days[0]).toMatch(/first look: [23]\d sources read, \d{3} entries recorded/);
  expect(days[0]).not.toContain('finding');
});

describe('later days', () => {
  it.each([
    [2, 'council-documents', '90001/26 became public'],
    [2, 'council-documents', '90002/1/26 REV 1: new version of 90002/26'],
    [2, 'council-documents', '90011/26: new document'],
    [2, 'europol-news', 'Twelve held in hit against migrant smuggling by invented boats: new page'],
    [2, 'statewatch-news', 'EU: A paper on patrols and migrant smuggling that nobody was to read: new page'],
    [3, 'council-documents', '90003/26: the file was replaced without a new number'],
    [3, 'europol-news', 'Twelve held in hit against migrant smuggling by invented boats: the wording changed'],
    [3, 'cellar-documents', 'Working document of stand-ins on the state of the Schengen area: new document'],
  ])('tell on day %i of %s: %s', (day, source, title) => {
    const line = days[day - 1]?.split('\n').find((row) => row.includes(title));
    expect(line?.trim().split(/ {2,}/)[0]).toBe(source);
  });

  it.each([2, 3])('count on day %i what is told and what is passed over, and show neither orchards nor kites', (day) => {
    const told = days[day - 1] ?? '';
    const findings = told.split('\n').filter((line) => /^ {2}[a-z-]+ {2,}(?! |http)/.test(line));
    expect(told).toContain(`${findings.length} findings:`);
    expect(told).toMatch(/Passed over: \d+ new entries/);
    expect(told).not.toMatch(/orchard|90012\/26/i);
  });

  it('name the blocked source once, and tell what it published when it can be read again', async () => {
    const late = 'Drones over the channel: pictures for cases of migrant smuggling: new page';
    expect(days[1]).toMatch(/Could not be read:\n {2}emsa-news +\S+ answered with a wall in front of it \(status 403, Cloudflare/);
    expect(days[1]).not.toContain(late);
    expect(days[2]).not.toContain('Could not be read:');
    expect(days[2]).toContain(late);
    expect(days[2]).toMatch(/emsa-news can be read again.*\(1 finding\)\.\nClosed by itself:\n {2}"emsa-news cannot be read/);
    expect(await issue('emsa-news-cannot-be-read')).toContain('\nstate: closed\n');
  });
});

it('shows a change word by word, in the output and in its issue', async () => {
  const change = 'Member States ~~shall~~ **should** check every second boat';
  expect(end).toContain(change);
  expect(await issue('was-replaced')).toContain(change);
});

it('lists the files that it wrote, one for each finding (an issue, or a comment on the one of its page), and says where to look', async () => {
  const names = await readdir(join(dir, 'issues'));
  expect(names.filter((name) => !end.includes(`\n  ${name}\n`))).toEqual([]);
  const found = days.reduce((sum, day) => sum + Number(/(\d+) findings:/.exec(day)?.[1] ?? 0), 0);
  const others = ['first-look', 'first-look', 'state-of-the-sources', 'emsa-news-cannot', 'emsa-news-cannot'];
  expect(names).toHaveLength(found + others.length);
  expect(end).toContain(`npx pactwatch show 90003/26 --root ${dir}`);
});

it('wrote what people would write, and refuses a folder that is not empty', async () => {
  const checked = await runHere(
    ['check', '--root', dir, '--settings', `${dir}/pactwatch.yaml`, '--corpus', `${dir}/corpus`],
    '2026-09-09',
    {},
  );
  expect(checked).toMatchObject({ code: 0, err: '' });
  const second = await runHere(['demo', '--dir', dir], '2026-01-01', {});
  expect(second.code).toBe(2);
  expect(second.err).toContain('is not empty');
});
