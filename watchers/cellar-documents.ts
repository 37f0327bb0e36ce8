// https://publications.europa.eu/webapi/rdf/sparql: documents of the Union, asked for from the Publications Office, which has no wall.
// Certain: the service, what is asked of it (shared/cellar.ts), and content by negotiation under resource/celex/; EUR-Lex, where people read,
// refuses machines. Inferred: SC and JC among the letters of CELEX numbers, and the written form of procedures there. A title may come weeks after
// its document, so that each run asks for a month. A text that cannot be had (300: several parts; 404, 406: none in this form) hides no row.

import type { List, ListContext, ListingWatcher, RawRow } from '../pipeline/types.ts';
import { byNumber, byTitle, MOST_ROWS, RESULTS } from './shared/cellar.ts';
import { gathered, rowsAt } from './shared/json.ts';
import { celexNumbers, numbersNamed } from './shared/numbers.ts';
import { type Work, worksIn } from './shared/sparql.ts';

const EURLEX = 'https://eur-lex.europa.eu/legal-content';
const RESOURCE = 'http://publications.europa.eu/resource';
/** Brackets stand in the numbers of corrigenda, and are stored there in their escaped form. */
const inAddress = (celex: string): string => celex.replace('(', '%28').replace(')', '%29');

const rowOf = ({ celex, uuid, date, titles, languages, procedures, related }: Work): RawRow => {
  const page = (language: string): string =>
    celex === null ? `${RESOURCE}/cellar/${uuid}` : `${EURLEX}/${language.toUpperCase()}/TXT/?uri=CELEX:${inAddress(celex)}`;
  const own = languages.includes('en') ? 'en' : (languages[0] ?? 'en');
  return {
    id: celex === null ? `cellar-${uuid}` : celex.replace('(', '-').replace(')', ''),
    title: titles[own] ?? Object.values(titles)[0] ?? celex ?? `cellar:${uuid}`,
    link: page(own),
    date,
    summary: [celex, ...related].map((number) => `CELEX ${number}`).join(', '),
    language: own,
    languages: Object.fromEntries(languages.map((language) => [language, page(language)])),
    procedures,
  };
};

/** Whoever answers, only what was asked for counts here: everything on this list concerns the corpus. */
const belongsTo = ({ celex, related, procedures }: Work, numbers: readonly string[]): boolean =>
  numbers.includes(celex?.replace(/R\(\d+\)$/, '') ?? '') || related.length + procedures.length > 0;

/** What has no title yet cannot be judged; it is met again while the window lasts. */
const isTitled = ({ titles }: Work): boolean => Object.keys(titles).length > 0;

const rowsThat = (fit: (work: Work) => boolean) => gathered((data) => worksIn(data)?.filter(fit).map(rowOf) ?? null);

const tracked = ({ corpus }: ListContext): readonly string[] => [...new Set(numbersNamed(corpus).flatMap(celexNumbers))].sort();

/** Nothing is asked where neither corpus nor settings name anything; procedures alone may have no documents yet. */
const ofTracked = (context: ListContext): readonly List[] => {
  const numbers = tracked(context);
  if (numbers.length + context.procedures.length === 0) return [];
  return [
    {
      name: 'tracked',
      url: byNumber(numbers, context.procedures),
      read: rowsThat((work) => belongsTo(work, numbers)),
      accept: RESULTS,
      expect: numbers.length > 0 ? 1 : 0,
      dated: true,
    },
  ];
};

export const cellarDocuments: ListingWatcher = {
  kind: 'query',
  id: 'cellar-documents',
  title: 'Documents of the Union at the Publications Office (EUR-Lex)',
  via: 'http',
  entry: 'document',
  lists: (context) => [
    ...ofTracked(context),
    {
      name: 'by title',
      url: byTitle,
      read: {
        ...rowsThat(isTitled),
        // An answer that is full may be cut off: "more than there is room for" has the window asked for in halves.
        total: (data) => ((rowsAt(data, 'results.bindings')?.length ?? 0) < MOST_ROWS ? null : 2 * MOST_ROWS),
      },
      accept: RESULTS,
      expect: 0,
      dated: true,
      window: { days: 31 },
      paging: { first: 0, size: MOST_ROWS, most: 1 },
    },
  ],
  detail: {
    address: (url) => url.replace(/^.*\?uri=CELEX:/, `${RESOURCE}/celex/`),
    select: [],
    remove: [],
  },
};
