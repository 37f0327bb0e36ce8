// Tables as programs draw them: which words make a row, cell by cell, and what lines around words do not mean.

import { describe, expect, it } from 'vitest';
import { below, type Drawing, filled, grid, outline, shown, stroked, widthOf, within, words, written } from '../../replica/drawn.ts';

const COLUMNS = [50, 200, 350, 500];
const ROWS = [90, 110, 130, 150];
const TABLE = [
  ['Port', 'Lamps', 'Oil'],
  ['North', '90017', '4 l'],
  ['South', '90018', '5 l'],
];
const READ = ['table-row: Port | Lamps | Oil', 'table-row: North | 90017 | 4 l', 'table-row: South | 90018 | 5 l'];

/** The words of each cell, by row and column; nothing in a cell without words. */
const cells = (table: readonly (readonly string[])[], rows: readonly number[] = ROWS): Drawing[][][] =>
  table.map((row, at) => row.map((text, column) => (text === '' ? [] : [words(text, [(COLUMNS[column] ?? 0) + 5, (rows[at] ?? 0) + 14])])));
const inRows = cells(TABLE).flat(2);
const inColumns = [0, 1, 2].flatMap((column) => cells(TABLE).flatMap((row) => row[column] ?? []));
/** For each cell of the table. */
const each = (draw: (x: number, y: number) => readonly Drawing[]): Drawing[] =>
  TABLE.flatMap((row, at) => row.flatMap((_, column) => draw(COLUMNS[column] ?? 0, ROWS[at] ?? 0)));

describe('rows of a table', () => {
  const DRAWN: Readonly<Record<string, readonly Drawing[]>> = {
    'lines from end to end, before the words': [...grid(COLUMNS, ROWS), ...inRows],
    'lines after the words': [...inRows, ...grid(COLUMNS, ROWS)],
    'words column by column': [...grid(COLUMNS, ROWS), ...inColumns],
    'an outline around each cell': [...each((x, y) => [outline(x, y, 150, 20)]), ...inRows],
    'borders cell by cell': [
      ...each((x, y) => [filled(x, y, 150, 0.5), filled(x, y + 20, 150, 0.5), filled(x, y, 0.5, 20), filled(x + 150, y, 0.5, 20)]),
      ...inRows,
    ],
    'borders that end before the corners': [
      ...each((x, y) => [
        filled(x + 2, y, 147, 0.5),
        filled(x + 2, y + 20, 147, 0.5),
        filled(x, y + 1, 0.5, 18),
        filled(x + 150, y + 1, 0.5, 18),
      ]),
      ...inRows,
    ],
    'stroked lines': [...ROWS.map((y) => stroked([50, y], [500, y])), ...COLUMNS.map((x) => stroked([x, 150], [x, 90])), ...inRows],
    'no lines at all': inRows,
  };
  it.each(Object.keys(DRAWN))('are read cell by cell: %s', async (name) => {
    expect(await shown(DRAWN[name] ?? [])).toEqual(READ);
  });

  it('keep the bar of an empty cell', async () => {
    const table = [...TABLE.slice(0, 1), ['North', '', '4 l'], ['South', '90018', '5 l']];
    expect(await shown([...grid(COLUMNS, ROWS), ...cells(table).flat(2)])).toEqual([READ[0], 'table-row: North | | 4 l', READ[2]]);
  });

  it('may have cells over several columns or rows', async () => {
    const lines = [
      ...[90, 110, 150].map((y) => filled(50, y, 450, 0.5)),
      filled(200, 130, 300, 0.5),
      ...[50, 500].map((x) => filled(x, 90, 0.5, 60)),
      ...[200, 350].map((x) => filled(x, 110, 0.5, 40)),
    ];
    const title = words('All ports of Nowhere', [150, 104]);
    expect(
      await shown([
        ...lines,
        title,
        ...cells([
          ['', '', ''],
          ['North', '90017', '4 l'],
          ['', '90018', '5 l'],
        ]).flat(2),
      ]),
    ).toEqual(['paragraph: All ports of Nowhere', 'table-row: North | 90017 | 4 l', 'table-row: | 90018 | 5 l']);
  });

  it('may have cells over several columns whose floor is that of the cells below', async () => {
    const lines = [
      ...[50, 350].map((x) => filled(x, 90, x === 50 ? 300 : 150, 0.5)),
      ...[110, 130].flatMap((y) => [50, 200, 350].map((x) => filled(x, y, 150, 0.5))),
      ...[50, 350, 500].map((x) => filled(x, 90, 0.5, 40)),
      filled(200, 110, 0.5, 20),
    ];
    const top = [words('All ports of Nowhere', [55, 104]), words('Oil', [355, 104])];
    expect(
      await shown([
        ...lines,
        ...top,
        ...cells([
          ['', '', ''],
          ['North', '90017', '4 l'],
        ]).flat(2),
      ]),
    ).toEqual(['table-row: All ports of Nowhere | Oil', 'table-row: North | 90017 | 4 l']);
  });

  it('have cells of their own where another table on the page has other ones', async () => {
    const other = [...grid([50, 120, 300], [300, 320]), words('Oil', [55, 314]), words('4 l', [125, 314])];
    const row = [words('North', [55, 104]), words('and South', [125, 104]), words('90017', [205, 104])];
    expect(await shown([...grid([50, 200, 350], [90, 110]), ...row, ...other])).toEqual([
      'table-row: North and South | 90017',
      'table-row: Oil | 4 l',
    ]);
  });

  it('hold together though their cells do not begin at quite the same height', async () => {
    const boxes = [outline(50, 90.6, 150, 20), outline(200.4, 90, 150, 20)];
    expect(await shown([...boxes, words('North', [55, 104]), words('90017', [205, 104])])).toEqual(['table-row: North | 90017']);
  });

  it('have the currency before its sum, though spreadsheets write it last', async () => {
    const row = (name: string, y: number): Drawing[] => [
      words(name, [55, y]),
      words('90 017,00', [260, y]),
      words('paid', [355, y]),
      words('€', [205, y]),
    ];
    const all = [...row('Oil', 104), ...row('Wicks', 124)];
    expect(await shown([...grid(COLUMNS, ROWS), ...all])).toEqual(
      ['Oil', 'Wicks'].map((name) => `table-row: ${name} | € 90 017,00 | paid`),
    );
    expect(await shown(all)).toEqual(['Oil', 'Wicks'].map((name) => `table-row: ${name} | € | 90 017,00 | paid`));
    const late = [
      ['90 017,00', 240],
      ['paid', 355],
      ['€', 205],
      ['now', 390],
      ['net', 310],
    ] as const;
    const last = late.map(([text, x]) => words(text, [x, 104]));
    expect(await shown([...grid([200, 350, 500], [90, 110]), ...last])).toEqual(['table-row: € 90 017,00 net | paid now']);
  });

  it('may have lines between the rows only', async () => {
    const lines = [...ROWS.map((y) => filled(50, y, 450, 0.5)), ...[50, 500].map((x) => filled(x, 90, 0.5, 60))];
    const two = TABLE.map((row) => row.slice(0, 2));
    expect(await shown([...lines, ...cells(two).flat(2)])).toEqual(
      ['Port | Lamps', 'North | 90017', 'South | 90018'].map((row) => `table-row: ${row}`),
    );
  });

  it('part words that stand close on both sides of a line', async () => {
    const end = 55 + widthOf('North ');
    const row = [words('North ', [55, 104]), words('South', [end, 104])];
    expect(await shown(row)).toEqual(['paragraph: North South']);
    expect(await shown([...grid([50, end - 1, 200], [90, 110]), ...row])).toEqual(['table-row: North | South']);
  });

  it('are read on a page that is shown turned', async () => {
    const turned = { entries: { Rotate: 90 }, drawings: [within([0, -1, 1, 0, 0, 841.89], [...grid(COLUMNS, ROWS), ...inRows])] };
    expect(await shown(turned)).toEqual(READ);
  });
});

describe('cells with more than a line', () => {
  it('are read to their end before the next begins', async () => {
    const first = [...below(['Keepers light the lamps at', 'night.'], [55, 104]), ...below(['They write it down by', 'day.'], [55, 146])];
    const second = [...below(['Oil comes from olives.'], [295, 104]), ...below(['Wicks come from wool.'], [295, 132])];
    const lines = grid([50, 290, 530], [90, 180]);
    const row = 'table-row: Keepers light the lamps at night. They write it down by day. | Oil comes from olives. Wicks come from wool.';
    expect(await shown([...lines, ...first, ...second])).toEqual([row]);
    const across = [
      ...below(['Keepers light the lamps at'], [55, 104]),
      ...second,
      ...below(['night.'], [55, 118]),
      ...below(['They write it down by', 'day.'], [55, 146]),
    ];
    expect(await shown([...lines, ...across])).toEqual([row]);
  });

  it('that are long and have several paragraphs are columns of text', async () => {
    const ten = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];
    const side = (name: string): string[] => ten.map((number) => `${name} keeper ${number} lights lamps at night and`);
    const column = (name: string, x: number): Drawing[] => [
      ...below([...side(name), 'sleeps.'], [x, 104]),
      ...below(['Then comes the next.'], [x, 280]),
    ];
    const text = (name: string): string[] => [`paragraph: ${side(name).join(' ')} sleeps.`, 'paragraph: Then comes the next.'];
    const both = [...column('Old', 55), ...column('New', 295)];
    expect(await shown([...grid([50, 290, 530], [90, 300]), ...both])).toEqual([...text('Old'), ...text('New')]);
  });

  it('that are long but one paragraph are data, whatever is underlined in them', async () => {
    const lines = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight'].map(
      (number) => `keeper ${number} lights lamps at night and then`,
    );
    const row = [...below([...lines, 'sleeps.'], [55, 104]), ...written('__All.__', [295, 104]), words('Always.', [295, 132])];
    expect(await shown([...grid([50, 290, 530], [90, 300]), ...row])).toEqual([`table-row: ${lines.join(' ')} sleeps. | __All.__ Always.`]);
  });

  it('that stand alone are a frame around paragraphs', async () => {
    const frame = [
      outline(50, 90, 450, 80),
      ...below(['Keepers light the lamps of Nowhere at night and write it', 'down by day.'], [57, 106]),
      ...below(['Then they sleep.'], [57, 160]),
    ];
    expect(await shown([words('Before the frame', [57, 80]), ...frame, words('and after it', [57, 182])])).toEqual([
      'paragraph: Before the frame',
      'paragraph: Keepers light the lamps of Nowhere at night and write it down by day.',
      'paragraph: Then they sleep.',
      'paragraph: and after it',
    ]);
  });
});

describe('a table over several pages', () => {
  const page = (...rows: readonly (readonly string[])[]): Drawing[] => {
    const tops = [200, ...rows.map((_, at) => 220 + at * 20)];
    return [...grid(COLUMNS, [...tops, 220 + rows.length * 20]), ...cells([['Port', 'Lamps', 'Oil lit'], ...rows], tops).flat(2)];
  };

  it('gives the heading that is said again on each of them once', async () => {
    expect(
      await shown(
        page(['North', '90017', '4 l'], ['South', '90018', '5 l']),
        page(['East', '90019', '6 l']),
        page(['West', '90020', '7 l']),
      ),
    ).toEqual(
      ['Port | Lamps | Oil lit', 'North | 90017 | 4 l', 'South | 90018 | 5 l', 'East | 90019 | 6 l', 'West | 90020 | 7 l'].map(
        (row) => `table-row: ${row}`,
      ),
    );
  });

  it('keeps a first row that only looks like the one before', async () => {
    const other = [
      ...grid(COLUMNS, [200, 220, 240]),
      ...cells(
        [
          ['Port', 'Lamps', 'Oil due'],
          ['East', '90019', '6 l'],
        ],
        [200, 220],
      ).flat(2),
    ];
    expect(await shown(page(['North', '90017', '4 l']), other)).toContain('table-row: Port | Lamps | Oil due');
  });

  it('joins no row to the text before or after it', async () => {
    const last = below(['Keepers light the lamps of Nowhere at night and', 'write it'], [57, 760]);
    expect(await shown(last, [...grid(COLUMNS, ROWS), ...inRows], below(['down by day.'], [57, 60]))).toEqual([
      'paragraph: Keepers light the lamps of Nowhere at night and write it',
      ...READ,
      'paragraph: down by day.',
    ]);
  });
});
