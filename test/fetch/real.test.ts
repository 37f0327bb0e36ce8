// Runs where real answers lie beside the repository, and is silent elsewhere. Checks what they are taken for, never what they say.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { challenge } from '../../pipeline/fetch/classify.ts';
import type { Page } from '../../pipeline/types.ts';
import { pageOf } from './support.ts';

const DATA = resolve(import.meta.dirname, '../../../shared/data');
const BLOCKED = ['cloudflare_just-a-moment.html', 'consilium_browser-check_403.html'];

const namesIn = (folder: string): string[] => readdirSync(join(DATA, folder)).sort();
const read = (folder: string, name: string): string => readFileSync(join(DATA, folder, name), 'utf8');

/** What the format offers of an archived answer: status, headers and title, but no body. */
interface Archived {
  readonly data: { readonly status: number; readonly media_type: string; readonly title: string; readonly headers: Record<string, string> };
}

const archived = (name: string): Page => {
  const { data } = JSON.parse(read('blocked-responses', name)) as Archived;
  return pageOf(data.title === '' ? '' : `<title>${data.title}</title>`, {
    status: data.status,
    mediaType: data.media_type,
    headers: Object.fromEntries(Object.entries(data.headers).map(([key, value]) => [key.toLowerCase(), value])),
  });
};

describe.skipIf(!existsSync(DATA))('real answers', () => {
  test('archived walls are called blocked where header or title shows it, and no good answer is', () => {
    const blocked = namesIn('blocked-responses').filter((name) => challenge(archived(name)) !== null);
    expect(blocked.map((name) => name.slice(0, name.indexOf('__') + 10))).toEqual([
      'awselb-2-0.0__38a04ad5',
      'cloudflare-0.1__2d1d43d8',
      'cloudfront-0.0__30619214',
      'cloudfront-0.0__bfb193df',
      'rimon-0.0__f3407204',
    ]);
  });

  test.each([200, 403])('of the snippets, with status %i, only the two walls are called blocked', (status) => {
    const walls = namesIn('html-snippets').filter((name) => challenge(pageOf(read('html-snippets', name), { status })) !== null);
    expect(walls).toEqual(BLOCKED);
  });

  test.each([
    ['html', 'text/html'],
    ['feeds', 'application/rss+xml'],
    ['feeds', 'application/json'],
  ])('nothing in %s (%s) is called blocked', (folder, mediaType) => {
    expect(namesIn(folder).filter((name) => challenge(pageOf(read(folder, name), { mediaType })) !== null)).toEqual([]);
  });
});
