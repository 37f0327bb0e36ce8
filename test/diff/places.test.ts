// Where a reader would say that a paragraph stands.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placesOf } from '../../pipeline/diff/places.ts';
import type { Block, BlockKind } from '../../pipeline/types.ts';

const block = (text: string, kind: BlockKind = 'paragraph'): Block => ({ kind, page: null, text, marked: text });
const heading = (text: string): Block => block(text, 'heading');
const places = (...lines: readonly (string | Block)[]): readonly (string | null)[] =>
  placesOf(lines.map((line) => (typeof line === 'string' ? block(line) : line)));

describe('recitals', () => {
  it('are numbers in brackets before the first article; what follows without a number belongs to them', () =>
    expect(
      places(
        'THE COUNCIL OF THE LAKES,',
        'Whereas:',
        '(1) Boats are wet.',
        'So are oars.',
        '(1a) Sails are not.',
        'HAS ADOPTED THIS REGULATION:',
        'Article 1',
        '1. Boats shall float.',
      ),
    ).toEqual([null, null, 'recital (1)', 'recital (1)', 'recital (1a)', null, 'Article 1', 'Article 1(1)']));

  it('begin after "Whereas", not in the memorandum before', () =>
    expect(
      places('1. CONTEXT OF THE PROPOSAL', '(1) first aim', 'Whereas:', '(1) Boats are wet.', 'Article 1', '1. Boats shall float.'),
    ).toEqual([
      '1. CONTEXT OF THE PROPOSAL',
      '1. CONTEXT OF THE PROPOSAL, point (1)',
      '1. CONTEXT OF THE PROPOSAL, point (1)',
      'recital (1)',
      'Article 1',
      'Article 1(1)',
    ]));

  it('keep a list within them', () =>
    expect(places('(7) Two aims are pursued:', '(a) to float', '(2) to sail', '(8) Boats are wet.', 'Article 1')).toEqual([
      'recital (7)',
      'recital (7)',
      'recital (7)',
      'recital (8)',
      'Article 1',
    ]));

  it('whose number is struck while the words stay are still those', () =>
    expect(
      placesOf([
        block('(28) Boats are wet.'),
        { ...block('Oars are wet.', 'list-item'), marked: '~~(29)~~ Oars are wet.' },
        heading('Article 1'),
      ]),
    ).toEqual(['recital (28)', 'recital (29)', 'Article 1']));

  it('are not the points of a text without articles', () => expect(places('(1) Boats', '(2) Oars')).toEqual(['point (1)', 'point (2)']));
});

describe('articles', () => {
  it('have paragraphs, points and Roman numbers', () =>
    expect(
      places(
        heading('Article 5'),
        heading('Scope'),
        '1. This covers:',
        '(a) boats;',
        '(i) with oars;',
        '(ii) with sails;',
        '(b) rafts.',
        'It covers no more.',
        '2. Nor less.',
      ),
    ).toEqual([
      'Article 5',
      'Article 5',
      'Article 5(1)',
      'Article 5(1), point (a)',
      'Article 5(1), point (a)(i)',
      'Article 5(1), point (a)(ii)',
      'Article 5(1), point (b)',
      'Article 5(1)',
      'Article 5(2)',
    ]));

  it('keep what goes on with a point', () =>
    expect(places(heading('Article 5'), '1. This covers:', '(a) boats with', 'Oars of wood', 'and sails.').slice(1)).toEqual([
      'Article 5(1)',
      ...Array(3).fill('Article 5(1), point (a)'),
    ]));

  it('know (i) after (h) for a letter', () =>
    expect(places(heading('Article 5'), '(g) boats', '(h) oars', '(i) sails', '(j) masts').slice(1)).toEqual(
      ['g', 'h', 'i', 'j'].map((letter) => `Article 5, point (${letter})`),
    ));

  it('define terms in numbers of their own', () =>
    expect(places(heading('Article 3 Definitions'), '(1) ‘boat’ means a thing that floats;', '(2) ‘oar’:')).toEqual([
      'Article 3',
      'Article 3, point (1)',
      'Article 3, point (2)',
    ]));

  it.each([
    ['== Article 52a: Transparency', 'Article 52a'],
    ['Article 52a', 'Article 52a'],
    ['Article 52 a', 'Article 52a'],
    ['| Article 52 a', 'Article 52a'],
    ['Article 52a – Transparency', 'Article 52a'],
    ['Artikel 52', 'Article 52'],
    ['Artículo 52', 'Article 52'],
    ['Articolo 52', 'Article 52'],
    ['Article premier', 'Article 1'],
    ['Art. 52', 'Article 52'],
  ])('open with %j', (line, place) => expect(places(line)).toEqual([place]));

  it.each([
    'Article 15 of Directive 2099/55/EU is amended as follows:',
    'Article 5(2) shall apply from 2099.',
    'Article 5 of Directive 2099/55/EU',
    'Articles 14 and 15 are deleted;',
    'Article 22, paragraph 3, applies.',
    'Article 4 Member States shall see to it that boats float, and that oars do not sink when they are put into water.',
  ])('do not open with %j', (line) => expect(places('Article 1', line)).toEqual(['Article 1', 'Article 1']));

  it('end where the act is signed', () =>
    expect(places('Article 9', 'Done at Lakeside,', 'For the Council')).toEqual(['Article 9', null, null]));
});

describe('an act that amends others', () => {
  const act = (...lines: readonly (string | Block)[]) =>
    places(heading('Article 3 Amendments to Regulation (EU) 2099/90001'), ...lines).slice(1);

  it('is cited by its own points, whatever the quoted text numbers', () =>
    expect(
      act(
        '4. In Article 12, paragraph 5 is replaced by the following:',
        '‘5. Boats shall float.',
        '6. Oars shall not.',
        '(a) in summer;',
        '5. Article 13 is amended as follows:',
        '(a) paragraph 1 is replaced by the following:',
        '‘1. Rafts.',
        '(b) paragraph 2 is deleted;',
      ),
    ).toEqual([
      ...Array(4).fill('Article 3, point 4'),
      'Article 3, point 5',
      'Article 3, point 5(a)',
      'Article 3, point 5(a)',
      'Article 3, point 5(b)',
    ]));

  it('does not take quoted articles for its own', () =>
    expect(
      act(
        '15. After Article 88, the following articles are added:',
        heading('‘Article 88a'),
        '(1) Boats.',
        heading('Article 88b'),
        '1. Oars.',
        heading('Article 10 Final provisions'),
        '1. This Regulation floats.',
      ),
    ).toEqual([...Array(5).fill('Article 3, point 15'), 'Article 10', 'Article 10(1)']));

  it('says so in its first sentence where it has no title', () =>
    expect(
      places(
        heading('Article 2'),
        'Directive 2099/55/EU is amended as follows:',
        '1. In Article 6, the following is added:',
        '‘3. Boats.',
        heading('Article 3'),
      ),
    ).toEqual(['Article 2', 'Article 2', 'Article 2, point 1', 'Article 2, point 1', 'Article 3']));
});

describe('other texts', () => {
  it('stand in their annex, its sections and points', () =>
    expect(places('Article 1', '1. Boats.', 'ANNEX II', 'SECTION 1: Oars', '2. Length:', '(a) short', heading('Annex III: Sails'))).toEqual(
      [
        'Article 1',
        'Article 1(1)',
        'Annex II',
        'Annex II, Section 1',
        'Annex II, Section 1, point 2',
        'Annex II, Section 1, point 2(a)',
        'Annex III',
      ],
    ));

  it('have their headings for places, cut where long', () => {
    const [, , under, , long] = places('Before all.', heading('2.1 State of play'), 'Boats float.', heading('B'.repeat(200)), 'Oars.');
    expect(under).toBe('2.1 State of play');
    expect(long).toHaveLength(80);
  });

  it('number their footnotes; the text goes on behind', () =>
    expect(places('Article 1', block('¹² See the boats.', 'footnote'), 'It goes on.')).toEqual(['Article 1', 'footnote 12', 'Article 1']));

  it('that amend a draft say where', () =>
    expect(
      places(
        'Amendment 901: Recital 3 a (new)',
        '(3a) Boats.',
        'Amendment 902: Article 29 – paragraph 1 – point d a (new)',
        '(da) oars;',
        '1. sails',
        'Amendment 903: Article 29 b (new)',
        'Article 29 b',
        '2. Rafts.',
      ),
    ).toEqual([
      ...Array(2).fill('recital (3a)'),
      ...Array(3).fill('Article 29(1), point (da)'),
      ...Array(2).fill('Article 29b'),
      'Article 29b(2)',
    ]));
});

it('has a place or none for every block, whatever the text, and the same at every look', () =>
  fc.assert(
    fc.property(
      fc.array(
        fc.record({
          kind: fc.constantFrom<BlockKind>('cover', 'heading', 'paragraph', 'list-item', 'table-row', 'footnote'),
          text: fc.oneof(
            fc.string(),
            fc.constantFrom('Article 5', '(1) x', '(a)', '(i)', 'ANNEX', 'Whereas:', '‘Article 9', '1. y', '¹ z', 'CHAPTER I'),
          ),
        }),
      ),
      (lines) => {
        const blocks = lines.map(({ kind, text }) => block(text, kind));
        const found = placesOf(blocks);
        expect(found).toHaveLength(blocks.length);
        expect(found.every((place) => place === null || (place.length > 0 && place.length < 500))).toBe(true);
        expect(placesOf(blocks)).toEqual(found);
      },
    ),
  ));
