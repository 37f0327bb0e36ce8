// The cover page of a Council document, read by position: the order in which its cells stand in the file is not the order on paper.
// Reads the lines of page 1 and nothing else; layouts from 2000 to today, in all languages, see the tests.

import { parseReference } from '../../reference.ts';
import type { Cover, IsoDate } from '../../types.ts';
import type { Line } from '../pdf/lines.ts';
import { byColumn, COLUMN, inRows, type Placed, placed, ROW } from './cells.ts';
import { findClassification, hasLimite } from './codes.ts';
import { findDate } from './dates.ts';
import { type Fields, readFields } from './fields.ts';
import { type Header, inRightColumn, readHeader, textOf } from './header.ts';
import { commissionNumbers, documentNumbers } from './numbers.ts';

export interface CoverReading {
  readonly cover: Cover;
  /** What the cover says, one entry to a cell or field, in an order that does not depend on the file's. */
  readonly texts: readonly string[];
  /** The lines that it consists of, so that the rest is the body. */
  readonly lines: ReadonlySet<Line>;
}

/** `(OR. en)`, `(OR. fr/en)`, and whatever else a language version may write for OR. */
const ORIGINAL =
  /\(\s*\p{L}{2,4}(?:\.\s*|\s+)((?:bg|cs|da|de|el|en|es|et|fi|fr|ga|hr|hu|it|lt|lv|mt|nl|pl|pt|ro|sk|sl|sv)(?:\s*[/,+]\s*[a-z]{2})*)\s*\)/iu;
const INTERINSTITUTIONAL = /(?<!\d)((?:19|20)\d{2}\/\d{3,4}[A-Z]?)\s*\(\s*([A-Z]{3})\s*\)/g;
/** Shares of the page: footers begin there; a line with a date of its own is shorter than this many characters. */
const FOOT = 0.86;
const DATE_LINE = 60;
/** A page with more cells than this is a table or worse, and no cover. */
const MOST_CELLS = 1000;

/**
 * The document's own date: in the right column, above the number before below it. A date in figures is the last resort, since stamps
 * have one ("made public on"), and so are dates in brackets, which are the translation's.
 */
const dateOf = ({ cells, numberCells }: Header): IsoDate | null => {
  const number = numberCells[0]?.y ?? 0;
  const rows = inRows(cells.filter(inRightColumn)).sort(
    (a, b) => Number((a[0]?.y ?? 0) > number + ROW) - Number((b[0]?.y ?? 0) > number + ROW),
  );
  const above = rows.filter(([cell]) => cell !== undefined && cell.y < number + ROW);
  const texts = [
    ...rows.map(textOf).filter((text) => text.length < DATE_LINE),
    textOf(above.flat()),
    ...inRows(cells)
      .map(textOf)
      .filter((text) => text.length < DATE_LINE),
  ];
  const bare = texts.map((text) => text.replace(/\([^()]*\)/g, ' '));
  const named = bare.map((text) => text.replace(/\d{1,2}[./]\d{1,2}[./]\d{2,4}/g, ' '));
  return [...named, ...bare].map(findDate).find((date) => date !== null) ?? null;
};

const toCover = (header: Header, { values, others }: Fields, foot: readonly Placed[]): Cover => {
  const all = [...header.cells].sort(byColumn).map((cell) => cell.text);
  const files = [...[...all, ...others].join('\n').matchAll(INTERINSTITUTIONAL)].map((match) => `${match[1]}(${match[2]})`);
  const right = textOf(header.cells.filter(inRightColumn));
  return {
    number: header.number,
    reference: parseReference(header.number),
    date: dateOf(header),
    originalLanguage: (ORIGINAL.exec(right) ?? ORIGINAL.exec(all.join(' ')))?.[1]?.toLowerCase().replace(/\s/g, '') ?? null,
    limite: [...header.cells, ...foot].some((cell) => hasLimite(cell.text)),
    classification: all.map(findClassification).find((found) => found !== null) ?? null,
    subjectCodes: header.codes,
    interinstitutionalFiles: [...new Set(files)],
    type: header.typeCells.map((cell) => cell.text).join(': ') || null,
    from: values.from || null,
    to: values.to || null,
    on: values.on || null,
    subject: values.subject || null,
    previousDocuments: documentNumbers(values.previous),
    commissionDocuments: commissionNumbers(values.commission),
  };
};

/** A number alone could stand on any page. Two more things that only covers have make it a cover. */
const isCover = (cover: Cover, { values }: Fields): boolean =>
  [
    cover.date !== null,
    cover.originalLanguage !== null,
    cover.limite || cover.classification !== null,
    cover.subjectCodes.length > 0,
    values.subject !== undefined || (values.from !== undefined && values.to !== undefined),
  ].filter(Boolean).length >= 2;

/** The left column, the right one, then what is read as one: number, codes, type, fields. */
const textsOf = ({ cells, numberCells, codeCells, typeCells }: Header, fields: Fields): string[] => {
  const own = [...numberCells, ...codeCells, ...typeCells];
  const rest = cells.filter((cell) => !own.includes(cell));
  const border = (numberCells[0]?.x ?? 0) - COLUMN;
  const columns = [...rest.filter((cell) => cell.x <= border), ...rest.filter((cell) => cell.x > border)];
  const text = (cell: Placed): string => cell.text;
  const number = textOf(numberCells).replace(/\s*\/\s*/g, '/');
  return [...columns.map(text), number, ...codeCells.map(text), ...typeCells.map(text), ...fields.texts];
};

/** A header without labels ends with the last thing that was read from it. */
const cutHeader = (header: Header, bottom: number | null): Header => {
  if (bottom !== null) return header;
  const dated = header.cells.filter((cell) => cell.text.length < DATE_LINE && findDate(cell.text) !== null).slice(0, 1);
  const end = Math.max(...[...header.numberCells, ...header.codeCells, ...header.typeCells, ...dated].map((cell) => cell.y));
  return { ...header, cells: header.cells.filter((cell) => cell.y < end + ROW / 2) };
};

/**
 * Reads the cover from the lines of page 1, in any order.
 * @returns null where page 1 is no cover: a document number in the upper right part, and two other things that only covers have
 */
export const readCover = (lines: readonly Line[]): CoverReading | null => {
  // Stamps and watermarks lie across the page.
  const cells = placed(lines.filter((line) => !line.turned));
  if (cells.length > MOST_CELLS) return null;
  const fields = readFields(cells);
  const found = readHeader(cells, fields.top);
  if (found === null) return null;
  const header = cutHeader(found, fields.top);
  const cover = toCover(
    header,
    fields,
    cells.filter((cell) => cell.y > cell.line.sheet.height * FOOT),
  );
  if (!isCover(cover, fields)) return null;
  return {
    cover,
    texts: textsOf(header, fields),
    lines: new Set([...header.cells.map((cell) => cell.line), ...fields.lines]),
  };
};
