// PDF pages drawn piece by piece, the way Word, LibreOffice and spreadsheets draw them: words with their drafting marks, lines around
// cells, filled areas, turned and scaled parts, forms, notes, content that is no text. Like a drawing by hand: nothing is laid out but what a caller places.

import { createRequire } from 'node:module';
import path from 'node:path';
import PDFDocument from 'pdfkit';
import type { Limits } from '../../pipeline/extract/limits.ts';
import { pdfText } from '../../pipeline/extract/pdf/pdf.ts';
import { readRuns } from '../../pipeline/marks.ts';
import type { Text } from '../../pipeline/types.ts';
import { bytesOf } from './documents.ts';

/** Puts something on the page. All places in points from the upper left corner of the page as it is shown. */
export type Drawing = (document: PDFKit.PDFDocument) => void;

export interface Style {
  readonly size?: number;
  readonly bold?: boolean;
  readonly font?: string;
}

/** How a program draws its lines: Word fills thin rectangles, LibreOffice strokes lines; either strikes double where asked to. */
export type Pen = 'filled' | 'stroked' | 'double';

const FONTS = path.join(path.dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json')), 'standard_fonts');
/** Fonts that are in the file, with the letters of all 24 languages. */
export const SANS = path.join(FONTS, 'LiberationSans-Regular.ttf');
export const SANS_BOLD = path.join(FONTS, 'LiberationSans-Bold.ttf');

const PAGE = { size: 'A4', margin: 0 } as const;

const ruler = new PDFDocument({ ...PAGE, autoFirstPage: false });
const dress = (document: PDFKit.PDFDocument, { size = 12, bold = false, font }: Style): PDFKit.PDFDocument =>
  document.font(font ?? (bold ? 'Times-Bold' : 'Times-Roman')).fontSize(size);

export const widthOf = (text: string, style: Style = {}): number => dress(ruler, style).widthOfString(text);

/** Words at once, their baseline's left end at the place given; the options are pdfkit's own. */
export const words =
  (text: string, [x, y]: readonly [number, number], style: Style & PDFKit.Mixins.TextOptions = {}): Drawing =>
  (document) =>
    void dress(document, style).text(text, x, y, { lineBreak: false, baseline: 'alphabetic', ...style });

/** Lines one below the other. */
export const below = (texts: readonly string[], [x, y]: readonly [number, number], style: Style & { pitch?: number } = {}): Drawing[] => {
  const { pitch = 14, ...rest } = style;
  return texts.map((text, at) => words(text, [x, y + at * pitch], rest));
};

export const filled =
  (x: number, y: number, width: number, height: number): Drawing =>
  (document) =>
    void document.rect(x, y, width, height).fill('black');

export interface Paint {
  readonly color?: string;
  /** The colour of the line around it. */
  readonly outline?: string;
  readonly opacity?: number;
}

/** What is painted later lies above it. */
export const area =
  (
    x: number,
    y: number,
    [width, height]: readonly [number, number],
    { color = 'black', outline: edge, opacity = 1 }: Paint = {},
  ): Drawing =>
  (document) => {
    document.save().fillOpacity(opacity).lineWidth(0.5).rect(x, y, width, height);
    if (edge === undefined) document.fill(color);
    else document.fillAndStroke(color, edge);
    document.restore();
  };

/** Drawings in one colour, words too. */
export const inked =
  (color: string, drawings: readonly Drawing[]): Drawing =>
  (document) => {
    document.save().fillColor(color);
    for (const draw of drawings) draw(document);
    document.restore();
  };

export const stroked =
  (from: readonly [number, number], to: readonly [number, number], width = 0.6): Drawing =>
  (document) =>
    void document
      .lineWidth(width)
      .moveTo(...from)
      .lineTo(...to)
      .stroke();

/** The outline of a rectangle, as one path. */
export const outline =
  (x: number, y: number, width: number, height: number): Drawing =>
  (document) =>
    void document.lineWidth(0.5).rect(x, y, width, height).stroke();

const line = (x: number, y: number, width: number, pen: Pen): Drawing[] => {
  if (pen === 'stroked') return [stroked([x, y], [x + width, y])];
  return pen === 'filled' ? [filled(x, y - 0.3, width, 0.6)] : [filled(x, y - 0.8, width, 0.5), filled(x, y + 0.8, width, 0.5)];
};

/**
 * A line of words with their drafting marks: one run drawn after the other, then the lines through and under them.
 * @param marked `the ~~old~~ **new** lamp`
 */
export const written = (
  marked: string,
  [x, y]: readonly [number, number],
  { pen = 'filled', ...style }: Style & { pen?: Pen } = {},
): Drawing[] => {
  let at = x;
  return readRuns(marked).flatMap(({ text, bold, underlined, struck }) => {
    const own = { ...style, bold: bold || (style.bold ?? false) };
    const size = style.size ?? 12;
    const [left, width] = [at, widthOf(text, own)];
    at += width;
    const through = struck ? line(left, y - size * 0.26, width, pen) : [];
    return [words(text, [left, y], own), ...through, ...(underlined ? line(left, y + size * 0.12, width, pen) : [])];
  });
};

/** Each line of a paragraph with its marks; none goes on over a line's end. */
export const writtenBelow = (marked: readonly string[], [x, y]: readonly [number, number], style: Style & { pen?: Pen } = {}): Drawing[] =>
  marked.flatMap((line, at) => written(line, [x, y + at * 14], style));

/** The lines around the cells of a table, each drawn from one end of the table to the other. */
export const grid = (columns: readonly number[], rows: readonly number[]): Drawing[] => [
  ...rows.map((y) => filled(columns[0] ?? 0, y, (columns.at(-1) ?? 0) - (columns[0] ?? 0), 0.5)),
  ...columns.map((x) => filled(x, rows[0] ?? 0, 0.5, (rows.at(-1) ?? 0) - (rows[0] ?? 0))),
];

/** Drawings in a space of their own: turned, shrunk, moved. */
export const within =
  (matrix: readonly [number, number, number, number, number, number], drawings: readonly Drawing[]): Drawing =>
  (document) => {
    document.save().transform(...matrix);
    for (const draw of drawings) draw(document);
    document.restore();
  };

/** What the file itself calls no part of the text. */
export const artifact =
  (drawings: readonly Drawing[]): Drawing =>
  (document) => {
    document.markContent('Artifact', { type: 'Pagination' });
    for (const draw of drawings) draw(document);
    document.endMarkedContent();
  };

/** Which characters the codes of a font stand for, where they are not those of Latin letters. */
export type Signs = Readonly<Record<string, string>>;

const hex = (code: number): string => code.toString(16).padStart(4, '0').toUpperCase();

const toUnicode = (document: PDFKit.PDFDocument, signs: Signs): PDFKit.PDFKitReference => {
  const codes = Object.entries(signs).map(([sign, text]) => {
    const units = [...text].flatMap((char) => Array.from(Buffer.from(char, 'utf16le').swap16().toString('hex').toUpperCase()));
    return `<${hex(sign.charCodeAt(0)).slice(2)}> <${units.join('')}>`;
  });
  const map = document.ref({});
  map.end(`/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <00> <FF> endcodespacerange
${codes.length} beginbfchar ${codes.join('\n')} endbfchar endcmap end`);
  return map;
};

const plainFont = (document: PDFKit.PDFDocument, signs: Signs): PDFKit.PDFKitReference => {
  const plain = { Type: 'Font', Subtype: 'Type1', BaseFont: 'Times-Roman', Encoding: 'WinAnsiEncoding' };
  const font = document.ref(Object.keys(signs).length === 0 ? plain : { ...plain, ToUnicode: toUnicode(document, signs) });
  font.end('');
  return font;
};

/**
 * Operators as they stand in a file, upwards from the lower left corner, with Times as `/T`.
 * @param signs what single letters of this font stand for: `{ '#': '\u00ad' }`
 */
export const operators =
  (content: string, signs: Signs = {}): Drawing =>
  (document) => {
    const name = `T${Object.keys(document.page.fonts).length}`;
    document.page.fonts[name] = plainFont(document, signs);
    document.save().transform(1, 0, 0, -1, 0, document.page.height);
    document.addContent(content.replaceAll('/T ', `/${name} `)).restore();
  };

/** A form drawn with a matrix of its own; its operators as above. */
export const form =
  (content: string, matrix: readonly number[]): Drawing =>
  (document) => {
    const Resources = { Font: { T: plainFont(document, {}) } };
    const own = document.ref({ Type: 'XObject', Subtype: 'Form', BBox: [0, 0, 2000, 2000], Matrix: matrix, Resources });
    own.end(content);
    const name = `Form${Object.keys(document.page.xobjects).length}`;
    document.page.xobjects[name] = own;
    operators(`/${name} Do`)(document);
  };

/** What a reader of the file has put on the page, as it is to be drawn: operators upwards from the lower left corner of its own place. */
export const note =
  (subtype: string, [x, y, width, height]: readonly [number, number, number, number], content: string): Drawing =>
  (document) => {
    const N = document.ref({
      Type: 'XObject',
      Subtype: 'Form',
      BBox: [0, 0, width, height],
      Resources: { Font: { T: plainFont(document, {}) } },
    });
    N.end(content);
    document.annotate(x, y, width, height, { Subtype: subtype, AP: { N } } as PDFKit.Mixins.AnnotationOption);
  };

export interface Sheet {
  readonly drawings: readonly Drawing[];
  /** Entries of the page's dictionary: `Rotate`, `CropBox`. */
  readonly entries?: Readonly<Record<string, unknown>>;
}

export const drawnPdf = (pages: readonly (readonly Drawing[] | Sheet)[]): Promise<Uint8Array> => {
  const document = new PDFDocument({ ...PAGE, autoFirstPage: false, info: { CreationDate: new Date(0), Producer: 'replica' } });
  const bytes = bytesOf(document);
  for (const page of pages) {
    const { drawings, entries = {} } = 'drawings' in page ? page : { drawings: page };
    document.addPage(PAGE);
    Object.assign(document.page.dictionary.data, entries);
    for (const draw of drawings) draw(document);
  }
  document.end();
  return bytes;
};

const LIMITS: Limits = { seconds: 20, pages: 50 };

/** What the pipeline reads from drawn pages, without the thread that it would read in. */
export const readDrawn = async (...pages: readonly (readonly Drawing[] | Sheet)[]): Promise<Text> =>
  pdfText({ body: await drawnPdf(pages), at: 'made-up.pdf' }, LIMITS);

/** The same as `kind: marked`, a line to a block. */
export const shown = async (...pages: readonly (readonly Drawing[] | Sheet)[]): Promise<string[]> =>
  (await readDrawn(...pages)).blocks.map(({ kind, marked }) => `${kind}: ${marked}`);
