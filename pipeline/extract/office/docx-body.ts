// The body of a Word file as blocks: paragraphs with the numbers of their lists, tables, notes, text boxes.

import type { Run } from '../../marks.ts';
import type { Block, BlockKind } from '../../types.ts';
import { LIST_MARK } from '../pdf/paragraphs.ts';
import type { NextLabel } from './docx-lists.ts';
import { type Around, type Content, type Note, type ParagraphReader, TRACKED } from './docx-runs.ts';
import { readNumbering, readOutline, type Style, type Styles } from './docx-styles.ts';
import { plainRun, tableRow, toBlock } from './rows.ts';
import { child, childrenOf, setting, type XmlNode } from './xml.ts';

/** The parts of a document beside its body. */
export interface Document {
  readonly styles: Styles;
  readonly label: NextLabel;
  readonly reader: ParagraphReader;
  readonly notes: Readonly<Record<Note['kind'], ReadonlyMap<string, XmlNode>>>;
}

interface Paragraph {
  readonly kind: BlockKind;
  readonly style: Style;
  readonly runs: Run[];
  readonly content: Content;
  /** Its end was deleted: the next paragraph goes on from it. */
  readonly open: boolean;
}

const PLAIN: Around = { inserted: false, deleted: false, link: null };
const isLive = ({ runs }: { runs: readonly Run[] }): boolean => runs.some(({ text, struck }) => !struck && text.trim() !== '');

/** What stood in the second paragraph now stands in the first, which keeps its number. Adds in place: thousands may go on like this. */
const goOn = (first: Paragraph, { content, open }: Paragraph): Paragraph => {
  for (const run of content.runs) first.runs.push(run);
  for (const note of content.notes) first.content.notes.push(note);
  for (const box of content.boxes) first.content.boxes.push(box);
  return { ...first, open };
};

/** All elements of that name below, not looking inside those found. */
const findAll = (node: XmlNode, name: string): XmlNode[] =>
  node.children.flatMap((inner) => (inner.name === name ? [inner] : inner.name === 'AlternateContent' ? [] : findAll(inner, name)));

/** Gathers blocks. A class, since it holds the paragraph that goes on and the notes that wait. */
export class BodyWriter {
  readonly #document: Document;
  readonly #blocks: Block[] = [];
  readonly #endnotes: Note[] = [];
  readonly #told = new Set<XmlNode>();
  #open: Paragraph | null = null;
  /** Of the first paragraph whose style says that it is the title. */
  title: string | null = null;

  constructor(document: Document) {
    this.#document = document;
  }

  walk(node: XmlNode, around: Around = PLAIN): void {
    for (const inner of node.children) {
      if (inner.name === 'p') this.#paragraph(inner, around);
      else if (inner.name === 'tbl') this.#table(inner, around);
      else if (inner.name === 'AlternateContent') this.walk(child(inner, 'Choice') ?? child(inner, 'Fallback') ?? inner, around);
      else this.walk(inner, around);
    }
  }

  finish(): readonly Block[] {
    this.#close();
    for (const note of this.#endnotes) this.#note(note);
    return this.#blocks;
  }

  #push(block: Block | null): void {
    if (block !== null) this.#blocks.push(block);
  }

  #close(): void {
    const open = this.#open;
    this.#open = null;
    if (open !== null) this.#end(open);
  }

  #paragraph(node: XmlNode, around: Around): void {
    const next = this.#read(node, around);
    const joined = this.#open === null ? next : goOn(this.#open, next);
    this.#open = null;
    if (joined.open && isLive(joined)) this.#open = joined;
    else this.#end(joined);
  }

  #end({ kind, style, runs, content }: Paragraph): void {
    const block = toBlock(kind, runs);
    if (block !== null && kind === 'paragraph' && LIST_MARK.test(block.text)) this.#push({ ...block, kind: 'list-item' });
    else this.#push(block);
    if (style.title) this.title ??= block?.text ?? null;
    this.#leave(content);
  }

  /** Text boxes and notes follow what they hang on; endnotes wait for the end. */
  #leave({ boxes, notes }: Content): void {
    for (const box of boxes) this.walk(box);
    for (const note of notes) {
      if (note.kind === 'endnote') this.#endnotes.push(note);
      else this.#note(note);
    }
  }

  #read(node: XmlNode, around: Around): Paragraph {
    const { styles, label: next, reader } = this.#document;
    const properties = child(node, 'pPr');
    const style = styles(setting(properties, 'pStyle'));
    const label = next({ ...style.numbering, ...readNumbering(properties) });
    const content = reader.read(node, around);
    const heading = readOutline(properties) ?? style.heading;
    // Bold is how headings look, and no drafting mark there.
    const own = heading ? content.runs.map((run) => ({ ...run, bold: false })) : content.runs;
    const number = { ...plainRun(`${label} `), struck: content.runs.length > 0 && !isLive(content) };
    const mark = child(child(properties, 'rPr'), 'del') ?? child(child(properties, 'rPr'), 'moveFrom');
    return {
      kind: heading ? 'heading' : label === null ? 'paragraph' : 'list-item',
      style,
      // A number without words stands for nothing.
      runs: label === null || label === '' || own.length === 0 ? [...own] : [number, ...own],
      content,
      open: mark !== undefined,
    };
  }

  #table(table: XmlNode, around: Around): void {
    this.#close();
    const rows = findAll(table, 'tr').map((row) => ({ row, cells: findAll(row, 'tc') }));
    // A table of one column is a frame around text.
    const frame = rows.every(({ cells }) => cells.length < 2);
    for (const { row, cells } of rows) {
      const how = this.#changed(row, around);
      if (frame) for (const cell of cells) this.walk(cell, how);
      else this.#row(cells, how);
    }
  }

  /** A whole row can be inserted or deleted. */
  #changed(row: XmlNode, around: Around): Around {
    const properties = child(row, 'trPr');
    const [inserted, deleted] = [child(properties, 'ins') !== undefined, child(properties, 'del') !== undefined];
    if (inserted || deleted) this.#document.reader.facts.add(TRACKED);
    return { ...around, inserted: around.inserted || inserted, deleted: around.deleted || deleted };
  }

  #row(cells: readonly XmlNode[], around: Around): void {
    const read = cells.map((cell) => this.#flow(cell, around));
    this.#push(tableRow(read.map(({ runs }) => runs)));
    for (const content of read) this.#leave(content);
  }

  /** All paragraphs below as one. A cell that goes on from the row above is empty. */
  #flow(node: XmlNode, around: Around): Content {
    const paragraphs = findAll(node, 'p').map((paragraph) => this.#read(paragraph, around));
    return {
      runs: paragraphs.flatMap(({ runs }, at) => (at === 0 || paragraphs[at - 1]?.open ? runs : [plainRun(' '), ...runs])),
      notes: paragraphs.flatMap(({ content }) => content.notes),
      boxes: paragraphs.flatMap(({ content }) => content.boxes),
    };
  }

  #note({ kind, id, number }: Note): void {
    const node = this.#document.notes[kind].get(id);
    // A note can be pointed at from several places.
    if (node === undefined || this.#told.has(node)) return;
    this.#told.add(node);
    const { runs } = this.#flow(node, { ...PLAIN, note: number });
    this.#push(toBlock('footnote', runs));
  }
}

/** Notes by their id. @param root of `footnotes.xml` or `endnotes.xml`, null when there is none */
export const notesOf = (root: XmlNode | null, name: Note['kind']): ReadonlyMap<string, XmlNode> =>
  new Map(childrenOf(root, name).map((node) => [node.attributes.id ?? '', node] as const));
