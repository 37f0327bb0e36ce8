// The operator list of one page, followed as a painter would: which characters stand where, in which font, and which thin lines are drawn.
// Knows PDF's graphics state and nothing of texts. Operators as ISO 32000-1, 8.4 and 9.3, in the form that pdf.js gives them.

import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { type Lines, linesOf, type Matrix, multiply, type Point, type Rule, type Upright } from './strokes.ts';

/** One character as painted, in points from the page's upper left corner as it is shown. */
export interface Glyph {
  readonly text: string;
  readonly x: number;
  /** Of the baseline, downwards. */
  readonly y: number;
  /** To where the next character would stand, without the spacing between characters. */
  readonly width: number;
  /** What the file puts between characters, as letter-spaced headings have it. */
  readonly spacing: number;
  /** Height of the font. */
  readonly size: number;
  readonly font: string;
  readonly bold: boolean;
  /** Does not run from left to right. */
  readonly turned: boolean;
  /** The file says that it is no part of the text: headers, footers, page numbers. */
  readonly artifact: boolean;
}

export interface Painting extends Lines {
  readonly glyphs: readonly Glyph[];
}

/** What the painter must know of a font; the widths come with the characters. */
export interface Font {
  readonly name: string;
  readonly bold: boolean;
  /** Text space units in one unit of a glyph's width. */
  readonly scale: number;
}

export interface OperatorList {
  readonly fnArray: readonly number[];
  readonly argsArray: readonly unknown[];
}

interface RawGlyph {
  readonly unicode: string;
  readonly width: number;
  readonly isSpace: boolean;
}

const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];
/** Filled and stroked both: how programs embolden a font that has no bold. */
const FILL_AND_STROKE = 2;

interface State {
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
}

const NO_FONT: Font = { name: '', bold: false, scale: 0.001 };

/** Follows the operators of one page. A class, since it holds the painter's state. */
export class Painter {
  readonly #fontOf: (name: string) => Font;
  readonly #glyphs: Glyph[] = [];
  readonly #lines: { readonly rules: Rule[]; readonly uprights: Upright[]; readonly bends: Point[] } = {
    rules: [],
    uprights: [],
    bends: [],
  };
  readonly #stack: State[] = [];
  readonly #content: boolean[] = [];
  #state: State;
  #textMatrix: Matrix = IDENTITY;
  #at = { x: 0, y: 0, lineX: 0, lineY: 0 };

  /** @param view from the page's own space to the page as it is shown */
  constructor(view: Matrix, fontOf: (name: string) => Font) {
    this.#fontOf = fontOf;
    this.#state = {
      matrix: view,
      lineWidth: 1,
      font: NO_FONT,
      size: 0,
      charSpacing: 0,
      wordSpacing: 0,
      stretch: 1,
      leading: 0,
      rise: 0,
      mode: 0,
    };
  }

  paint({ fnArray, argsArray }: OperatorList): Painting {
    for (let at = 0; at < fnArray.length; at += 1) this.#step(fnArray[at] ?? 0, (argsArray[at] ?? []) as never[]);
    return { glyphs: this.#glyphs, ...this.#lines };
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
      case OPS.constructPath: this.#path(args[0] ?? 0, args[1]?.[0] ?? null); break;
      case OPS.transform: state.matrix = multiply(state.matrix, args); break;
      case OPS.save: case OPS.beginGroup: this.#save(); break;
      case OPS.restore: case OPS.endGroup: case OPS.paintFormXObjectEnd: this.#restore(); break;
      case OPS.paintFormXObjectBegin: this.#save(); this.#state.matrix = multiply(state.matrix, args[0] ?? IDENTITY); break;
      case OPS.beginMarkedContent: case OPS.beginMarkedContentProps: this.#content.push(args[0] === 'Artifact'); break;
      case OPS.endMarkedContent: this.#content.pop(); break;
    }
  }

  #setText(matrix: Matrix): void {
    this.#textMatrix = matrix;
    this.#at = { x: 0, y: 0, lineX: 0, lineY: 0 };
  }

  #save(): void {
    this.#stack.push(this.#state);
    this.#state = { ...this.#state };
  }

  #restore(): void {
    this.#state = this.#stack.pop() ?? this.#state;
  }

  #move(x: number, y: number): void {
    const at = this.#at;
    at.lineX += x;
    at.lineY += y;
    at.x = at.lineX;
    at.y = at.lineY;
  }

  #show(shown: readonly (RawGlyph | number)[]): void {
    const state = this.#state;
    const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = multiply(state.matrix, this.#textMatrix);
    const size = Math.abs(state.size) * Math.hypot(c, d);
    const across = state.size * state.stretch;
    const length = Math.hypot(a, b);
    // Pages that were scanned askew lean by a few degrees; watermarks rise by 30 or more.
    const turned = Math.abs(b) > a * 0.15;
    const artifact = this.#content.includes(true);
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
      this.#glyphs.push({ text: glyph.unicode, x: a * x + c * y + e, y: b * x + d * y + f, width: width * length, spacing, size, font: state.font.name, bold, turned, artifact });
    }
  }

  #path(paint: number, data: Float32Array | null): void {
    if (data === null || paint === OPS.endPath || paint === OPS.clip || paint === OPS.eoClip) return;
    const { matrix, lineWidth } = this.#state;
    const { rules, uprights, bends } = linesOf(data, matrix, paint === OPS.stroke || paint === OPS.closeStroke ? lineWidth : 0);
    // One by one: a drawing can have more lines than a call can have arguments.
    for (const rule of rules) this.#lines.rules.push(rule);
    for (const upright of uprights) this.#lines.uprights.push(upright);
    for (const bend of bends) this.#lines.bends.push(bend);
  }
}
