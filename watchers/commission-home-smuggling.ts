// The Commission's policy page on migrant smuggling, which is edited in place.
// Certain: the site, that policy pages lie under /policies/ and end in _en, and the theme's markup. The path is remembered, not seen: should it have
// moved, the watcher fails by name and its first run says so.

import type { PageWatcher } from '../pipeline/types.ts';
import { eclPage } from './shared/ecl.ts';

export const commissionHomeSmuggling: PageWatcher = {
  kind: 'page',
  id: 'commission-home-smuggling',
  title: "The Commission's policy page on migrant smuggling",
  via: 'http',
  url: 'https://home-affairs.ec.europa.eu/policies/migration-and-asylum/irregular-migration-and-return/migrant-smuggling_en',
  select: eclPage.select,
  // Cards of what is new elsewhere come and go without the policy having changed.
  remove: [...eclPage.remove, '.ecl-content-item', '.ecl-card'],
  expect: 'smuggl',
};
