import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { align } from '../../pipeline/diff/align.ts';
import { diffTexts } from '../../pipeline/diff/index.ts';
import { compareWords } from '../../pipeline/diff/words.ts';
import type { Block } from '../../pipeline/types.ts';

const text = (...paragraphs: string[]) => ({
  blocks: paragraphs.map((p, i): Block => ({ kind: 'paragraph', page: i + 1, text: p, marked: p })),
});
const words = (sentence: string) => sentence.split(' ').map((word, paragraph) => ({ word, paragraph, page: 1 }));

describe('what changed', () => {
  it('shows the words that changed, with their page and what makes them weigh', () => {
    const { hunks, summary } = diffTexts(
      text('Nothing here.', 'Member States shall report on their work by June 2099 at the latest.'),
      text('Nothing here.', 'Member States should report on their work by June 2099 at the latest.'),
    );
    expect(hunks).toHaveLength(1);
    expect(hunks[0]).toMatchObject({
      kind: 'replace',
      old: 'shall',
      new: 'should',
      oldPage: 2,
      newPage: 2,
      weight: 3,
      why: 'legal force: −shall +should',
    });
    expect(hunks[0]?.parts[0]).toEqual({ kind: 'same', text: 'Member States' });
    expect(summary).toEqual({ insertedWords: 1, deletedWords: 1, movedParagraphs: 0 });
  });

  it('takes other page breaks, paragraphs and spaces for no change', () =>
    expect(diffTexts(text('One sentence that goes on  and on.', 'Two.'), text('One sentence that goes', 'on and on. Two.')).equal).toBe(
      true,
    ));

  it('tells a moved paragraph as moved, and not as lost and new', () => {
    const [a, b, c] = [
      'The first paragraph has several words.',
      'The second one says other things entirely.',
      'The third closes the short list of them.',
    ];
    const { hunks, summary } = diffTexts(text(a ?? '', b ?? '', c ?? ''), text(c ?? '', a ?? '', b ?? ''));
    expect(hunks.map((h) => h.kind)).toEqual(['move']);
    expect(summary).toEqual({ insertedWords: 0, deletedWords: 0, movedParagraphs: 1 });
  });

  it('weighs figures above wording and wording above capitals', () => {
    const weight = (old: string, now: string) =>
      diffTexts(text(`In all there are ${old} of them`), text(`In all there are ${now} of them`)).hunks[0]?.weight;
    expect(weight('12 345', '12 543')).toBe(2);
    expect(weight('many', 'several')).toBe(1);
    expect(weight('many', 'Many,')).toBe(0);
  });

  it('keeps two changes apart that stand far from each other', () => {
    const middle = 'and here is a long stretch of words that did not change at all between them';
    expect(diffTexts(text(`old ${middle} past`), text(`new ${middle} present`)).hunks).toHaveLength(2);
  });

  it('still answers, and in time, for long texts that have next to nothing in common', () => {
    const long = (seed: number) => Array.from({ length: 15_000 }, (_, i) => `w${(i * seed) % 7919}`).join(' ');
    const started = performance.now();
    const { hunks, equal } = diffTexts(text(long(31)), text(long(37)));
    expect(equal).toBe(false);
    expect(hunks.length).toBeGreaterThan(0);
    expect(performance.now() - started).toBeLessThan(20_000);
  });
});

describe('laws of the diff', () => {
  const sentence = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'shall', '12'), { maxLength: 40 }).map((w) => w.join(' '));
  const apply = (runs: readonly { kind: string; words: readonly { word: string }[] }[], leaveOut: string) =>
    runs
      .filter((r) => r.kind !== leaveOut)
      .flatMap((r) => r.words.map((w) => w.word))
      .join(' ');

  it('runs without what came are the old words, runs without what went are the new', () =>
    fc.assert(
      fc.property(sentence, sentence, (a, b) => {
        const runs = compareWords(a === '' ? [] : words(a), b === '' ? [] : words(b));
        expect(apply(runs, 'insert')).toBe(a);
        expect(apply(runs, 'delete')).toBe(b);
      }),
    ));

  it('what stands outside the gaps is equal on both sides', () => {
    const list = fc.array(fc.constantFrom('p', 'q', 'r', 's', 't', 'u'), { maxLength: 30 });
    fc.assert(
      fc.property(list, list, (a, b) => {
        const gaps = align(a, b);
        let [i, j] = [0, 0];
        for (const gap of gaps) {
          expect(a.slice(i, gap.a0)).toEqual(b.slice(j, gap.b0));
          [i, j] = [gap.a1, gap.b1];
        }
        expect(a.slice(i)).toEqual(b.slice(j));
      }),
    );
  });

  it('a text does not differ from itself', () => {
    fc.assert(
      fc.property(fc.array(sentence, { maxLength: 10 }), (paragraphs) => {
        expect(diffTexts(text(...paragraphs), text(...paragraphs)).equal).toBe(true);
      }),
    );
  });
});
