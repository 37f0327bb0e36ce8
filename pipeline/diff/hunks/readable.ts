// How a rewritten stretch reads: words that both versions happen to share are no islands worth keeping among many others.

import type { DiffPart } from '../../types.ts';

/** A stretch is rewritten where so many words went and so many came: a shared word or two in it is chance. */
const REWRITTEN = 3;
/** Shared words are an island where the stretches on both sides of them have so many times more. */
const TIMES = 2;
/** So many words in a row are no chance, whatever stands around them. */
const NO_CHANCE = 8;
/** Taking islands out makes larger stretches, in which more of them are seen. */
const PASSES = 4;

/** Counted once: a rewritten passage can be a whole text, put together island by island. */
interface Words {
  readonly text: string;
  readonly count: number;
}

const NONE: Words = { text: '', count: 0 };

/** Words that stayed, and what went and came after them. */
interface Stretch {
  readonly same: Words;
  /** The same as it stood before: numbers and quotes may differ. */
  readonly before: Words;
  readonly went: Words;
  readonly came: Words;
}

const EMPTY: Stretch = { same: NONE, before: NONE, went: NONE, came: NONE };

const wordsIn = (text: string): Words => ({ text, count: text.match(/\S+/g)?.length ?? 0 });

/** A text that begins a paragraph begins with a line break. */
const join = (all: Words, { text, count }: Words): Words =>
  count === 0
    ? all
    : { text: all.text === '' || text.startsWith('\n') ? all.text + text : `${all.text} ${text}`, count: all.count + count };

const isIsland = (before: Stretch, { same, went, came }: Stretch): boolean => {
  if (same.count === 0 || same.count >= NO_CHANCE) return false;
  const [b, a] = [
    { went: before.went.count, came: before.came.count },
    { went: went.count, came: came.count },
  ];
  const isRewritten = Math.min(b.went, b.came, a.went, a.came) >= REWRITTEN || Math.min(b.went + a.went, b.came + a.came) >= 3 * REWRITTEN;
  return isRewritten && Math.max(b.went, b.came) >= TIMES * same.count && Math.max(a.went, a.came) >= TIMES * same.count;
};

export interface Part extends DiffPart {
  /** Of what stayed, as it stood before; left out where it is the same. */
  readonly before?: string;
}

/** One change has no islands: what went, if anything, and what came stand next to each other. Null for more. */
const asTheyAre = (parts: readonly Part[]): DiffPart[] | null => {
  const first = parts.findIndex(({ kind }) => kind !== 'same');
  const last = parts.findLastIndex(({ kind }) => kind !== 'same');
  if (last - first > 1 || (last > first && parts[first]?.kind !== 'delete') || parts.length > 4) return null;
  return parts.map(({ kind, text }) => ({ kind, text: text.trim() })).filter(({ text }) => text !== '');
};

/**
 * Parts with what went before what came, and without islands. Every word of either version is in them as often as before.
 * @param parts where one begins a paragraph, with a line break before it; the result has none there
 */
export const readable = (parts: readonly Part[]): DiffPart[] => {
  const simple = asTheyAre(parts);
  if (simple !== null) return simple;
  let stretches = stretchesOf(parts);
  // One change has no islands.
  for (let pass = 0; pass < PASSES && stretches.length > 2; pass += 1) {
    const merged = withoutIslands(stretches);
    if (merged.length === stretches.length) break;
    stretches = merged;
  }
  return asOne(stretches).flatMap(({ same, went, came }) =>
    [
      { kind: 'same' as const, text: same.text.trim() },
      { kind: 'delete' as const, text: went.text.trim() },
      { kind: 'insert' as const, text: came.text.trim() },
    ].filter(({ text }) => text !== ''),
  );
};

/** Where less than this of what is there now, or was there before, stayed, nobody reads what stayed among the rest. */
const SPARSE = 0.4;
/** Of shorter ones every word counts. */
const SHORT = 10;

/** A passage of which only words here and there stayed: the old one as a whole, then the new one. */
const asOne = (stretches: readonly Stretch[]): readonly Stretch[] => {
  const last = stretches.at(-1);
  const end = last !== undefined && !hasChange(last) ? stretches.length - 1 : stretches.length;
  const [first, ...rest] = stretches.slice(0, end);
  if (first === undefined || rest.length === 0) return stretches;
  const stayed = rest.reduce((sum, { same }) => sum + same.count, 0);
  const total = (side: 'went' | 'came'): number => stayed + stretches.reduce((sum, stretch) => sum + stretch[side].count, 0);
  const least = Math.min(total('went'), total('came'));
  if (least < SHORT || stayed >= SPARSE * least) return stretches;
  const whole = (side: 'went' | 'came', kept: 'before' | 'same'): Words =>
    rest.reduce((all, stretch) => join(join(all, stretch[kept]), stretch[side]), first[side]);
  const [went, came] = [whole('went', 'before'), whole('came', 'same')];
  return [{ ...first, went, came }, ...stretches.slice(end)];
};

const withoutIslands = (stretches: readonly Stretch[]): Stretch[] => {
  const merged: Stretch[] = [];
  for (const stretch of stretches) {
    const last = merged.at(-1);
    if (last !== undefined && isIsland(last, stretch))
      merged[merged.length - 1] = {
        same: last.same,
        before: last.before,
        went: join(join(last.went, stretch.before), stretch.went),
        came: join(join(last.came, stretch.same), stretch.came),
      };
    else merged.push(stretch);
  }
  return merged;
};

const hasChange = ({ went, came }: Stretch): boolean => went.count + came.count > 0;

const stretchesOf = (parts: readonly Part[]): Stretch[] => {
  const stretches: Stretch[] = [];
  for (const { kind, text, before = text } of parts) {
    const last = stretches.at(-1);
    if (last === undefined || (kind === 'same' && hasChange(last))) stretches.push(EMPTY);
    const open = stretches.at(-1) ?? EMPTY;
    const words = wordsIn(text);
    stretches[stretches.length - 1] =
      kind === 'same'
        ? { ...open, same: join(open.same, words), before: join(open.before, before === text ? words : wordsIn(before)) }
        : kind === 'delete'
          ? { ...open, went: join(open.went, words) }
          : { ...open, came: join(open.came, words) };
  }
  return stretches;
};
