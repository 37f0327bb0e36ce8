// https://data.europarl.europa.eu/api/v2/committee-documents?committee=LIBE: draft reports, opinions and agreements of the committee in charge.
// Parameters, work types and ids (LIBE-PR-784421) are from the API's own description and answers; a list gives hardly more than ids, the rest is
// asked for by id. That documents are asked for by id, and several at once, as questions are, is inferred. The pages for people stand behind a wall.

import type { JsonReader, ListingWatcher, RawRow } from '../pipeline/types.ts';
import {
  AT_ONCE,
  api,
  dayOf,
  idOf,
  kindOf,
  listOf,
  proceduresIn,
  records,
  SMUGGLING,
  TO_THE_END,
  titleOf,
  totalOf,
} from './shared/parliament.ts';

const TYPES = [
  'REPORT_PARLIAMENTARY_COMMITTEE_DRAFT',
  'OPINION_PARLIAMENTARY_COMMITTEE_DRAFT',
  'OPINION_PARLIAMENTARY_COMMITTEE',
  'OPINION_LETTER_PARLIAMENTARY_COMMITTEE',
  'AGREEMENT_PROVISIONAL',
];

/** Terms last five years from a July on: the tenth since that of 2024. */
const termOf = (today: string): number => 10 + Math.floor((Number(today.slice(0, 4)) - 2024 - (today.slice(5) < '07-16' ? 1 : 0)) / 5);

const read: JsonReader = {
  format: 'json',
  rows: records,
  total: totalOf,
  row: (record): RawRow | null => {
    const id = idOf(record);
    // A parameter that the service does not know is ignored without a word: then all committees come.
    if (id === '' || (/^[A-Z]{4}-/.test(id) && !id.startsWith('LIBE-'))) return null;
    return {
      id,
      title: titleOf(record) || id,
      link: `https://www.europarl.europa.eu/doceo/document/${id}_EN.html`,
      date: dayOf(record, 'document_date'),
      summary: kindOf(record, 'work_type'),
      procedures: proceduresIn(record, SMUGGLING),
    };
  },
};

export const parliamentLibe: ListingWatcher = {
  kind: 'query',
  id: 'parliament-libe',
  title: 'Documents of the committee on civil liberties (LIBE)',
  via: 'http',
  entry: 'document',
  lists: ({ today }) => [
    listOf({
      name: `term ${termOf(today)}`,
      url: ({ page }) =>
        api('committee-documents', {
          committee: 'LIBE',
          'parliamentary-term': String(termOf(today)),
          'work-type': TYPES.join(),
          offset: String(page * TO_THE_END.paging.size),
          limit: String(TO_THE_END.paging.size),
        }),
      read,
      expect: 1,
      dated: false,
      ...TO_THE_END,
    }),
  ],
  expand: { size: AT_ONCE, url: (ids) => api(`committee-documents/${ids.join()}`), read, optional: true },
  detail: null,
};
