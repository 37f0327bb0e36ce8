// Whether a change is one of figures only: numbers, dates and amounts that became others, between words that stayed. And what became what.

import type { DiffPart, Hunk } from '../types.ts';

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
  readonly words: readonly string[];
  /** One more than words: the figures before each, and after the last. */
  readonly figures: readonly Group[];
}

const sideOf = (parts: readonly DiffPart[], leaveOut: DiffPart['kind']): Side => {
  const tokens = parts.filter(({ kind }) => kind !== leaveOut).flatMap(({ text }) => text.split(/\s+/).filter(Boolean));
  const words: string[] = [];
  const figures: Group[] = [];
  let start = 0;
  const close = (end: number): void => void figures.push({ text: tokens.slice(start, end).join(' '), start, end });
  for (const [i, token] of tokens.entries()) {
    if (isFigure(tokens, i)) continue;
    close(i);
    words.push(token);
    start = i + 1;
  }
  close(tokens.length);
  return { tokens, words, figures };
};

/** Words on either side that tell where it stands. */
const NEAR = 3;

/** @returns null where anything else changed as well */
export const figureChanges = ({ kind, parts }: Hunk): readonly FigureChange[] | null => {
  if (kind === 'move') return null;
  const [old, now] = [sideOf(parts, 'insert'), sideOf(parts, 'delete')];
  if (old.words.length !== now.words.length || old.words.some((word, i) => word !== now.words[i])) return null;
  const changes = now.figures.flatMap(({ text, start, end }, i): FigureChange[] => {
    const was = old.figures[i]?.text ?? '';
    if (was === text) return [];
    // The bars of a row stand between its cells, and are no words of it.
    const near = (from: number, to: number) => now.tokens.slice(Math.max(0, from), to).filter((token) => token !== '|');
    return [
      {
        old: was,
        new: text,
        before: near(start - 2 * NEAR, start)
          .slice(-NEAR)
          .toReversed(),
        after: near(end, end + 2 * NEAR).slice(0, NEAR),
      },
    ];
  });
  // Other punctuation at a figure is no other figure.
  return changes.length > 0 && changes.every((change) => bare(change.old) !== bare(change.new)) ? changes : null;
};

/** `Article 5 became Article 6`, `12 345 became 12 543`, `14 % is new`. */
export const sayFigures = ({ old, new: now, before }: FigureChange): string => {
  const [was, is] = [trimmed(old), trimmed(now)];
  if (was === '') return `${is} is new`;
  if (is === '') return `${was} is gone`;
  const name = before[0] ?? '';
  const isNumbered = /^\p{Lu}\p{L}+$/u.test(name) && /^[\d()]+[a-z]?$/.test(was) && /^[\d()]+[a-z]?$/.test(is);
  return isNumbered ? `${name} ${was} became ${name} ${is}` : `${was} became ${is}`;
};

/** Without the punctuation of its sentence; a bracket that it opened itself stays. */
const trimmed = (figure: string): string => {
  const words = figure.replace(/^[“"']+|[.,;:”"']+$/g, '');
  const opens = words.includes('(');
  const closes = words.includes(')');
  return opens === closes ? words : words.replace(/^\(|\)$/g, '');
};
