import { execFile } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addDays } from '../../pipeline/calendar.ts';
import { listPage, plain, REAL, type Site, startSite } from '../support/lists.ts';
import { makePlace, type Place } from '../support/place.ts';
import { recordingOf } from '../support/recordings.ts';

const DAY = '2026-09-09';
const COUNCIL = 'https://www.consilium.europa.eu';
const LATEST = '/en/documents/public-register/latest/';
let site: Site;

beforeEach(async () => {
  site = await startSite();
});
afterEach(() => site.close());

const open = (settings: object = {}): Promise<Place> =>
  makePlace({ [REAL]: site.standIn, [COUNCIL]: site.standIn }, [], {
    interests: { words: ['migrant smuggling'] },
    lists: [{ id: 'agency-news', url: `${REAL}/news`, select: '.row', keep: '^/news/', expect: 2, texts: false }],
    ...settings,
  });
const statusOf = async (place: Place, id: string, today = DAY): Promise<string> => {
  const { out } = await place.run(today, ['status']);
  return new RegExp(`^${id}: .*\\n(?:  .*\\n)*`, 'm').exec(out)?.[0] ?? '';
};

it('says of a list what is known, how much of it was passed over, when it answered, and its rhythm', async () => {
  const place = await open();
  expect(await statusOf(place, 'agency-news')).toContain('not looked at yet');
  const boats = { slug: 'boats-90001', title: 'New unit against migrant smuggling', date: '2026-09-02' };
  site.at.set('/news', listPage([boats, ...plain(9)]));
  await place.watch(DAY, 'agency-news');
  expect(await statusOf(place, 'agency-news')).toMatch(
    /works\n {2}10 entries, 9 passed over\n {2}last answer: 2026-09-09; last finding: none; silent for 7 days/,
  );
  expect(await statusOf(place, 'agency-news', '2026-09-20')).toContain('silent for 18 days, longest ever 1');
  await place.watch('2026-09-20', 'agency-news');
  expect(await statusOf(place, 'agency-news', '2026-09-20')).toContain('silent for longer than ever');
  site.at.set('/news', '<html><body>rebuilt</body></html>');
  await place.watch('2026-09-21', 'agency-news');
  expect(await statusOf(place, 'agency-news', '2026-09-21')).toMatch(/cannot be read[\s\S]*its layout is no longer the expected one/);
});

describe('a source that is known to refuse programs', () => {
  const refusing: readonly (readonly [string, object])[] = [
    ['robots.txt says 403', { status: 403, type: 'text/plain', body: 'no' }],
    ['robots.txt disallows it', { type: 'text/plain', body: 'User-agent: *\nDisallow: /\n' }],
    ['a wall stands before robots.txt', { status: 403, body: '<title>Just a moment...</title>' }],
  ];
  it.each(refusing)('stays off without being a failure, and status says so: %s', async (_, robots) => {
    const place = await open();
    site.at.set('/robots.txt', robots as { body: string });
    const { code, summary } = await place.watch(DAY, 'council-latest');
    expect(code).toBe(0);
    expect(summary).toMatchObject({
      findings: [],
      failures: [],
      watchers: [{ outcome: 'refused', error: { code: 'refused', message: expect.stringContaining('pactwatch import council-latest') } }],
    });
    expect(site.asked).toEqual([]);
    expect(Object.keys(await place.files())).toEqual([]);
    expect(await statusOf(place, 'council-latest')).toMatch(/^council-latest: stays off\n[\s\S]*unless its robots\.txt allows it/);
  });

  it('runs with permission, and status names who gave it', async () => {
    const place = await open({ watchers: { 'council-latest': { robots: 'permitted', permittedBy: 'J. Doe, web team' } } });
    site.at.set('/robots.txt', { status: 403, body: 'no' });
    site.at.set(LATEST, { body: recordingOf('council-latest')[0]?.page.body ?? '' });
    expect(await place.watch(DAY, 'council-latest')).toMatchObject({ code: 0, summary: { watchers: [{ outcome: 'ok' }] } });
    expect(await statusOf(place, 'council-latest')).toMatch(/^council-latest: works\n[\s\S]*with permission: J\. Doe, web team/);
  });

  it('and a permission that nobody gave is a problem that "check" names', async () => {
    const place = await open({ watchers: { 'council-latest': { robots: 'permitted' } } });
    const { code, err } = await place.run(DAY, ['check']);
    expect(code).toBe(1);
    expect(err).toMatch(/watchers\.council-latest\.robots: it says "permitted", and not by whom\. .*permittedBy/);
  });

  it('and fails for another reason is a failure', async () => {
    const place = await open({ watchers: { 'council-latest': { robots: 'permitted' } } });
    site.at.set(LATEST, { status: 500, body: 'broken' });
    expect(await place.watch(DAY, 'council-latest')).toMatchObject({ code: 1, summary: { failures: [{ code: 'server-error' }] } });
  });
});

it('a refusal that nobody expected is a failure', async () => {
  const place = await open();
  site.at.set('/robots.txt', { type: 'text/plain', body: 'User-agent: *\nDisallow: /news\n' });
  expect(await place.watch(DAY, 'agency-news')).toMatchObject({
    code: 1,
    summary: { failures: [{ code: 'refused', watcher: 'agency-news' }], watchers: [{ outcome: 'refused' }] },
  });
  expect(await statusOf(place, 'agency-news')).toContain('cannot be read');
});

describe('schedules are switched off after 60 days without a commit', () => {
  const execute = promisify(execFile);
  const ACTIONS = { GITHUB_ACTIONS: 'true' };
  const started = async (): Promise<Place> => {
    const place = await open();
    site.at.set('/news', listPage(plain(4)));
    await mkdir(place.root, { recursive: true });
    const variables = {
      PATH: process.env.PATH ?? '',
      GIT_CONFIG_GLOBAL: '/dev/null',
      GIT_CONFIG_SYSTEM: '/dev/null',
      GIT_AUTHOR_NAME: 't',
      GIT_AUTHOR_EMAIL: 't@example.org',
      GIT_COMMITTER_NAME: 't',
      GIT_COMMITTER_EMAIL: 't@example.org',
      GIT_COMMITTER_DATE: `${DAY}T04:00:00Z`,
    };
    const git = (...args: readonly string[]) => execute('git', ['-C', place.root, ...args], { env: variables });
    await writeFile(join(place.root, 'a.txt'), 'a');
    await git('init', '-q', '-b', 'main');
    await git('add', 'a.txt');
    await git('commit', '-q', '-m', '[data] one');
    return place;
  };
  const notices = async (place: Place) => Object.keys(await place.files()).filter((name) => name.includes('/reports/sources/schedule-'));

  it('which is told 45 days after the last one, once', async () => {
    const place = await started();
    for (const days of [1, 44]) await place.run(addDays(DAY, days), ['watch', 'agency-news'], ACTIONS);
    expect(await notices(place)).toEqual([]);
    for (const days of [45, 46, 70]) await place.run(addDays(DAY, days), ['watch', 'agency-news'], ACTIONS);
    expect(await notices(place)).toEqual([`root/reports/sources/schedule-${DAY}.md`]);
    expect((await place.files())[`root/reports/sources/schedule-${DAY}.md`]).toContain(`The last commit of this repository is of ${DAY}`);
  });

  it('and is nothing to tell elsewhere', async () => {
    const place = await started();
    await place.run(addDays(DAY, 50), ['watch', 'agency-news']);
    expect(await notices(place)).toEqual([]);
  });
});
