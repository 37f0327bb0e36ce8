// https://ec.europa.eu/commission/presscorner/api/search: the press corner of the Commission, by days.
// Certain (a specification verified in July 2026, and seven other users): parameters, answers and that some texts come as zero bytes. Days are
// those of the event, and an item may come late: each run asks for three days again. Unknown parameters are ignored without a word; the press
// corner's own pages are shells for scripts, so that the text is the HTML in the JSON of the item.

import type { IsoDate, List, ListingWatcher } from '../pipeline/types.ts';
import { numberAt, rowsAt, textAt } from './shared/json.ts';

const SITE = 'https://ec.europa.eu/commission/presscorner';

/** `08092026` */
const day = (date: IsoDate): string => date.split('-').reverse().join('');

/** `ip_26_301` in addresses for people, `IP/26/301` in those for machines. */
const slug = (reference: string): string => reference.toLowerCase().replaceAll('/', '_');

const listAt = (endpoint: 'search' | 'latestnews'): List => ({
  name: 'press',
  url: ({ page, from, to }) =>
    `${SITE}/api/${endpoint}?language=en&pagesize=100&pagenumber=${page}&datefrom=${day(from)}&dateto=${day(to)}`,
  read: {
    format: 'json',
    rows: (data) => rowsAt(data, 'docuLanguageListResources'),
    row: (item) => {
      const reference = textAt(item, 'refCode');
      return reference === ''
        ? null
        : {
            id: slug(reference),
            title: textAt(item, 'title'),
            link: `${SITE}/detail/en/${slug(reference)}`,
            date: textAt(item, 'eventDate'),
            summary: `${textAt(item, 'docutype.description')} ${textAt(item, 'leadText')}`,
            language: textAt(item, 'languageCode'),
          };
    },
    total: (data) => numberAt(data, 'totalNumber'),
  },
  expect: 0,
  dated: true,
  window: { days: 3 },
  paging: { first: 1, size: 100, most: 9 },
});

export const commissionPress: ListingWatcher = {
  kind: 'query',
  id: 'commission-press',
  title: 'Press corner of the European Commission',
  via: 'http',
  entry: 'page',
  // Both give the same rows, and take the same days.
  lists: [{ ...listAt('search'), otherwise: listAt('latestnews') }],
  detail: {
    address: (url) => `${SITE}/api/documents?reference=${(url.split('/').at(-1) ?? '').toUpperCase().replaceAll('_', '/')}&language=en`,
    html: (data) => textAt(data, 'docuLanguageResource.htmlContent') || null,
    select: [],
    remove: [],
  },
};
