// Reads the lists of watchers on the pages of stand-ins, without a server: what a run would see, in any markup and on any day.

import { readList } from '../../pipeline/discover/list.ts';
import type { List, ListingWatcher, Page, Row } from '../../pipeline/types.ts';
import { type Answer, DAYS, type Question, type Story } from '../replica/site.ts';

export type When = Partial<Pick<Question, 'day' | 'variant' | 'language'>>;

const asPage = (url: string, { status = 200, type = '', headers = {}, body }: Answer): Page => ({
  url,
  finalUrl: url,
  status,
  mediaType: type.split(';')[0] ?? '',
  headers: { ...headers, 'content-type': type },
  body: typeof body === 'string' ? new TextEncoder().encode(body) : body,
  validators: { etag: null, lastModified: null },
});

/** What the stand-in of a real address answers; a page of status 404 where it has none. */
export const pageAt = async ({ sites }: Story, address: string, { day = 1, variant = 0, language = 'en' }: When = {}): Promise<Page> => {
  const url = new URL(address);
  const site = sites.find(({ origin }) => origin === url.origin);
  if (site === undefined) throw new Error(`no stand-in for ${url.origin}`);
  const answer = await site.answer({ url, method: 'GET', headers: {}, day, variant, language });
  return asPage(address, answer ?? { status: 404, type: 'text/html', body: '<title>Page not found</title>' });
};

/** One page of a list; `change` stands for a browser. */
export const rowsOf = async (
  story: Story,
  list: List,
  when: When & { page?: number; change?: ((page: Page) => Page) | undefined } = {},
): Promise<readonly Row[]> => {
  const today = DAYS[when.day ?? 1];
  const asked = { page: when.page ?? list.paging?.first ?? 1, from: today, to: today };
  const page = await pageAt(story, typeof list.url === 'string' ? list.url : list.url(asked), when);
  return (await readList(when.change?.(page) ?? page, list, { today })).rows;
};

/** A list of a watcher by its name, with those that stand in for it. */
export const listOf = ({ lists }: ListingWatcher, name: string): List => {
  const known = typeof lists === 'function' ? [] : lists;
  const withOthers = (list: List): List[] => [list, ...(list.otherwise === undefined ? [] : withOthers(list.otherwise))];
  const list = known.flatMap(withOthers).find((one) => one.name === name);
  if (list === undefined) throw new Error(`no list ${name}`);
  return list;
};
