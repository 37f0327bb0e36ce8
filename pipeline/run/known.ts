// What is stored of one entry in one language, made comparable with what a look sees today; and how files become texts in a run.

import { ExtractError, LayoutError } from '../errors.ts';
import { EXTRACTOR, extract, type Source } from '../extract/index.ts';
import { textSha256 } from '../extract/text.ts';
import { textPath } from '../store.ts';
import { parseTextFile, versionOf } from '../textfile.ts';
import type { Detail, Entry, Language, Text } from '../types.ts';
import type { Session } from './session.ts';

/** `current` says that the stored text is whole and of this extractor. */
export interface Known {
  readonly entry: Entry | null;
  readonly sha256: string | null;
  readonly text: Text | null;
  readonly current: boolean;
}

/** Which part of a page is its text; `strict` where a person chose it, so that nothing else may stand for it. */
export type Reading = Pick<Detail, 'select' | 'remove' | 'html'> & { readonly strict?: boolean };
export const WHOLE: Reading = { select: [], remove: [] };

export interface Named {
  readonly id: string;
  readonly language: Language;
  readonly reading: Reading;
}

export const readKnown = async (session: Session, { id, language, reading }: Named): Promise<Known> => {
  const entry = session.entries.get(id) ?? null;
  const version = entry === null ? null : versionOf(entry, language);
  if (version === null) return { entry, sha256: null, text: null, current: false };
  const source = await session.context.store.read(textPath(session.watcher.id, id, language));
  const text = source === null ? null : parseTextFile(source);
  const whole = text !== null && textSha256(text) === version.textSha256;
  // A text that is not the one its entry names was cut off by a stop, or edited: it is no base for a diff.
  if (!whole) return { entry, sha256: version.sha256, text: null, current: false };
  if (text.extractor === EXTRACTOR) return { entry, sha256: version.sha256, text, current: true };
  // What our newer extractor sees in the old file is what a new file is to be compared with.
  const body = version.sha256 === null ? null : await session.context.store.fetched.get(version.sha256);
  const remade = body === null ? null : await remake(session, { body, mediaType: '', at: id }, reading);
  if (remade === null) return { entry, sha256: version.sha256, text, current: false };
  return { entry: entry && withText(entry, language, textSha256(remade)), sha256: version.sha256, text: remade, current: true };
};

/** Null where it cannot be read any more: then the old text is all that there is. */
const remake = async (session: Session, source: Source, reading: Reading): Promise<Text | null> => {
  try {
    return await readText(session, source, reading);
  } catch (error) {
    if (error instanceof ExtractError || error instanceof LayoutError) return null;
    throw error;
  }
};

/** The entry as it would be had today's extractor read it then. */
const withText = (entry: Entry, language: Language, sha256: string): Entry =>
  entry.language === language
    ? { ...entry, textSha256: sha256 }
    : { ...entry, translations: entry.translations.map((t) => (t.language === language ? { ...t, textSha256: sha256 } : t)) };

/** Errors of bytes that will never become text: the document is recorded without one. */
const NEVER_TEXT: readonly ExtractError['code'][] = ['encrypted', 'no-text-layer', 'unreadable-text'];

/**
 * Null for files whose bytes can never be text.
 * @throws ExtractError for all else that cannot be read; LayoutError when no selector of a strict reading fits
 */
export const readText = async (session: Session, source: Source, reading: Reading): Promise<Text | null> => {
  const limits = session.context.settings.extract;
  const whole = { ...source, remove: reading.remove };
  try {
    // The facts first, the fall-backs after, and what the extractor takes for the main part last.
    for (const [i, select] of reading.select.entries()) {
      const isLast = reading.strict === true && i === reading.select.length - 1;
      const text = await extract({ ...whole, select }, limits).catch(isLast ? rethrow : nothingThere);
      if (text !== null) return text;
    }
    return await extract(whole, limits);
  } catch (error) {
    if (error instanceof ExtractError && NEVER_TEXT.includes(error.code)) return null;
    throw error;
  }
};

const rethrow = (error: unknown): never => {
  throw error;
};

/** A selector that fits nothing, or something without words. */
const nothingThere = (error: unknown): null => {
  if (error instanceof LayoutError || (error instanceof ExtractError && error.code === 'no-text-layer')) return null;
  throw error;
};
