// Where redirects are followed to, and where not.

import { expect, test } from 'vitest';
import { lookAtDocument } from '../../pipeline/fetch/judge/classify.ts';
import { createOrigins } from '../../pipeline/fetch/origins.ts';
import { redirectTarget } from '../../pipeline/fetch/redirect.ts';
import { type Answer, fetcherFor, pageOf, REAL, useScript } from './support.ts';

const start = useScript();
const PDF = { 'content-type': 'Application/PDF; charset=binary' };

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

test.each([
  ['http://a.example/x', 'https://a.example/x', true],
  ['https://a.example/x', 'http://a.example/x', false],
  ['http://a.example/x', 'https://b.example/x', false],
  ['http://a.example/x', 'https://www.a.example/x', true],
  ['https://www.a.example/x', 'https://a.example/y', true],
  ['https://a.example/x', 'https://www.b.example/x', false],
])('from %s to %s, which nobody named: %j', (from, location, allowed) => {
  const lead = () => redirectTarget(pageOf('', { status: 301, headers: { location } }), new URL(from), createOrigins({}));
  if (allowed) expect(lead()?.href).toBe(location);
  else expect(lead).toThrow(expect.objectContaining({ code: 'redirect', at: from }));
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

test('nothing is sent to a server that nobody named', async () => {
  const abroad = await start({});
  const { origin } = await start({ '/a': [[302, { location: `${abroad.origin}/a` }]] });
  await expect(fetcherFor(origin).fetcher.get(`${REAL}/a`)).rejects.toMatchObject({ code: 'redirect' });
  expect(abroad.asked).toEqual([]);
});

test('behind a redirect stands the document only at or below the address that was asked', async () => {
  const [one, other] = ['/doc/document/ST-90001-2099-INIT/en/pdf', '/doc/document/ST-90002-2099-INIT/en/pdf'];
  const document: Answer = [200, PDF, '%PDF-1.7 ours'];
  const { origin } = await start({
    [one]: [[302, { location: `${one}/v1.pdf` }]],
    [`${one}/v1.pdf`]: [document],
    [other]: [[301, { location: one }]],
  });
  const { fetcher } = fetcherFor(origin);
  expect(lookAtDocument(await fetcher.get(REAL + one))).toMatchObject({ kind: 'document', page: { finalUrl: `${REAL}${one}/v1.pdf` } });
  expect(lookAtDocument(await fetcher.get(REAL + other))).toMatchObject({ reason: 'moved-away', page: { url: REAL + other } });
});

test('five redirects are enough', async () => {
  const { origin, paths } = await start({ '/a': [[302, { location: '/a' }]] });
  await expect(fetcherFor(origin).fetcher.get(`${REAL}/a`)).rejects.toMatchObject({ code: 'redirect' });
  expect(paths().filter((path) => path === '/a')).toHaveLength(6);
});

test('five redirects are not too many', async () => {
  const { origin } = await start({ '/a': [...Array.from({ length: 5 }, (): Answer => [302, { location: '/a' }]), [200]] });
  expect((await fetcherFor(origin).fetcher.get(`${REAL}/a`)).status).toBe(200);
});

test('a redirect does not lead round robots.txt', async () => {
  const { origin, paths } = await start({
    '/robots.txt': [[200, { 'content-type': 'text/plain' }, 'User-agent: *\nDisallow: /closed']],
    '/a': [[302, { location: '/closed' }]],
  });
  await expect(fetcherFor(origin).fetcher.get(`${REAL}/a`)).rejects.toMatchObject({ code: 'refused' });
  expect(paths()).not.toContain('/closed');
});
