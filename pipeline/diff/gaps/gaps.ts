// What was blacked out: which words of one text stand where the other has a gap. For a leaked or partly released document against the
// whole one.

import { mirrored } from '../compare/mirror.ts';
import { blockAt, sliceWords } from '../compare/tokens.ts';
import { printWords } from '../hunks/print.ts';
import type { Script, Words } from '../script.ts';
import { type Filling, fillingsIn } from './fillings.ts';
import { slide } from './slide.ts';
import { gapsIn, isGap, type Stretch } from './words.ts';

export { withGaps } from './hunks.ts';

export interface Uncovered {
  /** `uncovered`: the old text had the gap; `covered`: the new one has it. */
  readonly side: 'uncovered' | 'covered';
  /** `filled`: the other text has words there; `vanished`: it has nothing; `stayed`: a gap as well (told once, as `uncovered`). */
  readonly state: 'filled' | 'vanished' | 'stayed';
  /** As printed: `[DELETED]`. Words between two gaps that cannot be found in the other text are part of it. */
  readonly gap: string;
  /** What stands there in the other text; a line for each paragraph. */
  readonly words: string;
  readonly oldPage: number | null;
  readonly newPage: number | null;
  /** Index in `script.now.blocks`. */
  readonly where: number;
  /** Some words before and after, in the text that holds the words. */
  readonly before: string;
  readonly after: string;
}

const CONTEXT = 8;

const gapsOfText = (side: Words): Stretch[] => {
  const found: { from: number; to: number }[] = [];
  side.blocks.forEach((_, block) => {
    const start = side.starts[block] ?? 0;
    for (const { from, to } of gapsIn(side.inBlock(block))) {
      const last = found.at(-1);
      if (last?.to === start + from) last.to = start + to;
      else found.push({ from: start + from, to: start + to });
    }
  });
  return found;
};

const pageAt = (side: Words, word: number): number | null => side.blocks[blockAt(side, word)]?.page ?? null;

const tell = ({ old, now }: Pick<Script, 'old' | 'now'>, side: Uncovered['side'], { gap, fill }: Filling): Uncovered => {
  const inFill = sliceWords(now, fill.from, fill.to);
  const state = inFill.length === 0 ? 'vanished' : isGap(inFill) ? 'stayed' : 'filled';
  const [oldPage, newPage] = [pageAt(old, gap.from), pageAt(now, fill.from)];
  return {
    side,
    state,
    gap: printWords(old, [gap]),
    words: printWords(now, [fill]),
    oldPage: side === 'uncovered' ? oldPage : newPage,
    newPage: side === 'uncovered' ? newPage : oldPage,
    where: side === 'uncovered' ? blockAt(now, fill.from) : blockAt(old, gap.from),
    before: sliceWords(now, Math.max(0, fill.from - CONTEXT), fill.from).join(' '),
    after: sliceWords(now, fill.to, fill.to + CONTEXT).join(' '),
  };
};

/** Gaps of the old text with what the new one has there. */
const uncoveredIn = (script: Script, side: Uncovered['side']): Uncovered[] => {
  const gaps = gapsOfText(script.old);
  if (gaps.length === 0) return [];
  return [script.runs.filter(({ move }) => move < 0), ...script.moves.map(({ runs }) => runs)].flatMap((all) => {
    const runs = slide(script, all, gaps);
    return fillingsIn(script, runs, gaps).map((filling) => tell(script, side, filling));
  });
};

/** In the order of the new text. */
export const gapsOf = (script: Script): readonly Uncovered[] => {
  const uncovered = uncoveredIn(script, 'uncovered');
  const covered = uncoveredIn(mirrored(script), 'covered').filter(({ state }) => state !== 'stayed');
  return [...uncovered, ...covered].sort((a, b) => a.where - b.where);
};
