// The extract stage: bytes of a document or page in, a text with its structure out. Chooses the reader; the readers load when used.

import { ExtractError } from '../errors.ts';
import type { Text } from '../types.ts';
import type { PdfLines } from './pdf.ts';
import { tidy } from './tidy.ts';

/** Raised with every change that gives another text for the same bytes, so that the change is known to be ours. */
export const EXTRACTOR = 1;

export interface Limits {
  readonly seconds: number;
  readonly pages: number;
}

export interface Source {
  readonly body: Uint8Array;
  /** Lower case, without parameters; '' where unknown. */
  readonly mediaType: string;
  /** Real address or file name, for errors. */
  readonly at: string;
  /** CSS selector of the part of an HTML page that is watched. */
  readonly select?: string;
  /** CSS selectors of what is not. */
  readonly remove?: readonly string[];
}

const startsWith = (body: Uint8Array, text: string): boolean => Buffer.from(body.subarray(0, text.length)).toString('latin1') === text;

/** By the first bytes; the media type decides only between texts. */
const kindOf = ({ body, mediaType }: Source): 'pdf' | 'html' | null => {
  if (startsWith(body, '%PDF')) return 'pdf';
  const head = Buffer.from(body.subarray(0, 1024)).toString('latin1').trimStart().toLowerCase();
  if (head.includes('\0')) return null;
  const html = /^(?:\xef\xbb\xbf)?\s*(?:<!--[\s\S]*?-->\s*)*<(?:!doctype html|html|head|body|\?xml)/.test(head);
  return html || mediaType === 'text/html' || mediaType === 'application/xhtml+xml' ? 'html' : null;
};

const REMEDY = 'Look for another copy, or run it through OCR.';

/** A document whose pages are images has no words to watch; one whose fonts hide their characters has words nobody can read. */
const checkReadable = ({ signs, unreadable }: { signs: number; unreadable: number }, at: string): void => {
  if (signs === 0) throw new ExtractError('no-text-layer', 'the document has no text, only images', { at, remedy: REMEDY });
  if (unreadable > signs * 0.3) {
    throw new ExtractError('unreadable-text', 'the fonts of the document do not say which characters they show', { at, remedy: REMEDY });
  }
};

const factsOf = ({ sheets, lines, unreadable }: PdfLines): string[] => {
  const written = new Set(lines.map((line) => line.sheet.page));
  const empty = sheets.filter(({ page }) => !written.has(page)).map(({ page }) => `page ${page} has no text (an image, or empty)`);
  return unreadable === 0 ? empty : [...empty, `${unreadable} characters are missing: their fonts do not say what they show`];
};

/** Files carry the names of templates and of other documents as titles: one word is no title. */
const usefulTitle = (title: string | null): string | null =>
  title === null || !/\S\s+\S/.test(title.trim()) || /^microsoft word/i.test(title) ? null : tidy(title);

const extractPdf = async (source: Source, limits: Limits): Promise<Text> => {
  const [{ readPdf }, { toBlocks }] = await Promise.all([import('./pdf.ts'), import('./blocks.ts')]);
  const reading = await readPdf(source, limits);
  checkReadable(reading, source.at);
  const { cover, blocks, language } = toBlocks(reading.lines, reading.sheets);
  const heading = blocks.find(({ kind, text }) => kind === 'heading' && /\p{L}{3}.* .*\p{L}{3}/u.test(text));
  return {
    kind: 'pdf',
    extractor: EXTRACTOR,
    title: cover?.subject ?? usefulTitle(reading.title) ?? heading?.text ?? null,
    language: language ?? /^[a-z]{2}(?=-|$)/i.exec(reading.language ?? '')?.[0].toLowerCase() ?? null,
    pages: reading.sheets.length,
    cover,
    facts: factsOf(reading),
    blocks,
  };
};

const extractHtml = async (source: Source): Promise<Text> => {
  const { readHtml } = await import('./html.ts');
  const { title, language, blocks } = readHtml(source);
  if (blocks.length === 0) {
    throw new ExtractError('no-text-layer', 'the page has no text of its own', {
      at: source.at,
      remedy: 'Open it in a browser: its text may only be put there by a script, or a selector may cut it away.',
    });
  }
  return { kind: 'html', extractor: EXTRACTOR, title, language, pages: null, cover: null, facts: [], blocks };
};

/**
 * Reads a PDF document or an HTML page. Same bytes, same text.
 * @throws ExtractError damaged, encrypted, no-text-layer, unreadable-text, wrong-type, too-many-pages, timeout
 */
export const extract = async (source: Source, limits: Limits): Promise<Text> => {
  const kind = kindOf(source);
  if (kind === null) {
    throw new ExtractError('wrong-type', `this is neither PDF nor HTML (media type ${source.mediaType || 'unknown'})`, {
      at: source.at,
      remedy: 'Open the address in a browser and see what it sends.',
    });
  }
  return kind === 'pdf' ? extractPdf(source, limits) : extractHtml(source);
};
