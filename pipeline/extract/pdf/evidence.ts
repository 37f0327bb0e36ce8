// Whether an area blacks out a passage. In doubt not: bars of charts, heads of tables, rules, keys of maps and decoration are areas too.
// A passage stands in a line of words, in the place of whole lines, or in a cell.

import type { Box } from './boxes.ts';
import { isDark, isGrey, lightness } from './inks.ts';
import { labelOf } from './labels.ts';
import { inOneLine, type Patch } from './patches.ts';
import { type Placed, type Segment, textOf } from './rows.ts';
import { heightOf, introduces, type Neighbours, neighboursOf, type Scene, widthOf } from './scene.ts';
import type { Area } from './strokes.ts';

/** Letters: a line of running text has more, and so has a heading. */
const LINE = 25;
const HEADING = 8;

/** How far areas drawn by hand stand off the edge of a text, as a share of the font size, and beyond its longest line, as a share of that. */
const BESIDE = 0.75;
const BEYOND = 0.15;

interface Around {
  /** Of the longest line. */
  readonly width: number;
  readonly over: readonly Segment[];
  readonly under: readonly Segment[];
}

/** Lines of a text close over and under an area, that begin where it begins and reach as far. */
const linesAround = (area: Area, { segments }: Scene): Around => {
  const { top, bottom } = area;
  const column = segments.filter(({ left, size, letters }) => Math.abs(left - area.left) < size * BESIDE && letters.length >= HEADING);
  const reach = column.reduce((most, { left, right }) => Math.max(most, right + (right - left) * BEYOND), 0);
  const near = area.right > reach ? [] : column;
  return {
    width: column.reduce((most, { left, right }) => Math.max(most, right - left), 0),
    over: near.filter(({ y, size }) => y < top + size * 0.5 && top - y < size * 3),
    under: near.filter(({ y, size }) => y > bottom + size * 0.2 && y - bottom < size * 4),
  };
};

/** From its own left side, with the areas close over and under it. */
const wholeOf = (patch: Patch, { stackOf }: Scene): Area => ({ ...stackOf(patch), left: patch.left, right: patch.right });

const hasLine = ({ over, under }: Around): boolean => [...over, ...under].some(({ letters }) => letters.length >= LINE);

/** How many letters stand in the line of an area, without a gap. */
const lettersBeside = (patch: Patch, scene: Scene): number => {
  const { before, after } = neighboursOf(patch, scene);
  const count = (letter: Placed | null): number => (letter === null ? 0 : (scene.segmentOf(letter)?.letters.length ?? 0));
  return count(before) + count(after);
};

/** Points: bars begin on one line; words by chance. */
const SAME_EDGE = 1.2;

const hasNeighbours = (patch: Patch, scene: Scene): boolean => {
  const { before, after } = neighboursOf(patch, scene);
  return before !== null || after !== null;
};

/** A bracket or a point close to it belongs to a sentence, and `Name:` is no bar's. */
const isPunctuated = ({ before, after }: Neighbours, scene: Scene): boolean =>
  introduces(before, scene) || /[([]$/.test(before?.glyph.text ?? '') || /^[,.;:!?)\]]/.test(after?.glyph.text ?? '');

const sharesEdge = (a: Patch, b: Patch): boolean => Math.abs(a.left - b.left) < SAME_EDGE || Math.abs(a.right - b.right) < SAME_EDGE;

/** Others that begin or end where it does, in other lines not far away. */
const siblingsOf = (patch: Patch, { patches }: Scene): Patch[] =>
  patches.filter(
    (other) =>
      isDark(other.ink) &&
      other.shown.length === 0 &&
      !inOneLine(other, patch) &&
      Math.abs(other.top - patch.top) < heightOf(patch) * 15 &&
      sharesEdge(other, patch),
  );

/** Bars of a chart: several that begin or end on one line, with few words beside them. */
const isBar = (patch: Patch, scene: Scene): boolean => {
  if (isPunctuated(neighboursOf(patch, scene), scene)) return false;
  const siblings = siblingsOf(patch, scene).filter((other) => hasNeighbours(other, scene));
  const few = lettersBeside(patch, scene) < LINE;
  return siblings.length > 0 && (few || (siblings.length > 1 && !hasLine(linesAround(wholeOf(patch, scene), scene))));
};

/** Between words, or at one end of a line. */
const runsInLine = (patch: Patch, scene: Scene): boolean => {
  const neighbours = neighboursOf(patch, scene);
  const { before, after } = neighbours;
  if ((before === null && after === null) || isBar(patch, scene)) return false;
  const isLong = lettersBeside(patch, scene) >= LINE;
  // Squares before words are the key of a map, or the marks of a list.
  if (before === null) return (isLong && widthOf(patch) > heightOf(patch) * 2.5) || hasLine(linesAround(wholeOf(patch, scene), scene));
  const { over, under } = linesAround({ ...patch, left: scene.segmentOf(before)?.left ?? patch.left }, scene);
  // What stands behind a bar is a number.
  const goesOn = /^\p{Ll}/u.test(after?.glyph.text ?? '');
  return isLong || goesOn || isPunctuated(neighbours, scene) || over.length + under.length > 0;
};

/** Bars of unlike length with their names over them. */
const isBarUnderName = (patch: Patch, scene: Scene): boolean => {
  const siblings = siblingsOf(patch, scene).filter((other) => scene.stackOf(other) !== scene.stackOf(patch));
  return siblings.filter((other) => Math.abs(widthOf(other) - widthOf(patch)) > heightOf(patch)).length > 1;
};

/** Shares of a column that a paragraph has at least, and of the page that a column has. */
const WIDE = 0.6;
const COLUMN = 0.35;

/** In the place of whole lines. One line needs others of its size on both sides: a bar under a title is decoration. */
const fillsLines = (patch: Patch, scene: Scene): boolean => {
  const whole = wholeOf(patch, scene);
  const around = linesAround(whole, scene);
  const size = [...around.over, ...around.under].reduce((least, line) => Math.min(least, line.size), Number.POSITIVE_INFINITY);
  if (heightOf(patch) < size * 0.65 || widthOf(patch) < size * 1.5) return false;
  if (heightOf(whole) > size * 2) {
    // What is high and narrow is a logo, or a bar.
    const isWide = widthOf(scene.stackOf(patch)) > Math.max(around.width, scene.size.width * COLUMN) * WIDE;
    return isWide && (hasLine(around) || heightOf(whole) > size * 3);
  }
  const isBetween = around.over.some((a) => around.under.some((b) => Math.abs(a.size - b.size) < a.size * 0.15));
  return isBetween && hasLine(around) && !isBarUnderName(patch, scene);
};

export const cellOf = (patch: Patch, { cellAt }: Scene): Box | null =>
  cellAt((patch.left + patch.right) / 2, (patch.top + patch.bottom) / 2);

/** Whether the words next to it in its line stand in other cells; those around the frame of a chart stand in none. */
const besideCells = ({ before, after }: Patch, own: Box, { cellAt }: Scene): boolean => {
  const cells = [before, after].flatMap((letter) =>
    letter === null ? [] : [cellAt(letter.glyph.x + 1, letter.glyph.y - letter.glyph.size * 0.3)],
  );
  return cells.some((cell) => cell !== own) && !cells.includes(null);
};

const isFilled = (patch: Patch, cell: Box): boolean => widthOf(patch) > widthOf(cell) * 0.9 && heightOf(patch) > heightOf(cell) * 0.85;

/** In a cell of a ruled table beside other cells, with some of the cell left around it. */
const standsInCell = (patch: Patch, scene: Scene): boolean => {
  const cell = cellOf(patch, scene);
  if (cell === null || isFilled(patch, cell)) return false;
  const { left, right, top, bottom } = patch;
  return (
    left > cell.left - 2 && right < cell.right + 2 && top > cell.top - 2 && bottom < cell.bottom + 2 && besideCells(patch, cell, scene)
  );
};

/** A cell painted as a whole says something by its colour. */
const isShading = (patch: Patch, scene: Scene): boolean => {
  const cell = cellOf(patch, scene);
  return cell !== null && isFilled(patch, cell) && besideCells(patch, cell, scene);
};

/** Points that decoration goes beyond; a share of the page; and how many lines a page has at most that is blacked out. */
const MARGIN = 20;
const PAGE = 0.25;
const FEW_LINES = 30;
const BLACK = 0.15;

const fillsPage = (patch: Patch, { size, segments }: Scene): boolean => {
  const { left, top, right, bottom, ink } = patch;
  const within = left > MARGIN && top > MARGIN && right < size.width - MARGIN && bottom < size.height - MARGIN;
  const large = widthOf(patch) * heightOf(patch) > PAGE * size.width * size.height;
  return within && large && lightness(ink) < BLACK && segments.length < FEW_LINES;
};

/** Whether words are under it; one letter may be the edge of a word beside it. */
export const carriesText = (patch: Patch): boolean =>
  patch.hidden.length > 1 || (patch.hidden.length === 1 && widthOf(patch) < (patch.hidden[0]?.glyph.size ?? 0) * 1.3);

export const isBlackedOut = (patch: Patch, scene: Scene): boolean => {
  const label = labelOf(textOf(patch.shown));
  if (patch.shown.length > 0 && label === 'none') return false;
  const { before, after } = neighboursOf(patch, scene);
  if (!isDark(patch.ink)) return hasNeighbours(patch, scene) && (carriesText(patch) || label === 'deleted');
  if (carriesText(patch)) return true;
  if (!isGrey(patch.ink) || patch.inStrip || isShading(patch, scene)) return false;
  if (label === 'exempt') return (before !== null && (after !== null || lettersBeside(patch, scene) >= LINE)) || fillsLines(patch, scene);
  return [runsInLine, fillsLines, standsInCell, fillsPage].some((rule) => rule(patch, scene));
};
