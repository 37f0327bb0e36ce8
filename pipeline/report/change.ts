// A diff as a Markdown list: one place a line, so that it can be cut between lines and its marks stay balanced.
// How long an issue may be is not decided here.

import { escapeMarkdown } from '../markdown.ts';
import type { DiffPart, Hunk, TextDiff } from '../types.ts';

/** Longer changes are folded. */
const FOLD_AT_LINES = 25;
const CHARACTERS_IN_A_LINE = 110;
/** A longer passage is shown by its beginning and its end: the stored texts have it whole. */
const LONGEST_PASSAGE = 120;
const [WORDS_AT_BEGINNING, WORDS_AT_END] = [60, 20];

const MARKS: Readonly<Record<DiffPart['kind'], string>> = { same: '', insert: '**', delete: '~~' };

/** The words that changed: deleted ones struck, inserted ones bold, the weightiest place first. */
export const changeSection = (diff: TextDiff): string => {
  const hunks = [...diff.hunks].sort((a, b) => b.weight - a.weight);
  const lines = hunks.map(hunkLine);
  const places = hunks.length === 1 ? '1 place' : `${hunks.length} places`;
  const list = lines.join('\n');
  const long = lines.reduce((sum, line) => sum + Math.ceil(line.length / CHARACTERS_IN_A_LINE), 0) > FOLD_AT_LINES;
  const folded = long ? `<details>\n<summary>All ${places}, the weightiest first</summary>\n\n${list}\n\n</details>` : list;
  return `## The change\n\n${countWords(diff)} Deleted words are ~~struck~~, inserted words are **bold**.\n\n${folded}`;
};

const count = (n: number, one: string): string => `${n} ${one}${n === 1 ? '' : 's'}`;

/** `2 words inserted, 1 word deleted.` */
export const countWords = ({ summary }: TextDiff): string => {
  const moved = summary.movedParagraphs === 0 ? '' : `, ${count(summary.movedParagraphs, 'paragraph')} moved`;
  return `${count(summary.insertedWords, 'word')} inserted, ${count(summary.deletedWords, 'word')} deleted${moved}.`;
};

const hunkLine = (hunk: Hunk): string => {
  const where = [pages(hunk), hunk.kind === 'move' ? 'moved' : '', escapeMarkdown(hunk.why, 200)]
    .filter((words) => words !== '')
    .join(', ');
  const words = partsOf(hunk)
    .map(mark)
    .filter((part) => part !== '');
  return `- ${where}: ${words.join(' ')}`;
};

/** A moved paragraph is told as it stands now: its words are neither new nor gone. */
const partsOf = ({ kind, parts, old, new: now }: Hunk): readonly DiffPart[] => {
  if (parts.length > 0) return parts;
  if (kind === 'move') return [{ kind: 'same', text: now }];
  return [
    { kind: 'delete', text: old },
    { kind: 'insert', text: now },
  ];
};

const pages = ({ oldPage, newPage }: Hunk): string => {
  if (oldPage === null && newPage === null) return '';
  if (oldPage === newPage) return `p. ${newPage}`;
  if (oldPage === null || newPage === null) return `p. ${newPage ?? oldPage}`;
  return `p. ${oldPage} → p. ${newPage}`;
};

const mark = ({ kind, text }: DiffPart): string => {
  const words = text.split(' ');
  if (words.length <= LONGEST_PASSAGE) return marked(kind, text);
  const left = words.length - WORDS_AT_BEGINNING - WORDS_AT_END;
  return `${marked(kind, words.slice(0, WORDS_AT_BEGINNING).join(' '))} … *(${left} more words)* … ${marked(kind, words.slice(-WORDS_AT_END).join(' '))}`;
};

const marked = (kind: DiffPart['kind'], text: string): string => {
  const words = escapeMarkdown(text);
  return words === '' ? '' : `${MARKS[kind]}${words}${MARKS[kind]}`;
};
