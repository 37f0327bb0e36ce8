// The cover page of a Council document, read by position: the order in which its cells stand in the file is not the order on paper.
// Reads the lines of page 1 and nothing else; layouts from 2000 to today, see the tests.

import { parseReference } from '../reference.ts';
import type { Cover } from '../types.ts';
import { type Fields, type Placed, readFields } from './cover-fields.ts';
import { findDate } from './dates.ts';
import type { Line } from './lines.ts';

export interface CoverReading {
  readonly cover: Cover;
  /** What the cover says, one entry to a cell or field, in an order that does not depend on the file's. */
  readonly texts: readonly string[];
  /** The lines that it consists of, so that the rest is the body. */
  readonly lines: ReadonlySet<Line>;
}

const NUMBER = /^(?:(?:PE-CONS|[A-Z]{2})\s+)?\d{1,6}(?:\s*\/\s*\d{1,2})?\s*\/\s*(?:\d{4}|\d{2})(?:\s+(?:REV|ADD|COR|EXT|DCL)\s*\d+)*$/;
const STEPS = /^(?:(?:REV|ADD|COR|EXT|DCL)\s*\d+\s*)+$/;
const CODE = /^[A-Z][A-Z0-9]*(?:[-/& ][A-Z0-9]+)*$/;
const CLASSIFICATION = /\b(?:RESTREINT UE|CONFIDENTIEL UE|SECRET UE|TR[ÈE]S SECRET UE)(?:\/EU [A-Z ]+)?/;
const NOT_A_CODE = /^(?:LIMITE|PUBLIC|PROVISIONAL VERSION|COMMUNICATION|EUROPEAN UNION|LEGISLATIVE ACTS.*)$/;

/** Points: cells this close in height stand in one row; cells this close from left stand in one column. */
const ROW = 4;
const COLUMN = 12;

const byPlace = (a: Placed, b: Placed): number => (Math.abs(a.x - b.x) > COLUMN ? a.x - b.x : a.y - b.y);

/** `8261/1 /26` and `REV 1` below it are one number. */
const findNumber = (cells: readonly Placed[]): { number: string; parts: Placed[] } | null => {
  const first = cells.find((cell) => NUMBER.test(cell.text) && parseReference(cell.text) !== null && !/^\d{4}\/\d{4}/.test(cell.text));
  if (first === undefined) return null;
  const below = cells.filter((cell) => cell.y > first.y && Math.abs(cell.x - first.x) < COLUMN).sort((a, b) => a.y - b.y);
  const end = below.findIndex((cell) => !STEPS.test(cell.text));
  const parts = [first, ...below.slice(0, end === -1 ? below.length : end)];
  const number = parts
    .map((part) => part.text)
    .join(' ')
    .replace(/\s*\/\s*/g, '/');
  return { number, parts };
};

/** `FRONT 113 CODEC 1976` is two codes, `OJ CRP1` is one. */
const splitCodes = (text: string): string[] =>
  (text.match(/[A-Z][A-Z0-9]*(?:[-/& ]+[A-Z][A-Z0-9]*)*(?: \d+)?/g) ?? []).map((code) => code.trim());

const subjectCodes = (cells: readonly Placed[], number: Placed): Placed[] =>
  cells
    .filter((cell) => cell.y > number.y + ROW && cell.x > number.x - number.line.sheet.width * 0.3)
    .filter(({ text }) => CODE.test(text) && !STEPS.test(text) && !NOT_A_CODE.test(text) && !CLASSIFICATION.test(text));

/** The kind of document: lines in capitals directly above the first label, up to the columns of the header. */
const documentType = (cells: readonly Placed[], number: Placed): Placed[] => {
  const found: Placed[] = [];
  for (const cell of [...cells].sort((a, b) => b.y - a.y)) {
    const capitals = /\p{Lu}{3}/u.test(cell.text) && cell.text === cell.text.toUpperCase() && !/\d/.test(cell.text);
    const beside = cells.some((other) => other !== cell && Math.abs(other.y - cell.y) < ROW);
    if (!capitals || beside || cell.x > number.x - COLUMN || cell.y <= number.y) break;
    found.unshift(cell);
  }
  return found;
};

const isCover = (header: readonly Placed[], number: Placed): boolean => {
  const { width, height } = number.line.sheet;
  return number.y < height * 0.45 && number.x > width * 0.3 && header.some((cell) => cell.y < number.y && findDate(cell.text) !== null);
};

const documentNumbers = (value: string | undefined): string[] =>
  [
    ...(value ?? '').matchAll(
      /(?:(?:ST|CM|WK|SN|PE-CONS) )?\d{1,6}(?:\/\d{1,2})?\/(?:\d{4}|\d{2})(?:\s*(?:REV|ADD|COR|EXT|DCL)\s*\d+)*(?!\d|\/|\s*\()/g,
    ),
  ].map((m) => m[0].trim());

/** Numbers of the Commission, and the number under which the Council received them. */
const commissionNumbers = (value: string | undefined): string[] => {
  const own = [...(value ?? '').matchAll(/\b(?:COM|SWD|SEC|JOIN|C)\s*\(\d{4}\)\s*\d+(?:\/\d+)?(?:\s+final)?(?:\/\d+)?/gi)].map((m) =>
    m[0].trim(),
  );
  return [...documentNumbers(value?.replace(/\(\d{4}\)\s*\d+/g, '')), ...own];
};

/** The parts of the header by what they are; each in its reading order. */
interface Header {
  readonly cells: readonly Placed[];
  readonly number: string;
  readonly numberCells: readonly Placed[];
  readonly codes: readonly Placed[];
  readonly type: readonly Placed[];
}

const readHeader = (cells: readonly Placed[], bottom: number): Header | null => {
  const found = findNumber(cells);
  const [at] = found?.parts ?? [];
  if (found === null || at === undefined || !isCover(cells, at)) return null;
  const type = documentType(cells, at);
  const end = (type[0]?.y ?? bottom) - ROW / 2;
  const between = cells.filter((cell) => cell.y < end && !found.parts.includes(cell));
  return { cells, number: found.number, numberCells: found.parts, codes: subjectCodes(between, at).sort(byPlace), type };
};

const toCover = ({ cells, number, codes, type }: Header, { values }: Fields): Cover => {
  const all = cells.map((cell) => cell.text).join('\n');
  const files = [...all.matchAll(/\b(\d{4}\/\d{4}[A-Z]?)\s*\(\s*([A-Z]{3})\s*\)/g)].map((match) => `${match[1]}(${match[2]})`);
  return {
    number,
    reference: parseReference(number),
    date: cells.map((cell) => findDate(cell.text)).find((date) => date !== null) ?? null,
    originalLanguage: /\(\s*OR\.\s*([a-z]{2}(?:\s*[/,]\s*[a-z]{2})*)\s*\)/i.exec(all)?.[1]?.toLowerCase() ?? null,
    limite: /^LIMITE\b/m.test(all),
    classification: CLASSIFICATION.exec(all)?.[0].trim() ?? null,
    subjectCodes: codes.flatMap((cell) => splitCodes(cell.text)),
    interinstitutionalFiles: [...new Set(files)],
    type: type.map((cell) => cell.text).join(': ') || null,
    from: values.from ?? null,
    to: values.to ?? null,
    on: values.on ?? null,
    subject: values.subject ?? null,
    previousDocuments: documentNumbers(values.previous),
    commissionDocuments: commissionNumbers(values.commission),
  };
};

/** The left column, the right one, then what is read as one: number, codes, type, fields. */
const textsOf = ({ cells, number, numberCells, codes, type }: Header, fields: Fields): string[] => {
  const rest = cells.filter((cell) => !numberCells.includes(cell) && !codes.includes(cell) && !type.includes(cell));
  const border = (numberCells[0]?.x ?? 0) - COLUMN;
  const columns = [...rest.filter((cell) => cell.x <= border), ...rest.filter((cell) => cell.x > border)];
  const text = (cell: Placed): string => cell.text;
  return [...columns.map(text), number, ...codes.map(text), ...type.map(text), ...fields.texts];
};

/**
 * Reads the cover from the lines of page 1, in any order.
 * @returns null where page 1 is no cover: a number and, above it, a date in the right half make one.
 */
export const readCover = (lines: readonly Line[]): CoverReading | null => {
  const cells = lines.flatMap((line) => line.cells.map((cell): Placed => ({ ...cell, line, y: line.y }))).sort((a, b) => a.y - b.y);
  const fields = readFields(cells);
  const bottom = fields.top ?? (lines[0]?.sheet.height ?? 0) * 0.6;
  const header = readHeader(
    cells.filter((cell) => cell.y < bottom - ROW / 2),
    bottom,
  );
  if (header === null) return null;
  return {
    cover: toCover(header, fields),
    texts: textsOf(header, fields),
    lines: new Set([...header.cells.map((cell) => cell.line), ...fields.lines]),
  };
};
