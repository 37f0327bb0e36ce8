// What a cell of an Excel file says, as words. Numbers in full and dates as ISO, whatever the format that they are shown in:
// another format is no other fact.

import type { Run } from '../../marks.ts';
import { superscript, tidyPiece } from '../tidy.ts';
import { readMarks } from './docx-styles.ts';
import { plainRun } from './rows.ts';
import { type CellFormat, PLAIN_CELL } from './xlsx-formats.ts';
import { child, type XmlNode } from './xml.ts';

/** What the cells of all sheets share. */
export interface Book {
  /** Texts that cells name by their place in this list. */
  readonly strings: readonly (readonly Run[])[];
  /** Likewise. */
  readonly formats: readonly CellFormat[];
  readonly from1904: boolean;
}

const DAY_SECONDS = 86_400;
/** Excel computes with 15 digits; what binary fractions leave behind them is noise. */
const DIGITS = 15;
/** Days from 30 December 1899, where Excel counts from, to its other calendar, and to that of computers. */
const [TO_1904, TO_1970] = [1_462, 25_569];
/** Excel's calendar has a 29 February 1900. */
const MARCH_1900 = 61;
/** Days in the shorter of its calendars, which both end with the year 9999. What is more is shown as no date. */
const CALENDAR = 2_957_004;

const inDigits = (value: number): string => String(Number(value.toPrecision(DIGITS)));

const clock = (seconds: number): string => {
  const [hours, minutes, rest] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return [hours, minutes, ...(rest === 0 ? [] : [rest])].map((part) => String(part).padStart(2, '0')).join(':');
};

const isoText = (date: string): string =>
  date
    .replace(/(?:\.\d*)?Z?$/, '')
    .replace(/T00:00(?::00)?$/, '')
    .replace(/(:\d\d):00$/, '$1')
    .replace('T', ' ');

/** Days from the beginning of the file's calendar as a date, or as a time of day when they are less than one. */
const dateText = (days: number, shows: CellFormat['shows'], from1904: boolean): string => {
  if (days < 1 || shows === 'duration') return clock(Math.round(days * DAY_SECONDS));
  const since1899 = from1904 ? days + TO_1904 : days < MARCH_1900 ? days + 1 : days;
  return isoText(new Date(Math.round((since1899 - TO_1970) * DAY_SECONDS) * 1000).toISOString());
};

const numberText = (value: number, shows: CellFormat['shows'], from1904: boolean): string => {
  if (shows === 'percent') return `${inDigits(value * 100)}%`;
  return shows !== 'number' && value >= 0 && value < CALENDAR ? dateText(value, shows, from1904) : inDigits(value);
};

/** Characters that XML cannot hold: `_x000D_`. */
const unescaped = (text: string): string =>
  text.replace(/_x([\da-f]{4})_/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));

const richRun = (node: XmlNode): Run => {
  const text = tidyPiece(unescaped(child(node, 't')?.text ?? ''));
  const { bold = false, underlined = false, struck = false, raised = false } = readMarks(child(node, 'rPr'));
  return { text: raised && /^\s*\d{1,3}\s*$/.test(text) ? superscript(text) : text, bold, underlined, struck, link: null };
};

/** The words of an entry of the shared texts, or of a cell that has its own. How they are pronounced, which can stand beside them, is left out. */
export const stringRuns = (node: XmlNode | undefined): Run[] =>
  (node?.children ?? [])
    .flatMap((part) => (part.name === 't' ? plainRun(tidyPiece(unescaped(part.text))) : part.name === 'r' ? richRun(part) : []))
    .filter(({ text }) => text !== '');

const valueRuns = (cell: XmlNode, { shows }: CellFormat, { strings, from1904 }: Book): readonly Run[] => {
  const type = cell.attributes.t ?? 'n';
  if (type === 'inlineStr') return stringRuns(child(cell, 'is'));
  const value = child(cell, 'v')?.text ?? '';
  if (value.trim() === '') return [];
  if (type === 's') {
    const runs = strings[Number(value)];
    if (runs === undefined) throw new Error(`there is no shared text ${value}`);
    return runs;
  }
  if (type === 'b') return [plainRun(value.trim() === '1' ? 'TRUE' : 'FALSE')];
  if (type === 'd') return [plainRun(isoText(value.trim()))];
  if (type === 'n' && Number.isFinite(Number(value))) return [plainRun(numberText(Number(value), shows, from1904))];
  return [plainRun(tidyPiece(unescaped(value)))];
};

/**
 * Of a format for the whole cell only struck counts: bold and underlined are how headings of columns look.
 * @throws Error when it names a text that is not there
 */
export const cellRuns = (cell: XmlNode, link: string | null, book: Book): readonly Run[] => {
  const format = book.formats[Number(cell.attributes.s ?? 0)] ?? PLAIN_CELL;
  const runs = valueRuns(cell, format, book);
  if (!format.struck && link === null) return runs;
  // Links are underlined everywhere.
  return runs.map((run) => ({ ...run, struck: run.struck || format.struck, underlined: run.underlined && link === null, link }));
};
