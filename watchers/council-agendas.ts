// Provisional agendas of the Council: https://www.consilium.europa.eu/en/documents/public-register/oj-council/
// Certain: some 169 links, one per document and language (September 2026). Inferred: rows like those of the other listing pages of the
// register; else whatever holds the links of one document, else the links alone.

import type { List, ListingWatcher } from '../pipeline/types.ts';
import { councilFile, registerLinks, registerRows } from './shared/register.ts';

const list: List = {
  name: 'agendas',
  url: 'https://www.consilium.europa.eu/en/documents/public-register/oj-council/',
  read: registerRows,
  expect: 2,
  // As on the page of latest documents: days in the words are those of meetings.
  dated: false,
};

export const councilAgendas: ListingWatcher = {
  kind: 'listing',
  id: 'council-agendas',
  title: 'Provisional agendas of the Council',
  via: 'http',
  refuses: 'robots.txt answers 403 to plain requests, and is reported to admit named crawlers only (September 2026)',
  entry: 'document',
  lists: [{ ...list, otherwise: { ...list, name: 'links', read: registerLinks } }],
  detail: councilFile,
};
