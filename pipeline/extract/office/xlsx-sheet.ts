// One sheet of an Excel file as blocks, a row for each row. What its cells say is read elsewhere.

import type { Run } from '../../marks.ts';
import type { Block } from '../../types.ts';
import { lengthOf, type Size, tableRow } from './rows.ts';
import { type Book, cellRuns } from './xlsx-values.ts';
import { childrenOf, readEach, type XmlNode } from './xml.ts';

/** As far to the right as a sheet goes: XFD. */
const MOST_COLUMNS = 16_384;

/** Column of `C7`, counted from 0. Cells need not say where they stand; then it is beside the one before. */
const columnOf = (place: string | undefined, before: number): number => {
  const letters = place === undefined ? undefined : (/^([A-Z]{1,3})\d+$/i.exec(place)?.[1] ?? '');
  const column =
    letters === undefined ? before + 1 : [...letters.toUpperCase()].reduce((sum, char) => sum * 26 + char.charCodeAt(0) - 64, 0) - 1;
  if (column < 0 || column >= MOST_COLUMNS) throw new Error(`no cell can stand at ${place}`);
  return column;
};

/** Cells by column up to the last with words. A merged cell stands once, at its upper left corner, as the file has it. */
const cellsOf = (row: XmlNode, links: ReadonlyMap<string, string>, book: Book): (readonly Run[])[] => {
  const cells: (readonly Run[])[] = [];
  let column = -1;
  for (const cell of childrenOf(row, 'c')) {
    column = columnOf(cell.attributes.r, column);
    const runs = cellRuns(cell, links.get(cell.attributes.r ?? '') ?? null, book);
    if (runs.length > 0) cells[column] = runs;
  }
  return Array.from(cells, (runs) => runs ?? []);
};

export interface Sheet {
  readonly xml: string;
  /** Addresses by the id of their relationship. */
  readonly addresses: ReadonlyMap<string, string>;
}

/** Addresses by the place of their cell. They stand behind all cells. */
const linksOf = ({ xml, addresses }: Sheet): Map<string, string> => {
  const links = new Map<string, string>();
  readEach(xml.slice(xml.lastIndexOf('sheetData')), 'hyperlink', ({ attributes: { ref = '', id = '' } }) => {
    const address = addresses.get(id);
    if (address !== undefined) links.set(ref.split(':')[0] ?? '', address);
  });
  return links;
};

/**
 * @param count is told of each row before anything is made of it, and throws when it is enough
 * @throws Error for what no program writes
 */
export const rowsOf = (sheet: Sheet, book: Book, count: (row: Size) => void): Block[] => {
  const links = linksOf(sheet);
  const blocks: Block[] = [];
  readEach(sheet.xml, 'row', (row) => {
    const cells = cellsOf(row, links, book);
    // Sheets are often formatted far below their last words.
    if (cells.length === 0) return;
    count({ rows: 1, cells: cells.length, characters: cells.reduce((sum, runs) => sum + lengthOf(runs), 0) });
    const block = tableRow(cells);
    if (block !== null) blocks.push(block);
  });
  return blocks;
};
