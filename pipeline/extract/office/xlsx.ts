// An Excel file (.xlsx) as a text: a heading for each sheet, a row for each row. Formulas stand by the value that was last computed.

import { ExtractError } from '../../errors.ts';
import type { Run } from '../../marks.ts';
import type { Block, Text } from '../../types.ts';
import { EXTRACTOR } from '../revision.ts';
import { tidy } from '../tidy.ts';
import { readPart, relationsOf } from './package.ts';
import { lengthOf, noWords, plainRun, sizeCounter, toBlock } from './rows.ts';
import { readFormats } from './xlsx-formats.ts';
import { rowsOf, type Sheet } from './xlsx-sheet.ts';
import { type Book, stringRuns } from './xlsx-values.ts';
import { child, childrenOf, readEach, type XmlNode } from './xml.ts';
import { damaged, type OfficeSource, openParts, type Parts } from './zip.ts';

interface Workbook {
  readonly root: XmlNode | null;
  /** Paths of sheets by the id that the list of sheets names. */
  readonly paths: ReadonlyMap<string, string>;
  readonly book: Book;
}

/** Types of the parts that are read beside the list of sheets. */
const NEEDED = new Set(['worksheet', 'sharedStrings', 'styles']);

const readStrings = (xml: string, at: string): Run[][] => {
  const strings: Run[][] = [];
  const count = sizeCounter(at);
  readEach(xml, 'si', (node) => {
    const runs = stringRuns(node);
    count({ rows: 0, cells: 1, characters: lengthOf(runs) });
    strings.push(runs);
  });
  return strings;
};

const openWorkbook = async (parts: Parts, at: string): Promise<Workbook> => {
  const main = (await relationsOf(parts, '')).find(({ type }) => type === 'officeDocument')?.target ?? 'xl/workbook.xml';
  const root = await readPart(parts, main);
  const relations = await relationsOf(parts, main);
  // Without the formats a date would be another number, and so on.
  const missing = relations.find(({ type, target }) => NEEDED.has(type) && !parts.has(target));
  if (missing !== undefined) throw new Error(`the part ${missing.target} is missing`);
  const pathOf = (kind: string): string => relations.find(({ type }) => type === kind)?.target ?? '';
  return {
    root,
    paths: new Map(relations.map(({ id, target }) => [id, target])),
    book: {
      strings: readStrings((await parts.read(pathOf('sharedStrings'))) ?? '', at),
      formats: readFormats(await readPart(parts, pathOf('styles'))),
      from1904: /^(?:1|true)$/.test(child(root, 'workbookPr')?.attributes.date1904 ?? ''),
    },
  };
};

const readSheet = async (parts: Parts, path: string): Promise<Sheet> => {
  const xml = await parts.read(path);
  if (xml === null) throw new Error(`there is no part for a sheet: ${path}`);
  const links = (await relationsOf(parts, path)).filter(({ target }) => /^https?:/.test(target));
  return { xml, addresses: new Map(links.map(({ id, target }) => [id, target])) };
};

const readSheets = async (parts: Parts, at: string): Promise<Pick<Text, 'blocks' | 'facts'>> => {
  const { root, paths, book } = await openWorkbook(parts, at);
  const count = sizeCounter(at);
  const seen = new Set<string>();
  const [blocks, facts]: [Block[], string[]] = [[], []];
  for (const { attributes } of childrenOf(child(root, 'sheets'), 'sheet')) {
    const { name = '', state = 'visible', id = '' } = attributes;
    const path = paths.get(id) ?? '';
    // A small file could have one sheet a million times.
    if (seen.has(path)) throw new Error(`two sheets are ${path}`);
    seen.add(path);
    if (state !== 'visible') facts.push(`the sheet "${tidy(name)}" is hidden`);
    const rows = rowsOf(await readSheet(parts, path), book, count);
    const heading = rows.length === 0 ? null : toBlock('heading', [plainRun(tidy(name))]);
    if (heading !== null) blocks.push(heading);
    for (const row of rows) blocks.push(row);
  }
  return { blocks, facts };
};

/**
 * An Excel file as a text.
 * @throws ExtractError damaged, encrypted, no-text-layer, too-large
 */
export const xlsxText = async (source: OfficeSource): Promise<Text> => {
  const parts = await openParts(source);
  const read = async (): Promise<Text> => {
    const title = tidy(child(await readPart(parts, 'docProps/core.xml'), 'title')?.text ?? '');
    return {
      kind: 'xlsx',
      extractor: EXTRACTOR,
      title: /\S\s\S/.test(title) ? title : null,
      language: null,
      pages: null,
      cover: null,
      ...(await readSheets(parts, source.at)),
    };
  };
  const text = await read().catch((cause) => {
    throw cause instanceof ExtractError ? cause : damaged(source.at, cause);
  });
  if (text.blocks.length === 0) throw noWords(source.at);
  return text;
};
