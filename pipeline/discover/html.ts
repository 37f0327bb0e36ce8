// Rows as elements of a page, found by the selectors of a declaration. What a row means is decided in rows.ts.

import { type CheerioAPI, load } from 'cheerio';
import { DeclarationError } from '../errors.ts';
import type { HtmlReader, IsoDate, RawRow, RowView } from '../types.ts';
import type { Found } from './found.ts';
import { attributeOf, dateOf, type Node, textOf } from './text.ts';

/** A page taken apart, with the address that its links are relative to. */
export interface Parsed {
  readonly $: CheerioAPI;
  readonly base: string;
}

export const parsePage = (text: string, url: string): Parsed => {
  const $ = load(text);
  const named = $('base[href]').attr('href') ?? '';
  return { $, base: URL.canParse(named, url) ? new URL(named, url).href : url };
};

const EMPTY = load('');

/** Null for a selector that can be read. */
const whyUnreadable = (selector: string): string | null => {
  if (selector.trim() === '') return 'it is empty';
  try {
    EMPTY.root().find(selector);
    return null;
  } catch (error) {
    // Nothing but the selector can be wrong on an empty page.
    return error instanceof Error ? error.message : String(error);
  }
};

/** @throws DeclarationError with every selector that cannot be read */
const checkSelectors = (selectors: readonly string[], name: string): void => {
  const problems = [...new Set(selectors)].flatMap((selector) => {
    const why = whyUnreadable(selector);
    const remedy = 'Write it as in a style sheet: "li.item h3 a"';
    return why === null ? [] : [{ file: `list "${name}"`, line: null, key: '', message: `"${selector}" is no selector (${why})`, remedy }];
  });
  if (problems.length > 0) throw new DeclarationError(problems);
};

/** What the first selector finds that finds something; a row that is a link itself is found by what fits links. */
const pick = ($: CheerioAPI, row: Node, { selectors, take }: { selectors: readonly string[]; take: (node: Node) => string }): string => {
  for (const selector of selectors) {
    const inside = $(row).find(selector).toArray();
    const self = inside.length === 0 && nameOf(row) === 'a' && $(row).is(selector) ? [row] : inside;
    for (const node of self) {
      const words = take(node);
      if (words !== '') return words;
    }
  }
  return '';
};

const nameOf = (node: Node): string => ('name' in node ? node.name : '');

const labelOf = (node: Node): string => textOf(node) || attributeOf(node, 'title') || attributeOf(node, 'aria-label');

/** The address of a link, or of the first one inside. */
const linkOf =
  ($: CheerioAPI) =>
  (node: Node): string =>
    attributeOf(node, 'href') || ($(node).find('a[href]').attr('href') ?? '').trim();

/** Of the first selector that finds a date, the machine's form before the printed one; text that could be one of several days is none. */
const pickDate = ($: CheerioAPI, row: Node, { selectors, today }: { selectors: readonly string[]; today: IsoDate }): IsoDate | null => {
  for (const selector of selectors) {
    const dated = $(row)
      .find(selector)
      .toArray()
      .flatMap((node) => ({ date: dateOf(node, today), isStamped: attributeOf(node, 'datetime') !== '' }))
      .filter(({ date }) => date !== null);
    const days = new Set(dated.map(({ date }) => date));
    const found = dated.find(({ isStamped }) => isStamped) ?? (days.size === 1 ? dated[0] : undefined);
    if (found !== undefined) return found.date;
  }
  return null;
};

/** All that the first selector finds, without what stands inside other finds. */
const pickAll = ($: CheerioAPI, row: Node, selectors: readonly string[]): string => {
  for (const selector of selectors) {
    const found = new Set($(row).find(selector).toArray());
    const outer = [...found].filter(
      (node) =>
        !$(node)
          .parents()
          .toArray()
          .some((parent) => found.has(parent)),
    );
    const words = outer.map(textOf).join(' ').trim();
    if (words !== '') return words;
  }
  return '';
};

const viewOf = ($: CheerioAPI, row: Node): RowView => {
  const find = (selector: string): Node[] => (selector === '' ? [row] : $(row).find(selector).toArray());
  return {
    text: textOf(row),
    texts: (selector) => find(selector).map(textOf),
    attributes: (selector, name) => find(selector).flatMap((node) => attributeOf(node, name) || []),
  };
};

const readRow = ($: CheerioAPI, row: Node, { reader, today }: { reader: HtmlReader; today: IsoDate }): RawRow | null => {
  const more = reader.more === undefined ? {} : reader.more(viewOf($, row));
  if (more === null) return null;
  return {
    title: pick($, row, { selectors: reader.title, take: labelOf }),
    link: pick($, row, { selectors: reader.link, take: linkOf($) }),
    date: pickDate($, row, { selectors: reader.date ?? [], today }),
    summary: pickAll($, row, reader.summary ?? []),
    ...more,
  };
};

const NUMBER = String.raw`\d{1,3}(?:[ .,'’]\d{3})+(?!\d)|\d+`;

/** `74 results`, `(1 234)`, `1-20 of 101`, `121/121`, `No results`. */
const numberIn = (words: string): number | null => {
  const found =
    new RegExp(`(?:\\b(?:of|sur|von|de|av|di)\\s|/\\s?)(${NUMBER})`, 'i').exec(words)?.[1] ?? new RegExp(NUMBER).exec(words)?.[0];
  if (found === undefined) return /^\W*(?:no|none|aucun|keine?)\b/i.test(words) ? 0 : null;
  return Number(found.replace(/\D/g, ''));
};

const selectorsOf = ({ rows, title, link, date = [], summary = [], total = [], landmarks = [] }: HtmlReader): readonly string[] =>
  [rows, title, link, date, summary, total, landmarks].flat();

/** @throws DeclarationError for selectors that cannot be read */
export const readHtml = ({ $, base }: Parsed, reader: HtmlReader, { name, today }: { name: string; today: IsoDate }): Found => {
  checkSelectors(selectorsOf(reader), name);
  const page = $.root();
  const nodes = reader.rows.map((selector) => page.find(selector).toArray()).find((found) => found.length > 0) ?? [];
  const rows = nodes.flatMap((node) => readRow($, node, { reader, today }) ?? []);
  const totals = (reader.total ?? []).flatMap((selector) => page.find(selector).toArray().map(textOf));
  return {
    rows,
    seen: nodes.length,
    total: totals.map(numberIn).find((number) => number !== null) ?? null,
    landmarks: (reader.landmarks ?? []).some((selector) => page.find(selector).length > 0),
    base,
  };
};

/**
 * Addresses as printed of what the selectors find.
 * @throws DeclarationError for selectors that cannot be read
 */
export const readSignals = ({ $ }: Parsed, selectors: readonly string[], name: string): readonly string[] => {
  checkSelectors(selectors, name);
  return selectors.flatMap((selector) => $.root().find(selector).toArray().map(linkOf($)));
};
