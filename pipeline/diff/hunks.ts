// A script as hunks that can be read one by one: changes that stand close together, with some words around them, where they stand and what they weigh.

import type { DiffPart, Hunk } from '../types.ts';
import { placesOf } from './places.ts';
import { printWords } from './print.ts';
import { readable } from './readable.ts';
import type { Move, Run, Script, Words } from './script.ts';
import { blockAt, labelOf, sliceWords } from './tokens.ts';
import { weigh as weighText } from './weight.ts';

const weigh = ({ old, now }: { old: readonly string[]; now: readonly string[]; before: readonly string[]; after: readonly string[] }) =>
  weighText(old.join(' '), now.join(' '));

/** Changes with no more words than this between them are read as one. */
const JOINED_BY = 4;
/** Words on either side that a rule on wording may look at. */
const NEAR = 4;

export interface Told {
  readonly hunk: Hunk;
  /** The new word at which it is told. */
  readonly at: number;
}

export interface Telling {
  readonly script: Script;
  /** Words shown on either side of a change, within its paragraph. */
  readonly context: number;
  readonly placeOfOld: (word: number) => string | null;
  readonly placeOfNew: (word: number) => string | null;
}

export const tellingOf = (script: Script, context: number): Telling => ({
  script,
  context,
  placeOfOld: placeFinder(script.old),
  placeOfNew: placeFinder(script.now),
});

/** Places are worked out when the first is asked for. */
const placeFinder = (side: Words): ((word: number) => string | null) => {
  let places: readonly (string | null)[] | null = null;
  return (word) => {
    places ??= placesOf(side.blocks);
    return places[blockAt(side, word)] ?? null;
  };
};

interface Group {
  readonly runs: readonly Run[];
  readonly before: Run | null;
  readonly after: Run | null;
}

/** Where the cover ends: it comes first, if there is one. */
const coverEnd = ({ blocks, starts }: Words): number => {
  const first = blocks.findIndex(({ kind }) => kind !== 'cover');
  return starts[first < 0 ? blocks.length : first] ?? 0;
};

/** What changed on a cover says which document it is, and is told apart from what changed in the text. */
const cutAtCover = (runs: readonly Run[], { old, now }: Script): Run[] => {
  const [a, b] = [coverEnd(old), coverEnd(now)];
  if (a + b === 0) return [...runs];
  return runs.flatMap((run): Run[] => {
    if (run.kind === 'insert' && run.b0 < b && run.b1 > b)
      return [
        { ...run, b1: b },
        { ...run, b0: b },
      ];
    return run.kind === 'delete' && run.a0 < a && run.a1 > a
      ? [
          { ...run, a1: a },
          { ...run, a0: a },
        ]
      : [run];
  });
};

const isOnCover = ({ old, now }: Script): ((run: Run) => boolean) => {
  const [a, b] = [coverEnd(old), coverEnd(now)];
  return ({ kind, a0, b0 }) => (kind === 'delete' ? a0 < a : b0 < b);
};

/** Runs that are read together, each group from change to change. */
const groupsOf = (script: Script): Group[] => {
  const onCover = isOnCover(script);
  const runs = cutAtCover(
    script.runs.filter(({ move }) => move < 0),
    script,
  );
  const groups: { from: number; to: number }[] = [];
  let between = 0;
  runs.forEach((run, at) => {
    const last = groups.at(-1);
    if (run.kind === 'same') between += Math.max(run.a1 - run.a0, run.b1 - run.b0);
    else if (last !== undefined && between <= JOINED_BY && onCover(run) === onCover(runs[last.to] ?? run)) last.to = at;
    else groups.push({ from: at, to: at });
    if (run.kind !== 'same') between = 0;
  });
  const sameAt = (at: number): Run | null => (runs[at]?.kind === 'same' ? (runs[at] ?? null) : null);
  return groups.map(({ from, to }) => ({ runs: runs.slice(from, to + 1), before: sameAt(from - 1), after: sameAt(to + 1) }));
};

const stretch = (run: Run, side: 'old' | 'new') => (side === 'old' ? { from: run.a0, to: run.a1 } : { from: run.b0, to: run.b1 });

/** The words that stayed before and after a group, no farther than its paragraph goes. */
const around = ({ old, now }: Script, { runs, before, after }: Group, context: number): { before: string[]; after: string[] } => {
  const has = runs.some(({ kind }) => kind === 'insert');
  const [side, name] = has ? [now, 'new' as const] : [old, 'old' as const];
  const first = stretch(runs[0] ?? NOTHING, name).from;
  const end = stretch(runs.at(-1) ?? NOTHING, name).to;
  const from = before === null ? first : Math.max(stretch(before, name).from, first - context, side.starts[blockAt(side, first)] ?? 0);
  const last = blockAt(side, Math.max(end - 1, 0));
  const to = after === null ? end : Math.min(stretch(after, name).to, end + context, side.starts[last + 1] ?? end);
  return { before: sliceWords(side, from, first), after: sliceWords(side, end, to) };
};

const NOTHING: Run = { kind: 'same', a0: 0, a1: 0, b0: 0, b1: 0, move: -1 };

const partsOf = ({ old, now }: Script, runs: readonly Run[]): DiffPart[] =>
  runs.map((run) => ({
    kind: run.kind,
    text: run.kind === 'delete' ? printWords(old, [stretch(run, 'old')]) : printWords(now, [stretch(run, 'new')]),
  }));

const kindOf = (runs: readonly Run[]): Hunk['kind'] => {
  const has = (kind: Run['kind']): boolean => runs.some((run) => run.kind === kind);
  return has('delete') ? (has('insert') ? 'replace' : 'delete') : 'insert';
};

const wordsOn = (script: Script, runs: readonly Run[], side: 'old' | 'new'): string[] => {
  const words: string[] = [];
  for (const run of runs) {
    if (run.kind === (side === 'old' ? 'insert' : 'delete')) continue;
    const { from, to } = stretch(run, side);
    for (const word of withoutNumbers(side === 'old' ? script.old : script.now, from, to)) words.push(word);
  }
  return words;
};

/** The number of a point that came or went with it is no figure. */
const withoutNumbers = (side: Words, from: number, to: number): string[] => {
  const words = sliceWords(side, from, to);
  const numbers = new Set<number>();
  for (let block = blockAt(side, Math.max(from, to - 1)); block >= 0 && (side.starts[block] ?? 0) >= from; block -= 1) {
    const label = labelOf(side, block);
    if (label !== null) numbers.add((side.starts[block] ?? 0) - from + label.at);
  }
  return numbers.size === 0 ? words : words.filter((_, at) => !numbers.has(at));
};

/** Its facts are compared as facts, elsewhere; that two versions differ in them is no news. */
const COVER = { weight: 0, aspects: ['editorial'], why: 'on the cover' } as const satisfies Partial<Hunk>;

const pageAt = (side: Words, word: number): number | null => side.blocks[blockAt(side, word)]?.page ?? null;

export const changeHunks = (telling: Telling): Told[] => {
  const { script, context } = telling;
  const onCover = isOnCover(script);
  return groupsOf(script).map((group) => {
    const { runs } = group;
    const first = runs[0] ?? NOTHING;
    const near = around(script, group, Math.max(context, NEAR));
    const [before, after] = [near.before.slice(-context), near.after.slice(0, context)];
    const weighed = weigh({
      old: wordsOn(script, runs, 'old'),
      now: wordsOn(script, runs, 'new'),
      before: near.before.slice(-NEAR),
      after: near.after.slice(0, NEAR),
    });
    const parts = [
      { kind: 'same' as const, text: before.join(' ') },
      ...partsOf(script, runs),
      { kind: 'same' as const, text: after.join(' ') },
    ];
    const isOld = kindOf(runs) === 'delete';
    const hunk: Hunk = {
      kind: kindOf(runs),
      ...weighed,
      ...(onCover(first) ? COVER : {}),
      place: isOld ? telling.placeOfOld(first.a0) : telling.placeOfNew(first.b0),
      old: printWords(
        script.old,
        runs.filter(({ kind }) => kind !== 'insert').map((run) => stretch(run, 'old')),
      ),
      new: printWords(
        script.now,
        runs.filter(({ kind }) => kind !== 'delete').map((run) => stretch(run, 'new')),
      ),
      oldPage: pageAt(script.old, first.a0),
      newPage: pageAt(script.now, first.b0),
      parts: readable(parts.filter(({ text }) => text !== '')),
    };
    return { hunk, at: first.b0 };
  });
};

export const moveHunks = (telling: Telling): Told[] => telling.script.moves.map((move) => ({ hunk: moveHunk(telling, move), at: move.b0 }));

const moveHunk = ({ script, placeOfOld, placeOfNew }: Telling, { a0, a1, b0, b1, runs }: Move): Hunk => {
  const changed = runs.filter(({ kind }) => kind !== 'same');
  const [from, to] = [placeOfOld(a0), placeOfNew(b0)];
  const moved = from === to || from === null || to === null ? 'moved' : `moved from ${from} to ${to}`;
  const weighed =
    changed.length === 0
      ? null
      : weigh({ old: wordsOn(script, changed, 'old'), now: wordsOn(script, changed, 'new'), before: [], after: [] });
  return {
    kind: 'move',
    weight: weighed?.weight ?? 0,
    aspects: [...(weighed?.aspects ?? []), 'moved'],
    why: weighed === null ? moved : `${moved} and edited: ${weighed.why}`,
    place: to,
    old: printWords(script.old, [{ from: a0, to: a1 }]),
    new: printWords(script.now, [{ from: b0, to: b1 }]),
    oldPage: pageAt(script.old, a0),
    newPage: pageAt(script.now, b0),
    parts: readable(partsOf(script, runs)),
  };
};
