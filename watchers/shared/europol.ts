// Europol's site: every page is a shell with its data in a script (window.SERVER_DATA), every item has a node endpoint. Seen in recorded output and
// working code: NodeLoader.node.lists[].items[] with title, alias and published (unix seconds); introduction or summary, articleType and
// crimeAreas of a node. Fields of publications and their files were never seen, so texts and files are found wherever a node has them.

import type { Detail, FeedReader, JsonReader, ListingWatcher, RawRow } from '../../pipeline/types.ts';
import { at, listAt, textAt } from './json.ts';

export const EUROPOL = 'https://www.europol.europa.eu';

/** The one address of an item: the site answers with and without www, and old news addresses redirect to new ones. */
const pathOf = (link: string): string =>
  URL.canParse(link, EUROPOL) ? new URL(link, EUROPOL).pathname.replace(/\/$/, '').replace(/^\/newsroom\//, '/media-press/newsroom/') : '';

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null;

const aliasOf = (item: unknown): string => ['alias', 'url', 'path'].map((field) => textAt(item, field)).find((alias) => alias !== '') ?? '';

/** Objects with a title and a fitting alias, wherever they stand: which of a page's lists is the right one depends on the page. */
const itemsIn = (data: unknown, keep: RegExp): readonly unknown[] => {
  if (!isRecord(data)) return [];
  const isItem = textAt(data, 'title') !== '' && keep.test(pathOf(aliasOf(data)));
  return isItem ? [data] : Object.values(data).flatMap((value) => itemsIn(value, keep));
};

const labels = (item: unknown): string =>
  ['articleType', 'crimeAreas', 'tags'].flatMap((field) => listAt(item, field).map((one) => textAt(one, 'title'))).join('; ');

const withoutTags = (html: string): string => html.replace(/<[^>]*>/g, ' ');

const row = (item: unknown): RawRow => ({
  title: textAt(item, 'title'),
  link: `${EUROPOL}${pathOf(aliasOf(item))}`,
  date: Number(textAt(item, 'published')) || textAt(item, 'published') || null,
  summary: [labels(item), withoutTags(textAt(item, 'introduction') || textAt(item, 'summary'))].filter((words) => words !== '').join('; '),
});

/** Rows from the script of a list page. */
export const serverData = (keep: RegExp): JsonReader => ({
  format: 'json',
  variable: 'window.SERVER_DATA',
  rows: (data) => {
    if (!isRecord(data)) return null;
    const loaded = itemsIn(at(data, 'NodeLoader'), keep);
    return loaded.length > 0 ? loaded : itemsIn(data, keep);
  },
  row,
});

/** Rows from the feed, which has no dates. */
export const feed = (keep: RegExp): FeedReader => ({ format: 'feed', keep, more: ({ link }) => ({ link: `${EUROPOL}${pathOf(link)}` }) });

const nodeAddress = (path: string): string => `${EUROPOL}/cms/api/node?url=${encodeURIComponent(path)}`;

const nodeOf = (data: unknown): unknown => at(data, 'NodeLoader.node') ?? at(data, 'node') ?? data;

/** What lists leave out: the crime areas by which an item without the words in its title is known. */
export const expandNode: NonNullable<ListingWatcher['expand']> = {
  size: 1,
  url: ([id = '']) => nodeAddress(`/${id.replaceAll('.', '/')}`),
  read: { format: 'json', rows: (data) => (textAt(nodeOf(data), 'title') === '' ? null : [nodeOf(data)]), row },
};

const SURROUNDINGS = /related|lists|menu|footer|terms|breadcrumb|seo|meta|share/i;
const PROSE = /^(?:introduction|summary|body|text|content|description|value|processed)$/i;
const FILES = /(?:https?:\/\/[\w.-]+)?\/(?:cms\/)?sites\/default\/files\/[^"<>]+?\.(?:pdf|docx|xlsx)\b/gi;

interface Leaf {
  readonly field: string;
  readonly text: string;
}

const leavesOf = (data: unknown, field: string): readonly Leaf[] => {
  if (typeof data === 'string') return [{ field, text: data }];
  if (!isRecord(data)) return [];
  return Object.entries(data).flatMap(([name, value]) =>
    SURROUNDINGS.test(name) ? [] : leavesOf(value, Array.isArray(data) ? field : name),
  );
};

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const distinct = (texts: readonly string[]): readonly string[] => [...new Set(texts)];

/** The texts of a node, what it is about, and the files that it names, as one HTML. */
const htmlOf = (data: unknown): string | null => {
  const found = nodeOf(data);
  const leaves = leavesOf(found, '');
  const prose = distinct(leaves.filter(({ field, text }) => PROSE.test(field) && text.trim() !== '').map(({ text }) => text));
  const files = distinct(leaves.flatMap(({ text }) => text.match(FILES) ?? []));
  if (prose.length + files.length === 0) return null;
  const links = files.map((file) => `<li><a href="${encodeURI(decoded(file))}">${decoded(file).split('/').at(-1)}</a></li>`);
  return `<main><h1>${escaped(textAt(found, 'title'))}</h1><p>${escaped(labels(found))}</p>${prose.map((text) => `<div>${text}</div>`).join('')}<ul>${links.join('')}</ul></main>`;
};

/** File names here hold spaces and curly apostrophes, written out or percent-encoded. */
const decoded = (address: string): string => {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
};

/** The node endpoint in place of the shell that people open. */
export const nodeDetail: Detail = {
  address: (url) => nodeAddress(decoded(new URL(url).pathname)),
  html: htmlOf,
  select: ['main'],
  remove: [],
};
