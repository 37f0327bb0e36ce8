// What holds for every comparison, whatever the texts.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { align } from '../../pipeline/diff/compare/align.ts';
import { compareTexts } from '../../pipeline/diff/compare/compare.ts';
import { diffTexts } from '../../pipeline/diff/index.ts';
import type { Block, Hunk } from '../../pipeline/types.ts';
import { block, covered, numbers, wordsIn } from './support.ts';

const word = fc.constantFrom(
  'the',
  'of',
  'shall',
  'may',
  'not',
  'boats',
  'ferry',
  'keepers',
  '12',
  '(3)',
  '(4)',
  'co-operation',
  'cooperation',
  '¹',
  '|',
  '“lamps”',
);
const sentence = fc.array(word, { maxLength: 14 }).map((words) => words.join(' '));
const kind = fc.constantFrom('paragraph' as const, 'list-item' as const, 'heading' as const, 'footnote' as const, 'table-row' as const);
const blocks = fc.array(
  fc.tuple(sentence, kind).map(([words, of]) => block(words, of)),
  { maxLength: 14 },
);
/** The same text after some editing: paragraphs dropped, put elsewhere, words exchanged. */
const edited = fc.tuple(blocks, fc.array(fc.tuple(fc.nat(13), fc.nat(13), sentence), { maxLength: 6 })).map(([before, edits]) => {
  const after = [...before];
  for (const [from, to, words] of edits) {
    const [taken] = after.splice(from, 1);
    if (taken !== undefined && from % 3 !== 0)
      after.splice(to, 0, from % 3 === 1 ? taken : block(`${taken.text} ${words}`.trim(), taken.kind));
  }
  return { before, after };
});
const pairs = fc.oneof(fc.record({ before: blocks, after: blocks }), edited);

const check = (law: (before: Block[], after: Block[]) => void): void =>
  fc.assert(
    fc.property(pairs, ({ before, after }) => law(before, after)),
    { numRuns: 400 },
  );

/** As the same change, told backwards. */
const turned = (hunk: Hunk) => ({
  kind: hunk.kind === 'insert' ? 'delete' : hunk.kind === 'delete' ? 'insert' : hunk.kind,
  weight: hunk.weight,
  old: hunk.new,
  new: hunk.old,
});
const sorted = (hunks: readonly object[]): string[] => hunks.map((hunk) => JSON.stringify(hunk)).sort();

describe('every comparison', () => {
  it('has every word of both texts exactly once, in order', () =>
    check((before, after) => {
      const script = compareTexts({ blocks: before }, { blocks: after });
      const words = wordsIn(script);
      expect(covered(script.runs)).toEqual({ old: numbers(words.old.length), now: numbers(words.now.length) });
    }));

  it('has every word of a paragraph that moved exactly once in what became of it', () =>
    check((before, after) => {
      const { moves, runs } = compareTexts({ blocks: before }, { blocks: after });
      for (const [at, { a0, a1, b0, b1, runs: inner }] of moves.entries()) {
        expect(covered(inner)).toEqual({ old: numbers(a1, a0), now: numbers(b1, b0) });
        const own = covered(runs.filter(({ move }) => move === at));
        expect(own).toEqual({ old: numbers(a1, a0), now: numbers(b1, b0) });
      }
    }));

  it('finds nothing between a text and itself', () =>
    fc.assert(
      fc.property(blocks, (one) => {
        expect(diffTexts({ blocks: one }, { blocks: one })).toMatchObject({ equal: true, hunks: [] });
      }),
    ));

  it('says the same backwards', () =>
    check((before, after) => {
      const forth = diffTexts({ blocks: before }, { blocks: after });
      const back = diffTexts({ blocks: after }, { blocks: before });
      expect(back.summary).toEqual({
        insertedWords: forth.summary.deletedWords,
        deletedWords: forth.summary.insertedWords,
        movedParagraphs: forth.summary.movedParagraphs,
      });
      expect(sorted(back.hunks.map(turned))).toEqual(
        sorted(forth.hunks.map(({ kind, weight, old, new: now }) => ({ kind, weight, old, new: now }))),
      );
    }));

  it('counts what its runs say', () =>
    check((before, after) => {
      const { hunks, summary } = diffTexts({ blocks: before }, { blocks: after });
      if (summary.insertedWords + summary.deletedWords + summary.movedParagraphs > 0) expect(hunks.length).toBeGreaterThan(0);
    }));
});

describe('aligning', () => {
  const list = fc.array(fc.constantFrom('p', 'q', 'r', 's', 't', 'u'), { maxLength: 30 });

  it('leaves nothing unequal outside of the gaps', () =>
    fc.assert(
      fc.property(list, list, (a, b) => {
        let [i, j] = [0, 0];
        for (const gap of align(a, b)) {
          expect(a.slice(i, gap.a0)).toEqual(b.slice(j, gap.b0));
          [i, j] = [gap.a1, gap.b1];
        }
        expect(a.slice(i)).toEqual(b.slice(j));
      }),
    ));
});

describe('moving', () => {
  it('is told of a paragraph that only stands elsewhere, wherever it went', () =>
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 12 }), fc.nat(11), fc.nat(11), (count, from, to) => {
        const before = Array.from({ length: count }, (_, at) =>
          block(`The paragraph of keeper ${'abcdefghijkl'[at]}x speaks of lamp ${'abcdefghijkl'[at]}y.`),
        );
        const after = [...before];
        const [taken] = after.splice(from % count, 1);
        after.splice(to % count, 0, taken ?? block(''));
        const { hunks, summary } = diffTexts({ blocks: before }, { blocks: after });
        expect(summary).toMatchObject({ insertedWords: 0, deletedWords: 0, movedParagraphs: from % count === to % count ? 0 : 1 });
        expect(hunks.map((hunk) => hunk.kind)).toEqual(from % count === to % count ? [] : ['move']);
      }),
    ));
});
