// The extract stage: bytes of a document or page in, a text with its structure out. Chooses the reader; the readers load when used.

import { ExtractError } from '../errors.ts';
import type { Text } from '../types.ts';
import { kindOf } from './kind.ts';
import { checkFileSize, type Limits } from './limits.ts';
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

const extractHtml = async (source: Source): Promise<Text> => {
  const { readHtml } = await import('./html/html.ts');
  const { title, language, blocks } = await readHtml(source);
  if (blocks.length === 0) {
    throw new ExtractError('no-text-layer', 'the page has no text of its own', {
      at: source.at,
      remedy: 'Open it in a browser: its text may only be put there by a script, or a selector may cut it away.',
    });
  }
  return { kind: 'html', extractor: EXTRACTOR, title, language, pages: null, cover: null, facts: [], blocks };
};

/**
 * Reads a PDF, Word, Excel or CSV file or an HTML page. Same bytes, same text.
 * @throws ExtractError damaged, encrypted, no-text-layer, unreadable-text, wrong-type, too-many-pages, too-large, timeout, no-reader
 */
export const extract = async (source: Source, limits: Limits): Promise<Text> => {
  checkFileSize(source, limits);
  const kind = kindOf(source);
  // A page is read here: it takes a time that its size bounds.
  if (kind === 'html') return extractHtml(source);
  const { readInThread } = await import('./pool.ts');
  return readInThread({ kind, source, limits });
};
