// Cards and dialogs of the public register of documents of Frontex, read: fields as recorded by working code in February 2026, with labels in English
// or French. Addresses belong to the watcher.

import type { HtmlReader, RawRow, RowView } from '../../pipeline/types.ts';
import { rowsWith } from './rows.ts';

const NUMBER = /document-post-id=(\d+)/;
/** Where a card may name its dialog: a link as recorded, or what a script opens. */
const NAMED = ['href', 'data-src', 'data-href', 'data-url', 'onclick'].map((name) => ({
  name,
  selector: `[${name}*="document-post-id="]`,
}));

const linked = rowsWith(['document-post-id='], NUMBER, {
  more: (row): Partial<RawRow> | null => {
    const named = NAMED.flatMap(({ name, selector }) => [...row.attributes('', name), ...row.attributes(selector, name)]);
    const number = named.flatMap((words) => NUMBER.exec(words)?.[1] ?? [])[0];
    if (number === undefined) return null;
    const heading = row.texts('h2, h3, h4, [class*="title"]').find((words) => words !== '' && !/(?:…|\.\.\.)$/.test(words));
    // No address: the document's own stands in its dialog, and a known document keeps the one that it has.
    return { id: number, title: heading ?? number, link: '' };
  },
});

/** The cards of a page of the register. */
export const cards: HtmlReader = { ...linked, rows: [...linked.rows, ...NAMED.map(({ selector }) => selector)] };

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

/** The dialog of one card: a fragment of a page. */
export const dialog: HtmlReader = {
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
