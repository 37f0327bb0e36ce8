// Where the text of a page stands, when nobody has said so.

import { isLinks } from './furniture.ts';
import type { Element, Node } from './nodes.ts';
import type { Landmarks } from './survey.ts';

/** Menus of a page that does not mark them: many links, and next to nothing but links. */
const MENUS: ReadonlySet<string> = new Set(['ul', 'ol', 'dl', 'div', 'section', 'table', 'center']);

const isMenu = (element: Element): boolean => MENUS.has(element.name) && element.links >= 4 && !element.main && isLinks(element);

/** The outermost of them, in the order of the page. */
const findMenus = (root: Element): Element[] => {
  const found: Element[] = [];
  const waiting: Node[] = [...root.children];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (node.type === 'text') continue;
    if (isMenu(node)) found.push(node);
    else for (const child of node.children) if (child.type !== 'text') waiting.push(child);
  }
  return found;
};

export interface Main {
  readonly parts: readonly Element[];
  /** Menus inside that are to be left out. */
  readonly menus: ReadonlySet<unknown>;
}

/** The whole page, without menus, unless hardly anything else would be there, or so little is links that there can hardly be any. */
const wholePage = (whole: Element): Main => {
  const { letters, linked } = whole;
  if (linked < letters * 0.15) return { parts: [whole], menus: new Set() };
  const menus = findMenus(whole);
  const kept = menus.reduce((rest, menu) => rest - menu.letters, letters);
  return { parts: [whole], menus: new Set(kept < Math.min(400, letters / 4) ? [] : menus) };
};

/** What the page marks as its main part, the fullest if there are several; a single article that holds most of the text; else the whole page. */
export const chooseMain = (landmarks: Landmarks): Main => {
  const main = [...landmarks.main].sort((a, b) => b.letters - a.letters)[0];
  if (main !== undefined && main.letters > 0) return { parts: [main], menus: new Set() };
  const whole = landmarks.body[0] ?? landmarks.html[0];
  if (whole === undefined) return { parts: [], menus: new Set() };
  const [article, ...more] = landmarks.article;
  // Several articles are a list of teasers; all of the page is its text then.
  if (article !== undefined && more.length === 0) {
    if (article.letters - article.linked >= (whole.letters - whole.linked) / 2) return { parts: [article], menus: new Set() };
  }
  return wholePage(whole);
};
