// Real answers with people's labels, where they lie beside the repository; elsewhere these tests are skipped. Nothing of their words is repeated here.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { judge, type Wanted } from '../../pipeline/fetch/judge/page.ts';
import type { Page } from '../../pipeline/types.ts';
import { answer } from '../replica/walls.ts';

const DATA = path.resolve(import.meta.dirname, '../../../shared/data');
const WALLS = ['cloudflare_just-a-moment.html', 'consilium_browser-check_403.html'];
/** Cut off within its head. */
const NO_BODY = 'euaa_press-releases_head.html';

const here = existsSync(path.join(DATA, 'blocked-responses'));
if (!here) process.stdout.write(`Walls are not measured: ${DATA} is not there.\n`);
const namesIn = (folder: string): string[] => (here ? readdirSync(path.join(DATA, folder)).sort() : []);
const read = (folder: string, name: string): Buffer => readFileSync(path.join(DATA, folder, name));

/** What the format offers of an archived answer: no body. */
interface Archived {
  readonly data: {
    readonly status: number;
    readonly media_type: string;
    readonly title: string;
    readonly content_length: number;
    readonly headers: Record<string, string>;
  };
}

/** The body as it may have been: its title, and something of its length. */
const archived = (name: string, filling: 'words' | 'script'): Page => {
  const { status, media_type, title, content_length, headers } = (JSON.parse(read('blocked-responses', name).toString()) as Archived).data;
  const filler = filling === 'words' ? 'boats were counted in the harbour. ' : '/* boats */ ';
  const inside = filler.repeat(Math.ceil(Math.max(0, content_length - title.length) / filler.length));
  const body = filling === 'words' ? `<p>${inside}</p>` : `<script>${inside}</script>`;
  const markup = media_type === 'text/plain' ? inside : `<html><head><title>${title}</title></head><body>${body}</body></html>`;
  const lower = Object.entries(headers).map(([key, value]) => [key.toLowerCase(), value]);
  return answer(content_length === 0 ? '' : markup, { status, mediaType: media_type, headers: Object.fromEntries(lower) });
};

const labelOf = (name: string): number => Number(/-([\d.]+)__/.exec(name)?.[1]);
const short = (name: string): string => name.slice(0, name.indexOf('__') + 10);

describe.skipIf(!here)('archived answers', () => {
  const names = namesIn('blocked-responses');
  const blocked = names.filter((name) => labelOf(name) < 1);
  const good = names.filter((name) => labelOf(name) === 1);

  test.each(['words', 'script'] as const)('no bad one is called good, whatever it was made of (%s)', (filling) => {
    expect(blocked.length).toBeGreaterThan(10);
    expect(blocked.filter((name) => ['good', 'not-modified'].includes(judge(archived(name, filling), 'html').kind))).toEqual([]);
  });

  test('no good one is called blocked, and the pages among them are good', () => {
    const verdicts = good.map((name) => ({
      name,
      status: archived(name, 'words').status,
      verdict: judge(archived(name, 'words'), 'html'),
    }));
    expect(verdicts.filter(({ verdict }) => verdict.kind === 'wall')).toEqual([]);
    expect(verdicts.filter(({ status, verdict }) => (status === 200) !== (verdict.kind === 'good'))).toEqual([]);
    expect(
      verdicts.filter(({ status, verdict }) => status === 404 && (verdict.kind !== 'absent' || verdict.reason !== 'not-found')),
    ).toEqual([]);
  });

  test('a wall is called one where a header or the title shows it; servers in trouble and pauses asked for are not', () => {
    const others = blocked.filter((name) => judge(archived(name, 'script'), 'html').kind !== 'wall');
    expect(others.map(short)).toEqual([
      'awselb-2-0.0__22380604',
      'awselb-2-0.5__8be8e58c',
      'awselb-2-0.5__d5acb250',
      'erddap-0.25__d5c25818',
    ]);
    const reasons = others.map((name) => judge(archived(name, 'script'), 'html'));
    expect(reasons.map((verdict) => 'reason' in verdict && verdict.reason)).toEqual([
      'rate-limited',
      'server-error',
      'server-error',
      'forbidden',
    ]);
  });
});

describe.skipIf(!here)('real pages', () => {
  const verdictOf = (folder: string, name: string, wanted: Wanted, mediaType = '') =>
    judge(answer('', { body: read(folder, name), mediaType, status: 200 }), wanted);

  test.each([200, 403])('of the snippets, with status %i, the two walls alone are walls', (status) => {
    const walls = namesIn('html-snippets').filter(
      (name) => judge(answer('', { body: read('html-snippets', name), status }), 'html').kind === 'wall',
    );
    expect(walls).toEqual(WALLS);
  });

  test('the other snippets are good', () => {
    const bad = namesIn('html-snippets').filter((name) => verdictOf('html-snippets', name, 'html', 'text/html').kind !== 'good');
    expect(bad).toEqual([...WALLS, NO_BODY]);
  });

  test('full pages are good, and the error page among them is none', () => {
    const bad = namesIn('html').filter((name) => verdictOf('html', name, 'html', 'text/html').kind !== 'good');
    expect(bad).toEqual(['eci_errors_429_too_many_requests_error.html']);
    expect(verdictOf('html', bad[0] ?? '', 'html')).toMatchObject({ kind: 'absent', reason: 'rate-limited' });
  });

  test('feeds, data, documents and recorded histories are good', () => {
    const wantedOf = (name: string): Wanted =>
      name.endsWith('.json') ? 'json' : name.endsWith('.xml') ? 'feed' : name.endsWith('.pdf') ? 'pdf' : 'file';
    for (const folder of ['feeds', 'council-pdf', 'agency-pdf', 'parliament-pdf']) {
      expect(namesIn(folder).filter((name) => verdictOf(folder, name, wantedOf(name)).kind !== 'good')).toEqual([]);
    }
    const histories = readdirSync(path.join(DATA, 'page-history-html'), { recursive: true, encoding: 'utf8' });
    const pages = histories.filter((name) => name.endsWith('.html'));
    expect(pages.length).toBeGreaterThan(10);
    expect(pages.filter((name) => verdictOf('page-history-html', name, 'html').kind !== 'good')).toEqual([]);
  });
});
