// Hunks and diffs of our own making, as the comparison would give them, for the tests of formats.

import fc from 'fast-check';
import type { Block, DiffPart, Hunk, TextDiff } from '../../pipeline/types.ts';

/** Words as they come from outside: signs that act on a terminal, a page or Markdown, and such that are wider or narrower than one column. */
export const NASTY: readonly string[] = [
  '\u001b[31mred\u001b]0;title\u0007',
  'a\u009b31mb',
  '\u202eright\u2066to\u2069left',
  '<script>alert(1)</script>',
  '</ins></p><del>',
  "\"onclick='x'&amp;",
  '{+not ours+}',
  '[-not ours-]',
  '漢字かな',
  'e\u0301e\u0323\u0301',
  '👨‍👩‍👧‍👦',
  '“quoted”',
  '**,**',
  '~~,~~',
  '(a)',
  '–',
  '\\',
  '\u00a0\u2003',
  '\u200b\u00ad',
  'half \ud83d',
  '~',
  '*',
  '_a_',
  '`x`',
  '</details>',
  '@someone #12',
  'www.example.example',
  '&',
];

const nastyWords = fc
  .array(fc.oneof(fc.constantFrom(...NASTY), fc.string({ unit: 'grapheme', maxLength: 12 }), fc.constantFrom('shall', 'report', 'boats')), {
    minLength: 1,
    maxLength: 12,
  })
  .map((words) => words.join(' '));

/** Over one paragraph or several. */
const nastyPassages = fc.array(nastyWords, { minLength: 1, maxLength: 3 }).map((lines) => lines.join('\n'));

const side = (parts: readonly DiffPart[], leaveOut: DiffPart['kind']): string =>
  parts
    .filter(({ kind }) => kind !== leaveOut)
    .map(({ text }) => text)
    .join(' ');

/** `the old [-shall-] {+should+} words` as parts, in short: a leading `-` or `+` tells deleted and inserted words. */
export const partsOf = (...words: readonly string[]): DiffPart[] =>
  words.map((text) => ({
    kind: text.startsWith('-') ? 'delete' : text.startsWith('+') ? 'insert' : 'same',
    text: text.replace(/^[-+]/, ''),
  }));

export const hunk = (parts: readonly DiffPart[], over: Partial<Hunk> = {}): Hunk => ({
  kind: 'replace',
  weight: 1,
  aspects: ['wording'],
  why: 'wording',
  place: null,
  old: side(parts, 'insert'),
  new: side(parts, 'delete'),
  oldPage: null,
  newPage: null,
  parts,
  ...over,
});

const countOf = (hunks: readonly Hunk[], kind: DiffPart['kind']): number =>
  hunks
    .flatMap(({ parts }) => parts)
    .filter((part) => part.kind === kind)
    .reduce((sum, { text }) => sum + text.split(' ').length, 0);

export const diffOf = (...hunks: readonly Hunk[]): TextDiff => ({
  equal: hunks.length === 0,
  hunks,
  summary: {
    insertedWords: countOf(hunks, 'insert'),
    deletedWords: countOf(hunks, 'delete'),
    movedParagraphs: hunks.filter(({ kind }) => kind === 'move').length,
  },
});

export const blocks = (...paragraphs: readonly string[]): Block[] =>
  paragraphs.map((text) => ({ kind: 'paragraph', page: 3, text, marked: text }));

export const sides = { oldName: 'old.pdf', newName: 'new.pdf', oldBlocks: blocks('a'), newBlocks: blocks('b') };

/** Any hunks: delete before insert, with or without words around. */
export const nastyDiff = fc
  .array(
    fc.record({
      parts: fc
        .tuple(fc.option(nastyWords), fc.option(nastyPassages), fc.option(nastyPassages), fc.option(nastyWords))
        .map(([before, gone, come, after]) =>
          [
            { kind: 'same' as const, text: before },
            { kind: 'delete' as const, text: gone },
            { kind: 'insert' as const, text: come },
            { kind: 'same' as const, text: after },
          ].flatMap(({ kind, text }) => (text === null ? [] : [{ kind, text }])),
        ),
      place: fc.option(nastyWords),
      why: nastyWords,
      weight: fc.constantFrom<0 | 1 | 2 | 3>(0, 1, 2, 3),
      newPage: fc.option(fc.integer({ min: 1, max: 99 })),
    }),
    { maxLength: 8 },
  )
  .map((rows) => diffOf(...rows.map(({ parts, ...over }) => hunk(parts, over))));
