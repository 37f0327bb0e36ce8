// Drafting marks as they are drawn: which lines strike or underline which words, and which are something else.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Run, writeRuns } from '../../../pipeline/marks.ts';
import {
  below,
  type Drawing,
  filled,
  grid,
  operators,
  type Pen,
  readDrawn,
  SANS,
  SANS_BOLD,
  shown,
  stroked,
  widthOf,
  within,
  words,
  written,
  writtenBelow,
} from '../../replica/drawn.ts';

const AT = [57, 100] as const;
const PENS: readonly Pen[] = ['filled', 'stroked', 'double'];

/** A line through words that were drawn before, from one of them to another. */
const through = (before: string, struck: string): Drawing => filled(57 + widthOf(before), 96.6, widthOf(struck), 0.6);

describe('words with their drafting marks', () => {
  it.each(PENS)('come with every mark they have, drawn %s', async (pen) => {
    const marked =
      'The ~~old~~ **new** keeper of __Nowhere__ ~~__**lights**__~~ __**tends**__ the lamps (~~63~~**62**) and establish~~es~~**ed** it';
    expect(await shown(written(marked, AT, { pen }))).toEqual([`paragraph: ${marked}`]);
  });

  it.each([8, 11, 24])('are found in %d points as well', async (size) => {
    const marked = 'The ~~old~~ **new** keeper __lights__ it';
    expect(await shown(written(marked, AT, { size }))).toEqual([`paragraph: ${marked}`]);
  });

  it('are bold where the font is, whatever the file calls it, and where the letters are filled and stroked', async () => {
    const at = (text: string): readonly [number, number] => [57 + widthOf(text), 100];
    const twice = [words('The ', AT), words('bold', at('The '), { fill: true, stroke: true }), words(' lamp', at('The bold'))];
    expect(await shown(twice)).toEqual(['paragraph: The **bold** lamp']);
    const sans = [words('Φάρος', AT, { font: SANS }), words('νέος', [100, 100], { font: SANS_BOLD })];
    expect(await shown(sans)).toEqual(['paragraph: Φάρος **νέος**']);
  });

  it('may be a part of what is drawn at once', async () => {
    expect(await shown([words('Recital (6362) on lamps', AT), through('Recital (', '63')])).toEqual([
      'paragraph: Recital (~~63~~62) on lamps',
    ]);
    const { blocks } = await readDrawn([
      words('the lamps are not lit', AT),
      through('the lamps ', 'are'),
      through('the lamps are n', 'ot'),
    ]);
    expect(blocks[0]).toMatchObject({ marked: 'the lamps ~~are~~ n~~ot~~ lit', text: 'the lamps n lit' });
  });

  it('may be struck over the end of a line, and lose its hyphen there', async () => {
    const lines = ['All islands. The keeper ~~who lights the is-~~', '~~lands at night~~ **and by** __day all__', '__year__ sleeps'];
    const { blocks } = await readDrawn(writtenBelow(lines, AT));
    expect(blocks).toEqual([
      {
        kind: 'paragraph',
        page: 1,
        marked: 'All islands. The keeper ~~who lights the islands at night~~ **and by** __day all year__ sleeps',
        text: 'All islands. The keeper **and by** day all year sleeps'.replaceAll('*', ''),
      },
    ]);
  });

  it('may be the mark of a footnote', async () => {
    const end = 57 + widthOf('The lamps');
    const marks = [words('12', [end, 95], { size: 7 }), filled(end, 93.2, widthOf('1', { size: 7 }), 0.5)];
    expect(await shown([words('The lamps', AT), ...marks, words('burn.', [end + 10, 100])])).toEqual([
      'paragraph: The lamps ~~¹~~ ² burn.',
    ]);
  });

  it('may be a list mark, with another in its place', async () => {
    const list = [
      ...below(['Keepers need'], [57, 80]),
      ...written('~~(a)~~ **(b)** oil;', AT),
      ...written('~~(b)~~**(c)** wicks.', [57, 114]),
      ...written('~~(d) matches.~~', [57, 128]),
    ];
    expect(await shown(list)).toEqual([
      'paragraph: Keepers need',
      'list-item: ~~(a)~~ **(b)** oil;',
      'list-item: ~~(b)~~**(c)** wicks.',
      'list-item: ~~(d) matches.~~',
    ]);
  });

  it('may stand in a heading, in a cell, or be a whole paragraph', async () => {
    const { blocks } = await readDrawn([
      ...written('~~LAMPS~~ **LANTERNS** OF NOWHERE', [57, 60]),
      ...writtenBelow(['~~The keeper lights the lamps of Nowhere at night and writes it~~', '~~down.~~'], AT),
      ...below(['The keeper sleeps by day.'], [57, 150]),
      ...grid([50, 200, 350], [190, 210, 230]),
      ...written('~~Oil~~ **Gas**', [55, 204]),
      ...written('90017', [205, 204]),
      ...written('~~Wicks~~', [55, 224]),
      ...written('~~4~~', [205, 224]),
    ]);
    expect(blocks.map(({ kind, text, marked }) => `${kind}: ${text} = ${marked}`)).toEqual([
      'heading: LANTERNS OF NOWHERE = ~~LAMPS~~ **LANTERNS** OF NOWHERE',
      'paragraph:  = ~~The keeper lights the lamps of Nowhere at night and writes it down.~~',
      'paragraph: The keeper sleeps by day. = The keeper sleeps by day.',
      'table-row: Gas | 90017 = ~~Oil~~ **Gas** | 90017',
      'table-row:  = ~~Wicks~~ | ~~4~~',
    ]);
  });
});

describe('other lines', () => {
  const LINES: Readonly<Record<string, readonly Drawing[]>> = {
    'the line over footnotes': [filled(57, 104, 144, 0.6)],
    'a line as wide as the page under a title': [filled(57, 102, 480, 0.6)],
    'a bar through the words, thicker than a pen': [filled(57, 94, 60, 4)],
    'a line above the words': [filled(57, 91, 60, 0.6)],
    'a line well below': [filled(57, 108, 40, 0.6)],
    'the side of a frame beside it': [filled(55, 80, 0.6, 40)],
    'a path that is only a limit for others': [operators('57 744.9 60 0.6 re W n')],
    'a line across turned words': [within([0, -1, 1, 0, 300, 200], [words('OIL', [0, 0], { size: 20 })]), filled(290, 194, 30, 0.6)],
    'a line on a slope': [stroked([57, 106], [117, 88])],
  };
  it.each(Object.keys(LINES))('are no mark: %s', async (name) => {
    const blocks = await shown([words('The lamps', AT), ...(LINES[name] ?? [])]);
    expect(blocks.filter((block) => !block.endsWith('OIL'))).toEqual(['paragraph: The lamps']);
  });

  it('are no mark: what is to be filled in', async () => {
    const form = [words('Name', AT), filled(84, 102, 200, 0.6), words('Date', [300, 100]), filled(326, 102, 90, 0.6)];
    expect(await shown(form)).toEqual(['paragraph: Name Date']);
  });

  it.each([2, 8])('are no mark: the floors of cells, %d points under the words', async (room) => {
    const right = 52 + widthOf('A lamp that is lit');
    const cells = [0, 1].flatMap((row) => [
      words('A lamp that is lit', [51, 120 + row * 20 - room]),
      words(`9001${row}`, [right + 1, 120 + row * 20 - room]),
    ]);
    const tight = grid([50, right, right + 2 + widthOf('90010')], [100, 120, 140]);
    expect(await shown([...cells, ...tight])).toEqual(['table-row: A lamp that is lit | 90010', 'table-row: A lamp that is lit | 90011']);
  });

  it('are no mark: the bar of a fraction', async () => {
    const fraction = [words('oil', [124, 92]), filled(122, 96.5, 40, 0.5), words('lamps', [124, 109])];
    expect((await shown([words('the share is', AT), ...fraction, words('in all', [170, 100])])).join()).not.toMatch(/[~_]{2}/);
  });

  it('underline words to their ends, and the space after them, no farther', async () => {
    const to = (more: number): Promise<string[]> => shown([words('The lamps', AT), filled(57, 101.5, widthOf('The lamps') + more, 0.6)]);
    expect(await to(0)).toEqual(['paragraph: __The lamps__']);
    expect(await to(4)).toEqual(['paragraph: __The lamps__']);
    expect(await to(20)).toEqual(['paragraph: The lamps']);
    expect(await shown([words('The lamps', AT), filled(37, 101.5, 20 + widthOf('The lamps'), 0.6)])).toEqual(['paragraph: The lamps']);
  });
});

interface Part {
  readonly text: string;
  readonly style: Omit<Run, 'text'>;
}

const style = fc.record({ bold: fc.boolean(), underlined: fc.boolean(), struck: fc.boolean(), link: fc.constant(null) });
const letters = fc.string({ unit: fc.constantFrom(...'abdefghiklmnopqrstuvw'), minLength: 2, maxLength: 5 });
/** A word has parts of several styles; a line has room on its page. */
const aWord = fc.array(fc.record({ text: letters, style }), { minLength: 1, maxLength: 3 });
const aLine = fc.array(aWord, { minLength: 1, maxLength: 4 });

const runsOf = (wordsOfLine: readonly (readonly Part[])[]): Run[] =>
  wordsOfLine.flatMap((parts, at) => [
    ...(at === 0 ? [] : [{ text: ' ', bold: false, underlined: false, struck: false, link: null }]),
    ...parts.map((part) => ({ text: part.text, ...part.style })),
  ]);

it('gives back the styles of any words, and the live ones in their order', async () => {
  const layout = fc.record({ pen: fc.constantFrom(...PENS), size: fc.integer({ min: 8, max: 14 }) });
  await fc.assert(
    fc.asyncProperty(fc.array(aLine, { minLength: 1, maxLength: 4 }), layout, async (lines, look) => {
      const { blocks } = await readDrawn(
        writtenBelow(
          lines.map((line) => writeRuns(runsOf(line))),
          AT,
          look,
        ),
      );
      const live = lines.flat(2).filter((part) => !part.style.struck);
      expect(blocks.map(({ marked }) => marked)).toEqual([writeRuns(runsOf(lines.flat()))]);
      expect(blocks[0]?.text.replaceAll(' ', '')).toBe(live.map(({ text }) => text).join(''));
    }),
    { numRuns: 60 },
  );
});
