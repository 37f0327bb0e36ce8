// A document as its own diff: what its drafting marks say stood there before, against what it says now.

import type { Block, Text } from '../../types.ts';
import { compareTexts } from '../compare/compare.ts';
import { wordsOf } from '../compare/tokens.ts';
import type { Run, Script } from '../script.ts';
import { columnsOf } from './columns.ts';
import { type Convention, conventionOf, type Style, tallyOf } from './convention.ts';
import { wholeWords } from './joints.ts';
import { columnNotesOf, notesOf, reasonOf } from './notes.ts';
import { type Depth, gapsOf, isPlain, type Piece, readerOf } from './pieces.ts';
import { type Sides, type Step, sidesOf, stepsOf } from './sides.ts';
import { draftingRuns, type Marked } from './typography.ts';

export interface MarksOptions {
  /** Where a document tells older changes from newer ones: all of them, or the newer ones only. Left out: all. */
  readonly level?: Depth;
  /** How inserted words look, where the caller knows better than the document says. */
  readonly inserted?: Style;
}

export type MarkedDiff =
  | {
      readonly kind: 'script';
      readonly script: Script;
      readonly convention: Convention;
      /** Stretches of words. */
      readonly insertions: number;
      readonly deletions: number;
      /** What a reader must know, a sentence each. The document's own words are in them as printed. */
      readonly notes: readonly string[];
    }
  /** No change can be read from the marks, and why: never to be taken for "nothing changed". */
  | { readonly kind: 'none'; readonly convention: Convention; readonly reason: string };

type Source = Pick<Text, 'blocks' | 'facts'>;

const countOf = (runs: readonly Run[], kind: Run['kind']): number => runs.filter((run) => run.kind === kind).length;

/**
 * Old words are what the document's own marks say stood there before, new words are its reading text.
 * @returns why there is no such diff, where nothing is marked
 */
export const scriptOfMarks = (text: Source, { level = 'all', inserted }: MarksOptions = {}): MarkedDiff => {
  const drafting = draftingRuns(text.blocks);
  const tally = tallyOf(drafting);
  const said = conventionOf(text.facts, tally);
  const convention = inserted === undefined ? said : { ...said, levels: [{ style: inserted, against: null }] };
  const columns = columnsOf(text.blocks);
  const { script, notes } =
    columns !== null && columns.read > 0
      ? { script: compareTexts({ blocks: columns.before }, { blocks: columns.after }), notes: columnNotesOf(convention, columns) }
      : fromRuns(text.blocks, { drafting, convention, level });
  const [insertions, deletions] = [countOf(script.runs, 'insert'), countOf(script.runs, 'delete')];
  if (insertions + deletions === 0) return { kind: 'none', convention, reason: reasonOf(text.blocks, convention, tally) };
  return { kind: 'script', script, convention, insertions, deletions, notes };
};

/** Footnotes last, as in every comparison: they stand where a page happens to end. */
const inOrder = (blocks: readonly Block[]): readonly Block[] => [
  ...blocks.filter(({ kind }) => kind !== 'footnote'),
  ...blocks.filter(({ kind }) => kind === 'footnote'),
];

const vocabularyOf = (blocks: readonly Marked[]): (() => ReadonlySet<string>) => {
  let words: Set<string> | null = null;
  return () => {
    words ??= new Set(blocks.flatMap((runs) => runs.flatMap(({ text }) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [])));
    return words;
  };
};

interface Reading {
  readonly drafting: readonly Marked[];
  readonly convention: Convention;
  readonly level: Depth;
}

/** One text in which old and new words stand side by side. */
export const fromRuns = (
  printed: readonly Block[],
  { drafting, convention, level }: Reading,
): { script: Script; notes: readonly string[] } => {
  const runsOfBlock = new Map(printed.map((block, at) => [block, drafting[at] ?? []]));
  const blocks = inOrder(printed);
  const reader = readerOf(convention, level, drafting);
  const vocabulary = vocabularyOf(drafting);
  const pieces = blocks.map((block) => wholeWords(reader.piecesOf(block, runsOfBlock.get(block) ?? []), vocabulary));
  const versions = blocks.map((block, at) => versionsOf(pieces[at] ?? [], block));
  const now = wordsOf(blocks);
  const old = wordsOf(blocks.map((block, at) => oldBlock(block, versions[at] ?? null)));
  const count = (at: number): number => (now.starts[at + 1] ?? 0) - (now.starts[at] ?? 0);
  const runs = runsOf(versions.flatMap((sides, at) => (sides === null ? [{ kind: 'same' as const, count: count(at) }] : stepsOf(sides))));
  const gaps = convention.gaps ? pieces.reduce((sum, block) => sum + gapsOf(block), 0) : 0;
  const counts = { insertions: countOf(runs, 'insert'), deletions: countOf(runs, 'delete'), gaps };
  return { script: { old, now, runs, moves: [] }, notes: notesOf({ convention, level, ...counts }) };
};

const versionsOf = (pieces: readonly Piece[], block: Block): Sides | null => (isPlain(pieces) ? null : sidesOf(pieces, block.text));

const oldBlock = (block: Block, sides: Sides | null): Block =>
  sides === null ? block : { ...block, text: sides.old.text, marked: sides.old.text };

/** Steps of one block after another, as runs over the words of all. */
const runsOf = (steps: readonly Step[]): Run[] => {
  const runs: Run[] = [];
  let [a, b] = [0, 0];
  for (const { kind, count } of steps) {
    const [a1, b1] = [kind === 'insert' ? a : a + count, kind === 'delete' ? b : b + count];
    const last = runs.at(-1);
    if (last?.kind === kind) runs[runs.length - 1] = { ...last, a1, b1 };
    else if (count > 0) runs.push({ kind, a0: a, a1, b0: b, b1, move: -1 });
    [a, b] = [a1, b1];
  }
  return runs;
};
