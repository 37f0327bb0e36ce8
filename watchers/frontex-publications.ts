// Publications of Frontex: https://www.frontex.europa.eu/publications/. Addresses of publications and of their files are seen; the list is recorded
// as it was in 2016 (ul.publications-list, `?p=` until a 404), its markup of today is not known: hence any row with a fitting link, and at last
// the links themselves. Addresses end in six letters whose case matters; a row without a page of its own leads to its file.

import type { ListingWatcher } from '../pipeline/types.ts';
import { linksTo, rowsWith } from './shared/rows.ts';

const LIST = 'https://www.frontex.europa.eu/publications/';
const ITEM = /^\/(?:publications\/[^/?]+-[A-Za-z0-9]{6}\/?$|assets\/Publications\/.+\.pdf)/;
const PAGE = 'a[href*="/publications/"]:not([href*="/publications/?"], [href$="/publications/"])';

export const frontexPublications: ListingWatcher = {
  kind: 'listing',
  id: 'frontex-publications',
  title: 'Publications of Frontex',
  via: 'http',
  entry: 'report',
  lists: [
    {
      name: 'publications',
      url: ({ page }) => (page === 1 ? LIST : `${LIST}?p=${page}`),
      read: rowsWith(['/publications/', '/assets/Publications/'], ITEM, {
        rows: ['ul.publications-list > li'],
        title: ['h3'],
        link: [PAGE, '.publications-downloads a'],
        date: ['time'],
        summary: ['p', 'a.type'],
      }),
      expect: 3,
      dated: false,
      paging: { first: 1, size: 10, most: 5 },
      otherwise: { name: 'links', url: LIST, read: linksTo(ITEM), expect: 3, dated: false },
    },
  ],
  detail: { select: ['div.text-content', 'main article', 'main'], remove: ['figure', 'iframe', '[class*="share"]', '[class*="related"]'] },
};
