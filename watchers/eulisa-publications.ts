// Publications of eu-LISA, statistics on the use of SIS among them: https://www.eulisa.europa.eu/our-publications, Drupal, by plain requests;
// `page` counts from zero. Seen in working code of June 2026: the list and its articles (heading link, time), each leading to a page that
// links the PDF. The addresses of those pages are inferred, and so are rows that link a file at once. No feed is known.

import type { ListingWatcher } from '../pipeline/types.ts';
import { linksTo, node, viewsRows } from './shared/drupal.ts';

const LIST = 'https://www.eulisa.europa.eu/our-publications';
const ITEM = /^\/(?:[a-z]{2}\/)?(?:(?:our-)?publications?|node|sites\/default\/files)\/[^?]/;

export const eulisaPublications: ListingWatcher = {
  kind: 'listing',
  id: 'eulisa-publications',
  title: 'Publications of eu-LISA',
  via: 'http',
  entry: 'report',
  lists: [
    {
      name: 'publications',
      url: ({ page }) => `${LIST}${page === 0 ? '' : `?page=${page}`}`,
      read: viewsRows(['publications/', '/publication/', '/node/', '/sites/default/files/'], ITEM, {
        rows: ['article.node--type-publication', '[class*="node--type-publication"]'],
        title: ['h2 a, h3 a, h4 a'],
        link: ['h2 a, h3 a, h4 a'],
        date: ['time[datetime]'],
      }),
      expect: 3,
      dated: true,
      paging: { first: 0, size: 10, most: 20 },
      otherwise: { name: 'links', url: LIST, read: linksTo(ITEM), expect: 3, dated: false },
    },
  ],
  detail: node,
};
