// A script as hunks that can be read one by one: changes that stand close together, with some words around them, where they stand and what they weigh.

import type { Hunk } from '../../types.ts';
import { blockAt, sliceWords } from '../compare/tokens.ts';
import { placesOf } from '../places.ts';
import type { Move, Run, Script, Words } from '../script.ts';
import { weigh } from '../weigh/index.ts';
import { type Group, groupsOf } from './groups.ts';
import { passageWhy, placeIn } from './passages.ts';
import { printWords, type Stretch } from './print.ts';
import { readable } from './readable.ts';
import { NOTHING, printed, shownOf, stretch, weighable } from './shown.ts';

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

const kindOf = (runs: readonly Run[]): Hunk['kind'] => {
  const has = (kind: Run['kind']): boolean => runs.some((run) => run.kind === kind);
  return has('delete') ? (has('insert') ? 'replace' : 'delete') : 'insert';
};

/** Nothing but the number of a point. */
const NUMBER = { weight: 0, aspects: ['numbering'], why: 'only a number' } as const satisfies Partial<Hunk>;

/** Its facts are compared as facts, elsewhere; that two versions differ in them is no news. */
const COVER = { weight: 0, aspects: ['editorial'], why: 'on the cover' } as const satisfies Partial<Hunk>;

const pageAt = (side: Words, word: number): number | null => side.blocks[blockAt(side, word)]?.page ?? null;

export const changeHunks = (telling: Telling): Told[] => {
  const { script, placeOfOld, placeOfNew } = telling;
  return groupsOf(script, { old: placeOfOld, now: placeOfNew }).map((group) => {
    const hunk = changeHunk(telling, group);
    return { hunk: isOnCover(script, group) ? { ...hunk, ...COVER } : hunk, at: placeInNew(group) };
  });
};

/** What came says where a change is told; of what only went, the place where it stood. */
const placeInNew = ({ runs }: Group): number => (runs.find(({ kind }) => kind === 'insert') ?? runs[0] ?? NOTHING).b0;

const isOnCover = ({ old, now }: Script, { runs }: Group): boolean => {
  const { kind, a0, b0 } = runs[0] ?? NOTHING;
  return (kind === 'delete' ? old.blocks[blockAt(old, a0)] : now.blocks[blockAt(now, b0)])?.kind === 'cover';
};

const changeHunk = ({ script, context, placeOfOld, placeOfNew }: Telling, group: Group): Hunk => {
  const { runs } = group;
  const first = runs[0] ?? NOTHING;
  const kind = kindOf(runs);
  const shown = runs.map((run) => shownOf(script, run));
  const { side, before, after } = around(script, group);
  const words = ({ from, to }: Stretch): string[] => sliceWords(side, from, to);
  const changed = weighable(script, runs, shown);
  const isNumber = changed.old.length + changed.now.length === 0;
  const weighed = isNumber ? NUMBER : weigh({ ...changed, before: words(lastOf(before, NEAR)), after: words(firstOf(after, NEAR)) });
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
        ...shown,
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
    parts: readable(shown),
  };
};
