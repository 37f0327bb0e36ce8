// Pages and files that people enter in the settings: what is told, what is not, and what is said to have failed.

import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RunSummary } from '../../pipeline/types.ts';
import { councilPdf } from '../replica/documents.ts';
import { articleOf, NOISE, pageOf } from '../replica/noise.ts';
import { DOCUMENTS, startPages } from '../replica/pages.ts';
import { makePlace, type Place } from '../support/place.ts';

const MANNERS = { retries: 0, timeout: 2 };
const told = ({ findings }: RunSummary) => findings.map(({ watcher, kind }) => `${watcher} ${kind}`).sort();
const outcomes = ({ watchers }: RunSummary) => watchers.flatMap(({ looks }) => looks.map(({ outcome }) => outcome));
const openFailures = async (place: Place) =>
  Object.entries(await place.files()).filter(([path, text]) => path.includes('/failure-') && /^state: open/m.test(text));

it('of sixty documents tells what changed, names what failed, and nothing else', async () => {
  const site = await startPages();
  const ids = DOCUMENTS.map(({ id }) => id);
  const failing = DOCUMENTS.filter(({ fails }) => fails !== undefined);
  const pages = DOCUMENTS.map(({ id, path }) => ({ id, url: `${site.origin}${path}` }));
  const place = await makePlace({}, [], { manners: MANNERS, pages });
  const look = async (day: string) => (await place.watch(day, ...ids)).summary;
  expect(ids).toHaveLength(60);
  await look('2026-03-02');
  const first = await place.files();
  site.asked();

  expect(told(await look('2026-03-03'))).toEqual([]);
  expect(await place.files()).toEqual(first);
  const asked = site.asked().filter(([path]) => path !== '/robots.txt');
  expect(asked).toHaveLength(60);
  expect(asked.filter(([, status]) => status === 304).length).toBeGreaterThan(25);

  site.stage(1);
  const summary = await look('2026-03-04');
  expect(told(summary)).toEqual(DOCUMENTS.flatMap(({ id, told: kind }) => (kind === undefined ? [] : [`${id} ${kind}`])).sort());
  for (const { id, fails } of failing) {
    expect(summary.failures.filter(({ watcher }) => watcher === id).map(({ code }) => code)).toEqual([expect.stringMatching(fails ?? /$/)]);
  }
  expect(summary.failures).toHaveLength(failing.length);
  const after = await place.files();
  expect(told(await look('2026-03-04'))).toEqual([]);
  expect(await place.files()).toEqual(after);

  site.stage(2);
  expect(await look('2026-03-05')).toMatchObject({ findings: [], failures: [] });
  expect(await openFailures(place)).toEqual([]);
  site.stage(3);
  const later = await look('2026-03-06');
  expect(later.failures).toEqual([]);
  expect(later.findings.map(({ watcher }) => watcher).sort()).toEqual(failing.map(({ id }) => id).sort());
  await site.close();
});

describe('a page or a file', () => {
  let server: Server;
  let origin: string;
  let answers: Record<
    string,
    () => { readonly body: string | Uint8Array; readonly type?: string; readonly headers?: Record<string, string> }
  >;
  beforeEach(async () => {
    answers = {};
    server = createServer(({ url = '/' }, response) => {
      const answer = answers[url]?.();
      const status = answer === undefined ? 404 : answer.headers?.location === undefined ? 200 : 302;
      response.writeHead(status, { 'content-type': answer?.type ?? 'text/html', ...answer?.headers }).end(answer?.body ?? 'not found');
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterEach(() => {
    server.closeAllConnections();
    server.close();
  });
  const enter = (pages: Readonly<Record<string, object>>) =>
    makePlace({}, [], { manners: MANNERS, pages: Object.entries(pages).map(([id, rest]) => ({ id, url: `${origin}/${id}`, ...rest })) });
  const note = (sentence: string, n = 1) => pageOf({ ...articleOf(n), heading: sentence });

  it.each(['page', 'file'])('(%s) that goes back and forth between two states is told of once', async (kind) => {
    const states = kind === 'page' ? [note('Open'), note('Closed')] : await Promise.all([1, 2].map((n) => note2(n)));
    let turn = 0;
    answers['/one'] = () => ({ body: states[turn % 2] ?? '', type: kind === 'page' ? 'text/html' : 'application/pdf' });
    const place = await enter({ one: {} });
    await place.watch('2026-03-02', 'one');
    const found: string[] = [];
    const flip = async (day: string) => {
      turn += 1;
      found.push(...told((await place.watch(day, 'one')).summary));
    };
    for (let n = 0; n < 5; n += 1) await flip('2026-03-02');
    for (let n = 3; n < 8; n += 1) await flip(`2026-03-0${n}`);
    expect(found).toHaveLength(1);
  });

  const note2 = (n: number) =>
    councilPdf({ number: '90001/26', date: '3 March 2026', subject: 'Lamps', paragraphs: [`Lamp ${n} burns all night long.`] });

  it('with noise that nobody foresaw, another at each look, is quiet; what changes beside it is told', async () => {
    let n = 0;
    let edited = 'is to stay';
    answers['/one'] = () => {
      n += 1;
      return {
        body: note(`The pier ${edited}`).replace(
          '</h2>',
          `</h2><p>Lamp no. ${n} was lit ${n * 7} seconds before you came, by the keeper.</p>`,
        ),
      };
    };
    const place = await enter({ one: {} });
    await place.watch('2026-03-02', 'one');
    const before = await place.files();
    for (const day of ['2026-03-03', '2026-03-04']) {
      expect((await place.watch(day, 'one')).summary).toMatchObject({ findings: [], failures: [] });
      expect(await place.files()).toEqual(before);
    }
    edited = 'is to go';
    expect(told((await place.watch('2026-03-05', 'one')).summary)).toEqual(['one wording']);
  });

  it('whose bytes differ at each look without a word is no change of our files', async () => {
    let n = 0;
    answers['/one'] = () => {
      n += 1;
      return { body: pageOf(articleOf(1), NOISE.nonce?.(n)) };
    };
    const place = await enter({ one: {} });
    await place.watch('2026-03-02', 'one');
    const before = await place.files();
    expect(outcomes((await place.watch('2026-03-03', 'one')).summary)).toEqual(['bytes']);
    expect(await place.files()).toEqual(before);
  });

  it('is one of five places of one finding where the same was done to all, and not where a word happens to be the same', async () => {
    const ids = ['a', 'b', 'c', 'd', 'e'];
    let said = 'The office is in Pier Street. Boats shall wait';
    for (const [n, id] of ids.entries())
      answers[`/${id}`] = () => ({ body: pageOf({ ...articleOf(n), closing: [`${said} at pier ${n}.`] }) });
    const place = await enter(Object.fromEntries(ids.map((id) => [id, {}])));
    await place.watch('2026-03-02', ...ids);
    said = 'The office is in the new house at the north end of Harbour Lane. Boats shall wait';
    const { findings } = (await place.watch('2026-03-03', ...ids)).summary;
    expect(findings).toHaveLength(1);
    const report = (await place.files())[`root/${findings[0]?.report}`] ?? '';
    for (const id of ids) expect(report).toContain(id);
    for (const [n, id] of ids.entries()) {
      answers[`/${id}`] = () => ({
        body: pageOf({ ...articleOf(n), closing: [`${said} at pier ${n}.`], heading: `Captain ${n} and mate ${n} may come aboard` }),
      });
    }
    await place.watch('2026-03-04', ...ids);
    for (const [n, id] of ids.entries()) {
      answers[`/${id}`] = () => ({
        body: pageOf({ ...articleOf(n), closing: [`${said} at pier ${n}.`], heading: `Captain ${n} and mate ${n} shall come aboard` }),
      });
    }
    expect((await place.watch('2026-03-05', ...ids)).summary.findings).toHaveLength(5);
  });

  it('is watched where "select" says, without what "remove" names, and holds what "expect" wants', async () => {
    const page = (part: string, inside: string, other: string) =>
      `<body><main><div id="part"><p>${part}</p><p class="x">${inside}</p></div><p>${other}</p></main></body>`;
    answers['/one'] = () => ({ body: page('Lamps burn.', '1', 'Boats.') });
    const place = await enter({ one: { select: '#part', remove: '.x', expect: 'Lamps' } });
    await place.watch('2026-03-02', 'one');
    answers['/one'] = () => ({ body: page('Lamps burn.', '2', 'Ships.') });
    expect((await place.watch('2026-03-03', 'one')).summary).toMatchObject({ findings: [], failures: [] });
    answers['/one'] = () => ({ body: page('Lamps smoke.', '2', 'Ships.') });
    expect(told((await place.watch('2026-03-04', 'one')).summary)).toEqual(['one wording']);
    answers['/one'] = () => ({ body: page('Candles.', '2', 'Ships.') });
    expect((await place.watch('2026-03-05', 'one')).summary).toMatchObject({
      findings: [],
      failures: [{ code: 'emptied', watcher: 'one' }],
    });
    answers['/one'] = () => ({ body: '<body><main><p>Lamps, said a new site.</p></main></body>' });
    expect((await place.watch('2026-03-06', 'one')).summary).toMatchObject({ findings: [], failures: [{ code: 'layout-changed' }] });
  });

  it('that moved by a stroke or a name is the same page', async () => {
    answers['/one'] = () => ({ body: note('Stay') });
    const place = await enter({ one: {} });
    await place.watch('2026-03-02', 'one');
    for (const [location, outcome] of Object.entries({ '/one/': 'unchanged', '/archive/two': 'moved' })) {
      answers['/one'] = () => ({ body: '', headers: { location } });
      answers[location] = () => ({ body: note('Stay') });
      const { summary } = await place.watch('2026-03-03', 'one');
      expect(summary).toMatchObject({ findings: [], failures: [], watchers: [{ looks: [{ entry: 'one', outcome }] }] });
    }
    answers['/archive/two'] = () => ({ body: note('Go', 2) });
    expect((await place.watch('2026-03-04', 'one')).summary).toMatchObject({ findings: [], failures: [{ code: 'moved-away' }] });
  });

  it('that loses most of its text for good is told of; one that loses all is not taken for it', async () => {
    const long = articleOf(5);
    answers['/one'] = () => ({ body: pageOf(long) });
    const place = await enter({ one: {} });
    await place.watch('2026-03-02', 'one');
    answers['/one'] = () => ({ body: pageOf({ ...long, paragraphs: long.paragraphs.slice(0, 1), items: [], rows: [], closing: [] }) });
    expect(told((await place.watch('2026-03-03', 'one')).summary)).toEqual(['one wording']);
    answers['/one'] = () => ({ body: `<main><h1>${long.title}</h1></main>` });
    expect((await place.watch('2026-03-04', 'one')).summary).toMatchObject({ findings: [], failures: [{ code: 'emptied' }] });
  });
});
