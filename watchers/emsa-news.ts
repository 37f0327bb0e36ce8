// News of the European Maritime Safety Agency: https://www.emsa.europa.eu/newsroom/latest-news.html, Joomla with FlexiContent, by plain requests.
// Seen in working code of 2026: card, title, date (24.09.2026; where its element is missing, the only day printed in the card), item
// addresses `/…/item/<id>-<slug>.html` and the feed. How the list is paged is not known.

import type { ListingWatcher } from '../pipeline/types.ts';
import { linksTo, rowsWith } from './shared/rows.ts';

const LIST = 'https://www.emsa.europa.eu/newsroom/latest-news.html';
const ITEM = /\/item\/\d+-[^/?]+\.html/;

export const emsaNews: ListingWatcher = {
  kind: 'listing',
  id: 'emsa-news',
  title: 'News of the European Maritime Safety Agency (EMSA)',
  via: 'http',
  entry: 'page',
  lists: [
    {
      name: 'news',
      url: LIST,
      read: rowsWith(['/item/'], ITEM, {
        rows: ['li.fc_bloglist_item', '.fc_bloglist_item'],
        title: ['span.fc_item_title a', '.fc_item_title'],
        link: ['span.fc_item_title a', '.fc_item_title a'],
        date: ['span.date_value', '.date_value'],
      }),
      expect: 3,
      dated: true,
      otherwise: {
        name: 'feed',
        url: `${LIST}?format=feed&type=rss`,
        read: { format: 'feed', keep: ITEM },
        expect: 3,
        dated: false,
        otherwise: { name: 'links', url: LIST, read: linksTo(ITEM), expect: 3, dated: false },
      },
    },
  ],
  detail: {
    select: ['.fcitem', '.flexicontent .description', '.item-page', 'article', 'main', '[role="main"]', '#content'],
    remove: [
      '.fc_share',
      '[class*="share"]',
      '[class*="social"]',
      '[class*="related"]',
      '.breadcrumb',
      '[class*="pager"]',
      '[class*="hits"]',
    ],
  },
};
