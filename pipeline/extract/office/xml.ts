// XML of office files as a light tree. Namespaces do not count: which prefix a program chose says nothing, and the names that we read are one of a kind.

import { Parser } from 'htmlparser2';

export interface XmlNode {
  /** Without its prefix. */
  readonly name: string;
  /** By name without prefix. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlNode[];
  /** What stands directly in it. */
  readonly text: string;
}

interface Growing extends XmlNode {
  readonly children: Growing[];
  text: string;
}

/** No program nests deeper; a file that does is there to break its readers, and ours go down by recursion. */
const DEEPEST = 1_000;

const bare = (name: string): string => name.slice(name.indexOf(':') + 1);

const bareAttributes = (attributes: Record<string, string>): Record<string, string> => {
  const result: Record<string, string> = Object.create(null);
  for (const [name, value] of Object.entries(attributes)) result[bare(name)] ??= value;
  return result;
};

/** Hands over the tree of each outermost element that is wanted, and forgets it. */
const grow = (xml: string, isWanted: (name: string) => boolean, visit: (node: XmlNode) => void): void => {
  const open: Growing[] = [];
  let depth = 0;
  const parser = new Parser(
    {
      onopentag: (fullName, attributes) => {
        const name = bare(fullName);
        if (++depth > DEEPEST) throw new Error('elements are nested too deep');
        if (open.length === 0 && !isWanted(name)) return;
        const node: Growing = { name, attributes: bareAttributes(attributes), children: [], text: '' };
        open.at(-1)?.children.push(node);
        open.push(node);
      },
      onclosetag: () => {
        depth -= 1;
        const node = open.pop();
        if (node !== undefined && open.length === 0) visit(node);
      },
      ontext: (text) => {
        const node = open.at(-1);
        if (node !== undefined) node.text += text;
      },
    },
    { xmlMode: true },
  );
  parser.end(xml);
};

/**
 * @returns the outermost element, or null when there is none
 * @throws Error when elements are nested deeper than anybody writes them
 */
export const readXml = (xml: string): XmlNode | null => {
  let first: XmlNode | null = null;
  grow(
    xml,
    () => true,
    (node) => {
      first ??= node;
    },
  );
  return first;
};

/** Every element of that name, one after the other, for parts too long to be held as a tree. @throws Error as `readXml`, and what `visit` throws */
export const readEach = (xml: string, name: string, visit: (node: XmlNode) => void): void =>
  grow(xml, (candidate) => candidate === name, visit);

/** The first child of that name. */
export const child = (node: XmlNode | null | undefined, name: string): XmlNode | undefined =>
  node?.children.find((candidate) => candidate.name === name);

/** The children of that name. */
export const childrenOf = (node: XmlNode | null | undefined, name: string): readonly XmlNode[] =>
  node?.children.filter((candidate) => candidate.name === name) ?? [];

/** `val` of the first child of that name: how most properties are written. */
export const setting = (node: XmlNode | null | undefined, name: string): string | undefined => child(node, name)?.attributes.val;
