// The extract stage: bytes of a document or page in, a text with its structure out. Chooses the reader; the readers load when used.

import { ExtractError } from '../errors.ts';
import type { Text } from '../types.ts';
import type { Limits } from './pdf.ts';
import { EXTRACTOR } from './revision.ts';

export { EXTRACTOR } from './revision.ts';

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
  if (kind === 'html') return extractHtml(source);
  const { readInThread } = await import('./thread.ts');
  return readInThread(source, limits);
};
