// From the characters of a page to its tree: scan.ts finds tags and texts, tree.ts puts them in one another, and parse5, by way of
// cheerio, is asked where a page is so broken that only the whole standard tells what a browser makes of it.

import { type Attributes, addChild, Element, Root, TextNode } from './nodes.ts';
import { Scanner } from './scan.ts';
import { TreeBuilder } from './tree.ts';

/** parse5 takes time in the product of what is broken and what there is: beyond this, seconds. */
const CARE = 20_000_000;
/** Attributes of one tag: parse5 compares each with all before it. */
const ATTRIBUTES = 1_000;

interface Reading {
  readonly root: Root;
  readonly doubtful: boolean;
  /** Whether a full parser can read it in a time that is worth it. */
  readonly affordable: boolean;
}

/** Without parse5. */
export const readQuickly = (html: string, complete: boolean): Reading => {
  const builder = new TreeBuilder();
  const scanner = new Scanner(html, builder, complete);
  scanner.scan();
  const affordable = !builder.open.tooDeep && builder.doubts * builder.tags < CARE && scanner.most < ATTRIBUTES;
  return { root: builder.open.root, doubtful: builder.doubts > 0, affordable };
};

/** What is read of parse5's nodes. */
interface Foreign {
  readonly type: string;
  readonly name?: string;
  readonly data?: string;
  readonly attribs?: Attributes;
  readonly children?: readonly Foreign[];
}

/** The same tree of our own nodes, without comments. */
const adopt = (foreign: Foreign): Root => {
  const root = new Root();
  const waiting: (readonly [Foreign, Root | Element])[] = [[foreign, root]];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const [from, to] = next;
    for (const child of from.children ?? []) {
      if (child.type === 'text') {
        addChild(to, new TextNode(child.data ?? '', to));
      } else if (child.name !== undefined && child.attribs !== undefined) {
        const element = new Element(child.name, child.attribs, to);
        addChild(to, element);
        waiting.push([child, element]);
      }
    }
  }
  return root;
};

/**
 * As a browser would read it, but for pages that are both broken and so large that finding out would take long.
 * @param complete whether all attributes are needed, for selectors, or only those that say what a reader sees
 */
export const parseHtml = async (html: string, complete: boolean): Promise<Root> => {
  const { root, doubtful, affordable } = readQuickly(html, complete);
  return doubtful && affordable ? readCarefully(html) : root;
};

/** parse5 comes with the whole of cheerio, which is only loaded for pages that need it. */
export const readCarefully = async (html: string): Promise<Root> => {
  const { load } = await import('cheerio');
  return adopt(load(html).root()[0] ?? { type: 'root' });
};
