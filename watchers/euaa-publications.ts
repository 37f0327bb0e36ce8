// Publications of the EU Agency for Asylum: https://euaa.europa.eu/publications with its filters, Drupal, by plain requests; `page` counts from zero (seen).
// The order of a row's texts is seen, its markup is not. The list carries no days: the path of a file names the month of its upload, which
// is told beside the title and never taken for a date. A row without a page of its own leads to its file.

import type { ListingWatcher, RowView } from '../pipeline/types.ts';
import { linksTo, node, viewsRows } from './shared/drupal.ts';

const LIST = 'https://euaa.europa.eu/publications';
const FILTERS = 'field_category_target_id=All&language=en&field_geo_coverage_target_id=&field_keywords_target_id=&title=';
const FILES = '/sites/default/files/publications/';
const ITEM = /^\/(?:(?:en\/)?publications\/[^/?]+$|sites\/default\/files\/publications\/.+\.pdf)/;

const uploaded = (row: RowView): string => {
  const month = row.attributes('a', 'href').flatMap((link) => /\/files\/publications\/(\d{4}-\d{2})\//.exec(link)?.[1] ?? [])[0];
  return month === undefined ? '' : `file of ${month}`;
};

export const euaaPublications: ListingWatcher = {
  kind: 'listing',
  id: 'euaa-publications',
  title: 'Publications of the EU Agency for Asylum (EUAA)',
  via: 'http',
  entry: 'report',
  lists: [
    {
      name: 'publications',
      url: ({ page }) => `${LIST}?${FILTERS}&page=${page}`,
      read: viewsRows(['/publications/', FILES], ITEM, {
        link: ['a[href*="/publications/"]:not([href*="/files/"], [href*="?"])'],
        more: (row) => ({ date: null, summary: [row.text, uploaded(row)].join(' ') }),
      }),
      expect: 3,
      dated: false,
      paging: { first: 0, size: 10, most: 5 },
      otherwise: { name: 'links', url: LIST, read: linksTo(ITEM), expect: 3, dated: false },
    },
  ],
  detail: node,
};
