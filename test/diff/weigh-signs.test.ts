// What looks like typography and says something: signs, comparisons, powers, decimal points, days; and what looks like a figure and says nothing.

import { describe, expect, it } from 'vitest';
import { diffTexts } from '../../pipeline/diff/index.ts';
import type { BlockKind } from '../../pipeline/types.ts';
import { block } from './support.ts';

const told = (before: string, after: string, kind: BlockKind = 'paragraph') =>
  diffTexts({ blocks: [block(before, kind)] }, { blocks: [block(after, kind)] }).hunks.map(
    ({ weight, aspects }) => `${weight} ${aspects[0]}`,
  );

describe('figures that punctuation changes', () => {
  it.each([
    ['At -5 degrees the lamps go out.', 'At 5 degrees the lamps go out.'],
    ['Where fewer than < 5 boats came.', 'Where fewer than > 5 boats came.'],
    ['Some 10³ lanterns burn.', 'Some 10⁶ lanterns burn.'],
    ['A lamp costs 1.5 euro.', 'A lamp costs 15 euro.'],
  ])('%s', (before, after) => expect(told(before, after)).toEqual(['2 number']));

  it.each([
    ['3.5 million lamps came.', '4.5 million lamps came.', '2 number'],
    ['31. December 2099 is the last day.', '30. December 2099 is the last day.', '2 date'],
  ])('no number of a point: %s', (before, after, as) => expect(told(before, after, 'list-item')).toEqual([as]));
});

describe('figures that only look other', () => {
  it.each([
    ['In all 12,345 lamps.', 'In all 12 345 lamps.'],
    ['The keepers (5) report.', 'The keepers 5 report.'],
  ])('%s', (before, after) => expect(told(before, after)).toEqual(['0 editorial']));

  it.each([
    ['From 2098–2099 on.', 'From 2098-2099 on.'],
    ['The Council² decides.', 'The Council³ decides.'],
  ])('%s', (before, after) => expect(told(before, after)).toEqual([]));
});
