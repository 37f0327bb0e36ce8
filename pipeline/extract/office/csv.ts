// A CSV file as a text: a row for each row. What separates its fields, and how its letters are encoded, is found by looking.

import Papa from 'papaparse';
import type { Block, Text } from '../../types.ts';
import { EXTRACTOR } from '../revision.ts';
import { tidyPiece } from '../tidy.ts';
import { noWords, plainRun, sizeCounter, tableRow } from './rows.ts';
import type { OfficeSource } from './zip.ts';

/** A byte order mark, else UTF-8 where the bytes are that, else what Excel writes in western Europe. */
const decode = (body: Uint8Array): string => {
  const [first, second] = body;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(body);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(body);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(body);
  } catch {
    return new TextDecoder('windows-1252').decode(body);
  }
};

/** A first line that Excel takes for an instruction and does not show. */
const SEPARATOR = /^sep=(.)\n/i;

/** Rows to look at for what separates the fields, and about how long those are. */
const [SAMPLE_ROWS, SAMPLE_CHARACTERS] = [100, 100_000];

/** How many rows are as wide as most of those are that have more than one field. */
const agreement = (rows: readonly string[], delimiter: string): number => {
  const counts = new Map<number, number>();
  for (const row of rows) {
    const width = row.split(delimiter).length;
    if (width > 1) counts.set(width, (counts.get(width) ?? 0) + 1);
  }
  return Math.max(0, ...counts.values());
};

/**
 * The sign by which most rows come out as wide as each other: titles above a table and notes below it do no harm. Where two do equally
 * well it is the one that is rarer in words and numbers, as a comma may be that of decimals. papaparse's own search is led astray by both.
 */
const separatorOf = (table: string): string => {
  const unquoted = table.slice(0, SAMPLE_CHARACTERS).replace(/"[^"]*"/g, '');
  const rows = unquoted.split('\n', SAMPLE_ROWS);
  return ['\t', '|', ';', ','].reduce((best, sign) => (agreement(rows, sign) > agreement(rows, best) ? sign : best));
};

const blocksOf = (table: string, delimiter: string, at: string): Block[] => {
  const blocks: Block[] = [];
  const count = sizeCounter(at);
  Papa.parse<string[]>(table, {
    delimiter,
    newline: '\n',
    step: ({ data }) => {
      count({ rows: 1, cells: data.length, characters: data.reduce((sum, { length }) => sum + length, 0) });
      const block = tableRow(data.map((cell) => [plainRun(tidyPiece(cell))]));
      if (block !== null) blocks.push(block);
    },
  });
  return blocks;
};

/**
 * A CSV file (commas, semicolons, tabs or bars) as a text.
 * @throws ExtractError no-text-layer, too-large
 */
export const csvText = async ({ body, at }: OfficeSource): Promise<Text> => {
  // Line ends of all three kinds; those within cells become spaces anyway.
  const content = decode(body).replace(/\r\n?/g, '\n');
  const told = SEPARATOR.exec(content);
  const table = told === null ? content : content.slice(told[0].length);
  const blocks = blocksOf(table, told?.[1] ?? separatorOf(table), at);
  if (blocks.length === 0) throw noWords(at);
  return { kind: 'csv', extractor: EXTRACTOR, title: null, language: null, pages: null, cover: null, facts: [], blocks };
};
