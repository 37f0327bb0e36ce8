// Writes the blacked-out passages of a page into its characters: a word of `█` where the area stands, and what is under it gone.

import { type Blackout, findBlackouts } from './blackouts.ts';
import { carriesText } from './evidence.ts';
import type { Glyph } from './painted.ts';
import type { Painting } from './painting.ts';
import type { Size } from './patches.ts';
import { type Placed, textOf } from './rows.ts';
import { heightOf, widthOf } from './scene.ts';
import type { Area } from './strokes.ts';

/** How many characters a gap has. */
const SHORTEST = 3;
export const LONGEST = 20;
/** Shares of the font size: a usual character's width, a line's height, and the part of it over the baseline. */
const CHARACTER = 0.5;
const LINE = 1.2;
const ASCENT = 0.78;
/** More lines than this are a paragraph of their own, whatever stands around them. */
const FEW = 5;

export const GAP = '█';

export interface Gaps {
  readonly painting: Painting;
  /** How many passages are blacked out, and how many of them the file still holds. */
  readonly passages: number;
  readonly carrying: number;
}

interface Gap {
  readonly index: number;
  readonly glyph: Glyph;
  readonly carries: boolean;
}

const UNKNOWN: Glyph = {
  text: '',
  x: 0,
  y: 0,
  width: 0,
  spacing: 0,
  size: 11,
  font: '',
  bold: false,
  turned: false,
  artifact: false,
  ink: 0,
};

interface Spot {
  readonly index: number;
  readonly y: number;
  readonly like: Glyph;
}

/** The baselines of what is under an area. */
const hiddenLines = (hidden: readonly Placed[]): Spot[] => {
  const spots: Spot[] = [];
  for (const { glyph, index } of hidden) {
    const at = spots.findIndex(({ y, like }) => Math.abs(y - glyph.y) < 0.6 * Math.max(like.size, glyph.size));
    const spot = spots[at];
    if (spot === undefined) spots.push({ index, y: glyph.y, like: glyph });
    else if (glyph.size > spot.like.size) spots[at] = { ...spot, y: glyph.y, like: glyph };
  }
  return spots;
};

const spotsOf = (blackout: Blackout): Spot[] => {
  const { anchor, hidden, top } = blackout;
  const { index, y } = anchor;
  const like = anchor.like ?? UNKNOWN;
  if (carriesText(blackout)) return hiddenLines(hidden);
  if (y !== null) return [{ index, y, like }];
  const lines = Math.max(1, Math.round(heightOf(blackout) / (like.size * LINE)));
  if (lines > FEW) return [{ index, y: top + heightOf(blackout) / 2, like }];
  const pitch = heightOf(blackout) / lines;
  return Array.from({ length: lines }, (_, at) => ({ index, y: top + (at + ASCENT) * pitch, like }));
};

const lengthOf = (width: number, size: number): number => Math.min(LONGEST, Math.max(SHORTEST, Math.round(width / (size * CHARACTER))));

/** `[DELETED]`, `[Article 90(1)]`: brackets keep it apart from the words around it. */
const labelled = (words: string): string => {
  if (words === '') return '';
  return /^\[.*\]$/.test(words) ? ` ${words}` : ` [${words}]`;
};

const gapsOf = (blackout: Blackout): Gap[] => {
  const { from, to, shown, ink } = blackout;
  const [x, width] = to > from ? [from, to - from] : [blackout.left, widthOf(blackout)];
  return spotsOf(blackout).map(({ index, y, like }, at) => {
    const text = GAP.repeat(lengthOf(widthOf(blackout), like.size)) + (at === 0 ? labelled(textOf(shown)) : '');
    return { index, glyph: { ...like, text, x, y, width, spacing: 0, bold: false, turned: false, ink }, carries: carriesText(blackout) };
  });
};

const isClose = (left: Glyph, right: Glyph): boolean =>
  Math.abs(left.y - right.y) < right.size * 0.3 && right.x - left.x - left.width < right.size * 0.4;

/** A gap is a word: brackets and punctuation alone stand close to it. */
const parted = (left: Glyph | undefined, right: Glyph): boolean =>
  left === undefined || !isClose(left, right) || !(/[([“‘"'«/-]$/.test(left.text) || /^[,.;:!?)\]”’"»/-]/.test(right.text));

const blank = ({ x, y, size, font, artifact, ink }: Glyph): Glyph => ({ ...UNKNOWN, text: ' ', x, y, size, font, artifact, ink });

/** The characters that can be seen, with the gaps among them. */
const written = (glyphs: readonly Glyph[], gaps: readonly Gap[], isGone: (index: number) => boolean): Glyph[] => {
  const at = new Map<number, Gap[]>();
  for (const gap of gaps) at.set(gap.index, [...(at.get(gap.index) ?? []), gap]);
  const result: Glyph[] = [];
  let [last, afterGap]: [Glyph | undefined, boolean] = [undefined, false];
  const put = (glyph: Glyph, isGap: boolean): void => {
    if ((isGap || afterGap) && parted(last, glyph)) result.push(blank(glyph));
    result.push(glyph);
    if (glyph.text.trim() === '') return;
    [last, afterGap] = [glyph, isGap];
  };
  for (let index = 0; index <= glyphs.length; index += 1) {
    for (const { glyph } of (at.get(index) ?? []).sort((a, b) => a.glyph.y - b.glyph.y || a.glyph.x - b.glyph.x)) put(glyph, true);
    const glyph = glyphs[index];
    if (glyph !== undefined && !isGone(index)) put(glyph, false);
  }
  return result;
};

/** Beside each other, or one line below the other. */
const goOn = (a: Glyph, b: Glyph): boolean =>
  Math.abs(b.y - a.y) < b.size * 0.5 ? b.x - a.x - a.width < b.size * 1.5 : b.y > a.y && b.y - a.y < b.size * 2.2;

/** What goes on in the next line is one passage. */
const count = (glyphs: readonly Glyph[], gaps: readonly Gap[]): Pick<Gaps, 'passages' | 'carrying'> => {
  const carries = new Map(gaps.map((gap) => [gap.glyph, gap.carries]));
  const passages: boolean[] = [];
  let last: Glyph | null = null;
  for (const glyph of glyphs) {
    const own = carries.get(glyph);
    if (own === undefined) {
      if (glyph.text.trim() !== '') last = null;
      continue;
    }
    if (last !== null && goOn(last, glyph)) passages[passages.length - 1] ||= own;
    else passages.push(own);
    last = glyph;
  }
  return { passages: passages.length, carrying: passages.filter((carrying) => carrying).length };
};

/** Points: lines around an area and those under words that are gone. */
const EDGE = 2;
const isPartOf = ({ left, top, right, bottom }: Area, area: Area): boolean =>
  left > area.left - EDGE && right < area.right + EDGE && top > area.top - EDGE && bottom < area.bottom + EDGE;

/** @param size of the page as shown */
export const writeGaps = (painting: Painting, size: Size): Gaps => {
  const blackouts = findBlackouts(painting, size);
  if (blackouts.length === 0) return { painting, passages: 0, carrying: 0 };
  const gone = new Set(blackouts.flatMap(({ hidden, shown }) => [...hidden, ...shown]).map(({ index }) => index));
  const gaps = blackouts.flatMap(gapsOf);
  const glyphs = written(painting.glyphs, gaps, (index) => gone.has(index));
  const isFree = (line: Area): boolean => !blackouts.some((area) => isPartOf(line, area));
  const rules = painting.rules.filter(({ left, right, y }) => isFree({ left, right, top: y, bottom: y }));
  const uprights = painting.uprights.filter(({ x, top, bottom }) => isFree({ left: x, right: x, top, bottom }));
  return { painting: { ...painting, glyphs, rules, uprights }, ...count(glyphs, gaps) };
};
