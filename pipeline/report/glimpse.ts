// The place within a long change that decides its weight, for those who read only that.

import { splitWords } from '../telling.ts';
import type { DiffPart, Hunk } from '../types.ts';

/** Words of a passage, and of them how many before the one that decides. */
const [SHOWN, BEFORE] = [30, 12];

/** What went and what came where a word of the reason stands, with the words around; where none stands, at the first change. */
export const glimpse = ({ parts, why }: Hunk): DiffPart[] => {
  const sought = wordsOfReason(why);
  const decides = parts.findIndex(({ kind, text }) => kind !== 'same' && indexOfAny(splitWords(text), sought) >= 0);
  const at = decides < 0 ? parts.findIndex(({ kind }) => kind !== 'same') : decides;
  const first = parts[at]?.kind === 'insert' && parts[at - 1]?.kind === 'delete' ? at - 1 : at;
  const last = parts[first]?.kind === 'delete' && parts[first + 1]?.kind === 'insert' ? first + 1 : first;
  return parts.slice(Math.max(first - 1, 0), last + 2).flatMap((part, i, near) => {
    if (part.kind !== 'same') return [{ kind: part.kind, text: windowOf(part.text, sought) }];
    return i === 0 || i === near.length - 1 ? [part] : [];
  });
};

/** `legal force: −shall +where appropriate` decides by `shall` and `where appropriate`. */
const wordsOfReason = (why: string): string[][] =>
  [...why.matchAll(/[−+]([^−+;…]+)/g)].map(([, words = '']) => splitWords(words).map(bare)).filter((words) => words.length > 0);

const bare = (word: string): string => word.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

const indexOfAny = (words: readonly string[], sought: readonly (readonly string[])[]): number => {
  const plain = words.map(bare);
  return plain.findIndex((_, at) => sought.some((run) => run.every((word, i) => plain[at + i] === word)));
};

const windowOf = (text: string, sought: readonly (readonly string[])[]): string => {
  const words = splitWords(text);
  if (words.length <= SHOWN) return text;
  const from = Math.max(0, Math.min(indexOfAny(words, sought) - BEFORE, words.length - SHOWN));
  const to = from + SHOWN;
  return `${from > 0 ? '… ' : ''}${words.slice(from, to).join(' ')}${to < words.length ? ' …' : ''}`;
};
