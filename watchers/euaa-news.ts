// Press releases of the EU Agency for Asylum: https://www.euaa.europa.eu/news-events/press-releases, Drupal behind CloudFront, by plain requests. Known from
// a test of public code made after the live page: the heading stands outside of the link, whose words are "Read More"; time[datetime] is UTC.
// The feed is claimed by one project and denied by another. `page` counts from zero, as Drupal's pagers do (inferred here).

import type { ListingWatcher } from '../pipeline/types.ts';
import { linksTo, node, viewsRows } from './shared/drupal.ts';

const LIST = 'https://www.euaa.europa.eu/news-events/press-releases';
const ITEM = /^\/(?:en\/)?news-events\/(?!(?:press-releases|news|events?|newsletters?|calendar|media|multimedia|videos?|all)$)[^/?]+$/;

export const euaaNews: ListingWatcher = {
  kind: 'listing',
  id: 'euaa-news',
  title: 'Press releases of the EU Agency for Asylum (EUAA)',
  via: 'http',
  entry: 'page',
  lists: [
    {
      name: 'press-releases',
      url: ({ page }) => (page === 0 ? LIST : `${LIST}?page=${page}`),
      read: viewsRows(['/news-events/'], ITEM, {
        rows: ['section.views-row'],
        title: ['.field--name-title h3', '.field--name-title'],
        date: ['time.datetime', 'time'],
      }),
      expect: 3,
      dated: true,
      paging: { first: 0, size: 10, most: 5 },
      otherwise: {
        name: 'feed',
        url: 'https://www.euaa.europa.eu/category/press-releases/feed',
        read: { format: 'feed', keep: ITEM },
        expect: 3,
        dated: false,
        otherwise: { name: 'links', url: LIST, read: linksTo(ITEM), expect: 3, dated: false },
      },
    },
  ],
  detail: node,
};
