// What a row of a list makes of what was known: previous entry and row in, next entry and changes out. No clock, no files.
// Texts and documents are snapshot.ts.

import { isPublic } from './snapshot.ts';
import type { ChangeKind, Entry, IsoDate, Language, Row, Translation } from './types.ts';

/** The entry of a row that nobody has seen before. */
export const entryOfRow = (row: Row, facts: Pick<Entry, 'kind'> & { readonly language: Language; readonly today: IsoDate }): Entry => ({
  id: row.id,
  kind: facts.kind,
  title: row.title,
  url: row.url,
  date: row.date,
  access: row.access,
  firstSeen: facts.today,
  sha256: null,
  textSha256: null,
  reference: row.reference,
  language: row.language ?? facts.language,
  extractor: null,
  missing: [],
  translations: translationsOf(row, row.language ?? facts.language, facts.today),
});

const translationsOf = (row: Row, own: Language, today: IsoDate): readonly Translation[] =>
  Object.entries(row.languages)
    .filter(([language]) => language !== own)
    .map(([language, url]) => ({ language, url, firstSeen: today, sha256: null, textSha256: null }))
    .sort((a, b) => (a.language < b.language ? -1 : 1));

export interface RecordedRow {
  readonly entry: Entry;
  /** What is told, in this order; the language is that of a new version. */
  readonly changes: readonly { readonly kind: ChangeKind; readonly language: Language | null }[];
}

export interface Looking {
  readonly today: IsoDate;
  /** Languages whose arrival is told; others are only recorded. */
  readonly languages: readonly Language[];
}

/** What a row says of an entry that is known. A past date or an address that moves is recorded, not told; an announced day that moves is news. */
export const recordRow = (previous: Entry, row: Row, { today, languages }: Looking): RecordedRow => {
  const own = previous.language ?? row.language ?? '';
  const offered = translationsOf(row, own, today);
  const added = offered.filter(({ language }) => !previous.translations.some((t) => t.language === language));
  const access = row.access === 'unknown' ? previous.access : row.access;
  // A row that speaks for another language now does not move the one that is followed.
  const url = row.language === null || row.language === own ? row.url : (row.languages[own] ?? previous.url);
  const entry: Entry = {
    ...previous,
    title: isSameTitle(previous, row) ? previous.title : row.title,
    url: url === '' ? previous.url : url,
    date: row.date ?? previous.date,
    // What was read is public, whatever the list says of it now: only its own address can take that back.
    access: isPublic(previous) && access === 'not-public' && previous.sha256 !== null ? previous.access : access,
    translations: [...previous.translations, ...added].sort((a, b) => (a.language < b.language ? -1 : 1)),
  };
  const changes: { kind: ChangeKind; language: Language | null }[] = [];
  if (entry.access !== previous.access && previous.access !== 'unknown') changes.push({ kind: 'access', language: null });
  for (const { language } of added) if (languages.includes(language)) changes.push({ kind: 'new-version', language });
  const isPutOff = previous.date !== null && previous.date > today && entry.date !== previous.date;
  if (entry.title !== previous.title || isPutOff) changes.push({ kind: 'metadata', language: null });
  return { entry, changes };
};

/** Rows without a title of their own carry their id in its place, and cards cut long titles. */
const isSameTitle = (previous: Entry, { id, title }: Row): boolean => {
  const shown = title.replace(/(?:…|\.\.\.)$/, '').trim();
  return shown === '' || title === id || title === previous.title || (shown !== title && previous.title.startsWith(shown));
};
