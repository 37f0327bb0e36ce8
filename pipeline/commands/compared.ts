// Two texts, or one with its marks, as a diff with what a reader must know beside it.

import { compareTexts } from '../diff/compare/compare.ts';
import type { Format, Sides } from '../diff/format/index.ts';
import { gapsOf, type Uncovered, withGaps } from '../diff/gaps/gaps.ts';
import { diffOf, diffTexts } from '../diff/index.ts';
import { checkMarks, checkNotes } from '../diff/marks/check.ts';
import { type MarksOptions, scriptOfMarks } from '../diff/marks/script.ts';
import { scopeNotes } from '../diff/scope.ts';
import { describeDiff } from '../diff/stealth/stealth.ts';
import { amendedBy, compareUnits, correspondence } from '../diff/units/index.ts';
import { UsageError } from '../errors.ts';
import { count, endsOf } from '../telling.ts';
import type { TextDiff } from '../types.ts';
import type { Named } from './sources.ts';

/** Markdown is the report's, and made there. */
export type DiffFormat = Format | 'markdown';

export interface Compared {
  readonly diff: TextDiff;
  readonly sides: Sides;
}

type Both = readonly [old: Named, now: Named];

const sidesOf = ([old, now]: Both, notes: readonly string[]): Sides => ({
  oldName: old.name,
  newName: now.name,
  oldBlocks: old.text.blocks,
  newBlocks: now.text.blocks,
  language: now.text.language ?? old.text.language,
  notes,
});

const SAME_BYTES = 'Words, drafting marks and pages are the same: if the files differ, then in metadata, or in what carries no text.';

/** The reading texts. Of two that say the same, what tells them apart; of a draft, whether its changes are marked. */
export const ofTwo = ([old, now]: Both): Compared => {
  const script = compareTexts(old.text, now.text);
  const diff = diffOf(script);
  const { kind, says } = describeDiff(old.text, now.text, diff);
  const check = diff.equal ? null : checkMarks(script, { old: old.text.facts, now: now.text.facts });
  const notes = [
    ...scopeNotes(script).map((note) => `${note.charAt(0).toUpperCase()}${note.slice(1)}.`),
    ...(kind === 'text' ? [] : [kind === 'bytes' ? SAME_BYTES : `${says.charAt(0).toUpperCase()}${says.slice(1)}.`]),
    ...(check === null || check.changes === 0
      ? []
      : [
          ...checkNotes(check),
          ...check.unmarked.map(
            ({ place, newPage, old: was, new: is }) =>
              `Not marked${place === null ? '' : `, ${place}`}${newPage === null ? '' : `, p. ${newPage}`}: ${passage(was)} → ${passage(is)}`,
          ),
        ]),
  ];
  return { diff, sides: sidesOf([old, now], notes) };
};

/** @throws UsageError where no change can be read from the marks: never to be taken for "nothing changed" */
export const byMarks = ({ name, text }: Named, level: NonNullable<MarksOptions['level']>): Compared => {
  const marked = scriptOfMarks(text, { level });
  if (marked.kind === 'none')
    throw new UsageError(`${name}: ${marked.reason.replace(/\.$/, '')}`, {
      at: name,
      remedy: 'Compare it with the version before: pactwatch diff <before> <document>',
    });
  const { old, now } = marked.script;
  const sides = {
    oldName: `${name}, as its marks say it was`,
    newName: name,
    oldBlocks: old.blocks,
    newBlocks: now.blocks,
    language: text.language,
    notes: marked.notes,
  };
  return { diff: diffOf(marked.script), sides };
};

/** Recital by recital and article by article. Amendments that name their places are put into the text that they amend first. */
export const byArticle = ([old, now]: Both): Compared => {
  const amended = amendedBy(old.text.blocks, now.text.blocks);
  const isAmendments =
    amended.blocks.length !== old.text.blocks.length || amended.blocks.some((block, at) => block !== old.text.blocks[at]);
  const after = isAmendments ? { blocks: amended.blocks } : now.text;
  const changes = compareUnits(old.text, after, diffTexts);
  const diffs = changes.flatMap(({ diff }) => diff ?? []);
  const sum = (of: keyof TextDiff['summary']): number => diffs.reduce((total, { summary }) => total + summary[of], 0);
  const same = changes.filter(({ state }) => state === 'same').length;
  const notes = [
    ...(isAmendments ? [`${now.name} holds amendments: they were put into ${old.name}.`] : []),
    ...(isAmendments && amended.unplaced.length > 0
      ? [`${count(amended.unplaced.length, 'amendment')} could not be placed: ${amended.unplaced.slice(0, 5).join('; ')}.`]
      : []),
    ...correspondence(changes.filter(({ state }) => state !== 'same')),
    ...(same === 0 ? [] : [`${count(same, 'part')} the same.`]),
  ];
  const diff = {
    equal: diffs.length === 0,
    hunks: diffs.flatMap(({ hunks }) => hunks),
    summary: { insertedWords: sum('insertedWords'), deletedWords: sum('deletedWords'), movedParagraphs: sum('movedParagraphs') },
  };
  return { diff, sides: { ...sidesOf([old, now], notes), newBlocks: after.blocks } };
};

/** A text with gaps against the whole one: what stood there. */
export const withGapsTold = ([old, now]: Both): Compared => {
  const script = compareTexts(old.text, now.text);
  const gaps = gapsOf(script);
  const notes =
    gaps.length === 0
      ? ['Neither text has a gap: nothing blacked out, no [DELETED], no empty brackets.']
      : [`${count(gaps.length, 'gap')}:`, ...gaps.map(sayGap)];
  return { diff: withGaps(diffOf(script)), sides: sidesOf([old, now], notes) };
};

const SAYS: Readonly<Record<Uncovered['side'], Readonly<Record<Uncovered['state'], string>>>> = {
  uncovered: { filled: 'was blacked out', vanished: 'is gone, and nothing stands there now', stayed: 'is still there' },
  covered: { filled: 'is blacked out now', vanished: 'is new, and nothing stood there before', stayed: 'is still there' },
};

const sayGap = ({ side, state, gap, words, oldPage, newPage, before, after }: Uncovered): string => {
  const page = side === 'uncovered' ? (newPage ?? oldPage) : (oldPage ?? newPage);
  const where = page === null ? '' : `p. ${page}: `;
  const what = state === 'filled' ? `“${passage(words)}”` : gap;
  return `${where}${what} ${SAYS[side][state]} (… ${before} ▮ ${after} …)`;
};

const LONG = { longest: 60, first: 40, last: 15 };

const passage = (words: string): string => {
  const ends = endsOf(words, LONG);
  if (words === '') return 'nothing';
  return ends === null ? words.replace(/\s+/g, ' ') : `${ends.beginning} … (${ends.left} words) … ${ends.end}`;
};
