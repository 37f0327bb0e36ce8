// Figures, marks and numbers that differ by little, and are told; typography that looks like a change, and is none.

import { describe, expect, it } from 'vitest';
import { diffTexts } from '../../pipeline/diff/index.ts';
import type { BlockKind } from '../../pipeline/types.ts';
import { block, items } from './support.ts';

const isEqual = (before: string, after: string, kind: BlockKind = 'paragraph'): boolean =>
  diffTexts({ blocks: [block(before, kind)] }, { blocks: [block(after, kind)] }).equal;

describe('a change', () => {
  it.each([
    ['two cells that became one', 'Lamps | 2 | 100 | 5', 'Lamps | 2100 | 5'],
    ['yes that became no', 'Ferries | ● | ○ | ●', 'Ferries | ● | ● | ○'],
    ['a sign in a cell that went', 'Ferries | * | 5', 'Ferries | 5'],
  ])('in a table: %s', (_, before, after) => expect(isEqual(before, after, 'table-row')).toBe(false));

  it.each([
    ['a number after a year', 'In 2099 100 boats came.', 'In 2099100 boats came.'],
    ['a negative power', 'A share of 10⁻³ of it.', 'A share of 10⁻⁶ of it.'],
    ['a power', 'Some 10³ boats came.', 'Some 10⁶ boats came.'],
    ['a sign of multiplication', 'Lamps of 5 * 6 feet.', 'Lamps of 5 6 feet.'],
  ])('in a sentence: %s', (_, before, after) => expect(isEqual(before, after)).toBe(false));
});

describe('no change', () => {
  it.each([
    ['marks of footnotes after years and articles', 'In 2099³ and Article 12³ it was.', 'In 2099⁴ and Article 12⁵ it was.'],
    ['marks of the direction of writing', 'The \u2066keepers\u2069 of\u200e it.', 'The keepers of it.'],
    ['thousands', 'All 91 234 567 lamps.', 'All 91234567 lamps.'],
    ['bullets', '• The keepers of it.', 'The keepers of it.'],
  ])('are %s', (_, before, after) => expect(isEqual(before, after)).toBe(true));
});

describe('numbers of points', () => {
  const [first, ...more] = ['Keepers light the lamps at night.', 'Boats carry lanterns.', 'Ports keep registers.'];

  it('are told beside words that were cut in another way', () => {
    const before = items(`(1) In cooperation ${first}`, ...more.map((words, at) => `(${at + 2}) ${words}`));
    const after = items(`(1) In co- operation ${first}`, ...more.map((words, at) => `(${at + 3}) ${words}`));
    expect(diffTexts(before, after).hunks.map(({ why }) => why)).toEqual(['renumbered: (2) to (3) became (3) to (4)']);
  });

  it('are told of the point that has them, where a mark came before it and one went after it', () => {
    const before = items('On lamps.', `(2) ${first}`, '* the end');
    const after = items('On lamps. *', `(3) ${first}`, 'the end');
    expect(diffTexts(before, after).hunks.map(({ why }) => why)).toContain('renumbered: (2) became (3)');
  });
});

describe('two changes', () => {
  it('have all words between them, words cut in another way as well', () => {
    const { hunks } = diffTexts(
      { blocks: [block('The old lamp cooperation there past midnight.')] },
      { blocks: [block('The new lamp co- operation there before midnight.')] },
    );
    expect(hunks).toMatchObject([{ old: 'old lamp cooperation there past', new: 'new lamp co- operation there before' }]);
  });
});

describe('an empty paragraph', () => {
  it('that stands elsewhere does not part words that stayed', () => {
    const keepers = 'the keepers of it report here';
    const { hunks } = diffTexts(
      { blocks: [block(''), block(keepers), block('and boats wait.')] },
      { blocks: [block(`Today ${keepers}`), block(''), block('and now boats wait.')] },
    );
    expect(hunks.map(({ old, new: now }) => [old, now])).toEqual([
      ['', 'Today'],
      ['', 'now'],
    ]);
  });
});
