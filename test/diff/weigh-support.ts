// Changes written down as a reader sees them: `Member States [-shall-] [+should+] report`.

import { weigh } from '../../pipeline/diff/weigh/index.ts';

const PART = /\[-(?<old>.*?)-\]|\[\+(?<now>.*?)\+\]|(?<same>(?:(?!\[[-+]).)+)/gs;
const wordsOf = (text: string): readonly string[] => text.split(/\s+/).filter(Boolean);

interface Written {
  readonly old: readonly string[];
  readonly now: readonly string[];
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/** What stands between the first and the last change belongs to both sides, four words around them are context. */
const written = (sentence: string): Written => {
  const parts = [...sentence.matchAll(PART)].map(({ groups }) => groups ?? {});
  const first = parts.findIndex(({ same }) => same === undefined);
  const last = parts.findLastIndex(({ same }) => same === undefined);
  const side = (leaveOut: 'old' | 'now') =>
    parts.slice(first, last + 1).flatMap((part) => (part[leaveOut] === undefined ? wordsOf(part.same ?? part.old ?? part.now ?? '') : []));
  const around = (from: number, to: number) => parts.slice(from, to).flatMap(({ same }) => wordsOf(same ?? ''));
  return { old: side('now'), now: side('old'), before: around(0, first).slice(-4), after: around(last + 1, parts.length).slice(0, 4) };
};

export const weighed = (sentence: string) => weigh(written(sentence));
export const why = (sentence: string): string => weighed(sentence).why;
