// References within a text that follow its new numbers: where Article 52 became Article 54, "Article 52" became "Article 54" in other articles as well.

import type { Hunk } from '../../types.ts';
import { renumberedIn } from '../compare/renumbered.ts';
import type { Script } from '../script.ts';

const bare = (word: string): string => word.replace(/[^\p{L}\p{N}]/gu, '');

/** What numbers of points are called where they are cited. */
const POINTS = ['point', 'points', 'paragraph', 'paragraphs', 'recital', 'recitals', 'letter'];

/** `article 52`: the new number; those that became several are left out. */
const becameOf = (script: Script): ReadonlyMap<string, string> => {
  const became = new Map<string, string>();
  const several = new Set<string>();
  for (const { old, now, i } of renumberedIn(script)) {
    const [first = ''] = script.old.inBlock(i);
    const names = old.at === 0 ? POINTS : [first.toLowerCase(), `${first.toLowerCase()}s`];
    for (const key of names.map((name) => `${name} ${bare(old.printed)}`)) {
      if ((became.get(key) ?? bare(now.printed)) !== bare(now.printed)) several.add(key);
      became.set(key, bare(now.printed));
    }
  }
  for (const key of several) became.delete(key);
  return became;
};

const wordsOf = ({ parts }: Hunk, leaveOut: 'insert' | 'delete'): string[] =>
  parts.filter(({ kind }) => kind !== leaveOut).flatMap(({ text }) => text.split(/\s+/));

/** `of Directive …`, `TFEU`: an article of another act follows nothing here. `of this Regulation` is this one. */
const isOfAnother = (words: readonly string[]): boolean => {
  const [first = '', second = ''] = words.filter((word) => !/^\(?\w{1,4}\)?[,;]?$/.test(word) || /^of$/i.test(word));
  return /^T(?:F)?EU\b/.test(first) || (/^of$/i.test(first) && !/^this$/i.test(second)) || /^thereof\b/i.test(first);
};

/** Changes that are nothing but another number in a reference, and the number is the one that its target has now. */
export const followNumbering = (script: Script, hunks: readonly Hunk[]): Hunk[] => {
  const sought = hunks.some(({ aspects }) => aspects.length === 1 && aspects[0] === 'reference');
  const became = sought ? becameOf(script) : new Map<string, string>();
  return hunks.map((hunk) => {
    if (became.size === 0 || hunk.kind !== 'replace' || hunk.aspects.length !== 1 || hunk.aspects[0] !== 'reference') return hunk;
    const [old, now] = [wordsOf(hunk, 'insert'), wordsOf(hunk, 'delete')];
    const follows = (word: string, at: number): boolean =>
      word === now[at] ||
      (became.get(`${(old[at - 1] ?? '').toLowerCase()} ${bare(word)}`) === bare(now[at] ?? '') && !isOfAnother(old.slice(at + 1, at + 6)));
    if (old.length !== now.length || !old.every(follows)) return hunk;
    return { ...hunk, weight: 0, aspects: ['numbering'], why: `follows the new numbers: ${hunk.why.replace(/^reference: /, '')}` };
  });
};
