// A diff as Markdown for a reader with one minute: how much of what kind, the weightiest places, and all others folded.
// How long an issue may be is not decided here.

import { byWeight, count, countKinds, splitWords, tell } from '../telling.ts';
import type { Hunk, TextDiff } from '../types.ts';
import { glimpse } from './glimpse.ts';
import { hunkItem } from './hunk.ts';

/** Places that are open at first sight, and how long one of them may be before it is open only where it decides, and folded as a whole. */
const [MOST_OPEN, MOST_CHARACTERS] = [5, 600];
/** The same few words in place of the same others are one change in many places. */
const FEW_WORDS = 20;

/** A change, and the other places where the same words went and came. */
interface Told {
  readonly hunk: Hunk;
  readonly others: Hunk[];
}

/** The words that changed: deleted ones struck, inserted ones bold, the weightiest place first. Nothing is left out, only folded. */
export const changeSection = (diff: TextDiff): string => {
  const sorted = onceEach(byWeight(diff.hunks));
  const weighty = sorted.filter(({ hunk }) => hunk.weight > 0);
  const open = weighty.slice(0, MOST_OPEN);
  const long = open.filter(({ hunk }) => weighty.length > 1 && hunkItem(hunk).length > MOST_CHARACTERS);
  const rest = weighty.slice(MOST_OPEN);
  const editorial = sorted.filter(({ hunk }) => hunk.weight === 0);
  return [
    '## The change',
    `${tell(diff)}${diff.equal ? '' : ' Deleted words are ~~struck~~, inserted words are **bold**.'}`,
    open.map((one) => (long.includes(one) ? inGlimpse(one) : item(one))).join('\n'),
    folded(summaryOf(rest, long), [...long, ...rest]),
    folded(`${count(allOf(editorial).length, 'editorial change')}${amongThem(allOf(editorial))}`, editorial),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
};

const item = ({ hunk, others }: Told): string => hunkItem(hunk, others);
const inGlimpse = ({ hunk, others }: Told): string => `${hunkItem({ ...hunk, parts: glimpse(hunk) }, others)} *(at length below)*`;

const allOf = (told: readonly Told[]): Hunk[] => told.flatMap(({ hunk, others }) => [hunk, ...others]);

/** Each change once, with its other places. */
const onceEach = (hunks: readonly Hunk[]): Told[] => {
  const told: Told[] = [];
  const known = new Map<string, Told>();
  for (const hunk of hunks) {
    const key = keyOf(hunk);
    const same = key === null ? undefined : known.get(key);
    if (same !== undefined) {
      same.others.push(hunk);
      continue;
    }
    const one = { hunk, others: [] };
    told.push(one);
    if (key !== null) known.set(key, one);
  }
  return told;
};

/** Null for what is told by itself. */
const keyOf = ({ kind, weight, why, parts }: Hunk): string | null => {
  const changed = parts.filter((part) => part.kind !== 'same');
  const words = changed.reduce((sum, { text }) => sum + splitWords(text).length, 0);
  if (kind === 'move' || words === 0 || words > FEW_WORDS) return null;
  return JSON.stringify([weight, why, changed.map((part) => [part.kind, part.text])]);
};

const summaryOf = (rest: readonly Told[], long: readonly Told[]): string => {
  const atLength = `${long.length} of those above at length`;
  if (rest.length === 0) return atLength;
  return `${countKinds(allOf(rest), 'more ')}${long.length === 0 ? '' : `; ${atLength}`}`;
};

const folded = (summary: string, told: readonly Told[]): string =>
  told.length === 0 ? '' : `<details>\n<summary>${summary}</summary>\n\n${told.map(item).join('\n')}\n\n</details>`;

/** What is not only a matter of spelling among what weighs nothing. */
const amongThem = (hunks: readonly Hunk[]): string => {
  const moved = hunks.filter(({ kind }) => kind === 'move').length;
  const numbering = hunks.filter(({ kind, aspects }) => kind !== 'move' && aspects[0] === 'numbering').length;
  const named = [moved === 0 ? '' : `${moved} moved`, numbering === 0 ? '' : `${numbering} of numbering`].filter((words) => words !== '');
  return named.length === 0 ? '' : `, among them ${named.join(' and ')}`;
};
