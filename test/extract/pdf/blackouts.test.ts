// Blacked-out passages as they are drawn: which areas hide words, what the text says in their place, and which areas are something else.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { area, below, type Drawing, inked, note, operators, type Paint, readDrawn, shown, widthOf, words } from '../../replica/drawn.ts';

const LINES = [
  'The keeper of the lamps wrote to the harbour office on the third day of',
  'the month and asked whether the boats of the northern islands had been',
  'seen by the officers of the pier, who answered that they had seen none',
  'of them since the storm, and that the lamps had been lit every night.',
] as const;
const TOP = 100;
const TEXT = below(LINES, [57, TOP]);
const WHOLE = LINES.join(' ');

/** Where words of a line stand. */
const placeOf = (line: number, part: string): readonly [x: number, y: number, width: number] => {
  const text = LINES[line] ?? '';
  return [57 + widthOf(text.slice(0, text.indexOf(part))), TOP + line * 14, widthOf(part)];
};

const over = (line: number, part: string, paint: Paint = {}): Drawing => {
  const [x, y, width] = placeOf(line, part);
  return area(x - 0.5, y - 9.5, [width + 1, 12.5], paint);
};

/** The text with some words of a line gone, and room for them. */
const without = (line: number, part: string): Drawing[] => {
  const text = LINES[line] ?? '';
  const [, y] = placeOf(line, part);
  const [before = '', after = ''] = text.split(part);
  const space = after.startsWith(' ') ? widthOf(' ') : 0;
  const rest = [words(before.trimEnd(), [57, y]), words(after.trimStart(), [57 + widthOf(before + part) + space, y])];
  return LINES.flatMap((other, at) => (at === line ? rest : [words(other, [57, TOP + at * 14])]));
};

const PART = 'northern islands';
const [X, Y, WIDTH] = placeOf(1, PART);
const gap = (length: number): string => '█'.repeat(length);
const FULL = gap(20);
const withGap = (part: string, written = gap(13)): string => `paragraph: ${WHOLE.replace(part, written)}`;

describe('a passage in a line', () => {
  it.each([
    ['painted last', [...without(1, PART), over(1, PART)]],
    ['painted first', [over(1, PART), ...without(1, PART)]],
    ['dark, not black', [...without(1, PART), over(1, PART, { color: '#3a3a3a' })]],
    ['drawn as a note', [...without(1, PART), note('Square', [X, 104, WIDTH, 13], `0 g 0 0 ${WIDTH} 13 re f`)]],
    ['drawn as a note that darkens', [...without(1, PART), note('Redact', [X, 104, WIDTH, 13], `0 0 0 1 k 0 0 ${WIDTH} 13 re B`)]],
  ] as const)('leaves a gap as wide as it is: %s', async (_, drawings) => {
    const { blocks, facts } = await readDrawn(drawings);
    expect(blocks.map(({ kind, marked }) => `${kind}: ${marked}`)).toEqual([withGap(PART)]);
    expect(blocks[0]?.text).toBe(WHOLE.replace(PART, gap(13)));
    expect(facts).toEqual(['1 blacked-out passage (page 1: 1)']);
  });

  it.each([
    ['painted last', [...TEXT, over(1, PART)]],
    ['painted first, in the colour of the words', [over(1, PART), ...TEXT]],
    ['grey', [...TEXT, over(1, PART, { color: '#999999' })]],
    ['white with a line around it', [...TEXT, over(1, PART, { color: 'white', outline: 'black' })]],
    ['in a colour', [...TEXT, over(1, PART, { color: '#001a66' })]],
    ['in two pieces', [...TEXT, over(1, 'northern'), over(1, ' islands')]],
    ['with a line under the words', [...TEXT, area(X, 115, [WIDTH, 0.6]), over(1, PART)]],
  ] as const)('keeps words that are still in the file out of the text, and says so: %s', async (_, drawings) => {
    const { blocks, facts } = await readDrawn(drawings);
    expect(blocks.map(({ marked }) => marked)).toEqual([WHOLE.replace(PART, gap(13))]);
    expect(facts).toEqual(['1 blacked-out passage (page 1: 1)', 'page 1: 1 blacked-out passage still carries its text in the file']);
  });

  it('may be one of several, on several pages', async () => {
    const first = [...TEXT, over(1, 'month'), over(1, PART), over(2, 'officers')];
    const { blocks, facts } = await readDrawn(first, TEXT, [...without(2, 'officers'), over(2, 'officers')]);
    expect(blocks[0]?.text).toBe(WHOLE.replace('month', gap(5)).replace(PART, gap(13)).replace('officers', gap(6)));
    expect(facts).toEqual([
      '4 blacked-out passages (page 1: 3, page 3: 1)',
      'page 1: 3 blacked-out passages still carry their text in the file',
    ]);
  });

  it.each([
    ['at the beginning of a line', 2, 'seen by the officers'],
    ['at its end', 0, 'the third day of'],
    ['before a comma', 2, 'pier'],
    ['at the end of the text', 3, 'every night'],
  ] as const)('stands where the words stood: %s', async (_, line, part) => {
    const [block] = await shown([...without(line, part), over(line, part)]);
    expect(block?.replace(/█{3,20}/, '#')).toBe(withGap(part, '#'));
  });

  it('is nothing but a gap, whichever words of a line are hidden and in whatever order things are painted', async () => {
    const line = LINES[1].split(' ');
    const span = fc.tuple(fc.nat({ max: line.length - 1 }), fc.nat({ max: line.length - 1 }));
    await fc.assert(
      fc.asyncProperty(span, fc.boolean(), async ([a, b], last) => {
        const part = line.slice(Math.min(a, b), Math.max(a, b) + 1).join(' ');
        // Words that stand more than once, and letters.
        fc.pre(part.length > 3 && LINES[1].split(part).length === 2);
        const { blocks } = await readDrawn(last ? [...TEXT, over(1, part)] : [over(1, part), ...TEXT]);
        expect(blocks.map(({ text }) => text.replace(/█{3,20}/, '#'))).toEqual([WHOLE.replace(LINES[1], LINES[1].replace(part, '#'))]);
      }),
      { numRuns: 25 },
    );
  });
});

describe('a passage of several lines', () => {
  const [x, , rest] = placeOf(1, 'boats of the northern islands had been');
  const open = [words(LINES[0], [57, 100]), words('the month and asked whether the', [57, 114])];
  const end = words('of them since the storm.', [57 + 64, 142]);

  it('is one gap, wherever its lines break', async () => {
    const areas = [area(x, 104.5, [rest, 12.5]), area(57, 118.5, [widthOf(LINES[2]), 12.5]), area(57, 132.5, [62, 12.5])];
    const { blocks, facts } = await readDrawn([...open, ...areas, end]);
    expect(blocks.map(({ text }) => text)).toEqual([`${LINES[0]} the month and asked whether the ${FULL} of them since the storm.`]);
    expect(facts).toEqual(['1 blacked-out passage (page 1: 1)']);
  });

  it.each([
    ['one area over it', [area(54, 160, [390, 56])]],
    ['an area over each line', [0, 1, 2, 3].map((at) => area(57, 162.5 + at * 14, [at === 3 ? 150 : 370, 12.5]))],
    ['words under it', [...below(LINES, [57, 172]), area(54, 160, [390, 58])]],
  ] as const)('may be a paragraph: %s', async (_, drawings) => {
    const text = [...TEXT, ...drawings, ...below(LINES, [57, 240])];
    expect(await shown(text)).toEqual([`paragraph: ${WHOLE}`, `paragraph: ${FULL}`, `paragraph: ${WHOLE}`]);
  });

  it('may be most of a page, or all of it', async () => {
    const { blocks, facts } = await readDrawn([...TEXT, area(57, 160, [480, 600])], [area(57, 57, [480, 700])], TEXT);
    expect(blocks.map(({ page, text }) => `${page}: ${text}`)).toEqual([`1: ${WHOLE}`, `1: ${FULL}`, `2: ${FULL}`, `3: ${WHOLE}`]);
    expect(facts).toEqual(['2 blacked-out passages (page 1: 1, page 2: 1)']);
  });

  it('is no text where a file has nothing else', async () => {
    await expect(readDrawn([area(57, 57, [480, 700])])).rejects.toMatchObject({ code: 'no-text-layer' });
  });
});

describe('what is printed on a passage', () => {
  it.each([
    ['[DELETED]', '[DELETED]'],
    ['Art. 94(1)(b)', '[Art. 94(1)(b)]'],
  ])('is kept, in brackets: %s', async (label, written) => {
    const drawings = [...without(1, PART), over(1, PART), inked('white', [words(label, [X + 8, 113], { size: 8 })])];
    expect(await shown(drawings)).toEqual([withGap(PART, `${gap(13)} ${written}`)]);
  });

  it('may be a word that can be read, and hides nothing', async () => {
    const drawings = [...without(1, PART), over(1, PART), inked('white', [words(PART, [X, 114])])];
    expect((await shown(drawings)).join(' ')).not.toContain('█');
  });
});

describe('forms and tables', () => {
  it('have their passages behind what introduces them', async () => {
    const form = [words('Keeper:', [57, 100]), area(110, 91, [90, 12]), words('Island:', [57, 120]), area(110, 111, [60, 12])];
    expect((await shown(form)).join(' ')).toBe(`paragraph: Keeper: ${gap(15)} Island: ${gap(10)}`);
    const list = [words('Keepers shall:', [57, 80]), words('(a)', [57, 100]), area(80, 91, [200, 12]), words('(b)', [57, 120])];
    expect(await shown([...list, words('sleep.', [80, 120])])).toContain(`list-item: (a) ${FULL}`);
  });

  it('have them in ruled cells', async () => {
    const rules = [90, 110, 130].map((y) => area(57, y, [243, 0.5]));
    const sides = [57, 157, 300].map((side) => area(side, 90, [0.5, 40]));
    const cells = [words('Keeper', [60, 104]), area(162, 94, [100, 12]), words('Island', [60, 124]), words('Nowhere', [160, 124])];
    expect(await shown([...rules, ...sides, ...cells])).toEqual([`table-row: Keeper | ${gap(17)}`, 'table-row: Island | Nowhere']);
    const shaded = [area(157, 90, [143, 20]), words('Keeper', [60, 104]), words('Island', [60, 124]), words('Nowhere', [160, 124])];
    expect((await shown([...rules, ...sides, ...shaded])).join(' ')).not.toContain('█');
  });
});

const BARS = [
  ['Nowhere', 200, '99001'],
  ['Elsewhere', 120, '98002'],
  ['Anywhere', 90, '97003'],
] as const;
const bars = (draw: (bar: (typeof BARS)[number], at: number) => readonly Drawing[]): Drawing[] => [
  ...TEXT,
  ...BARS.flatMap(draw),
  ...below(LINES, [57, 320]),
];

describe('no passage is', () => {
  const OTHERS: Readonly<Record<string, readonly Drawing[]>> = {
    'a highlight under words': [over(1, PART, { color: 'yellow' }), ...TEXT],
    'a highlight that words shine through': [...TEXT, over(1, PART, { color: 'yellow', opacity: 0.4 })],
    'a shade that words shine through': [...TEXT, over(1, PART, { opacity: 0.5 })],
    'a dark ground with white words': [over(1, PART), inked('white', [words(PART, [X, Y])]), ...without(1, PART)],
    'the head of a table': [
      ...[57, 157, 257].map((left) => area(left, 88, [100, 18])),
      inked('white', [words('Island', [60, 101]), words('Article 5', [160, 101]), words('Boats', [260, 101])]),
      ...[57, 157, 257].flatMap((left) => below(['north', 'south', 'west'], [left + 3, 120])),
    ],
    'bars with names and numbers': bars(([name, long, number], at) => [
      words(name, [147 - widthOf(name), 200 + at * 18]),
      area(150, 191 + at * 18, [long, 12]),
      words(number, [153 + long, 200 + at * 18]),
    ]),
    'bars under their names': bars(([name, long], at) => [
      words(`${name}, as it was seen from the pier`, [57, 180 + at * 36]),
      area(57, 186 + at * 36, [long, 12]),
    ]),
    'bars that stand': bars(([name, high, number], at) => [
      words(number, [100 + at * 60, 300 - high * 0.6 - 3], { size: 8 }),
      area(100 + at * 60, 300 - high * 0.6, [30, high * 0.6]),
      words(name, [100 + at * 60, 312], { size: 8 }),
    ]),
    'the parts of a bar': [...TEXT, words('Seen', [57, 200]), area(85, 191, [60, 12]), area(145, 191, [40, 12], { color: '#888888' })],
    'the key of a map': bars(([name], at) => [area(57, 191 + at * 18, [10, 10]), words(name, [71, 200 + at * 18])]),
    'a thick rule': [...TEXT, area(57, 148, [380, 5]), ...below(LINES, [57, 170])],
    'a bar under a title': [words('The keepers of the northern lamps', [57, 80], { size: 18 }), area(57, 84, [380, 10]), ...TEXT],
    'the edge of a page': [area(0, 0, [595, 40]), area(0, 0, [30, 842]), ...TEXT],
    'black behind white cells': [area(57, 160, [200, 60]), area(58, 161, [198, 58], { color: 'white' }), ...TEXT],
    'the frame of an area': [...TEXT, operators(`${X} 725 ${WIDTH} 14 re ${X + 2} 727 ${WIDTH - 4} 10 re f*`)],
    'a shape with letters for holes': [...TEXT, operators(`${X} 725 ${WIDTH} 14 re 400 727 m 410 730 420 740 430 727 c f*`)],
    'a limit for letters': [
      operators(`q BT /T 12 Tf 7 Tr ${X} ${842 - Y} Td (${PART}) Tj ET ${X} 720 ${WIDTH} 20 re f Q`),
      ...without(1, PART),
    ],
    'an outline of a note': [...TEXT, note('Redact', [X, Y - 10, WIDTH, 13], `1 0 0 RG 0 0 ${WIDTH} 13 re S`)],
  };
  it.each(Object.keys(OTHERS))('%s', async (name) => {
    const { blocks, facts } = await readDrawn(OTHERS[name] ?? []);
    expect(facts).toEqual([]);
    expect(blocks.map(({ text }) => text).join(' ')).not.toContain('█');
    for (const word of [PART, 'lamps']) expect(name === 'the head of a table' || blocks.some(({ text }) => text.includes(word))).toBe(true);
  });
});
