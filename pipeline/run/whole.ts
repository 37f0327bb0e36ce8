// Whether a text came whole: a page that is there and says nothing, half a page, letters in the wrong encoding. Nothing is concluded from
// these; whether the answer as a whole is a wall or an error is judged in fetch/.

import { ExtractError } from '../errors.ts';
import { readingText } from '../extract/text.ts';
import { isSuddenLoss } from '../snapshot.ts';
import type { Text } from '../types.ts';

/** What was read, and what is to be compared with it. */
export interface Reading {
  readonly at: string;
  /** Fewest characters, or words that must stand there. */
  readonly expect: number | string;
  readonly text: Text | null;
  readonly before: Text | null;
  /** A scan may have no text; a page may not. */
  readonly isPage: boolean;
}

/** A text with less than this share of what was there before, and that had some, was emptied rather than edited. */
const EMPTIED = 0.1;
const HAD_SOME = 400;
/** The same where nothing was said instead. */
const LITTLE = 0.3;
const HAD_LITTLE = 100;
/** Characters of the last word or two, which a cut may have left in pieces. */
const LAST_WORDS = 40;

const emptied = (at: string, seen: string): ExtractError =>
  new ExtractError('emptied', `${at} ${seen}`, {
    at,
    remedy: 'Open it in a browser. When it is right so, lower "expect" or correct "select"; the last known text is kept.',
  });

/** @throws ExtractError `emptied` when the page is there and what it said is not; `unreadable-text` when letters were lost */
export const checkText = ({ at, expect, text, before, isPage }: Reading): void => {
  if (text === null) {
    if (before !== null && before.kind === 'html') throw emptied(at, 'has no text any more');
    if (before === null && isPage && expect !== 0) throw emptied(at, 'has no text');
    return;
  }
  const words = readingText(text);
  if (typeof expect === 'string' && !words.toLowerCase().includes(expect.toLowerCase())) {
    throw emptied(at, `does not hold the words that must stand in it ("${expect}")`);
  }
  if (typeof expect === 'number' && words.length < expect) {
    throw emptied(at, `has ${words.length} characters of text, fewer than the ${expect} that are expected`);
  }
  if (before === null) return;
  const had = readingText(before);
  if (isEmptied(text, before)) throw emptied(at, `had ${had.length} characters of text and has ${words.length}`);
  if (garbled(words) > garbled(had)) {
    throw new ExtractError('unreadable-text', `${at} came in the wrong encoding: letters are lost or stand for others`, {
      at,
      remedy: 'The next run asks again. If it goes on, open it in a browser: the trouble is on their side.',
    });
  }
};

/** Next to nothing of what was there, or a part of it and not a word else. Files are exchanged as a whole, and may be short. */
const isEmptied = (text: Text, before: Text): boolean => {
  const [now, had] = [readingText(text), readingText(before)];
  if (had.length >= HAD_SOME && now.length < had.length * EMPTIED) return true;
  if (text.kind !== 'html' || !isSuddenLoss(had, now)) return false;
  const [here, there] = [text, before].map(({ blocks }) => new Set(blocks.map((block) => block.text)));
  const kept = before.blocks.filter((block) => block.kind !== 'heading' && here?.has(block.text));
  if (had.length >= HAD_SOME) return sizeOf(kept) < had.length * EMPTIED;
  return had.length >= HAD_LITTLE && now.length < had.length * LITTLE && text.blocks.every((block) => there?.has(block.text));
};

const sizeOf = (blocks: Text['blocks']): number => blocks.reduce((sum, { text }) => sum + text.length, 0);

/** Letters that were no letters in the encoding of the page, and pairs by which UTF-8 shows when it is read as Latin-1. */
const garbled = (words: string): number => words.match(/\ufffd|Ã[\u0080-\u00bf]|â€/g)?.length ?? 0;

const isClosed = (body: Uint8Array): boolean => /<\/(?:html|body)\s*>/i.test(Buffer.from(body).toString('latin1'));

/**
 * @param bodies of the page now, and of the one that is known where it was kept
 * @throws ExtractError `damaged` when the page ends in the middle: it is not closed, as it was before, and says what it said up to there
 */
export const checkEnd = ({ at, text, before }: Reading, bodies: { readonly now: Uint8Array; readonly known: Uint8Array | null }): void => {
  if (text?.kind !== 'html' || before === null || isClosed(bodies.now)) return;
  if (bodies.known !== null && !isClosed(bodies.known)) return;
  const [now, had] = [readingText(text), readingText(before)];
  if (now.length >= had.length || !had.startsWith(now.slice(0, -LAST_WORDS))) return;
  throw new ExtractError('damaged', `${at} ends in the middle of its page`, {
    at,
    remedy: 'The next run asks again. If it goes on, open it in a browser: the trouble is on their side.',
  });
};
