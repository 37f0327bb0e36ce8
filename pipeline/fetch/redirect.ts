// Where a redirect leads, and whether we go there. Sends nothing.

import { FetchError } from '../errors.ts';
import type { Page } from '../types.ts';
import type { Origins } from './origins.ts';

export const MAX_REDIRECTS = 5;
const STATUSES: readonly number[] = [301, 302, 303, 307, 308];

export const refusedRedirect = (from: URL, why: string): FetchError =>
  new FetchError('redirect', `${from.href} ${why}`, {
    at: from.href,
    remedy: 'Open the address in a browser. If the document has moved for good, correct the address of the watcher.',
  });

/** Sites answer with and without `www.`. */
const bare = ({ hostname }: URL): string => hostname.replace(/^www\./, '');

const allowed = (from: URL, to: URL, origins: Origins): boolean =>
  to.origin === from.origin ||
  (from.port === to.port && to.protocol === from.protocol && bare(to) === bare(from)) ||
  (from.protocol === 'http:' && to.protocol === 'https:' && bare(to) === bare(from)) ||
  origins.names(to.origin);

/**
 * The next real address, or null when the answer is no redirect.
 * @throws FetchError `redirect` when it leads to an origin that nobody named
 */
export const redirectTarget = (page: Page, from: URL, origins: Origins): URL | null => {
  const location = page.headers.location;
  if (!STATUSES.includes(page.status) || location === undefined) return null;
  if (!URL.canParse(location, from.href)) throw refusedRedirect(from, 'redirects to something that is no address');
  const to = origins.real(new URL(location, from), from);
  if (!allowed(from, to, origins)) throw refusedRedirect(from, `redirects to another site, ${to.origin}`);
  return to;
};
