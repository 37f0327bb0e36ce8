// From the characters of a page to its tags and texts, as the HTML standard takes them apart. htmlparser2 looks at every character in turn;
// this jumps from one sign to the next, which is several times as fast, and tests hold it to what parse5 finds.

import { decodeHTML, decodeHTMLAttribute } from 'entities';
import { type Attributes, NO_ATTRIBUTES } from './nodes.ts';

/** What is made of tags and texts in their order. */
export interface Listener {
  text: (data: string) => void;
  /** @returns whether what follows is no markup, up to the end tag of the same name */
  start: (name: string, attribs: Attributes, selfClosing: boolean) => boolean;
  /** Text that is no markup. */
  raw: (name: string, data: string) => void;
  end: (name: string) => void;
}

/** The attributes that are read where nobody selects by others. */
const READ: ReadonlySet<string> = new Set([
  ...['aria-hidden', 'class', 'hidden', 'href', 'id', 'lang', 'reversed', 'role', 'start', 'style', 'type', 'value', 'xml:lang'],
]);

const names = new Map<string, string>();

/** In lower case, and one and the same string for the same name: that is what makes looking names up fast. */
const nameOf = (written: string): string => {
  const known = names.get(written);
  if (known !== undefined) return known;
  const name = written.toLowerCase();
  // Pages can make names up.
  if (names.size < 1_000) names.set(written, name);
  return name;
};

const GREATER = 62;
const SLASH = 47;
const EQUALS = 61;

const isSpace = (code: number): boolean => code === 32 || (code >= 9 && code <= 13 && code !== 11);
const isLetter = (code: number): boolean => (code >= 97 && code <= 122) || (code >= 65 && code <= 90);

/** One page while it is taken apart. A class, since it holds the place that has been reached. */
export class Scanner {
  readonly #html: string;
  readonly #listener: Listener;
  readonly #complete: boolean;
  #at = 0;
  /** Whether the last sign before `>` was a slash. */
  #slash = false;
  /** Attributes of the tag that has most. */
  most = 0;

  /** @param complete whether all attributes are needed, or only those that say what a reader sees */
  constructor(html: string, listener: Listener, complete: boolean) {
    this.#html = html;
    this.#listener = listener;
    this.#complete = complete;
  }

  scan(): void {
    const html = this.#html;
    while (this.#at < html.length) {
      const sign = this.#nextMarkup(this.#at);
      if (sign > this.#at) this.#text(sign);
      if (sign < html.length) this.#markup(sign);
    }
  }

  /** A `<` that begins something; others are text. */
  #nextMarkup(from: number): number {
    for (let at = this.#html.indexOf('<', from); at !== -1; at = this.#html.indexOf('<', at + 1)) {
      const code = this.#html.charCodeAt(at + 1);
      // `/`, `!` and `?`
      if (isLetter(code) || code === 33 || code === 63 || (code === SLASH && at + 2 < this.#html.length)) return at;
    }
    return this.#html.length;
  }

  #text(end: number): void {
    const data = this.#isLayout(end) ? ' ' : this.#html.slice(this.#at, end);
    this.#at = end;
    this.#listener.text(data.includes('&') ? decodeHTML(data) : data);
  }

  /** Nothing but white space up to there. */
  #isLayout(end: number): boolean {
    let at = this.#at;
    while (at < end && isSpace(this.#html.charCodeAt(at))) at += 1;
    return at === end;
  }

  #markup(sign: number): void {
    const code = this.#html.charCodeAt(sign + 1);
    if (isLetter(code)) this.#startTag(sign + 1);
    else if (code === SLASH && isLetter(this.#html.charCodeAt(sign + 2))) this.#endTag(sign + 2);
    else if (this.#html.startsWith('<!--', sign)) this.#comment(sign + 4);
    else this.#skipTo('>', sign + 2);
  }

  /** To behind the next such sign, or to the end of the page. */
  #skipTo(sign: string, from: number): void {
    const found = this.#html.indexOf(sign, from);
    this.#at = found === -1 ? this.#html.length : found + sign.length;
  }

  /** `<!-->` and `<!--->` are whole comments, and `--!>` ends one too. */
  #comment(from: number): void {
    const empty = this.#html.startsWith('>', from) || this.#html.startsWith('->', from);
    this.#skipTo(empty ? '>' : '-->', from);
    const early = this.#html.slice(from, this.#at).indexOf('--!>');
    if (early !== -1) this.#at = from + early + 4;
  }

  /** The place behind a name: of a tag, or of an attribute, which an equals sign ends too. */
  #nameEnd(from: number, equals: boolean): number {
    for (let at = from; at < this.#html.length; at += 1) {
      const code = this.#html.charCodeAt(at);
      if (code === GREATER || code === SLASH || isSpace(code) || (equals && code === EQUALS)) return at;
    }
    return this.#html.length;
  }

  #endTag(from: number): void {
    const end = this.#nameEnd(from, false);
    this.#at = end;
    // Whatever stands in an end tag is read like attributes, and counts for nothing.
    if (this.#attributes() !== null) this.#listener.end(nameOf(this.#html.slice(from, end)));
  }

  #startTag(from: number): void {
    this.#at = this.#nameEnd(from, false);
    const name = nameOf(this.#html.slice(from, this.#at));
    const attribs = this.#attributes();
    // A page that ends within a tag ends before it.
    if (attribs === null) return;
    if (this.#listener.start(name, attribs, this.#slash)) this.#raw(name);
  }

  #raw(name: string): void {
    const end = new RegExp(`</${name}(?=[\\s/>])`, 'gi');
    end.lastIndex = this.#at;
    const found = end.exec(this.#html)?.index ?? this.#html.length;
    const data = this.#html.slice(this.#at, found);
    // Of these, only in a title do references count.
    this.#listener.raw(name, name === 'title' ? decodeHTML(data) : data);
    this.#at = found;
  }

  /** @returns null where the page ends before the tag does */
  #attributes(): Attributes | null {
    const html = this.#html;
    let attribs: Record<string, string> | null = null;
    this.#slash = false;
    for (let count = 0; this.#at < html.length; ) {
      const code = html.charCodeAt(this.#at);
      if (code === GREATER) {
        this.#at += 1;
        this.most = Math.max(this.most, count);
        return attribs ?? NO_ATTRIBUTES;
      }
      this.#slash = code === SLASH;
      if (code === SLASH || isSpace(code)) {
        this.#at += 1;
        continue;
      }
      count += 1;
      const start = this.#at;
      // An equals sign that comes first is part of the name.
      this.#at = this.#nameEnd(start + 1, true);
      const name = nameOf(html.slice(start, this.#at));
      const value = this.#value();
      if (!this.#complete && !READ.has(name)) continue;
      attribs ??= {};
      if (!Object.hasOwn(attribs, name)) attribs[name] = value.includes('&') ? decodeHTMLAttribute(value) : value;
    }
    return null;
  }

  #skipSpace(from: number): number {
    let at = from;
    while (isSpace(this.#html.charCodeAt(at))) at += 1;
    return at;
  }

  /** What follows the name of an attribute; '' where it has no value. */
  #value(): string {
    const html = this.#html;
    const equals = this.#skipSpace(this.#at);
    if (html.charCodeAt(equals) !== EQUALS) return '';
    const start = this.#skipSpace(equals + 1);
    const quote = html[start];
    if (quote === '"' || quote === "'") {
      this.#skipTo(quote, start + 1);
      return html.slice(start + 1, this.#at - 1);
    }
    let end = start;
    while (end < html.length && html.charCodeAt(end) !== GREATER && !isSpace(html.charCodeAt(end))) end += 1;
    this.#at = end;
    return html.slice(start, end);
  }
}
