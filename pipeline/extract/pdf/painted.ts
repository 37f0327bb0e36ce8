// What stands on a page once it is painted: characters, and areas that hide what was painted before them.

import type { Ink } from './inks.ts';
import type { Area } from './strokes.ts';

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
  readonly ink: Ink;
}

/** A rectangle that hides what was painted there before. */
export interface Fill extends Area {
  readonly ink: Ink;
  /** Drawn with a line around it. */
  readonly outlined: boolean;
  /** A picture, which nobody looks into. */
  readonly picture: boolean;
  /** How many characters were painted before it. */
  readonly after: number;
}

/** As pdf.js gives the operators of a page, and the characters in them. */
export interface OperatorList {
  readonly fnArray: readonly number[];
  readonly argsArray: readonly unknown[];
}

export interface RawGlyph {
  readonly unicode: string;
  readonly width: number;
  readonly isSpace: boolean;
}
