// A block as the clauses in which somebody may speak: sentences, parts between semicolons, what stands in square brackets, cells.

import type { Block } from '../../types.ts';

export interface Clause {
  readonly words: string;
  /** In square brackets: `[AT: reservation]`. */
  readonly bracketed: boolean;
}

/** Bracketed words are told on their own, and left out of the sentence around them. */
const BRACKETS = /\[([^[\]]{2,600})\]/g;
/** After a full stop or a semicolon. `Art. 5`, `No. 3` and `p. 9` go on. */
const ENDS = /(?<!\b(?:Arts?|Nos?|para|paras|pt|pp?|cf|e\.g|i\.e|doc|docs|rec))[.!?]['’”"]?\s+(?=[\p{Lu}[“"‘(\d])|;\s+/u;

const split = (words: string, bracketed: boolean): Clause[] =>
  words
    .split(ENDS)
    .map((part) => ({ words: part.replace(/[.;]\s*$/, '').trim(), bracketed }))
    .filter((clause) => clause.words !== '');

/** `DE | Scrutiny reservation.`: a row whose first cell names who speaks in the next. */
const rowOf = (text: string): string[] => {
  const cells = text.split(/\s*\|\s*/).map((cell) => cell.trim());
  const [first = '', second = ''] = cells;
  return /^[A-Z]{2}(?:[,/ ]+[A-Z]{2}){0,26}:?$/.test(first) && second !== ''
    ? [`${first.replace(/:$/, '')}: ${second}`, ...cells.slice(2)]
    : cells;
};

/** `DE (Comments):` at the end of a block speaks in the next one: columns break over pages, and comments into paragraphs. */
const OPEN_LABEL = /(?:^|[\s|])([A-Z]{2}(?:[,/ ]+[A-Z]{2}){0,26}\s?(?:\([^)]{1,40}\))?:)$/;

export const openLabel = (text: string): string | null => OPEN_LABEL.exec(text.slice(-200).trimEnd())?.[1] ?? null;

/** @param label left open by the block before */
const partsOf = ({ kind, text }: Pick<Block, 'kind' | 'text'>, label: string | null): string[] => {
  const parts = kind === 'table-row' ? rowOf(text) : [text];
  const last = parts.length - 1;
  return label === null ? parts : parts.map((part, at) => (at === last ? `${label} ${part}` : part));
};

export const clausesOf = (block: Pick<Block, 'kind' | 'text'>, label: string | null = null): readonly Clause[] =>
  partsOf(block, label).flatMap((part) => {
    const inside = [...part.matchAll(BRACKETS)].map(([, words = '']) => words);
    return [...split(part.replace(BRACKETS, ' '), false), ...inside.flatMap((words) => split(words, true))];
  });
