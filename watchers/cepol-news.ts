// News of the EU Agency for Law Enforcement Training: https://www.cepol.europa.eu/newsroom/news, whose rows a script makes; plain programs are
// turned away (seen in working code of 2026), hence the browser, which says who it is. Known are item addresses `/newsroom/news/<slug>` and
// dates with "Sept" in four letters; no markup is, so rows are links by their address.

import type { ListingWatcher } from '../pipeline/types.ts';
import { node } from './shared/drupal.ts';
import { linksTo } from './shared/rows.ts';

export const cepolNews: ListingWatcher = {
  kind: 'listing',
  id: 'cepol-news',
  title: 'News of the EU Agency for Law Enforcement Training (CEPOL)',
  via: 'browser',
  entry: 'page',
  lists: [
    {
      name: 'news',
      url: 'https://www.cepol.europa.eu/newsroom/news',
      read: linksTo(/^\/(?:[a-z]{2}\/)?newsroom\/news\/[^/?]+\/?$/),
      expect: 3,
      dated: true,
    },
  ],
  detail: node,
};
