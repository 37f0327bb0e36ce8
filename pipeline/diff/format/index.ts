// A diff as people and machines read it: one file for each format. Colour and width are the caller's to decide; nothing here looks at the terminal.

import type { Block, Language, TextDiff } from '../../types.ts';
import { htmlFormat } from './html.ts';
import { jsonFormat } from './json.ts';
import { linesFormat } from './lines.ts';
import { patchFormat } from './patch.ts';
import { sideFormat } from './side.ts';
import { visible } from './visible.ts';
import { wordsFormat } from './words.ts';

export type Format = 'words' | 'side' | 'lines' | 'html' | 'json' | 'patch';

export interface Sides {
  readonly oldName: string;
  readonly newName: string;
  readonly oldBlocks: readonly Block[];
  readonly newBlocks: readonly Block[];
  /** Of the texts, for those who have them read aloud. */
  readonly language?: Language | null;
  /** What a reader must know beside the changes, a sentence each. */
  readonly notes?: readonly string[];
}

export interface Look {
  readonly sides: Sides;
  readonly colour: boolean;
  /** Columns of the terminal, for `side`. */
  readonly width?: number;
}

/** Where nobody knows how wide it is: a pipe, a file. */
const WIDTH = 120;

/** @returns the diff in one format, with a line break at its end; empty for `patch` when nothing changed. */
export const formatDiff = (diff: TextDiff, format: Format, { sides, colour, width = WIDTH }: Look): string => {
  switch (format) {
    case 'words':
      return `${notesAbove(sides)}${wordsFormat(diff, colour)}`;
    case 'side':
      return `${notesAbove(sides)}${sideFormat(diff, { oldName: sides.oldName, newName: sides.newName, colour, width })}`;
    case 'lines':
      return `${notesAbove(sides)}${linesFormat(diff)}`;
    case 'html':
      return htmlFormat(diff, sides);
    case 'json':
      return jsonFormat(diff, sides.notes);
    case 'patch':
      return patchFormat(sides);
  }
};

/** Before the first change, apart from it. */
const notesAbove = ({ notes = [] }: Sides): string => (notes.length === 0 ? '' : `${notes.map(visible).join('\n')}\n\n`);
