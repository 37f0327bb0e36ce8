// A plain text that a person saved: what sources give is never that, so the extract stage knows nothing of it.

import { UsageError } from '../errors.ts';
import type { Block, Text } from '../types.ts';

/** A paragraph to a line; `# …` is a heading and `- …`, `1. …` a list item, as in Markdown. @throws UsageError when it is no UTF-8 text */
export const plainText = (body: Uint8Array, path: string): Text => {
  const lines = decode(body, path)
    .split(/\r?\n/)
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '');
  return { kind: 'html', extractor: 0, title: null, language: null, pages: null, cover: null, facts: [], blocks: lines.map(blockOf) };
};

const decode = (body: Uint8Array, path: string): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(body);
  } catch (cause) {
    throw new UsageError(`${path} is no UTF-8 text`, { at: path, remedy: 'Save it as UTF-8 in an editor', cause });
  }
};

const blockOf = (line: string): Block => {
  const [, heading] = /^#{1,6} (.*)$/.exec(line) ?? [];
  const text = heading ?? line;
  const kind = heading !== undefined ? 'heading' : /^(?:[-*•] |\(?\w{1,3}[.)] )/.test(line) ? 'list-item' : 'paragraph';
  return { kind, page: null, text, marked: text };
};
