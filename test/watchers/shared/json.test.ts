import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { at, gathered, listAt, numberAt, pairsAt, rowsAt, textAt } from '../../../watchers/shared/json.ts';

const DATA = { a: { b: [{ c: ' word ', n: 7 }, 'two'] }, alone: 'one', none: null, count: '12', dotted: { '@value': 'x' } };

describe('reaching into JSON', () => {
  it.each([
    ['a.b.0.c', ' word '],
    ['a.b.1', 'two'],
    ['dotted.@value', 'x'],
    ['', DATA],
    ['a.b.2', undefined],
    ['a.x.y', undefined],
    ['alone.length', undefined],
    ['a.constructor', undefined],
    ['a.__proto__', undefined],
  ])('finds at "%s" what stands there and nothing inherited', (path, found) => expect(at(DATA, path)).toEqual(found));

  it('gives texts tidied, and none for what is no text', () => {
    expect([textAt(DATA, 'a.b.0.c'), textAt(DATA, 'a.b.0.n'), textAt(DATA, 'a.b'), textAt(DATA, 'none')]).toEqual(['word', '7', '', '']);
  });

  it('tells a list that is not there from one without rows', () => {
    expect([rowsAt(DATA, 'x'), rowsAt({ x: [] }, 'x'), rowsAt(DATA, 'alone')]).toEqual([null, [], null]);
  });

  it('takes what stands alone for a list of one', () => {
    expect([listAt(DATA, 'alone'), listAt(DATA, 'a.b.1'), listAt(DATA, 'none'), listAt(DATA, 'x')]).toEqual([['one'], ['two'], [], []]);
  });

  it('reads counts written as text, names and values, and nothing from a list', () => {
    expect([numberAt(DATA, 'count'), numberAt(DATA, 'a.b.0.n'), numberAt(DATA, 'alone')]).toEqual([12, 7, null]);
    expect(pairsAt(DATA, 'dotted')).toEqual([['@value', 'x']]);
    expect(pairsAt(DATA, 'a.b')).toEqual([]);
  });

  it('never throws, whatever comes', () =>
    fc.assert(
      fc.property(fc.jsonValue(), fc.string(), (data, path) => {
        for (const read of [at, textAt, rowsAt, listAt, pairsAt, numberAt]) read(data, path);
      }),
    ));

  it('keeps gathered rows as they are, and says when there is no list', () => {
    const reader = gathered((data) => rowsAt(data, 'rows')?.map((one) => ({ title: textAt(one, ''), link: '' })) ?? null);
    expect(reader.rows({ rows: ['a', 'b'] })?.map(reader.row)).toEqual([
      { title: 'a', link: '' },
      { title: 'b', link: '' },
    ]);
    expect(reader.rows({})).toBeNull();
  });
});
