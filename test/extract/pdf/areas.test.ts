// Areas that are filled: which of them hide what was painted before, where they end, and in which colour they are.

import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { describe, expect, it } from 'vitest';
import { BAR, BEGIN, paint, path, type Step, show } from './steps.ts';

describe('areas', () => {
  const AREA = [0, 50, 100, 1, 110, 100, 1, 110, 120, 1, 50, 120, 4];
  const black: Step = [OPS.setFillRGBColor, '#000000'];
  const fill = path(OPS.fill, ...AREA);
  const clip = (...extent: readonly [number, number, number, number]): Step[] => [
    [OPS.clip],
    [OPS.constructPath, OPS.endPath, [new Float32Array(AREA)], new Float32Array(extent)],
  ];
  const inks = (...steps: readonly Step[]): number[] => paint(...steps).fills.map(({ ink }) => ink);
  const state = (...entries: readonly (readonly [string, unknown])[]): Step => [OPS.setGState, entries];

  it('have a colour, and their place in the order of painting', () => {
    const painting = paint(...BEGIN, show('ab'), [OPS.setFillRGBColor, '#1a2b3c'], path(OPS.fillStroke, ...AREA), show('c'));
    expect(painting.fills).toEqual([
      { left: 50, top: 680, right: 110, bottom: 700, ink: 0x1a2b3c, outlined: true, picture: false, after: 2 },
    ]);
    expect(painting.glyphs.map(({ ink }) => ink)).toEqual([0, 0, 0x1a2b3c]);
    expect(inks(fill, [OPS.save], [OPS.setFillRGBColor, '#ffffff'], fill, [OPS.restore], fill)).toEqual([0, 0xffffff, 0]);
    expect(inks([OPS.setFillColorN, 'TilingPattern'], fill, [OPS.setFillTransparent], fill)).toEqual([-1, -1]);
  });

  it('are those that hide what is below', () => {
    expect(inks(state(['ca', 0.5]), fill, state(['ca', 1]), fill)).toEqual([0]);
    expect(inks(state(['BM', 'screen']), fill, state(['BM', 'multiply']), fill, [OPS.setFillRGBColor, '#ffff00'], fill)).toEqual([0]);
    expect(inks(state(['SMask', true]), fill, state(['SMask', false]), fill)).toEqual([0]);
    const group = (...steps: readonly Step[]): Step[] => [[OPS.beginGroup, {}], ...steps, [OPS.endGroup, {}]];
    expect(inks(state(['ca', 0.5]), ...group(state(['ca', 1]), fill))).toEqual([]);
    expect(inks(...group(state(['ca', 1]), fill), fill)).toEqual([0, 0]);
    expect(inks([OPS.beginGroup, { smask: {} }], fill, [OPS.endGroup, {}])).toEqual([]);
    expect(inks([OPS.beginMarkedContentProps, 'OC', {}], fill, [OPS.endMarkedContent], fill)).toEqual([0]);
    for (const kind of [OPS.stroke, OPS.endPath]) expect(inks([OPS.setLineWidth, 0], path(kind, ...AREA))).toEqual([]);
  });

  it('end where paint may fall no more', () => {
    const places = (...steps: readonly Step[]): string[] =>
      paint(...steps).fills.map(({ left, top, right, bottom }) => `${left}-${right} ${top}-${bottom}`);
    expect(places(...clip(60, 0, 90, 110), fill)).toEqual(['60-90 690-700']);
    expect(places([OPS.save], ...clip(60, 0, 90, 110), [OPS.restore], fill)).toEqual(['50-110 680-700']);
    expect(places(...clip(200, 0, 300, 110), fill)).toEqual([]);
    expect(places([OPS.paintFormXObjectBegin, [1, 0, 0, 1, 0, 0], [0, 0, 70, 800]], fill, [OPS.paintFormXObjectEnd])).toEqual([
      '50-70 680-700',
    ]);
    expect(places([OPS.clip], path(OPS.endPath, 0, 50, 100, 2, 60, 90, 100, 90, 110, 100, 4), fill)).toEqual([]);
    expect(places(...BEGIN, [OPS.setTextRenderingMode, 7], show('a'), fill)).toEqual([]);
  });

  it('may be drawn by a note, whose words and lines are none of the page', () => {
    const begin: Step = [OPS.beginAnnotation, 'id', [0, 0, 200, 200], [1, 0, 0, 1, 10, 0], [1, 0, 0, 1, 0, 0], false];
    const painting = paint(black, state(['ca', 0.5]), begin, ...BEGIN, show('a'), fill, path(OPS.fill, ...BAR), [OPS.endAnnotation]);
    expect(painting).toMatchObject({ glyphs: [], rules: [], fills: [{ left: 60, right: 120, ink: 0 }] });
  });

  it('may be a picture, of which nothing is left but its place', () => {
    const place: Step = [OPS.transform, 60, 0, 0, 20, 50, 100];
    expect(paint([OPS.save], place, [OPS.restore]).fills).toMatchObject([{ left: 50, top: 680, right: 110, bottom: 700, picture: true }]);
    expect(inks([OPS.save], place, path(OPS.stroke, ...BAR), [OPS.restore], [OPS.save], [OPS.restore])).toEqual([]);
  });
});
