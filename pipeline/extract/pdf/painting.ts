// The operator list of one page, followed as a painter would: which characters stand where, in which font, which thin lines are drawn,
// and which areas are filled.
// Knows PDF's graphics state and nothing of texts. Operators as ISO 32000-1, 8.4 and 9.3, in the form that pdf.js gives them.

import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { beginGroup, clipBy, clipped, clipTo, covers, type Font, newState, type State, setGraphics } from './graphics.ts';
import { inkOf, UNKNOWN } from './inks.ts';
import type { Fill, Glyph, OperatorList, RawGlyph } from './painted.ts';
import { type Area, type Lines, linesOf, type Matrix, multiply, type Point, type Rule, reachOf, type Upright } from './strokes.ts';

export interface Painting extends Lines {
  readonly glyphs: readonly Glyph[];
  /** In the order in which they are painted; what is too small to hide a word is not among them. */
  readonly fills: readonly Fill[];
}

const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];
const UNIT: Area = { left: 0, top: 0, right: 1, bottom: 1 };
/** Filled and stroked both: how programs embolden a font that has no bold. */
const FILL_AND_STROKE = 2;
const UNPAINTED: ReadonlySet<number> = new Set([3, 7]);
/** From then on, paint falls on letters only. */
const CLIPS = 4;

/** Points: no letter is lower, no two are narrower. */
const SMALLEST = 4;

const STROKES: ReadonlySet<number> = new Set([OPS.stroke, OPS.closeStroke]);
const OUTLINES: ReadonlySet<number> = new Set([OPS.fillStroke, OPS.eoFillStroke, OPS.closeFillStroke, OPS.closeEOFillStroke]);

/** Follows the operators of one page. A class, since it holds the painter's state. */
export class Painter {
  readonly #fontOf: (name: string) => Font;
  readonly #view: Matrix;
  readonly #glyphs: Glyph[] = [];
  readonly #lines: { readonly rules: Rule[]; readonly uprights: Upright[]; readonly bends: Point[] } = {
    rules: [],
    uprights: [],
    bends: [],
  };
  readonly #fills: Fill[] = [];
  readonly #stack: State[] = [];
  readonly #content: string[] = [];
  #state: State;
  #textMatrix: Matrix = IDENTITY;
  #at = { x: 0, y: 0, lineX: 0, lineY: 0 };
  /** The next path is where paint falls from then on. */
  #clips = false;
  /** Nothing was painted since the state was saved. */
  #isPlace = false;
  /** What readers of the file have drawn on the page: it hides words, and is none of them. */
  #note = false;

  /** @param view from the page's own space to the page as it is shown */
  constructor(view: Matrix, fontOf: (name: string) => Font) {
    this.#fontOf = fontOf;
    this.#view = view;
    this.#state = newState(view);
  }

  paint({ fnArray, argsArray }: OperatorList): Painting {
    for (let at = 0; at < fnArray.length; at += 1) this.#step(fnArray[at] ?? 0, (argsArray[at] ?? []) as never[]);
    return { glyphs: this.#glyphs, fills: this.#fills, ...this.#lines };
  }

  // biome-ignore format: one operator, one line
  #step(operator: number, args: readonly never[]): void {
    const state = this.#state;
    switch (operator) {
      case OPS.showText: this.#show(args[0] ?? []); break;
      case OPS.setFont: state.font = this.#fontOf(args[0] ?? ''); state.size = args[1] ?? 0; break;
      case OPS.beginText: this.#setText(IDENTITY); break;
      case OPS.setTextMatrix: this.#setText(args[0] ?? IDENTITY); break;
      case OPS.moveText: this.#move(args[0] ?? 0, args[1] ?? 0); break;
      case OPS.setLeadingMoveText: state.leading = args[1] ?? 0; this.#move(args[0] ?? 0, args[1] ?? 0); break;
      case OPS.nextLine: this.#move(0, state.leading); break;
      case OPS.setLeading: state.leading = -(args[0] ?? 0); break;
      case OPS.setCharSpacing: state.charSpacing = args[0] ?? 0; break;
      case OPS.setWordSpacing: state.wordSpacing = args[0] ?? 0; break;
      case OPS.setHScale: state.stretch = (args[0] ?? 100) / 100; break;
      case OPS.setTextRise: state.rise = args[0] ?? 0; break;
      case OPS.setTextRenderingMode: state.mode = args[0] ?? 0; break;
      case OPS.setLineWidth: state.lineWidth = args[0] ?? 1; break;
      case OPS.constructPath: this.#path(args[0] ?? 0, args[1]?.[0] ?? null, args[2]); break;
      case OPS.clip: case OPS.eoClip: this.#clips = true; break;
      case OPS.setFillRGBColor: case OPS.setFillColorN: case OPS.setFillTransparent: state.fill = inkOf(args[0]); break;
      case OPS.setGState: setGraphics(state, args[0]); break;
      case OPS.transform: state.matrix = multiply(state.matrix, args); break;
      case OPS.save: this.#save(); break;
      case OPS.beginGroup: this.#save(); beginGroup(this.#state, args[0]); break;
      case OPS.restore: case OPS.endGroup: case OPS.paintFormXObjectEnd: this.#restore(); break;
      case OPS.paintFormXObjectBegin: this.#save(); this.#enter(args[0] ?? IDENTITY, args[1]); break;
      case OPS.beginMarkedContent: case OPS.beginMarkedContentProps: this.#content.push(args[0] ?? ''); break;
      case OPS.endMarkedContent: this.#content.pop(); break;
      case OPS.beginAnnotation: this.#begin(args[1], args[2] ?? IDENTITY, args[3] ?? IDENTITY); break;
      case OPS.endAnnotation: this.#note = false; break;
    }
  }

  #setText(matrix: Matrix): void {
    this.#textMatrix = matrix;
    this.#at = { x: 0, y: 0, lineX: 0, lineY: 0 };
  }

  #save(): void {
    this.#isPlace = true;
    this.#stack.push(this.#state);
    this.#state = { ...this.#state };
  }

  #restore(): void {
    const { matrix } = this.#state;
    const before = this.#stack.pop();
    // Pictures leave no operator behind: a place was made, and nothing painted there.
    if (before !== undefined && this.#isPlace && matrix !== before.matrix) this.#fill([reachOf(UNIT, matrix)], { picture: true });
    this.#isPlace = false;
    this.#state = before ?? this.#state;
  }

  #enter(matrix: Matrix, extent: ArrayLike<number> | null | undefined): void {
    this.#state.matrix = multiply(this.#state.matrix, matrix);
    clipTo(this.#state, extent);
  }

  #begin(extent: readonly number[] | undefined, ...matrices: readonly [Matrix, Matrix]): void {
    if (!Array.isArray(extent)) return;
    this.#note = true;
    this.#state = newState(this.#view);
    clipTo(this.#state, extent);
    this.#enter(multiply(...matrices), null);
  }

  #move(x: number, y: number): void {
    const at = this.#at;
    at.lineX += x;
    at.lineY += y;
    at.x = at.lineX;
    at.y = at.lineY;
  }

  #show(shown: readonly (RawGlyph | number)[]): void {
    this.#isPlace = false;
    if (this.#note) return;
    const state = this.#state;
    const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = multiply(state.matrix, this.#textMatrix);
    const size = Math.abs(state.size) * Math.hypot(c, d);
    const across = state.size * state.stretch;
    const length = Math.hypot(a, b);
    // Pages that were scanned askew lean by a few degrees; watermarks rise by 30 or more.
    const turned = Math.abs(b) > a * 0.15;
    const artifact = this.#content.includes('Artifact');
    const ink = UNPAINTED.has(state.mode) ? UNKNOWN : state.fill;
    state.veiled ||= state.mode >= CLIPS;
    const bold = state.font.bold || state.mode === FILL_AND_STROKE;
    const y = this.#at.y + state.rise;
    const spacing = state.charSpacing * state.stretch * length;
    for (const glyph of shown) {
      if (typeof glyph === 'number') {
        this.#at.x -= (glyph * across) / 1000;
        continue;
      }
      const x = this.#at.x;
      const width = glyph.width * state.font.scale * across;
      this.#at.x += width + (state.charSpacing + (glyph.isSpace ? state.wordSpacing : 0)) * state.stretch;
      // biome-ignore format: one character, one object
      this.#glyphs.push({ text: glyph.unicode, x: a * x + c * y + e, y: b * x + d * y + f, width: width * length, spacing, size, font: state.font.name, bold, turned, artifact, ink });
    }
  }

  #path(paint: number, data: Float32Array | null, extent: ArrayLike<number> | undefined): void {
    const state = this.#state;
    this.#isPlace &&= paint === OPS.endPath;
    if (data !== null && paint !== OPS.endPath && paint !== OPS.clip && paint !== OPS.eoClip) {
      const { rules, uprights, bends, areas } = linesOf(data, state.matrix, STROKES.has(paint) ? state.lineWidth : 0);
      // One by one: a drawing can have more lines than a call can have arguments.
      if (!this.#note) {
        for (const rule of rules) this.#lines.rules.push(rule);
        for (const upright of uprights) this.#lines.uprights.push(upright);
        for (const bend of bends) this.#lines.bends.push(bend);
      }
      if (areas.length > 0 && !STROKES.has(paint)) this.#fill(areas, { outlined: OUTLINES.has(paint) });
    }
    if (this.#clips) clipBy(state, data, extent);
    this.#clips = false;
  }

  #fill(areas: readonly Area[], { outlined = false, picture = false }): void {
    // Layers that a reader can switch off: nobody knows whether they are seen.
    if (!covers(this.#state) || this.#content.includes('OC')) return;
    const ink = picture ? UNKNOWN : this.#state.fill;
    for (const area of areas) {
      const { left, top, right, bottom } = clipped(this.#state, area);
      if (right - left < SMALLEST || bottom - top < SMALLEST) continue;
      this.#fills.push({ left, top, right, bottom, ink, outlined, picture, after: this.#glyphs.length });
    }
  }
}
