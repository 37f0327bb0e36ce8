// The Observatory on Smuggling of Migrants: https://www.unodc.org/unodc/en/data-and-analysis/observatory_som.html, a static page that links its
// studies at https://www.unodc.org/res/som/ (both addresses seen). No list or feed is known, so the page's own text is watched. Its markup
// was not seen: the main part is found by itself.

import type { PageWatcher } from '../pipeline/types.ts';

export const unodcObservatory: PageWatcher = {
  kind: 'page',
  id: 'unodc-observatory',
  title: 'UNODC Observatory on Smuggling of Migrants',
  via: 'http',
  url: 'https://www.unodc.org/unodc/en/data-and-analysis/observatory_som.html',
  select: [],
  remove: ['[class*="share"]', '[class*="social"]', '.breadcrumb', '[class*="carousel"] [class*="indicator"]'],
  expect: 'smuggling of migrants',
};
