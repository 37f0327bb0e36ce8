// Points, recitals and articles that carry another number than before and say what they said: told once for each stretch of them.

import type { DiffPart, Hunk } from '../../types.ts';
import type { Label } from '../compare/labels.ts';
import { type Renumbered, renumberedIn } from '../compare/renumbered.ts';
import type { Script } from '../script.ts';
import type { Telling, Told } from './hunks.ts';

/** Items shown of a long stretch, and words of each. */
const [SHOWN, WORDS] = [4, 6];

/** What a label counts: 3 of `(3)`, `(3a)` and `(c)`; 0 where it counts nothing that we know. */
const countOf = ({ printed }: Label): number => {
  const [digits] = printed.match(/\d+/) ?? [];
  if (digits !== undefined) return Number(digits);
  const [letters = ''] = printed.toLowerCase().match(/[a-z]+/) ?? [];
  return letters.length === 1 ? letters.charCodeAt(0) - 96 : 0;
};

export const numberingHunks = ({ script, placeOfNew }: Telling): Told[] =>
  groupsOf(renumberedIn(script)).map((group) => {
    const at = script.now.starts[group[0]?.j ?? 0] ?? 0;
    return { hunk: hunkOf(script, group, placeOfNew(at)), at };
  });

/** Stretches that were pushed on by the same number. */
const groupsOf = (all: readonly Renumbered[]): Renumbered[][] => {
  const groups: Renumbered[][] = [];
  for (const one of all) {
    const last = groups.at(-1)?.at(-1);
    const isNext =
      last !== undefined && last.now.key === one.now.key && countOf(one.now) - countOf(one.old) === countOf(last.now) - countOf(last.old);
    if (isNext) groups.at(-1)?.push(one);
    else groups.push([one]);
  }
  return groups;
};

const span = (group: readonly Renumbered[], side: 'old' | 'now'): string => {
  const [first, last] = [group[0]?.[side].printed ?? '', group.at(-1)?.[side].printed ?? ''];
  return first === last ? first : `${first} to ${last}`;
};

const hunkOf = ({ old, now }: Script, group: readonly Renumbered[], place: string | null): Hunk => {
  const [first] = group;
  const parts = group.slice(0, SHOWN).flatMap(({ old: before, now: label, j }): DiffPart[] => [
    { kind: 'delete', text: before.printed },
    { kind: 'insert', text: label.printed },
    {
      kind: 'same',
      text: `${now
        .inBlock(j)
        .slice(label.at + 1, label.at + 1 + WORDS)
        .join(' ')} …`,
    },
  ]);
  return {
    kind: 'replace',
    weight: 0,
    aspects: ['numbering'],
    why: `renumbered: ${span(group, 'old')} became ${span(group, 'now')}`,
    place,
    old: group.map((one) => one.old.printed).join(' '),
    new: group.map((one) => one.now.printed).join(' '),
    oldPage: old.blocks[first?.i ?? 0]?.page ?? null,
    newPage: now.blocks[first?.j ?? 0]?.page ?? null,
    parts,
  };
};
