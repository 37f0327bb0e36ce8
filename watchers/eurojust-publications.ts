// Publications of Eurojust: https://www.eurojust.europa.eu/publications with all of them asked for, Drupal, by plain requests. The list's address and the
// class of its titles are from public code (a checker of links, 2024), `page` counts from zero; that /publications alone shows them is inferred, what
// the feed holds is not known. The page of a publication names its files; the day stands there, and in the list only perhaps.

import type { List, ListingWatcher } from '../pipeline/types.ts';
import { linksTo, node, viewsRows } from './shared/drupal.ts';

const LIST = 'https://www.eurojust.europa.eu/publications';
const ITEM = /^\/(?:en\/)?publication\/[^/?]+$/;
const read = viewsRows(['/publication/'], ITEM, {
  title: ['.field--name-publication-tag-title h3', '.field--name-node-title h3', 'h3'],
  link: ['.field--name-publication-tag-title h3 a', '.field--name-node-title h3 a', 'h3 a'],
});

const shown: List = { name: 'shown', url: LIST, read, expect: 3, dated: false };
const links: List = { name: 'links', url: LIST, read: linksTo(ITEM), expect: 3, dated: false };
const feed: List = {
  name: 'feed',
  url: 'https://www.eurojust.europa.eu/rss/publications.xml',
  read: { format: 'feed', keep: ITEM },
  expect: 3,
  dated: false,
};

export const eurojustPublications: ListingWatcher = {
  kind: 'listing',
  id: 'eurojust-publications',
  title: 'Publications of Eurojust',
  via: 'http',
  entry: 'report',
  lists: [
    {
      name: 'publications',
      url: ({ page }) => `${LIST}?allpublications=1&page=${page}`,
      read,
      expect: 3,
      dated: false,
      paging: { first: 0, size: 10, most: 5 },
      otherwise: { ...shown, otherwise: { ...feed, otherwise: links } },
    },
  ],
  detail: node,
};
