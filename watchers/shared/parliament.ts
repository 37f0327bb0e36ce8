// The Parliament's open data: addresses, and what its records have in common. Records are JSON-LD, so that a list of one may stand alone.

import type { List } from '../../pipeline/types.ts';
import { listAt, numberAt, pairsAt, rowsAt, textAt } from './json.ts';

const API = 'https://data.europarl.europa.eu/api/v2';

export const api = (path: string, parameters: Readonly<Record<string, string>> = {}): string =>
  `${API}/${path}?${new URLSearchParams({ ...parameters, language: 'en', format: 'application/ld+json' })}`;

const ACCEPT = 'application/ld+json, application/json;q=0.9';

/** The two acts that came out of the promise to reinforce the law on migrant smuggling. */
export const SMUGGLING = ['2023/0438(COD)', '2023/0439(COD)'];

/** Records asked for in one request: 30 to 40 are answered, 100 are refused. */
export const AT_ONCE = 30;

/** What its lists have in common. No content, and an empty body past the end, are its ways to say that there is nothing. */
export const listOf = (list: Pick<List, 'name' | 'url' | 'read' | 'expect' | 'dated'> & Partial<List>): List => ({
  accept: ACCEPT,
  none: [204, 404],
  ...list,
});

/** In which order its long lists come is not known: a window makes them read to their end, whatever is known already. */
export const TO_THE_END = { paging: { first: 0, size: 1000, most: 9 }, window: { days: 366 } } as const;

/** Hits over all pages, where an answer counts them. */
export const totalOf = (data: unknown): number | null => numberAt(data, 'meta.total');

export const records = (data: unknown): readonly unknown[] | null => rowsAt(data, 'data');

/** `E-10-2026-001357`, also from `eli/dl/doc/E-10-2026-001357`. */
export const idOf = (record: unknown): string => textAt(record, 'identifier') || lastOf(textAt(record, 'id') || textAt(record, ''));

/** The last part of an address of theirs: `PLENARY_VOTE` of `def/ep-activities/PLENARY_VOTE`. */
export const lastOf = (address: string): string => address.split('/').at(-1) ?? '';

/** In English, else in the first language that it has; '' while it has none. */
export const titleOf = (record: unknown): string =>
  textAt(record, 'title_dcterms.en') || textAt(record, 'title_dcterms') || textAt(pairsAt(record, 'title_dcterms'), '0.1');

/** A day, or a time with its type beside it. */
export const dayOf = (record: unknown, field: string): string | null =>
  (textAt(record, field) || textAt(record, `${field}.@value`)).slice(0, 10) || null;

/** `Question written` of `def/ep-document-types/QUESTION_WRITTEN`. */
export const kindOf = (record: unknown, field: string): string => {
  const words = lastOf(textAt(listAt(record, field)[0], ''))
    .toLowerCase()
    .replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
};

/** The procedures of ours that a record names anywhere: `eli/dl/proc/2023-0438`, `2023/0438(COD)`. */
export const proceduresIn = (record: unknown, wanted: readonly string[]): readonly string[] => {
  const words = JSON.stringify(record) ?? '';
  return wanted.filter((procedure) => words.includes(procedure) || words.includes(`proc/${procedurePath(procedure)}`));
};

/** `2023-0438` of `2023/0438(COD)`. */
export const procedurePath = (procedure: string): string => procedure.replace(/\(.*/, '').replace('/', '-');

const escaped = (words: string): string => words.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** What a question's record says, in sentences, so that a new answer is a new line. Null when there is no record. */
export const recordPage = (data: unknown): string | null => {
  const record = records(data)?.[0];
  if (record === undefined || idOf(record) === '') return null;
  const addressees = listAt(record, 'workHadParticipation')
    .filter((one) => textAt(one, 'participation_role').endsWith('ADDRESSEE'))
    .flatMap((one) => listAt(one, 'had_participant_organization').map((body) => lastOf(textAt(body, ''))));
  const answers = listAt(record, 'inverse_answers_to').map((answer) => {
    const day = dayOf(answer, 'document_date');
    return `Answer ${idOf(answer)}${day === null ? '' : ` of ${day}`}.`;
  });
  const lines = [
    `${kindOf(record, 'work_type') || 'Question'} ${idOf(record)} of ${dayOf(record, 'document_date') ?? 'an unknown day'}.`,
    ...pairsAt(record, 'title_dcterms').map(([language, title]) => `Title (${language}): ${textAt(title, '')}`),
    ...(addressees.length === 0 ? [] : [`Addressee: ${addressees.join(', ')}.`]),
    ...(answers.length === 0 ? ['Not answered yet.'] : answers),
  ];
  return `<main><h1>${escaped(titleOf(record))}</h1>${lines.map((line) => `<p>${escaped(line)}</p>`).join('')}</main>`;
};
