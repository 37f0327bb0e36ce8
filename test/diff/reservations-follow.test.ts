import { describe, expect, it } from 'vitest';
import { followReservations } from '../../pipeline/diff/reservations/follow.ts';
import { reservationsOf } from '../../pipeline/diff/reservations/reservations.ts';
import { reservationLines, reservationMarkdown, reservationSummary, reservationTable } from '../../pipeline/diff/reservations/table.ts';
import type { Block, BlockKind } from '../../pipeline/types.ts';

const block = (text: string, kind: BlockKind = 'paragraph'): Block => ({ kind, page: 1, text, marked: text });

const RULES = [
  'Lamps of the harbour burn from dusk till dawn.',
  'Keepers cut the wick of every lamp on Sunday.',
  'Oil is kept in jars of clay below the tower.',
];

/** An article for each rule, with a footnote for each note. */
const text = (from: number, notes: readonly (string | null)[]): Block[] =>
  notes.flatMap((note, at) => [
    block(`Article ${from + at}`, 'heading'),
    block(`1. ${RULES[at]} ${note === null ? '' : '¹²³'[at]}`, 'list-item'),
    ...(note === null ? [] : [block(`${'¹²³'[at]} ${note}`, 'footnote')]),
  ]);

const follow = (before: readonly Block[], after: readonly Block[]) =>
  followReservations(reservationsOf({ blocks: before }), reservationsOf({ blocks: after }));

const told = (before: readonly Block[], after: readonly Block[]): string[] =>
  follow(before, after).changes.map(({ holder, fate, kind, article, oldArticle }) =>
    [holder, fate, kind, article, ...(oldArticle === null ? [] : [`was ${oldArticle}`])].join(' '),
  );

describe('reservations over versions', () => {
  it('appear, stay, and are no longer mentioned, each by itself', () =>
    expect(
      told(
        text(91, ['DE, FR: scrutiny reservation.', 'HU: reservation.', null]),
        text(91, ['FR, IT: scrutiny reservation.', null, 'PL: reservation.']),
      ),
    ).toEqual([
      'DE gone scrutiny Article 91(1)',
      'FR kept scrutiny Article 91(1)',
      'IT new scrutiny Article 91(1)',
      'HU gone reservation Article 92(1)',
      'PL new reservation Article 93(1)',
    ]));

  it('are lifted only where the text says so', () =>
    expect(
      told(text(91, ['DE: scrutiny reservation.', null, null]), text(91, ['DE lifted its scrutiny reservation.', null, null])),
    ).toEqual(['DE lifted scrutiny Article 91(1)']));

  it('are not told again when they were lifted before', () =>
    expect(told(text(91, ['DE lifted its scrutiny reservation.', null, null]), text(91, [null, null, null]))).toEqual([]));

  it('are known again when their article has another number', () =>
    expect(told(text(91, ['DE: scrutiny reservation.', null, null]), text(95, ['DE: scrutiny reservation.', null, null]))).toEqual([
      'DE kept scrutiny Article 95(1) was Article 91(1)',
    ]));

  it('stay with their article when its text is rewritten', () =>
    expect(told(text(91, ['DE: scrutiny reservation.', null, null]), text(90, [null, 'DE: scrutiny reservation.', null]))).toEqual([
      'DE kept scrutiny Article 91(1)',
    ]));

  it('of another kind are others', () =>
    expect(told(text(91, ['DE: scrutiny reservation.', null, null]), text(91, ['DE: reservation.', null, null]))).toEqual([
      'DE new reservation Article 91(1)',
      'DE gone scrutiny Article 91(1)',
    ]));

  it('leave comments out', () => expect(told([], text(91, ['DE: lamps are dear.', null, null]))).toEqual([]));

  it('of all, the Commission and nobody have their rows', () =>
    expect(
      told([], text(91, ['All delegations have general scrutiny reservations.', 'Cion: reservation.', 'Scrutiny reservation.'])),
    ).toEqual(['all new general ', 'Commission new reservation Article 92(1)', 'not named new scrutiny Article 93(1)']));
});

describe('the table', () => {
  const changes = follow(
    text(91, ['DE, FR: scrutiny reservation.', 'HU: reservation.', null]),
    text(91, ['FR: scrutiny reservation.', 'HU withdrew its reservation.', 'All delegations have general scrutiny reservations.']),
  );

  it('has a row for each Member State in the order of the Council, and a column for each article', () => {
    const { columns, rows } = reservationTable(changes, 'article');
    expect(columns).toEqual(['Article 91(1)', 'Article 92(1)', 'the whole text']);
    expect(rows.map(({ holder, cells }) => [holder, ...cells.map((cell) => cell.map(({ fate }) => fate).join())])).toEqual([
      ['all', '', '', 'new'],
      ['DE', 'gone', '', ''],
      ['FR', 'kept', '', ''],
      ['HU', '', 'lifted', ''],
    ]);
  });

  it('or for each kind', () =>
    expect(reservationTable(changes, 'kind').columns).toEqual(['scrutiny reservation', 'reservation', 'general reservation']));

  it('is printed as lines', () => {
    expect(reservationSummary(changes)).toBe('Reservations: 1 new, 1 kept, 1 lifted, 1 no longer mentioned.');
    expect(reservationLines(changes)).toEqual([
      'all  new                  general reservation on the whole text',
      'DE   no longer mentioned  scrutiny reservation on Article 91(1)',
      'FR   kept                 scrutiny reservation on Article 91(1)',
      'HU   lifted               reservation on Article 92(1)',
    ]);
  });

  it('is printed as Markdown', () =>
    expect(reservationMarkdown(changes).split('\n').slice(2)).toEqual([
      '|  | Article 91(1) | Article 92(1) | the whole text |',
      '| --- | --- | --- | --- |',
      '| all |  |  | new (general reservation) |',
      '| DE | no longer mentioned (scrutiny reservation) |  |  |',
      '| FR | kept (scrutiny reservation) |  |  |',
      '| HU |  | lifted (reservation) |  |',
    ]));

  it('is harmless whatever a heading says', () => {
    const hostile = followReservations(
      [],
      reservationsOf({ blocks: [block('**@someone** | \u001b[31m<b>', 'heading'), block('DE: scrutiny reservation.')] }),
    );
    expect(hostile.changes[0]?.article).toContain('someone');
    expect(reservationMarkdown(hostile)).not.toMatch(/@someone|<b>|\*\*/);
    expect(reservationLines(hostile).join('')).not.toContain('\u001b');
  });

  it('says so when there are none', () => {
    expect(reservationMarkdown({ changes: [] })).toBe('No reservations in either text.');
    expect(reservationLines({ changes: [] })).toEqual([]);
  });
});
