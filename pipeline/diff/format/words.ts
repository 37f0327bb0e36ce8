// The words that changed, one place below the other, for the terminal.

import { tell } from '../../telling.ts';
import type { TextDiff } from '../../types.ts';
import { heading, paint } from './heading.ts';

export const wordsFormat = (diff: TextDiff, colour: boolean): string =>
  `${diff.hunks.map((hunk) => `${heading(hunk)}\n${paint(hunk.parts, colour)}\n\n`).join('')}${tell(diff)}\n`;
