// What Statewatch publishes: https://www.statewatch.org/latest/, and /news/ where that cannot be read. Seen as text: both lists, with a date such as
// "24 October 2023" before each title, paging by `?&currentPage=2`, and item addresses; no markup was seen and no address of a feed, so
// rows are links by their address, whatever is around them. Items of one month or year are archives and no rows.

import type { ListingWatcher } from '../pipeline/types.ts';
import { linksTo } from './shared/rows.ts';

const SITE = 'https://www.statewatch.org';
const ITEM = /^\/(?:news|analyses|publications)\/\d{4}\/(?:[a-z]+\/[^/?]+|[^/?]*-[^/?]*)\/?$/;

/** What stands around every article and says nothing of it. No class of it is known, so its smallest elements are found by their words. */
const BOILERPLATE = [
  ...[
    'Support our work',
    'Our work is only possible',
    'ecome a Friend of Statewatch',
    'Spotted an error',
    'problem with this page',
    'Report error',
  ],
  ...['egistered charity', 'egistered UK charity', 'harity number', 'ompany number', 'egistered office', 'mailing list', 'our newsletter'],
  ...['Statewatch newsletter', 'Newsletter', 'Sign up', 'Subscribe'],
];
const PARTS = 'p, h2, h3, h4, h5, li, div, section, aside';
const SMALLEST = `:is(${PARTS}, a, button, span, small, strong):not(:has(${PARTS}))`;

export const statewatchNews: ListingWatcher = {
  kind: 'listing',
  id: 'statewatch-news',
  title: 'News and analyses of Statewatch',
  via: 'http',
  entry: 'page',
  lists: [
    {
      name: 'latest',
      url: ({ page }) => `${SITE}/latest/${page === 1 ? '' : `?&currentPage=${page}`}`,
      read: linksTo(ITEM),
      expect: 3,
      dated: true,
      paging: { first: 1, size: 5, most: 20 },
      otherwise: { name: 'news', url: `${SITE}/news/`, read: linksTo(ITEM), expect: 3, dated: true },
    },
  ],
  detail: { select: [], remove: ['form', 'footer', ...BOILERPLATE.map((words) => `${SMALLEST}:contains("${words}")`)] },
};
