// Reservations from one version to the next: which appeared, which stayed, which the text says are lifted, and which it no longer mentions.

import { STATES } from './actors.ts';
import type { Kind } from './reading.ts';
import type { Reservation } from './reservations.ts';

/** `lifted` only where the text says so; else what is not there any more is `gone`. */
export type Fate = 'new' | 'kept' | 'lifted' | 'gone';

export interface ReservationChange {
  /** A Member State by its abbreviation, or `all`, `Commission`, `Presidency`, `not named`. */
  readonly holder: string;
  readonly kind: Kind;
  readonly fate: Fate;
  /** In the new text; of one that is gone, in the old one. */
  readonly article: string | null;
  /** In the old text, where it has another number now. */
  readonly oldArticle: string | null;
  readonly was: Reservation | null;
  readonly is: Reservation | null;
}

export interface ReservationChanges {
  /** By holder in the Council's order, then in the order of the text. */
  readonly changes: readonly ReservationChange[];
}

interface Held {
  readonly holder: string;
  readonly said: Reservation;
}

const UNNAMED = 'not named';
const ORDER: readonly string[] = ['all', ...STATES, 'Commission', 'Presidency', UNNAMED];

const holdersOf = ({ states, all, by }: Reservation): readonly string[] => {
  if (states.length > 0) return states;
  if (all) return ['all'];
  return [by === 'Commission' || by === 'Presidency' ? by : UNNAMED];
};

/** One for each holder, kind and article; comments are no reservations. */
const heldIn = (said: readonly Reservation[]): Held[] => {
  const held = new Map<string, Held>();
  for (const one of said)
    for (const holder of one.kind === 'comment' ? [] : holdersOf(one)) {
      const key = JSON.stringify([holder, one.kind, one.article]);
      // Of two sentences on one reservation the one that lifts it counts.
      if (!held.has(key) || one.lifted) held.set(key, { holder, said: one });
    }
  return [...held.values()];
};

const LIKE = 0.6;

const wordsOf = (text: string): ReadonlySet<string> =>
  new Set(
    text
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s]/gu, '')
      .split(/\s+/)
      .slice(1),
  );

/** Whether two places have text so alike that one is the other under another number. */
const areAlike = (a: string, b: string): boolean => {
  const [one, other] = [wordsOf(a), wordsOf(b)];
  if (one.size === 0 || other.size === 0) return false;
  let shared = 0;
  for (const word of one) if (other.has(word)) shared += 1;
  return (2 * shared) / (one.size + other.size) >= LIKE;
};

type Sameness = (was: Reservation, is: Reservation) => boolean;

/** The surest first: the same article; the same text under another number; a reservation on the whole, or one that is said to be lifted without more. */
const SAME: readonly Sameness[] = [
  (was, is) => was.article === is.article && was.kind === is.kind,
  (was, is) => was.kind === is.kind && areAlike(was.about, is.about),
  (was, is) => is.lifted && (was.article === is.article || is.article === null) && (is.kind === 'reservation' || was.kind === is.kind),
];

const pairUp = (before: readonly Held[], after: readonly Held[]): { pairs: [Held, Held][]; gone: Held[]; came: Held[] } => {
  const pairs: [Held, Held][] = [];
  let [gone, came] = [[...before], [...after]];
  for (const same of SAME) {
    const free = new Map<string, Held[]>();
    for (const one of gone) free.set(one.holder, [...(free.get(one.holder) ?? []), one]);
    const taken = new Set<Held>();
    for (const is of came) {
      const was = free.get(is.holder)?.find((one) => !taken.has(one) && same(one.said, is.said));
      if (was === undefined) continue;
      taken.add(was).add(is);
      pairs.push([was, is]);
    }
    [gone, came] = [gone.filter((one) => !taken.has(one)), came.filter((one) => !taken.has(one))];
  }
  return { pairs, gone, came };
};

const changeOf = (was: Held | null, is: Held | null): ReservationChange[] => {
  const [old, now] = [was?.said ?? null, is?.said ?? null];
  const told = now ?? old;
  if (told === null) return [];
  const article = now?.article ?? old?.article ?? null;
  const fate = now === null ? 'gone' : now.lifted ? 'lifted' : old === null ? 'new' : 'kept';
  // What was said to be lifted before and is no longer mentioned is no news.
  if (fate === 'gone' && old?.lifted === true) return [];
  return [
    {
      holder: is?.holder ?? was?.holder ?? UNNAMED,
      kind: (old ?? told).kind,
      fate,
      article,
      oldArticle: old !== null && old.article !== article ? old.article : null,
      was: old,
      is: now,
    },
  ];
};

export const followReservations = (before: readonly Reservation[], after: readonly Reservation[]): ReservationChanges => {
  const { pairs, gone, came } = pairUp(heldIn(before), heldIn(after));
  const changes = [
    ...pairs.flatMap(([was, is]) => changeOf(was, is)),
    ...came.flatMap((is) => changeOf(null, is)),
    ...gone.flatMap((was) => changeOf(was, null)),
  ];
  const place = ({ is, was }: ReservationChange): number => is?.block ?? was?.block ?? 0;
  return { changes: changes.sort((a, b) => ORDER.indexOf(a.holder) - ORDER.indexOf(b.holder) || place(a) - place(b)) };
};
