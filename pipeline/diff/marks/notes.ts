// What is said of a document's marks above the changes that they show.

import type { Block } from '../../types.ts';
import type { Columns } from './columns.ts';
import type { Convention, Level, Style, Tally } from './convention.ts';
import { type Depth, latestOf } from './pieces.ts';

const WORDS: Readonly<Record<Style, string>> = {
  bold: 'bold',
  underlined: 'underlined',
  'bold underlined': 'bold and underlined',
  'bold or underlined': 'bold or underlined',
};

const AGAINST = { proposal: ' (against the proposal)', previous: ' (against the previous version)' } as const;

const levelName = ({ style, against }: Level): string => `${WORDS[style]}${against === null ? '' : AGAINST[against]}`;

const count = (number: number, one: string, many: string): string => `${number} ${number === 1 ? one : many}`;

export interface Seen {
  readonly convention: Convention;
  readonly level: Depth;
  readonly insertions: number;
  readonly deletions: number;
  readonly gaps: number;
}

const howMarked = ({ convention: { printed, levels } }: Seen): string => {
  if (printed !== null) return `How changes are marked, in the document's words: ${printed}`;
  const [first] = levels;
  return first === undefined
    ? 'This document says nothing on how changes are marked; struck words were taken for deleted.'
    : `This document says nothing on how changes are marked; ${WORDS[first.style]} was taken for inserted, struck for deleted.`;
};

const twoLevels = ({ convention, level }: Seen): string | null => {
  const latest = latestOf(convention);
  if (convention.levels.length < 2 || latest === undefined) return null;
  return level === 'all'
    ? `Marks of two ages: ${convention.levels.map(levelName).join(', ')}. All are shown.`
    : `Marks of two ages: only the latest are shown, ${levelName(latest)}.`;
};

const unprinted = ({ gaps }: Seen): string | null =>
  gaps === 0 ? null : `${count(gaps, 'deletion is', 'deletions are')} not printed: […] stands where there were words.`;

export const notesOf = (seen: Seen): readonly string[] =>
  [
    howMarked(seen),
    `${count(seen.insertions, 'insertion', 'insertions')} and ${count(seen.deletions, 'deletion', 'deletions')} are marked.`,
    twoLevels(seen),
    unprinted(seen),
  ].filter((note) => note !== null);

/** Of amendments in two columns. */
export const columnNotesOf = ({ printed }: Convention, { read, all }: Pick<Columns, 'read' | 'all'>): readonly string[] =>
  [
    printed === null ? null : `How changes are marked, in the document's words: ${printed}`,
    'Old and new text stand in two columns; what is shown is one against the other.',
    read === all ? null : `${read} of ${count(all, 'amendment', 'amendments')} could be read; of the others no change is shown.`,
  ].filter((note) => note !== null);

/** Why no change can be read from the marks. */
export const reasonOf = (blocks: readonly Block[], { columns, printed }: Convention, { bold, underlined, both }: Tally): string => {
  if (columns) return `Old and new text should stand in two columns, and none were found${printed === null ? '.' : `: ${printed}`}`;
  const stated = printed === null ? '' : ` It says, though: ${printed}`;
  if (bold + underlined + both > 0)
    return (
      'Nothing is struck, and the document does not say how changes are marked: its ' +
      `${bold + both} bold and ${underlined} underlined words were taken for emphasis.${stated}`
    );
  return blocks.some((block) => /\*\*|__|~~/.test(block.marked))
    ? `Nothing is struck, and what is bold or underlined are headings, labels and links: no changes are marked.${stated}`
    : `No words are struck, bold or underlined: no changes are marked.${stated}`;
};
