// Which straight lines a painted path holds: under and through words, or around the cells of a table; and which rectangles it fills.
// Knows geometry only.

/** `[a b c d e f]` as in ISO 32000-1, 8.3.3. */
export type Matrix = readonly number[];

/** First `n`, then `m`. */
export const multiply = (m: Matrix, n: Matrix): Matrix => {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = m;
  const [p = 1, q = 0, r = 0, s = 1, t = 0, u = 0] = n;
  return [a * p + c * q, b * p + d * q, a * r + c * s, b * r + d * s, a * t + c * u + e, b * t + d * u + f];
};

/** A horizontal line, drawn or filled, thin enough to go through or under words. */
export interface Rule {
  readonly left: number;
  readonly right: number;
  readonly y: number;
}

/** The same, from top to bottom: the sides of cells. */
export interface Upright {
  readonly x: number;
  readonly top: number;
  readonly bottom: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Area {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export interface Lines {
  readonly rules: readonly Rule[];
  readonly uprights: readonly Upright[];
  /** Corners around slanted strokes: what goes on from there leads from a word to a comment beside the page. */
  readonly bends: readonly Point[];
}

export interface Shapes extends Lines {
  /** Filled, with sides along those of the page. */
  readonly areas: readonly Area[];
}

/** Points. Word draws its lines 0.5 to 1.5 thick; large headings have thicker ones. */
const THIN = 2.2;

/** A part of a path in its own space. */
interface Part {
  left: number;
  top: number;
  right: number;
  bottom: number;
  points: number;
  /** The last point, and whether all steps went along one axis. */
  x: number;
  y: number;
  square: boolean;
  /** Of the pen; 0 where the part is filled. */
  readonly thickness: number;
}

const newPart = (thickness: number): Part => ({ left: 0, top: 0, right: 0, bottom: 0, points: 0, x: 0, y: 0, square: true, thickness });

const extend = (part: Part, x: number, y: number): void => {
  const first = part.points === 0;
  part.left = first ? x : Math.min(part.left, x);
  part.right = first ? x : Math.max(part.right, x);
  part.top = first ? y : Math.min(part.top, y);
  part.bottom = first ? y : Math.max(part.bottom, y);
  part.square &&= first || part.x === x || part.y === y;
  part.points += 1;
  part.x = x;
  part.y = y;
};

const inOrder = (a: number, b: number): readonly [number, number] => (a < b ? [a, b] : [b, a]);

/** Of a rectangle under a matrix that may turn it: what it reaches on the page. */
export const reachOf = ({ left, top, right, bottom }: Area, [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0]: Matrix): Area => ({
  left: Math.min(a * left, a * right) + Math.min(c * top, c * bottom) + e,
  top: Math.min(b * left, b * right) + Math.min(d * top, d * bottom) + f,
  right: Math.max(a * left, a * right) + Math.max(c * top, c * bottom) + e,
  bottom: Math.max(b * left, b * right) + Math.max(d * top, d * bottom) + f,
});

/** What lies within limits; without extent where nothing does. */
export const clip = (area: Area, limits: Area): Area => {
  const [left, top] = [Math.max(area.left, limits.left), Math.max(area.top, limits.top)];
  const [right, bottom] = [Math.min(area.right, limits.right), Math.min(area.bottom, limits.bottom)];
  return { left, top, right: Math.max(left, right), bottom: Math.max(top, bottom) };
};

/** A share: scanned pages are set straight by less. */
const ASKEW = 0.02;
const isUpright = ([a = 1, b = 0, c = 0, d = 1]: Matrix): boolean =>
  Math.abs(b) + Math.abs(c) < ASKEW * (Math.abs(a) + Math.abs(d)) || Math.abs(a) + Math.abs(d) < ASKEW * (Math.abs(b) + Math.abs(c));

const isRectangle = ({ square, points }: Part): boolean => square && (points === 4 || points === 5);

interface Found {
  readonly rules: Rule[];
  readonly uprights: Upright[];
  readonly bends: Point[];
  readonly areas: Area[];
}

/** A part that is thin one way is a line; the outline of a rectangle is four of them. */
const find = (part: Part, matrix: Matrix, { rules, uprights, bends, areas }: Found): void => {
  const { left, top, right, bottom, points, square, thickness } = part;
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = matrix;
  const [x0, x1] = inOrder(a * left + c * top + e, a * right + c * bottom + e);
  const [y0, y1] = inOrder(b * left + d * top + f, b * right + d * bottom + f);
  const thick = thickness * Math.hypot(c, d);
  const [width, height] = [x1 - x0 + thick, y1 - y0 + thick];
  if (thick > 0 && isRectangle(part) && width > THIN && height > THIN) {
    rules.push({ left: x0, right: x1, y: y0 }, { left: x0, right: x1, y: y1 });
    uprights.push({ x: x0, top: y0, bottom: y1 }, { x: x1, top: y0, bottom: y1 });
  } else if (height <= THIN && width > height) rules.push({ left: x0, right: x1, y: (y0 + y1) / 2 });
  else if (width <= THIN) uprights.push({ x: (x0 + x1) / 2, top: y0, bottom: y1 });
  else if (thick > 0 && points === 2 && !square) for (const x of [x0, x1]) for (const y of [y0, y1]) bends.push({ x, y });
  else if (thick === 0 && isRectangle(part) && isUpright(matrix)) areas.push({ left: x0, top: y0, right: x1, bottom: y1 });
};

/** One path has so many rectangles at most, or it is a drawing. */
const MOST = 64;
const overlap = (a: Area, b: Area): boolean => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/** Rectangles in one another are frames, and those among other shapes have holes: what is below shows through. */
const isWhole = (parts: readonly Part[], areas: readonly Area[]): boolean =>
  areas.length <= MOST && parts.every(({ square }) => square) && !areas.some((a, at) => areas.some((b, to) => to > at && overlap(a, b)));

/**
 * @param data 0 x y (move), 1 x y (line), 2 and 3 (curves, their end last), 4 (close): one path may hold many lines
 * @param thickness of the pen; 0 where the path is filled
 */
export const linesOf = (data: Float32Array, matrix: Matrix, thickness: number): Shapes => {
  const parts: Part[] = [];
  for (let at = 0; at < data.length; ) {
    const kind = data[at] ?? 4;
    const length = [3, 3, 7, 5, 1][kind] ?? data.length;
    if (kind === 0) parts.push(newPart(thickness));
    const part = parts.at(-1);
    if (part !== undefined && kind < 4) extend(part, data[at + length - 2] ?? 0, data[at + length - 1] ?? 0);
    if (part !== undefined && (kind === 2 || kind === 3)) part.square = false;
    at += length;
  }
  const found: Found = { rules: [], uprights: [], bends: [], areas: [] };
  for (const part of parts) find(part, matrix, found);
  return found.areas.length === 0 || isWhole(parts, found.areas) ? found : { ...found, areas: [] };
};
