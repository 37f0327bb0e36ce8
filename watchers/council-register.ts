// The search of the Council's public register: https://www.consilium.europa.eu/en/documents/public-register/public-register-search/
// Certain (several projects, September 2026): the parameters, which were read off the form (one that the site does not know is ignored without
// a word), 20 rows a page, at most 50 pages, days of the document in DD/MM/YYYY, and a challenge before the whole site. Words must all
// occur in the subject and fit by their beginning; more than two rarely fit. Left out: OnlyPublicDocuments, so that entries whose content
// is not accessible are seen, and DocumentLanguage, so that documents that exist in French only are. Uncertain: markup (shared/register.ts).

import type { Asked, IsoDate, List, ListingWatcher } from '../pipeline/types.ts';
import { councilFile, registerRows } from './shared/register.ts';

const SEARCH = 'https://www.consilium.europa.eu/en/documents/public-register/public-register-search/';
/** Seen in one address of July 2026. */
const RESULTS = `${SEARCH}results/`;
/** Beginnings of words, so that singular and plural both fit. */
const SUBJECTS = ['smuggl', 'schengen barometer', 'state schengen', 'unauthorised entry', 'pact migration'];

/** Of the words in the settings, those that a search of subjects can find. */
const isShort = (words: string): boolean => /^[\p{L}-]+(?: [\p{L}-]+)?$/u.test(words);

const printed = (day: IsoDate): string => day.split('-').reverse().join('/');

const searchAt = (address: string, name: string, terms: Readonly<Record<string, string>>): List => ({
  name,
  url: ({ page, from, to }: Asked) => {
    const days = { DateFrom: printed(from), DateTo: printed(to), OrderBy: 'DOCUMENT_DATE DESC' };
    return `${address}?${new URLSearchParams({ ...terms, ...days, ...(page > 1 && { page: String(page) }) })}`;
  },
  read: registerRows,
  expect: 0,
  dated: true,
  window: { days: 7 },
  paging: { first: 1, size: 20, most: 50 },
});

const search = (name: string, terms: Readonly<Record<string, string>>): List => ({
  ...searchAt(SEARCH, name, terms),
  otherwise: searchAt(RESULTS, name, terms),
});

export const councilRegister: ListingWatcher = {
  kind: 'listing',
  id: 'council-register',
  title: 'Public register of the Council',
  via: 'browser',
  refuses: 'robots.txt answers 403 to plain requests, and is reported to admit named crawlers only (September 2026)',
  entry: 'document',
  lists: ({ words, subjectCodes, procedures }) => [
    ...subjectCodes.map((code) => search(`code ${code}`, { SubjectMatters: code })),
    ...[...new Set([...SUBJECTS, ...words.filter(isShort)])].map((asked) => search(`subject ${asked}`, { WordsInSubject: asked })),
    ...procedures.map((file) => search(`file ${file}`, { InterinstitutionalFiles: file })),
  ],
  detail: councilFile,
};
