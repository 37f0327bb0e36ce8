// The labelled fields of a cover: `From:`, `Subject:` … with their values to the right, over several lines where needed.

import type { Cell, Line } from './lines.ts';

/** A cell with its place, since the lines of a cover's two columns need not match. */
export interface Placed extends Cell {
  readonly line: Line;
  readonly y: number;
}

type Field = 'from' | 'to' | 'on' | 'subject' | 'previous' | 'commission' | 'other';

/** Labels need their colon, but for the two that older covers print without. */
const LABELS: readonly (readonly [Field, RegExp])[] = [
  ['from', /^from\s*:\s*/i],
  ['to', /^to\s*:\s*/i],
  ['on', /^on\s*:\s*/i],
  ['subject', /^subject\s*:\s*/i],
  ['previous', /^no\.?\s*prev\.?\s*docs?\.?\s*:?\s*/i],
  ['commission', /^no\.?\s*cion\s*(?:docs?|prop(?:osal)?s?)\.?\s*:?\s*/i],
  ['other', /^(?:contact|tel\.?\s*\/\s*fax|tel\.?|date(?: of receipt)?|time|venue)\s*:\s*/i],
];

interface Label {
  readonly field: Field;
  readonly cell: Placed;
  /** The value's beginning, where it stands close enough to be one cell with the label. */
  readonly rest: string;
  readonly name: string;
}

export interface Fields {
  readonly values: Partial<Record<Field, string>>;
  readonly texts: readonly string[];
  readonly lines: readonly Line[];
  /** Where the first label stands; null where there is none. */
  readonly top: number | null;
}

const labelOf = (cell: Placed): Label | null => {
  // The label column; a body that mentions such words stands further in or below.
  if (cell.x > cell.line.sheet.width * 0.15) return null;
  for (const [field, pattern] of LABELS) {
    const match = pattern.exec(cell.text);
    if (match) return { field, cell, rest: cell.text.slice(match[0].length), name: match[0].trim() };
  }
  return null;
};

/** Labels stand close under one another; whatever comes after a wide gap or a second `Subject:` is body. */
const labelsOf = (cells: readonly Placed[]): Label[] => {
  const seen = new Set<string>();
  return cells
    .map(labelOf)
    .filter((label) => label !== null)
    .filter(({ name }) => !seen.has(name.toLowerCase()) && seen.add(name.toLowerCase()));
};

/** The lines of one value: to the right of the labels, from its label down to the next, without a wide gap. */
const linesOfValue = (label: Label, next: Label | undefined, cells: readonly Placed[]): Placed[] => {
  const size = label.cell.line.size;
  const end = next?.cell.y ?? Number.POSITIVE_INFINITY;
  const found: Placed[] = [];
  let last = label.cell.y;
  for (const cell of cells) {
    if (cell === label.cell || cell.y < label.cell.y - size * 0.4 || cell.y >= end - size * 0.4) continue;
    if (cell.y - last > size * 2.2 || cell.x < label.cell.x + size * 2) break;
    found.push(cell);
    last = cell.y;
  }
  return found;
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

/** @param cells of page 1, from top to bottom */
export const readFields = (cells: readonly Placed[]): Fields => {
  const labels = labelsOf(cells);
  const values: Partial<Record<Field, string>> = {};
  const texts: string[] = [];
  const lines: Line[] = [];
  for (const [at, label] of labels.entries()) {
    const found = linesOfValue(label, labels[at + 1], cells);
    const value = joinValue([label.rest, ...found.map((cell) => cell.text)]);
    values[label.field] ??= value;
    texts.push(`${label.name} ${value}`.trim());
    lines.push(label.cell.line, ...found.map((cell) => cell.line));
  }
  return { values, texts, lines, top: labels[0]?.cell.y ?? null };
};
