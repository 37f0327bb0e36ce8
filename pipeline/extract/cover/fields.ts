// The labelled fields of a cover: `From:`, `Subject:` … with their values to the right, over several lines where needed.

import type { Line } from '../pdf/lines.ts';
import { COLUMN, inRows, type Placed, ROW } from './cells.ts';
import { type Field, type Label, readLabel } from './labels.ts';

interface PlacedLabel extends Label {
  readonly y: number;
  /** More than one where a narrow column breaks it. */
  readonly cells: readonly [Placed, ...Placed[]];
}

export interface Fields {
  readonly values: Partial<Record<Field, string>>;
  readonly texts: readonly string[];
  /** The texts of labels that are not known. */
  readonly others: readonly string[];
  readonly lines: readonly Line[];
  /** Where the first label stands; null where there is none. */
  readonly top: number | null;
}

/** As shares of the page: where labels end, and the first one. As shares of the type: where values begin, how far apart rows and lines may be. */
const LABELS_END = 0.15;
const FIRST_LABEL_END = 0.75;
const INDENT = 2;
const NEXT_ROW = 4.5;
const NEXT_LINE = 2.2;

/** The page as its labels see it. */
interface Table {
  readonly cells: readonly Placed[];
  /** The column of the labels. */
  readonly column: readonly Placed[];
}

const valuesBeside = ({ cells }: Table, label: Placed): Placed[] =>
  cells.filter((cell) => cell !== label && Math.abs(cell.y - label.y) < ROW && cell.x >= label.x + label.line.size * INDENT);

/** The label that begins at a cell of the column, alone or together with the cell below. */
const labelAt = (table: Table, at: number): PlacedLabel | null => {
  const cell = table.column[at];
  if (cell === undefined) return null;
  const beside = valuesBeside(table, cell).length > 0;
  const label = readLabel(cell.text, beside);
  if (label !== null && label.field !== 'other') return { ...label, y: cell.y, cells: [cell] };
  const below = table.column[at + 1];
  if (below !== undefined && below.y - cell.y < cell.line.size * 1.7) {
    const joined = readLabel(`${cell.text} ${below.text}`, beside);
    if (joined !== null && joined.field !== 'other') return { ...joined, y: cell.y, cells: [cell, below] };
  }
  return label === null ? null : { ...label, y: cell.y, cells: [cell] };
};

/** How far the nearest text above stands, in the type's own size. */
const gapAbove = ({ cells }: Table, cell: Placed): number => {
  const above = cells.filter((other) => other.y < cell.y - ROW && other.right > cell.x).map((other) => other.y);
  return (cell.y - Math.max(...above, 0)) / cell.line.size;
};

/** Labels that we do not know count where they stand among those that we do, or have a value of their own: they must not become one. */
const unknownAbove = (table: Table, start: number): PlacedLabel[] => {
  const found: PlacedLabel[] = [];
  for (let at = start - 1; at >= 0; at -= 1) {
    const label = labelAt(table, at);
    const next = table.column[at + 1];
    if (label === null || next === undefined) break;
    const [cell] = label.cells;
    if (next.y - cell.y > cell.line.size * NEXT_ROW || (label.rest === '' && valuesBeside(table, cell).length === 0)) break;
    found.unshift(label);
  }
  return found;
};

const isKnown = (label: PlacedLabel | null): label is PlacedLabel => label !== null && label.field !== 'other';

/** Without a colon, a few words are a label that we do not know when their value stands in the column of the other values. */
const bareAt = (table: Table, at: number, edge: number): PlacedLabel | null => {
  const cell = table.column[at];
  if (cell === undefined || !/^\p{L}\P{Nd}{1,29}$/u.test(cell.text)) return null;
  const inTable = valuesBeside(table, cell).some((value) => Math.abs(value.x - edge) < COLUMN);
  return inTable ? { field: 'other', name: cell.text, rest: '', y: cell.y, cells: [cell] } : null;
};

/** Labels stand close under one another; whatever comes after a wide gap, a line of text or a second `Subject:` is body. */
const labelsOf = (table: Table): PlacedLabel[] => {
  const start = table.column.findIndex((_, at) => isKnown(labelAt(table, at)));
  const first = labelAt(table, start);
  if (first === null) return [];
  const labels = [...unknownAbove(table, start), first];
  const edge = valuesBeside(table, first.cells[0])[0]?.x ?? Number.NaN;
  let at = start + first.cells.length;
  for (;;) {
    const label = labelAt(table, at) ?? bareAt(table, at, edge);
    if (label === null || gapAbove(table, label.cells[0]) > NEXT_ROW) return labels;
    if (labels.some(({ name }) => name.toLowerCase() === label.name.toLowerCase())) return labels;
    if (!isKnown(label) && bareAt(table, at, edge) === null && !isKnown(labelAt(table, at + 1))) return labels;
    labels.push(label);
    at += label.cells.length;
  }
};

/** The lines of one value: to the right of the labels, from its label down to the next, without a wide gap. */
const linesOfValue = (label: PlacedLabel, next: PlacedLabel | undefined, cells: readonly Placed[]): Placed[][] => {
  const [{ x, line }] = label.cells;
  const lines: Placed[][] = [];
  let last = label.y;
  for (const row of inRows(cells.filter((cell) => !label.cells.includes(cell)))) {
    const [first] = row;
    if (first === undefined || first.y < label.y - line.size * 0.4) continue;
    if (first.y >= (next?.y ?? Number.POSITIVE_INFINITY) - line.size * 0.4) break;
    if (first.y - last > line.size * NEXT_LINE || first.x < x + line.size * INDENT) break;
    lines.push(row);
    last = first.y;
  }
  return lines;
};

/** A line that begins with a dash is a line of its own: `- Approval`. */
const joinValue = (parts: readonly string[]): string =>
  parts
    .filter((part) => part !== '')
    .reduce((value, part) => {
      if (value === '') return part;
      const broken = /\p{L}-$/u.test(value) && /^\p{Ll}/u.test(part);
      return value + (broken ? '' : ' ') + part.replace(/^[–—-]\s+/, '- ');
    }, '');

/** The labels stand under the first one that is known; a page may have other things as far left. */
const tableOf = (cells: readonly Placed[]): Table => {
  const left = cells.filter(({ x, line }) => x < line.sheet.width * LABELS_END);
  const anchor = left.find(
    (cell, at) => cell.y < cell.line.sheet.height * FIRST_LABEL_END && isKnown(labelAt({ cells, column: left }, at)),
  );
  return { cells, column: anchor === undefined ? [] : left.filter((cell) => Math.abs(cell.x - anchor.x) < COLUMN) };
};

/** @param cells of page 1, row by row */
export const readFields = (cells: readonly Placed[]): Fields => {
  const labels = labelsOf(tableOf(cells));
  const values: Partial<Record<Field, string>> = {};
  const texts: string[] = [];
  const lines: Line[] = [];
  for (const [at, label] of labels.entries()) {
    const rows = linesOfValue(label, labels[at + 1], cells);
    const value = joinValue([label.rest, ...rows.map((row) => row.map((cell) => cell.text).join(' '))]);
    values[label.field] ??= value;
    texts.push(`${label.name} ${value}`.trim());
    lines.push(...[...label.cells, ...rows.flat()].map((cell) => cell.line));
  }
  const others = texts.filter((_, at) => labels[at]?.field === 'other');
  return { values, texts, others, lines, top: labels[0]?.y ?? null };
};
