// What stands in a paragraph of a Word file: runs with their drafting marks, notes that they point at, text boxes.
// Tracked changes are marks like any: what was inserted is underlined, what was deleted is struck.

import type { Run } from '../../marks.ts';
import { superscript, tidyPiece } from '../tidy.ts';
import { type Marks, readMarks, type Styles } from './docx-styles.ts';
import { child, setting, type XmlNode } from './xml.ts';

export interface Note {
  readonly kind: 'footnote' | 'endnote';
  readonly id: string;
  /** Counted in the order of the text. */
  readonly number: number;
}

export interface Content {
  readonly runs: Run[];
  readonly notes: Note[];
  /** Contents of text boxes that are anchored here. */
  readonly boxes: XmlNode[];
}

/** What surrounds a run and decides what it is. */
export interface Around {
  readonly inserted: boolean;
  readonly deleted: boolean;
  readonly link: string | null;
  /** Inside of a note: its mark. */
  readonly note?: number;
}

interface Field {
  code: string;
  /** Before its result begins. */
  inCode: boolean;
}

export const TRACKED = 'the document has tracked changes: inserted words are underlined, deleted words struck';
const HIDDEN = 'the document has hidden text, which is left out';

const DELETED = new Set(['del', 'moveFrom']);
const INSERTED = new Set(['ins', 'moveTo']);
/** Without text of their own, or with one that is not shown. */
const SILENT = new Set(['pPr', 'rPr', 'sdtPr', 'rt', 'docPr']);
/** Fields within fields; more are there to make work. */
const DEEPEST_FIELD = 50;
const SPACES = new Set(['tab', 'ptab', 'br', 'cr']);

const addressOf = (code: string): string | null => /^\s*HYPERLINK\s+"(https?:[^"]*)"/i.exec(code)?.[1] ?? null;

/** Reads the paragraphs of one document, in order: fields go on from one to the next, and notes are counted. */
export class ParagraphReader {
  /** What a reader must know of the text. */
  readonly facts = new Set<string>();
  readonly #styles: Styles;
  readonly #links: ReadonlyMap<string, string>;
  readonly #fields: Field[] = [];
  readonly #counts = { footnote: 0, endnote: 0 };

  /** @param links targets by the id of their relationship */
  constructor(styles: Styles, links: ReadonlyMap<string, string>) {
    this.#styles = styles;
    this.#links = links;
  }

  read(paragraph: XmlNode, around: Around): Content {
    const content: Content = { runs: [], notes: [], boxes: [] };
    this.#walk(paragraph, around, content);
    return content;
  }

  #walk(node: XmlNode, around: Around, content: Content): void {
    for (const inner of node.children) this.#enter(inner, around, content);
  }

  #enter(node: XmlNode, around: Around, content: Content): void {
    const { name, attributes } = node;
    if (SILENT.has(name)) return;
    if (name === 'r') this.#run(node, around, content);
    else if (name === 'txbxContent') content.boxes.push(node);
    // One thing told twice, for newer and for older programs.
    else if (name === 'AlternateContent') this.#walk(child(node, 'Choice') ?? child(node, 'Fallback') ?? node, around, content);
    else if (name === 'hyperlink') this.#walk(node, { ...around, link: this.#links.get(attributes.id ?? '') ?? around.link }, content);
    else if (name === 'fldSimple') this.#walk(node, { ...around, link: addressOf(attributes.instr ?? '') ?? around.link }, content);
    else if (DELETED.has(name) || INSERTED.has(name)) this.#change(node, around, content);
    else this.#walk(node, around, content);
  }

  #change(node: XmlNode, around: Around, content: Content): void {
    this.facts.add(TRACKED);
    const inserted = around.inserted || INSERTED.has(node.name);
    this.#walk(node, { ...around, inserted, deleted: around.deleted || DELETED.has(node.name) }, content);
  }

  #run(node: XmlNode, around: Around, content: Content): void {
    const properties = child(node, 'rPr');
    const marks = { ...this.#styles(setting(properties, 'rStyle')).marks, ...readMarks(properties) };
    for (const part of node.children) {
      if (part.name === 'fldChar') this.#field(part.attributes.fldCharType);
      else if (part.name === 'instrText') this.#instruct(part.text);
      else {
        const text = this.#textOf(part, around, content);
        if (text === null) this.#enter(part, around, content);
        else this.#write(text, { marks, around, content });
      }
    }
  }

  /** @returns null for what is no text of the run itself */
  #textOf({ name, text, attributes }: XmlNode, around: Around, content: Content): string | null {
    if (name === 't' || name === 'delText') return text;
    if (SPACES.has(name)) return ' ';
    if (name === 'noBreakHyphen') return '-';
    if (name === 'sym') return String.fromCodePoint(Number.parseInt(attributes.char ?? '', 16) % 0x110000 || 0x20);
    if (name === 'footnoteRef' || name === 'endnoteRef') return superscript(String(around.note ?? ''));
    if (name !== 'footnoteReference' && name !== 'endnoteReference') return null;
    const kind = name === 'footnoteReference' ? 'footnote' : 'endnote';
    const own = attributes.customMarkFollows !== undefined && attributes.customMarkFollows !== '0';
    const number = own ? this.#counts[kind] : ++this.#counts[kind];
    content.notes.push({ kind, id: attributes.id ?? '', number });
    return own ? '' : ` ${superscript(String(number))}`;
  }

  #field(type: string | undefined): void {
    const field = this.#fields.at(-1);
    if (type === 'begin' && this.#fields.length < DEEPEST_FIELD) this.#fields.push({ code: '', inCode: true });
    else if (type === 'separate' && field !== undefined) field.inCode = false;
    else if (type === 'end') this.#fields.pop();
  }

  #instruct(code: string): void {
    const field = this.#fields.at(-1);
    if (field !== undefined) field.code += code;
  }

  #write(raw: string, { marks, around, content }: { marks: Marks; around: Around; content: Content }): void {
    const text = tidyPiece(marks.raised && /^\s*\d{1,3}\s*$/.test(raw) ? superscript(raw) : raw);
    if (text === '' || this.#fields.some(({ inCode }) => inCode)) return;
    if (marks.hidden) {
      this.facts.add(HIDDEN);
      return;
    }
    const field = this.#fields.findLast(({ code }) => addressOf(code) !== null);
    const link = around.link ?? (field === undefined ? null : addressOf(field.code));
    content.runs.push({
      text,
      bold: marks.bold ?? false,
      // Links are underlined everywhere.
      underlined: around.inserted || (link === null && (marks.underlined ?? false)),
      struck: around.deleted || (marks.struck ?? false),
      link,
    });
  }
}
