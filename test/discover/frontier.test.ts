import { describe, expect, it } from 'vitest';
import { type FrontierFacts, frontiers } from '../../pipeline/discover/frontier.ts';

const at = (facts: Partial<FrontierFacts>) => frontiers({ starts: [], last: {}, firstOfYear: { ST: 5001 }, today: '2099-06-15', ...facts });

describe('where the walk along new numbers goes on', () => {
  it('starts where people said', () =>
    expect(at({ starts: ['ST 90100/2099', 'WK 40/2099'] })).toEqual({ 'ST-2099': 90100, 'WK-2099': 40 }));

  it('goes on from the last known number', () =>
    expect(at({ starts: ['ST 90100/2099'], last: { 'ST-2099': 90222 } })).toEqual({ 'ST-2099': 90222 }));

  it('stays at home when nobody named a start', () => expect(at({})).toEqual({}));

  it('begins a new year at the first number of the series, and watches the old one through January', () => {
    expect(at({ last: { 'ST-2098': 17000 }, today: '2099-01-10' })).toEqual({ 'ST-2098': 17000, 'ST-2099': 5000 });
    expect(at({ last: { 'ST-2098': 17000, 'ST-2099': 5050 }, today: '2099-02-01' })).toEqual({ 'ST-2099': 5050 });
  });
});
