// What a text that was read means beside the one that is stored: a change, other typography, noise that comes and goes, or a loss that
// has to be seen twice. Reads nothing itself.

import { sameWords } from '../diff/compare/typography.ts';
import { diffTexts } from '../diff/index.ts';
import { readingText } from '../extract/text.ts';
import { isSuddenLoss, type Recorded, recordText } from '../snapshot.ts';
import type { Entry, Text, TextDiff } from '../types.ts';
import type { Known } from './known.ts';

export interface Verdict {
  /** Of these, what is to be stored. */
  readonly text: Text | null;
  readonly recorded: Recorded;
  readonly diff: TextDiff | null;
}

interface Look {
  readonly known: Known;
  /** The entry as it was before the look. */
  readonly base: Entry;
  readonly text: Text | null;
  readonly recorded: Recorded;
}

/** @param again reads the text a second time; null where that cannot be done */
export const judged = async ({ known, base, text, recorded }: Look, again: () => Promise<Text | null>): Promise<Verdict> => {
  const before = known.text;
  if (recorded.outcome !== 'changed' || before === null || text === null) return { text, recorded, diff: null };
  const diff = sameWords(before.blocks, text.blocks) ? null : diffTexts(before, text);
  if (diff === null || diff.equal) return { text, recorded: silent(known, recorded), diff: null };
  const isLoss = isSuddenLoss(readingText(before), readingText(text));
  if (text.kind !== 'html' && !isLoss) return { text, recorded, diff };
  const second = await again();
  const isLost = second !== null && isSuddenLoss(readingText(before), readingText(second));
  if (isLoss && !isLost) return { text, recorded: { entry: base, outcome: 'held', change: null }, diff: null };
  if (second === null || !isNoise(before, text, second)) return { text, recorded, diff };
  return { text: before, recorded: { ...stored(known, base), outcome: 'layout' }, diff: null };
};

/** Other bytes and other blocks, but the same words in the same order, is no change of theirs that anyone would read. */
const silent = ({ entry: known }: Known, recorded: Recorded): Recorded => {
  const { held, earlier, ...entry } = recorded.entry;
  return {
    entry: known?.earlier === undefined ? entry : { ...entry, earlier: known.earlier },
    outcome: 'layout',
    change: null,
  };
};

/** As if the stored text had been seen again. */
const stored = ({ sha256, text, entry }: Known, base: Entry): Recorded =>
  recordText(base, { sha256: sha256 ?? '', text, textSha256: entry?.textSha256 ?? null, today: base.firstSeen });

/**
 * What two looks in a row do not have in common is a counter, a clock, a banner. Were it all, nothing would have changed: no block is new in
 * both, none has gone but for those that stand otherwise at each look, and the others stand in their order.
 */
const isNoise = (before: Text, text: Text, second: Text): boolean => {
  const was = textsOf(before);
  const now = textsOf(text);
  const again = textsOf(second);
  const gone = missingFrom(now, was);
  const fickle = missingFrom(again, now);
  const other = missingFrom(now, again);
  const isStable = missingFrom(was, now).every((block) => fickle.includes(block)) && gone.length <= fickle.length;
  const isOrdered = kept(was, now) === kept(now, was);
  return fickle.length > 0 && isStable && isOrdered && fickle.every((block, at) => !saysMore(gone[at] ?? '', block, other[at] ?? ''));
};

const textsOf = ({ blocks }: Text): string[] => blocks.map(({ text }) => text);
const missingFrom = (others: readonly string[], blocks: readonly string[]): string[] => {
  const known = new Set(others);
  return blocks.filter((block) => !known.has(block));
};
const kept = (blocks: readonly string[], others: readonly string[]): string => {
  const known = new Set(others);
  return blocks.filter((block) => known.has(block)).join('\n');
};

/** A paragraph with a counter in it: most of its words are the same at both looks, and some of these are new. */
const saysMore = (before: string, one: string, other: string): boolean => {
  const words = one.split(' ');
  const stable = words.filter((word) => other.split(' ').includes(word));
  return stable.length * 2 >= words.length && stable.some((word) => !before.split(' ').includes(word));
};
