// What was blacked out: which words of one text stand where the other has a gap. For a leaked or partly released document against the whole one.

import { slide } from './gaps/slide.ts';
import { alike, commonStart, gapsIn, isGap, type Stretch } from './gaps/words.ts';
import { printWords } from './print.ts';
import type { Run, Script, Words } from './script.ts';
import { blockAt, sliceWords } from './tokens.ts';

export { withGaps } from './gaps/hunks.ts';

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

/** Changes that stand together: old words `[a0, a1)` became new words `[b0, b1)`. */
type Region = Pick<Run, 'a0' | 'a1' | 'b0' | 'b1'>;

/** A gap, and the words of the other text in its place. */
interface Filling {
  readonly gap: Stretch;
  readonly fill: Stretch;
}

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

/** Each change with the gaps in its old words; a gap that stayed has a region of its own. */
const regionsOf = (runs: readonly Run[], gaps: readonly Stretch[]): { region: Region; gaps: Stretch[] }[] => {
  const regions: Region[] = [];
  let open = false;
  for (const { kind, a0, a1, b0, b1 } of runs) {
    const last = regions.at(-1);
    if (kind === 'same') open = false;
    else if (open && last !== undefined) regions[regions.length - 1] = { ...last, a1: Math.max(last.a1, a1), b1: Math.max(last.b1, b1) };
    else {
      regions.push({ a0, a1, b0, b1 });
      open = true;
    }
  }
  let at = 0;
  return regions.map((region) => {
    while ((gaps[at]?.to ?? Number.POSITIVE_INFINITY) <= region.a0) at += 1;
    const inside: Stretch[] = [];
    for (let next = gaps[at]; next !== undefined && next.from < region.a1; next = gaps[at]) {
      if (next.from >= region.a0 && next.to <= region.a1) inside.push(next);
      at += 1;
    }
    return { region, gaps: inside };
  });
};

const indexOf = (words: readonly string[], piece: readonly string[], from: number): number => {
  for (let at = from; at + piece.length <= words.length; at += 1) if (alike(words.slice(at, at + piece.length), piece)) return at;
  return -1;
};

/** Equal words at both ends are taken off; between several gaps the words between them are looked for. */
const fillingsOf = ({ old, now }: Pick<Script, 'old' | 'now'>, { b0, b1, a0, a1 }: Region, gaps: readonly Stretch[]): Filling[] => {
  const [first, last] = [gaps[0], gaps.at(-1)];
  if (first === undefined || last === undefined) return [];
  const news = sliceWords(now, b0, b1);
  const start = commonStart(sliceWords(old, a0, first.from), news);
  const end = commonStart(sliceWords(old, last.to, a1).reverse(), news.slice(start).reverse());
  const fillings: Filling[] = [];
  let at = start;
  for (const [i, gap] of gaps.slice(0, -1).entries()) {
    const piece = sliceWords(old, gap.to, gaps[i + 1]?.from ?? gap.to);
    const found = indexOf(news.slice(0, news.length - end), piece, at);
    if (found < 0) return [{ gap: { from: first.from, to: last.to }, fill: { from: b0 + start, to: b1 - end } }];
    fillings.push({ gap, fill: { from: b0 + at, to: b0 + found } });
    at = found + piece.length;
  }
  return [...fillings, { gap: last, fill: { from: b0 + at, to: b1 - end } }];
};

/** Gaps that both texts have. */
const stayedIn = (runs: readonly Run[], gaps: readonly Stretch[]): Filling[] => {
  let at = 0;
  return runs.flatMap(({ kind, a0, a1, b0, b1 }) => {
    if (kind !== 'same') return [];
    while ((gaps[at]?.from ?? Number.POSITIVE_INFINITY) < a0) at += 1;
    const inside: Filling[] = [];
    for (let gap = gaps[at]; gap !== undefined && gap.from < a1; gap = gaps[at]) {
      const [from, to] = [b0 + gap.from - a0, Math.min(b1, b0 + gap.to - a0)];
      if (gap.to <= a1 && from < to) inside.push({ gap, fill: { from, to } });
      at += 1;
    }
    return inside;
  });
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

const mirrored = ({ old, now, runs, moves }: Script): Script => {
  const turn = (all: readonly Run[]): Run[] =>
    all.map(({ kind, a0, a1, b0, b1, move }) => ({
      kind: kind === 'same' ? kind : kind === 'insert' ? 'delete' : 'insert',
      ...{ a0: b0, a1: b1, b0: a0, b1: a1, move },
    }));
  return {
    old: now,
    now: old,
    runs: turn(runs),
    moves: moves.map(({ a0, a1, b0, b1, runs: within }) => ({ a0: b0, a1: b1, b0: a0, b1: a1, runs: turn(within) })),
  };
};

/** Gaps of the old text with what the new one has there. */
const uncoveredIn = (script: Script, side: Uncovered['side']): Uncovered[] => {
  const gaps = gapsOfText(script.old);
  if (gaps.length === 0) return [];
  return [script.runs.filter(({ move }) => move < 0), ...script.moves.map(({ runs }) => runs)].flatMap((all) => {
    const runs = slide(script, all, gaps);
    const filled = regionsOf(runs, gaps).flatMap(({ region, gaps: inside }) => fillingsOf(script, region, inside));
    return [...filled, ...stayedIn(runs, gaps)].map((filling) => tell(script, side, filling));
  });
};

/** In the order of the new text. */
export const gapsOf = (script: Script): readonly Uncovered[] => {
  const uncovered = uncoveredIn(script, 'uncovered');
  const covered = uncoveredIn(mirrored(script), 'covered').filter(({ state }) => state !== 'stayed');
  return [...uncovered, ...covered].sort((a, b) => a.where - b.where);
};
