// What the elements of a line say of its words: drafting marks and links.

import type { Run } from '../../marks.ts';
import { linkAddress } from './links.ts';
import { type Element, NO_ATTRIBUTES } from './nodes.ts';

export interface Style extends Omit<Run, 'text'> {
  /** Inside a link of any kind, also one that leads nowhere else. */
  readonly linked: boolean;
  /** Inside a link within the page: the mark of a footnote, or the way back from it. */
  readonly jump: boolean;
  readonly raised: boolean;
}

export const PLAIN: Style = { bold: false, underlined: false, struck: false, link: null, linked: false, jump: false, raised: false };

const BOLD: Partial<Style> = { bold: true };
const STRUCK: Partial<Style> = { struck: true };
const UNDERLINED: Partial<Style> = { underlined: true };

const BY_NAME: ReadonlyMap<string, Partial<Style>> = new Map([
  ['b', BOLD],
  ['strong', BOLD],
  ['del', STRUCK],
  ['s', STRUCK],
  ['strike', STRUCK],
  ['ins', UNDERLINED],
  ['u', UNDERLINED],
  ['sup', { raised: true }],
]);

/** Word and its like write marks as styles. */
const byStyle = (style: string): Partial<Style> => ({
  ...(/font-weight\s*:\s*(?:bold|[6-9]00)/i.test(style) ? BOLD : {}),
  ...(/text-decoration[^;]*line-through/i.test(style) ? STRUCK : {}),
  ...(/text-decoration[^;]*underline/i.test(style) ? UNDERLINED : {}),
});

/** `#_ftn1`, `#ntr1-L_2099`, `#fnref:1`, `#footnote2`, `#E0001`: to a footnote or back from it. */
const TO_NOTE = /#_?(?:.*note|fn|ftn|edn|ntr|ntc|cite|ref|e?\d+$)/i;

/** Elements whose weight is a matter of layout. */
const NEVER_STYLED: ReadonlySet<string> = new Set(['a', 'th', 'body', 'table']);

/** @returns the style of what stands in the element; the same object where it changes nothing */
export const styleWithin = (outer: Style, { name, attribs }: Element, base: string): Style => {
  let style = outer;
  const own = BY_NAME.get(name);
  if (own !== undefined) style = { ...style, ...own };
  if (attribs === NO_ATTRIBUTES) return style;
  if (attribs.style !== undefined && !NEVER_STYLED.has(name)) {
    const written = byStyle(attribs.style);
    if (Object.keys(written).length > 0) style = { ...style, ...written };
  }
  if (name === 'a' && attribs.href !== undefined) {
    const link = linkAddress(attribs.href, base);
    style = { ...style, link, linked: true, jump: link === null && TO_NOTE.test(attribs.href) };
  }
  return style;
};
