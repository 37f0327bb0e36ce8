// https://data.europarl.europa.eu/api/v2/parliamentary-questions?year=2026: written questions, and their answers.
// Lists give ids only and know no search; titles and answers are asked for by id, thirty at a time (all seen in answers of the service and in use
// by others). An answer arrives weeks later inside the record of its question, so that the record is the text that is looked at again; the question
// itself is a file that it names. The pages for people (doceo) stand behind a wall and are only linked.

import type { JsonReader, ListingWatcher, RawRow } from '../pipeline/types.ts';
import { AT_ONCE, api, dayOf, idOf, kindOf, listOf, recordPage, records, TO_THE_END, titleOf, totalOf } from './shared/parliament.ts';

/** A year's list is read a fortnight before and two months after it as well. Before, it gives what is known: so nothing of its first days passes for old. */
const yearsOf = (today: string): readonly number[] => {
  const [year, day] = [Number(today.slice(0, 4)), today.slice(5)];
  return [...(day < '03-01' ? [year - 1] : []), year, ...(day > '12-14' ? [year + 1] : [])];
};

const read: JsonReader = {
  format: 'json',
  rows: records,
  total: totalOf,
  row: (record): RawRow | null => {
    const id = idOf(record);
    return id === ''
      ? null
      : {
          id,
          title: titleOf(record) || id,
          link: `https://www.europarl.europa.eu/doceo/document/${id}_EN.html`,
          date: dayOf(record, 'document_date'),
          summary: kindOf(record, 'work_type'),
        };
  },
};

export const parliamentQuestions: ListingWatcher = {
  kind: 'query',
  id: 'parliament-questions',
  title: 'Written questions to the Commission and the Council, with their answers (European Parliament)',
  via: 'http',
  entry: 'document',
  lists: ({ today }) =>
    yearsOf(today).map((year) =>
      listOf({
        name: String(year),
        url: ({ page, to }) =>
          api('parliamentary-questions', {
            year: String(Math.min(year, Number(to.slice(0, 4)))),
            'work-type': 'QUESTION_WRITTEN,QUESTION_WRITTEN_PRIORITY',
            offset: String(page * TO_THE_END.paging.size),
            limit: String(TO_THE_END.paging.size),
          }),
        read,
        expect: today > `${year}-02` ? 1 : 0,
        dated: false,
        ...TO_THE_END,
      }),
    ),
  expand: { size: AT_ONCE, url: (ids) => api(`parliamentary-questions/${ids.join()}`), read },
  detail: {
    address: (url) => api(`parliamentary-questions/${/([^/]+)_EN\.html$/.exec(url)?.[1] ?? ''}`),
    html: recordPage,
    select: ['main'],
    remove: [],
  },
};
