// https://home-affairs.ec.europa.eu/whats-new/news_en: news of the Directorate-General for Migration and Home Affairs.
// Certain: the address, the cards (one recorded, the theme's own tests, five parsers in use), `page=N` from 0, the addresses of news
// (/news/<slug>-YYYY-MM-DD_en). News may be press releases and then lie in the press corner. Not seen: the feed's number, which the page prints.

import type { ListingWatcher } from '../pipeline/types.ts';
import { CHANGES, eclList, eclPage } from './shared/ecl.ts';

const NEWS = /^\/(?:[^?]*\/)?(?:news|presscorner\/detail)\/[^?]/;

export const commissionHomeNews: ListingWatcher = {
  kind: 'listing',
  id: 'commission-home-news',
  title: 'News of the Commission on migration and home affairs',
  via: 'http',
  entry: 'page',
  lists: [eclList('news', 'https://home-affairs.ec.europa.eu/whats-new/news_en', { cards: NEWS, links: NEWS })],
  signal: CHANGES,
  detail: eclPage,
};
