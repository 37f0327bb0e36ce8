// Where each block of a text stands, as a reader would cite it: `Article 5(2), point (a)`, `recital (44)`, a heading.

import type { Block } from '../types.ts';
import { outlineOf, type Standing } from './units/outline.ts';

/** A heading is cut here. */
const LONGEST = 80;

const cut = (title: string): string => (title.length <= LONGEST ? title : `${title.slice(0, LONGEST - 1).trimEnd()}…`);

const printPlace = ({ kind, number, title, inside }: Standing): string | null => {
  const within = inside.replace(/^, /, '');
  if (kind === 'article') return `Article ${number}${inside}`;
  if (kind === 'recital') return `recital (${number})`;
  if (kind === 'annex') return `${number === '' ? 'Annex' : `Annex ${number}`}${inside}`;
  if (kind === 'footnote') return `footnote ${number}`;
  if (kind === 'chapter') return cut(title);
  if (kind === 'section') return `${cut(title)}${inside}`;
  return within === '' || kind === 'end' ? null : within;
};

/** For every block its place; null where nothing tells. A block without a number of its own has the place of the one before. */
export const placesOf = (blocks: readonly Block[]): readonly (string | null)[] => outlineOf(blocks).map(printPlace);
