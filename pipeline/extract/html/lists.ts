// The numbers that a browser writes before the items of an ordered list.

import { roman } from '../roman.ts';
import type { Element } from './nodes.ts';

/** a … z, aa, ab … */
const letters = (n: number): string => {
  let rest = n;
  let text = '';
  for (; rest > 0; rest = Math.floor((rest - 1) / 26)) text = String.fromCharCode(97 + ((rest - 1) % 26)) + text;
  return text;
};

const STYLES: readonly (readonly [RegExp, string])[] = [
  [/list-style[^;]*(?:lower-alpha|lower-latin)/i, 'a'],
  [/list-style[^;]*(?:upper-alpha|upper-latin)/i, 'A'],
  [/list-style[^;]*lower-roman/i, 'i'],
  [/list-style[^;]*upper-roman/i, 'I'],
  [/list-style[^;]*none/i, 'none'],
];

/** Numbers outside what letters and Roman figures can say are written in figures, as browsers do. */
const write = (n: number, type: string): string => {
  const kind = type.toLowerCase();
  const written = kind === 'a' && n > 0 ? letters(n) : kind === 'i' && n > 0 && n < 4000 ? roman(n) : String(n);
  return type === kind ? written : written.toUpperCase();
};

const integer = (value: string | undefined): number | null =>
  /^\s*[+-]?\d{1,9}/.test(value ?? '') ? Number.parseInt(value ?? '', 10) : null;

/** One list while its items are read. A class, since it counts. */
export class ListNumbers {
  readonly #type: string | null;
  readonly #step: number;
  #next: number;

  /** @param list any element that holds items; only an `ol` gives numbers */
  constructor(list: Element) {
    const { start, type, style, reversed } = list.attribs;
    const styled = STYLES.find(([pattern]) => pattern.test(style ?? ''))?.[1];
    const ordered = list.name === 'ol' && styled !== 'none';
    this.#type = ordered ? (styled ?? (/^[aAiI]$/.test(type ?? '') ? (type ?? '1') : '1')) : null;
    this.#step = reversed === undefined ? 1 : -1;
    const count = reversed === undefined ? 1 : list.children.filter((child) => child.type !== 'text' && child.name === 'li').length;
    this.#next = integer(start) ?? count;
  }

  /** @returns what stands before the item, `3.`; '' where nothing does */
  numberOf(item: Element): string {
    if (this.#type === null) return '';
    const number = integer(item.attribs.value) ?? this.#next;
    this.#next = number + this.#step;
    return `${write(number, this.#type)}.`;
  }
}
