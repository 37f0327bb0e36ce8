// https://ec.europa.eu/transparency/documents-register/api/search/COM(2025)185?lang=en: one document of the Commission by its number.
// Certain: the answer for a known number, 404 for an unknown one, an ersId of null where nothing is public (two users, February 2026). Its search
// answered 503 then, so that only a handful of numbers is asked for. It is said to want the headers of a browser; we send our own, and a no is told.

import type { List, ListContext, ListingWatcher, RawRow } from '../pipeline/types.ts';
import { at, listAt, pairsAt, textAt } from './shared/json.ts';
import { numbersNamed, ownNumber } from './shared/numbers.ts';

const REGISTER = 'https://ec.europa.eu/transparency/documents-register';
const AT_MOST = 10;

/** Follow-ups to promise III.7 known by hearsay: ProtectEU, and the roadmap on lawful access to data. */
const EXPECTED = ['COM(2025) 148', 'COM(2025) 349'];

/** Year and number, so that the newest come first: `2025000185`. */
const age = (reference: string): string =>
  reference.replace(/^.*\((\d+)\)(\d+)$/, (_, year: string, number: string) => year + number.padStart(6, '0'));

const wanted = ({ corpus }: ListContext): readonly string[] => {
  const numbers = new Set([...EXPECTED, ...numbersNamed(corpus)].flatMap(ownNumber));
  return [...numbers].sort((a, b) => age(b).localeCompare(age(a))).slice(0, AT_MOST);
};

const rowOf =
  (reference: string) =>
  (answer: unknown): RawRow | null => {
    const main = listAt(answer, 'attachments').find((one) => at(one, 'main') === true) ?? listAt(answer, 'attachments')[0];
    const versions = pairsAt(main, 'linguisticVersions');
    const files = versions.flatMap(([language, version]) => {
      const id = textAt(version, 'ersId');
      return id === '' ? [] : [[language.toLowerCase(), `${REGISTER}/api/files/${reference}?ersIds=${id}`] as const];
    });
    return {
      id: reference.replace(/[()]/g, '-'),
      title: textAt(main, 'linguisticVersions.en.title') || textAt(versions[0]?.[1], 'title') || reference,
      link: `${REGISTER}/detail?ref=${reference}`,
      date: textAt(answer, 'date') || null,
      summary: `${reference} ${textAt(answer, 'type')}`,
      languages: Object.fromEntries(files),
      access: files.length > 0 ? 'public' : 'not-public',
    };
  };

const listOf = (reference: string): List => ({
  name: reference,
  url: `${REGISTER}/api/search/${reference}?lang=en`,
  read: {
    format: 'json',
    // Every document that the facts know has attachments; an answer without is another shape, and not a document that closed.
    rows: (data) => (listAt(data, 'attachments').length > 0 ? [data] : null),
    row: rowOf(reference),
  },
  expect: 1,
  dated: false,
  none: [404],
});

export const commissionRegister: ListingWatcher = {
  kind: 'query',
  id: 'commission-register',
  title: 'Register of Commission documents, by number',
  via: 'http',
  entry: 'document',
  pause: 3,
  all: true,
  lists: (context) => wanted(context).map(listOf),
  // The document's page is a script; its text comes through the Publications Office.
  detail: null,
};
