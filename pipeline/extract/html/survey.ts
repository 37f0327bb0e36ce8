// One look over a page before it is read: how much of each part is text and how much links, and where its landmarks stand.

import type { Element, Root } from './nodes.ts';

/** What is no text wherever it stands. */
export const NEVER: ReadonlySet<string> = new Set(
  (
    'audio button canvas datalist dialog head iframe input link map meta nav noembed noframes noscript object script select style svg template ' +
    'textarea title video'
  ).split(' '),
);

export type Landmark = 'html' | 'title' | 'body' | 'main' | 'article' | 'h1';

/** In the order of the page; `main` by role too. */
export type Landmarks = Readonly<Record<Landmark, readonly Element[]>>;

const add = (sum: Element, part: Element): void => {
  sum.letters += part.letters;
  sum.linked += part.linked;
  sum.links += part.links;
  sum.fields += part.fields;
  sum.main ||= part.main;
  sum.article ||= part.article;
};

const landmarkOf = ({ name, attribs }: Element): Landmark | null => {
  switch (name) {
    case 'html':
    case 'title':
    case 'body':
    case 'main':
    case 'article':
    case 'h1':
      return name;
    default:
      return attribs.role === 'main' ? 'main' : null;
  }
};

const isField = ({ name, attribs }: Element): boolean =>
  (name === 'input' && attribs.type?.toLowerCase() !== 'hidden') || name === 'select' || name === 'textarea';

interface Step {
  readonly element: Element;
  readonly linked: boolean;
  next: number;
}

/** Counts what each element amounts to, and finds the landmarks. Without recursion: a page may be nested deeper than the stack is. */
export const surveyPage = (root: Root): Landmarks => {
  const landmarks: Record<Landmark, Element[]> = { html: [], title: [], body: [], main: [], article: [], h1: [] };
  const open: Step[] = [];
  const enter = (element: Element, linked: boolean): void => {
    const { name } = element;
    const landmark = landmarkOf(element);
    if (landmark !== null) landmarks[landmark].push(element);
    element.main = landmark === 'main' || landmark === 'h1';
    element.article = landmark === 'article';
    element.links = name === 'a' && element.attribs.href !== undefined ? 1 : 0;
    element.fields = isField(element) ? 1 : 0;
    open.push({ element, linked: linked || element.links > 0, next: NEVER.has(name) && name !== 'head' ? Number.POSITIVE_INFINITY : 0 });
  };
  for (const child of root.children) {
    if (child.type === 'tag') enter(child, false);
    for (let step = open.at(-1); step !== undefined; step = open.at(-1)) {
      const next = step.element.children[step.next];
      step.next += 1;
      if (next === undefined) {
        open.pop();
        const around = open.at(-1);
        if (around !== undefined) add(around.element, step.element);
      } else if (next.type === 'text') {
        const letters = next.data.trim().length;
        step.element.letters += letters;
        if (step.linked) step.element.linked += letters;
      } else {
        enter(next, step.linked);
      }
    }
  }
  return landmarks;
};
