// What one request comes back as: the answer, its address, its limits.

import { afterEach, expect, test } from 'vitest';
import { lookAtDocument } from '../../pipeline/fetch/classify.ts';
import { startHost } from '../replica/host.ts';
import { type Answer, fetcherFor, REAL, type Script, startScript } from './support.ts';

let server: Script | null = null;
afterEach(async () => {
  await server?.close();
  server = null;
});

const start = async (answers: Record<string, readonly Answer[]>): Promise<Script> => {
  server = await startScript(answers);
  return server;
};
const PDF = { 'content-type': 'Application/PDF; charset=binary' };

test('the answer carries real addresses, and the request says who asks', async () => {
  const { origin, asked } = await start({ '/a?b=c': [[200, { ...PDF, etag: '"9"' }, '%PDF-1.7']] });
  const page = await fetcherFor(origin).fetcher.get(`${REAL}/a?b=c`, { accept: 'application/pdf' });
  expect(page).toMatchObject({
    url: `${REAL}/a?b=c`,
    finalUrl: `${REAL}/a?b=c`,
    status: 200,
    mediaType: 'application/pdf',
    validators: { etag: '"9"', lastModified: null },
  });
  expect(asked.at(-1)?.headers).toMatchObject({
    'user-agent': expect.stringMatching(/^pactwatch\/.*contact: someone@example.org/),
    'accept-language': 'en',
    accept: 'application/pdf',
  });
});

test('what was known is offered, and 304 keeps it', async () => {
  const { origin, asked } = await start({ '/a': [[304]] });
  const validators = { etag: '"9"', lastModified: 'Thu, 01 Jan 2099 00:00:00 GMT' };
  const page = await fetcherFor(origin).fetcher.get(`${REAL}/a`, { validators });
  expect(asked.at(-1)?.headers).toMatchObject({ 'if-none-match': '"9"', 'if-modified-since': validators.lastModified });
  expect(page).toMatchObject({ status: 304, validators });
  expect(page.body.length).toBe(0);
});

test('the stand-in of the document host answers 304 to what it sent before', async () => {
  const host = await startHost();
  try {
    host.serve('ST-90001-2099-INIT', 'en', new TextEncoder().encode('%PDF-1.7 ours'));
    host.validators(true);
    const { fetcher } = fetcherFor(host.origin);
    const url = `${REAL}/doc/document/ST-90001-2099-INIT/en/pdf`;
    const first = await fetcher.get(url);
    expect(lookAtDocument(first).kind).toBe('document');
    expect(lookAtDocument(await fetcher.get(url, { validators: first.validators })).kind).toBe('not-modified');
    host.serve('ST-90001-2099-INIT', 'en', new TextEncoder().encode('%PDF-1.7 other'));
    expect(lookAtDocument(await fetcher.get(url, { validators: first.validators })).kind).toBe('document');
  } finally {
    await host.close();
  }
});

test.each([
  ['/next', `${REAL}/next`],
  [`${REAL}/next`, `${REAL}/next`],
  ['STAND-IN/next', `${REAL}/next`],
  ['https://second.example/next', 'https://second.example/next'],
])('a redirect to %s is followed to %s', async (location, finalUrl) => {
  const answers: Record<string, Answer[]> = { '/next': [[200, PDF, '%PDF']] };
  const { origin } = await start(answers);
  answers['/a'] = [[302, { location: location.replace('STAND-IN', origin) }]];
  const { fetcher } = fetcherFor(origin, { origins: { [REAL]: origin, 'https://second.example': origin } });
  expect(await fetcher.get(`${REAL}/a`)).toMatchObject({ url: `${REAL}/a`, finalUrl, status: 200 });
});

test('plain http may turn into https of the same host, not the other way', async () => {
  const { origin } = await start({
    '/up': [[301, { location: 'https://plain.example/x' }]],
    '/x': [[200]],
    '/down': [[301, { location: 'http://documents.example/x' }]],
  });
  const up = fetcherFor(origin, { origins: { 'http://plain.example': origin, 'https://plain.example': origin } });
  expect((await up.fetcher.get('http://plain.example/up')).finalUrl).toBe('https://plain.example/x');
  await expect(fetcherFor(origin).fetcher.get(`${REAL}/down`)).rejects.toMatchObject({ code: 'redirect' });
});

test.each(['https://elsewhere.example/', '//elsewhere.example/a', 'javascript:alert(1)', 'http://'])(
  'a redirect to %s is not followed',
  async (location) => {
    const { origin, paths } = await start({ '/a': [[302, { location }]] });
    await expect(fetcherFor(origin).fetcher.get(`${REAL}/a`)).rejects.toMatchObject({ code: 'redirect', at: `${REAL}/a` });
    expect(paths()).toEqual(['/robots.txt', '/a']);
  },
);

test('five redirects are enough', async () => {
  const { origin, paths } = await start({ '/a': [[302, { location: '/a' }]] });
  await expect(fetcherFor(origin).fetcher.get(`${REAL}/a`)).rejects.toMatchObject({ code: 'redirect' });
  expect(paths().filter((path) => path === '/a')).toHaveLength(6);
});

test('a redirect does not lead round robots.txt', async () => {
  const { origin, paths } = await start({
    '/robots.txt': [[200, { 'content-type': 'text/plain' }, 'User-agent: *\nDisallow: /closed']],
    '/a': [[302, { location: '/closed' }]],
  });
  await expect(fetcherFor(origin).fetcher.get(`${REAL}/a`)).rejects.toMatchObject({ code: 'refused' });
  expect(paths()).not.toContain('/closed');
});

test.each<[string, Answer]>([
  ['announced', [200, { 'content-length': '5000' }, 'x'.repeat(5000)]],
  ['not announced', (response) => void response.writeHead(200).write('x'.repeat(5000))],
])('a body over the limit is not read on (%s)', async (_, answer) => {
  const { origin, paths } = await start({ '/a': [answer] });
  const get = fetcherFor(origin, { maxBytes: 4000 }).fetcher.get(`${REAL}/a`);
  await expect(get).rejects.toMatchObject({ code: 'too-large', remedy: expect.stringMatching(/\w/) });
  expect(paths()).toEqual(['/robots.txt', '/a']);
});

test.each<[string, Answer]>([
  ['no answer', () => undefined],
  ['a body that stalls', (response) => void response.writeHead(200).write('begun')],
])('%s: the limit of time holds', async (_, answer) => {
  const { origin } = await start({ '/a': [answer] });
  const get = fetcherFor(origin, { timeoutSeconds: 0.2 }).fetcher.get(`${REAL}/a`);
  await expect(get).rejects.toMatchObject({ code: 'timeout', message: expect.stringContaining(`${REAL}/a`) });
});

test.each(['ftp://documents.example/a', 'documents.example/a', 'file:///etc/hosts', 'https://'])('%s is no web address', async (url) => {
  const { fetcher } = fetcherFor('http://127.0.0.1:9');
  await expect(fetcher.get(url)).rejects.toMatchObject({ code: 'unreachable', at: url });
  expect(fetcher.requests()).toBe(0);
});
