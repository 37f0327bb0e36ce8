// A diff as Markdown for a reader with one minute: how much of what kind, the weightiest places, and all others folded.
// How long an issue may be is not decided here.

import { byWeight, count, countKinds, tell } from '../telling.ts';
import type { Hunk, TextDiff } from '../types.ts';
import { glimpse } from './glimpse.ts';
import { hunkItem } from './hunk.ts';

/** Places that are open at first sight, and how long one of them may be before it is open only where it decides, and folded as a whole. */
const [MOST_OPEN, MOST_CHARACTERS] = [5, 600];

/** The words that changed: deleted ones struck, inserted ones bold, the weightiest place first. Nothing is left out, only folded. */
export const changeSection = (diff: TextDiff): string => {
  const sorted = byWeight(diff.hunks);
  const weighty = sorted.filter(({ weight }) => weight > 0);
  const open = weighty.slice(0, MOST_OPEN);
  const isLong = (hunk: Hunk): boolean => weighty.length > 1 && hunkItem(hunk).length > MOST_CHARACTERS;
  const long = open.filter(isLong);
  const rest = weighty.slice(MOST_OPEN);
  const editorial = sorted.filter(({ weight }) => weight === 0);
  return [
    '## The change',
    `${tell(diff)}${diff.equal ? '' : ' Deleted words are ~~struck~~, inserted words are **bold**.'}`,
    open
      .map((hunk) => (long.includes(hunk) ? `${hunkItem({ ...hunk, parts: glimpse(hunk) })} *(at length below)*` : hunkItem(hunk)))
      .join('\n'),
    folded(summaryOf(rest, long), [...long, ...rest]),
    folded(`${count(editorial.length, 'editorial change')}${amongThem(editorial)}`, editorial),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
};

const summaryOf = (rest: readonly Hunk[], long: readonly Hunk[]): string => {
  const atLength = `${long.length} of those above at length`;
  if (rest.length === 0) return atLength;
  return `${countKinds(rest, 'more ')}${long.length === 0 ? '' : `; ${atLength}`}`;
};

const folded = (summary: string, hunks: readonly Hunk[]): string =>
  hunks.length === 0 ? '' : `<details>\n<summary>${summary}</summary>\n\n${hunks.map(hunkItem).join('\n')}\n\n</details>`;

/** What is not only a matter of spelling among what weighs nothing. */
const amongThem = (hunks: readonly Hunk[]): string => {
  const moved = hunks.filter(({ kind }) => kind === 'move').length;
  const numbering = hunks.filter(({ kind, aspects }) => kind !== 'move' && aspects[0] === 'numbering').length;
  const named = [moved === 0 ? '' : `${moved} moved`, numbering === 0 ? '' : `${numbering} of numbering`].filter((words) => words !== '');
  return named.length === 0 ? '' : `, among them ${named.join(' and ')}`;
};
