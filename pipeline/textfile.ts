// A stored text: `snapshots/<watcher>/texts/<entry>.<lang>.md`. Front matter with the facts of its entry, then the text.

import { parseText, renderText } from './extract/text.ts';
import { parseReference, printReference } from './reference.ts';
import type { Cover, Entry, Language, Text } from './types.ts';
import { readFrontMatter, withFrontMatter } from './yaml.ts';

/** The facts of an entry in one of its languages. */
export const versionOf = (
  entry: Entry,
  language: Language,
): { language: Language; url: string; sha256: string | null; textSha256: string | null } | null => {
  if (entry.language === language) return { language, url: entry.url, sha256: entry.sha256, textSha256: entry.textSha256 };
  return entry.translations.find((t) => t.language === language) ?? null;
};

export const renderTextFile = (entry: Entry, language: Language, text: Text): string => {
  const version = versionOf(entry, language);
  return withFrontMatter(
    {
      id: entry.id,
      kind: entry.kind,
      title: entry.title,
      url: version?.url ?? entry.url,
      date: entry.date,
      access: entry.access,
      firstSeen: entry.firstSeen,
      sha256: version?.sha256 ?? null,
      textSha256: version?.textSha256 ?? null,
      reference: entry.reference === null ? null : printReference(entry.reference),
      language,
      extractor: text.extractor,
      source: text.kind,
      pages: text.pages,
      cover:
        text.cover === null
          ? null
          : { ...text.cover, reference: text.cover.reference === null ? null : printReference(text.cover.reference) },
      facts: text.facts,
    },
    renderText(text.blocks),
  );
};

/** A cover as renderTextFile writes it. */
type Stored = Omit<Cover, 'reference'> & { readonly reference: string | null };
const LISTS = ['subjectCodes', 'interinstitutionalFiles', 'previousDocuments', 'commissionDocuments'] as const;

const KINDS: readonly Text['kind'][] = ['pdf', 'html', 'docx', 'xlsx', 'csv'];

/** @returns null when the file is none of ours, or damaged. */
export const parseTextFile = (source: string): Text | null => {
  const file = readFrontMatter(source);
  if (file === null || typeof file.facts.extractor !== 'number') return null;
  const { facts } = file;
  const cover = facts.cover as Stored | null | undefined;
  if (cover === undefined || (cover !== null && !LISTS.every((list) => Array.isArray(cover[list])))) return null;
  return {
    kind: KINDS.find((kind) => kind === facts.source) ?? 'pdf',
    extractor: Number(facts.extractor),
    title: typeof facts.title === 'string' ? facts.title : null,
    language: typeof facts.language === 'string' ? facts.language : null,
    pages: typeof facts.pages === 'number' ? facts.pages : null,
    cover: cover === null ? null : { ...cover, reference: typeof cover.reference === 'string' ? parseReference(cover.reference) : null },
    facts: Array.isArray(facts.facts) ? facts.facts.map(String) : [],
    blocks: parseText(file.body),
  };
};
