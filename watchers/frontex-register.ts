// The public register of documents of Frontex: https://prd.frontex.europa.eu/, WordPress, by plain requests. Seen in working code and its records of
// February 2026: cards that link to a dialog by number, pages from zero with about five cards, the dialog's fields, files under /wp-content/uploads/.
// Numbers rise with time; that the newest come first is inferred. The address of a document is its PDF, so that its text is read; where it has none
// but an archive, its page. A file uploaded again gets another name, which is not noticed: dialogs are asked for once.

import type { ListingWatcher } from '../pipeline/types.ts';
import { cards, dialog } from './shared/frontex.ts';

const REGISTER = 'https://prd.frontex.europa.eu/';
const DIALOG = `${REGISTER}wp-content/themes/template/templates/cards/1/dialog.php?card-post-id=2722&document-post-id=`;

export const frontexRegister: ListingWatcher = {
  kind: 'listing',
  id: 'frontex-register',
  title: 'Public register of documents of Frontex',
  via: 'http',
  entry: 'document',
  lists: [
    {
      name: 'register',
      url: ({ page }) => `${REGISTER}?form-fields%5Bsearch%5D=&form-fields%5Bpaged%5D=${page}`,
      read: cards,
      expect: 3,
      dated: false,
      paging: { first: 0, size: 5, most: 8 },
    },
  ],
  expand: { size: 1, url: ([id = '']) => `${DIALOG}${id}`, read: dialog },
  detail: { select: [], remove: [] },
};
