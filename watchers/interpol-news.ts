// News of Interpol: https://www.interpol.int/en/News-and-Events/News. Item addresses are seen, `/en/News-and-Events/News/<year>/<Title-With-Hyphens>`;
// the list's markup is not, so rows are links by their address. The feed beside it stands in two lists of feeds and was never checked.

import type { ListingWatcher } from '../pipeline/types.ts';
import { linksTo } from './shared/rows.ts';

const LIST = 'https://www.interpol.int/en/News-and-Events/News';
const ITEM = /^\/en\/News-and-Events\/News\/\d{4}\/[^/?]+\/?$/i;

export const interpolNews: ListingWatcher = {
  kind: 'listing',
  id: 'interpol-news',
  title: 'News of Interpol',
  via: 'http',
  entry: 'page',
  lists: [
    {
      name: 'news',
      url: LIST,
      read: linksTo(ITEM),
      expect: 3,
      dated: false,
      otherwise: { name: 'feed', url: `${LIST}/rss`, read: { format: 'feed', keep: ITEM }, expect: 3, dated: false },
    },
  ],
  detail: { select: [], remove: [] },
};
