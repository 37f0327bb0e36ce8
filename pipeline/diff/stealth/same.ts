// What tells apart two texts that have the same words: drafting marks, or pages, breaks and typography.

import { oneLine } from '../../markdown.ts';
import { readRuns } from '../../marks.ts';
import type { Block, Text } from '../../types.ts';

/** A word that is read, with how it looks and with the struck words before it. */
interface Styled {
  readonly word: string;
  readonly style: '' | 'bold' | 'underlined' | 'bold and underlined';
  readonly struck: string;
  readonly link: string | null;
  readonly page: number | null;
}

/** How many are told one by one, and how long a passage is quoted. */
const TOLD = 3;
const LONGEST = 60;

const styledWords = (blocks: readonly Block[]): Styled[] => {
  const words: Styled[] = [];
  for (const { marked, page } of blocks) {
    let struck: string[] = [];
    for (const run of /[*[]|__|~~/.test(marked) ? readRuns(marked) : [{ text: marked, ...PLAIN }]) {
      const found = run.text.split(/\s+/).filter(Boolean);
      if (run.struck) {
        struck.push(...found);
        continue;
      }
      const style = run.bold ? (run.underlined ? 'bold and underlined' : 'bold') : run.underlined ? 'underlined' : '';
      for (const word of found) {
        words.push({ word, style, struck: struck.join(' '), link: run.link, page });
        struck = [];
      }
    }
    if (struck.length > 0) words.push({ word: '', style: '', struck: struck.join(' '), link: null, page });
  }
  return words;
};
const PLAIN = { bold: false, underlined: false, struck: false, link: null };

/** Other drafting marks on the same words: `p. 4: “must report” is bold now`; null where there are none. */
export const drafting = (before: readonly Block[], after: readonly Block[]): string | null => {
  const [old, now] = [styledWords(before), styledWords(after)];
  // Words parted or joined elsewhere cannot be laid side by side: it is only told that their marks are others.
  if (old.length !== now.length) return signature(old) === signature(now) ? null : 'other words are bold, underlined, struck or links';
  const told: string[] = [];
  for (let i = 0; i < now.length; i += 1) {
    const [was, is] = [old[i], now[i]];
    if (was === undefined || is === undefined) break;
    if (was.struck !== is.struck) told.push(at(is, sayStruck(was.struck, is.struck)));
    if (looks(was) === looks(is)) continue;
    let end = i + 1;
    while (end < now.length && looks(old[end]) === looks(was) && looks(now[end]) === looks(is) && old[end]?.struck === now[end]?.struck)
      end += 1;
    const words = now.slice(i, end).map(({ word }) => word);
    told.push(at(is, `${quote(words.join(' '))} ${sayLooks(was, is)}`));
    i = end - 1;
  }
  if (told.length === 0) return null;
  return [...told.slice(0, TOLD), ...(told.length > TOLD ? [`and ${told.length - TOLD} more`] : [])].join('; ');
};

const looks = (word: Styled | undefined): string => `${word?.style} ${word?.link ?? ''}`;

const sayLooks = (was: Styled, is: Styled): string => {
  if (was.style !== is.style) return `is ${is.style === '' ? `no longer ${was.style}` : `${is.style} now`}`;
  if (is.link === null) return 'is no longer a link';
  return was.link === null ? 'is a link now' : 'links to another address now';
};

const at = ({ page }: Styled, says: string): string => `${page === null ? '' : `p. ${page}: `}${says}`;

const quote = (words: string): string => {
  const line = oneLine(words);
  return `“${line.length <= LONGEST ? line : `${line.slice(0, LONGEST - 1).trimEnd()}…`}”`;
};

const sayStruck = (was: string, is: string): string => {
  if (was === '') return `struck words are new: ${quote(is)}`;
  return is === '' ? `struck words are gone: ${quote(was)}` : `the struck words ${quote(was)} became ${quote(is)}`;
};

/** What of a text is marked, and how, whatever its breaks. */
const signature = (words: readonly Styled[]): string =>
  words
    .filter(({ style, struck, link }) => style !== '' || struck !== '' || link !== null)
    .map((one) => `${looks(one)} ${one.word.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '')} ${one.struck}`)
    .join('\n');

/** Other pages, breaks or typography: `6 pages in place of 5, other paragraph breaks`; null where there are none. */
export const layout = (before: Text, after: Text): string | null => {
  const [a, b] = [before.blocks, after.blocks];
  const joined = (blocks: readonly Block[]): string =>
    blocks
      .map(({ text }) => text)
      .join(' ')
      .replace(/\s+/g, ' ')
      .trim();
  const isCutAlike = a.length === b.length && a.every(({ text }, i) => text === b[i]?.text);
  const isTypedAlike = isCutAlike || joined(a) === joined(b);
  const found = [
    before.pages === after.pages ? '' : `${pagesOf(after.pages)} in place of ${before.pages ?? 'none'}`,
    isTypedAlike ? '' : 'other quotes, dashes, spaces or capitals',
    isCutAlike || !isTypedAlike ? '' : 'other breaks between paragraphs or cells',
    isCutAlike && a.some(({ kind }, i) => kind !== b[i]?.kind) ? 'other headings, lists or tables' : '',
    isCutAlike && before.pages === after.pages && a.some(({ page }, i) => page !== b[i]?.page) ? 'other page breaks' : '',
  ].filter((words) => words !== '');
  return found.length === 0 ? null : found.join(', ');
};

const pagesOf = (pages: number | null): string => (pages === null ? 'no pages' : `${pages} ${pages === 1 ? 'page' : 'pages'}`);
