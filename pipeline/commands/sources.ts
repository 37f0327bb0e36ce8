// A text from what a person names on the command line: a file of theirs, one of our stored texts, or a state of an entry.

import { readFile, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { isIsoDate } from '../calendar.ts';
import { UsageError } from '../errors.ts';
import { extract } from '../extract/index.ts';
import { textSha256 } from '../extract/text.ts';
import { fileAt, historyOf } from '../history.ts';
import { parseTextFile } from '../textfile.ts';
import type { Text } from '../types.ts';
import type { Opened } from './context.ts';
import { findEntry } from './entries.ts';
import type { Environment } from './environment.ts';

export interface Named {
  readonly name: string;
  readonly text: Text;
}

/** By its name; without a telling one, by how it begins. */
export const mediaTypeOf = (path: string, body: Uint8Array): string => {
  const named = TYPES[path.split('.').at(-1)?.toLowerCase() ?? ''];
  if (named !== undefined) return named;
  const start = new TextDecoder('latin1').decode(body.subarray(0, 200)).trimStart();
  if (start.startsWith('%PDF')) return TYPES.pdf ?? '';
  if (/^[[{]/.test(start)) return 'application/json';
  return /^<\?xml|^<rss|^<feed/i.test(start) ? 'application/xml' : 'text/html';
};

const TYPES: Readonly<Record<string, string>> = {
  pdf: 'application/pdf',
  html: 'text/html',
  htm: 'text/html',
  xhtml: 'application/xhtml+xml',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv',
  tsv: 'text/tab-separated-values',
  json: 'application/json',
  xml: 'application/xml',
  rss: 'application/rss+xml',
};

/** Reads any file that can be text for us. @throws UsageError when there is no such file, ExtractError when it cannot be read */
export const textOfFile = async (path: string, limits: { seconds: number; pages: number }): Promise<Text> => {
  const body = await readFile(path).catch((cause) => {
    throw new UsageError(`${path} cannot be read`, { at: path, remedy: 'Give the path of a PDF, HTML, DOCX, XLSX or CSV file', cause });
  });
  if (path.endsWith('.md')) {
    const stored = parseTextFile(body.toString('utf8'));
    if (stored !== null) return stored;
  }
  return extract({ body, mediaType: TYPES[path.split('.').at(-1)?.toLowerCase() ?? ''] ?? '', at: path }, limits);
};

/** A file, `<entry>`, or `<entry>@<date>`: the state of an entry at the end of that day. */
export const namedText = async (words: string, { opened, environment }: { opened: Opened; environment: Environment }): Promise<Named> => {
  const path = resolve(environment.cwd, words);
  if (await isFile(path)) return { name: words, text: await textOfFile(path, opened.settings.extract) };
  const [id = '', date] = words.split('@');
  const { texts } = await findEntry(opened.store, id);
  const [own] = texts;
  if (own === undefined) throw new UsageError(`${id} has no text`, { at: id, remedy: 'It is not public, or its file could not be read' });
  if (date === undefined) return { name: id, text: parsed((await opened.store.read(own)) ?? '', own) };
  if (!isIsoDate(date))
    throw new UsageError(`"${date}" is not a day`, { at: words, remedy: 'Write it like ST-13901-2023-INIT@2026-01-31' });
  const { versions, shallow } = await historyOf(opened.store.root, own);
  const version = versions.find((v) => v.date <= date);
  if (version === undefined) {
    const remedy = shallow
      ? 'This clone is shallow: "git fetch --unshallow" brings older versions'
      : `Its first version is of ${versions.at(-1)?.date ?? 'no day: it is not committed yet'}`;
    throw new UsageError(`${id} has no version of ${date} or before`, { at: words, remedy });
  }
  return { name: words, text: parsed(await fileAt(opened.store.root, version.commit, own), own) };
};

/** The two latest states of an entry: the last committed text that differs from the present one, and the present one. */
export const lastTwo = async (words: string, { opened }: { opened: Opened }): Promise<readonly [Named, Named]> => {
  const { texts, entry } = await findEntry(opened.store, words);
  const [own] = texts;
  const now = own === undefined ? null : await opened.store.read(own);
  if (own === undefined || now === null)
    throw new UsageError(`${entry.id} has no text`, { at: words, remedy: 'It is not public, or its file could not be read' });
  const present = parsed(now, own);
  const { versions, shallow } = await historyOf(opened.store.root, own);
  for (const { commit, date } of versions) {
    // A commit can also have taken the file away.
    const before = parseTextFile(await fileAt(opened.store.root, commit, own).catch(() => ''));
    if (before !== null && textSha256(before) !== textSha256(present))
      return [
        { name: `${entry.id}@${date}`, text: before },
        { name: entry.id, text: present },
      ];
  }
  throw new UsageError(`${entry.id} has one version only`, {
    at: words,
    remedy: shallow
      ? 'This clone is shallow: "git fetch --unshallow" brings older versions'
      : 'Name a second file or entry to compare it with',
  });
};

const isFile = (path: string): Promise<boolean> =>
  stat(path).then(
    (found) => found.isFile(),
    () => false,
  );

const parsed = (source: string, path: string): Text => {
  const text = parseTextFile(source);
  if (text === null)
    throw new UsageError(`${path} is none of our stored texts`, {
      at: path,
      remedy: `Bring back its last good state: git checkout -- ${path}`,
    });
  return text;
};
