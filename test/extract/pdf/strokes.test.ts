// Which lines a path holds: thin ones only, where they stand on the page.

import { describe, expect, it } from 'vitest';
import { linesOf, type Matrix, multiply } from '../../../pipeline/extract/pdf/strokes.ts';

const HERE: Matrix = [1, 0, 0, 1, 0, 0];
const box = (x: number, y: number, width: number, height: number): number[] => [
  0,
  x,
  y,
  1,
  x + width,
  y,
  1,
  x + width,
  y + height,
  1,
  x,
  y + height,
  4,
];
/** `50-110 100` across the page, `50 100-160` down it. */
const shown = (data: readonly number[], thickness: number, matrix = HERE): string[] => {
  const { rules, uprights } = linesOf(new Float32Array(data), matrix, thickness);
  return [...rules.map(({ left, right, y }) => `${left}-${right} ${y}`), ...uprights.map(({ x, top, bottom }) => `${x} ${top}-${bottom}`)];
};

describe('a path that is filled', () => {
  it.each([
    ['a bar', box(50, 100, 60, 1), ['50-110 100.5']],
    ['a bar drawn backwards', box(110, 101, -60, -1), ['50-110 100.5']],
    ['an upright bar', box(50, 100, 1, 60), ['50.5 100-160']],
    ['a short one', box(50, 100, 1, 2), ['50.5 100-102']],
    ['two bars', [...box(50, 100, 10, 1), ...box(70, 100, 10, 1)], ['50-60 100.5', '70-80 100.5']],
    ['an area', box(50, 100, 60, 20), []],
    ['a bar as thick as letters are', box(50, 100, 60, 3), []],
    ['nothing', [], []],
    ['a line to nowhere', [1, 50, 100], []],
    ['a part that is unknown, after a bar', [...box(50, 100, 60, 1), 9, 0, 5, 5], ['50-110 100.5']],
  ] as const)('%s', (_, data, lines) => {
    expect(shown(data, 0)).toEqual(lines);
  });

  it('stands where the matrix puts it, turned too', () => {
    expect(shown(box(50, 100, 60, 1), 0, [1, 0, 0, -1, 0, 800])).toEqual(['50-110 699.5']);
    expect(shown(box(50, 100, 60, 1), 0, [0, 1, -1, 0, 0, 0])).toEqual(['-100.5 50-110']);
    expect(shown(box(50, 100, 60, 4), 0, [0.5, 0, 0, 0.5, 0, 0])).toEqual(['25-55 51']);
    expect(shown(box(50, 100, 60, 1), 0, [3, 0, 0, 3, 0, 0])).toEqual([]);
  });
});

describe('a path that is drawn with a pen', () => {
  it.each([
    ['a line', [0, 50, 100, 1, 110, 100], ['50-110 100']],
    ['a line from the right', [0, 110, 100, 1, 50, 100], ['50-110 100']],
    ['two lines', [0, 50, 100, 1, 60, 100, 0, 70, 100, 1, 80, 100], ['50-60 100', '70-80 100']],
    ['an outline', box(50, 100, 60, 20), ['50-110 100', '50-110 120', '50 100-120', '110 100-120']],
    [
      'an outline that comes back',
      [0, 50, 100, 1, 110, 100, 1, 110, 120, 1, 50, 120, 1, 50, 100],
      ['50-110 100', '50-110 120', '50 100-120', '110 100-120'],
    ],
    ['a corner', [0, 50, 100, 1, 110, 100, 1, 110, 120], []],
    ['a slope', [0, 50, 100, 1, 110, 120], []],
    ['four sides on a slope', [0, 50, 100, 1, 110, 110, 1, 120, 130, 1, 60, 120, 4], []],
    ['an arch', [0, 50, 100, 2, 60, 90, 100, 90, 110, 100, 1, 110, 120, 1, 50, 120, 4], []],
    ['a round shape', [0, 50, 100, 2, 50, 110, 60, 120, 80, 120, 3, 110, 120, 110, 100, 1, 80, 100, 1, 50, 100], []],
    ['a wave as flat as a line', [0, 50, 100, 2, 60, 101, 70, 101, 80, 100, 3, 90, 99, 110, 100], ['50-110 100']],
  ] as const)('%s', (_, data, lines) => {
    expect(shown(data, 1)).toEqual(lines);
  });

  it('is a line as long as the pen is thin on the page', () => {
    const line = [0, 50, 100, 1, 110, 100];
    expect(shown(line, 2)).toEqual(['50-110 100']);
    expect(shown(line, 3)).toEqual([]);
    expect(shown(line, 3, [0.5, 0, 0, 0.5, 0, 0])).toEqual(['25-55 50']);
  });
});

describe('rectangles that are filled', () => {
  const areas = (data: readonly number[], thickness = 0, matrix = HERE): string[] =>
    linesOf(new Float32Array(data), matrix, thickness).areas.map(({ left, top, right, bottom }) => `${left},${top} ${right},${bottom}`);

  it.each([
    ['one', box(50, 100, 60, 20), ['50,100 110,120']],
    ['one drawn backwards', box(110, 120, -60, -20), ['50,100 110,120']],
    ['two beside each other', [...box(50, 100, 10, 20), ...box(70, 100, 10, 20)], ['50,100 60,120', '70,100 80,120']],
    ['a bar', box(50, 100, 60, 1), []],
    ['a frame', [...box(50, 100, 60, 20), ...box(52, 102, 56, 16)], []],
    ['one with a round hole', [...box(50, 100, 60, 20), 0, 60, 105, 2, 62, 108, 68, 108, 70, 105, 4], []],
    ['more than a text has', Array.from({ length: 65 }, (_, at) => box(at * 8, 100, 6, 20)).flat(), []],
  ] as const)('%s', (_, data, found) => {
    expect(areas(data)).toEqual(found);
  });

  it('stand where the matrix puts them, unless it sets them on a slope; a pen fills none', () => {
    expect(areas(box(50, 100, 60, 20), 0, [0, 2, -2, 0, 0, 0])).toEqual(['-240,100 -200,220']);
    expect(areas(box(50, 100, 60, 20), 0, [0.7, 0.7, -0.7, 0.7, 0, 0])).toEqual([]);
    expect(areas(box(50, 100, 60, 20), 1)).toEqual([]);
  });
});

it('one matrix after the other is both at once', () => {
  const [m, n] = [
    [2, 1, 0, 3, 5, 7],
    [0, -1, 1, 0, 11, 13],
  ] as const;
  const apply = ([a = 1, b = 0, c = 0, d = 1, e = 0, f = 0]: Matrix, [x, y]: readonly [number, number]): [number, number] => [
    a * x + c * y + e,
    b * x + d * y + f,
  ];
  expect(apply(multiply(m, n), [17, 19])).toEqual(apply(m, apply(n, [17, 19])));
});
