// The line above a hunk in a terminal, and its words in colours or marks.

import { endsOf, pagesOf, whyOf } from '../../telling.ts';
import type { DiffPart, Hunk } from '../../types.ts';
import { visible } from './visible.ts';

/** What is the same matters where it touches a change: of a long stretch only its ends are shown. */
const SAME = { longest: 50, first: 20, last: 20 };

/** Not by colour alone: struck and underlined as well. */
const COLOURS = { insert: ['\u001b[32;4m', '\u001b[39;24m'], delete: ['\u001b[31;9m', '\u001b[39;29m'] } as const;
const MARKS = { insert: ['{+', '+}'], delete: ['[-', '-]'] } as const;

/** `@ Article 5(2) · p. 3 → 4 · legal force: −shall +should`. */
export const heading = (hunk: Hunk): string =>
  `@ ${[hunk.place ?? '', pagesOf(hunk), whyOf(hunk)]
    .map((words) => visible(words).trim())
    .filter((words) => words !== '')
    .join(' · ')}`.trimEnd();

const shortened = ({ kind, text }: DiffPart): string => {
  const ends = kind === 'same' ? endsOf(text, SAME) : null;
  return ends === null ? text : `${ends.beginning} … ${ends.end}`;
};

/** The words of some parts on one line. */
export const paint = (parts: readonly DiffPart[], colour: boolean): string =>
  parts
    .map((part) => ({ kind: part.kind, text: visible(shortened(part)).trim() }))
    .filter(({ text }) => text !== '')
    .map(({ kind, text }) => {
      if (kind === 'same') return text;
      const [before, after] = (colour ? COLOURS : MARKS)[kind];
      return `${before}${text}${after}`;
    })
    .join(' ');
