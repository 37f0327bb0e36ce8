import { describe, expect, it } from 'vitest';
import { growthOf } from '../../pipeline/run/columns.ts';
import type { Block, Text } from '../../pipeline/types.ts';

const MONTH = /^[A-Z]{3}\d{4}$/;

const table = (...rows: readonly string[]): Text => ({
  kind: 'xlsx',
  extractor: 1,
  title: null,
  language: null,
  pages: null,
  cover: null,
  facts: [],
  blocks: rows.map((text): Block => ({ kind: 'table-row', page: null, text, marked: text })),
});

const before = table('Route | Nationality | JUN2026 | JUL2026', 'South | A | 10 | 20', 'West | B | 30 | 40');

describe('a table that has grown by a month', () => {
  it('names the month, and has nothing else to tell when the other figures are the same', () => {
    const after = table('Route | Nationality | JUN2026 | JUL2026 | AUG2026', 'South | A | 10 | 20 | 25', 'West | B | 30 | 40 | 45');
    expect(growthOf(MONTH, before, after)).toEqual({ added: ['AUG2026'], diff: null });
  });

  it('tells the figures that were revised, and not the new ones', () => {
    const after = table('Route | Nationality | JUN2026 | JUL2026 | AUG2026', 'South | A | 10 | 22 | 25', 'West | B | 30 | 40 | 45');
    const growth = growthOf(MONTH, before, after);
    expect(growth?.added).toEqual(['AUG2026']);
    expect(growth?.diff?.hunks.map(({ old, new: now }) => [old, now])).toEqual([['20', '22']]);
  });

  it('is none without a new month, without a name to look for, or at the first look', () => {
    const revised = table('Route | Nationality | JUN2026 | JUL2026', 'South | A | 10 | 22', 'West | B | 30 | 40');
    expect([growthOf(MONTH, before, revised), growthOf(undefined, before, revised), growthOf(MONTH, null, revised)]).toEqual([
      null,
      null,
      null,
    ]);
  });
});
