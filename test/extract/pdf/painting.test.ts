// The graphics state, on lists of operators made by hand: where characters and lines come to stand, whatever the list does.

import fc from 'fast-check';
import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { describe, expect, it } from 'vitest';
import { operators, shown, words } from '../../replica/drawn.ts';
import { at, BAR, BEGIN, paint, path, places, type Step, show } from './steps.ts';

describe('characters', () => {
  it('follow each other, and the lines of a text', () => {
    const text = paint(
      ...BEGIN,
      at(50, 700),
      show('ab'),
      [OPS.setLeading, 14],
      [OPS.nextLine],
      show('c'),
      [OPS.setLeadingMoveText, 3, -20],
      show('d'),
      [OPS.nextLine],
      show('e'),
    );
    expect(places(text)).toEqual(['a 50 100', 'b 55 100', 'c 50 114', 'd 53 134', 'e 53 154']);
    expect(text.glyphs[0]).toMatchObject({ width: 5, size: 10, font: 'Lamp', bold: false, turned: false, artifact: false });
  });

  it('begin anew with each text and each matrix', () => {
    const text = [
      ...BEGIN,
      at(50, 700),
      show('ab'),
      [OPS.beginText],
      at(1, 1),
      show('c'),
      [OPS.setTextMatrix, [2, 0, 0, 2, 10, 20]],
      show('d'),
      at(3, 4),
      show('e'),
    ] as const;
    expect(places(paint(...text))).toEqual(['a 50 100', 'b 55 100', 'c 1 799', 'd 10 780', 'e 16 772']);
    expect(
      paint(...text)
        .glyphs.map(({ size, width }) => `${size}/${width}`)
        .join(' '),
    ).toBe('10/5 10/5 10/5 20/10 20/10');
  });

  it('stand apart by what the file puts between them and between words, and by single shifts', () => {
    const spaced = paint(...BEGIN, at(0, 800), [OPS.setCharSpacing, 1], [OPS.setWordSpacing, 4], show('a b', -2000, 'c'));
    expect(places(spaced)).toEqual(['a 0 0', '  6 0', 'b 16 0', 'c 42 0']);
    const squeezed = paint(...BEGIN, at(0, 800), [OPS.setHScale, 50], [OPS.setCharSpacing, 1], show('a b', -2000, 'c'));
    expect(places(squeezed)).toEqual(['a 0 0', '  3 0', 'b 6 0', 'c 19 0']);
    expect(squeezed.glyphs[0]).toMatchObject({ width: 2.5, spacing: 0.5, size: 10 });
  });

  it('are raised, emboldened, of the font they are set in', () => {
    const text = paint(
      ...BEGIN,
      at(0, 700),
      [OPS.setTextRise, 3],
      show('a'),
      [OPS.setTextRise, 0],
      [OPS.setTextRenderingMode, 2],
      show('b'),
      [OPS.setTextRenderingMode, 0],
      show('c'),
      [OPS.setFont, 'b', 8],
      show('d'),
      [OPS.setFont, 'drawn', -1],
      show('e'),
    );
    expect(text.glyphs.map(({ text: char, y, bold, font, size }) => `${char} ${y} ${bold} ${font} ${size}`)).toEqual([
      'a 97 false Lamp 10',
      'b 100 true Lamp 10',
      'c 100 false Lamp 10',
      'd 100 true Lamp-Bold 8',
      'e 100 false Drawn 1',
    ]);
    expect(text.glyphs[4]?.width).toBe(-5);
  });

  it.each([
    [[1, 0, 0, 1, 0, 0], false],
    [[0.99, 0.1, -0.1, 0.99, 0, 0], false],
    [[0, 1, -1, 0, 0, 0], true],
    [[0.7, 0.7, -0.7, 0.7, 0, 0], true],
    [[0.7, -0.7, 0.7, 0.7, 0, 0], true],
    [[-1, 0, 0, -1, 0, 0], true],
    [[-1, 0, 0, 1, 0, 0], true],
  ])('run from left to right, or are turned: %j', (matrix, turned) => {
    expect(paint(...BEGIN, [OPS.setTextMatrix, matrix], show('a')).glyphs[0]?.turned).toBe(turned);
  });
});

describe('the state', () => {
  // biome-ignore format: a list
  const CHANGES: readonly Step[] = [
    [OPS.setFont, 'b', 20], [OPS.setCharSpacing, 3], [OPS.setWordSpacing, 5], [OPS.setHScale, 70], [OPS.setTextRise, 4],
    [OPS.setTextRenderingMode, 2], [OPS.setLeading, 30], [OPS.setLineWidth, 9], [OPS.transform, 2, 0, 0, 3, 10, 20],
  ];
  const AFTER: readonly Step[] = [[OPS.beginText], show('a b'), [OPS.nextLine], show('c'), path(OPS.stroke, 0, 5, 5, 1, 25, 5)];
  const step = fc.constantFrom(...CHANGES, show('x'), [OPS.moveText, 3, 4] as const);

  it('comes back with a restore, the end of a group, the end of a form, after any changes', () => {
    const fresh = paint([OPS.setFont, 'f', 10], ...AFTER);
    const pairs = fc.constantFrom<readonly [Step, Step]>(
      [[OPS.save], [OPS.restore]],
      [
        [OPS.beginGroup, {}],
        [OPS.endGroup, {}],
      ],
      [[OPS.paintFormXObjectBegin, [2, 0, 0, 2, 7, 7], null], [OPS.paintFormXObjectEnd]],
      [[OPS.paintFormXObjectBegin, null, null], [OPS.paintFormXObjectEnd]],
    );
    fc.assert(
      fc.property(fc.array(step), pairs, fc.array(step), pairs, (outer, [open, close], inner, [openToo, closeToo]) => {
        const within = paint([OPS.setFont, 'f', 10], open, ...outer, openToo, ...inner, closeToo, close, ...AFTER);
        expect(within.glyphs.slice(-4)).toEqual(fresh.glyphs);
        expect(within.rules).toEqual(fresh.rules);
      }),
    );
    for (const change of CHANGES) expect(paint([OPS.setFont, 'f', 10], change, ...AFTER)).not.toEqual(fresh);
  });

  it('is the one inside a form until it ends: its matrix first, then that of the page', () => {
    const text = paint(
      [OPS.transform, 1, 0, 0, 1, 100, 0],
      [OPS.paintFormXObjectBegin, [2, 0, 0, 2, 10, 0], null],
      ...BEGIN,
      [OPS.paintFormXObjectBegin, [1, 0, 0, 1, 5, 50], null],
      show('a'),
      [OPS.paintFormXObjectEnd],
      show('b'),
      [OPS.paintFormXObjectEnd],
      show('c'),
    );
    expect(text.glyphs.map(({ text: char, x, y, size }) => [char, x, y, size])).toEqual([
      ['a', 120, 700, 20],
      ['b', 120, 800, 20],
      ['c', 110, 800, 0],
    ]);
  });

  it('outlives restores and ends without a beginning, and beginnings without an end', () => {
    const lost = paint(
      ...BEGIN,
      [OPS.restore],
      [OPS.endGroup],
      [OPS.paintFormXObjectEnd],
      [OPS.endMarkedContent],
      at(50, 700),
      show('a'),
      [OPS.save],
      [OPS.save],
      show('b'),
    );
    expect(places(lost)).toEqual(['a 50 100', 'b 55 100']);
    expect(lost.glyphs.map(({ size, artifact }) => [size, artifact])).toEqual([
      [10, false],
      [10, false],
    ]);
  });

  it('knows what the file calls no part of the text, however deep it stands', () => {
    const end: Step = [OPS.endMarkedContent];
    const marked = (tag: string, ...steps: readonly Step[]): Step[] => [[OPS.beginMarkedContentProps, tag, {}], ...steps, end];
    const foot = marked('Artifact', show('b'), ...marked('Span', show('c')), show('d'));
    const bare: readonly Step[] = [[OPS.beginMarkedContent, 'Artifact'], show('f'), end, end, end];
    const text = paint(...BEGIN, ...marked('P', show('a')), ...foot, show('e'), ...bare, show('g'));
    expect(text.glyphs.filter(({ artifact }) => artifact).map(({ text: char }) => char)).toEqual(['b', 'c', 'd', 'f']);
  });
});

describe('lines', () => {
  it('are what is painted, not what limits or is thrown away', () => {
    for (const kind of [OPS.fill, OPS.eoFill, OPS.stroke, OPS.closeStroke, OPS.fillStroke])
      expect(paint(path(kind, ...BAR)).rules[0]).toMatchObject({ left: 50, right: 110 });
    for (const kind of [OPS.clip, OPS.eoClip, OPS.endPath]) expect(paint(path(kind, ...BAR)).rules).toEqual([]);
    expect(paint([OPS.constructPath, OPS.fill, [null], null])).toEqual(paint());
  });

  it('are as thick as their pen on the page, and stand where the page has them', () => {
    const line = path(OPS.stroke, 0, 50, 100, 1, 110, 100);
    expect(paint([OPS.setLineWidth, 3], line)).toEqual(paint());
    expect(paint([OPS.setLineWidth, 3], path(OPS.fill, ...BAR)).rules).toEqual([{ left: 50, right: 110, y: 699.5 }]);
    expect(paint([OPS.setLineWidth, 3], [OPS.transform, 0.5, 0, 0, 0.5, 0, 0], line).rules).toEqual([{ left: 25, right: 55, y: 750 }]);
    expect(paint([OPS.transform, 4, 0, 0, 4, 0, 0], line)).toEqual(paint());
  });
});

it('loses nothing but what has no place, where numbers are absurd', async () => {
  const absurd =
    'BT /T 12 Tf 1e38 0 0 1e38 0 0 Tm (far) Tj 0 0 0 0 0 0 Tm (flat) Tj ET q 1e38 0 0 1e38 1e38 0 cm 1e38 0 0 1e38 1e38 0 cm 0 0 1e38 1 re f BT /T 1e38 Tf (huge) Tj ET Q';
  expect((await shown([operators(absurd), words('The lamps', [57, 100])])).filter((block) => block.includes('lamps'))).toEqual([
    'paragraph: The lamps',
  ]);
  const numbers = fc.array(fc.oneof(fc.double(), fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY, 0)), { maxLength: 6 });
  const operator = fc.constantFrom(...Object.values(OPS));
  fc.assert(
    fc.property(fc.array(fc.tuple(operator, numbers)), (steps) => {
      const before = steps.filter(
        ([code]) => ![OPS.showText, OPS.constructPath, OPS.setTextMatrix, OPS.paintFormXObjectBegin].includes(code),
      );
      const text = paint([OPS.save], ...before.map(([code, args]): Step => [code, ...args]), ...BEGIN, show('a'));
      expect(text.glyphs).toHaveLength(1);
    }),
  );
});
