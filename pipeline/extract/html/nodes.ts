// The nodes of a page's tree, in the form that cheerio knows, so that its selectors fit. Classes, so that all have one shape and are quick
// to read. What a part of a page amounts to is counted into them by survey.ts.

export type Attributes = Readonly<Record<string, string>>;
export type ParentNode = Element | Root;
export type Node = TextNode | Element;

/** One object for all elements without attributes, so that nobody need look for any. */
export const NO_ATTRIBUTES: Attributes = {};

/** Most elements have no child or one: an array that grows has room for many. */
const NONE: readonly Node[] = [];

export class TextNode {
  readonly type = 'text';
  data: string;
  readonly parent: ParentNode;

  constructor(data: string, parent: ParentNode) {
    this.data = data;
    this.parent = parent;
  }
}

export class Element {
  readonly type = 'tag';
  readonly name: string;
  attribs: Attributes;
  children = NONE;
  readonly parent: ParentNode;
  /** Characters of it and all within, without white space at the ends of pieces. */
  letters = 0;
  /** Those of them that are links. */
  linked = 0;
  links = 0;
  /** To be filled in by a reader. */
  fields = 0;
  /** Is or holds the main part of the page or its title. */
  main = false;
  /** Is or holds an article. */
  article = false;

  constructor(name: string, attribs: Attributes, parent: ParentNode) {
    this.name = name;
    this.attribs = attribs;
    this.parent = parent;
  }

  /** Of a tag that stands in a page twice, although there is only one such element. */
  addAttributes(more: Attributes): void {
    this.attribs = { ...more, ...this.attribs };
  }
}

export class Root {
  readonly type = 'root';
  children = NONE;
  readonly parent = null;
}

export const addChild = (parent: ParentNode, child: Node): void => {
  if (parent.children.length === 0) parent.children = [child];
  // Every array but the one that all begin with is its parent's own.
  else (parent.children as Node[]).push(child);
};

/** White space as pages are laid out with it, and the space that does not break. A regular expression takes several times as long. */
export const isBlank = (text: string): boolean => {
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code > 32 && code !== 160) return false;
  }
  return true;
};
