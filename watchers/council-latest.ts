// The register's page of latest documents: https://www.consilium.europa.eu/en/documents/public-register/latest/
// Certain: eight or nine documents at a time, mostly convocations, rendered by the server, each linked once per language (several projects,
// September 2026). Uncertain: whether plain requests get it (one did on 18 September 2026, others were challenged on the 16th and 22nd), and
// the markup: rows as in the search, else whatever holds the links of one document, else the links alone.

import type { List, ListingWatcher } from '../pipeline/types.ts';
import { councilFile, registerLinks, registerRows } from './shared/register.ts';

const list: List = {
  name: 'latest',
  url: 'https://www.consilium.europa.eu/en/documents/public-register/latest/',
  read: registerRows,
  expect: 2,
  // The first day in the words of a row is that of the meeting here; that of the document may be missing.
  dated: false,
};

export const councilLatest: ListingWatcher = {
  kind: 'listing',
  id: 'council-latest',
  title: 'Latest documents in the public register of the Council',
  via: 'http',
  refuses: 'robots.txt answers 403 to plain requests, and is reported to admit named crawlers only (September 2026)',
  entry: 'document',
  lists: [{ ...list, otherwise: { ...list, name: 'links', read: registerLinks } }],
  detail: councilFile,
};
