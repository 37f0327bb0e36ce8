// How a rewritten stretch reads: short words that both versions happen to share are no islands worth keeping among the others.

import type { DiffPart } from '../../types.ts';

/** So few words, and so few letters, between two rewritten stretches, are shared by chance. */
const [ISLAND_WORDS, ISLAND_LETTERS] = [2, 9];
/** A stretch is rewritten where so many words went and so many came. */
const REWRITTEN = 3;

interface Stretch {
  readonly same: string;
  readonly went: string;
  readonly came: string;
}

const count = (text: string): number => (text === '' ? 0 : text.split(/\s+/).length);

const isRewritten = ({ went, came }: Stretch): boolean => count(went) >= REWRITTEN && count(came) >= REWRITTEN;

const isIsland = (same: string): boolean => count(same) <= ISLAND_WORDS && same.length <= ISLAND_LETTERS;

const join = (...texts: readonly string[]): string => texts.filter((text) => text !== '').join(' ');

/** Parts with what went before what came, and without islands. Every word of either version is in them as often as before. */
export const readable = (parts: readonly DiffPart[]): DiffPart[] => {
  // One change has no islands.
  if (parts.length <= 2 || (parts.length <= 4 && parts.filter(({ kind }) => kind !== 'same').length <= 1)) return [...parts];
  const stretches = stretchesOf(parts);
  const merged: Stretch[] = [];
  stretches.forEach((stretch, at) => {
    const last = merged.at(-1);
    const isInside = last !== undefined && at > 0 && isRewritten(stretches[at - 1] ?? stretch) && isRewritten(stretch);
    if (isInside && isIsland(stretch.same)) {
      merged[merged.length - 1] = {
        same: last.same,
        went: join(last.went, stretch.same, stretch.went),
        came: join(last.came, stretch.same, stretch.came),
      };
    } else merged.push(stretch);
  });
  return merged.flatMap(({ same, went, came }) =>
    [
      { kind: 'same' as const, text: same },
      { kind: 'delete' as const, text: went },
      { kind: 'insert' as const, text: came },
    ].filter(({ text }) => text !== ''),
  );
};

/** Each: words that stayed, and what went and came after them. */
const stretchesOf = (parts: readonly DiffPart[]): Stretch[] => {
  const stretches: Stretch[] = [{ same: '', went: '', came: '' }];
  for (const { kind, text } of parts) {
    const last = stretches.at(-1) ?? { same: '', went: '', came: '' };
    if (kind === 'same' && (last.went !== '' || last.came !== '')) stretches.push({ same: text, went: '', came: '' });
    else if (kind === 'same') stretches[stretches.length - 1] = { ...last, same: join(last.same, text) };
    else if (kind === 'delete') stretches[stretches.length - 1] = { ...last, went: join(last.went, text) };
    else stretches[stretches.length - 1] = { ...last, came: join(last.came, text) };
  }
  return stretches;
};
