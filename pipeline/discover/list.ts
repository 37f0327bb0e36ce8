// One page of a list, read: the one door to the readers. Fetching, paging and what is new belong to others.

import type { IsoDate, List, ListPage, Page } from '../types.ts';
import { resolveLink } from './address.ts';
import { decodePage } from './decode.ts';
import type { Found } from './found.ts';
import { checkBody, checkLayout } from './layout.ts';

interface Options {
  /** Selectors of links to a feed of what was changed last. */
  readonly signal?: readonly string[];
  readonly today: IsoDate;
}

interface Read {
  readonly found: Found;
  readonly signals: readonly string[];
}

/** The parsers are heavy: they load when a list is there to be read, and each list needs one of them. */
const readAs = async (
  text: string,
  { list, at, signal, today }: { list: List; at: string; signal: readonly string[]; today: IsoDate },
): Promise<Read> => {
  const { read, name } = list;
  if (read.format === 'feed') return { found: (await import('./feed.ts')).readFeed(text, read, { name, at }), signals: [] };
  if (read.format === 'json') return { found: (await import('./json.ts')).readJson(text, read, { name, at }), signals: [] };
  const { parsePage, readHtml, readSignals } = await import('./html.ts');
  const parsed = parsePage(text, at);
  const found =
    read.format === 'html'
      ? readHtml(parsed, read, { name, today })
      : (await import('./links.ts')).readLinks(parsed, { keep: read.keep, at, today });
  return { found, signals: readSignals(parsed, signal, name).map((link) => resolveLink(link, parsed.base)) };
};

/**
 * Reads one page of a list.
 * @param list its name, reader, `expect` and `dated` count; how it is asked for does not
 * @throws LayoutError when the page is not of the declared shape; DeclarationError when a selector cannot be read
 */
export const readList = async (page: Page, list: List, { signal = [], today }: Options): Promise<ListPage> => {
  const at = page.finalUrl;
  const text = decodePage(page);
  checkBody(text, { name: list.name, at }, list.read);
  const { found, signals } = await readAs(text, { list, at, signal, today });
  const keep = 'keep' in list.read ? list.read.keep : undefined;
  const { toRows } = await import('./rows.ts');
  const rows = toRows(found, { keep, url: at, today });
  checkLayout({ found, rows, list }, at);
  return { rows, total: found.total, signals: [...new Set(signals)].filter((address) => address !== '') };
};
