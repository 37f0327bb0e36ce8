// Parts of a page in which nothing is read: choices, drawings, templates. They are followed only as far as to know where they end.

import { BLOCKS, RAW, TABLE_PARTS } from './elements.ts';

/** A start tag of these cannot be inside a drawing: it ends the drawing. */
const BREAKS_DRAWING: ReadonlySet<string> = new Set(
  (
    'b big blockquote body br center code dd div dl dt em embed h1 h2 h3 h4 h5 h6 head hr i img li listing menu meta nobr ol p pre ruby s small ' +
    'span strong strike sub sup table tt u ul var'
  ).split(' '),
);

const HTML_IN_DRAWING: ReadonlySet<string> = new Set(['desc', 'foreignobject']);
const ENDS_SELECT: ReadonlySet<string> = new Set([...TABLE_PARTS, 'table', 'input', 'select', 'template', 'textarea']);

/** A class, since drawings and templates stand in one another. */
export class Opaque {
  readonly #name: string;
  #depth = 1;
  /** A drawing may hold HTML. */
  #html = false;

  constructor(name: string) {
    this.#name = name;
  }

  /** Whether its own end tag has come. */
  get over(): boolean {
    return this.#depth === 0;
  }

  /** Whether what follows such a start tag is no markup. */
  isRaw(name: string): boolean {
    return RAW.has(name) && (this.#name === 'template' || (this.#name === 'select' && name === 'script'));
  }

  /** @returns false for a tag that may end this part by rules that are not followed here */
  start(name: string, selfClosing: boolean): boolean {
    if (this.#name === 'select') return !ENDS_SELECT.has(name);
    if (name === this.#name) this.#depth += selfClosing && name === 'svg' ? 0 : 1;
    if (HTML_IN_DRAWING.has(name)) this.#html = true;
    return this.#name !== 'svg' || this.#html || !BREAKS_DRAWING.has(name);
  }

  /** @returns false as above: also for the end of something around a drawing that was never closed */
  end(name: string): boolean {
    if (name === this.#name) this.#depth -= 1;
    if (this.#name === 'select') return name === 'select' || !ENDS_SELECT.has(name);
    return this.#name !== 'svg' || this.#html || !(BLOCKS.has(name) || BREAKS_DRAWING.has(name) || TABLE_PARTS.has(name));
  }
}
