// Old and new text side by side in two columns, wrapped at words. How wide the terminal is the caller knows.

import stringWidth from 'string-width';
import wrapAnsi from 'wrap-ansi';
import { splitWords, tell } from '../../telling.ts';
import type { DiffPart, Hunk, TextDiff } from '../../types.ts';
import { heading, paint } from './heading.ts';
import { visible } from './visible.ts';

export interface Table {
  readonly oldName: string;
  readonly newName: string;
  readonly colour: boolean;
  /** In columns of the terminal. */
  readonly width: number;
}

/** Narrower columns hold no words worth reading. */
const NARROWEST = 60;
const BETWEEN = ' │ ';
/** A passage with more words gets rows of its own, so that what follows stands side by side again. */
const LONG = 25;

export const sideFormat = (diff: TextDiff, { oldName, newName, colour, width }: Table): string => {
  const columns = Math.max(NARROWEST, Math.floor(width));
  const column = Math.floor((columns - BETWEEN.length) / 2);
  const top = row(visible(oldName), visible(newName), column);
  const rule = `${'─'.repeat(column + 1)}┼${'─'.repeat(column + 1)}`;
  const hunks = diff.hunks.flatMap((hunk) => ['', wrap(heading(hunk), columns), ...rowsOf(hunk, { column, colour })]);
  return `${[...top, rule, ...hunks, '', wrap(tell(diff), columns)].join('\n')}\n`;
};

const wrap = (words: string, width: number): string => wrapAnsi(words, width, { hard: true });

/** Two texts as lines of two columns. */
const row = (old: string, now: string, column: number): string[] => {
  const [left, right] = [wrap(old, column).split('\n'), wrap(now, column).split('\n')];
  return Array.from({ length: Math.max(left.length, right.length) }, (_, at) => {
    const words = left[at] ?? '';
    return `${words}${' '.repeat(Math.max(0, column - stringWidth(words)))}${BETWEEN}${right[at] ?? ''}`.trimEnd();
  });
};

const rowsOf = ({ parts }: Hunk, { column, colour }: { column: number; colour: boolean }): string[] =>
  segments(parts).flatMap((segment) => {
    const side = (leaveOut: DiffPart['kind']) =>
      paint(
        segment.filter(({ kind }) => kind !== leaveOut),
        colour,
      );
    return row(side('insert'), side('delete'), column);
  });

/** Parts that flow together: all, but for long passages. */
const segments = (parts: readonly DiffPart[]): readonly (readonly DiffPart[])[] => {
  const made: { parts: DiffPart[]; isLong: boolean }[] = [];
  for (const group of groups(parts)) {
    const isLong = group.some(({ kind, text }) => kind !== 'same' && splitWords(text).length > LONG);
    const last = made.at(-1);
    if (last === undefined || isLong || last.isLong) made.push({ parts: [...group], isLong });
    else last.parts.push(...group);
  }
  return made.map((segment) => segment.parts);
};

/** What went and what came for it stay together. */
const groups = (parts: readonly DiffPart[]): DiffPart[][] => {
  const made: DiffPart[][] = [];
  for (const part of parts) {
    const last = made.at(-1);
    if (last !== undefined && (last[0]?.kind === 'same') === (part.kind === 'same')) last.push(part);
    else made.push([part]);
  }
  return made;
};
