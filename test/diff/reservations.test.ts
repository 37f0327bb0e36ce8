import { describe, expect, it } from 'vitest';
import { type Reservation, reservationsOf } from '../../pipeline/diff/reservations/reservations.ts';
import type { Block, BlockKind } from '../../pipeline/types.ts';

const block = (text: string, kind: BlockKind = 'paragraph', page = 1): Block => ({ kind, page, text, marked: text });

const print = ({ states, all, by, kind, lifted }: Reservation): string =>
  [all ? 'all' : states.join('+') || by, kind, ...(lifted ? ['lifted'] : [])].join(' ');

const said = (text: string, kind: BlockKind = 'paragraph'): string[] => reservationsOf({ blocks: [block(text, kind)] }).map(print);

describe('reservations', () => {
  it.each<[string, ...string[]]>([
    ['DE, FR: scrutiny reservation.', 'DE+FR scrutiny'],
    ['Reservation by HU and PL on this paragraph.', 'HU+PL reservation'],
    ['BG, CZ and SK maintained a general scrutiny reservation on the proposal.', 'BG+CZ+SK general'],
    ['Parliamentary reservation: DK, MT, UK.', 'DK+MT+UK parliamentary'],
    ['The lamp [AT: reservation] burns.', 'AT reservation'],
    ['The lamp [ES/IT: linguistic reservation; HU: reservation of substance] burns.', 'ES+IT linguistic', 'HU substantive'],
    ['Scrutiny reservations from ES/IT', 'ES+IT scrutiny'],
    ['The Netherlands and Poland entered a substantive reservation.', 'NL+PL substantive'],
    ['NL scrutiny reservation; PL opposed this addition.', 'NL scrutiny', 'PL comment'],
    ['COM reservation.', 'Commission reservation'],
    ['Cion: reservation on the deletion.', 'Commission reservation'],
    ['The Commission maintains its reservation.', 'Commission reservation'],
    ['All delegations have general scrutiny reservations.', 'all general'],
    ['Some delegations entered scrutiny reservations.', 'delegation scrutiny'],
    ['The Hungarian delegation entered a reservation.', 'HU reservation'],
    ['The Belgian, Dutch and Swedish delegations uphold their reservations.', 'BE+NL+SE reservation'],
    ['Scrutiny and parliamentary reservations by DK.', 'DK scrutiny', 'DK parliamentary'],
    ['DE has a scrutiny reservation and a parliamentary reservation.', 'DE scrutiny', 'DE parliamentary'],
    ['Scrutiny reservation by DE and parliamentary reservation by DK.', 'DE scrutiny', 'DK parliamentary'],
    ['EE, LV, LT (supported by FI): reservation.', 'EE+LV+LT reservation'],
    ['AT, supported by BE, entered a reservation.', 'BE+AT reservation'],
    ['Scrutiny reservation on paragraph 97: DE, FR.', 'DE+FR scrutiny'],
    ['PT: parliamentary scrutiny reservation.', 'PT parliamentary'],
    ['RO reservation pending parliamentary scrutiny.', 'RO parliamentary'],
    ['SI, SK: reservations. NO, CH: scrutiny reservation.', 'SI+SK reservation', 'NO+CH scrutiny'],
    ['GR: reservation.', 'EL reservation'],
  ])('%s', (text, ...expected) => expect(said(text)).toEqual(expected));

  it.each<[string, ...string[]]>([
    ['Reservation lifted by FI.', 'FI reservation lifted'],
    ['DE has lifted its scrutiny reservation.', 'DE scrutiny lifted'],
    ['HU and PL withdrew their reservations.', 'HU+PL reservation lifted'],
    ['DE could lift its scrutiny reservation if the lamp stays.', 'DE scrutiny'],
    ['DE maintains its reservation until it is lifted by its parliament.', 'DE reservation'],
  ])('that are lifted, or not yet: %s', (text, ...expected) => expect(said(text)).toEqual(expected));

  it.each<[string, ...string[]]>([
    ['ES, supported by PT, suggested deleting the lamp.', 'ES+PT comment'],
    ['SE queried the wick.', 'SE comment'],
    ['Suggestion by DE.', 'DE comment'],
    ['LT: lamps should burn all night.', 'LT comment'],
    ['AT (Comments): lamps should burn all night.', 'AT comment'],
    ['In that case, IE would prefer a candle.', 'IE comment'],
    ['Estonia proposes that all lamps burn.', 'EE comment'],
  ])('comments are none: %s', (text, ...expected) => expect(said(text)).toEqual(expected));

  it.each([
    'IT systems shall be kept without reservation.',
    'IT reservation systems are for seats.',
    'All rights reserved.',
    'Parties that made reservations under the Convention on Lamps shall say so.',
    'A reservation to the Protocol by the United Kingdom is without effect.',
    'Passenger reservation data are kept.',
    'Member States shall reserve lamps for keepers.',
    'DE has no reservation.',
    'IN ANY CASE, AT NO TIME SHALL IT BE SUBJECT TO A RESERVATION BY KEEPERS',
    'The Commission shall propose lamps.',
    'Germany has notified its wish to light lamps.',
    'Ireland is taking part in the adoption of this Regulation.',
    'SI units are used.',
    'The report by COM(2099) 901 is without reservation.',
    'Keepers light lamps with the reservation that oil is dear.',
    'LT',
    'The UK was the land of lamps.',
    'AT (Comments):',
  ])('nobody speaks: %s', (text) => expect(said(text)).toEqual([]));

  it('in a footnote need not say whose they are', () => {
    expect(said('¹ Scrutiny reservation.', 'footnote')).toEqual(['unknown scrutiny']);
    expect(said('Scrutiny reservation.')).toEqual([]);
    expect(said('The lamp [scrutiny reservation] burns.')).toEqual(['unknown scrutiny']);
  });

  it('stand in cells, and in the block after their label', () => {
    expect(said('DE | Scrutiny reservation.', 'table-row')).toEqual(['DE scrutiny']);
    expect(said('The lamp burns. | DE (Comments): Scrutiny reservation.', 'table-row')).toEqual(['DE scrutiny']);
    const blocks = [block('The lamp burns. | DE (Comments):', 'table-row'), block('all night. | Scrutiny reservation.', 'table-row', 2)];
    expect(reservationsOf({ blocks }).map(print)).toEqual(['DE scrutiny']);
  });
});

describe('what they concern', () => {
  const TEXT = [
    block('Article 97', 'heading'),
    block('Lamps', 'heading'),
    block('1. Lamps burn ¹ at night.', 'list-item'),
    block('2. Wicks are cut ² on Sunday. ¹²', 'list-item'),
    block('¹ DE: scrutiny reservation.', 'footnote'),
    block('² FR: reservation on Article 98(3).', 'footnote', 2),
    block('¹² All delegations have general scrutiny reservations.', 'footnote', 2),
  ];

  it('is where the mark of the footnote stands, or what the words name', () => {
    expect(reservationsOf({ blocks: TEXT }).map(({ states, article, page, block: at }) => [states.join(), article, page, at])).toEqual([
      ['DE', 'Article 97(1)', 1, 4],
      ['FR', 'Article 98(3)', 2, 5],
      ['', null, 2, 6],
    ]);
  });

  it('keeps the words and the text that they are about', () => {
    const [first] = reservationsOf({ blocks: TEXT });
    expect(first).toMatchObject({ words: 'DE: scrutiny reservation', about: '1. Lamps burn ¹ at night.' });
  });

  it('is the last text before the footnote that has its mark, where numbers begin anew', () => {
    const again = [
      ...TEXT,
      block('Article 98', 'heading'),
      block('1. Oil is dear. ¹', 'list-item'),
      block('¹ PL: reservation.', 'footnote', 3),
    ];
    expect(reservationsOf({ blocks: again }).at(-1)).toMatchObject({ states: ['PL'], article: 'Article 98(1)' });
  });
});

it('takes time in proportion to the text', () => {
  const hostile = ['DE, '.repeat(30_000), '[DE: '.repeat(30_000), 'scrutiny '.repeat(30_000), `${'a. '.repeat(30_000)}reservation`];
  const start = performance.now();
  for (const text of hostile) reservationsOf({ blocks: [block(`${text} reservation by`)] });
  expect(performance.now() - start).toBeLessThan(4_000);
});
