// The words of runs: as lists for the rules on wording, and as they are shown.

import { blockAt, labelOf, sliceWords } from '../compare/tokens.ts';
import type { Run, Script, Words } from '../script.ts';
import { printWords, type Stretch } from './print.ts';

/** Of a text that was replaced as a whole, so much tells what kind of change that is. */
const MOST_WEIGHED = 5_000;

export const NOTHING: Run = { kind: 'same', a0: 0, a1: 0, b0: 0, b1: 0, move: -1 };

export const stretch = (run: Run, side: 'old' | 'new'): Stretch =>
  side === 'old' ? { from: run.a0, to: run.a1 } : { from: run.b0, to: run.b1 };

/** The words of a run, and how they are shown: of one that stayed, as they stand now. */
export interface Shown {
  readonly kind: Run['kind'];
  readonly old: readonly string[];
  readonly now: readonly string[];
  readonly text: string;
  /** Of one that stayed, as it stood before. */
  readonly before: string;
}

export const shownOf = ({ old, now }: Script, run: Run): Shown => ({
  kind: run.kind,
  old: run.kind === 'insert' ? [] : sliceWords(old, run.a0, run.a1),
  now: run.kind === 'delete' ? [] : sliceWords(now, run.b0, run.b1),
  text: run.kind === 'delete' ? printedFrom(old, stretch(run, 'old')) : printedFrom(now, stretch(run, 'new')),
  before: run.kind === 'same' ? printedFrom(old, stretch(run, 'old')) : '',
});

/** With a line break before it where it begins a paragraph. */
const printedFrom = (side: Words, words: Stretch): string => {
  const text = printWords(side, [words]);
  return text !== '' && side.starts[blockAt(side, words.from)] === words.from ? `\n${text}` : text;
};

/** The numbers of points that came or went with them are no figures. */
export const weighable = (
  script: Script,
  runs: readonly Run[],
  shown: readonly Shown[],
): { old: readonly string[]; now: readonly string[] } => {
  const words = (side: 'old' | 'now'): readonly string[] => {
    const all: string[] = [];
    for (let at = 0; at < shown.length && all.length < MOST_WEIGHED; at += 1) {
      const own = withoutNumbers(script[side], stretch(runs[at] ?? NOTHING, side === 'old' ? 'old' : 'new'), shown[at]?.[side] ?? []);
      if (shown.length === 1) return own.length > MOST_WEIGHED ? own.slice(0, MOST_WEIGHED) : own;
      for (const word of own.length > MOST_WEIGHED ? own.slice(0, MOST_WEIGHED) : own) all.push(word);
    }
    return all;
  };
  return { old: words('old'), now: words('now') };
};

const withoutNumbers = (side: Words, { from, to }: Stretch, words: readonly string[]): readonly string[] => {
  if (words.length === 0) return words;
  let numbers: Set<number> | null = null;
  for (let block = blockAt(side, to - 1); block >= 0 && (side.starts[block] ?? 0) >= from; block -= 1) {
    const label = labelOf(side, block);
    if (label !== null) numbers = (numbers ?? new Set()).add((side.starts[block] ?? 0) - from + label.at);
  }
  return numbers === null ? words : words.filter((_, at) => numbers?.has(at) !== true);
};

/** All words of one side, those that stayed between its changes included. */
export const printed = (side: Words, runs: readonly Run[], name: 'old' | 'new'): string =>
  printWords(
    side,
    runs.filter(({ kind }) => kind !== (name === 'old' ? 'insert' : 'delete')).map((run) => stretch(run, name)),
  );
