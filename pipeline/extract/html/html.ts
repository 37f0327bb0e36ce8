// An HTML page becomes blocks: its main text, or what a person selected. Only what is written counts: not attributes, their order, or white
// space.

import { DeclarationError, LayoutError } from '../../errors.ts';
import type { Block } from '../../types.ts';
import { tidy } from '../tidy.ts';
import { BlockWriter } from './blocks.ts';
import { decodeHtml } from './decode.ts';
import { Furniture } from './furniture.ts';
import { chooseMain, type Main } from './main.ts';
import type { Element, Node, ParentNode, Root } from './nodes.ts';
import { parseHtml } from './parse.ts';
import { type Landmarks, surveyPage } from './survey.ts';

export interface HtmlSource {
  readonly body: Uint8Array;
  readonly at: string;
  readonly select?: string;
  readonly remove?: readonly string[];
}

export interface HtmlReading {
  readonly title: string | null;
  readonly language: string | null;
  readonly blocks: readonly Block[];
}

type Select = (selector: string, key: string) => Element[];

/** cheerio only loads for pages of which somebody has said what to read. */
const selectorsOf = async (root: Root, at: string): Promise<Select> => {
  const { load } = await import('cheerio/slim');
  // Our nodes are of the form that cheerio knows.
  const $ = load(root as unknown as Parameters<typeof load>[0]);
  return (selector, key) => {
    try {
      return $(selector).toArray() as unknown as Element[];
    } catch (cause) {
      if (!(cause instanceof Error)) throw cause;
      const message = `"${selector}" is not a CSS selector (${cause.message})`;
      throw new DeclarationError([{ file: at, line: null, key, message, remedy: 'Correct it, and try it in the console of a browser.' }]);
    }
  };
};

const textOf = (element: Element | undefined): string => {
  const parts: string[] = [];
  const waiting: Node[] = element === undefined ? [] : [element];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (node.type === 'text') parts.push(node.data);
    else for (let at = node.children.length - 1; at >= 0; at -= 1) waiting.push(node.children[at] as Node); // Within its length.
  }
  return tidy(parts.join(''));
};

/** The first heading of what is read, or of the page, or the name of the window. */
const titleOf = (landmarks: Landmarks, parts: readonly Element[]): string | null => {
  const within = landmarks.h1.filter((heading) => isWithin(heading, new Set(parts)));
  return [...within, ...landmarks.h1, ...landmarks.title].map(textOf).find((title) => title !== '') ?? null;
};

const languageOf = (landmarks: Landmarks): string | null => {
  const { lang, 'xml:lang': xmlLang } = landmarks.html[0]?.attribs ?? {};
  return /^[a-z]{2}(?=-|_|$)/i.exec((lang ?? xmlLang ?? '').trim())?.[0].toLowerCase() ?? null;
};

const isWithin = (element: Element, others: ReadonlySet<unknown>): boolean => {
  for (let around: ParentNode | null = element.parent; around !== null; around = around.parent) if (others.has(around)) return true;
  return false;
};

/** What the source selects; a part inside another chosen part would be read twice. */
const selectedParts = (selector: string, at: string, find: Select): Main => {
  const chosen = find(selector, 'select');
  const all: ReadonlySet<unknown> = new Set(chosen);
  if (chosen.length > 0) return { parts: chosen.filter((element) => !isWithin(element, all)), menus: new Set() };
  throw new LayoutError(`nothing on the page fits the selector "${selector}"`, { at, remedy: 'Open the page and correct the selector.' });
};

/** Reads a tree of which all attributes are there that `source` selects by. */
export const readTree = async (root: Root, { at, select, remove = [] }: Omit<HtmlSource, 'body'>): Promise<HtmlReading> => {
  const find = select !== undefined || remove.length > 0 ? await selectorsOf(root, at) : null;
  const landmarks = surveyPage(root);
  const removed = new Set(remove.flatMap((selector) => find?.(selector, 'remove') ?? []));
  const furniture = new Furniture(removed, (landmarks.body[0] ?? landmarks.html[0])?.letters ?? 0);
  const chosen = select !== undefined && find !== null ? selectedParts(select, at, find) : chooseMain(landmarks);
  const writer = new BlockWriter(at, (element) => chosen.menus.has(element) || furniture.has(element));
  // The one title of a page often stands before its main part.
  const [heading, ...others] = select === undefined ? landmarks.h1 : [];
  if (heading !== undefined && others.length === 0 && !isWithin(heading, new Set(chosen.parts))) writer.walk(heading);
  for (const part of chosen.parts) writer.walk(part);
  const blocks = writer.finish(chosen.parts.some(({ name }) => name === 'body' || name === 'html'));
  return { title: titleOf(landmarks, chosen.parts), language: languageOf(landmarks), blocks };
};

/**
 * Reads the main text of a page, or the part that the source names.
 * @throws LayoutError when `select` fits nothing
 * @throws DeclarationError when `select` or one of `remove` is no CSS selector
 */
export const readHtml = async (source: HtmlSource): Promise<HtmlReading> => {
  const complete = source.select !== undefined || (source.remove ?? []).length > 0;
  return readTree(await parseHtml(decodeHtml(source.body), complete), source);
};
