// A diff as Markdown for a reader with one minute: how much of what kind, the weightiest places, and all others folded.
// How long an issue may be is not decided here.

import { byWeight, count, countKinds, tell } from '../telling.ts';
import type { Hunk, TextDiff } from '../types.ts';
import { hunkItem } from './hunk.ts';

/** What is open at first sight, in places and in characters; one place is open however long it is. */
const [MOST_OPEN, MOST_CHARACTERS] = [5, 3_000];

/** The words that changed: deleted ones struck, inserted ones bold, the weightiest place first. Nothing is left out, only folded. */
export const changeSection = (diff: TextDiff): string => {
  const sorted = byWeight(diff.hunks);
  const weighty = sorted.filter(({ weight }) => weight > 0);
  const open = openItems(weighty);
  const rest = weighty.slice(open.length);
  const editorial = sorted.filter(({ weight }) => weight === 0);
  return [
    '## The change',
    `${tell(diff)}${diff.equal ? '' : ' Deleted words are ~~struck~~, inserted words are **bold**.'}`,
    open.join('\n'),
    folded(countKinds(rest, 'more '), rest),
    folded(`${count(editorial.length, 'editorial change')}${amongThem(editorial)}`, editorial),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
};

const openItems = (hunks: readonly Hunk[]): readonly string[] => {
  const items: string[] = [];
  let room = MOST_CHARACTERS;
  for (const hunk of hunks.slice(0, MOST_OPEN)) {
    const item = hunkItem(hunk);
    room -= item.length;
    if (room < 0 && items.length > 0) break;
    items.push(item);
  }
  return items;
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
