// A page as a row of facts in the order in which a reader meets them: links, dates, headings; and which of them stand together.
// What they make up is decided in links.ts.

import type { IsoDate } from '../types.ts';
import { findDates, readDateLine } from './dates.ts';
import { attributeOf, dateOf, type Node, textOf, UNSEEN } from './text.ts';

/** One fact; `at` counts them through the page. */
interface Fact {
  readonly at: number;
  readonly node: Node;
}

interface LinkFact extends Fact {
  readonly kind: 'link';
  /** The item that it leads to. */
  readonly key: string;
  readonly url: string;
}

export interface DateFact extends Fact {
  readonly kind: 'date';
  readonly date: IsoDate;
  /** As printed, so that it can be taken off a title. */
  readonly text: string;
}

export interface HeadingFact extends Fact {
  readonly kind: 'heading';
  readonly text: string;
}

export interface Survey {
  readonly links: readonly LinkFact[];
  readonly dates: readonly DateFact[];
  readonly headings: readonly HeadingFact[];
}

interface Options {
  /** Null for links that are no items. */
  readonly itemOf: (href: string) => { readonly key: string; readonly url: string } | null;
  readonly today: IsoDate;
}

/** A day that something must be done by says nothing of when it was published. */
const OTHER_DAY = /deadline|until|\bby\b|before|closing|expir|échéance|date limite|frist/i;
/** Longer text is a sentence, whose dates are those of what it tells. */
const SHORT = 60;

const MADE_FOR_DATES = /(?:^|[\s_-])(?:pub)?(?:date|time|datetime|day|published|created|posted)(?:$|[\s_-])/i;

const isMade = (node: Node): boolean =>
  'name' in node && (node.name === 'time' || (MADE_FOR_DATES.test(attributeOf(node, 'class')) && textOf(node).length <= SHORT));

/** Of an element that is made for a date, or of text beside others that is one. */
const printedDate = (node: Node, today: IsoDate): { date: IsoDate; text: string } | null => {
  if (node.type !== 'text') {
    const date = isMade(node) ? dateOf(node, today) : null;
    return date === null ? null : { date, text: textOf(node) };
  }
  if (!/\d{4}|day/i.test(node.data)) return null;
  const text = textOf(node);
  const printed = text.length > SHORT || OTHER_DAY.test(text) ? [] : findDates(text);
  const date = readDateLine(text, today) ?? (printed.length === 1 ? printed[0] : undefined);
  return date === undefined ? null : { date, text };
};

/** In document order. A title may hold a date of its own: inside links only elements made for dates count, and text that is nothing else. */
export const surveyPage = (root: Node, { itemOf, today }: Options): Survey => {
  const links: LinkFact[] = [];
  const dates: DateFact[] = [];
  const headings: HeadingFact[] = [];
  const waiting: { readonly node: Node; readonly inLink: boolean; readonly dated: boolean }[] = [
    { node: root, inLink: false, dated: false },
  ];
  let at = 0;
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { node, inLink } = next;
    if ('name' in node && UNSEEN.has(node.name)) continue;
    at += 1;
    const item = 'name' in node && node.name === 'a' ? itemOf(attributeOf(node, 'href')) : null;
    if (item !== null) links.push({ kind: 'link', at, node, ...item });
    if ('name' in node && /^h[1-6]$/.test(node.name)) headings.push({ kind: 'heading', at, node, text: textOf(node) });
    const date = next.dated ? null : printedDate(node, today);
    const counts = date !== null && !(inLink && node.type === 'text' && readDateLine(date.text, today) === null);
    if (date !== null && counts) dates.push({ kind: 'date', at, node, ...date });
    if (!('children' in node)) continue;
    const inside = { inLink: inLink || item !== null, dated: next.dated || (date !== null && counts) };
    waiting.push(...node.children.toReversed().map((child) => ({ node: child, ...inside })));
  }
  return { links, dates, headings };
};

/** The element and all around it, innermost first. */
export function* around(node: Node): Generator<Node> {
  for (let element: Node | null = node; element !== null; element = element.parent) yield element;
}

/** Facts by the innermost of some elements that they stand in; under null those that stand in none. */
export const within = <F extends Fact>(facts: readonly F[], elements: ReadonlySet<Node>): ReadonlyMap<Node | null, readonly F[]> => {
  const found = new Map<Node | null, F[]>();
  for (const fact of facts) {
    let owner: Node | null = null;
    for (const element of around(fact.node)) {
      if (!elements.has(element)) continue;
      owner = element;
      break;
    }
    const others = found.get(owner);
    if (others === undefined) found.set(owner, [fact]);
    else others.push(fact);
  }
  return found;
};

/** Links to one item that no other item's link parts. */
export interface Run {
  readonly key: string;
  readonly links: readonly LinkFact[];
  /** The largest elements around them without another item; the links themselves where there are none. */
  readonly rows: ReadonlySet<Node>;
}

/** How many items each element holds, as far as it matters: one or more. */
const itemsIn = (links: readonly LinkFact[]): ReadonlyMap<Node, string | null> => {
  const items = new Map<Node, string | null>();
  for (const { node, key } of links) {
    for (const element of around(node)) {
      const known = items.get(element);
      if (known === null) break;
      items.set(element, known === undefined || known === key ? key : null);
    }
  }
  return items;
};

/** The largest element around a link that holds no other item. */
const rowOf = (link: LinkFact, items: ReadonlyMap<Node, string | null>): Node => {
  let row = link.node;
  for (const element of around(link.node)) {
    if (items.get(element) !== link.key) break;
    row = element;
  }
  return row;
};

/** In the order of the page. */
export const runsOf = (links: readonly LinkFact[]): readonly Run[] => {
  const items = itemsIn(links);
  const runs: { key: string; links: LinkFact[]; rows: Set<Node> }[] = [];
  for (const link of links) {
    const run = runs.at(-1);
    if (run?.key !== link.key) runs.push({ key: link.key, links: [link], rows: new Set([rowOf(link, items)]) });
    else {
      run.links.push(link);
      run.rows.add(rowOf(link, items));
    }
  }
  return runs;
};
