// Texts compared by recital, article and annex, whatever their numbers have become.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diffTexts } from '../../pipeline/diff/index.ts';
import { compareUnits, correspondence, pairUnits, type UnitPair, unitsOf } from '../../pipeline/diff/units/index.ts';
import type { Block, BlockKind } from '../../pipeline/types.ts';

const block = (text: string, kind: BlockKind = 'paragraph'): Block => ({ kind, page: null, text, marked: text });
const blocksOf = (lines: readonly (string | Block)[]): Block[] => lines.map((line) => (typeof line === 'string' ? block(line) : line));
const heading = (text: string): Block => block(text, 'heading');

const BOATS =
  'Each ferry that carries more than twelve passengers across the lake shall have a captain, two oars and a lamp that burns by night.';
const NETS = 'Fishing with nets is forbidden between the first frost and the melting of the ice, save where the harbour master gave leave.';
const BELLS =
  'The bell of the lighthouse shall be rung every quarter of an hour in fog, and the keeper shall write down when it began and ended.';
const TOLLS =
  'For every crate that is landed at the northern quay the owner shall pay a toll of ninety shells, half of it before the crane is used.';
const DOGS =
  'Dogs may be brought aboard if they are held by a leash, do not bark at gulls and are not counted as passengers under this title.';

const law = (
  articles: readonly (readonly [number: string, title: string, text: string])[],
  recitals: readonly (readonly [string, string])[] = [],
) =>
  blocksOf([
    'REGULATION OF THE COUNCIL OF THE LAKES',
    'Whereas:',
    ...recitals.map(([number, text]) => `(${number}) ${text}`),
    'HAS ADOPTED THIS REGULATION:',
    ...articles.flatMap(([number, title, text]) => [heading(`Article ${number}`), heading(title), `1. ${text}`]),
  ]);

const pairs = (old: readonly Block[], now: readonly Block[]): readonly UnitPair[] => pairUnits(unitsOf(old), unitsOf(now));
/** `Article 1 → Article 2`, without front matter; `-` for none. */
const told = (found: readonly UnitPair[]): string[] =>
  found
    .map(({ old, now }) => [old, now].map((units) => units.map(({ label }) => label).join(' + ') || '-').join(' → '))
    .filter((line) => !line.startsWith('front'));

describe('units of a text', () => {
  it('are its front matter, recitals, articles and annexes; chapters go with what is below them', () =>
    expect(
      unitsOf(
        blocksOf([
          'REGULATION OF THE LAKES',
          'Whereas:',
          '(1) Boats are wet.',
          'So are oars.',
          '(2) See Article 4 and Article 5(2) of Regulation (EU) 2099/90001.',
          'HAS ADOPTED THIS REGULATION:',
          'TITLE I: GENERAL',
          heading('Article 1'),
          heading('Scope'),
          '1. Boats float.',
          heading('Article 1a Oars'),
          '[deleted]',
          'ANNEX II',
          'LIST OF LAKES',
          '1. The long one.',
        ]),
      ).map(({ label, title, from, to, deleted, citations }) => ({ label, title, from, to, deleted, citations })),
    ).toEqual([
      { label: 'front matter', title: '', from: 0, to: 2, deleted: false, citations: [] },
      { label: 'recital (1)', title: '', from: 2, to: 4, deleted: false, citations: [] },
      { label: 'recital (2)', title: '', from: 4, to: 5, deleted: false, citations: ['Article 4'] },
      { label: 'Article 1', title: 'Scope', from: 5, to: 10, deleted: false, citations: [] },
      { label: 'Article 1a', title: 'Oars', from: 10, to: 12, deleted: true, citations: [] },
      { label: 'Annex II', title: 'LIST OF LAKES', from: 12, to: 15, deleted: false, citations: [] },
    ]));

  it('have the footnotes whose numbers they raise, whatever page those stand on', () => {
    const units = unitsOf(
      blocksOf([
        '(1) Boats ¹ float.',
        '(2) Oars ² float.',
        block('¹ See boats.', 'footnote'),
        block('² See oars.', 'footnote'),
        'Article 1',
        '1. All float.',
      ]),
    );
    expect(units.map(({ label, blocks }) => [label, blocks])).toEqual([
      ['recital (1)', [0, 2]],
      ['recital (2)', [1, 3]],
      ['Article 1', [4, 5]],
    ]);
  });

  it('are the sections of a text without articles', () =>
    expect(unitsOf(blocksOf(['Before.', heading('Boats'), 'They float.', heading('Oars'), 'They too.'])).map(({ label }) => label)).toEqual(
      ['front matter', 'Boats', 'Oars'],
    ));
});

describe('pairs of units', () => {
  const OLD = law([
    ['1', 'Boats', BOATS],
    ['2', 'Nets', NETS],
    ['3', 'Bells', BELLS],
  ]);
  const toldAgainst = (articles: Parameters<typeof law>[0]): string[] => told(pairs(OLD, law(articles)));

  it('are not shifted by an article that was inserted', () =>
    expect(
      toldAgainst([
        ['1', 'Boats', BOATS],
        ['1a', 'Tolls', TOLLS],
        ['2', 'Nets', NETS],
        ['3', 'Bells', BELLS],
      ]),
    ).toEqual(['Article 1 → Article 1', '- → Article 1a', 'Article 2 → Article 2', 'Article 3 → Article 3']));

  it('follow what articles say where all were renumbered', () =>
    expect(
      toldAgainst([
        ['1', 'Tolls', TOLLS],
        ['2', 'Boats', BOATS],
        ['3', 'Nets', NETS],
        ['4', 'Bells', BELLS],
      ]),
    ).toEqual(['- → Article 1', 'Article 1 → Article 2', 'Article 2 → Article 3', 'Article 3 → Article 4']));

  it('follow an article that moved, and keep one rewritten under its number', () =>
    expect(
      toldAgainst([
        ['1', 'Boats', BOATS],
        ['2', 'Nets', DOGS],
        ['3', 'Tolls', TOLLS],
        ['7', 'Bells', BELLS],
      ]),
    ).toEqual(['Article 1 → Article 1', 'Article 2 → Article 2', '- → Article 3', 'Article 3 → Article 7']));

  it('have nothing on the other side of what is gone', () =>
    expect(
      toldAgainst([
        ['1', 'Boats', BOATS],
        ['3', 'Bells', BELLS],
      ]),
    ).toEqual(['Article 1 → Article 1', 'Article 2 → -', 'Article 3 → Article 3']));

  it('know "deleted" under a number for the end of an article, not for its new words', () => {
    const now = law([
      ['1', 'Boats', BOATS],
      ['2', '[deleted]', 'deleted'],
      ['3', 'Bells', BELLS],
    ]);
    expect(compareUnits({ blocks: OLD }, { blocks: now }, diffTexts).find(({ old }) => old?.number === '2')?.state).toBe('deleted');
  });

  it('hold both halves of a recital that was split, and the two that were merged', () => {
    const whole = law(
      [['1', 'Boats', BOATS]],
      [
        ['12', `${NETS} ${BELLS}`],
        ['13', TOLLS],
      ],
    );
    const halves = law(
      [['1', 'Boats', BOATS]],
      [
        ['12', NETS],
        ['12a', BELLS],
        ['13', TOLLS],
      ],
    );
    expect(told(pairs(whole, halves))).toContain('recital (12) → recital (12) + recital (12a)');
    expect(told(pairs(halves, whole))).toContain('recital (12) + recital (12a) → recital (12)');
  });

  it('do not take a recital written anew for the one whose number it has', () =>
    expect(told(pairs(law([['1', 'Boats', BOATS]], [['5a', NETS]]), law([['1', 'Boats', BOATS]], [['5a', TOLLS]])))).toEqual(
      ['recital (5a) → -', '- → recital (5a)', 'Article 1 → Article 1'].sort((a, b) => Number(b.endsWith('-')) - Number(a.endsWith('-'))),
    ));
});

describe('a comparison by units', () => {
  const old = law([
    ['1', 'Boats', BOATS],
    ['2', 'Nets', NETS],
    ['3', 'Bells', BELLS],
    ['4', 'Dogs', DOGS],
  ]);
  const now = law([
    ['1', 'Boats', BOATS],
    ['1a', 'Tolls', TOLLS],
    ['2', 'Nets', `${NETS} Nobody else may fish.`],
    ['4', 'Bells', BELLS],
  ]);
  const changes = compareUnits({ blocks: old }, { blocks: now }, diffTexts);

  it('is a line for each pair', () =>
    expect(correspondence(changes)).toEqual([
      'front matter the same',
      'Article 1 the same',
      'Article 1a new, 31 words in',
      'Article 2 changed, 4 words in',
      'Article 3 → Article 4 renumbered, the same',
      'Article 4 deleted, 30 words out',
    ]));

  it('says of every hunk in which article it stands', () =>
    expect(changes.flatMap(({ diff }) => diff?.hunks.map(({ place }) => place) ?? [])).toEqual([
      'Article 1a',
      'Article 2(1)',
      'Article 4',
    ]));

  it('names all units of a split', () => {
    const split = compareUnits(
      { blocks: law([['1', 'B', BOATS]], [['12', `${NETS} ${BELLS}`]]) },
      {
        blocks: law(
          [['1', 'B', BOATS]],
          [
            ['12', NETS],
            ['12a', BELLS],
          ],
        ),
      },
      diffTexts,
    );
    expect(correspondence(split).find((line) => line.startsWith('recital'))).toMatch(
      /^recital \(12\) → recitals \(12\) and \(12a\) split, 1 word in$/,
    );
  });

  it('prints no control characters of a heading', () => {
    const hostile = blocksOf([heading('Boats\u001b[2J\nand oars'), 'They float.']);
    expect(correspondence(compareUnits({ blocks: hostile }, { blocks: hostile }, diffTexts))).toEqual(['Boats [2J and oars the same']);
  });
});

describe('laws', () => {
  const words = [BOATS, NETS, BELLS, TOLLS, DOGS].join(' ').split(' ');
  const line = fc.oneof(
    fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 25 }).map((some) => some.join(' ')),
    fc.constantFrom(
      'Article 1',
      'Article 2',
      'Article 2a',
      'Article 7',
      'ANNEX I',
      'ANNEX II',
      'Whereas:',
      'CHAPTER II',
      'deleted',
      'HAS ADOPTED THIS REGULATION:',
      'Done at Lakeside,',
    ),
    fc
      .tuple(fc.constantFrom('(1)', '(2)', '(2a)', '1.', '2.', '(a)'), fc.constantFrom(BOATS, NETS, BELLS, TOLLS, DOGS))
      .map((parts) => parts.join(' ')),
    fc.constant('¹ See boats.'),
  );
  const text = fc.array(
    line.map((words_): Block => block(words_, words_.startsWith('¹') ? 'footnote' : 'paragraph')),
    { maxLength: 40 },
  );

  it('every block is in exactly one unit', () =>
    fc.assert(
      fc.property(text, (blocks) => {
        const units = unitsOf(blocks);
        expect(units.flatMap((unit) => unit.blocks).sort((a, b) => a - b)).toEqual(blocks.map((_, at) => at));
        expect(units.map(({ from }) => from)).toEqual(units.map((_, i) => (i === 0 ? 0 : units[i - 1]?.to)));
      }),
    ));

  it('every unit of both texts is in exactly one pair', () =>
    fc.assert(
      fc.property(text, text, (a, b) => {
        const [old, now] = [unitsOf(a), unitsOf(b)];
        const found = pairUnits(old, now);
        const from = (units: readonly { readonly from: number }[]) => units.map((unit) => unit.from).sort((x, y) => x - y);
        expect(from(found.flatMap((pair) => pair.old))).toEqual(from(old));
        expect(from(found.flatMap((pair) => pair.now))).toEqual(from(now));
        expect(found.every((pair) => pair.old.length + pair.now.length > 0)).toBe(true);
      }),
    ));

  it('the other way round the pairs are the same', () =>
    fc.assert(
      fc.property(text, text, (a, b) => {
        const [old, now] = [unitsOf(a), unitsOf(b)];
        const keys = (found: readonly UnitPair[], turned: boolean) =>
          found
            .map((pair) =>
              [turned ? pair.now : pair.old, turned ? pair.old : pair.now]
                .map((units) => units.map(({ from }) => from).join('+'))
                .join('→'),
            )
            .sort();
        expect(keys(pairUnits(now, old), true)).toEqual(keys(pairUnits(old, now), false));
      }),
      { numRuns: 300 },
    ));

  it('a text is the same as itself', () =>
    fc.assert(
      fc.property(text, (blocks) => {
        expect(compareUnits({ blocks }, { blocks }, diffTexts).filter(({ state, diff }) => state !== 'same' || diff !== null)).toEqual([]);
      }),
    ));
});
