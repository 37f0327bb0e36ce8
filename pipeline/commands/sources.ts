// A text from what a person names on the command line: a file of theirs, one of our stored texts, or a state of an entry.

import { readFile, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { isIsoDate } from '../calendar.ts';
import { UsageError } from '../errors.ts';
import { extract } from '../extract/index.ts';
import { textSha256 } from '../extract/text.ts';
import { fileAt, historyOf, UNSHALLOW } from '../history.ts';
import { parseTextFile } from '../textfile.ts';
import type { IsoDate, Text } from '../types.ts';
import type { Opened } from './context.ts';
import { type Found, findEntry, parsedText, type Stored, storedText } from './entries.ts';
import type { Environment } from './environment.ts';
import { plainText } from './plain.ts';

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
    throw new UsageError(`${path} cannot be read`, {
      at: path,
      remedy: 'Give the path of a PDF, HTML, DOCX, XLSX, CSV or text file',
      cause,
    });
  });
  if (path.endsWith('.md')) {
    const stored = parseTextFile(body.toString('utf8'));
    if (stored !== null) return stored;
  }
  if (/\.(?:md|txt)$/i.test(path)) return plainText(body, path);
  return extract({ body, mediaType: TYPES[path.split('.').at(-1)?.toLowerCase() ?? ''] ?? '', at: path }, limits);
};

export interface Place {
  readonly opened: Opened;
  readonly environment: Environment;
}

/** A file, `<entry>`, or `<entry>@<date>`: the state of an entry at the end of that day. */
export const namedText = async (words: string, place: Place): Promise<Named> => {
  const file = await fileNamed(words, place);
  if (file !== null) return file;
  const { id, date } = stateNamed(words);
  const found = await findEntry(place.opened.store, id);
  return date === null
    ? { name: id, text: (await presentText(place, found)).text }
    : { name: words, text: await stateOn(place, found, date) };
};

/** @returns null when there is no such file */
export const fileNamed = async (words: string, { opened, environment }: Place): Promise<Named | null> => {
  const path = resolve(environment.cwd, words);
  if (await isFile(path)) return { name: words, text: await textOfFile(path, opened.settings.extract) };
  if (!isPath(words)) return null;
  throw new UsageError(`there is no file ${words}`, {
    at: words,
    remedy: 'Check the path, or name an entry: npx pactwatch status lists them',
  });
};

/** `<entry>@<date>`, taken apart. @throws UsageError when what follows the sign is no day */
export const stateNamed = (words: string): { readonly id: string; readonly date: IsoDate | null } => {
  const at = words.lastIndexOf('@');
  if (at < 0) return { id: words, date: null };
  const date = words.slice(at + 1);
  if (isIsoDate(date)) return { id: words.slice(0, at), date };
  throw new UsageError(`"${date}" is not a day`, { at: words, remedy: 'Write it like ST-13901-2023-INIT@2026-01-31' });
};

/** @throws UsageError when none is stored */
export const presentText = async ({ opened }: Place, found: Found): Promise<Stored> => {
  const stored = await storedText(opened.store, found);
  if (stored !== null) return stored;
  throw new UsageError(`${found.entry.id} has no text`, {
    at: found.entry.id,
    remedy: 'It is not public, or its file could not be read',
  });
};

const stateOn = async ({ opened }: Place, { entry, texts }: Found, date: IsoDate): Promise<Text> => {
  const { root } = opened.store;
  const histories = await Promise.all(texts.map(async (path) => ({ path, ...(await historyOf(root, path)) })));
  const { path = '', versions = [], shallow = false } = histories.find((one) => one.versions.length > 0) ?? {};
  const version = versions.find((one) => one.date <= date);
  const first = versions.at(-1);
  if (version !== undefined) {
    const source = await fileAt(root, version.commit, path);
    if (source !== null) return parsedText(source, `${path} of ${version.date}`);
    throw new UsageError(`${entry.id} had no text on ${date}`, {
      at: entry.id,
      remedy: `It was taken away on ${version.date}: name an earlier day`,
    });
  }
  if (first === undefined)
    throw new UsageError(`${entry.id} has no version of ${date} or of any other day`, {
      at: entry.id,
      remedy: 'It is not committed yet: days are those of commits. Commit snapshots/ first, or leave the day out',
    });
  const oldest = shallow ? `${UNSHALLOW} than that of ${first.date}` : `Its first version is of ${first.date}`;
  throw new UsageError(`${entry.id} has no version of ${date} or before${shallow ? ' in this clone' : ''}`, {
    at: entry.id,
    remedy: oldest,
  });
};

export interface Earlier {
  /** The last committed text that has other words than the present one; null where there is none. */
  readonly state: Named | null;
  readonly shallow: boolean;
}

/** @throws StoreError when there is no git, or the root lies in no repository */
export const earlierState = async ({ opened }: Place, { entry }: Found, { path, text }: Stored): Promise<Earlier> => {
  const { versions, shallow } = await historyOf(opened.store.root, path);
  for (const { commit, date } of versions) {
    // A commit can also have taken the file away.
    const before = parseTextFile((await fileAt(opened.store.root, commit, path)) ?? '');
    if (before !== null && textSha256(before) !== textSha256(text))
      return { state: { name: `${entry.id}@${date}`, text: before }, shallow };
  }
  return { state: null, shallow };
};

/** What can only be meant as a file; `13901/23` is a document's number. */
const isPath = (words: string): boolean => /^[./~]|\.(?:pdf|x?html?|docx|xlsx|csv|tsv|txt|md)$/i.test(words);

const isFile = (path: string): Promise<boolean> =>
  stat(path).then(
    (found) => found.isFile(),
    () => false,
  );
