// Rows of tables in office files as blocks: the same for Word, Excel and CSV.

import { ExtractError } from '../../errors.ts';
import { type Run, readingOf, writeRuns } from '../../marks.ts';
import type { Block, BlockKind } from '../../types.ts';

export const plainRun = (text: string): Run => ({ text, bold: false, underlined: false, struck: false, link: null });

const clean = (marked: string): string => marked.replace(/ {2,}/g, ' ').trim().normalize('NFC');

const isStyled = ({ bold, underlined, struck, link }: Run): boolean => bold || underlined || struck || link !== null;

/** @returns null when there is no letter and no digit in it */
export const toBlock = (kind: BlockKind, runs: readonly Run[]): Block | null => {
  if (!runs.some(({ text }) => /[\p{L}\p{N}]/u.test(text))) return null;
  if (runs.some(isStyled)) {
    const marked = clean(writeRuns(runs));
    return { kind, page: null, text: readingOf(marked), marked };
  }
  // Nearly all rows of nearly all sheets: nothing to mark, and seldom anything to escape.
  const text = clean(runs.map((run) => run.text).join(''));
  return { kind, page: null, text, marked: /[\\*_~[\]]/.test(text) ? writeRuns([plainRun(text)]) : text };
};

const isEmpty = (cell: readonly Run[]): boolean => cell.every(({ text }) => text.trim() === '');

/** Cells joined as those of HTML tables are. Empty ones keep their column, but for those at the end. @returns null for an empty row */
export const tableRow = (cells: readonly (readonly Run[])[]): Block | null => {
  const filled = cells.slice(0, cells.findLastIndex((cell) => !isEmpty(cell)) + 1);
  return toBlock(
    'table-row',
    filled.flatMap((cell, at) => (at === 0 ? cell : [plainRun(' | '), ...cell])),
  );
};

/** In characters. */
export const lengthOf = (runs: readonly Run[]): number => runs.reduce((sum, { text }) => sum + text.length, 0);

/** More than people read, and than a text file can be compared in. A few bytes of an Excel file can stand for any number of words. */
const MOST = { rows: 200_000, cells: 2_000_000, characters: 20_000_000 } as const;

export type Size = Readonly<Record<keyof typeof MOST, number>>;

/** Adds up a table piece by piece, each before anything is made of it. The counter throws ExtractError too-large. */
export const sizeCounter = (at: string): ((more: Size) => void) => {
  const sum = { rows: 0, cells: 0, characters: 0 };
  return (more) => {
    for (const unit of ['rows', 'cells', 'characters'] as const) {
      sum[unit] += more[unit];
      if (sum[unit] <= MOST[unit]) continue;
      throw new ExtractError('too-large', `the file has more than ${MOST[unit]} ${unit}`, {
        at,
        remedy: 'That is a data set and no text: watch the page that describes it.',
      });
    }
  };
};

export const noWords = (at: string): ExtractError =>
  new ExtractError('no-text-layer', 'the file has no text', { at, remedy: 'Open it: it may hold only images, or nothing.' });
