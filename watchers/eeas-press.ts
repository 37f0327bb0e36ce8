// Press material of the External Action Service: https://www.eeas.europa.eu/filter-page/press-material_en. Seen in working code of June 2026: the
// cards (title, and a footer with 08.06.2026 or 8 June 2026), and that plain requests are mostly met with 202 and no content. That is
// reported as blocked; nothing is done about it. Cards that lead to other institutions are dropped. Further cards load on scrolling, so
// there are no pages to turn.

import type { ListingWatcher } from '../pipeline/types.ts';
import { linksTo, node, viewsRows } from './shared/drupal.ts';

const LIST = 'https://www.eeas.europa.eu/filter-page/press-material_en';
const ITEM = /^\/(?:eeas|delegations)\/(?:[^/?]+\/)*[^/?]+_[a-z]{2}(?:\?|$)/;

export const eeasPress: ListingWatcher = {
  kind: 'listing',
  id: 'eeas-press',
  title: 'Press material of the European External Action Service',
  via: 'http',
  entry: 'page',
  lists: [
    {
      name: 'press',
      url: LIST,
      read: viewsRows(['/eeas/', '/delegations/'], ITEM, {
        rows: ['div.card', '[class*="card"]:not(:has([class*="card"]))'],
        title: ['h5.card-title > a', '.card-title'],
        link: ['h5.card-title > a', '.card-title a'],
        date: ['.node__meta', '.card-footer'],
      }),
      expect: 3,
      dated: true,
      otherwise: { name: 'links', url: LIST, read: linksTo(ITEM), expect: 3, dated: false },
    },
  ],
  detail: node,
};
