// What a reader sees of an element of a list: its text on one line, its day. Texts that are kept and compared are made in extract/.

import type { CheerioAPI } from 'cheerio';
import { load } from 'cheerio';
import { oneLine } from '../markdown.ts';
import type { IsoDate } from '../types.ts';
import { readDate, readDateLine } from './dates.ts';

/** A node of a page as cheerio has it. */
export type Node = Parameters<CheerioAPI['contains']>[0];

/** Elements of which a reader sees no words. */
export const UNSEEN = new Set(['script', 'style', 'template', 'noscript', 'svg', 'head', 'select']);
/** Stand within words. */
const WITHIN = new Set(['em', 'i', 'b', 'u', 's', 'sup', 'sub', 'mark', 'abbr', 'bdi', 'font', 'small', 'wbr']);
/** May stand within words, or be set apart by style alone: `NOTE</strong><span>11/11/2026`. */
const INLINE = new Set(['span', 'strong', 'a', 'time', 'label', 'q', 'cite', 'code', 'data', 'address']);

const DOUBT = '\u0001';
/** Where a word ends and another begins without a space: before a capital or a figure. */
const APART = new RegExp(`(?<=[\\p{L}\\p{N}.,;:!?)\\]”’»'"])${DOUBT}+(?=[\\p{Lu}\\p{N}])`, 'gu');

const edgeOf = (name: string): string => {
  if (WITHIN.has(name)) return '';
  return INLINE.has(name) ? DOUBT : ' ';
};

/** Single spaces; one between elements that a browser sets apart, and where words would run together. */
export const textOf = (node: Node): string => {
  const pieces: string[] = [];
  const waiting: (Node | string)[] = [node];
  // By hand, since pages can be nested deeper than calls may be.
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (typeof next === 'string') pieces.push(next);
    else if (next.type === 'text') pieces.push(next.data.replaceAll(DOUBT, ''));
    else if ('children' in next && !('name' in next && UNSEEN.has(next.name))) {
      const edge = 'name' in next ? edgeOf(next.name) : '';
      waiting.push(edge, ...next.children.toReversed(), edge);
    }
  }
  return oneLine(pieces.join('').replace(APART, ' ').replaceAll(DOUBT, ''));
};

const MARKUP = /<\/?[a-z][^<>]*>|&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z]{2,31}\d*);/i;

/** Words that may hold HTML, as feeds and JSON have them, as a reader would see them. */
export const plainText = (words: string): string => {
  const root = MARKUP.test(words) ? load(words, null, false).root()[0] : undefined;
  return root === undefined ? oneLine(words) : textOf(root);
};

export const attributeOf = (node: Node, name: string): string => ('attribs' in node ? (node.attribs[name] ?? '').trim() : '');

/** The first `datetime` of the element or inside it. */
const stampOf = (node: Node): string => {
  const waiting = [node];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const stamp = attributeOf(next, 'datetime');
    if (stamp !== '') return stamp;
    if ('children' in next) waiting.push(...next.children.toReversed());
  }
  return '';
};

/** A day by which something must be done says nothing of when it was published, even in the machine's form. */
const OTHER_DAY = /^(?:deadline|(?:open )?until|by|before|clos(?:es|ing)|expir|échéance|date limite|frist)/i;
const SHORT = 60;

const isOtherDay = (node: Node): boolean => {
  const beside = node.parent === null ? '' : textOf(node.parent);
  return beside.length <= SHORT && OTHER_DAY.test(beside);
};

/** The machine's form first; printed words only when they are all that the element holds, beside other short facts. */
export const dateOf = (node: Node, today: IsoDate): IsoDate | null => {
  const date = readDate(stampOf(node), today) ?? readDateLine(textOf(node), today);
  return date === null || isOtherDay(node) ? null : date;
};
