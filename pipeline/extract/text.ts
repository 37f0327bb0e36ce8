// The body of a stored text file and the text's fingerprint. Light: no reader of a format loads from here.
// The file is for people and for git, one sentence to a line; what it says must survive the way there and back, hostile text included.

import { createHash } from 'node:crypto';
import { readingOf } from '../marks.ts';
import type { Block, BlockKind, Text } from '../types.ts';
import { splitSentences } from './sentences.ts';

/** What a reader reads, one block to a line. A block that is struck as a whole has nothing to read. */
export const readingText = (text: Text): string =>
  text.blocks
    .map((block) => block.text)
    .filter((words) => words !== '')
    .join('\n');

/** Hexadecimal. White space, sentences, blocks and pages do not count: only the words and their order do. */
export const textSha256 = (text: Text): string =>
  createHash('sha256').update(readingText(text).normalize('NFC').replace(/\s+/g, ' ').trim()).digest('hex');

/** How the first line of a block begins in the file. A paragraph has no mark. */
const MARKS: readonly (readonly [BlockKind, string])[] = [
  ['cover', '> '],
  ['heading', '## '],
  ['list-item', '- '],
  ['footnote', '[^]: '],
  ['table-row', '| '],
];
const COMMENT = '<!-- ';
/** Stands before the marked form of a block whose reading text does not follow from it. */
const MARKED = '<!-- marked -->';
const PAGE = /^<!-- page (\d+|none) -->$/;

/**
 * A line of the file says no more than its words: no end of a line for any program, no mark of a block, no comment. A backslash at its
 * start guards it and goes again; `\u000a` is a character by its code. Any other backslash is only itself.
 */
const escapeLine = (line: string): string => {
  const safe = line.replace(
    /[\n\r\v\f\u0085\u2028\u2029]|\\(?=u[0-9a-f]{4})/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  const forges = ['\\', ...MARKS.map(([, mark]) => mark), COMMENT, '---'].some((mark) => safe.startsWith(mark) || safe === mark.trim());
  return safe === '' || forges ? `\\${safe}` : safe;
};

const unescapeLine = (line: string): string =>
  line.replace(/^\\/, '').replace(/\\u([0-9a-f]{4})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));

const sentences = (text: string): string => splitSentences(text).map(escapeLine).join('\n');

const renderBlock = ({ kind, text, marked }: Block): string => {
  const once = readingOf(marked) === text;
  const shown = once ? marked : text;
  const mark = MARKS.find(([of]) => of === kind)?.[1] ?? '';
  // A row is one line, closed by a bar as tables are.
  const body = kind === 'table-row' ? `${mark}${escapeLine(shown)} |` : `${mark}${sentences(shown)}`;
  return once ? body : `${body}\n${MARKED}\n${sentences(marked)}`;
};

/**
 * The body of a text file in its marked form: one sentence to a line, blocks apart by an empty line, `<!-- page 2 -->` where a page begins.
 * `parseText` gives exactly the same blocks back.
 */
export const renderText = (blocks: readonly Block[]): string => {
  let page: number | null = null;
  const parts: string[] = [];
  for (const block of blocks) {
    if (block.page !== page) parts.push(`<!-- page ${block.page ?? 'none'} -->`);
    page = block.page;
    parts.push(renderBlock(block));
  }
  return parts.length === 0 ? '' : `${parts.join('\n\n')}\n`;
};

const joinLines = (lines: readonly string[]): string => lines.map(unescapeLine).join(' ');

const parseBlock = (lines: readonly string[], page: number | null): Block => {
  const at = lines.indexOf(MARKED);
  const [first = '', ...rest] = at === -1 ? lines : lines.slice(0, at);
  const [kind, mark] = MARKS.find(([, start]) => first.startsWith(start)) ?? (['paragraph', ''] as const);
  const opening = kind === 'table-row' ? first.slice(mark.length, -2) : first.slice(mark.length);
  const shown = joinLines([opening, ...rest]);
  return at === -1
    ? { kind, page, text: readingOf(shown), marked: shown }
    : { kind, page, text: shown, marked: joinLines(lines.slice(at + 1)) };
};

/** Reads what `renderText` wrote. */
export const parseText = (body: string): Block[] => {
  let page: number | null = null;
  const blocks: Block[] = [];
  for (const part of body.replace(/\n$/, '').split('\n\n')) {
    const mark = PAGE.exec(part);
    if (mark) page = mark[1] === 'none' ? null : Number(mark[1]);
    else if (part !== '') blocks.push(parseBlock(part.split('\n'), page));
  }
  return blocks;
};
