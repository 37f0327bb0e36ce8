// What a text that was read means beside the one that is stored: a change, other typography, noise that comes and goes, or a loss that
// has to be seen twice. Reads nothing itself.

import { diffTexts } from '../diff/index.ts';
import { sameWords } from '../diff/typography.ts';
import { readingText } from '../extract/text.ts';
import { isSuddenLoss, type Recorded, recordText } from '../snapshot.ts';
import type { Entry, Hunk, Text, TextDiff } from '../types.ts';
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
  const isThere = second === null ? !isLoss : sharesHunk(diff, diffTexts(before, second));
  if (isThere) return { text, recorded, diff };
  if (isLoss) return { text, recorded: { entry: base, outcome: 'held', change: null }, diff: null };
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

/** What two looks in a row do not have in common is a counter, a clock, a banner: were it all, nothing would have changed. */
const sharesHunk = (one: TextDiff, other: TextDiff): boolean => {
  const others = new Set(other.hunks.map(keyOf));
  return one.hunks.some((hunk) => others.has(keyOf(hunk)));
};

const keyOf = ({ kind, old, new: now }: Hunk): string => JSON.stringify([kind, old, now]);
