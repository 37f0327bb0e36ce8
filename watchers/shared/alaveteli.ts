// Requests for documents on sites that run Alaveteli: a list of requests, and what happened in one of them. Markup and fields are those of
// Alaveteli's source. Its robots.txt disallows feeds, search, tracking and the pages of single answers, so nothing here leads there.

import type { HtmlReader, JsonReader, RawRow } from '../../pipeline/types.ts';
import { rowsAt, textAt } from './json.ts';

const REQUEST = /\/request\/(?!new\b)[^/?#]+/;

/** A page of `/list/…`. The link of a row leads to its newest answer, by a fragment and sometimes a query, which move on with it. */
export const requestListing: HtmlReader = {
  format: 'html',
  rows: [
    'div.request_listing',
    '[class*="request_listing"]',
    'li:has(a[href*="/request/"]):not(:has(li))',
    'article:has(a[href*="/request/"])',
  ],
  title: ['span.head > a', '.head a', 'h2 a, h3 a, h4 a', 'a[href*="/request/"]'],
  link: ['span.head > a', '.head a', 'a[href*="/request/"]'],
  date: ['time'],
  // Who asked whom is left out: the name of an agency alone does not make a request one of interest.
  summary: ['div.request_right > span.desc', '.desc', 'blockquote', 'p'],
  keep: /^\/(?:[a-z]{2}\/)?request\/(?!new\b)[^/?]+\/?$/,
  more: (row): Partial<RawRow> => {
    const link = [...row.attributes('.head a', 'href'), ...row.attributes('a', 'href')].find((href) => REQUEST.test(href));
    return link === undefined ? {} : { link: link.replace(/[?#].*$/, '') };
  },
};

/** The events of one request, from its `.json`. Their titles hold nothing that the site changes later, such as the state that it derives. */
export const requestEvents = (site: string, about: string): JsonReader => ({
  format: 'json',
  rows: (request) => {
    const [title, name] = [textAt(request, 'title'), textAt(request, 'url_title')];
    return name === '' ? null : (rowsAt(request, 'info_request_events')?.map((event) => ({ title, name, event })) ?? null);
  },
  row: (item): RawRow | null => {
    const [id, type, day] = [textAt(item, 'event.id'), textAt(item, 'event.event_type'), textAt(item, 'event.created_at').slice(0, 10)];
    if (id === '' || type === '') return null;
    return {
      id: `${textAt(item, 'name')}.${id}`,
      title: `${textAt(item, 'title')}: ${type.replaceAll('_', ' ')} of ${day} (event ${id})`,
      link: `${site}/request/${textAt(item, 'name')}`,
      date: day,
      summary: about,
    };
  },
});
