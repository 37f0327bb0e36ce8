// News of the Fundamental Rights Agency: the feed https://fra.europa.eu/en/rss.xml, and the list /en/news-and-events/news where the feed cannot
// be read. Feed and list are known from working code, a card of the list from an excerpt of September 2026; addresses carry the year and
// no day, `/en/news/<year>/<slug>`. The feed is of the whole site; publications in it (address inferred) are kept. One project asks this
// site only through a browser: a challenge is reported as such.

import type { ListingWatcher } from '../pipeline/types.ts';
import { linksTo, node, viewsRows } from './shared/drupal.ts';

const LIST = 'https://fra.europa.eu/en/news-and-events/news';
const ITEM = /^\/[a-z]{2}\/(?:news|publication|press-release)\/\d{4}\/[^/?]/;

export const fraNews: ListingWatcher = {
  kind: 'listing',
  id: 'fra-news',
  title: 'News of the EU Agency for Fundamental Rights (FRA)',
  via: 'http',
  entry: 'page',
  lists: [
    {
      name: 'feed',
      url: 'https://fra.europa.eu/en/rss.xml',
      read: { format: 'feed', keep: ITEM },
      expect: 3,
      dated: true,
      otherwise: {
        name: 'list',
        url: LIST,
        read: viewsRows(['/news/2'], ITEM, { rows: ['article.card', 'article'], title: ['h3 a'], link: ['h3 a'], date: ['time.datetime'] }),
        expect: 3,
        dated: false,
        otherwise: { name: 'links', url: LIST, read: linksTo(ITEM), expect: 3, dated: false },
      },
    },
  ],
  detail: node,
};
