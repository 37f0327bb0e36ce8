// What an answer is by its status, its address and its bytes; what it says is tested with the made-up walls.

import { describe, expect, test } from 'vitest';
import { judge, type Verdict, type Wanted } from '../../../pipeline/fetch/judge/page.ts';
import type { Page } from '../../../pipeline/types.ts';
import { answer } from '../../replica/walls.ts';

const nameOf = (verdict: Verdict): string => (verdict.kind === 'absent' ? verdict.reason : verdict.kind);
const STORY = '<h1>Board meets</h1><p>The board met in May 2099, counted its boats and adopted a plan for the year.</p>';

describe('status', () => {
  test.each([
    [200, 'good'],
    [203, 'good'],
    [204, 'empty'],
    [206, 'status'],
    [302, 'status'],
    [304, 'not-modified'],
    [400, 'status'],
    [401, 'forbidden'],
    [403, 'forbidden'],
    [404, 'not-found'],
    [410, 'not-found'],
    [429, 'rate-limited'],
    [451, 'forbidden'],
    [500, 'server-error'],
    [503, 'server-error'],
  ])('%i with a good page is %s', (status, is) => {
    // 202 is a wall where it shows little.
    expect(nameOf(judge(answer(STORY, { status }), 'html'))).toBe(is);
  });

  test('202 is a wall, or at least no page', () => {
    expect(judge(answer(STORY, { status: 202 }), 'html')).toMatchObject({ kind: 'wall', evidence: 'status 202 without content' });
    expect(nameOf(judge(answer(STORY.repeat(30), { status: 202 }), 'html'))).toBe('status');
  });

  test('a server that is out for maintenance says so with 503, and a request to come back later with 200', () => {
    const body = '<title>Site under maintenance</title><p>Back at noon.</p>';
    expect(judge(answer(body, { status: 503 }), 'html')).toMatchObject({
      reason: 'maintenance',
      evidence: expect.stringContaining('status 503'),
    });
    expect(judge(answer(STORY, { headers: { 'retry-after': '3600' } }), 'html')).toMatchObject({ evidence: 'retry-after: 3600' });
  });

  test('the evidence names the server that refused', () => {
    const verdict = judge(answer('', { status: 504, headers: { server: 'awselb/2.0' } }), 'html');
    expect(verdict).toEqual({ kind: 'absent', reason: 'server-error', evidence: 'status 504, server: awselb/2.0' });
  });
});

describe('where a redirect ended', () => {
  const judged = (url: string, finalUrl: string, wanted: Wanted = 'html', body = STORY): string =>
    nameOf(judge(answer(body, { url, finalUrl }), wanted));
  const A = 'https://agency.example/news/item-90001';

  test.each([
    [A, 'https://www.agency.example/news/item-90001'],
    ['http://www.agency.example/news/item-90001', A],
    [A, `${A}/`],
    ['https://AGENCY.example/news/item-90001', A],
    [A, 'https://agency.example/News/Item-90001'],
    [A, 'https://agency.example/en/news/item-90001'],
    ['https://agency.example/news/item-90001_en', A],
    [A, 'https://agency.example/news/item-90001_fr'],
    ['https://agency.example/', 'https://agency.example/en/'],
    ['https://agency.example/', 'https://agency.example/index_en'],
    ['https://agency.example/news', 'https://agency.example/news/index.html'],
    [`${A}?utm_source=feed&x=1`, `${A}?x=1`],
    [A, `${A}?lang=en#top`],
    [`${A}?a=1&b=2`, `${A}?b=2&a=1`],
    ['https://agency.example/d%C3%A9tail', 'https://agency.example/détail'],
  ])('%s and %s are one', (url, finalUrl) => expect(judged(url, finalUrl)).toBe('good'));

  test.each([
    [A, 'https://agency.example/'],
    [A, 'https://agency.example/en/'],
    [A, 'https://agency.example/index_en'],
    [A, 'https://agency.example/news'],
    [A, 'https://agency.example/news/item-90002'],
    [A, `${A}/annex`],
    [A, 'https://agency.example/user/login?destination=/news/item-90001'],
    [A, 'https://agency.example/error/404'],
    [A, 'https://other.example/news/item-90001'],
    [`${A}_en`, `${A}_fr`],
    [`${A}?page=2`, A],
    [`${A}?id=1`, `${A}?id=2`],
  ])('%s and %s are two', (url, finalUrl) => {
    expect(judged(url, finalUrl)).toBe('moved-away');
    expect(judge(answer(STORY, { url, finalUrl }), 'html')).toMatchObject({ evidence: `redirected to ${finalUrl}` });
  });

  test('a file may have a name of its own behind the address, but no login', () => {
    expect(judged(A, `${A}/ours.pdf`, 'pdf', '%PDF-1.7')).toBe('good');
    expect(judged(A, `${A}/login`, 'pdf', '%PDF-1.7')).toBe('moved-away');
    expect(judged('https://agency.example/', 'https://agency.example/ours.pdf', 'pdf', '%PDF-1.7')).toBe('moved-away');
  });
});

describe('bytes', () => {
  const ROWS = '{"rows":[{"title":"Boats were counted"}]}';
  const RSS = '<?xml version="1.0"?><!-- ours --><rss version="2.0"><channel><title>News</title></channel></rss>';
  const ATOM = '\ufeff<feed xmlns="http://www.w3.org/2005/Atom"><title>News</title></feed>\n';
  const SCRIPT =
    '<div id="app"></div><script>window.SERVER_DATA = {"a":[{"title":"Boats were counted again","u":"\\/a"},{"title":"Members met at noon","u":"\\/b"}]};</script>';
  const cases: readonly [Wanted, string | Uint8Array, Partial<Page>, string][] = [
    ['pdf', '%PDF-1.7', { mediaType: 'application/octet-stream' }, 'good'],
    ['pdf', STORY, { mediaType: 'application/pdf' }, 'html'],
    ['pdf', 'ours', { mediaType: 'application/pdf' }, 'wrong-type'],
    ['file', 'PK\x03\x04ours', {}, 'good'],
    ['file', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 1), {}, 'good'],
    ['file', 'month;boats\n2099-01;5\n', { mediaType: 'text/csv' }, 'good'],
    ['file', STORY, { mediaType: 'application/vnd.ms-excel' }, 'html'],
    ['file', Uint8Array.of(1, 0, 2, 0), {}, 'wrong-type'],
    ['json', ROWS, {}, 'good'],
    ['json', '[]', { mediaType: 'application/json' }, 'good'],
    ['json', STORY, { mediaType: 'application/json' }, 'html'],
    ['json', SCRIPT, {}, 'good'],
    ['json', ROWS.slice(0, -9), { mediaType: 'application/json' }, 'cut-off'],
    ['json', '{"error":{"code":9,"message":"Quota"}}', { mediaType: 'application/json' }, 'server-error'],
    ['json', '{"error":null,"rows":[]}', { mediaType: 'application/json' }, 'good'],
    ['json', '', { mediaType: 'application/json' }, 'empty'],
    ['feed', RSS, {}, 'good'],
    ['feed', ATOM, { mediaType: 'application/atom+xml' }, 'good'],
    ['feed', RSS.slice(0, -10), { mediaType: 'application/rss+xml' }, 'cut-off'],
    ['feed', STORY, { mediaType: 'application/rss+xml' }, 'html'],
    ['feed', '<urlset></urlset>', { mediaType: 'text/xml' }, 'wrong-type'],
    ['feed', ROWS, {}, 'wrong-type'],
    ['html', RSS, {}, 'wrong-type'],
    ['html', '%PDF-1.7', {}, 'wrong-type'],
    ['html', 'The board met, and that is all.', { mediaType: 'text/html' }, 'good'],
    ['html', 'The board met, and that is all.', { mediaType: 'text/plain' }, 'wrong-type'],
    ['html', Buffer.from('\ufeff<p>The board met in May.</p>', 'utf16le'), {}, 'good'],
  ];
  test.each(cases)('%s of %s %o: %s', (wanted, body, changes, is) => {
    const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body;
    expect(nameOf(judge(answer('', { ...changes, body: bytes }), wanted))).toBe(is);
  });
});
