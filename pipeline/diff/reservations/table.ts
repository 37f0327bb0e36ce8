// What became of the reservations, by Member State: as lines for a terminal, as Markdown, and as data.

import { escapeMarkdown } from '../../markdown.ts';
import { visible } from '../format/visible.ts';
import type { Fate, ReservationChange, ReservationChanges } from './follow.ts';

export type By = 'article' | 'kind';

export interface ReservationTable {
  /** Articles in the order in which they are first mentioned, or kinds. */
  readonly columns: readonly string[];
  readonly rows: readonly { readonly holder: string; readonly cells: readonly (readonly Cell[])[] }[];
}

export interface Cell {
  readonly fate: Fate;
  /** What the column does not say: the kind, or the article. */
  readonly what: string;
}

const WORDS: Readonly<Record<Fate, string>> = { new: 'new', kept: 'kept', lifted: 'lifted', gone: 'no longer mentioned' };
const WHOLE = 'the whole text';

const kindOf = ({ kind }: ReservationChange): string => (kind === 'reservation' ? 'reservation' : `${kind} reservation`);
const placeOf = ({ article }: ReservationChange): string => article ?? WHOLE;

export const reservationTable = ({ changes }: ReservationChanges, by: By): ReservationTable => {
  const [column, what] = by === 'article' ? [placeOf, kindOf] : [kindOf, placeOf];
  const place = ({ is, was }: ReservationChange): number => (is ?? was)?.block ?? 0;
  const inText = [...changes].sort((a, b) => place(a) - place(b));
  const columns = [...new Set(inText.map(column))];
  const holders = [...new Set(changes.map(({ holder }) => holder))];
  return {
    columns,
    rows: holders.map((holder) => ({
      holder,
      cells: columns.map((name) =>
        changes.filter((one) => one.holder === holder && column(one) === name).map((one) => ({ fate: one.fate, what: what(one) })),
      ),
    })),
  };
};

const placeAndBefore = (one: ReservationChange): string =>
  one.oldArticle === null ? placeOf(one) : `${placeOf(one)} (before: ${one.oldArticle})`;

const count = (changes: readonly ReservationChange[], fate: Fate): string =>
  `${changes.filter((one) => one.fate === fate).length} ${WORDS[fate]}`;

/** `3 new, 5 kept, 1 lifted, 2 no longer mentioned`. */
export const reservationSummary = ({ changes }: ReservationChanges): string =>
  changes.length === 0
    ? 'No reservations in either text.'
    : `Reservations: ${(['new', 'kept', 'lifted', 'gone'] as const).map((fate) => count(changes, fate)).join(', ')}.`;

/** One line for each, harmless for a terminal: `DE  new  scrutiny reservation on Article 5(2)`. */
export const reservationLines = ({ changes }: ReservationChanges): readonly string[] => {
  const width = (of: (one: ReservationChange) => string): number => Math.max(0, ...changes.map((one) => of(one).length));
  const [holder, fate] = [width((one) => one.holder), width((one) => WORDS[one.fate])];
  return changes.map((one) =>
    visible(`${one.holder.padEnd(holder)}  ${WORDS[one.fate].padEnd(fate)}  ${kindOf(one)} on ${placeAndBefore(one)}`),
  );
};

const MOST_COLUMNS = 8;

const cellText = (cell: readonly Cell[]): string => cell.map(({ fate, what }) => `${WORDS[fate]} (${escapeMarkdown(what, 60)})`).join('; ');

/** A table by Member State; by article while there are few of them, else by kind. */
export const reservationMarkdown = (all: ReservationChanges): string => {
  if (all.changes.length === 0) return reservationSummary(all);
  const byArticle = reservationTable(all, 'article');
  const { columns, rows } = byArticle.columns.length <= MOST_COLUMNS ? byArticle : reservationTable(all, 'kind');
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [
    reservationSummary(all),
    '',
    line(['', ...columns.map((name) => escapeMarkdown(name, 60))]),
    line(['---', ...columns.map(() => '---')]),
    ...rows.map(({ holder, cells }) => line([escapeMarkdown(holder), ...cells.map(cellText)])),
  ].join('\n');
};
