// Two texts compared recital by recital and article by article, whatever their numbers now. How words are compared is the caller's.

import type { Block, Hunk, Text, TextDiff } from '../../types.ts';
import { pairUnits, type UnitPair } from './pair.ts';
import { type Unit, type UnitName, unitsOf } from './units.ts';

export interface UnitChange {
  /** Several units under one name where one was split or several were merged: `recitals (12) and (12a)`. */
  readonly old: UnitName | null;
  readonly new: UnitName | null;
  readonly state: 'same' | 'changed' | 'renumbered' | 'split' | 'merged' | 'new' | 'deleted';
  /** Null where nothing changed. A number that moved on is no change within it. */
  readonly diff: TextDiff | null;
}

type Blocks = Pick<Text, 'blocks'>;
export type DiffTexts = (before: Blocks, after: Blocks) => TextDiff;

const listed = (words: readonly string[]): string =>
  [words.slice(0, -1).join(', '), words.at(-1) ?? ''].filter((part) => part !== '').join(' and ');

/** `recitals (12) and (12a)`. */
const labelOf = (units: readonly Unit[]): string => {
  const [first, ...more] = units;
  if (first === undefined) return '';
  if (more.length === 0) return first.label;
  const [word = '', ...rest] = first.label.split(' ');
  const numbers = units.map(({ kind, label, number }) => (kind === 'recital' ? `(${number})` : number === '' ? label : number));
  return rest.length === 0 || first.number === ''
    ? listed(units.map(({ label }) => label))
    : `${word === 'Annex' ? 'Annexe' : word}s ${listed(numbers)}`;
};

const nameOf = (units: readonly Unit[]): UnitName | null => {
  const [first] = units;
  return first === undefined ? null : { kind: first.kind, label: labelOf(units), number: first.number, title: first.title };
};

/** As far as the number of a unit stands from its start. */
const NUMBER_WITHIN = 60;

const renumbered = (text: string, from: string, to: string): string => {
  const at = text.slice(0, NUMBER_WITHIN).search(new RegExp(`(?<![\\p{L}\\p{N}])${from.replace(/^(\d+)/, '$1 ?')}(?![\\p{L}\\p{N}])`, 'u'));
  if (at < 0) return text;
  const length = /^\d* ?[a-zA-Z]*/.exec(text.slice(at))?.[0].trimEnd().length ?? 0;
  return `${text.slice(0, at)}${to}${text.slice(at + length)}`;
};

/** The blocks of the units; with the number that they have in the other text, so that it is no change of words. */
const blocksOf = (blocks: readonly Block[], units: readonly Unit[], to: Unit | undefined): Block[] =>
  units.flatMap((unit) => {
    const own = unit.blocks.flatMap((at) => blocks[at] ?? []);
    const at = unit.blocks.indexOf(unit.opening);
    const opening = own[at];
    if (to === undefined || units.length > 1 || opening === undefined || unit.number === '' || unit.number === to.number) return own;
    const text = renumbered(opening.text, unit.number, to.number);
    const marked = renumbered(opening.marked, unit.number, to.number);
    return own.with(at, { ...opening, text, marked });
  });

const stateOf = ({ old, now }: UnitPair, equal: boolean): UnitChange['state'] => {
  const [before, after] = [old.filter((unit) => !unit.deleted), now.filter((unit) => !unit.deleted)];
  if (before.length === 0 && after.length === 0) return 'same';
  if (before.length === 0) return 'new';
  if (after.length === 0) return 'deleted';
  if (before.length !== after.length) return before.length < after.length ? 'split' : 'merged';
  if (labelOf(old) !== labelOf(now)) return 'renumbered';
  return equal ? 'same' : 'changed';
};

/** The words of a unit alone do not tell where they stand in the whole. */
const placed = (hunk: Hunk, label: string): Hunk => (hunk.place?.startsWith(label) === true ? hunk : { ...hunk, place: label });

const placedIn = (diff: TextDiff, { old, now }: UnitPair): TextDiff => ({
  ...diff,
  hunks: diff.hunks.map((hunk) => placed(hunk, labelOf(hunk.new === '' && old.length > 0 ? old : now.length > 0 ? now : old))),
});

/** Only "deleted" stands there, and what stood there before is told of elsewhere. */
const saysNothing = ({ old, now }: UnitPair): boolean =>
  [...old, ...now].every((unit) => unit.deleted) && (old.length === 0 || now.length === 0);

/** In the order of the new text; what was deleted behind what stood before it. */
export const compareUnits = (before: Blocks, after: Blocks, diff: DiffTexts): readonly UnitChange[] =>
  pairUnits(unitsOf(before.blocks), unitsOf(after.blocks))
    .filter((pair) => !saysNothing(pair))
    .map((pair) => {
      const single = pair.old.length === 1 && pair.now.length === 1 ? pair.now[0] : undefined;
      const found = diff({ blocks: blocksOf(before.blocks, pair.old, single) }, { blocks: blocksOf(after.blocks, pair.now, undefined) });
      const state = stateOf(pair, found.equal);
      return { old: nameOf(pair.old), new: nameOf(pair.now), state, diff: found.equal || state === 'same' ? null : placedIn(found, pair) };
    });
