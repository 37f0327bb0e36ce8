// What an answer is by its bytes, whatever its type says: servers send error pages as PDF, and PDFs as octets.

import type { Page } from '../../types.ts';

export type Shape = 'empty' | 'pdf' | 'package' | 'html' | 'feed' | 'xml' | 'json' | 'text' | 'bytes';

/** What stands behind so many bytes decides nothing. */
const READ_BYTES = 4 * 1024 * 1024;

const latin1 = (body: Uint8Array, length: number): string => Buffer.from(body.subarray(0, length)).toString('latin1');

const charsetOf = (page: Page, start: string): string => {
  if (start.startsWith('\xff\xfe')) return 'utf-16le';
  if (start.startsWith('\xfe\xff')) return 'utf-16be';
  if (start.startsWith('\xef\xbb\xbf')) return 'utf-8';
  const named = /charset\s*=\s*["']?([\w-]+)/i;
  return (
    (named.exec(page.headers['content-type'] ?? '') ?? named.exec(start) ?? /^<\?xml[^>]*encoding=["']([\w-]+)/.exec(start))?.[1] ?? 'utf-8'
  );
};

const decoderOf = (charset: string) => {
  try {
    return new TextDecoder(charset);
  } catch {
    // A name that nobody knows: the rules look for ASCII in the first place.
    return new TextDecoder();
  }
};

/** The body as text, without white space around it; '' for files that are none. */
export const sourceOf = (page: Page): string => {
  const start = latin1(page.body, 1_024);
  if (magicOf(start) !== null) return '';
  return decoderOf(charsetOf(page, start)).decode(page.body.subarray(0, READ_BYTES)).trim();
};

/** ISO 32000 (`%PDF`), ZIP as in Office Open XML (`PK`), and the compound files of older Office programs. */
const magicOf = (start: string): 'pdf' | 'package' | null => {
  if (/^\s*%PDF/.test(start)) return 'pdf';
  return ['PK\x03\x04', '\xd0\xcf\x11\xe0'].some((magic) => start.startsWith(magic)) ? 'package' : null;
};

/** Before the first element: declarations and comments. */
const PROLOG = /^(?:\s+|<\?[^>]*>|<!--[\s\S]*?-->|<!doctype\s+(?!html)[^>]*>)/i;
const FEED = /^<(?:rss|feed|rdf:rdf|atom:feed)\b/i;
const HTML =
  /^<(?:!doctype html|html|head|body|title|meta|base|script|noscript|style|link|div|span|section|article|main|nav|header|footer|p|h[1-6]|ul|ol|dl|table|form|center|hr|br|b|a|img|iframe|frameset)\b/i;

const markupShape = (source: string, mediaType: string): Shape => {
  let rest = source;
  for (let prolog = PROLOG.exec(rest); prolog !== null && prolog[0] !== ''; prolog = PROLOG.exec(rest)) rest = rest.slice(prolog[0].length);
  if (FEED.test(rest)) return 'feed';
  return HTML.test(rest) || /html/.test(mediaType) || !/^<[a-z]/i.test(rest) ? 'html' : 'xml';
};

export const shapeOf = (page: Page, source: string): Shape => {
  const magic = magicOf(latin1(page.body, 1_024));
  if (magic !== null) return magic;
  if (source === '') return 'empty';
  if (source.startsWith('<')) return markupShape(source, page.mediaType);
  if (/^[[{]/.test(source) && /[\]}]$/.test(source)) return 'json';
  if (source.slice(0, 1_024).includes('\0')) return 'bytes';
  return /html/.test(page.mediaType) ? 'html' : 'text';
};

/** Keys and phrases from which on a script holds what a page would show, and not only settings (seen: `window.SERVER_DATA` of Europol). */
const KEYS = 4;
const PHRASES = 2;
const ASSIGNED = /\b(?:window|self|globalThis|var|let|const)[\s.["']+[\w$]+["'\]]*\s*=\s*(?:JSON\.parse\()?\s*['"`]?[{[]|^\s*[{[]/;

/** @param code of the scripts of a page */
export const holdsData = (code: string): boolean => {
  if (!ASSIGNED.test(code)) return false;
  const values = code.split(/\\?"\s*:/, 400).slice(1);
  return (
    values.length >= KEYS && values.filter((value) => /^\s*\\?"[^"]*[\p{L}\d,.] \p{L}+ \p{L}/u.test(value.slice(0, 120))).length >= PHRASES
  );
};
