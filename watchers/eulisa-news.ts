// News of eu-LISA: https://www.eulisa.europa.eu/news-and-events?ts=&tp=77, Drupal, by plain requests; `page` counts from zero. Seen in working
// code of June 2026: the list, its articles (heading link, time) and the feed. The addresses of items are inferred, so `keep` asks for
// little and the class of the article for much; events are articles of another class (`tp=78`). The feed holds events too.

import type { ListingWatcher } from '../pipeline/types.ts';
import { linksTo, node, viewsRows } from './shared/drupal.ts';

const LIST = 'https://www.eulisa.europa.eu/news-and-events?ts=&tp=77';
const ITEM = /^\/(?:[a-z]{2}\/)?(?:news(?:-and-events)?|node|activities)\/(?!events?\b)[^?]/;

export const eulisaNews: ListingWatcher = {
  kind: 'listing',
  id: 'eulisa-news',
  title: 'News of eu-LISA',
  via: 'http',
  entry: 'page',
  lists: [
    {
      name: 'news',
      url: ({ page }) => `${LIST}${page === 0 ? '' : `&page=${page}`}`,
      read: viewsRows(['/news/', '/news-and-events/', '/node/', '/activities/'], ITEM, {
        rows: ['article.node--type-news', '[class*="node--type-news"]'],
        title: ['h2 a, h3 a, h4 a'],
        link: ['h2 a, h3 a, h4 a'],
        date: ['time[datetime]'],
      }),
      expect: 3,
      dated: true,
      paging: { first: 0, size: 10, most: 20 },
      otherwise: {
        name: 'feed',
        url: 'https://www.eulisa.europa.eu/news-and-events.rss',
        read: { format: 'feed', keep: ITEM },
        expect: 3,
        dated: false,
        otherwise: {
          name: 'links',
          url: LIST,
          read: linksTo(/^\/(?:[a-z]{2}\/)?news(?:-and-events)?\/(?!events?\b)[^?]/),
          expect: 3,
          dated: false,
        },
      },
    },
  ],
  detail: node,
};
