// The unlabelled upper part of a cover: place and date, number, codes, markings, kind of document. Two columns, read by place.

import { byColumn, COLUMN, inRows, type Placed, ROW } from './cells.ts';
import { readCodes } from './codes.ts';
import { isSteps, joinSteps, readOwnNumber } from './numbers.ts';

export interface Header {
  /** All cells of the header, row by row. */
  readonly cells: readonly Placed[];
  readonly number: string;
  /** The number's lines as printed. */
  readonly numberCells: readonly Placed[];
  readonly codes: readonly string[];
  readonly codeCells: readonly Placed[];
  readonly typeCells: readonly Placed[];
}

interface Found<T> {
  readonly value: T;
  readonly cells: readonly Placed[];
}

/** As shares of the page: the number stands right of the one and above the other; codes begin at most so far left of it. */
const RIGHT_COLUMN = 0.3;
const NUMBER_END = 0.45;
const CODES_LEFT = 0.3;
/** Of a header without labels, whose end nothing tells. */
const HEADER_END = 0.75;

export const textOf = (cells: readonly Placed[]): string => cells.map((cell) => cell.text).join(' ');

export const inRightColumn = (cell: Placed): boolean => cell.x > cell.line.sheet.width * RIGHT_COLUMN;

/** A number may be broken over cells (`8261/1` `/26`) and lines (`REV 1` below). */
const findNumber = (cells: readonly Placed[]): Found<string> | null => {
  const rows = inRows(cells.filter(inRightColumn));
  for (const [at, row] of rows.entries()) {
    for (const [start, first] of row.entries()) {
      const found = readOwnNumber(textOf(row.slice(start)));
      if (found === null || first.y > first.line.sheet.height * NUMBER_END) continue;
      const below = rows.slice(at + 1);
      const end = below.findIndex((next) => !isSteps(textOf(next)));
      const steps = below.slice(0, end === -1 ? below.length : end);
      return { value: joinSteps(found.number, steps.map(textOf)), cells: [...row.slice(start), ...steps.flat()] };
    }
  }
  return null;
};

/** `ADDENDUM 1 TO THE NOTE` has a figure; numbers and codes have more of them. */
const isCapitals = (text: string): boolean =>
  /\p{Lu}{3}/u.test(text) && text === text.toUpperCase() && !/\d{2}/.test(text) && !(readCodes(text)?.numbered ?? false);

/** Directly above the first label: lines in capitals, up to the columns of the header. */
const typeAboveLabels = (cells: readonly Placed[], number: Placed): Placed[] => {
  const found: Placed[] = [];
  for (const row of inRows(cells).reverse()) {
    const [cell] = row;
    if (cell === undefined || row.length > 1 || !isCapitals(cell.text) || cell.x > number.x - COLUMN || cell.y <= number.y) break;
    found.unshift(cell);
  }
  return found;
};

/** Below number and codes, where no label tells: at most a few short lines in capitals; a longer run is a title. */
const typeBelowCodes = (cells: readonly Placed[], start: number): Placed[] => {
  const rows = inRows(cells.filter((cell) => cell.y > start + ROW));
  const first = rows.findIndex(([cell]) => cell !== undefined && isCapitals(cell.text) && (readCodes(cell.text)?.codes.length ?? 1) > 0);
  if (first === -1) return [];
  const after = rows.slice(first).findIndex((row) => row.length > 1 || !isCapitals(textOf(row)));
  const found = rows.slice(first, after === -1 ? undefined : first + after).flat();
  return textOf(found).length > 90 ? [] : found;
};

/** Cells that are codes and nothing else. Where codes have numbers, words without one are codes only below the number, one to a cell. */
const findCodes = (cells: readonly Placed[], number: Placed, own: readonly Placed[]): Found<string[]> => {
  const found = cells
    .filter((cell) => !own.includes(cell) && cell.text !== '')
    .map((cell) => ({ cell, read: readCodes(cell.text) }))
    .filter(({ read }) => read !== null && read.codes.length > 0);
  const below = found.filter(({ cell }) => cell.y > number.y - ROW && cell.x > number.x - cell.line.sheet.width * CODES_LEFT);
  const numbered = below.some(({ read }) => read?.numbered);
  const codes = numbered
    ? found.filter(
        ({ cell, read }) =>
          read?.numbered || (below.some((one) => one.cell === cell) && Math.abs(cell.x - number.x) < COLUMN && read?.codes.length === 1),
      )
    : below;
  const sorted = codes.sort((a, b) => byColumn(a.cell, b.cell));
  return { value: sorted.flatMap(({ read }) => read?.codes ?? []), cells: sorted.map(({ cell }) => cell) };
};

/** Codes in the line of the number itself: `12911/12 LIMITE FRONT 113`. */
const codesBeside = (cells: readonly Placed[]): readonly string[] => {
  const rest = readOwnNumber(textOf(inRows(cells)[0] ?? []))?.rest ?? '';
  const read = readCodes(rest);
  return read?.numbered ? read.codes : [];
};

/**
 * @param cells of page 1, row by row
 * @param bottom where the first label stands; null where there is none
 */
export const readHeader = (cells: readonly Placed[], bottom: number | null): Header | null => {
  const height = cells[0]?.line.sheet.height ?? 0;
  const zone = cells.filter((cell) => cell.y < (bottom ?? height * HEADER_END) - ROW / 2);
  const found = findNumber(zone);
  const [at] = found?.cells ?? [];
  if (found === null || at === undefined) return null;
  const labelled = bottom === null ? [] : typeAboveLabels(zone, at);
  const end = labelled[0]?.y ?? Number.POSITIVE_INFINITY;
  const codes = findCodes(
    zone.filter((cell) => cell.y < end - ROW / 2),
    at,
    found.cells,
  );
  const lowest = Math.max(...[...found.cells, ...codes.cells].map((cell) => cell.y));
  return {
    cells: zone,
    number: found.value,
    numberCells: found.cells,
    codes: [...codesBeside(found.cells), ...codes.value],
    codeCells: codes.cells,
    typeCells: bottom === null ? typeBelowCodes(zone, lowest) : labelled,
  };
};
