// Which tag of a page opens and closes what, by the rules of the HTML standard. Two of them are left out, since they are long and seldom needed:
// moving things in front of the table in which they do not belong, and cutting a formatting element apart that ends inside another block.
// Where a page would need them it is in doubt, and parse.ts asks a full parser.

import {
  AROUND_ITEM,
  AROUND_PARAGRAPH,
  AROUND_PART,
  BARRIERS,
  BETWEEN_ITEMS,
  BLOCKS,
  CELLS,
  ENDS_ITEM,
  ENDS_PARAGRAPH,
  FORMATTING,
  HARMLESS_IN_TABLE,
  HEADINGS,
  IN_HEAD,
  MARKERS,
  ONLY_PARTS,
  OPAQUE,
  only,
  RAW,
  REOPENS,
  SPECIAL,
  STRANGE,
  TABLE,
  TABLE_PARTS,
  VOID,
  WEAK,
} from './elements.ts';
import { type Attributes, type Element, isBlank } from './nodes.ts';
import { Opaque } from './opaque.ts';
import { OpenElements } from './stack.ts';

/** Takes tags and texts in their order. A class, since it holds what is open. */
export class TreeBuilder {
  readonly open = new OpenElements();
  /** How often a rule was needed that is not followed here. */
  doubts = 0;
  /** Start tags so far. */
  tags = 0;
  readonly #html: Element;
  #body: Element | null = null;
  #form = false;
  #opaque: Opaque | null = null;

  constructor() {
    this.#html = this.open.push('html', {});
  }

  text(data: string): void {
    if (this.#opaque !== null) return;
    const { name } = this.open.top;
    if (!isBlank(data)) this.#makeRoomForText(name);
    else if (this.#body === null || ONLY_PARTS.has(name) || this.open.betweenBlocks) return;
    this.open.write(data);
  }

  /** Only what a reader may see is kept. */
  raw(name: string, data: string): void {
    // A script in a comment in a script ends elsewhere.
    if (name === 'script' && data.includes('<!--') && /<script/i.test(data)) this.doubts += 1;
    if (this.#opaque !== null || data === '' || this.open.top.name !== name) return;
    if (name === 'title' || name === 'xmp') this.open.write(data);
  }

  /** @returns whether what follows is no markup */
  start(name: string, attribs: Attributes, selfClosing: boolean): boolean {
    this.tags += 1;
    if (this.#opaque !== null) {
      if (!this.#opaque.start(name, selfClosing)) this.doubts += 1;
      return this.#opaque.isRaw(name);
    }
    if (name === 'html' || name === 'head' || name === 'body') this.#frame(name, attribs);
    else this.#startElement(name, attribs, selfClosing);
    return RAW.has(name);
  }

  end(name: string): void {
    if (this.#opaque !== null) {
      if (!this.#opaque.end(name)) this.doubts += 1;
      if (this.#opaque.over) this.#opaque = null;
    } else if (VOID.has(name)) {
      if (name === 'br' && this.#body !== null) this.open.append('br', {});
      // What follows the end of the body is still part of it.
    } else if (name !== 'html' && name !== 'body' && !this.open.leaveExcess()) {
      if (name !== 'form' && this.open.closeTop(name)) return;
      if (name === 'p') this.#endParagraph();
      else if (FORMATTING.has(name)) this.#endFormatting(name);
      else if (name === 'form') this.#endForm();
      else this.open.closeFrom(this.#placeOf(name));
    }
  }

  #startElement(name: string, attribs: Attributes, selfClosing: boolean): void {
    if (this.#body === null && !IN_HEAD.has(name)) this.#beginBody({});
    if (STRANGE.has(name)) this.doubts += 1;
    const fits = TABLE_PARTS.has(name) ? this.#makeRoomForPart(name) : this.#makeRoom(name);
    if (fits) this.#place(name, attribs, selfClosing);
  }

  /** Where the element stands that an end tag closes; -1 where it closes none. */
  #placeOf(name: string): number {
    if (name === 'table' || TABLE_PARTS.has(name)) return this.open.find(only(name), TABLE);
    if (HEADINGS.has(name)) return this.open.find(HEADINGS, BARRIERS);
    if (BLOCKS.has(name)) return this.open.find(only(name), name === 'li' ? AROUND_ITEM : BARRIERS);
    return this.open.find(only(name), SPECIAL);
  }

  /** `<html>`, `<head>` and `<body>` are there once, written or not. */
  #frame(name: string, attribs: Attributes): void {
    if (name === 'head') {
      if (this.#body === null && this.open.top === this.#html) this.open.push('head', attribs);
    } else if (name === 'body' && this.#body === null) {
      this.#beginBody(attribs);
    } else {
      const element = (name === 'html' ? null : this.#body) ?? this.#html;
      element.addAttributes(attribs);
    }
  }

  #beginBody(attribs: Attributes): void {
    this.open.closeFrom(this.open.find(only('head'), BARRIERS));
    this.#body = this.open.push('body', attribs);
  }

  #makeRoomForText(around: string): void {
    if (this.#body === null) this.#beginBody({});
    if (around === 'colgroup') this.open.closeFrom(this.open.find(only('colgroup'), TABLE));
    if (ONLY_PARTS.has(this.open.top.name)) this.doubts += 1;
    this.open.reopen();
  }

  /** @returns whether the element may stand there at all */
  #makeRoom(name: string): boolean {
    if (this.open.top.name === 'colgroup') this.open.closeFrom(this.open.find(only('colgroup'), TABLE));
    if (name === 'form' && this.#form) return false;
    if (ONLY_PARTS.has(this.open.top.name)) {
      if (name === 'table') this.open.closeFrom(this.open.find(only('table'), TABLE));
      else if (!HARMLESS_IN_TABLE.has(name)) this.doubts += 1;
      else return true;
    }
    if (this.open.paragraphs > 0 && ENDS_PARAGRAPH.has(name)) this.open.closeFrom(this.open.find(only('p'), AROUND_PARAGRAPH));
    if (HEADINGS.has(name) && HEADINGS.has(this.open.top.name)) this.open.closeFrom(this.open.size - 1);
    const items = ENDS_ITEM.get(name);
    if (items) this.open.closeFrom(this.open.find(items, BETWEEN_ITEMS));
    if (name === 'button') this.open.closeFrom(this.open.find(only('button'), BARRIERS));
    if (name === 'option' && this.open.top.name === 'option') this.open.closeFrom(this.open.size - 1);
    if (name === 'a' && (this.open.find(only('a'), MARKERS) !== -1 || this.open.waits('a'))) this.#endFormatting('a');
    return true;
  }

  /** A cell stands in a row, a row in a section, everything else in the table itself; none of them outside one. */
  #makeRoomForPart(name: string): boolean {
    const at = this.open.find(AROUND_PART.get(name) ?? TABLE, TABLE);
    if (at === -1) return false;
    this.open.closeFrom(at + 1);
    if ((name === 'tr' || CELLS.has(name)) && this.open.top.name === 'table') this.open.push('tbody', {});
    if (CELLS.has(name) && this.open.top.name !== 'tr') this.open.push('tr', {});
    return true;
  }

  #place(name: string, attribs: Attributes, selfClosing: boolean): void {
    const inTable = ONLY_PARTS.has(this.open.top.name);
    if (name === 'form') this.#form = true;
    if (!SPECIAL.has(name) || REOPENS.has(name)) this.open.reopen();
    if (VOID.has(name) || (name === 'form' && inTable)) {
      this.open.append(name, attribs);
    } else if (OPAQUE.has(name)) {
      this.open.append(name, attribs);
      if (!(selfClosing && name === 'svg')) this.#opaque = new Opaque(name);
    } else {
      this.open.push(name, attribs);
    }
  }

  #endParagraph(): void {
    const at = this.open.find(only('p'), AROUND_PARAGRAPH);
    if (at !== -1) this.open.closeFrom(at);
    // An end without a beginning is an empty paragraph.
    else if (this.#body !== null && !ONLY_PARTS.has(this.open.top.name)) this.open.append('p', {});
  }

  #endFormatting(name: string): void {
    if (this.open.forget(name)) return;
    const at = this.open.find(only(name), BARRIERS);
    if (at !== -1 && this.open.holds(at, (inner) => SPECIAL.has(inner))) this.doubts += 1;
    else this.open.closeFrom(at);
  }

  #endForm(): void {
    if (!this.#form) return;
    this.#form = false;
    const at = this.open.find(only('form'), BARRIERS);
    // It ends alone: what it holds stays open.
    if (at !== -1 && this.open.holds(at, (name) => !WEAK.has(name))) this.doubts += 1;
    this.open.closeFrom(at);
  }
}
