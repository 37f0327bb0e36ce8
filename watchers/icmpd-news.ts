// News and publications of the International Centre for Migration Policy Development: https://www.icmpd.org/news and /publications. Both addresses
// are inferred, nothing of their markup is known and no feed: rows are the links to what lies below each of them.

import type { List, ListingWatcher } from '../pipeline/types.ts';
import { linksTo } from './shared/rows.ts';

const below = (name: string): List => ({
  name,
  url: `https://www.icmpd.org/${name}`,
  read: linksTo(new RegExp(`^/(?:en/)?${name}/(?!(?:page|category|archive|tag|rss|feed)s?\\b)[^?]`)),
  expect: 3,
  dated: false,
});

export const icmpdNews: ListingWatcher = {
  kind: 'listing',
  id: 'icmpd-news',
  title: 'News and publications of ICMPD',
  via: 'http',
  entry: 'page',
  lists: [below('news'), below('publications')],
  detail: { select: [], remove: [] },
};
