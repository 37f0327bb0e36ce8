// Where a changed figure stands: in which table, else at which place or on which page. Tables are counted, and called as their caption does.

import type { Block, Hunk } from '../../types.ts';
import type { FigureChange } from './figures.ts';

const CAPTION = /^\W{0,3}table\s+([\w.-]{1,12})/i;

const CITED = /^(?:article|recital|footnote|annex|point)\b/i;

/** How much of what stands around a figure is looked for: the most telling first. */
const WINDOWS = [
  [2, 2],
  [2, 0],
  [0, 2],
  [1, 1],
  [1, 0],
  [0, 1],
] as const;

/** Bars between cells are nobody's words. */
const flat = (words: string): string => ` ${words.replace(/[\s|]+/g, ' ').trim()} `;

/** @returns says where a figure of one hunk stands; '' where nothing tells */
export const placesIn = (blocks: readonly Block[]): ((hunk: Hunk, change: FigureChange) => string) => {
  const tables = tablesOf(blocks);
  return (hunk, change) => {
    const page = hunk.newPage;
    const at = tables.size === 0 ? -1 : blockOf(blocks, page, change);
    const table = tables.get(at);
    const place = hunk.place ?? '';
    // The heading of a long part says less than its page.
    return table ?? (page === null || CITED.test(place) ? place : `p. ${page}`);
  };
};

/** The name of its table for each row. */
const tablesOf = (blocks: readonly Block[]): ReadonlyMap<number, string> => {
  const names = new Map<number, string>();
  let tables = 0;
  let name = '';
  for (const [i, block] of blocks.entries()) {
    if (block.kind !== 'table-row') continue;
    if (blocks[i - 1]?.kind !== 'table-row') {
      tables += 1;
      const caption = CAPTION.exec(blocks[i - 1]?.text ?? '')?.[1]?.replace(/[.-]+$/, '');
      name = `table ${caption ?? tables}`;
    }
    names.set(i, name);
  }
  return names;
};

/** The first block of its page that has the figure between the words around it. */
const blockOf = (blocks: readonly Block[], page: number | null, { new: now, before, after }: FigureChange): number => {
  for (const [left, right] of WINDOWS) {
    const wanted = flat([...before.slice(0, left).toReversed(), now, ...after.slice(0, right)].join(' '));
    if (wanted.trim() === flat(now).trim()) continue;
    const at = blocks.findIndex((block) => block.page === page && flat(block.text).includes(wanted));
    if (at >= 0) return at;
  }
  return -1;
};
