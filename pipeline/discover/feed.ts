// RSS 2.0, RSS 1.0 (RDF) and Atom as rows. What a row means is decided in rows.ts.

import { type AtomFeed, DetectError, MalformedError, ParseError, parseFeed, type RdfFeed, type RssFeed } from 'feedsmith';
import type { FeedReader, RawRow } from '../types.ts';
import type { Found } from './found.ts';
import { type ListName, layoutError } from './layout.ts';
import { plainText } from './text.ts';

/** One item, whatever the dialect. */
interface Item {
  /** The stable id where there is one: Atom's, else the guid. */
  readonly id: string;
  readonly link: string;
  readonly title: string;
  readonly summary: string;
  readonly date: string | null;
  readonly categories: readonly string[];
}

type AtomEntry = AtomFeed.Entry<string>;

const present = (words: readonly (string | undefined)[]): readonly string[] => words.flatMap((word) => word || []);

/** The page itself, not the entry's own feed or a picture in it. */
const alternate = (links: AtomEntry['links']): string =>
  (links?.find(({ rel }) => rel === 'alternate') ?? links?.find(({ rel }) => rel === undefined))?.href ?? '';

const ofRss = (item: RssFeed.Item<string>): Item => {
  const guid = item.guid?.value ?? '';
  const ownAddress = item.guid?.isPermaLink !== false && /^https?:/i.test(guid) ? guid : '';
  return {
    id: item.atom?.id ?? guid,
    link: item.link || alternate(item.atom?.links) || ownAddress,
    title: item.title ?? '',
    summary: item.description ?? item.content?.encoded ?? '',
    // Where only one of them is there, it is the one that the list is sorted by.
    date: item.pubDate ?? item.dc?.dates?.[0] ?? item.atom?.published ?? item.atom?.updated ?? null,
    categories: present((item.categories ?? []).map((category) => category.name)),
  };
};

const ofRdf = (item: RdfFeed.Item<string>): Item => ({
  id: item.rdf?.about ?? '',
  link: item.link ?? '',
  title: item.title ?? '',
  summary: item.description ?? item.content?.encoded ?? '',
  date: item.dc?.dates?.[0] ?? item.atom?.updated ?? null,
  categories: present(item.dc?.subjects ?? []),
});

const ofAtom = (entry: AtomEntry): Item => ({
  id: entry.id ?? '',
  link: alternate(entry.links),
  title: entry.title?.value ?? '',
  summary: entry.summary?.value ?? entry.content?.value ?? '',
  date: entry.published ?? entry.updated ?? entry.dc?.dates?.[0] ?? null,
  categories: present((entry.categories ?? []).map((category) => category.label ?? category.term)),
});

/** Null for a dialect that nobody declared. */
const itemsOf = (text: string): readonly Item[] | null => {
  const parsed = parseFeed(text);
  if (parsed.format === 'rss') return (parsed.feed.items ?? []).map(ofRss);
  if (parsed.format === 'rdf') return (parsed.feed.items ?? []).map(ofRdf);
  return parsed.format === 'atom' ? (parsed.feed.entries ?? []).map(ofAtom) : null;
};

/** RSS has no `updated` of its own: some write that of Atom without saying so. */
const withNamespace = (text: string): string =>
  /<rss\b/i.test(text) && !/<pubDate>/i.test(text) ? text.replace(/<(\/?)updated>/g, '<$1pubDate>') : text;

const toRow = (item: Item, reader: FeedReader): RawRow | null => {
  const more = reader.more === undefined ? {} : reader.more({ id: item.id, link: item.link, categories: item.categories });
  if (more === null) return null;
  const known = item.link === '' && item.id !== '' ? { id: item.id } : {};
  return { ...known, title: item.title, link: item.link, date: item.date, summary: plainText(item.summary), ...more };
};

/** @throws LayoutError for what is no feed */
export const readFeed = (text: string, reader: FeedReader, list: ListName): Found => {
  let items: readonly Item[] | null;
  try {
    items = itemsOf(withNamespace(text.trimStart()));
  } catch (cause) {
    if (![DetectError, MalformedError, ParseError].some((kind) => cause instanceof kind)) throw cause;
    throw layoutError(list, 'a feed was expected and what came cannot be read as one', cause);
  }
  if (items === null) throw layoutError(list, 'RSS or Atom was expected and another kind of feed came');
  return { rows: items.flatMap((item) => toRow(item, reader) ?? []), seen: items.length, total: null, landmarks: false, base: list.at };
};
