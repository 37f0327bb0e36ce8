// The graphics state of a page (ISO 32000-1, 8.4): what is kept by `save` and comes back by `restore`, and where paint can fall.

import { BLACK, type Ink, lightness } from './inks.ts';
import { type Area, clip, type Matrix, reachOf } from './strokes.ts';

/** What the painter must know of a font; the widths come with the characters. */
export interface Font {
  readonly name: string;
  readonly bold: boolean;
  /** Text space units in one unit of a glyph's width. */
  readonly scale: number;
}

export interface State {
  matrix: Matrix;
  lineWidth: number;
  font: Font;
  size: number;
  charSpacing: number;
  wordSpacing: number;
  stretch: number;
  leading: number;
  rise: number;
  mode: number;
  /** What areas and characters are filled with. */
  fill: Ink;
  opacity: number;
  blend: string;
  masked: boolean;
  /** Painted as part of a whole that is seen through, or only shapes another. */
  veiled: boolean;
  /** Paint falls inside only; null for the whole page. */
  clip: Area | null;
}

const NO_FONT: Font = { name: '', bold: false, scale: 0.001 };

export const newState = (matrix: Matrix): State => ({
  matrix,
  lineWidth: 1,
  font: NO_FONT,
  size: 0,
  charSpacing: 0,
  wordSpacing: 0,
  stretch: 1,
  leading: 0,
  rise: 0,
  mode: 0,
  fill: BLACK,
  opacity: 1,
  blend: 'source-over',
  masked: false,
  veiled: false,
  clip: null,
});

/** Of a graphics state dictionary, what decides whether paint covers. */
export const setGraphics = (state: State, entries: readonly (readonly [key: string, value: unknown])[] | undefined): void => {
  if (!Array.isArray(entries)) return;
  for (const [key, value] of entries) {
    if (key === 'ca') state.opacity = Number(value);
    if (key === 'BM') state.blend = String(value);
    if (key === 'SMask') state.masked = value !== false;
  }
};

/** Less than this, and one can read through it. */
const OPAQUE = 0.9;
/** Ways of mixing by which black stays black. */
const DARKENING: ReadonlySet<string> = new Set(['multiply', 'darken', 'color-burn']);
const BLACKISH = 0.2;

/** Whether what is filled now hides all that was painted there before. */
export const covers = ({ opacity, blend, masked, veiled, fill }: State): boolean =>
  opacity >= OPAQUE && !masked && !veiled && (blend === 'source-over' || (DARKENING.has(blend) && lightness(fill) < BLACKISH));

/** A group is mixed with the page as one, by what held before it. */
export const beginGroup = (state: State, group: { readonly smask?: unknown } | undefined): void => {
  state.veiled ||= !covers(state) || (group?.smask ?? null) !== null;
  Object.assign(state, { opacity: 1, blend: 'source-over', masked: false });
};

export const clipped = ({ clip: limits }: State, area: Area): Area => (limits === null ? area : clip(area, limits));

/** @param extent `[x y x y]` in the space of the matrix, as pdf.js measures paths and forms */
export const clipTo = (state: State, extent: ArrayLike<number> | null | undefined): void => {
  if (extent === null || extent === undefined) return;
  const { 0: left = 0, 1: top = 0, 2: right = 0, 3: bottom = 0 } = extent;
  state.clip = clipped(state, reachOf({ left, top, right, bottom }, state.matrix));
};

/** As pdf.js has paths: three lines after the first point, and perhaps the way back. */
const isRectangle = (data: Float32Array): boolean => data.length <= 16 && data[3] === 1 && data[6] === 1 && data[9] === 1;

/** What is filled within another shape, letters among them, is seen as that shape and hides no rectangle. */
export const clipBy = (state: State, data: Float32Array | null, extent: ArrayLike<number> | null | undefined): void => {
  clipTo(state, extent);
  state.veiled ||= data !== null && !isRectangle(data);
};
