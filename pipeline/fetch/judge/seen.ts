// An answer as a person and the rules see it: what it is by its bytes, its title and headings, the words on it. Judges nothing.

import type { Page } from '../../types.ts';
import { type Shape, shapeOf, sourceOf } from './shape.ts';
import { decode, fold, tidy } from './spelling.ts';

/** Once so many characters of its own have been read, a page says something; how much more does not matter. */
const ENOUGH = 5_000;
/** The same, links and all: no error page shows so much. */
const ENOUGH_SHOWN = 20_000;
/** And after so many that are shown, nobody asks any more where they stand. */
const FRAMED = 500;

export interface Seen {
  readonly page: Page;
  readonly shape: Shape;
  /** As printed, with single spaces. */
  readonly title: string;
  /** Of the first level; where there is none, the first of the second. Folded. */
  readonly headings: readonly string[];
  /** Visible words, and those for readers without scripts; folded. `lines` are the same, block by block. */
  readonly text: string;
  readonly lines: readonly string[];
  /** Characters, spaces not counted, that show where scripts run. */
  readonly shown: number;
  /** The same outside links, navigation, header and footer. */
  readonly own: number;
  /** Bodies of scripts, one after the other. */
  readonly code: string;
  /** Tags of forms, frames, scripts, dates and redirects, as written. */
  readonly tags: string;
  /** Tags, with a `·` where words stand between them. */
  readonly frame: string;
}

interface Heading {
  readonly level: string;
  readonly words: string[];
}

type Draft = { -readonly [K in 'title' | 'code' | 'tags' | 'frame']: string } & {
  readonly words: string[];
  readonly headings: Heading[];
  /** Elements of `CHROME` that are open. */
  readonly open: Set<string>;
  heading: Heading | null;
  shown: number;
  own: number;
};

const INLINE = new Set('a abbr acronym b bdi bdo big cite code em font i ins kbd mark q s small span strong sub sup tt u wbr'.split(' '));
/** What stands inside is not the page's own text. */
const CHROME = new Set(['a', 'nav', 'header', 'footer', 'aside', 'button', 'select', 'label', 'noscript']);
const WORDS = '·';
const LOADING = /^\s*(?:loading|please wait|chargement|wird geladen)[\s.…]*$/i;
const SKIPPED = new Set(['script', 'style', 'svg', 'template', 'textarea', 'title']);
const NOTED = new Set(['time', 'form', 'input', 'button', 'iframe', 'frame', 'script', 'meta', 'link']);

const CLOSING = new Map([...SKIPPED].map((name) => [name, new RegExp(`</${name}`, 'gi')]));

const OPENING = /<(?:(\/?)([a-z][\w:-]{0,30})|[!?])/iy;

const tagEnd = (markup: string, from: number): number => {
  const end = markup.indexOf('>', from);
  if (end < 0) return -1;
  // A `>` inside a quoted value does not end the tag.
  const tag = markup.slice(from, end);
  let isQuoted = false;
  for (let at = tag.indexOf('"'); at >= 0; at = tag.indexOf('"', at + 1)) isQuoted = !isQuoted;
  if (!isQuoted) return end;
  const closed = markup.indexOf('"', end);
  const after = closed < 0 ? -1 : markup.indexOf('>', closed);
  return after < 0 ? end : after;
};

const say = (draft: Draft, text: string): void => {
  const words = text.replace(/\s+/g, ' ');
  if (words === '') return;
  draft.words.push(words);
  draft.heading?.words.push(words);
  let size = words.length;
  for (let at = words.indexOf(' '); at >= 0; at = words.indexOf(' ', at + 1)) size -= 1;
  if (size === 0 || draft.open.has('noscript')) return;
  draft.shown += size;
  if (draft.shown < FRAMED && !LOADING.test(words)) draft.frame += WORDS;
  if (draft.open.size === 0) draft.own += size;
  if (draft.shown >= ENOUGH_SHOWN) draft.own = ENOUGH;
};

/** Notes what a tag says. @returns where to go on */
const enter = (
  draft: Draft,
  markup: string,
  { name, isEnd, from, end }: { name: string; isEnd: boolean; from: number; end: number },
): number => {
  if (!INLINE.has(name)) draft.words.push('\n');
  if (isEnd) draft.open.delete(name);
  else if (CHROME.has(name)) draft.open.add(name);
  if (name === 'h1' || name === 'h2') {
    draft.heading = isEnd ? null : { level: name, words: [] };
    if (draft.heading !== null) draft.headings.push(draft.heading);
  }
  const tag = markup.slice(from, end + 1);
  if (NOTED.has(name) && !isEnd) draft.tags += `${tag}\n`;
  const closing = CLOSING.get(name);
  if (closing === undefined && draft.shown < FRAMED) draft.frame += tag;
  if (isEnd || closing === undefined) return end + 1;
  closing.lastIndex = end + 1;
  const close = closing.exec(markup)?.index ?? markup.length;
  const inside = markup.slice(end + 1, close);
  if (name === 'title' && draft.title === '') draft.title = tidy(inside);
  if (name === 'script' && !/\bld\+json|drupal-settings/.test(tag)) draft.code += `${inside}\n`;
  return close;
};

/** A parser of HTML is not worth its weight for a size and a few phrases. Time is linear in the length, whatever the markup. */
const scan = (markup: string): Draft => {
  const draft: Draft = {
    title: '',
    code: '',
    tags: '',
    frame: '',
    words: [],
    headings: [],
    open: new Set(),
    heading: null,
    shown: 0,
    own: 0,
  };
  let at = 0;
  while (at < markup.length && draft.own < ENOUGH) {
    const from = markup.indexOf('<', at);
    say(draft, markup.slice(at, from < 0 ? markup.length : from));
    if (from < 0) break;
    if (markup.startsWith('<!--', from)) {
      const close = markup.indexOf('-->', from + 4);
      at = close < 0 ? markup.length : close + 3;
      continue;
    }
    OPENING.lastIndex = from;
    const [opening, slash, name] = OPENING.exec(markup) ?? [];
    const end = opening === undefined ? from : tagEnd(markup, from);
    if (end < 0) break;
    at = name === undefined ? end + 1 : enter(draft, markup, { name: name.toLowerCase(), isEnd: slash === '/', from, end });
  }
  return draft;
};

const headingsOf = (draft: Draft): string[] => {
  const read = (level: string) =>
    draft.headings
      .filter((one) => one.level === level)
      .map(({ words }) => fold(tidy(words.join(''))))
      .filter((text) => text !== '');
  const first = read('h1');
  return first.length > 0 ? first : read('h2').slice(0, 1);
};

export const see = (page: Page): Seen => {
  const source = sourceOf(page);
  const shape = shapeOf(page, source);
  const draft = scan(shape === 'html' || shape === 'text' ? source : '');
  const lines = fold(decode(draft.words.join('')))
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '');
  const { title, code, tags, frame, shown, own } = draft;
  return { page, shape, title, headings: headingsOf(draft), text: lines.join(' '), lines, shown, own, code, tags, frame };
};
