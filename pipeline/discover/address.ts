// Addresses of rows: made whole, freed of what does not identify, and turned into ids that can name a file.

import { createHash } from 'node:crypto';

/** Parameters that tell where a reader came from or how a page is shown, never which page it is. */
const TRACKING = /^(?:utm_\w+|mtm_\w+|pk_\w+|mc_[ce]id|at_\w+|wt_\w+|[gyd]clid|fbclid|msclkid|igshid|_g[al]|_hs\w+|xtor|preflang|etrans)$/i;
const LONGEST_ADDRESS = 4_000;

/**
 * An absolute address without fragment and tracking; '' for anything but http and https, and for a place on the same page.
 * @param base the real address of the page that holds the link
 */
export const resolveLink = (link: string, base: string): string => {
  const words = link.trim();
  if (words === '' || words.startsWith('#') || words.length > LONGEST_ADDRESS || !URL.canParse(words, base)) return '';
  const url = new URL(words, base);
  if (!/^https?:$/.test(url.protocol)) return '';
  url.hash = '';
  url.username = '';
  url.password = '';
  const tracking = [...url.searchParams.keys()].filter((name) => TRACKING.test(name));
  for (const name of tracking) url.searchParams.delete(name);
  // An empty query leaves its question mark.
  return url.search === '' ? url.href.replace(/\?$/, '') : url.href;
};

/** Path and query, which `keep` of a reader is about. */
export const pathOf = (url: string): string => {
  const { pathname, search } = new URL(url);
  return pathname + search;
};

const hostOf = ({ host }: URL): string => host.replace(/^www\./, '');

/**
 * What makes an address this one and no other: `www.`, http or https, a trailing slash and the order of parameters do not. Two addresses
 * with one key are the same. The host is only told where it is not that of the list.
 */
export const addressKey = (url: string, list: string): string => {
  const parsed = new URL(url);
  const path = parsed.pathname
    .replace(/\/+$/, '')
    .replace(/^\//, '')
    .replace(/%[\da-f]{2}/gi, (escaped) => escaped.toUpperCase());
  parsed.searchParams.sort();
  const host = hostOf(parsed) === hostOf(new URL(list)) ? '' : `//${hostOf(parsed)}/`;
  return `${host}${path}${parsed.search.length > 1 ? parsed.search : ''}`;
};

const LONGEST_ID = 120;
const HASH = 8;

/** Cleaned and cut, with a mark of what it was, so that no two become one. */
const marked = (words: string): string => {
  const hash = createHash('sha256').update(words).digest('hex').slice(0, HASH);
  const cleaned = words.replace(/[^A-Za-z0-9_-]+/g, (gap) => (/[/.]/.test(gap) ? '.' : '-')).replace(/^[.-]+|[.-]+$/g, '');
  const short = cleaned.slice(0, LONGEST_ID - HASH - 1).replace(/[.-]+$/, '');
  return short === '' ? hash : `${short}-${hash}`;
};

/** The path with points for slashes where that says all, else with a mark: a point in the address could be taken for a slash. */
export const linkId = (url: string, list: string): string => {
  const key = addressKey(url, list);
  const isPlain = key.length <= LONGEST_ID && /^\w[\w-]*(?:\/[\w-]+)*$/.test(key);
  return isPlain ? key.replaceAll('/', '.') : marked(key);
};

/** An id that the source gives, as it is where it can name a file. */
export const safeId = (id: string): string => (id.length <= LONGEST_ID && /^\w[\w.-]*$/.test(id) && !id.endsWith('.') ? id : marked(id));
