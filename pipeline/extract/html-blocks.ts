// The walk over an HTML tree: where one block ends and the next begins. What belongs to the page's text is decided in html.ts.

import type { CheerioAPI } from 'cheerio/slim';
import type { Block, BlockKind } from '../types.ts';
import { tidyPiece } from './tidy.ts';

export type Node = ReturnType<CheerioAPI['root']>[number]['children'][number];
type Element = Extract<Node, { readonly tagName: string }>;

const BREAKING = new Set(
  (
    'address article aside blockquote body caption dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html li main ' +
    'ol p pre section summary table tbody td tfoot th thead tr ul'
  ).split(' '),
);
const CELLS = new Set(['td', 'th']);
/** A row with such things in it is not data but layout. */
const LAYOUT = new Set(['table', 'h1', 'h2', 'h3', 'h4', 'ul', 'ol']);
const LIST_NUMBER = /^\(?(?:\d{1,3}[a-z]?|[a-z]{1,2}|[ivxlc]+)[.)]{1,2} \| /;

const isElement = (node: Node): node is Element => 'tagName' in node;

const children = (node: Node): readonly Node[] => ('children' in node ? node.children : []);

const holds = (node: Node, names: ReadonlySet<string>): boolean => {
  const waiting = [...children(node)];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (isElement(next) && names.has(next.tagName)) return true;
    waiting.push(...children(next));
  }
  return false;
};

/** Only addresses that a reader can follow, in a form that cannot break out of `[words](address)`. */
const addressOf = (element: Element, base: string): string | null => {
  try {
    const href = element.attribs.href?.trim() ?? '';
    // Jumps within the page are not worth their noise.
    if (href === '' || href.startsWith('#')) return null;
    const url = new URL(href, base);
    return /^https?:$/.test(url.protocol) ? url.href.replaceAll('(', '%28').replaceAll(')', '%29') : null;
  } catch {
    return null;
  }
};

type Step = { readonly enter: Node } | { readonly leave: Element };

/** Gathers blocks. A class, since it holds the block that is being written. */
export class BlockWriter {
  readonly #base: string;
  readonly #blocks: Block[] = [];
  #text = '';
  #marked = '';
  #kind: BlockKind = 'paragraph';
  /** Depth of rows of data: inside, blocks do not break. */
  #row = 0;
  readonly #links: { text: number; marked: number }[] = [];

  /** @param base address of the page, for relative links */
  constructor(base: string) {
    this.#base = base;
  }

  /** Without recursion: a page may be nested deeper than the stack is. */
  walk(root: Node): void {
    const steps: Step[] = [{ enter: root }];
    for (let step = steps.pop(); step !== undefined; step = steps.pop()) {
      if ('leave' in step) {
        this.#leave(step.leave);
      } else if (isElement(step.enter)) {
        this.#enter(step.enter);
        steps.push({ leave: step.enter });
        for (const child of [...children(step.enter)].reverse()) steps.push({ enter: child });
      } else if (step.enter.type === 'text') {
        this.#write(step.enter.data);
      } else {
        for (const child of [...children(step.enter)].reverse()) steps.push({ enter: child });
      }
    }
    this.#flush();
  }

  finish(): readonly Block[] {
    this.#flush();
    return this.#blocks;
  }

  #enter(element: Element): void {
    const name = element.tagName;
    if (name === 'br') this.#write(' ');
    if (name === 'a') this.#links.push({ text: this.#text.length, marked: this.#marked.length });
    if (!BREAKING.has(name)) return;
    if (this.#row > 0) {
      this.#row += name === 'tr' ? 1 : 0;
      this.#write(CELLS.has(name) && this.#text.trim() !== '' ? ' | ' : ' ');
      return;
    }
    this.#flush();
    if (/^h[1-6]$/.test(name)) this.#kind = 'heading';
    if (name === 'li' || name === 'dd') this.#kind = 'list-item';
    if (name === 'tr' && !holds(element, LAYOUT)) {
      this.#row = 1;
      this.#kind = 'table-row';
    }
  }

  #leave(element: Element): void {
    const name = element.tagName;
    if (name === 'a') this.#link(element);
    if (!BREAKING.has(name)) return;
    if (this.#row > 0 && name === 'tr') this.#row -= 1;
    if (this.#row > 0) this.#write(' ');
    else this.#flush();
  }

  #write(text: string): void {
    this.#text += tidyPiece(text);
    this.#marked += tidyPiece(text);
  }

  #link(element: Element): void {
    const start = this.#links.pop();
    // A block that ended inside the link took its beginning along.
    if (start === undefined || start.text > this.#text.length) return;
    const label = this.#text.slice(start.text).trim();
    const address = addressOf(element, this.#base);
    if (label === '' || /[[\]]/.test(label) || this.#marked.slice(start.marked).includes('](') || address === null) return;
    const space = / $/.test(this.#text) ? ' ' : '';
    const before = /^ /.test(this.#text.slice(start.text)) ? ' ' : '';
    this.#marked = `${this.#marked.slice(0, start.marked)}${before}[${label}](${address})${space}`;
  }

  #flush(): void {
    const clean = (text: string): string =>
      text
        .replace(/ {2,}/g, ' ')
        .replace(/(?: \|)+ *$/, '')
        .trim()
        .normalize('NFC');
    const text = clean(this.#text);
    const numbered = this.#kind === 'table-row' && LIST_NUMBER.test(text);
    const bare = (value: string): string => (numbered ? value.replace(' | ', ' ') : value);
    if (/[\p{L}\p{N}]/u.test(text)) {
      this.#blocks.push({ kind: numbered ? 'list-item' : this.#kind, page: null, text: bare(text), marked: bare(clean(this.#marked)) });
    }
    this.#text = '';
    this.#marked = '';
    this.#kind = 'paragraph';
  }
}
