// Blocks of a stretch that stayed whose own numbers differ: they count as equal there (labels.ts), and are told apart.

import type { Run, Script } from '../script.ts';
import type { Label } from './labels.ts';
import { blockAt, labelOf } from './tokens.ts';

export interface Renumbered {
  readonly old: Label;
  readonly now: Label;
  /** Index of the block in either text. */
  readonly i: number;
  readonly j: number;
}

export const renumbered = ({ old, now }: Script, run: Run): Renumbered[] => {
  const found: Renumbered[] = [];
  if (run.a1 - run.a0 !== run.b1 - run.b0 || run.b0 === run.b1) return found;
  for (let j = blockAt(now, run.b0); j < now.blocks.length && (now.starts[j] ?? 0) < run.b1; j += 1) {
    const start = now.starts[j] ?? 0;
    if (start < run.b0 || start === now.starts[j + 1]) continue;
    const word = run.a0 + start - run.b0;
    const i = blockAt(old, word);
    if (
      old.starts[i] !== word ||
      beginsAlike(old.blocks[i]?.text ?? '', now.blocks[j]?.text ?? '') ||
      isFootnote(old, i) ||
      isFootnote(now, j)
    )
      continue;
    const before = labelOf(old, i);
    const label = labelOf(now, j);
    const isWithin = label !== null && start + label.at < run.b1;
    if (before !== null && isWithin && before.key === label.key && before.printed !== label.printed)
      found.push({ old: before, now: label, i, j });
  }
  return found;
};

/** Of the whole text, also within paragraphs that stand elsewhere now. */
export const renumberedIn = (script: Script): readonly Renumbered[] =>
  [...script.runs, ...script.moves.flatMap((move) => move.runs)]
    .filter(({ kind }) => kind === 'same')
    .flatMap((run) => renumbered(script, run));

/** A number stands at the beginning: where that is the same, so is the number, and most blocks need no further look. */
const BEGINNING = 24;

const beginsAlike = (one: string, other: string): boolean => {
  const most = Math.min(BEGINNING, Math.max(one.length, other.length));
  for (let at = 0; at < most; at += 1) if (one.charCodeAt(at) !== other.charCodeAt(at)) return false;
  return true;
};

/** Their numbers follow from where they are called, and are nobody's news. */
const isFootnote = ({ blocks }: Script['old'], at: number): boolean => blocks[at]?.kind === 'footnote';
