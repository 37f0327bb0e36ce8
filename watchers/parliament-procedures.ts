// https://data.europarl.europa.eu/api/v2/procedures/2023-0438 and its neighbours: what was done in a procedure, step by step.
// Address, consists_of and the fields of an activity were seen in answers; that an activity may be given as a mere address is inferred from the
// other records. Every new activity is told: nobody watches a procedure for anything else. The procedure file for people stands behind a wall.

import type { JsonReader, ListingWatcher, RawRow } from '../pipeline/types.ts';
import { listAt, textAt } from './shared/json.ts';
import { api, dayOf, kindOf, lastOf, listOf, procedurePath, records, SMUGGLING } from './shared/parliament.ts';

const activity =
  (procedure: string): JsonReader['row'] =>
  (item): RawRow | null => {
    const id = textAt(item, 'activity_id') || lastOf(textAt(item, 'id') || textAt(item, ''));
    const documents = [...listAt(item, 'based_on_a_realization_of'), ...listAt(item, 'recorded_in_a_realization_of')];
    return id === ''
      ? null
      : {
          id,
          title: `${procedure}: ${kindOf(item, 'had_activity_type') || id}`,
          link: `https://oeil.europarl.europa.eu/oeil/en/procedure-file?reference=${procedure}`,
          date: dayOf(item, 'activity_date') ?? dayOf(item, 'activity_start_date'),
          summary: documents.map((one) => lastOf(textAt(one, '') || textAt(one, 'id'))).join(', '),
          procedures: [procedure],
        };
  };

export const parliamentProcedures: ListingWatcher = {
  kind: 'query',
  id: 'parliament-procedures',
  title: 'Steps of procedures in the European Parliament',
  via: 'http',
  entry: 'page',
  all: true,
  lists: ({ procedures }) =>
    [...new Set([...procedures, ...SMUGGLING])].map((procedure) =>
      listOf({
        name: procedure,
        url: api(`procedures/${procedurePath(procedure)}`),
        read: {
          format: 'json',
          rows: (data) => records(data)?.flatMap((one) => listAt(one, 'consists_of')) ?? null,
          row: activity(procedure),
        },
        // A procedure that never was is no list without rows.
        none: [],
        expect: 1,
        dated: true,
      }),
    ),
  detail: null,
};
