// The line above a hunk in a terminal, and its words in colours or marks.

import { endsOf, factsOf, linesOf, paragraphsOf } from '../../telling.ts';
import type { DiffPart, Hunk } from '../../types.ts';
import { visible } from './visible.ts';

/** What is the same matters where it touches a change: of a long stretch only its ends are shown. */
const SAME = { longest: 50, first: 20, last: 20 };

/** Not by colour alone: struck and underlined as well. */
const COLOURS = { insert: ['\u001b[32;4m', '\u001b[39;24m'], delete: ['\u001b[31;9m', '\u001b[39;29m'] } as const;
const MARKS = { insert: ['{+', '+}'], delete: ['[-', '-]'] } as const;

/** `@ Article 5(2) · p. 3 → 4 · legal force: −shall +should`. */
export const heading = (hunk: Hunk): string =>
  `@ ${[hunk.place ?? '', ...factsOf(hunk)]
    .map((words) => visible(words).trim())
    .filter((words) => words !== '')
    .join(' · ')}`.trimEnd();

const shortened = ({ kind, text }: DiffPart): string => {
  const ends = kind === 'same' ? endsOf(text, SAME) : null;
  return ends === null ? text : `${ends.beginning} … ${ends.end}`;
};

/** The words of some parts, a line for each paragraph. */
export const paint = (parts: readonly DiffPart[], colour: boolean): string =>
  paragraphsOf(parts.map((part) => ({ kind: part.kind, lines: paintedLines(part, colour) })))
    .map((pieces) => pieces.join(' '))
    .join('\n');

const paintedLines = (part: DiffPart, colour: boolean): string[] => {
  const lines = linesOf(shortened(part))
    .map((line) => visible(line).trim())
    .filter((line) => line !== '');
  if (part.kind === 'same') return lines;
  const [before, after] = (colour ? COLOURS : MARKS)[part.kind];
  return lines.map((line) => `${before}${line}${after}`);
};
