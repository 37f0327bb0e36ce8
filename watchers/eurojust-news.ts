// Press releases and news of Eurojust: https://www.eurojust.europa.eu/media-and-events/press-releases-and-news, Drupal, by plain requests (working code of
// June 2026: views rows, the day as text in the row; `page` counts from zero). The feeds' addresses are used by unrelated projects, what they hold is not known.

import type { List, ListingWatcher } from '../pipeline/types.ts';
import { linksTo, node, viewsRows } from './shared/drupal.ts';

const LIST = 'https://www.eurojust.europa.eu/media-and-events/press-releases-and-news';
const ITEM = /^\/(?:en\/)?news\/[^/?]+$/;

const feed = (name: string, otherwise: List): List => ({
  name,
  url: `https://www.eurojust.europa.eu/rss/${name}.xml`,
  read: { format: 'feed', keep: ITEM },
  expect: 3,
  dated: false,
  otherwise,
});

export const eurojustNews: ListingWatcher = {
  kind: 'listing',
  id: 'eurojust-news',
  title: 'Press releases and news of Eurojust',
  via: 'http',
  entry: 'page',
  lists: [
    {
      name: 'news',
      url: ({ page }) => (page === 0 ? LIST : `${LIST}?page=${page}`),
      read: viewsRows(['/news/'], ITEM, { title: ['.field--name-node-title h3', 'h3'], link: ['.field--name-node-title h3 a', 'h3 a'] }),
      expect: 3,
      dated: true,
      paging: { first: 0, size: 10, most: 5 },
      otherwise: feed('press-releases', feed('news', { name: 'links', url: LIST, read: linksTo(ITEM), expect: 3, dated: false })),
    },
  ],
  detail: node,
};
