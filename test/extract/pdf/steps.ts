// Lists of operators made by hand, and what a painter makes of them.

import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { Painter, type Painting } from '../../../pipeline/extract/pdf/painting.ts';

export type Step = readonly [operator: number, ...args: unknown[]];

const FONTS: Readonly<Record<string, { name: string; bold: boolean; scale: number }>> = {
  f: { name: 'Lamp', bold: false, scale: 0.001 },
  b: { name: 'Lamp-Bold', bold: true, scale: 0.001 },
  drawn: { name: 'Drawn', bold: false, scale: 0.01 },
};
const NONE = { name: '', bold: false, scale: 0 };

export const paint = (...steps: readonly Step[]): Painting =>
  new Painter([1, 0, 0, -1, 0, 800], (name) => FONTS[name] ?? NONE).paint({
    fnArray: steps.map(([operator]) => operator),
    argsArray: steps.map(([, ...args]) => (args.length === 0 ? null : args)),
  });
const glyph = (unicode: string) => ({ unicode, width: 500, isSpace: unicode === ' ' });
/** Every character is half as wide as its font is high; numbers shift what follows. */
export const show = (...parts: readonly (string | number)[]): Step => [
  OPS.showText,
  parts.flatMap<unknown>((part) => (typeof part === 'number' ? [part] : Array.from(part, glyph))),
];
export const places = (painting: Painting): string[] =>
  painting.glyphs.map(({ text, x, y }) => `${text} ${Math.round(x * 100) / 100} ${Math.round(y * 100) / 100}`);
export const BEGIN: readonly Step[] = [[OPS.beginText], [OPS.setFont, 'f', 10]];
export const at = (x: number, y: number): Step => [OPS.moveText, x, y];
export const path = (kind: number, ...data: readonly number[]): Step => [OPS.constructPath, kind, [new Float32Array(data)], null];
export const BAR = [0, 50, 100, 1, 110, 100, 1, 110, 101, 1, 50, 101, 4];
