// What one request comes back as: the answer, its address, its limits.

import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { lookAtDocument } from '../../pipeline/fetch/judge/classify.ts';
import { startHost } from '../replica/host.ts';
import { type Answer, fetcherFor, REAL, SETTINGS, useScript } from './support.ts';

const start = useScript();
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

test('every request says who asks and in which language: for robots.txt, repeated and redirected ones, too', async () => {
  const { origin, asked } = await start({ '/a': [[500], [302, { location: '/b' }]], '/b': [[200]] });
  await fetcherFor(origin).fetcher.get(`${REAL}/a`);
  expect(asked.map(({ url }) => url)).toEqual(['/robots.txt', '/a', '/a', '/b']);
  for (const { headers } of asked) expect(headers).toMatchObject({ 'user-agent': SETTINGS.userAgent, 'accept-language': 'en' });
});

test('nothing is offered where nothing was known, and a 304 to that is an error', async () => {
  const { origin, asked } = await start({ '/a': [[304, { etag: '"9"' }]] });
  const get = fetcherFor(origin).fetcher.get(`${REAL}/a`, { validators: { etag: null, lastModified: null } });
  await expect(get).rejects.toMatchObject({ code: 'server-error', status: 304, at: `${REAL}/a` });
  expect(Object.keys(asked.at(-1)?.headers ?? {}).filter((name) => name.startsWith('if-'))).toEqual([]);
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

test.each<[string, Answer]>([
  ['announced', [200, { 'content-length': '5000' }, 'x'.repeat(5000)]],
  ['not announced', (response) => void response.writeHead(200).write('x'.repeat(5000))],
  ['packed small', [200, { 'content-encoding': 'gzip' }, gzipSync('x'.repeat(5000))]],
])('a body over the limit is not read on (%s)', async (_, answer) => {
  const { origin, paths } = await start({ '/a': [answer] });
  const get = fetcherFor(origin, { maxBytes: 4000 }).fetcher.get(`${REAL}/a`);
  await expect(get).rejects.toMatchObject({ code: 'too-large', remedy: expect.stringMatching(/\w/) });
  expect(paths()).toEqual(['/robots.txt', '/a']);
});

test('a body without end is hung up on: the host notices', async () => {
  let hungUp = (): void => undefined;
  const noticed = new Promise<void>((resolve) => {
    hungUp = resolve;
  });
  const endless: Answer = (response) => {
    const pour = setInterval(() => response.write('x'.repeat(1000)), 1);
    response.writeHead(200).on('close', () => {
      clearInterval(pour);
      hungUp();
    });
  };
  const { origin } = await start({ '/a': [endless] });
  await expect(fetcherFor(origin, { maxBytes: 4000 }).fetcher.get(`${REAL}/a`)).rejects.toMatchObject({ code: 'too-large' });
  await noticed;
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
