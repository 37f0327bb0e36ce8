// What changed between two texts, as hunks that can be read and judged one by one. Page breaks, line breaks, typography and the place where paragraphs
// are cut count for nothing, because those are often the extractor's and not the author's.

import type { Text, TextDiff } from '../types.ts';
import { compareTexts } from './compare/compare.ts';
import { blockAt } from './compare/tokens.ts';
import { followNumbering } from './hunks/citations.ts';
import { changeHunks, moveHunks, tellingOf } from './hunks/hunks.ts';
import { numberingHunks } from './hunks/numbering.ts';
import type { Run, Script } from './script.ts';

/** Words shown on either side of a change. */
const CONTEXT = 10;

export const diffTexts = (before: Pick<Text, 'blocks'>, after: Pick<Text, 'blocks'>): TextDiff => diffOf(compareTexts(before, after));

/** A script as a diff: its hunks in the order of the new text. */
export const diffOf = (script: Script): TextDiff => {
  const telling = tellingOf(script, CONTEXT);
  const told = [...changeHunks(telling), ...moveHunks(telling), ...numberingHunks(telling)].sort((x, y) => x.at - y.at);
  const { old } = script;
  return {
    equal: told.length === 0,
    hunks: followNumbering(
      script,
      told.map(({ hunk }) => hunk),
    ),
    summary: {
      insertedWords: count(script, 'insert'),
      deletedWords: count(script, 'delete'),
      movedParagraphs: script.moves.reduce((sum, { a0, a1 }) => sum + blockAt(old, Math.max(a0, a1 - 1)) - blockAt(old, a0) + 1, 0),
    },
  };
};

const count = ({ runs, moves }: Script, kind: Run['kind']): number =>
  [...runs.filter(({ move }) => move < 0), ...moves.flatMap((move) => move.runs)]
    .filter((run) => run.kind === kind)
    .reduce((sum, { a0, a1, b0, b1 }) => sum + (kind === 'insert' ? b1 - b0 : a1 - a0), 0);
