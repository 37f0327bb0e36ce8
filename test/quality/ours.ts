// Our own reading of the real documents, and the plain form in which passages are looked for in it.

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { extract } from '../../pipeline/extract/index.ts';
import type { Text } from '../../pipeline/types.ts';
import { DATA } from './references.ts';

/** @param file `council-pdf/ST-….pdf`, or the whole path of another file */
export const readAgain = (file: string): Promise<Text> => {
  const body = readFileSync(path.resolve(DATA, file));
  return extract({ body, mediaType: 'application/pdf', at: file }, { seconds: 60, pages: 500 });
};

const texts = new Map<string, Promise<Text>>();

/** The same, read once for all tests of a file. */
export const textOf = (file: string): Promise<Text> => {
  const text = texts.get(file) ?? readAgain(file);
  texts.set(file, text);
  return text;
};

/** Letters and figures only, in lower case: spaces, hyphens, quotes and footnotes' marks are nobody's words. */
export const lettersOf = (text: string): string =>
  text
    .replace(/[⁰¹²³⁴-⁹]/g, '')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
