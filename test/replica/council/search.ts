// How the stand-in of the Council's register is searched: all that is asked for must fit, words by their beginning, and what the form does not
// know is ignored without a word, as is a day that is not written DD/MM/YYYY.

import { createHash } from 'node:crypto';
import type { IsoDate } from '../../../pipeline/types.ts';
import type { Registered } from './records.ts';

export const PAGE_SIZE = 20;
const LAST_PAGE = 50;

export interface Hits {
  readonly total: number;
  readonly rows: readonly Registered[];
  readonly page: number;
}

const words = (text: string): string[] =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? [];

const fits = (asked: string, text: string): boolean => {
  const there = words(text);
  return words(asked).every((word) => there.some((other) => other.startsWith(word)));
};

const dayOf = (printed: string): IsoDate | null => {
  const [, day, month, year] = /^(\d{2})\/(\d{2})\/(\d{4})$/.exec(printed) ?? [];
  return day === undefined ? null : `${year}-${month}-${day}`;
};
const notBefore = (asked: string, date: IsoDate | undefined): boolean => dayOf(asked) === null || (date ?? '') >= (dayOf(asked) ?? '');
const notAfter = (asked: string, date: IsoDate | undefined): boolean =>
  dayOf(asked) === null || (date !== undefined && date <= (dayOf(asked) ?? ''));

/** `90103/26`, for all versions of a number. */
const shortNumber = ({ number }: Registered): string => number.replace(/^\S+ (\d+) \d{2}(\d{2}).*$/, '$1/$2');

const FIELDS: Readonly<Record<string, (record: Registered, asked: string) => boolean>> = {
  WordsInSubject: ({ subject }, asked) => fits(asked, subject),
  WordsInText: ({ subject, paragraphs }, asked) => fits(asked, [subject, ...paragraphs].join(' ')),
  DocumentNumber: (record, asked) => asked === shortNumber(record),
  InterinstitutionalFiles: ({ file }, asked) => file === asked.replace(' ', ''),
  SubjectMatters: ({ codes }, asked) => codes.includes(asked),
  DocumentTypes: ({ type }, asked) => type === asked,
  DateFrom: ({ date }, asked) => notBefore(asked, date),
  DateTo: ({ date }, asked) => notAfter(asked, date),
  MeetingDateFrom: ({ meeting }, asked) => notBefore(asked, meeting),
  MeetingDateTo: ({ meeting }, asked) => notAfter(asked, meeting),
  DocumentLanguage: ({ languages }, asked) => languages.includes(asked.toLowerCase()),
  OnlyPublicDocuments: ({ access }, asked) => asked !== 'true' || access !== 'not-public',
};

const mixed = ({ number }: Registered): string => createHash('sha256').update(number).digest('hex');
const byDate = (a: Registered, b: Registered): number => (a.date + a.number < b.date + b.number ? -1 : 1);

/** Newest or oldest first when asked for, else in an order of its own that never changes. */
const inOrder = (records: readonly Registered[], order: string | null): Registered[] => {
  if (order === 'DOCUMENT_DATE ASC') return records.toSorted(byDate);
  if (order === 'DOCUMENT_DATE DESC') return records.toSorted((a, b) => byDate(b, a));
  return records.toSorted((a, b) => (mixed(a) < mixed(b) ? -1 : 1));
};

/** Beyond page 50 the fiftieth comes again. */
export const search = (records: readonly Registered[], asked: URLSearchParams): Hits => {
  const found = Object.entries(FIELDS).reduce<readonly Registered[]>((left, [name, has]) => {
    const values = asked.getAll(name).filter((value) => value !== '');
    return values.length === 0 ? left : left.filter((record) => values.some((value) => has(record, value)));
  }, records);
  const page = Math.min(Number(asked.get('page')) || 1, LAST_PAGE);
  const rows = inOrder(found, asked.get('OrderBy')).slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE);
  return { total: found.length, rows, page };
};
