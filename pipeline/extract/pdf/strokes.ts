// Which straight lines a painted path holds: under and through words, or around the cells of a table. Knows geometry only.

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

export interface Lines {
  readonly rules: readonly Rule[];
  readonly uprights: readonly Upright[];
  /** Corners around slanted strokes: what goes on from there leads from a word to a comment beside the page. */
  readonly bends: readonly Point[];
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

/** A part that is thin one way is a line; the outline of a rectangle is four of them. */
const linesOfPart = ({ left, top, right, bottom, points, square, thickness }: Part, matrix: Matrix): Lines => {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = matrix;
  const [x0, x1] = inOrder(a * left + c * top + e, a * right + c * bottom + e);
  const [y0, y1] = inOrder(b * left + d * top + f, b * right + d * bottom + f);
  const thick = thickness * Math.hypot(c, d);
  const [width, height] = [x1 - x0 + thick, y1 - y0 + thick];
  const [floor, side] = [(y: number): Rule => ({ left: x0, right: x1, y }), (x: number): Upright => ({ x, top: y0, bottom: y1 })];
  if (thick > 0 && square && (points === 4 || points === 5) && width > THIN && height > THIN)
    return { rules: [floor(y0), floor(y1)], uprights: [side(x0), side(x1)], bends: [] };
  if (height <= THIN && width > height) return { rules: [floor((y0 + y1) / 2)], uprights: [], bends: [] };
  if (width <= THIN) return { rules: [], uprights: [side((x0 + x1) / 2)], bends: [] };
  const slanted = thick > 0 && points === 2 && !square;
  return { rules: [], uprights: [], bends: slanted ? [x0, x1].flatMap((x) => [y0, y1].map((y) => ({ x, y }))) : [] };
};

/**
 * @param data 0 x y (move), 1 x y (line), 2 and 3 (curves, their end last), 4 (close): one path may hold many lines
 * @param thickness of the pen; 0 where the path is filled
 */
export const linesOf = (data: Float32Array, matrix: Matrix, thickness: number): Lines => {
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
  const found = parts.map((part) => linesOfPart(part, matrix));
  return {
    rules: found.flatMap(({ rules }) => rules),
    uprights: found.flatMap(({ uprights }) => uprights),
    bends: found.flatMap(({ bends }) => bends),
  };
};
