// Pages, lists and feeds that people write into the settings, as watchers like all others. Reading the settings is not done here.

import type { FeedReader, HtmlReader, LinksReader, ListingWatcher, PageWatcher } from '../types.ts';

interface Added {
  readonly id: string;
  readonly url: string;
  readonly title?: string | undefined;
}

export interface AddedPage extends Added {
  readonly select: readonly string[];
  readonly remove: readonly string[];
  readonly expect: number | string;
  readonly via: 'http' | 'browser';
}

export interface AddedFeed extends Added {
  readonly expect: number;
  readonly texts: boolean;
  readonly all: boolean;
}

export interface AddedList extends AddedFeed {
  readonly select: readonly string[];
  readonly remove: readonly string[];
  readonly rowTitle: readonly string[];
  readonly rowLink: readonly string[];
  readonly rowDate: readonly string[];
  readonly keep?: string | undefined;
  readonly via: 'http' | 'browser';
}

export interface Declared {
  readonly pages: readonly AddedPage[];
  readonly lists: readonly AddedList[];
  readonly feeds: readonly AddedFeed[];
}

const pageWatcher = ({ id, url, title, select, remove, expect, via }: AddedPage): PageWatcher => ({
  kind: 'page',
  id,
  title: title ?? id,
  via,
  url,
  select,
  remove,
  expect,
});

const FEED: FeedReader = { format: 'feed' };

/** Rows by selector; without one, links by the pattern that their address must fit. */
const readerOf = ({ select, rowTitle, rowLink, rowDate, keep }: AddedList): HtmlReader | LinksReader => {
  const pattern = keep === undefined ? {} : { keep: new RegExp(keep) };
  if (select.length === 0) return { format: 'links', keep: pattern.keep ?? /./ };
  const title = [...rowTitle, 'h1 a', 'h2 a', 'h3 a', 'h4 a', 'h1', 'h2', 'h3', 'h4', 'a'];
  return {
    format: 'html',
    rows: select,
    title,
    link: [...rowLink, ...title.filter((selector) => /(^|\s)a\b/.test(selector)), 'a[href]'],
    date: [...rowDate, 'time[datetime]', 'time', '.date'],
    ...pattern,
  };
};

const listWatcher = (added: AddedList | (AddedFeed & { readonly remove?: readonly string[] }), isFeed: boolean): ListingWatcher => ({
  kind: 'listing',
  id: added.id,
  title: added.title ?? added.id,
  via: 'via' in added ? added.via : 'http',
  entry: 'page',
  lists: [
    {
      name: added.id,
      url: added.url,
      read: isFeed || !('select' in added) ? FEED : readerOf(added),
      expect: added.expect,
      dated: false,
    },
  ],
  detail: added.texts ? { select: [], remove: added.remove ?? [] } : null,
  all: added.all,
});

/** The watchers that the settings add, sorted by id. */
export const declaredWatchers = ({ pages, lists, feeds }: Declared): readonly (ListingWatcher | PageWatcher)[] =>
  [...pages.map(pageWatcher), ...lists.map((list) => listWatcher(list, false)), ...feeds.map((feed) => listWatcher(feed, true))].sort(
    (a, b) => (a.id < b.id ? -1 : 1),
  );
