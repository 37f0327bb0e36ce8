// The elements of a page that are open while it is read, and the tree that grows from them. Which tag opens and closes what is decided in
// tree.ts.

import { FORMATTING, MARKERS, WITHOUT_SPACE } from './elements.ts';
import { type Attributes, addChild, Element, Root, TextNode } from './nodes.ts';

/** Elements nested deeper stand beside one another, as in browsers. */
const DEEPEST = 512;
/** Of formatting elements that are to be reopened, so many of one name. */
const ALIKE = 3;

interface Pending {
  readonly name: string;
  readonly attribs: Attributes;
}

const NOTHING = new Element('', {}, new Root());

/** A class, since it holds what is open. */
export class OpenElements {
  readonly root = new Root();
  readonly #stack: Element[] = [];
  /** Formatting that the end of a block closed and the next text reopens; one list for each cell or other marker that is open. */
  readonly #pending: Pending[][] = [[]];
  /** Start tags beyond the depth of the tree that wait for their end tags. */
  #excess = 0;
  /** How many paragraphs are open: mostly none or one. */
  paragraphs = 0;
  /** Whether the page was ever nested deeper than the tree goes. */
  tooDeep = false;

  /** The innermost open element: at least `html`, from the first push on. */
  get top(): Element {
    return this.#stack.at(-1) ?? NOTHING;
  }

  get #waiting(): Pending[] {
    return this.#pending.at(-1) ?? [];
  }

  get size(): number {
    return this.#stack.length;
  }

  /** Where white space is only the layout of the source: at the start of a block, and after one. Most of it stands there. */
  get betweenBlocks(): boolean {
    const { children, name } = this.top;
    const last = children.at(-1);
    if (last === undefined) return WITHOUT_SPACE.has(name);
    return last.type === 'tag' && WITHOUT_SPACE.has(last.name);
  }

  /** @returns a child of what is open, itself not open */
  append(name: string, attribs: Attributes): Element {
    const parent = this.#stack.at(-1) ?? this.root;
    const element = new Element(name, attribs, parent);
    addChild(parent, element);
    return element;
  }

  push(name: string, attribs: Attributes): Element {
    const element = this.append(name, attribs);
    if (this.#stack.length < DEEPEST) {
      this.#stack.push(element);
      if (name === 'p') this.paragraphs += 1;
      if (MARKERS.has(name)) this.#pending.push([]);
    } else {
      this.#excess += 1;
      this.tooDeep = true;
    }
    return element;
  }

  write(data: string): void {
    const last = this.top.children.at(-1);
    if (last?.type === 'text') last.data += data;
    else addChild(this.top, new TextNode(data, this.top));
  }

  /** An end tag of something that was nested too deep to be kept. */
  leaveExcess(): boolean {
    if (this.#excess === 0) return false;
    this.#excess -= 1;
    return true;
  }

  #pop(): void {
    if (this.#stack.pop()?.name === 'p') this.paragraphs -= 1;
  }

  /** The usual end tag: of the innermost element, while nothing waits for anything. */
  closeTop(name: string): boolean {
    if (this.top.name !== name || this.#waiting.length > 0 || MARKERS.has(name)) return false;
    this.#pop();
    return true;
  }

  /**
   * The place of the innermost open element with such a name.
   * @param barriers elements that are not looked beyond
   * @returns -1 where there is none
   */
  find(names: ReadonlySet<string>, barriers: ReadonlySet<string>): number {
    for (let at = this.#stack.length - 1; at >= 0; at -= 1) {
      const name = this.#stack[at]?.name ?? '';
      if (names.has(name)) return at;
      if (barriers.has(name)) return -1;
    }
    return -1;
  }

  /** Whether something with such a name is open within the element at that place. */
  holds(at: number, isIt: (name: string) => boolean): boolean {
    return this.#stack.slice(at + 1).some(({ name }) => isIt(name));
  }

  /** Closes the element at that place, if there is one, and all within it. Formatting within it is to be reopened, but not what a cell holds. */
  closeFrom(at: number): void {
    if (at < 0 || at >= this.#stack.length) return;
    if (at === this.#stack.length - 1 && !MARKERS.has(this.top.name)) {
      this.#pop();
      return;
    }
    const closed = this.#stack.splice(at);
    this.paragraphs -= closed.filter(({ name }) => name === 'p').length;
    const markers = closed.filter(({ name }) => MARKERS.has(name));
    if (markers.length > 0) this.#pending.splice(-markers.length);
    const until = markers[0] === undefined ? closed.length : closed.indexOf(markers[0]);
    for (const { name, attribs } of closed.slice(1, until)) {
      if (!FORMATTING.has(name)) continue;
      const alike = this.#waiting.filter((other) => other.name === name);
      if (alike.length < ALIKE) this.#waiting.push({ name, attribs });
    }
  }

  /** Opens again what a block's end closed. */
  reopen(): void {
    if (this.#waiting.length === 0) return;
    for (const { name, attribs } of this.#waiting.splice(0)) this.push(name, attribs);
  }

  waits(name: string): boolean {
    return this.#waiting.some((other) => other.name === name);
  }

  /** @returns whether such formatting waited to be reopened; the latest of them no longer does */
  forget(name: string): boolean {
    const at = this.#waiting.findLastIndex((other) => other.name === name);
    if (at !== -1) this.#waiting.splice(at, 1);
    return at !== -1;
  }
}
