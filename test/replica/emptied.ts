// A list without its rows, as a site shows one whose database does not answer: the page around them stays. Knows pages, feeds and JSON.

import { load } from 'cheerio';
import type { Answer } from './site.ts';

/** The same answer with every list in it empty; what has no text stays as it is. */
export const emptied = (answer: Answer): Answer => {
  if (typeof answer.body !== 'string') return answer;
  return { ...answer, body: withoutRows(answer.type ?? '', answer.body) };
};

const withoutRows = (type: string, body: string): string => {
  if (type.includes('json')) return JSON.stringify(withoutItems(JSON.parse(body)));
  if (type.includes('xml') && !type.includes('xhtml')) return body.replace(/<(item|entry)\b[\s\S]*?<\/\1>/g, '');
  return type.includes('html') ? withoutLinks(body) : body;
};

const withoutItems = (data: unknown): unknown => {
  if (Array.isArray(data)) return [];
  if (typeof data !== 'object' || data === null) return data;
  return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, withoutItems(value)]));
};

/** Empties the smallest element that holds all links of the main part, and lists that a script brings along. */
const withoutLinks = (body: string): string => {
  const $ = load(body);
  const main = $('main');
  const links = main.find('a[href]').toArray();
  const holder = $(links[0])
    .parentsUntil(main.parent())
    .filter((_, element) => links.every((link) => $(link).closest(element).length > 0))
    .first();
  holder.empty();
  for (const script of $('script').toArray()) {
    const [, start = '', data = ''] = /^(\s*(?:window\.|var |const )\w+ = )(\{[\s\S]*\});?\s*$/.exec($(script).text()) ?? [];
    if (data !== '') $(script).text(`${start}${JSON.stringify(withoutItems(JSON.parse(data)))};`);
  }
  return $.html();
};
