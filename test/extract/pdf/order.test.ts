// What belongs together and in which order: columns, pages, footnotes; and what the signs on a page are as characters.

import { describe, expect, it } from 'vitest';
import { below, type Drawing, filled, form, operators, SANS, shown, widthOf, within, words, written } from '../../replica/drawn.ts';

/** One after the other on a line: a text, or one with its size and how far it is raised. */
const inLine = (y: number, parts: readonly (string | readonly [text: string, size: number, raised: number])[]): Drawing[] => {
  let x = 57;
  return parts.map((part) => {
    const [text, size, raised] = typeof part === 'string' ? [part, 12, 0] : part;
    const at = x;
    x += widthOf(text, { size }) + 0.2;
    return words(text, [at, y - raised], { size });
  });
};
const note = (mark: string, text: string, y: number): Drawing[] => [
  words(mark, [57, y - 4], { size: 6.5 }),
  words(text, [61 + widthOf(mark, { size: 6.5 }), y], { size: 10 }),
];
const LEFT = ['Keepers light the lamps at night', 'and they write it into the book'];
const RIGHT = ['that is kept under the lamp, so', 'that nobody who comes by has to'];
const LAST = ['ask again when the sun comes up', 'over the sea.'];

describe('a paragraph', () => {
  const whole = `paragraph: ${[...LEFT, ...RIGHT, ...LAST].join(' ')}`;

  it('goes on in the next column and on the next page', async () => {
    const columns = [...below(LEFT, [57, 700]), ...below(RIGHT, [310, 60])];
    expect(await shown(columns, below(LAST, [57, 60]))).toEqual([whole]);
  });

  it('goes on between the margins of a left page after those of a right one', async () => {
    const wide = [
      'Keepers light the lamps at night and they write it into the book',
      'that is kept under the lamp, so that nobody who comes has to ask',
    ];
    const next = ['again, and then they sleep by day in the house that stands by the', 'sea.'];
    const read = await shown(below(wide, [57, 700]), below(next, [110, 60]));
    expect(read).toEqual([`paragraph: ${[...wide, ...next].join(' ')}`]);
  });

  it('ends where a sentence ends before the edge, at a wider gap, at another size, and at a new page that begins anew', async () => {
    const page = [
      ...below(['Keepers light the lamps at night and they write it into', 'the book.', 'They sleep by day.'], [57, 100]),
      ...below(['Oil is dear'], [57, 160]),
      ...below(['and wicks are not'], [57, 172], { size: 9 }),
    ];
    expect(await shown(page, below(['Matches are damp'], [57, 60], { size: 9 }))).toEqual([
      'paragraph: Keepers light the lamps at night and they write it into the book.',
      'paragraph: They sleep by day.',
      'paragraph: Oil is dear',
      'paragraph: and wicks are not',
      'paragraph: Matches are damp',
    ]);
  });

  it('does not take in what stands below it, but beside', async () => {
    const signed = [words('Done at Nowhere by the keepers', [57, 100]), words('and their Chair', [400, 114])];
    expect(await shown(signed)).toEqual(['paragraph: Done at Nowhere by the keepers', 'paragraph: and their Chair']);
  });

  it('does not take in the notes beside it', async () => {
    const beside = words('Lamps', [57, 114], { size: 8 });
    const text = below(['Keepers light the lamps at night and they', 'write it into the book.'], [160, 100]);
    expect(await shown([...text, beside, ...below(['They sleep.'], [160, 150])])).toEqual([
      'paragraph: Keepers light the lamps at night and they write it into the book.',
      'paragraph: Lamps',
      'paragraph: They sleep.',
    ]);
  });
});

describe('footnotes', () => {
  const text = ['Keepers light the lamps at night and they write it into the book', 'that is kept so that nobody'];

  it('stand after the paragraph that goes on from their page', async () => {
    const first = [...below(text, [57, 640]), ...note('1', 'See the book of lamps.', 700), ...note('12', 'See the book of oil.', 714)];
    expect(await shown(first, below(['has to ask again.'], [57, 60]))).toEqual([
      `paragraph: ${text.join(' ')} has to ask again.`,
      'footnote: ¹ See the book of lamps.',
      'footnote: ¹² See the book of oil.',
    ]);
  });

  it('go on at the foot of the next page', async () => {
    const first = [...below(text, [57, 640]), ...note('1', 'See the book of lamps, which is kept in the house of the', 714)];
    const second = [
      ...below(['has to ask again.'], [57, 680]),
      words('keepers by the sea.', [57, 700], { size: 10 }),
      ...note('2', 'See the book of oil.', 714),
    ];
    expect(await shown(first, second)).toEqual([
      `paragraph: ${text.join(' ')} has to ask again.`,
      'footnote: ¹ See the book of lamps, which is kept in the house of the keepers by the sea.',
      'footnote: ² See the book of oil.',
    ]);
  });

  it('are no lines that only begin with a star', async () => {
    expect(await shown([words('* The lamps are lit by hand.', [57, 700])])).toEqual(['paragraph: * The lamps are lit by hand.']);
  });

  it('have marks apart from words; powers and lowered figures have none', async () => {
    const parts = [
      'In 90 m',
      ['2', 7, 5],
      ' there are 10',
      ['3', 7, 5],
      ' lamps',
      ['4', 7, 5],
      ' with CO',
      ['2', 7, -2.5],
      ', as said',
      ['5', 7, 5],
      '.',
    ] as const;
    expect(await shown(inLine(100, parts))).toEqual(['paragraph: In 90 m² there are 10³ lamps ⁴ with CO2, as said ⁵.']);
  });

  it('have marks however they are raised', async () => {
    const raised = 'BT /T 12 Tf 57 700 Td (Lamps) Tj /T 7 Tf 5 Ts (1) Tj /T 12 Tf 0 Ts (, of 9 km) Tj /T 7 Tf 5 Ts (2) Tj ET';
    expect(await shown([operators(raised)])).toEqual(['paragraph: Lamps ¹, of 9 km²']);
  });
});

describe('words', () => {
  it('stay whole when their letters are spaced, stretched, squeezed, drawn one by one', async () => {
    const spaced =
      'BT /T 14 Tf 4 Tc 57 700 Td (LAMPS OF NOWHERE) Tj 0 Tc /T 12 Tf 6 Tw 0 -40 Td (and their) Tj 0 Tw 60 Tz 60 0 Td (book of oil) Tj ET';
    const apart = Array.from('is kept', (letter, at) => words(letter, [57 + widthOf('is kept'.slice(0, at)), 250]));
    expect(await shown([operators(spaced), ...apart])).toEqual([
      'heading: LAMPS OF NOWHERE',
      'paragraph: and their book of oil',
      'paragraph: is kept',
    ]);
  });

  it('are parted by their places where the file has no spaces', async () => {
    const placed = 'BT /T 12 Tf 57 700 Td [(Lamps) -300 (of) -300 (No) 20 (where)] TJ ET';
    expect(await shown([operators(placed)])).toEqual(['paragraph: Lamps of Nowhere']);
  });

  it('lose the hyphens of lines and keep their own', async () => {
    const lines = [
      'The co-legislators of all islands said that co-',
      'legislators should light the is-',
      'lands, oil- and',
      'wick-wise, with non-',
      'EU lamps and COVID-',
      '19 in 2098-',
      '2099 out-of-',
      'doors too',
    ];
    expect(await shown(below(lines, [57, 100]))).toEqual([
      'paragraph: The co-legislators of all islands said that co-legislators should light the islands, oil- and wick-wise, with non-EU lamps and COVID-19 in 2098-2099 out-of-doors too',
    ]);
  });

  it('have no characters that nobody sees, no ligatures, and one form of each letter', async () => {
    const signs = { '#': '\u00ad', $: '\ufb01', '%': '\u0301', '&': '\u200b', '*': '\uf0b7', '+': '\u2011', '=': '\u00a0' };
    const drawn = '* the $sher of the lamp#light caf) Tj /T 12 Tf (e) Tj /T 11.9 Tf (%) Tj /T 12 Tf (s&, non+stop=too';
    expect(await shown([operators(`BT /T 12 Tf 57 700 Td (${drawn}) Tj ET`, signs)])).toEqual([
      'list-item: • the fisher of the lamplight cafés, non-stop too',
    ]);
  });

  it.each([
    ['Greek', ['Οι φύλακες ανάβουν τις λάμπες τη νύχτα και όλες οι λάμ-', 'πες είναι στο βιβλίο.']],
    ['Bulgarian', ['Пазачите палят лампите нощем и всички лам-', 'пи са в книгата.']],
  ] as const)('are mended in %s', async (_, [first, second]) => {
    expect(await shown(below([first, second], [57, 100], { font: SANS }))).toEqual([`paragraph: ${first.replace(/-$/, '')}${second}`]);
  });
});

describe('the page as it is shown', () => {
  const line = written('The ~~old~~ **new** __lamp__', [107, 200]);
  const read = ['paragraph: The ~~old~~ **new** __lamp__'];

  it.each([
    [90, [0, -1, 1, 0, 0, 841.89]],
    [180, [-1, 0, 0, -1, 595.28, 841.89]],
    [270, [0, 1, -1, 0, 595.28, 0]],
  ] as const)('may be turned: %d degrees', async (Rotate, matrix) => {
    expect(await shown({ entries: { Rotate }, drawings: [within(matrix, line)] })).toEqual(read);
    expect(await shown({ entries: { Rotate }, drawings: line })).not.toEqual(read);
  });

  it('may be a part of the sheet that does not begin at its corner', async () => {
    const outside = [words('cut off', [107, 60]), words('left', [10, 200]), words('right', [560, 200]), words('below', [107, 800])];
    expect(await shown({ entries: { CropBox: [50, 100, 545, 742] }, drawings: [...line, ...outside] })).toEqual(read);
  });

  it('may be drawn by forms with places and sizes of their own', async () => {
    const content = 'BT /T 6 Tf 0 0 Td (In a form) Tj ET 0 1.6 9 0.3 re f';
    const after = [words('and after it', [57, 156]), filled(57, 153, 18, 0.6)];
    expect(await shown([form(content, [2, 0, 0, 2, 57, 700]), ...after])).toEqual(['paragraph: ~~In a~~ form ~~and~~ after it']);
  });
});
