// What a reader of a new version must know beside its changes: whether they are marked, what became of reservations, and what was blacked out before.

import { compareTexts } from '../diff/compare/compare.ts';
import { gapsOf } from '../diff/gaps/gaps.ts';
import { checkMarks, checkNotes } from '../diff/marks/check.ts';
import { followReservations, type ReservationChange } from '../diff/reservations/follow.ts';
import { reservationsOf } from '../diff/reservations/reservations.ts';
import { scopeNotes } from '../diff/scope.ts';
import type { Text } from '../types.ts';

/** Sentences without their full stops; none where there is nothing to note. */
export const draftingNotes = (before: Text, after: Text): string[] => {
  const script = compareTexts(before, after);
  const check = checkMarks(script, { old: before.facts, now: after.facts });
  // Where most are not marked, the marks are not about this version before.
  const isNews = check !== null && check.unmarked.length > 0 && check.unmarked.length <= check.marked;
  const unmarked = isNews ? checkNotes(check).slice(0, 1) : [];
  const uncovered = gapsOf(script).filter(({ side, state }) => side === 'uncovered' && state === 'filled').length;
  return [
    ...scopeNotes(script),
    ...unmarked.map((note) => note.replace(/\.$/, '')),
    ...reservationNotes(followReservations(reservationsOf(before), reservationsOf(after)).changes),
    ...(uncovered === 0
      ? []
      : [`${uncovered === 1 ? '1 passage that was' : `${uncovered} passages that were`} blacked out can be read now`]),
  ];
};

const reservationNotes = (changes: readonly ReservationChange[]): string[] => {
  const of = (fate: ReservationChange['fate']): string =>
    [...new Set(changes.filter((change) => change.fate === fate).map(({ holder }) => holder))].join(', ');
  const told = (['new', 'lifted', 'gone'] as const).filter((fate) => of(fate) !== '').map((fate) => `${FATES[fate]} ${of(fate)}`);
  return told.length === 0 ? [] : [`reservations: ${told.join('; ')}`];
};

const FATES = { new: 'new of', lifted: 'lifted by', gone: 'no longer mentioned of' } as const;
