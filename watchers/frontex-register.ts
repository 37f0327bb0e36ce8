// The public register of documents of Frontex: https://prd.frontex.europa.eu/, WordPress, by plain requests. Seen in working code and its records of
// February 2026: cards that link to a dialog by number, pages from zero with about five cards, the dialog's fields, files under /wp-content/uploads/.
// Numbers rise with time; that the newest come first is inferred. The address of a document is its PDF, so that its text is read; where it has none
// but an archive, its page. A file uploaded again gets another name, which is not noticed: dialogs are asked for once.

import type { HtmlReader, ListingWatcher, RawRow, RowView } from '../pipeline/types.ts';
import { rowsWith } from './shared/rows.ts';

const REGISTER = 'https://prd.frontex.europa.eu/';
const DIALOG = `${REGISTER}wp-content/themes/template/templates/cards/1/dialog.php?card-post-id=2722&document-post-id=`;
const NUMBER = /document-post-id=(\d+)/;
/** Where a card may name its dialog: a link as recorded, or what a script opens. */
const NAMED = ['href', 'data-src', 'data-href', 'data-url', 'onclick'].map((name) => ({
  name,
  selector: `[${name}*="document-post-id="]`,
}));

const cards = rowsWith(['document-post-id='], NUMBER, {
  more: (row): Partial<RawRow> | null => {
    const named = NAMED.flatMap(({ name, selector }) => [...row.attributes('', name), ...row.attributes(selector, name)]);
    const number = named.flatMap((words) => NUMBER.exec(words)?.[1] ?? [])[0];
    if (number === undefined) return null;
    const heading = row.texts('h2, h3, h4, [class*="title"]').find((words) => words !== '' && !/(?:…|\.\.\.)$/.test(words));
    // No address: that of the dialog is nobody's business, and the document's own is in it.
    return { id: number, title: heading ?? number, link: '' };
  },
});

/** The value that follows a label; the first that a dialog has. */
const field = (...labels: readonly string[]): readonly string[] => labels.map((label) => `.title:contains("${label}") + .text`);

const languageOf = (printed: string): string | undefined => /^[A-Z]{2}\b/i.exec(printed)?.[0].toLowerCase();

/** Files by language, from options like "EN - PDF". */
const files = (row: RowView): Record<string, string> => {
  const labels = row.texts('option[value*="/uploads/"]');
  const addresses = row.attributes('option[value*="/uploads/"]', 'value');
  return Object.fromEntries(
    labels.flatMap((label, at) => {
      const language = languageOf(label);
      return language === undefined ? [] : [[language, addresses[at] ?? '']];
    }),
  );
};

const PERMALINK = 'a[href*="/document/"]';

const dialog: HtmlReader = {
  format: 'html',
  rows: ['body'],
  title: [...field('Title', 'Titre'), 'h1', 'h2', 'h3', '.title + .text'],
  link: [PERMALINK],
  date: ['.publish-date.text', '.publish-date'],
  more: (row) => {
    const languages = files(row);
    const language = languageOf(row.texts(field('Language', 'Langue').join())[0] ?? '') ?? Object.keys(languages)[0];
    const own = language === undefined ? '' : (languages[language] ?? '');
    return {
      summary: row.texts('a[href*="document-tag"]').join(', '),
      languages,
      ...(language === undefined ? {} : { language }),
      ...(/\.pdf$/i.test(own) || (own !== '' && row.attributes(PERMALINK, 'href').length === 0) ? { link: own } : {}),
    };
  },
};

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
      read: { ...cards, rows: [...cards.rows, ...NAMED.map(({ selector }) => selector)] },
      expect: 3,
      dated: false,
      paging: { first: 0, size: 5, most: 8 },
    },
  ],
  expand: { size: 1, url: ([id = '']) => `${DIALOG}${id}`, read: dialog },
  detail: { select: [], remove: [] },
};
