// What was blacked out: the words that stand where another version has a gap.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareTexts } from '../../pipeline/diff/compare/compare.ts';
import { gapsOf, type Uncovered, withGaps } from '../../pipeline/diff/gaps/gaps.ts';
import { diffOf } from '../../pipeline/diff/index.ts';
import type { Block, BlockKind } from '../../pipeline/types.ts';

const block = (text: string, page: number | null = null, kind: BlockKind = 'paragraph'): Block => ({ kind, page, text, marked: text });
const text = (...lines: readonly (string | Block)[]) => ({ blocks: lines.map((line) => (typeof line === 'string' ? block(line) : line)) });
type Lines = readonly (string | Block)[];
const lines = (of: string | Lines): Lines => (typeof of === 'string' ? [of] : of);
const compare = (old: string | Lines, now: string | Lines) => compareTexts(text(...lines(old)), text(...lines(now)));
const gaps = (old: string | Lines, now: string | Lines): readonly Uncovered[] => gapsOf(compare(old, now));
/** `uncovered filled [DELETED]: words`. */
const told = (old: string | Lines, now: string | Lines): string[] =>
  gaps(old, now).map(({ side, state, gap, words }) => `${side} ${state} ${gap}: ${words}`);

const BEFORE = 'The harbour master of Lakeside told the council that';
const AFTER = 'and that no ferry would sail before the ice had gone.';
const UNDER = 'four boats had been seized without a warrant';

describe('gaps of the old text', () => {
  it.each([
    '[DELETED]',
    '[deleted]',
    '[…]',
    '[...]',
    '[. . .]',
    '(…)',
    '[]',
    '[ ]',
    '█████',
    '██ ███ █████',
    '■■■■',
    '▇▇▇ ▇▇',
    '▓▓▓',
    'xxxxx',
    'XXXXXXXX',
    'xxxxx xxx xx',
    '[NON ACCESSIBLE]',
    '[redacted]',
    '[REDACTED]',
    '[NOT ACCESSIBLE TO THE PUBLIC]',
    '[confidential]',
    '[DELETED] [DELETED]',
    'Deleted until the end of the document (page 3 to 18)',
  ])('%s is filled', (gap) =>
    expect(told(`${BEFORE} ${gap} ${AFTER}`, `${BEFORE} ${UNDER} ${AFTER}`)).toEqual([`uncovered filled ${gap}: ${UNDER}`]),
  );

  it.each(['DELETED', 'NOT DECLASSIFIED', 'DELETED FROM THIS POINT UNTIL THE END OF THE DOCUMENT (page 2 to 24)'])(
    '%s alone in its paragraph is one',
    (gap) => expect(told([BEFORE, gap], [BEFORE, UNDER, AFTER])).toEqual([`uncovered filled ${gap}: ${UNDER}\n${AFTER}`]),
  );

  it.each(['deleted', '… and so on …', '■', '[12]', '(a)', '[sic]', 'XXX', 'DELETED Scenes', '[the council]', '-----'])(
    '%s is none',
    (words) => expect(told(`${BEFORE} ${words} ${AFTER}`, `${BEFORE} ${UNDER} ${AFTER}`)).toEqual([]),
  );

  it('keep their full stop to themselves', () =>
    expect(told([`${BEFORE} [DELETED].`, AFTER], [`${BEFORE} ${UNDER}.`, AFTER])).toEqual([`uncovered filled [DELETED].: ${UNDER}.`]));

  it('are told with their pages, their place and the words around', () =>
    expect(
      gaps(
        [block('Nothing to see.', 1), block(`${BEFORE} [DELETED] ${AFTER}`, 2)],
        [block('Nothing to see.', 4), block(`${BEFORE} ${UNDER} ${AFTER}`, 5)],
      ),
    ).toEqual([
      {
        side: 'uncovered',
        state: 'filled',
        gap: '[DELETED]',
        words: UNDER,
        oldPage: 2,
        newPage: 5,
        where: 1,
        before: 'harbour master of Lakeside told the council that',
        after: 'and that no ferry would sail before the',
      },
    ]));

  it('may hold words that stand beside them as well', () =>
    expect(told('It was [DELETED] and the weather', 'It was the judge and the clerk and the weather')).toEqual([
      'uncovered filled [DELETED]: the judge and the clerk',
    ]));

  it('may hold the word before them', () =>
    expect(told('It saw boats and [DELETED] that sank.', 'It saw boats and rafts and oars that sank.')).toEqual([
      'uncovered filled [DELETED]: rafts and oars',
    ]));

  it('are told one by one where the words between them are found', () =>
    expect(told(`${BEFORE} [DELETED] seized [DELETED] ${AFTER}`, `${BEFORE} ${UNDER} ${AFTER}`)).toEqual([
      'uncovered filled [DELETED]: four boats had been',
      'uncovered filled [DELETED]: without a warrant',
    ]));

  it('are told as one where they are not', () =>
    expect(told(`${BEFORE} [DELETED] taken [DELETED] ${AFTER}`, `${BEFORE} ${UNDER} ${AFTER}`)).toEqual([
      `uncovered filled [DELETED] taken [DELETED]: ${UNDER}`,
    ]));

  it('may be whole pages', () =>
    expect(
      told(['Part one.', BEFORE, 'Deleted until the end of the document (page 2 to 9)'], ['Part one.', BEFORE, UNDER, AFTER, 'The end.']),
    ).toEqual([`uncovered filled Deleted until the end of the document (page 2 to 9): ${UNDER}\n${AFTER}\nThe end.`]));

  it('may stay, or vanish', () => {
    expect(told(`${BEFORE} [DELETED] ${AFTER}`, `${BEFORE} [DELETED] ${AFTER}`)).toEqual(['uncovered stayed [DELETED]: [DELETED]']);
    expect(told(`${BEFORE} [DELETED] ${AFTER}`, `${BEFORE} █████ ${AFTER}`)).toEqual(['uncovered stayed [DELETED]: █████']);
    expect(told(`${BEFORE} [DELETED] ${AFTER}`, `${BEFORE} ${AFTER}`)).toEqual(['uncovered vanished [DELETED]: ']);
  });
});

describe('gaps of the new text', () => {
  it('cover words of the old one', () =>
    expect(gaps([block(`${BEFORE} ${UNDER} ${AFTER}`, 3)], [block(`${BEFORE} █████ ${AFTER}`, 7)])).toMatchObject([
      {
        side: 'covered',
        state: 'filled',
        gap: '█████',
        words: UNDER,
        oldPage: 3,
        newPage: 7,
        where: 0,
        before: 'harbour master of Lakeside told the council that',
      },
    ]));
});

describe('hunks', () => {
  const hunks = (old: string, now: string) =>
    withGaps(diffOf(compare(old, now))).hunks.map(({ aspects, weight, why }) => ({ aspects, weight, why }));

  it('that fill a gap say so', () =>
    expect(hunks(`${BEFORE} [DELETED] ${AFTER}`, `${BEFORE} ${UNDER} ${AFTER}`)).toEqual([
      { aspects: ['uncovered'], weight: 3, why: 'was blacked out' },
    ]));

  it('that make one say so', () =>
    expect(hunks(`${BEFORE} ${UNDER} ${AFTER}`, `${BEFORE} [DELETED] ${AFTER}`)).toEqual([
      { aspects: ['covered'], weight: 3, why: 'is blacked out now' },
    ]));

  it('that change something beside are left as they are', () => {
    const [filled, silent, ...more] = hunks(`${BEFORE} [DELETED] ${AFTER} It must not rain.`, `${BEFORE} ${UNDER} ${AFTER} It must rain.`);
    expect(filled?.aspects).toEqual(['uncovered']);
    expect(silent?.aspects[0]).toBe('negation');
    expect(more).toEqual([]);
  });

  it('that fill a gap and change more say both', () => {
    const [hunk] = hunks('It saw [DELETED] and shall sail soon.', 'It saw boats and rafts, but should sail soon.');
    expect(hunk?.aspects[0]).toBe('uncovered');
    expect(hunk?.aspects.length).toBeGreaterThan(1);
    expect(hunk?.why).toMatch(/^was blacked out; /);
  });
});

describe('laws', () => {
  /** A text of distinct words in paragraphs, the same with stretches of it behind gaps, and what is under them. */
  const covered = fc
    .record({
      paragraphs: fc.array(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 3, maxLength: 30 }), { minLength: 1, maxLength: 12 }),
      mark: fc.constantFrom('[DELETED]', '█████', '[…]', '[NOT ACCESSIBLE TO THE PUBLIC]'),
    })
    .map(({ paragraphs, mark }) => {
      const under: string[] = [];
      const pairs = paragraphs.map((rolls, paragraph) => {
        const whole: string[] = [];
        const gapped: string[] = [];
        for (const [place, roll] of rolls.entries()) {
          // A low number hides as many words, and words that nobody hides stand between two gaps.
          const words = Array.from({ length: roll < 3 ? roll + 1 : 1 }, (_, k) => `w${paragraph}x${place}x${k}`);
          whole.push(...words, `between${paragraph}x${place}`);
          gapped.push(...(roll < 3 ? [mark] : words), `between${paragraph}x${place}`);
          if (roll < 3) under.push(words.join(' '));
        }
        return { whole: whole.join(' '), gapped: gapped.join(' ') };
      });
      return { whole: pairs.map(({ whole }) => whole), gapped: pairs.map(({ gapped }) => gapped), under };
    });

  const found = (all: readonly Uncovered[], side: Uncovered['side']): string[] =>
    all.filter((gap) => gap.side === side && gap.state === 'filled').map(({ words }) => words);

  it('finds under every gap exactly the words that were there', () =>
    fc.assert(
      fc.property(covered, ({ whole, gapped, under }) => {
        expect(found(gaps(gapped, whole), 'uncovered')).toEqual(under);
      }),
    ));

  it('finds the same when it was covered later', () =>
    fc.assert(
      fc.property(covered, ({ whole, gapped, under }) => {
        expect(found(gaps(whole, gapped), 'covered')).toEqual(under);
      }),
    ));

  it('says of every hunk that it fills a gap', () =>
    fc.assert(
      fc.property(covered, ({ whole, gapped }) => {
        const { hunks } = withGaps(diffOf(compare(gapped, whole)));
        expect(hunks.filter(({ aspects }) => aspects[0] !== 'uncovered')).toEqual([]);
      }),
    ));

  it('finds nothing in texts without gaps', () =>
    fc.assert(
      fc.property(covered, covered, (a, b) => {
        expect(gaps(a.whole, b.whole)).toEqual([]);
      }),
    ));
});
