// Hunks of a diff that are nothing but a filled gap.

import type { Aspect, DiffPart, Hunk, TextDiff } from '../../types.ts';
import { commonStart, gapsIn, isGap } from './words.ts';

const wordsOf = (parts: readonly DiffPart[], kind: DiffPart['kind']): string[] =>
  parts.filter((part) => part.kind === kind).flatMap(({ text }) => text.split(/\s+/).filter((word) => word !== ''));

/** Gap on one side, words on the other, when equal words at the ends are taken off; and whether anything else is left in the hunk. */
const gapAspect = ({ parts }: Hunk): { aspect: Aspect; only: boolean } | null => {
  const [old, now] = [wordsOf(parts, 'delete'), wordsOf(parts, 'insert')];
  const start = commonStart(old, now);
  const end = commonStart(old.slice(start).reverse(), now.slice(start).reverse());
  const [went, came] = [old.slice(start, old.length - end), now.slice(start, now.length - end)];
  if (went.length === 0 || came.length === 0 || (isGap(went) && isGap(came))) return null;
  if (isGap(went)) return { aspect: 'uncovered', only: true };
  if (isGap(came)) return { aspect: 'covered', only: true };
  if (gapsIn(went).length > 0) return { aspect: 'uncovered', only: false };
  return gapsIn(came).length > 0 ? { aspect: 'covered', only: false } : null;
};

const withGap = (hunk: Hunk): Hunk => {
  const found = gapAspect(hunk);
  if (found === null) return hunk;
  const why = found.aspect === 'uncovered' ? 'was blacked out' : 'is blacked out now';
  if (found.only) return { ...hunk, weight: 3, aspects: [found.aspect], why };
  return { ...hunk, weight: 3, aspects: [found.aspect, ...hunk.aspects], why: `${why}; ${hunk.why}` };
};

/** Hunks that fill a gap, or make one, say so; what changed silently beside them is left as it is. */
export const withGaps = (diff: TextDiff): TextDiff => ({ ...diff, hunks: diff.hunks.map(withGap) });
