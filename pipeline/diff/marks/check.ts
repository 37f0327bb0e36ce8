// Are the changes of a document marked? Its marks against what really changed since the version before.

import type { Text } from '../../types.ts';
import { blockAt, sliceWords } from '../compare/tokens.ts';
import { placesOf } from '../places.ts';
import type { Run, Script, Words } from '../script.ts';
import { beforeMarks } from './before.ts';
import { NONE, onlyHereOf } from './excerpt.ts';
import { flagsOf } from './flags.ts';
import { type Both, type Judgement, judgeAll } from './judge.ts';
import { latestOf } from './pieces.ts';
import { type ChangedWord, stretchesOf } from './stretches.ts';

export interface UnmarkedChange {
  readonly old: string;
  readonly new: string;
  readonly oldPage: number | null;
  readonly newPage: number | null;
  /** Where it stands: `Article 5(2)`. Null where nothing tells. */
  readonly place: string | null;
  /** Index of the block in the new text, in the order of the comparison. */
  readonly block: number;
  /** The words that lack their mark. */
  readonly words: { readonly deleted: readonly string[]; readonly inserted: readonly string[] };
}

/** Marked as changed, and as it was. */
export interface NeedlessMark {
  readonly words: string;
  readonly page: number | null;
  readonly place: string | null;
  readonly block: number;
}

export interface MarksCheck {
  /** Changed stretches, and how many of them are marked. */
  readonly changes: number;
  readonly marked: number;
  readonly unmarked: readonly UnmarkedChange[];
  /** What the version before had inserted is gone, or what it had struck is back: marks against an older text do not show it. */
  readonly takenBack: readonly UnmarkedChange[];
  /** Paragraphs that only the new document has, none of it marked: the version before may hold a part of the text only. */
  readonly onlyHere: { readonly paragraphs: number; readonly words: number };
  /** Only where the document says that its marks are against the version before. */
  readonly needless: readonly NeedlessMark[];
}

const pageOf = (side: Words, word: number): number | null => side.blocks[blockAt(side, word)]?.page ?? null;

const told = ({ script, ...rest }: Both & { places: () => readonly (string | null)[] }, judgement: Judgement): UnmarkedChange => {
  const { old, now } = script;
  const { a0, a1, b0, b1 } = judgement.stretch;
  const block = blockAt(now, judgement.inserted[0]?.at ?? b0);
  const print = (side: Words, words: readonly ChangedWord[]): string[] => words.map(({ at }) => sliceWords(side, at, at + 1)[0] ?? '');
  return {
    old: sliceWords(old, a0, a1).join(' '),
    new: sliceWords(now, b0, b1).join(' '),
    oldPage: pageOf(old, judgement.deleted[0]?.at ?? a0),
    newPage: pageOf(now, judgement.inserted[0]?.at ?? b0),
    place: rest.places()[block] ?? null,
    block,
    words: { deleted: print(old, judgement.deleted), inserted: print(now, judgement.inserted) },
  };
};

/** Marked stretches of words of which all were there before, with nothing gone between them. */
const needlessMarks = ({ script, now }: Both, places: () => readonly (string | null)[]): NeedlessMark[] => {
  const latest = latestOf(now.convention);
  if (latest?.against !== 'previous') return [];
  const inChange = changedPlaces(script);
  const found: NeedlessMark[] = [];
  const length = script.now.starts[script.now.blocks.length] ?? 0;
  for (let at = 0; at < length; at += 1) {
    if (!now.hasMark(at, latest.style)) continue;
    const from = at;
    while (at + 1 < length && now.hasMark(at + 1, latest.style) && blockAt(script.now, at + 1) === blockAt(script.now, from)) at += 1;
    const block = blockAt(script.now, from);
    if (!inChange(from, at + 1))
      found.push({
        words: sliceWords(script.now, from, at + 1).join(' '),
        page: pageOf(script.now, from),
        place: places()[block] ?? null,
        block,
      });
  }
  return found;
};

/** Whether any of new words `[from, to)` came, moved, or stands where words went. */
const changedPlaces = ({ runs, now }: Script): ((from: number, to: number) => boolean) => {
  const length = now.starts[now.blocks.length] ?? 0;
  const before = new Int32Array(length + 2);
  const mark = ({ kind, b0, b1 }: Run): void => {
    if (kind === 'insert') for (let at = b0; at < b1; at += 1) before[at + 1] = 1;
    if (kind === 'delete') before[Math.min(b0, length) + 1] = 1;
  };
  runs.forEach(mark);
  for (let at = 1; at < before.length; at += 1) before[at] = (before[at] ?? 0) + (before[at - 1] ?? 0);
  return (from, to) => (before[Math.min(to + 1, length + 1)] ?? 0) > (before[from] ?? 0);
};

/**
 * @param script the reading texts of the version before and of the document, compared
 * @param facts of both texts
 * @returns null where the document has no marks at all
 */
export const checkMarks = (script: Script, facts: { readonly old: Text['facts']; readonly now: Text['facts'] }): MarksCheck | null => {
  const [old, now] = [flagsOf(script.old, facts.old), flagsOf(script.now, facts.now)];
  if (now.convention.levels.length === 0 && now.convention.printed === null) return null;
  const again = latestOf(now.convention)?.against === 'previous';
  const both: Both = { script, old, now, again, before: beforeMarks(script, { old: old.convention, now: now.convention }) };
  const apart = again ? NONE : onlyHereOf(script, both.now);
  const judged = judgeAll(
    both,
    stretchesOf(script, (word) => apart.blocks.has(blockAt(script.now, word))),
  );
  let known: readonly (string | null)[] | null = null;
  const places = (): readonly (string | null)[] => {
    known ??= placesOf(script.now.blocks);
    return known;
  };
  const are = (kind: Judgement['judged']) => judged.filter((one) => one.judged === kind);
  return {
    changes: judged.length,
    marked: are('marked').length,
    unmarked: are('unmarked').map((one) => told({ ...both, places }, one)),
    takenBack: are('taken back').map((one) => told({ ...both, places }, one)),
    onlyHere: { paragraphs: apart.blocks.size, words: apart.words },
    needless: needlessMarks(both, places),
  };
};

const count = (number: number, one: string, many: string): string => `${number} ${number === 1 ? one : many}`;

/** `3 of 41 changes are not marked.`, and what else a reader must know. */
export const checkNotes = ({ changes, unmarked, takenBack, onlyHere, needless }: MarksCheck): readonly string[] =>
  [
    changes === 0
      ? 'Nothing changed that marks could show.'
      : unmarked.length === 0
        ? `None of ${count(changes, 'change', 'changes')} is unmarked.`
        : `${unmarked.length} of ${count(changes, 'change', 'changes')} ${unmarked.length === 1 ? 'is' : 'are'} not marked.`,
    takenBack.length === 0
      ? null
      : `${takenBack.length} more ${takenBack.length === 1 ? 'takes' : 'take'} back what the previous version had changed: marks against an older text do not show that.`,
    onlyHere.paragraphs === 0
      ? null
      : `${count(onlyHere.paragraphs, 'paragraph', 'paragraphs')} without marks (${onlyHere.words} words) stand in this document only: the previous one may hold a part of the text.`,
    needless.length === 0
      ? null
      : `${count(needless.length, 'mark stands', 'marks stand')} where nothing changed since the previous version.`,
  ].filter((note) => note !== null);
