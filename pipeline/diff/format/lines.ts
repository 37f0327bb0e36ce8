// The old words of each place above the new ones.

import { linesOf, tell } from '../../telling.ts';
import type { DiffPart, Hunk, TextDiff } from '../../types.ts';
import { heading } from './heading.ts';
import { visible } from './visible.ts';

export const linesFormat = (diff: TextDiff): string =>
  `${diff.hunks.map((hunk) => `${heading(hunk)}\n${rows(hunk).join('\n')}\n\n`).join('')}${tell(diff)}\n`;

/** Further paragraphs stand under the first. */
const shown = (text: string): string => linesOf(text).map(visible).join('\n  ');

const rows = (hunk: Hunk): string[] => {
  if (hunk.kind === 'move' && hunk.parts.every(({ kind }) => kind === 'same')) return [`~ ${shown(hunk.new)}`];
  const side = (leaveOut: DiffPart['kind']) =>
    hunk.parts
      .filter(({ kind }) => kind !== leaveOut)
      .map(({ text }) => shown(text))
      .join(' ');
  return [...(hunk.old === '' ? [] : [`- ${side('insert')}`]), ...(hunk.new === '' ? [] : [`+ ${side('delete')}`])];
};
