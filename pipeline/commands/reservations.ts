// What became of the reservations of delegations from one version to the next: a line for each, a table by Member State, or data.

import { followReservations, type ReservationChange } from '../diff/reservations/follow.ts';
import { reservationsOf } from '../diff/reservations/reservations.ts';
import { reservationLines, reservationMarkdown, reservationSummary } from '../diff/reservations/table.ts';
import type { DiffFormat } from './compared.ts';
import type { Named } from './sources.ts';

export const reservations = ([old, now]: readonly [Named, Named], format: DiffFormat): string => {
  const followed = followReservations(reservationsOf(old.text), reservationsOf(now.text));
  if (format === 'markdown') return `${reservationMarkdown(followed)}\n`;
  if (format === 'json') return `${JSON.stringify({ old: old.name, new: now.name, reservations: followed.changes.map(plain) }, null, 2)}\n`;
  return `${[...reservationLines(followed), reservationSummary(followed)].join('\n')}\n`;
};

const plain = ({ holder, kind, fate, article, oldArticle, was, is }: ReservationChange) => ({
  holder,
  kind,
  fate,
  article,
  oldArticle,
  oldWords: was?.words ?? null,
  newWords: is?.words ?? null,
  oldPage: was?.page ?? null,
  newPage: is?.page ?? null,
});
