// Documents in the house style of the Council, built with a PDF library: for tests and for the demo's stand-ins of the sources.
// The texts come from the caller and are made up; the same spec gives the same bytes.

import PDFDocument from 'pdfkit';

/** One run of text, its baseline's left end in points from the upper left corner of the page. */
export interface Placed {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size?: number;
  readonly bold?: boolean;
}

export interface PdfOptions {
  /** Changes the bytes and not a word of the text. */
  readonly producerNote?: string;
  readonly password?: string;
  readonly title?: string;
}

export interface CouncilSpec extends PdfOptions {
  /** As the footer prints it: `90001/99`, `90001/1/99 REV 1`. */
  readonly number: string;
  /** `3 December 2099` */
  readonly date: string;
  readonly limite?: boolean;
  /** The box on documents that were LIMITE and are so no longer. */
  readonly publicBox?: boolean;
  readonly codes?: readonly string[];
  /** `2099/0360 (COD)` */
  readonly interinstitutionalFile?: string;
  readonly type?: string;
  readonly from?: string;
  readonly to?: string;
  /** A line break begins a line of its own: `Plan\n- Approval`. */
  readonly subject: string;
  readonly previousDocuments?: string;
  readonly commissionDocuments?: string;
  readonly paragraphs: readonly string[];
  /** By the index of the paragraph that it stands before. */
  readonly headings?: Readonly<Record<number, string>>;
  /** On pages of its own, after the body. */
  readonly annex?: readonly string[];
  readonly footerInitials?: string;
  readonly language?: string;
  /** `word`: footers first on every page and the cover's columns out of order, as Word writes them. */
  readonly order?: 'reading' | 'word';
}

const PAGE = { size: 'A4', margin: 0 } as const;
const LEFT = 56.6;
const RIGHT = 540;
const VALUES = 155.9;
const COLUMN = 340.4;
const PITCH = 20.7;
const GAP = 32.5;
const [TOP, BOTTOM] = [60, 740];

const fontOf = (piece: { bold?: boolean }): string => (piece.bold === true ? 'Times-Bold' : 'Times-Roman');

/** What a PDF comes to, once it has ended. */
export const bytesOf = (document: PDFKit.PDFDocument): Promise<Uint8Array> =>
  new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    document.on('data', (chunk: Buffer) => chunks.push(chunk));
    document.on('end', () => resolve(new Uint8Array(Buffer.concat(chunks))));
    document.on('error', reject);
  });

/** A PDF with every run of text where and in which order the caller wants it. A page without runs holds a drawing only. */
export const placedPdf = (pages: readonly (readonly Placed[])[], options: PdfOptions = {}): Promise<Uint8Array> => {
  const info = {
    CreationDate: new Date(0),
    Producer: `replica ${options.producerNote ?? ''}`,
    ...(options.title && { Title: options.title }),
  };
  const document = new PDFDocument({
    ...PAGE,
    autoFirstPage: false,
    info,
    ...(options.password !== undefined && { userPassword: options.password, ownerPassword: options.password }),
  });
  const done = bytesOf(document);
  for (const page of pages) {
    document.addPage(PAGE);
    if (page.length === 0) document.rect(100, 100, 200, 200).fill('grey');
    for (const piece of page) {
      document.font(fontOf(piece)).fontSize(piece.size ?? 12);
      document.text(piece.text, piece.x, piece.y, { lineBreak: false, baseline: 'alphabetic' });
    }
  }
  document.end();
  return done;
};

const ruler = new PDFDocument({ ...PAGE, autoFirstPage: false });

/** Breaks at spaces only; a line break in the text begins a new line. */
const wrap = (text: string, width: number, style: { size: number; bold?: boolean }): string[] => {
  ruler.font(fontOf(style)).fontSize(style.size);
  return text.split('\n').flatMap((part) => {
    const lines: string[] = [];
    for (const word of part.split(' ')) {
      const longer = `${lines.at(-1)} ${word}`;
      if (lines.length > 0 && ruler.widthOfString(longer) <= width) lines[lines.length - 1] = longer;
      else lines.push(word);
    }
    return lines;
  });
};

interface Cover {
  readonly left: readonly Placed[];
  readonly codes: readonly Placed[];
  readonly right: readonly Placed[];
  readonly fields: readonly Placed[];
  /** Where the body may begin. */
  readonly bottom: number;
}

const column = (texts: readonly string[], x: number, y: number): Placed[] =>
  texts.map((text, at) => ({ text, x, y: y + at * 13.5, size: 11.5 }));

const fieldsOf = (spec: CouncilSpec, top: number): { fields: Placed[]; bottom: number } => {
  const fields: Placed[] = [{ text: spec.type ?? 'NOTE', x: LEFT, y: top, size: 11.5, bold: true }];
  const rows: readonly (readonly [string, string | undefined])[] = [
    ['From:', spec.from ?? 'General Secretariat of the Council'],
    ['To:', spec.to ?? 'Delegations'],
    ['No. prev. doc.:', spec.previousDocuments],
    ['No. Cion doc.:', spec.commissionDocuments],
    ['Subject:', spec.subject],
  ];
  let y = top + 18;
  for (const [label, value] of rows) {
    if (value === undefined) continue;
    const lines = wrap(value, RIGHT - VALUES, { size: 11.5 });
    fields.push({ text: label, x: LEFT, y, size: 11.5 }, ...lines.map((text, at) => ({ text, x: VALUES, y: y + at * 13.5, size: 11.5 })));
    y += lines.length * 13.5 + 6;
  }
  return { fields, bottom: y + 30 };
};

const coverOf = (spec: CouncilSpec): Cover => {
  const [, number = spec.number, steps] = /^(\S+)(?: (.+))?$/.exec(spec.number) ?? [];
  const file = spec.interinstitutionalFile === undefined ? [] : ['Interinstitutional File:', spec.interinstitutionalFile];
  const left = [...column(['Council of the', 'European Union'], 110, 97), ...column(file, 94, 215)];
  const box = spec.publicBox === true ? [{ text: 'PUBLIC', x: 250, y: 50, size: 16, bold: true }] : [];
  const marking = spec.limite === true ? column(['LIMITE'], COLUMN, 229) : [];
  const right = [
    ...box,
    ...column([`Brussels, ${spec.date}`, '(OR. en)'], COLUMN, 126),
    ...column([number, ...(steps?.match(/[A-Z]+ \d+/g) ?? [])], COLUMN, 176),
    ...marking,
  ];
  const codes = column(spec.codes ?? [], COLUMN, 255);
  return { left, codes, right, ...fieldsOf(spec, 280 + codes.length * 13.5) };
};

const inOrder = (cover: Cover, order: CouncilSpec['order']): Placed[] =>
  // As in real files: codes and fields before the number and date that stand above them.
  order === 'word'
    ? [...cover.left.slice(0, 2), ...cover.codes, ...cover.fields, ...cover.right, ...cover.left.slice(2)]
    : [...cover.left, ...cover.right, ...cover.codes, ...cover.fields];

const footer = (spec: CouncilSpec, page: number, annex: boolean): Placed[] => [
  { text: `${spec.number}${spec.footerInitials === undefined ? '' : `    ${spec.footerInitials}`}`, x: LEFT, y: 789 },
  { text: String(page), x: 532.8, y: 789 },
  ...(annex ? [{ text: 'ANNEX', x: LEFT, y: 805 }] : []),
  { text: 'JAI.1', x: 282.8, y: 805 },
  ...(spec.limite === true ? [{ text: 'LIMITE', x: 370.3, y: 808.6, size: 18, bold: true }] : []),
  { text: spec.language?.toUpperCase() ?? 'EN', x: 515.7, y: 808.6, size: 18, bold: true },
];

/** Sets paragraphs line by line from `y` on, over as many pages as they need. */
const setBody = (paragraphs: readonly { text: string; bold: boolean }[], start: number): Placed[][] => {
  const pages: Placed[][] = [[]];
  let y = start;
  for (const { text, bold } of paragraphs) {
    for (const line of wrap(text, RIGHT - LEFT, { size: 12, bold })) {
      if (y > BOTTOM) {
        pages.push([]);
        y = TOP;
      }
      pages.at(-1)?.push({ text: line, x: LEFT, y, bold });
      y += PITCH;
    }
    y += GAP - PITCH;
  }
  return pages;
};

/** A Council document with a modern cover, as a PDF. */
export const councilPdf = (spec: CouncilSpec): Promise<Uint8Array> => {
  const cover = coverOf(spec);
  const paragraphs = spec.paragraphs.flatMap((text, at) => {
    const heading = spec.headings?.[at];
    return [...(heading === undefined ? [] : [{ text: heading, bold: true }]), { text, bold: false }];
  });
  const [first = [], ...more] = setBody(paragraphs, cover.bottom);
  const annex =
    spec.annex === undefined ? [] : setBody([{ text: 'ANNEX', bold: true }, ...spec.annex.map((text) => ({ text, bold: false }))], TOP);
  const body = [[...inOrder(cover, spec.order), ...first], ...more];
  const pages = [...body, ...annex].map((page, at) => {
    const foot = footer(spec, at + 1, at >= body.length);
    return spec.order === 'word' ? [...foot, ...page] : [...page, ...foot];
  });
  return placedPdf(pages, spec);
};
