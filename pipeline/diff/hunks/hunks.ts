// A script as hunks that can be read one by one: changes that stand close together, with some words around them, where they stand and what they weigh.

import type { Hunk } from '../../types.ts';
import { blockAt, labelOf, sliceWords } from '../compare/tokens.ts';
import { placesOf } from '../places.ts';
import type { Move, Run, Script, Words } from '../script.ts';
import { weigh } from '../weigh/index.ts';
import { type Group, groupsOf, isOnCover } from './groups.ts';
import { passageWhy, placeIn } from './passages.ts';
import { printWords, type Stretch } from './print.ts';
import { readable } from './readable.ts';

/** Words on either side that a rule on wording may look at. */
const NEAR = 4;
/** Of a text that was replaced as a whole, so much tells what kind of change that is. */
const MOST_WEIGHED = 5_000;

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

const stretch = (run: Run, side: 'old' | 'new'): Stretch => (side === 'old' ? { from: run.a0, to: run.a1 } : { from: run.b0, to: run.b1 });

/** The words that stayed before and after a group, no farther than its paragraph goes. */
interface Around {
  readonly side: Words;
  readonly before: Stretch;
  readonly after: Stretch;
}

const around = ({ old, now }: Script, { runs, before, after }: Group): Around => {
  const has = runs.some(({ kind }) => kind === 'insert');
  const [side, name] = has ? [now, 'new' as const] : [old, 'old' as const];
  const first = stretch(runs[0] ?? NOTHING, name).from;
  const end = stretch(runs.at(-1) ?? NOTHING, name).to;
  const from = before === null ? first : Math.max(stretch(before, name).from, side.starts[blockAt(side, first)] ?? 0);
  const last = blockAt(side, Math.max(end - 1, 0));
  const to = after === null ? end : Math.min(stretch(after, name).to, side.starts[last + 1] ?? end);
  return { side, before: { from: Math.min(from, first), to: first }, after: { from: end, to: Math.max(end, to) } };
};

const lastOf = ({ from, to }: Stretch, count: number): Stretch => ({ from: Math.max(from, to - count), to });
const firstOf = ({ from, to }: Stretch, count: number): Stretch => ({ from, to: Math.min(to, from + count) });

const NOTHING: Run = { kind: 'same', a0: 0, a1: 0, b0: 0, b1: 0, move: -1 };

/** The words of a run, and how they are shown: of one that stayed, as they stand now. */
interface Shown {
  readonly kind: Run['kind'];
  readonly old: readonly string[];
  readonly now: readonly string[];
  readonly text: string;
}

const shownOf = ({ old, now }: Script, run: Run): Shown => ({
  kind: run.kind,
  old: run.kind === 'insert' ? [] : sliceWords(old, run.a0, run.a1),
  now: run.kind === 'delete' ? [] : sliceWords(now, run.b0, run.b1),
  text: run.kind === 'delete' ? printedFrom(old, stretch(run, 'old')) : printedFrom(now, stretch(run, 'new')),
});

/** With a line break before it where it begins a paragraph. */
const printedFrom = (side: Words, words: Stretch): string => {
  const text = printWords(side, [words]);
  return text !== '' && side.starts[blockAt(side, words.from)] === words.from ? `\n${text}` : text;
};

const kindOf = (runs: readonly Run[]): Hunk['kind'] => {
  const has = (kind: Run['kind']): boolean => runs.some((run) => run.kind === kind);
  return has('delete') ? (has('insert') ? 'replace' : 'delete') : 'insert';
};

/** The numbers of points that came or went with them are no figures. */
const weighable = (script: Script, runs: readonly Run[], shown: readonly Shown[]): { old: readonly string[]; now: readonly string[] } => {
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

/** Its facts are compared as facts, elsewhere; that two versions differ in them is no news. */
const COVER = { weight: 0, aspects: ['editorial'], why: 'on the cover' } as const satisfies Partial<Hunk>;

/** All words of one side, those that stayed between its changes included. */
const printed = (side: Words, runs: readonly Run[], name: 'old' | 'new'): string =>
  printWords(
    side,
    runs.filter(({ kind }) => kind !== (name === 'old' ? 'insert' : 'delete')).map((run) => stretch(run, name)),
  );

const pageAt = (side: Words, word: number): number | null => side.blocks[blockAt(side, word)]?.page ?? null;

export const changeHunks = (telling: Telling): Told[] => {
  const onCover = isOnCover(telling.script);
  return groupsOf(telling.script).map((group) => {
    const first = group.runs[0] ?? NOTHING;
    const hunk = changeHunk(telling, group);
    return { hunk: onCover(first) ? { ...hunk, ...COVER } : hunk, at: first.b0 };
  });
};

const changeHunk = ({ script, context, placeOfOld, placeOfNew }: Telling, group: Group): Hunk => {
  const { runs } = group;
  const first = runs[0] ?? NOTHING;
  const kind = kindOf(runs);
  const shown = runs.map((run) => shownOf(script, run));
  const { side, before, after } = around(script, group);
  const words = ({ from, to }: Stretch): string[] => sliceWords(side, from, to);
  const weighed = weigh({ ...weighable(script, runs, shown), before: words(lastOf(before, NEAR)), after: words(firstOf(after, NEAR)) });
  const last = runs.at(-1) ?? NOTHING;
  return {
    kind,
    ...weighed,
    why: passageWhy(kind, kind === 'delete' ? last.a1 - first.a0 : last.b1 - first.b0, weighed) ?? weighed.why,
    place: kind === 'delete' ? placeIn(placeOfOld, script.old, [first.a0, last.a1]) : placeIn(placeOfNew, script.now, [first.b0, last.b1]),
    old: printed(script.old, runs, 'old'),
    new: printed(script.now, runs, 'new'),
    oldPage: pageAt(script.old, first.a0),
    newPage: pageAt(script.now, first.b0),
    parts: readable(
      [
        { kind: 'same' as const, text: printWords(side, [lastOf(before, context)]) },
        ...shown.map((one) => ({ kind: one.kind, text: one.text })),
        { kind: 'same' as const, text: printWords(side, [firstOf(after, context)]) },
      ].filter(({ text }) => text !== ''),
    ),
  };
};

export const moveHunks = (telling: Telling): Told[] => telling.script.moves.map((move) => ({ hunk: moveHunk(telling, move), at: move.b0 }));

const moveHunk = ({ script, placeOfOld, placeOfNew }: Telling, { a0, a1, b0, b1, runs }: Move): Hunk => {
  const shown = runs.map((run) => shownOf(script, run));
  const changed = runs.filter(({ kind }) => kind !== 'same');
  const [from, to] = [placeOfOld(a0), placeOfNew(b0)];
  const moved = from === to || from === null || to === null ? 'moved' : `moved from ${from} to ${to}`;
  const words = weighable(
    script,
    changed,
    shown.filter(({ kind }) => kind !== 'same'),
  );
  const weighed = changed.length === 0 ? null : weigh({ ...words, before: [], after: [] });
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
    parts: readable(shown.map(({ kind, text }) => ({ kind, text }))),
  };
};
