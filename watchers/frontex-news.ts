// News releases of Frontex: https://www.frontex.europa.eu/media-centre/news/news-release/, by plain requests (working code of June 2026: an article per
// release, h3 link, span.date as YYYY-MM-DD). Its feed is configured in several projects; some readers reject it, so it comes second. Addresses
// end in six letters whose case matters. That `?p=` turns the pages is inferred from the list of publications.

import type { ListingWatcher } from '../pipeline/types.ts';
import { linksTo, rowsWith } from './shared/rows.ts';

const PATH = '/media-centre/news/news-release/';
const LIST = `https://www.frontex.europa.eu${PATH}`;
const ITEM = /^\/media-centre\/news\/news-release\/[^/?]+-[A-Za-z0-9]{6}\/?$/;

export const frontexNews: ListingWatcher = {
  kind: 'listing',
  id: 'frontex-news',
  title: 'News releases of Frontex',
  via: 'http',
  entry: 'page',
  lists: [
    {
      name: 'news',
      url: ({ page }) => (page === 1 ? LIST : `${LIST}?p=${page}`),
      read: rowsWith([PATH], ITEM, {
        rows: ['article'],
        title: ['h3 a', 'h3'],
        link: [`h3 a[href*="${PATH}"]`],
        date: ['span.date', '.date'],
      }),
      expect: 3,
      dated: true,
      paging: { first: 1, size: 10, most: 5 },
      otherwise: {
        name: 'feed',
        url: 'https://frontex.europa.eu/media-centre/news/news-release/feed',
        read: { format: 'feed', keep: ITEM },
        expect: 3,
        dated: false,
        otherwise: { name: 'links', url: LIST, read: linksTo(ITEM), expect: 3, dated: false },
      },
    },
  ],
  detail: {
    select: ['div.text-content', 'div.col-md-8.col-md-offset-2', 'main article', 'main'],
    remove: ['figure', 'iframe', '[class*="share"]'],
  },
};
