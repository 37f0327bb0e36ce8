// Words of two readings compared as heaps, whatever their order. A word that may stand apart or together on the page (a struck word
// touching a live one, a footnote's mark, a hyphen) counts in the form that the other side has.

import { type Run, readRuns } from '../../pipeline/marks.ts';
import type { Block } from '../../pipeline/types.ts';
import type { References, ToolPages } from './references.ts';

/** What white space parts for certain; inside, parts that may be read as one word or as several. */
export type Group = readonly string[];

/** A place where one reader may part a word and another may not. */
const SOFT = '\ue000';
const SOFT_OR_HYPHEN = new RegExp(`[${SOFT}\u2010\u2011-]`);
const MARK = '[⁰¹²³⁴-⁹]+';

/** Without what stands around a word. */
const cleaned = (word: string): string =>
  word
    // Before NFKC, which makes a space and an accent of one that stands alone.
    .replace(/[‘’‛´`]/g, "'")
    .normalize('NFKC')
    .replace(/[\u00ad\u200b-\u200f\u2060\ufeff]/g, '')
    .replace(/[“”„]/g, '"')
    .replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');

const groupsOf = (text: string): Group[] =>
  text
    .split(/\s+/)
    .map((token) => token.split(SOFT_OR_HYPHEN).filter((part) => part !== ''))
    .filter((group) => group.length > 0);

/** Struck words touch live ones; a letter or two added to a word (`document**s**`) stand apart for some readers. */
const isSoft = (before: Run | undefined, after: Run): boolean =>
  before !== undefined &&
  (before.struck !== after.struck || /^\p{L}{1,2}(?!\p{L})/u.test(after.text) || /(?<!\p{L})\p{L}{1,2}$/u.test(before.text));

const ourText = (marked: string): string => {
  const runs = readRuns(marked);
  const text = runs.map((run, at) => (isSoft(runs[at - 1], run) ? SOFT : '') + run.text).join('');
  return text.replace(new RegExp(` ?(${MARK})`, 'g'), `${SOFT}$1${SOFT}`).replace(new RegExp(`^(${SOFT}${MARK}${SOFT}) `), '$1');
};

/** Every word of the blocks, struck ones too. */
const ourGroups = (blocks: readonly Block[]): Group[] => groupsOf(blocks.map(({ marked }) => ourText(marked)).join('\n'));

/** Every word of a tool's pages. */
const toolGroups = (pages: ToolPages): Group[] =>
  groupsOf(
    pages
      .flat()
      .map(({ text }) => text.trimEnd())
      .join('\n')
      // Columns may part a line from the next, so a hyphen at its end is only a guess.
      .replace(/(\p{L}[-\u2010\u2011\u00ad])\n/gu, `$1${SOFT}`)
      // Small capitals: the first letter is larger than the rest of its word.
      .replace(/(?<!\S)(\p{Lu})\s(?=\p{Lu}+(?!\p{L}))/gu, `$1${SOFT}`)
      // The raised end of `18th`.
      .replace(/(\d)\s(?=(?:st|nd|rd|th)(?!\p{L}))/gu, `$1${SOFT}`),
  );

export type Counts = Map<string, number>;

const add = (counts: Counts, word: string, by = 1): void => void counts.set(word, (counts.get(word) ?? 0) + by);

const joints = ([first = '', ...rest]: Group): string[][] =>
  rest.length === 0
    ? [[first]]
    : joints(rest).flatMap(([next = '', ...more]) => [
        [first + next, ...more],
        [first, next, ...more],
      ]);

/** All ways to read a group: `a b c` as abc, a bc, ab c, a b c. Long ones are read as one word or as all their parts. */
const readings = (group: Group): string[][] => {
  const ways = group.length > 5 ? [[group.join('')], [...group]] : joints(group);
  return ways.map((words) => words.map(cleaned).filter((word) => word !== ''));
};

const heap = (words: Iterable<string>): Counts => {
  const counts: Counts = new Map();
  for (const word of words) add(counts, word);
  return counts;
};

/** Chooses for every group the form that the other side still has most of. */
const settle = (groups: readonly Group[], other: Counts): Counts => {
  const left = new Map(other);
  const result: Counts = new Map();
  const take = (words: readonly string[]): void => {
    for (const word of words) {
      add(left, word, -1);
      add(result, word);
    }
  };
  const lost = (words: readonly string[]): number =>
    words.reduce((letters, word) => letters + ((left.get(word) ?? 0) > 0 ? 0 : word.length), 0);
  // What has one form only comes first.
  for (const group of [...groups].sort((a, b) => Math.min(a.length, 2) - Math.min(b.length, 2))) {
    take(readings(group).reduce((best, words) => (lost(words) < lost(best) ? words : best)));
  }
  return result;
};

const minus = (a: Counts, b: Counts): Counts =>
  new Map([...a].map(([word, n]) => [word, n - (b.get(word) ?? 0)] as const).filter(([, n]) => n > 0));

const both = (a: Counts, b: Counts): Counts =>
  new Map([...a].map(([word, n]) => [word, Math.min(n, b.get(word) ?? 0)] as const).filter(([, n]) => n > 0));

export const sum = (counts: Counts): number => [...counts.values()].reduce((total, n) => total + n, 0);

export interface Comparison {
  readonly words: number;
  /** Shares between 0 and 1. */
  readonly recall: number;
  readonly precision: number;
  /** Words that both tools have and we have not, and the reverse. */
  readonly missing: Counts;
  readonly extra: Counts;
  /** The same against poppler alone. */
  readonly poppler: Sides;
  /** Words of ours that are two words of poppler's: `two words`. */
  readonly joined: readonly string[];
}

interface Sides {
  readonly missing: Counts;
  readonly extra: Counts;
}

const against = (ours: readonly Group[], theirs: readonly Group[], optional: Counts): Sides => {
  const possible = heap(ours.flatMap((group) => readings(group).flat()));
  const reference = settle(theirs, possible);
  const own = settle(ours, reference);
  return { missing: minus(minus(reference, own), optional), extra: minus(minus(own, reference), optional) };
};

const joinedOf = (poppler: readonly Group[], { missing, extra }: Sides): string[] => {
  const words = poppler.flat().map(cleaned);
  const found = words.flatMap((word, at) => {
    const next = words[at + 1] ?? '';
    return extra.has(word + next) && missing.has(word) && missing.has(next) ? [`${word} ${next}`] : [];
  });
  return [...new Set(found)];
};

/** @param blocks ours */
export const compareWords = (blocks: readonly Block[], { mutool, poppler }: References): Comparison => {
  const [ours, theirs] = [ourGroups(blocks), toolGroups(poppler.body)];
  const optional = heap(toolGroups(poppler.optional).flat().map(cleaned));
  const [a, b] = [against(ours, toolGroups(mutool.body), optional), against(ours, theirs, optional)];
  const [missing, extra] = [both(a.missing, b.missing), both(a.extra, b.extra)];
  const words = ours.flat().length;
  return {
    words,
    recall: 1 - sum(missing) / (words - sum(extra) + sum(missing) || 1),
    precision: 1 - sum(extra) / (words || 1),
    missing,
    extra,
    poppler: b,
    joined: joinedOf(theirs, b),
  };
};
