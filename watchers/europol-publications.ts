// Publications of Europol, the reports of its centre against migrant smuggling (EMSC, since 2026 ECAMS) among them:
// https://www.europol.europa.eu/publications-events/publications and /main-reports. Addresses of publications are seen; that their list pages hold
// their items as those of the news do is inferred, so the links of a rendered page are the last resort. The lists overlap: an item is known by its address.

import type { List, ListingWatcher } from '../pipeline/types.ts';
import { EUROPOL, expandNode, nodeDetail, serverData } from './shared/europol.ts';
import { linksTo } from './shared/rows.ts';

const ITEM = /^\/publications?-events\/(?:publications|main-reports)\/[^/?]+$/;

const list = (name: string): List => ({
  name,
  url: `${EUROPOL}/publications-events/${name}`,
  read: serverData(ITEM),
  expect: 1,
  dated: false,
  otherwise: { name: `${name}-links`, url: `${EUROPOL}/publications-events/${name}`, read: linksTo(ITEM), expect: 1, dated: false },
});

export const europolPublications: ListingWatcher = {
  kind: 'listing',
  id: 'europol-publications',
  title: 'Publications of Europol',
  via: 'http',
  entry: 'report',
  lists: [list('publications'), list('main-reports')],
  expand: expandNode,
  detail: nodeDetail,
};
