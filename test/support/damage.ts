// Copies of a recorded answer that are damaged, or the same in another order. How sites fail in general is in test/replica/faults.ts.

import { type CheerioAPI, load } from 'cheerio';
import type { List, Page } from '../../pipeline/types.ts';
import { emptied as emptiedAnswer } from '../replica/emptied.ts';
import { type Fault, misbehave } from '../replica/faults.ts';

const text = ({ body }: Page): string => new TextDecoder().decode(body);
const withBody = (page: Page, body: string): Page => ({ ...page, body: new TextEncoder().encode(body) });

/** The first so many parts of a hundred. */
export const cutAt = (page: Page, percent: number): Page => ({
  ...page,
  body: page.body.subarray(0, Math.floor((page.body.length * percent) / 100)),
});

export const zeroBytes = (page: Page): Page => ({ ...page, body: new Uint8Array() });

/** The frame of the page stays. */
export const withoutMain = (page: Page): Page => {
  const $ = load(text(page));
  $('main').empty();
  return withBody(page, $.html());
};

export const emptied = (page: Page): Page => {
  const { body } = emptiedAnswer({ type: page.mediaType, body: text(page) });
  return typeof body === 'string' ? withBody(page, body) : page;
};

/** What a wall of that kind puts in its place. */
export const behindWall = async (page: Page, fault: Fault): Promise<Page> => {
  const {
    status = 200,
    type = '',
    headers = {},
    body,
  } = await misbehave(fault, {
    right: async () => ({ body: page.body }),
    turn: 0,
    url: new URL(page.url),
  });
  return { ...withBody(page, String(body)), status, mediaType: type.split(';')[0] ?? '', headers: { ...headers, 'content-type': type } };
};

/** The same rows, the last one first. */
export const shuffled = (page: Page, { read }: Pick<List, 'read'>): Page => {
  const body = text(page);
  if (read.format === 'json' && read.variable === undefined) return withBody(page, JSON.stringify(reversed(JSON.parse(body))));
  if (read.format === 'feed') return withBody(page, reversedItems(body));
  const $ = load(body);
  if (read.format === 'json') {
    for (const script of $('script').toArray()) {
      const [, start = '', data = ''] = /^(\s*(?:window\.|var |const )\w+ = )(\{[\s\S]*\});?\s*$/.exec($(script).text()) ?? [];
      if (data !== '') $(script).text(`${start}${JSON.stringify(reversed(JSON.parse(data)))};`);
    }
  } else if (read.format === 'html') {
    const selector = read.rows.find((one) => $(one).length > 0) ?? 'none';
    swap($, $(selector).toArray());
  } else {
    const links = $('a[href]')
      .toArray()
      .filter((link) => read.keep.test(pathOf($(link).attr('href') ?? '', page.finalUrl)));
    swap($, rowsAround($, links));
  }
  return withBody(page, $.html());
};

const reversed = (data: unknown): unknown => {
  if (Array.isArray(data)) return data.every((one) => typeof one === 'object') ? data.map(reversed).reverse() : data;
  if (typeof data !== 'object' || data === null) return data;
  return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, reversed(value)]));
};

const reversedItems = (body: string): string => {
  const items = [...body.matchAll(/<(item|entry)\b[\s\S]*?<\/\1>/g)].map(([item]) => item).reverse();
  return body.replace(/<(item|entry)\b[\s\S]*?<\/\1>/g, () => items.shift() ?? '');
};

const pathOf = (href: string, base: string): string => {
  const { pathname, search } = new URL(href, base);
  return pathname + search;
};

/** Any part of a page; the library names it nowhere else. */
type Element = Parameters<CheerioAPI['contains']>[0];

/** The children of the smallest element around all links, where each of them has some: in a flat page the order is what belongs together. */
const rowsAround = ($: CheerioAPI, links: readonly Element[]): Element[] => {
  const holds = (element: Element, link: Element): boolean => element === link || $.contains(element, link);
  const parents: Element[] = $(links[0]).parents().toArray();
  const holder = parents.find((parent) => links.every((link) => holds(parent, link)));
  const children: Element[] = $(holder).children().toArray();
  return children.every((child) => links.some((link) => holds(child, link))) ? children : [];
};

const swap = ($: CheerioAPI, rows: readonly Element[]): void => {
  const copies = rows.map((row) => $(row).clone());
  for (const [i, row] of rows.entries()) $(row).replaceWith(copies.at(-1 - i) ?? '');
};
