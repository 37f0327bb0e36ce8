// Words and phrases in texts, however they are written. No documents and no corpus here.

import type { Block } from '../types.ts';

/** Only letters and digits count: without accents, case, ligatures, quotes, hyphens and footnote marks, one space between words. */
export const fold = (text: string): string =>
  text
    .replace(/[¹²³⁰⁴-⁹]/gu, ' ')
    .normalize('NFKD')
    .replace(/[\p{M}\u00AD]/gu, '')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu)
    ?.join(' ') ?? '';

/**
 * Whether a line holds a word or phrase as whole words.
 * @param pattern `migrant smuggling`; `smuggl*` for words that begin so; `access to data + law enforcement` when all parts must stand there
 */
export const holds = (line: string, pattern: string): boolean => {
  const folded = fold(line);
  return pattern.split(' + ').every((part) => {
    const words = part.split('*').map(fold);
    // A star ends a word, so that what follows it is the next word.
    const phrase = words.map((piece, i) => (i === 0 ? piece : `[\\p{L}\\p{N}]*${piece === '' ? '' : ` ${piece}`}`)).join('');
    return words[0] !== '' && new RegExp(`(?:^| )${phrase}(?: |$)`, 'u').test(folded);
  });
};

/** A text made ready to look for passages in it. */
export interface Haystack {
  readonly letters: string;
  /** Where words begin in `letters`, each with its page. */
  readonly starts: ReadonlyMap<number, number | null>;
}

/** All words of the blocks without the space between them: hyphens and line breaks inside words then make no difference. */
export const haystack = (blocks: readonly Block[]): Haystack => {
  const starts = new Map<number, number | null>();
  const pieces: string[] = [];
  let length = 0;
  for (const block of blocks) {
    for (const word of fold(block.text).split(' ')) {
      starts.set(length, block.page);
      pieces.push(word);
      length += word.length;
    }
  }
  return { letters: pieces.join(''), starts: starts.set(length, null) };
};

/**
 * Looks for a passage word for word.
 * @returns the page on which it begins (null where the text has no pages), or undefined when it is not there.
 */
export const pageOf = (passage: string, hay: Haystack): number | null | undefined => {
  const needle = fold(passage).replaceAll(' ', '');
  for (let at = hay.letters.indexOf(needle); needle !== '' && at >= 0; at = hay.letters.indexOf(needle, at + 1)) {
    if (hay.starts.has(at) && hay.starts.has(at + needle.length)) return hay.starts.get(at);
  }
  return undefined;
};
