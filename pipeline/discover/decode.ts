// From the bytes of a list to its characters: by the mark at the start, by what the answer or the list itself names, else UTF-8.
// Pages whose text is kept are decoded in extract/, which trusts no header.

import type { Page } from '../types.ts';

/** So much of a list may come before it names its encoding. */
const HEAD = 2_048;

const MARKS: readonly (readonly [string, readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

const named = (page: Page): string | undefined => {
  const header = /charset\s*=\s*["']?([\w.:-]+)/i.exec(page.headers['content-type'] ?? '')?.[1];
  if (header !== undefined) return header;
  const head = new TextDecoder('latin1').decode(page.body.subarray(0, HEAD));
  return (/^\s*<\?xml[^>]*?encoding\s*=\s*["']([\w.:-]+)/i.exec(head) ?? /<meta\b[^>]*?charset\s*=\s*["']?\s*([\w.:-]+)/i.exec(head))?.[1];
};

/** Without a mark at the start; bytes that fit the encoding nowhere are replaced, since rows around them can still be read. */
export const decodePage = (page: Page): string => {
  const marked = MARKS.find(([, bytes]) => bytes.every((byte, at) => page.body[at] === byte))?.[0];
  const name = marked ?? named(page) ?? 'utf-8';
  try {
    return new TextDecoder(name).decode(page.body);
  } catch (error) {
    // The only thing that can be wrong is the name: no such encoding.
    if (error instanceof RangeError) return new TextDecoder().decode(page.body);
    throw error;
  }
};
