// Tables that grow by a column: which are new, and what changed in the others.

import { diffTexts } from '../diff/index.ts';
import type { Block, Text, TextDiff } from '../types.ts';

export interface Growth {
  /** Names of the columns that were not there before. */
  readonly added: readonly string[];
  /** What else changed: figures that were revised. Null when nothing did. */
  readonly diff: TextDiff | null;
}

/** @param columns what the names of columns look like; null where none are watched for, or none came */
export const growthOf = (columns: RegExp | undefined, before: Text | null, after: Text | null): Growth | null => {
  if (columns === undefined || before === null || after === null) return null;
  const had = namesIn(before, columns);
  const added = [...namesIn(after, columns)].filter((name) => !had.has(name));
  if (added.length === 0) return null;
  const diff = diffTexts(before, { blocks: withoutColumns(after.blocks, added) });
  return { added, diff: diff.equal ? null : diff };
};

const cellsOf = ({ text }: Block): string[] => text.split('|').map((cell) => cell.trim());

const namesIn = ({ blocks }: Text, columns: RegExp): ReadonlySet<string> =>
  new Set(
    blocks
      .filter(({ kind }) => kind === 'table-row')
      .flatMap(cellsOf)
      .filter((cell) => columns.test(cell)),
  );

/** The rows as they would be had the table not grown. */
const withoutColumns = (blocks: readonly Block[], names: readonly string[]): Block[] => {
  const heads = blocks.filter(({ kind }) => kind === 'table-row').map(cellsOf);
  const head = heads.find((cells) => names.every((name) => cells.includes(name))) ?? [];
  const places = new Set(names.map((name) => head.indexOf(name)));
  return blocks.map((block) => {
    if (block.kind !== 'table-row') return block;
    const text = cellsOf(block)
      .filter((_, at) => !places.has(at))
      .join(' | ');
    return { ...block, text, marked: text };
  });
};
