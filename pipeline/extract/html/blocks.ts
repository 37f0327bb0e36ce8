// The walk over the tree of a page: where one block ends and the next begins, and of which kind each is.

import type { Block, BlockKind } from '../../types.ts';
import { BlockText } from './block.ts';
import { ListNumbers } from './lists.ts';
import { type Element, isBlank, NO_ATTRIBUTES, type Node } from './nodes.ts';
import { type Found, withoutNoise } from './noise.ts';
import { PLAIN, type Style, styleWithin } from './styles.ts';

const BREAKING: ReadonlySet<string> = new Set(
  (
    'address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup ' +
    'hr html li legend listing main menu ol option p pre search section summary table tbody td tfoot th thead tr ul xmp'
  ).split(' '),
);
const CELLS: ReadonlySet<string> = new Set(['td', 'th']);
const LISTS: ReadonlySet<string> = new Set(['ol', 'ul', 'menu', 'dir']);
/** A row with such things in it is not data but layout. */
const LAYOUT: ReadonlySet<string> = new Set(['table', 'h1', 'h2', 'h3', 'h4', 'ul', 'ol']);
const PARAGRAPHS: ReadonlySet<string> = new Set(['p', 'div', 'blockquote', 'br']);
const FOOTNOTES = /(?:^|[\s_-])(?:oj-note|foot-?notes?(?:-?text)?|end-?notes?|msofootnotetext|msoendnotetext|fn\d*)(?:$|[\s_-])/i;
const FOOTNOTE_ROLES = /^doc-(?:foot|end)notes?$/;

const isFootnote = ({ attribs: { class: names, id, role } }: Element): boolean =>
  (names !== undefined && FOOTNOTES.test(names)) ||
  (id !== undefined && FOOTNOTES.test(id)) ||
  (role !== undefined && FOOTNOTE_ROLES.test(role));

const count = (element: Element, names: ReadonlySet<string>, most: number): number => {
  let found = 0;
  const waiting: Node[] = [...element.children];
  for (let next = waiting.pop(); next !== undefined && found < most; next = waiting.pop()) {
    if (next.type === 'text') continue;
    if (names.has(next.name)) found += 1;
    for (const child of next.children) waiting.push(child);
  }
  return found;
};

/** Rows of one cell with several paragraphs, and rows that hold headings, lists or tables, only lay out a page. */
const isData = (row: Element): boolean => {
  if (count(row, LAYOUT, 1) > 0) return false;
  const cells = row.children.filter((child) => child.type === 'tag' && CELLS.has(child.name));
  return cells.length !== 1 || count(row, PARAGRAPHS, 2) < 2;
};

/** What has to be undone when an element ends. */
interface Open {
  readonly element: Element;
  readonly style: Style;
  readonly kind: BlockKind;
  next: number;
}

/** Gathers blocks. A class, since it holds the block that is being written. */
export class BlockWriter {
  readonly #base: string;
  readonly #leaveOut: (element: Element) => boolean;
  readonly #found: Found[] = [];
  readonly #text = new BlockText();
  readonly #lists: ListNumbers[] = [];
  #style = PLAIN;
  /** What a block is where nothing nearer says so: a heading, a footnote. */
  #kind: BlockKind = 'paragraph';
  /** The item whose first words are still to come. */
  #item: { readonly number: string } | null = null;
  /** Depth of rows of data: inside, blocks do not break. */
  #row = 0;
  /** Whether the row has a cell already. */
  #cell = false;
  #breaks = 0;

  /** @param base address of the page, for relative links */
  constructor(base: string, leaveOut: (element: Element) => boolean) {
    this.#base = base;
    this.#leaveOut = leaveOut;
  }

  /** Without recursion: a page may be nested deeper than the stack is. */
  walk(root: Element): void {
    const open: Open[] = [this.#enter(root)];
    for (let step = open.at(-1); step !== undefined; step = open.at(-1)) {
      const child = step.element.children[step.next];
      step.next += 1;
      if (child === undefined) {
        open.pop();
        this.#leave(step);
      } else if (child.type === 'text') {
        this.#write(child.data);
      } else if (!this.#leaveOut(child)) {
        open.push(this.#enter(child));
      }
    }
    this.#flush();
  }

  /** @param isWhole what was walked is the whole page */
  finish(isWhole: boolean): readonly Block[] {
    this.#flush();
    return withoutNoise(this.#found, isWhole);
  }

  #enter(element: Element): Open {
    const open = { element, style: this.#style, kind: this.#kind, next: 0 };
    const { name } = element;
    this.#style = styleWithin(this.#style, element, this.#base);
    if (name === 'br') this.#break();
    if (!BREAKING.has(name)) return open;
    if (this.#row > 0) {
      this.#enterInRow(name);
      return open;
    }
    this.#flush();
    if (LISTS.has(name)) this.#lists.push(new ListNumbers(element));
    if (/^h[1-6]$/.test(name)) this.#kind = 'heading';
    else if (element.attribs !== NO_ATTRIBUTES && isFootnote(element)) this.#kind = 'footnote';
    if (name === 'li' || name === 'dd') this.#item = { number: name === 'li' ? (this.#lists.at(-1)?.numberOf(element) ?? '') : '' };
    if (name === 'tr' && isData(element)) {
      this.#row = 1;
      this.#cell = false;
    }
    return open;
  }

  #enterInRow(name: string): void {
    if (name === 'tr') this.#row += 1;
    if (!CELLS.has(name)) this.#text.write(' ', PLAIN);
    else if (this.#cell) this.#text.bar();
    if (CELLS.has(name)) this.#cell = true;
  }

  #leave({ element: { name }, style, kind }: Open): void {
    this.#style = style;
    if (!BREAKING.has(name)) return;
    if (this.#row > 1 || (this.#row === 1 && name !== 'tr')) {
      if (name === 'tr') this.#row -= 1;
      this.#text.write(' ', PLAIN);
      return;
    }
    this.#flush();
    this.#row = 0;
    this.#kind = kind;
    if (name === 'li' || name === 'dd') this.#item = null;
    if (LISTS.has(name)) this.#lists.pop();
  }

  /** Two in a row part paragraphs, on pages that have no other way to say so. */
  #break(): void {
    this.#breaks += 1;
    if (this.#breaks > 1 && this.#row === 0) this.#flush();
    else this.#text.write(' ', PLAIN);
  }

  #write(text: string): void {
    if (this.#breaks > 0 && !isBlank(text)) this.#breaks = 0;
    this.#text.write(text, this.#style);
  }

  #flush(): void {
    if (this.#text.blank && this.#row === 0) {
      this.#text.take('paragraph', '');
      return;
    }
    const kind = this.#row > 0 ? 'table-row' : this.#kind !== 'paragraph' ? this.#kind : this.#item !== null ? 'list-item' : 'paragraph';
    const found = this.#text.take(kind, this.#item?.number ?? '');
    if (found === null) return;
    this.#found.push(found);
    this.#item = null;
  }
}
