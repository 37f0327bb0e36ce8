// Whether a change is one of figures only: numbers, dates and amounts that became others, between words that stayed. And what became what.

import type { DiffPart, Hunk } from '../../types.ts';

export interface FigureChange {
  /** '' where there was none. */
  readonly old: string;
  readonly new: string;
  /** The words before and after it, in the new text, the nearest first. */
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/** Words of an amount, a date or a number. */
const IN_WORDS = new Set(
  (
    'january february march april june july august september october november december monday tuesday wednesday thursday friday saturday sunday ' +
    'two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million ' +
    'millions billion billions bn dozen percent eur euro euros usd gbp % ‰ € $ £'
  ).split(' '),
);
/** `12th`, `2099a`, `€1.5m`: more letters make it the name of something. */
const MOST_LETTERS = 3;

const letters = (token: string): string => token.replace(/[^\p{L}]/gu, '');
const hasDigits = (token: string | undefined): boolean => /\d/.test(token ?? '') && letters(token ?? '').length <= MOST_LETTERS;
const bare = (token: string): string => token.toLowerCase().replace(/^[([“"']+|[.,;:)\]”"']+$/g, '');

/** "May" is a month only beside a figure. */
const isFigure = (tokens: readonly string[], i: number): boolean => {
  const token = tokens[i] ?? '';
  if (bare(token) === 'may') return /^[^\p{L}]*May/u.test(token) && (hasDigits(tokens[i - 1]) || hasDigits(tokens[i + 1]));
  return hasDigits(token) || IN_WORDS.has(bare(token));
};

/** Tokens from `start` up to `end`; none where they are equal. */
interface Group {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

interface Side {
  readonly tokens: readonly string[];
  /** By turns the figures before a word, and the word; the figures after the last word at the end. */
  readonly groups: readonly Group[];
}

const sideOf = (parts: readonly DiffPart[], leaveOut: DiffPart['kind']): Side => {
  const tokens = parts.filter(({ kind }) => kind !== leaveOut).flatMap(({ text }) => text.split(/\s+/).filter(Boolean));
  const groups: Group[] = [];
  let start = 0;
  const close = (end: number): void => void groups.push({ text: tokens.slice(start, end).join(' '), start, end });
  for (const [i, token] of tokens.entries()) {
    if (isFigure(tokens, i)) continue;
    close(i);
    groups.push({ text: token, start: i, end: i + 1 });
    start = i + 1;
  }
  close(tokens.length);
  return { tokens, groups };
};

/** Words on either side that tell where it stands. */
const NEAR = 3;

/** Codes with many letters, `ABC/DEFG/90001/2099`, are words of which only the figures may differ. */
const isSameWord = (a: string, b: string): boolean => a === b || (/\d/.test(a) && a.replace(/\d+/g, '0') === b.replace(/\d+/g, '0'));

/** @returns null where anything else changed as well */
export const figureChanges = ({ kind, parts }: Hunk): readonly FigureChange[] | null => {
  if (kind === 'move') return null;
  const [old, now] = [sideOf(parts, 'insert'), sideOf(parts, 'delete')];
  const isWord = (i: number): boolean => i % 2 === 1;
  if (old.groups.length !== now.groups.length) return null;
  if (old.groups.some(({ text }, i) => isWord(i) && !isSameWord(text, now.groups[i]?.text ?? ''))) return null;
  // The bars of a row stand between its cells, and are no words of it.
  const near = (from: number, to: number) => now.tokens.slice(Math.max(0, from), to).filter((token) => token !== '|');
  const changes = now.groups.flatMap(({ text, start, end }, i): FigureChange[] => {
    const was = old.groups[i]?.text ?? '';
    const before = near(start - 2 * NEAR, start).slice(-NEAR);
    return was === text ? [] : [{ old: was, new: text, before: before.toReversed(), after: near(end, end + 2 * NEAR).slice(0, NEAR) }];
  });
  // Other punctuation at a figure is no other figure.
  return changes.length > 0 && changes.every((change) => bare(change.old) !== bare(change.new)) ? changes : null;
};

/** What has a number for a name. */
const NUMBERED =
  /^(?:annex|appendix|article|chapter|figure|footnote|item|no\.?|page|paragraph|part|point|recital|rev|section|step|table|title)s?$/i;

/** `Article 5 became Article 6`, `12 345 became 12 543`, `14 % is new`. */
export const sayFigures = ({ old, new: now, before }: FigureChange): string => {
  const [was, is] = [trimmed(old), trimmed(now)];
  if (was === '') return `${is} is new`;
  if (is === '') return `${was} is gone`;
  const name = NUMBERED.test(before[0] ?? '') ? `${before[0]} ` : '';
  return `${name}${was} became ${name}${is}`;
};

const countOf = (words: string, sign: string): number => words.split(sign).length - 1;

/** Without the punctuation of its sentence, and without brackets around it; a bracket that it opened itself stays. */
const trimmed = (figure: string): string => {
  const words = figure.replace(/^[“"']+|[.,;:”"']+$/g, '').replace(/^\(([^()]*)\)$/, '$1');
  const open = countOf(words, '(') - countOf(words, ')');
  if (open === 0) return words;
  return open > 0 ? words.replace(/^\(/, '') : words.replace(/\)$/, '');
};
