// What another file under the same address changed, told for what it is: words, only figures, only drafting marks, only breaks and
// typography, or nothing that anyone reads. And what of it stayed. The words of both texts are compared elsewhere.

import { oneLine } from '../../markdown.ts';
import { count, countWords } from '../../telling.ts';
import type { Cover, Stealth, Text, TextDiff } from '../../types.ts';
import { figureChanges, sayFigures } from './figures.ts';
import { drafting, layout } from './same.ts';
import { placesIn } from './table.ts';

/** How many are told one by one. */
const TOLD = 3;

/** A file in place of another under the same address. */
export const stealthOf = (before: Text, after: Text, diff: TextDiff): Stealth => told(before, after, { diff, address: true });

/** The same of any two texts: nothing is said of their addresses. */
export const describeDiff = (before: Text, after: Text, diff: TextDiff): Stealth => told(before, after, { diff, address: false });

const told = (before: Text, after: Text, { diff, address }: { diff: TextDiff; address: boolean }): Stealth => {
  const { kind, says } = diff.equal ? describeSame(before, after) : otherText(after, diff);
  const facts = coverFacts(before.cover, after.cover, address);
  return { kind, says: [says, ...facts].join('; ') };
};

/** What tells two texts apart that have the same words. */
export const describeSame = (before: Text, after: Text): Stealth => {
  const marks = drafting(before.blocks, after.blocks);
  if (marks !== null) return { kind: 'formatting', says: `only formatting changed: ${marks}` };
  const breaks = layout(before, after);
  if (breaks !== null) return { kind: 'layout', says: `only the layout changed: ${breaks}` };
  return { kind: 'bytes', says: 'the same text on the same pages: only metadata changed, or other bytes that carry no text' };
};

const otherText = (after: Text, diff: TextDiff): Stealth => {
  const figures = diff.hunks.map((hunk) => ({ hunk, changes: figureChanges(hunk) }));
  if (figures.some(({ changes }) => changes === null)) return { kind: 'text', says: countsOf(diff) };
  const all = figures.flatMap(({ hunk, changes }) => (changes ?? []).map((change) => ({ hunk, change })));
  const placeOf = placesIn(after.blocks);
  const few = all.slice(0, TOLD).map(({ hunk, change }) => {
    const place = placeOf(hunk, change);
    return oneLine(`${place === '' ? '' : `${place}: `}${sayFigures(change)}`);
  });
  const more = all.length > TOLD ? [`and ${all.length - TOLD} more`] : [];
  return { kind: 'figures', says: `only figures changed: ${[...few, ...more].join('; ')}` };
};

/** `2 words inserted, 1 deleted in 2 places`. */
const countsOf = (diff: TextDiff): string => {
  const { hunks, summary } = diff;
  const words = countWords(diff);
  if (hunks.every(({ kind }) => kind === 'move') && summary.insertedWords + summary.deletedWords === 0)
    return `only the order changed: ${count(summary.movedParagraphs, 'paragraph')} moved`;
  const editorial = hunks.every(({ weight }) => weight === 0) ? 'only editorial changes: ' : '';
  return `${editorial}${words} in ${count(hunks.length, 'place')}`;
};

/** Fields of a cover, as a reader would say them. */
const FIELDS: readonly (readonly [string, (cover: Cover) => string])[] = [
  ['title', ({ subject }) => subject ?? ''],
  ['date', ({ date }) => date ?? ''],
  ['number', ({ number }) => number ?? ''],
  ['type', ({ type }) => type ?? ''],
  ['originator', ({ from }) => from ?? ''],
  ['addressee', ({ to }) => to ?? ''],
  ['marking', ({ limite, classification }) => [classification, limite ? 'LIMITE' : null].filter((mark) => mark !== null).join(', ')],
  ['subject codes', ({ subjectCodes }) => subjectCodes.join(', ')],
  ['previous documents', ({ previousDocuments }) => previousDocuments.join(', ')],
];
/** Of these it is worth saying that they did not change. */
const STAYED = ['title', 'date'];
const LONGEST = 80;

/** What the covers say: first what changed on them, then what did not. */
const coverFacts = (before: Cover | null, after: Cover | null, address: boolean): string[] => {
  const values = FIELDS.map(([name, value]) => ({ name, was: before && oneLine(value(before)), is: after && oneLine(value(after)) }));
  const both = before !== null && after !== null ? values : [];
  const same = both.filter(({ name, was, is }) => STAYED.includes(name) && was === is && is !== '').map(({ name }) => name);
  const other = both.filter(({ was, is }) => was !== is).slice(0, TOLD);
  const lost = (before === null) === (after === null) ? [] : [after === null ? 'its cover cannot be read any more' : 'it has a cover now'];
  const stayed = [...same, ...(address ? ['address'] : [])];
  return [
    ...lost,
    ...other.map(({ name, was, is }) => `the cover's ${name} changed: ${short(was)} became ${short(is)}`),
    ...(stayed.length === 0 ? [] : [`${listed(stayed)} unchanged`]),
  ];
};

const short = (words: string | null): string => {
  if (words === null || words === '') return 'none';
  return words.length <= LONGEST ? words : `${words.slice(0, LONGEST - 1).trimEnd()}…`;
};

const listed = (names: readonly string[]): string =>
  names.length < 2 ? names.join() : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
