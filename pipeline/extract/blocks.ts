// From the lines of a PDF to the blocks of a text: cover, running lines and paragraphs brought together, and each paragraph named.

import type { Block, BlockKind, Cover } from '../types.ts';
import { readCover } from './cover.ts';
import { joinLines, vocabularyOf } from './hyphens.ts';
import type { Line, Sheet } from './lines.ts';
import { LIST_MARK, type Paragraph, toParagraphs } from './paragraphs.ts';
import { findRunning } from './running.ts';

export interface Body {
  readonly cover: Cover | null;
  readonly blocks: readonly Block[];
  /** As the footers print it. */
  readonly language: string | null;
}

const NAMED_HEADING =
  /^(?:ANNEX|APPENDIX|ARTICLE|CHAPTER|SECTION|TITLE|PART|RECITAL|AMENDMENT)(?: [\dIVXLC]+[a-z]{0,2})?(?: TO THE ANNEX)?$/i;

/** The font or size that most of the letters have. */
const usual = <T>(lines: readonly Line[], of: (line: Line) => T): T | undefined => {
  const letters = new Map<T, number>();
  for (const line of lines) letters.set(of(line), (letters.get(of(line)) ?? 0) + line.text.length);
  return [...letters].sort((a, b) => b[1] - a[1])[0]?.[0];
};

const isHeading = (text: string, lines: readonly Line[], body: { size: number; font: string }): boolean => {
  if (NAMED_HEADING.test(text)) return true;
  if (text.length > 160 || lines.length > 4 || /[.;,:]$/.test(text) || !/\p{L}{2}/u.test(text)) return false;
  const capitals = text === text.toUpperCase() && /\p{Lu}{4}/u.test(text);
  const large = lines.every((line) => line.size > body.size * 1.12);
  const other = lines.length <= 2 && text.length < 120 && lines.every((line) => line.font !== body.font) && /^[\p{Lu}\d(]/u.test(text);
  return capitals || large || other;
};

const toBlock = (kind: BlockKind, page: number, text: string): Block => ({ kind, page, text, marked: text });

/** @param lines of the whole document, in the order of the content stream */
export const toBlocks = (lines: readonly Line[], sheets: readonly Sheet[]): Body => {
  const reading = readCover(lines.filter((line) => line.sheet.page === 1));
  const running = findRunning(lines, sheets, reading?.cover.number ?? null);
  const rest = lines.filter((line) => !running.lines.has(line) && !reading?.lines.has(line));
  const words = vocabularyOf(rest.map((line) => line.text));
  const body = { size: usual(rest, (line) => Math.round(line.size * 2) / 2) ?? 0, font: usual(rest, (line) => line.font) ?? '' };
  const nameOf = (paragraph: Paragraph, text: string): BlockKind => {
    if (paragraph.footnote) return 'footnote';
    if (paragraph.row) return 'table-row';
    if (isHeading(text, paragraph.lines, body)) return 'heading';
    return LIST_MARK.test(text) ? 'list-item' : 'paragraph';
  };
  const blocks = toParagraphs(rest).map((paragraph) => {
    const pieces = paragraph.lines.map((line) => line.cells.map((cell) => cell.text).join(paragraph.row ? ' | ' : ' '));
    const text = pieces.reduce((before, after) => joinLines(before, after, words));
    return toBlock(nameOf(paragraph, text), paragraph.lines[0]?.sheet.page ?? 1, text);
  });
  const cover = (reading?.texts ?? []).map((text) => toBlock('cover', 1, text));
  return { cover: reading?.cover ?? null, blocks: [...cover, ...blocks], language: running.language };
};
