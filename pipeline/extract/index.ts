// The extract stage: bytes of a document or page in, a text with its structure out. Chooses the reader; the readers load when used.

import { ExtractError } from '../errors.ts';
import type { Text } from '../types.ts';

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

/** A document whose pages are images has no words to watch; one whose fonts hide their characters has words nobody can read. */
const checkReadable = (words: string, at: string): void => {
  const signs = words.replace(/\s+/g, '');
  if (signs === '') {
    throw new ExtractError('no-text-layer', 'the document has no text, only images', {
      at,
      remedy: 'Look for another copy, or run it through OCR.',
    });
  }
  const unreadable = signs.match(/[\ufffd\ue000-\uf8ff]/g)?.length ?? 0;
  if (unreadable > signs.length * 0.3) {
    throw new ExtractError('unreadable-text', 'the fonts of the document do not say which characters they show', {
      at,
      remedy: 'Look for another copy, or run it through OCR.',
    });
  }
};

const usefulTitle = (title: string | null): string | null =>
  title === null || /^(?:microsoft word|untitled|document\d*$|\S+\.(?:docx?|pdf)$)/i.test(title.trim()) ? null : title.trim();

const extractPdf = async (source: Source, limits: Limits): Promise<Text> => {
  const [{ readPdf }, { toBlocks }] = await Promise.all([import('./pdf.ts'), import('./blocks.ts')]);
  const { lines, sheets, title, language } = await readPdf(source, limits);
  checkReadable(lines.map((line) => line.text).join(' '), source.at);
  const body = toBlocks(lines, sheets);
  const written = new Set(lines.map((line) => line.sheet.page));
  return {
    kind: 'pdf',
    extractor: EXTRACTOR,
    title: body.cover?.subject ?? usefulTitle(title) ?? body.blocks.find((block) => block.kind === 'heading')?.text ?? null,
    language: body.language ?? /^[a-z]{2}(?=-|$)/i.exec(language ?? '')?.[0].toLowerCase() ?? null,
    pages: sheets.length,
    cover: body.cover,
    facts: sheets.filter(({ page }) => !written.has(page)).map(({ page }) => `page ${page} has no text (an image, or empty)`),
    blocks: body.blocks,
  };
};

const extractHtml = async (source: Source): Promise<Text> => {
  const { readHtml } = await import('./html.ts');
  const { title, language, blocks } = readHtml(source);
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
