import { describe, expect, it } from 'vitest';
import { compareTexts } from '../../pipeline/diff/compare/compare.ts';
import { checkMarks, checkNotes, type MarksCheck } from '../../pipeline/diff/marks/check.ts';
import { readingOf } from '../../pipeline/marks.ts';
import type { Block, BlockKind } from '../../pipeline/types.ts';

const block = (marked: string, kind: BlockKind = 'paragraph', page = 1): Block => ({ kind, page, text: readingOf(marked), marked });

/** Enough of a text around the paragraph in question, with a change that is marked. */
const FRAME = [
  block('(90) The keepers of the harbour ~~may~~ **shall** light all lamps at dusk.'),
  block('(91) Every lamp has a number that is painted on its foot in white.'),
];
const BEFORE = [block('(90) The keepers of the harbour may light all lamps at dusk.'), FRAME[1] as Block];

const check = (was: readonly Block[], is: readonly Block[], convention?: string): MarksCheck => {
  const [before, after] = [
    [...BEFORE, ...was],
    [...FRAME, ...is],
  ];
  const script = compareTexts({ blocks: before }, { blocks: after });
  const facts = convention === undefined ? [] : [`changes are marked: ${convention}`];
  const found = checkMarks(script, { old: facts, now: facts });
  if (found === null) throw new Error('it has marks');
  return found;
};

const words = (was: string, is: string): string[] =>
  check([block(was)], [block(is)]).unmarked.map(({ words: { deleted, inserted } }) => `-${deleted.join(' ')} +${inserted.join(' ')}`);

const OLD = '(92) The wick of a lamp is cut every week by the keeper of that lamp.';

describe('changes without a mark', () => {
  it.each([
    ['a word for another', OLD.replace('week', 'month'), ['-week +month']],
    ['a word that went', OLD.replace(' every week', ''), ['-every week +']],
    ['a word that came', OLD.replace('is cut', 'is not cut'), ['- +not']],
    ['only the new word marked', OLD.replace('week', '**month**'), ['-week +']],
    ['only the old word marked', OLD.replace('week', '~~week~~ month'), ['- +month']],
    ['another word marked', OLD.replace('week', 'month').replace('keeper', '~~owner~~ **keeper**'), ['-week +month']],
  ])('%s', (_, is, expected) => expect(words(OLD, is)).toEqual(expected));

  it('are told with where they stand, and counted', () => {
    const found = check([block(OLD, 'list-item', 3)], [block(OLD.replace('week', 'month'), 'list-item', 4)]);
    expect(found).toMatchObject({
      changes: 2,
      marked: 1,
      unmarked: [{ old: 'week', new: 'month', oldPage: 3, newPage: 4, block: 2 }],
    });
    expect(checkNotes(found)).toEqual(['1 of 2 changes is not marked.']);
  });

  it('may be a whole paragraph', () => {
    const paragraph = 'Keepers who leave their lamp alone at night pay for the oil that it burns.';
    expect(check([block(OLD)], [block(OLD), block(paragraph)]).unmarked).toMatchObject([{ new: paragraph }]);
    expect(check([block(OLD), block(paragraph)], [block(OLD)]).unmarked).toMatchObject([{ old: paragraph }]);
  });
});

describe('no finding', () => {
  it.each([
    ['nothing changed', OLD],
    ['a marked replacement', OLD.replace('week', '~~week~~ **month**')],
    ['marked as a whole', `~~${OLD}~~ **(92) The wick of a lamp is cut every month by the keeper of that lamp.**`],
    ['more struck than needed', OLD.replace('every week', '~~every week~~ **every month**')],
    ['within a word', OLD.replace('lamp is', 'lamp**s** is')],
    ['punctuation and capitals', OLD.replace('The wick', 'the wick,').replace('week', 'week –')],
    ['the number of the point', OLD.replace('(92)', '(93)')],
    ['the mark of a footnote', OLD.replace('keeper', 'keeper ⁴')],
    ['a struck paragraph', `~~${OLD}~~`],
    ['which of two equal words is the new one', OLD.replace('by the keeper', 'by **the friend of** the keeper')],
  ])('%s', (_, is) => expect(words(OLD, is)).toEqual([]));

  it('marks that show older changes', () => {
    const found = check([block(OLD)], [block(OLD.replace('every week', '~~each week~~ **every week**'))]);
    expect(found).toMatchObject({ unmarked: [], needless: [] });
  });

  it('paragraphs that moved', () => {
    const moved = block('Oil is kept in jars of clay that stand in the cellar below the tower of the harbour.');
    expect(check([moved, block(OLD)], [block(OLD), moved]).unmarked).toEqual([]);
  });

  it('a text struck at its old place and inserted at another', () => {
    const rule = 'Oil is kept in jars of clay that stand in the cellar below the tower of the harbour.';
    const is = [block(`~~${rule}~~`), block(OLD), block(`**${rule.replace('clay', 'glass')}**`)];
    expect(check([block(rule), block(OLD)], is).unmarked).toEqual([]);
  });

  it('covers and footnotes', () =>
    expect(
      check(
        [block('90001/99', 'cover'), block('¹ See lamp 90.', 'footnote')],
        [block('90002/99', 'cover'), block('¹ See wick 90.', 'footnote')],
      ).unmarked,
    ).toEqual([]));
});

describe('what the previous version had changed', () => {
  it('and is taken back is told apart', () => {
    const found = check([block(OLD.replace('is cut', '**shall be** ~~is~~ cut'))], [block(OLD)]);
    expect(found.unmarked).toEqual([]);
    expect(found.takenBack).toMatchObject([{ words: { deleted: ['shall', 'be'], inserted: ['is'] } }]);
    expect(checkNotes(found)).toEqual([
      'None of 2 changes is unmarked.',
      '1 more takes back what the previous version had changed: marks against an older text do not show that.',
    ]);
  });
});

describe('a previous version that holds a part of the text', () => {
  it('is told as such, and is no list of unmarked changes', () => {
    const more = Array.from({ length: 20 }, (_, at) => block(`(${at + 1}) Rule ${at} on the oil that lamp number ${at} burns in winter.`));
    const found = check([block(OLD)], [...more, block(OLD.replace('week', 'month'))]);
    expect(found.unmarked).toMatchObject([{ old: 'week', new: 'month' }]);
    expect(found.onlyHere.paragraphs).toBe(20);
    expect(checkNotes(found)[1]).toMatch(/^20 paragraphs without marks \(\d+ words\) stand in this document only/);
  });
});

describe('marks against the version before', () => {
  const CONVENTION = 'Changes compared to the previous version (90001/99) are marked in bold.';
  it('that stand where nothing changed are told', () => {
    const found = check([block(OLD)], [block(OLD.replace('every week', '**every week**'))], CONVENTION);
    expect(found.needless).toMatchObject([{ words: 'every week', block: 2 }]);
    expect(checkNotes(found)).toContain('1 mark stands where nothing changed since the previous version.');
  });

  it('must show what is taken back as well', () => {
    const found = check([block(OLD.replace('is cut', '**shall be** cut'))], [block(OLD)], CONVENTION);
    expect(found.unmarked).toMatchObject([{ words: { deleted: ['shall', 'be'], inserted: ['is'] } }]);
  });
});

it('a document without marks has none to check', () => {
  const script = compareTexts({ blocks: [block('Lamps burn.')] }, { blocks: [block('Lamps smoke.')] });
  expect(checkMarks(script, { old: [], now: [] })).toBeNull();
});
