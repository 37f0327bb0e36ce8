// What the format of a cell in an Excel file bears on the text: whether a number is a date or a share, and whether the cell is struck.

import { readMarks } from './docx-styles.ts';
import { child, childrenOf, type XmlNode } from './xml.ts';

export interface CellFormat {
  readonly shows: 'number' | 'percent' | 'date' | 'duration';
  readonly struck: boolean;
}

export const PLAIN_CELL: CellFormat = { shows: 'number', struck: false };

/** Formats that no file spells out, by their number (ECMA-376 part 1, 18.8.30); East Asian ones are dates as well. */
const builtIn = (id: number): string => {
  if (id === 9 || id === 10) return '0%';
  if (id === 46) return '[h]:mm:ss';
  const isDate = [14, 27, 45, 50].some((first, at) => id >= first && id <= ([22, 36, 47, 58][at] ?? 0));
  return isDate ? 'yyyy-mm-dd' : 'General';
};

/** Excel takes no longer one. */
const LONGEST = 255;

const shownBy = (format: string): CellFormat['shows'] => {
  // Without the words that it prints: `"50%" 0` shows no percentage.
  const signs = format.slice(0, LONGEST).replace(/"[^"]*"|[\\_*]./g, '');
  if (/\[[hms]+\]/i.test(signs)) return 'duration';
  // Colours, currencies and conditions stand in brackets.
  if (/[ymdhs]/i.test(signs.replace(/\[[^\]]*\]/g, ''))) return 'date';
  return signs.includes('%') ? 'percent' : 'number';
};

/** @param root of `styles.xml`, null when there is none @returns formats by their place in the list, which is how cells name them */
export const readFormats = (root: XmlNode | null): readonly CellFormat[] => {
  const codes = new Map(
    childrenOf(child(root, 'numFmts'), 'numFmt').map(({ attributes: { numFmtId, formatCode } }) => [numFmtId, formatCode]),
  );
  const fonts = childrenOf(child(root, 'fonts'), 'font').map((font) => readMarks(font).struck ?? false);
  return childrenOf(child(root, 'cellXfs'), 'xf').map(({ attributes: { numFmtId, fontId } }) => ({
    shows: shownBy(codes.get(numFmtId) ?? builtIn(Number(numFmtId))),
    struck: fonts[Number(fontId)] ?? false,
  }));
};
