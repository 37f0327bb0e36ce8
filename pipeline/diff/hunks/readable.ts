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

/** Words that stayed, and what went and came after them. */
interface Stretch {
  readonly same: string;
  /** The same as it stood before: numbers and quotes may differ. */
  readonly before: string;
  readonly went: string;
  readonly came: string;
}

/** A text that begins a paragraph begins with a line break. */
const join = (...texts: readonly string[]): string =>
  texts.reduce((all, text) => (all === '' || text === '' || text.startsWith('\n') ? all + text : `${all} ${text}`), '');

const count = (text: string): number => text.match(/\S+/g)?.length ?? 0;

const isIsland = (before: Stretch, { same, went, came }: Stretch): boolean => {
  const words = count(same);
  if (words === 0 || words >= NO_CHANCE) return false;
  const [b, a] = [
    { went: count(before.went), came: count(before.came) },
    { went: count(went), came: count(came) },
  ];
  const isRewritten = Math.min(b.went, b.came, a.went, a.came) >= REWRITTEN || Math.min(b.went + a.went, b.came + a.came) >= 3 * REWRITTEN;
  return isRewritten && Math.max(b.went, b.came) >= TIMES * words && Math.max(a.went, a.came) >= TIMES * words;
};

export interface Part extends DiffPart {
  /** Of what stayed, as it stood before; left out where it is the same. */
  readonly before?: string;
}

/**
 * Parts with what went before what came, and without islands. Every word of either version is in them as often as before.
 * @param parts where one begins a paragraph, with a line break before it; the result has none there
 */
export const readable = (parts: readonly Part[]): DiffPart[] => {
  let stretches = stretchesOf(parts);
  // One change has no islands.
  for (let pass = 0; pass < PASSES && stretches.length > 2; pass += 1) {
    const merged = withoutIslands(stretches);
    if (merged.length === stretches.length) break;
    stretches = merged;
  }
  return asOne(stretches).flatMap(({ same, went, came }) =>
    [
      { kind: 'same' as const, text: same.trim() },
      { kind: 'delete' as const, text: went.trim() },
      { kind: 'insert' as const, text: came.trim() },
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
  const end = last !== undefined && last.went === '' && last.came === '' ? stretches.length - 1 : stretches.length;
  const [first, ...rest] = stretches.slice(0, end);
  if (first === undefined || rest.length === 0) return stretches;
  const stayed = rest.reduce((sum, { same }) => sum + count(same), 0);
  const total = (side: 'went' | 'came'): number => stayed + stretches.reduce((sum, stretch) => sum + count(stretch[side]), 0);
  const least = Math.min(total('went'), total('came'));
  if (least < SHORT || stayed >= SPARSE * least) return stretches;
  const went = join(first.went, ...rest.flatMap((stretch) => [stretch.before, stretch.went]));
  const came = join(first.came, ...rest.flatMap((stretch) => [stretch.same, stretch.came]));
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
        went: join(last.went, stretch.before, stretch.went),
        came: join(last.came, stretch.same, stretch.came),
      };
    else merged.push(stretch);
  }
  return merged;
};

const stretchesOf = (parts: readonly Part[]): Stretch[] => {
  const stretches: Stretch[] = [];
  for (const { kind, text, before = text } of parts) {
    const last = stretches.at(-1);
    const hasChange = last !== undefined && (last.went !== '' || last.came !== '');
    if (last === undefined || (kind === 'same' && hasChange)) stretches.push({ same: '', before: '', went: '', came: '' });
    const open = stretches.at(-1) ?? { same: '', before: '', went: '', came: '' };
    if (kind === 'same') stretches[stretches.length - 1] = { ...open, same: join(open.same, text), before: join(open.before, before) };
    else if (kind === 'delete') stretches[stretches.length - 1] = { ...open, went: join(open.went, text) };
    else stretches[stretches.length - 1] = { ...open, came: join(open.came, text) };
  }
  return stretches;
};
