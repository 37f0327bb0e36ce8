// Pages and lists as the tests of the readers need them.

import { readList } from '../../pipeline/discover/list.ts';
import type { List, ListPage, Page, Reader } from '../../pipeline/types.ts';

export const TODAY = '2026-11-20';
export const HOME = 'https://www.body.example/news/list';

export const pageOf = (body: string | Uint8Array, over: Partial<Page> = {}): Page => ({
  url: over.finalUrl ?? HOME,
  finalUrl: HOME,
  status: 200,
  mediaType: 'text/html',
  headers: {},
  body: typeof body === 'string' ? new TextEncoder().encode(body) : body,
  validators: { etag: null, lastModified: null },
  ...over,
});

export const listOf = (read: Reader, over: Partial<List> = {}): List => ({
  name: 'news',
  url: HOME,
  read,
  expect: 1,
  dated: false,
  ...over,
});

export const readOf = (
  body: string | Uint8Array,
  read: Reader,
  over: Partial<List> & { readonly page?: Partial<Page> } = {},
): Promise<ListPage> => {
  const { page, ...list } = over;
  return readList(pageOf(body, page), listOf(read, list), { today: TODAY });
};

/** What most tests look at. */
export const facts = ({ rows }: ListPage): readonly (readonly [string, string | null, string])[] =>
  rows.map(({ title, date, url }) => [title, date, url]);

/** A whole page around its main part. */
export const html = (main: string): string => `<!doctype html><html lang="en"><head><title>x</title></head><body>${main}</body></html>`;
