// Amendments in two columns, as Parliament and those who write to it print them: the text proposed on the left, the amended one on the right. The
// extractor gives the columns of each page one after the other; marks stand in both, and what is not marked is the same in both. By that they are told apart.

import { readRuns } from '../../marks.ts';
import type { Block } from '../../types.ts';

export interface Columns {
  /** The blocks as they were, and as they are to be; what stands outside the columns is in both. */
  readonly before: readonly Block[];
  readonly after: readonly Block[];
  /** Amendments whose columns were told apart, and all. */
  readonly read: number;
  readonly all: number;
}

const HEAD =
  /^(?:Text proposed by the (?:Commission|Council)|(?:Commission (?:text|proposal)|Draft (?:opinion|report|resolution)|Motion for a resolution)(?=.*\bAmendment$))(?:.*\bAmendment)?$/;
const RIGHT_HEAD = /^(?:[\w ]{0,20} )?(?:Proposed )?Amendment$/;
const ENDS =
  /^(?:Amendment \d|Compromise amendment|Or\. [a-z]{2}$|Justification\b|Proposal for an? |(?:Recital|Article|Annex) \S+[^.;]{0,60}$)/;
const NOTHING = /^(?:\(?\w{1,4}[.)]\s*)?(?:\[?deleted?\]?|▌)\.?$/i;
const FOOT = /^[⁰¹²³⁴-⁹]/;
const NEW = /\(new\)/;
/** Ways to tell columns apart that are tried for one amendment. */
const TRIES = 400;
/** One plain word in so many may stand on one side only. */
const UNLIKE = 5;

interface Column {
  readonly block: Block;
  /** The words of what is not marked. */
  readonly plain: readonly string[];
}

const lettersOf = (text: string): string => text.replace(/[^\p{L}\p{Nd}]/gu, '');

const columnOf = (block: Block): Column => ({
  block,
  plain: readRuns(block.marked)
    .filter(({ bold, struck }) => !bold && !struck)
    .flatMap(({ text }) => text.split(/\s+/).map(lettersOf))
    .filter((word) => word !== ''),
});

const firstWord = ({ block }: Column): string => lettersOf(block.text.split(/\s+/, 1)[0] ?? '');

/** Where one page's blocks may pass from left to right, the likeliest place first: where the right column opens with the number the left one opens with. */
const cutsOf = (page: readonly Column[]): number[] => {
  const cuts = page.map((_, at) => at);
  const [first] = page;
  const opens = (at: number): boolean =>
    at > 0 && first !== undefined && page[at] !== undefined && firstWord(page[at]) === firstWord(first);
  return [...cuts.filter(opens), ...cuts.filter((at) => !opens(at)), page.length];
};

type Cut = readonly number[];

/** How many plain words stand on one side and not on the other. */
const unlike = (pages: readonly (readonly Column[])[], cut: Cut): number => {
  const counts = new Map<string, number>();
  pages.forEach((page, at) => {
    page.forEach(({ plain }, index) => {
      const side = index < (cut[at] ?? 0) ? 1 : -1;
      for (const word of plain) counts.set(word, (counts.get(word) ?? 0) + side);
    });
  });
  return [...counts.values()].reduce((sum, count) => sum + Math.abs(count), 0);
};

/** All ways to cut the pages, the likeliest first, as far as they are tried. */
const waysOf = (pages: readonly (readonly Column[])[]): Cut[] => {
  let ways: Cut[] = [[]];
  for (const page of pages) ways = ways.flatMap((way) => cutsOf(page).map((cut) => [...way, cut])).slice(0, TRIES);
  return ways;
};

/** The cut after which both sides have the same plain words, or nearly: people forget to mark things. */
const cutOf = (pages: readonly (readonly Column[])[]): Cut | null => {
  const words = pages.flat().reduce((sum, { plain }) => sum + plain.length, 0);
  let best: { readonly cut: Cut; readonly cost: number } | null = null;
  for (const cut of waysOf(pages)) {
    const cost = unlike(pages, cut);
    if (best === null || cost < best.cost) best = { cut, cost };
    if (cost === 0) break;
  }
  return best !== null && words > 0 && best.cost * UNLIKE <= words ? best.cut : null;
};

interface Parted {
  readonly left: readonly Column[];
  readonly right: readonly Column[];
}

const byPage = (columns: readonly Column[]): Column[][] => {
  const pages: Column[][] = [];
  for (const column of columns) {
    const last = pages.at(-1);
    if (last !== undefined && last[0]?.block.page === column.block.page) last.push(column);
    else pages.push([column]);
  }
  return pages;
};

/** Where nothing is unmarked: all of it is gone, or new, or the right column opens with the number of the left one. */
const partMarked = (columns: readonly Column[], content: readonly Column[], isNew: boolean): Parted => {
  if (content.length < columns.length) return { left: content, right: [] };
  const [first] = content;
  const again = isNew ? -1 : content.findIndex((column, at) => at > 0 && first !== undefined && firstWord(column) === firstWord(first));
  return { left: content.slice(0, Math.max(0, again)), right: content.slice(Math.max(0, again)) };
};

/** @param isNew there was nothing before */
const part = (columns: readonly Column[], isNew: boolean): Parted | null => {
  const content = columns.filter(({ block }) => !NOTHING.test(block.text));
  const head = columns.findIndex(({ block }) => block.kind === 'heading' && RIGHT_HEAD.test(block.text));
  if (head < 0 && content.every(({ plain }) => plain.length === 0)) return partMarked(columns, content, isNew);
  const pages = byPage(columns.filter((_, at) => at !== head));
  const cut = cutOf(pages);
  if (cut === null) return head < 0 ? null : { left: columns.slice(0, head), right: columns.slice(head + 1) };
  return { left: pages.flatMap((page, at) => page.slice(0, cut[at])), right: pages.flatMap((page, at) => page.slice(cut[at])) };
};

/** Footnotes stand below both columns. */
const isNote = ({ kind, text }: Block): boolean => kind === 'footnote' || FOOT.test(text);

interface Section {
  readonly from: number;
  readonly to: number;
  readonly isNew: boolean;
}

/** Between the head of the columns and what ends an amendment. */
const sectionsOf = (blocks: readonly Block[]): Section[] => {
  const sections: Section[] = [];
  for (let at = 0; at < blocks.length; at += 1) {
    if (!HEAD.test(blocks[at]?.text ?? '')) continue;
    let to = at + 1;
    while (to < blocks.length && !HEAD.test(blocks[to]?.text ?? '') && !ENDS.test(blocks[to]?.text ?? '')) to += 1;
    if (to > at + 1) sections.push({ from: at + 1, to, isNew: [1, 2].some((back) => NEW.test(blocks[at - back]?.text ?? '')) });
    at = to - 1;
  }
  return sections;
};

/** @returns null where the document has no such columns */
export const columnsOf = (blocks: readonly Block[]): Columns | null => {
  const sections = sectionsOf(blocks);
  if (sections.length === 0) return null;
  const [before, after]: [Block[], Block[]] = [[], []];
  let [at, read] = [0, 0];
  const both = (to: number): void => {
    before.push(...blocks.slice(at, to));
    after.push(...blocks.slice(at, to));
    at = to;
  };
  for (const { from, to, isNew } of sections) {
    both(from);
    const inside = blocks.slice(from, to);
    const notes = inside.filter(isNote);
    const parted = part(inside.filter((block) => !isNote(block)).map(columnOf), isNew);
    if (parted === null) continue;
    read += 1;
    before.push(...parted.left.map(({ block }) => block), ...notes);
    after.push(...parted.right.map(({ block }) => block), ...notes);
    at = to;
  }
  both(blocks.length);
  return { before, after, read, all: sections.length };
};
