// From rows as printed to rows as the pipeline knows them: titles tidied, links whole, dates read, one row for one document.

import { cut } from '../markdown.ts';
import { parseReference, referenceId } from '../reference.ts';
import type { IsoDate, Language, RawRow, Row } from '../types.ts';
import { linkId, pathOf, resolveLink, safeId } from './address.ts';
import { readDate, readDateLine } from './dates.ts';
import type { Found } from './found.ts';
import { plainText } from './text.ts';

const LONGEST_SUMMARY = 500;

interface Place {
  readonly base: string;
  /** The list's own address: ids are relative to its host. */
  readonly list: string;
  readonly today: IsoDate;
}

const languageOf = (words: string | undefined): Language | null => {
  const code = words?.trim().toLowerCase() ?? '';
  return /^(?:[a-z]{2}|x)$/.test(code) ? code : null;
};

const dateOf = ({ date }: RawRow, today: IsoDate): IsoDate | null => {
  if (date === undefined || date === null) return null;
  return typeof date === 'number' ? readDate(date) : (readDate(date, today) ?? readDateLine(plainText(date), today));
};

type Languages = Readonly<Record<Language, string>>;

const sorted = (languages: Languages): Languages => Object.fromEntries(Object.entries(languages).sort(([a], [b]) => (a < b ? -1 : 1)));

/** With the row's own address under its own language, so that what one row offers and what several rows offer looks the same. */
const languagesOf = (raw: RawRow, { url, base }: { readonly url: string; readonly base: string }): Languages => {
  const found: Record<Language, string> = {};
  const offered = Object.entries(raw.languages ?? {}).map(([code, link]) => [code, resolveLink(link, base)] as const);
  for (const [code, address] of [[raw.language, url] as const, ...offered]) {
    const language = languageOf(code);
    if (language !== null && address !== '') found[language] = address;
  }
  return sorted(found);
};

const list = (words: readonly string[] | undefined): readonly string[] => [
  ...new Set((words ?? []).map(plainText).filter((w) => w !== '')),
];

const toRow = (raw: RawRow, { base, list: at, today }: Place): Row => {
  const url = resolveLink(raw.link, base);
  const title = plainText(raw.title);
  const reference = raw.number === undefined ? null : parseReference(raw.number);
  const named = url === '' ? safeId(title) : linkId(url, at);
  const own = raw.id === undefined ? named : safeId(raw.id);
  const id = reference === null ? own : referenceId(reference);
  return {
    id,
    title: title === '' ? id : title,
    url,
    date: dateOf(raw, today),
    summary: cut(plainText(raw.summary ?? ''), LONGEST_SUMMARY),
    language: languageOf(raw.language),
    languages: languagesOf(raw, { url, base }),
    reference,
    subjectCodes: list(raw.subjectCodes),
    procedures: list(raw.procedures),
    access: raw.access ?? 'unknown',
  };
};

/** One document printed twice: the English row speaks for both, else the first, and the other fills what it does not say. */
const join = (a: Row, b: Row): Row => {
  const [first, second] = b.language === 'en' && a.language !== 'en' ? [b, a] : [a, b];
  return {
    ...first,
    title: first.title === first.id ? second.title : first.title,
    url: first.url === '' ? second.url : first.url,
    date: first.date ?? second.date,
    summary: first.summary === '' ? second.summary : first.summary,
    language: first.language ?? second.language,
    languages: sorted({ ...second.languages, ...first.languages }),
    reference: first.reference ?? second.reference,
    subjectCodes: list([...first.subjectCodes, ...second.subjectCodes]),
    procedures: list([...first.procedures, ...second.procedures]),
    access: first.access === 'unknown' ? second.access : first.access,
  };
};

/** What leads elsewhere than to an item is navigation; a row without a link stays when its source names it otherwise. */
const fits = (raw: RawRow, base: string, keep: RegExp | undefined): boolean => {
  if (keep === undefined) return true;
  const url = resolveLink(raw.link, base);
  return url === '' ? (raw.id ?? raw.number) !== undefined : pathOf(url).search(keep) !== -1;
};

/** Rows of a page in its order, one for each document. */
export const toRows = (found: Found, { keep, url, today }: { keep: RegExp | undefined; url: string; today: IsoDate }): readonly Row[] => {
  const rows = new Map<string, Row>();
  for (const raw of found.rows.filter((row) => fits(row, found.base, keep))) {
    const row = toRow(raw, { base: found.base, list: url, today });
    const known = rows.get(row.id);
    rows.set(row.id, known === undefined ? row : join(known, row));
  }
  return [...rows.values()];
};
