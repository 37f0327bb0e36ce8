// From the lines of a PDF to the blocks of a text: cover, running lines and paragraphs brought together, and each paragraph named.

import { type Run, readingOf, writeRuns } from '../../marks.ts';
import type { Block, BlockKind, Cover } from '../../types.ts';
import { readCover } from '../cover/cover.ts';
import { GAP, LONGEST } from './gaps.ts';
import { seam, type Vocabulary, vocabularyOf } from './hyphens.ts';
import type { Line, Sheet } from './lines.ts';
import { DANGLING, LIST_MARK, type Paragraph, toParagraphs } from './paragraphs.ts';
import { findRunning } from './running.ts';

export interface Body {
  readonly cover: Cover | null;
  readonly blocks: readonly Block[];
  /** As the footers print it. */
  readonly language: string | null;
}

const NAMED_HEADING =
  /^[‘“"']?(?:ANNEX|APPENDIX|ARTICLE|CHAPTER|SECTION|TITLE|PART|RECITAL|AMENDMENT)(?: [\dIVXLC]+[a-z]{0,2})?(?: TO THE ANNEX)?$/i;

const GAPS = new RegExp(`${GAP}+(?: ${GAP}+)+`, 'g');

/** A line made of characters, over footnotes or between parts. */
const DRAWN_RULE = /^[_ ]+$/;

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
  // Inserted items of a list and lines that end in the middle of a sentence are bold too.
  const inList = /^\(\w{1,4}\) /.test(text) || DANGLING.test(text) || /^Or\. [a-z]{2}$/.test(text);
  const other = lines.length <= 2 && text.length < 120 && lines.every((line) => line.font !== body.font) && /^[\p{Lu}\d(]/u.test(text);
  return capitals || large || (other && !inList);
};

const plain = (text: string): Run => ({ text, bold: false, underlined: false, struck: false, link: null });

/** Lines as one, with the hyphens that only the line's end put there gone. */
const runsOfLines = (lines: readonly Line[], words: Vocabulary): Run[] => {
  const runs: Run[] = [];
  lines.forEach((line, at) => {
    const before = lines[at - 1];
    const between = before === undefined ? 'close' : seam(before.text, line.text, words);
    const last = runs.at(-1);
    if (between === 'drop-hyphen' && last !== undefined) runs[runs.length - 1] = { ...last, text: last.text.replace(/-\s*$/, '') };
    if (between === 'space') runs.push(plain(' '));
    line.cells.forEach((cell, place) => {
      if (place > 0) runs.push(plain(' '));
      for (const run of cell.runs) runs.push(run);
    });
  });
  return runs;
};

const runsOf = ({ lines, row }: Paragraph, words: Vocabulary): Run[] =>
  row === null
    ? runsOfLines(lines, words)
    : row.flatMap((cell, at) => (at === 0 ? runsOfLines(cell, words) : [plain(' | '), ...runsOfLines(cell, words)]));

const textOf = (runs: readonly Run[]): string =>
  runs
    .map((run) => run.text)
    .join('')
    .replace(/ {2,}/g, ' ')
    .trim();

const toBlock = (kind: BlockKind, page: number, runs: readonly Run[]): Block => {
  // Dots lead the eye through a table of contents; how many there are changes with every layout.
  const marked = writeRuns(runs)
    .replace(/(?:\. ?){4,}/g, '… ')
    .replace(/ {2,}/g, ' ')
    // What is blacked out over several lines is one passage, wherever the lines break.
    .replace(GAPS, (gaps) => GAP.repeat(Math.min(LONGEST, gaps.replaceAll(' ', '').length)))
    // A letter and its accent may come from two fonts.
    .normalize('NFC')
    .trim();
  return { kind, page, text: readingOf(marked), marked };
};

/** @param lines of the whole document, in the order of the content stream */
export const toBlocks = (lines: readonly Line[], sheets: readonly Sheet[]): Body => {
  const reading = readCover(lines.filter((line) => line.sheet.page === 1));
  const running = findRunning(lines, sheets, reading?.cover.number ?? null);
  const rest = lines.filter((line) => !running.lines.has(line) && !reading?.lines.has(line) && !DRAWN_RULE.test(line.text));
  const words = vocabularyOf(rest.map((line) => line.text));
  const body = { size: usual(rest, (line) => Math.round(line.size * 2) / 2) ?? 0, font: usual(rest, (line) => line.font) ?? '' };
  const nameOf = (paragraph: Paragraph, text: string): BlockKind => {
    if (paragraph.footnote) return 'footnote';
    if (paragraph.row !== null) return 'table-row';
    if (isHeading(text, paragraph.lines, body)) return 'heading';
    return LIST_MARK.test(text) ? 'list-item' : 'paragraph';
  };
  const blocks = toParagraphs(rest).map((paragraph) => {
    const runs = runsOf(paragraph, words);
    return toBlock(nameOf(paragraph, textOf(runs)), paragraph.lines[0]?.sheet.page ?? 1, runs);
  });
  const cover = (reading?.texts ?? []).map((text) => toBlock('cover', 1, [plain(text)]));
  return { cover: reading?.cover ?? null, blocks: [...cover, ...blocks], language: running.language };
};
