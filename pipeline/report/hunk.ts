// One hunk as an item of a Markdown list, on one line, so that a list can be cut between items and its marks stay balanced.
// CommonMark takes `**` and `~~` for marks where they hug words and have space outside: each part is trimmed, and parts are set apart by spaces.

import { escapeMarkdown } from '../markdown.ts';
import { count, endsOf, factsOf, linesOf, paragraphsOf, splitWords } from '../telling.ts';
import type { DiffPart, Hunk } from '../types.ts';

/** A longer passage is shown by its beginning and its end: the stored texts have it whole. */
const PASSAGE = { longest: 400, first: 250, last: 100 };
/** Characters of a line: what has no spaces has no end either. */
const LONGEST_LINE = 5_000;
/** What is the same is shown as far as it takes to read the change. */
const CONTEXT = 12;
const BETWEEN = { longest: 30, first: CONTEXT, last: CONTEXT };

const MARKS: Readonly<Record<DiffPart['kind'], string>> = { same: '', insert: '**', delete: '~~' };

/** Other places of the same change that are named; the rest is counted. */
const NAMED = 5;

const placeOf = ({ place, newPage, oldPage }: Hunk): string => {
  const page = newPage ?? oldPage;
  return [place ?? '', page === null ? '' : `p. ${page}`].filter((words) => words !== '').join(', ');
};

/** `the same in 3 more places: recital (12), p. 4; Article 7, p. 9`. */
const alsoIn = (others: readonly Hunk[]): string => {
  if (others.length === 0) return '';
  const places = others.map(placeOf).filter((place) => place !== '');
  const named = places.length === 0 ? '' : `: ${places.slice(0, NAMED).join('; ')}${places.length > NAMED ? '; …' : ''}`;
  return escapeMarkdown(`the same in ${count(others.length, 'more place')}${named}`, 400);
};

/**
 * `- **Article 5(2)** · p. 3 → 4 · legal force: −shall +should<br>Delegations ~~shall~~ **should** report`.
 * @param others where the same words went and came as well
 */
export const hunkItem = (hunk: Hunk, others: readonly Hunk[] = []): string => {
  const place = escapeMarkdown(hunk.place ?? '', 120);
  const facts = [place === '' ? '' : `**${place}**`, ...factsOf(hunk).map((words) => escapeMarkdown(words, 200))];
  const parts = partsOf(hunk);
  const paragraphs = paragraphsOf(parts.map((part, at) => ({ kind: part.kind, lines: shown(part, at, parts) })));
  const lines = [facts.filter((words) => words !== '').join(' · '), ...paragraphs.map((pieces) => pieces.join(' ')), alsoIn(others)];
  return `- ${lines.filter((line, at) => at === 0 || line !== '').join('<br>')}`;
};

const partsOf = ({ kind, parts, old, new: now }: Hunk): readonly DiffPart[] => {
  if (parts.length > 0) return parts;
  if (kind === 'move') return [{ kind: 'same', text: now }];
  return [
    { kind: 'delete', text: old },
    { kind: 'insert', text: now },
  ];
};

/** The lines of one part; none where nothing of it can be seen. */
const shown = (part: DiffPart, at: number, parts: readonly DiffPart[]): string[] => {
  if (part.kind === 'same' && parts.length > 1) {
    if (at === 0) return present([before(part.text)]);
    if (at === parts.length - 1) return present([after(part.text)]);
  }
  const ends = endsOf(part.text, part.kind === 'same' ? BETWEEN : PASSAGE);
  if (ends === null) return present(linesOf(part.text).map((line) => marked(part.kind, line)));
  const left = part.kind === 'same' ? '…' : `… *(${count(ends.left, 'more word')})* …`;
  return [present([marked(part.kind, ends.beginning), left, marked(part.kind, ends.end)]).join(' ')];
};

const present = (lines: readonly string[]): string[] => lines.filter((line) => line !== '');

const before = (text: string): string => {
  const words = splitWords(text);
  return `${words.length > CONTEXT ? '… ' : ''}${escapeMarkdown(words.slice(-CONTEXT).join(' '))}`;
};

const after = (text: string): string => {
  const words = splitWords(text);
  return `${escapeMarkdown(words.slice(0, CONTEXT).join(' '))}${words.length > CONTEXT ? ' …' : ''}`;
};

const marked = (kind: DiffPart['kind'], text: string): string => {
  const words = escapeMarkdown(text, LONGEST_LINE);
  return words === '' ? '' : `${MARKS[kind]}${words}${MARKS[kind]}`;
};
