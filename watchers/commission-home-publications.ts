// https://home-affairs.ec.europa.eu/whats-new/publications_en: publications of the Directorate-General for Migration and Home Affairs.
// Certain: the address and the cards, as for its news, and file blocks with their translations. Not seen: the addresses of publications; so
// everything counts that is no list, no filter (f[0]=…) and not the front page of a site. Some resolve to the text in EUR-Lex, which refuses machines.

import type { ListingWatcher } from '../pipeline/types.ts';
import { CHANGES, eclList, eclPage } from './shared/ecl.ts';

const LISTS = String.raw`(?:whats-new(?:/[^/?]+)?|index|commission/presscorner(?:/home(?:/\w+)?)?|news|publications|contact|about-us|search)?(?:_[a-z]{2})?/?(?:\?|$)`;
const ITEMS = new RegExp(String.raw`^/(?!${LISTS})(?!.*[?&](?:f(?:\[|%5B)|page=|keywords=)).+`, 'i');
/** Among all links of a page there are menus too: only those that lie with other publications are rows. */
const LIKELY = /\/[\w-]*(?:publication|document|librar|report|stud)[\w-]*\/[^?]/;

export const commissionHomePublications: ListingWatcher = {
  kind: 'listing',
  id: 'commission-home-publications',
  title: 'Publications of the Commission on migration and home affairs',
  via: 'http',
  entry: 'report',
  lists: [eclList('publications', 'https://home-affairs.ec.europa.eu/whats-new/publications_en', { cards: ITEMS, links: LIKELY })],
  signal: CHANGES,
  detail: eclPage,
};
