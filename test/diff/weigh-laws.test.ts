// What holds for every change, whatever its words; and that weighing many hunks, or one that is a whole text, takes no time worth naming.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { weigh } from '../../pipeline/diff/weigh/index.ts';

const VOCABULARY =
  'shall should may May not no never without all any the of in to a and or Commission Council Member States Frontex third countries means ‘boat’ is ' +
  'Article 95 95(2) (a) Annex II June 2099 9 95 % 1.5 15 within hours EUR million two one boats organisation organization — , § ✓ €5 http://x.example';
const word = fc.oneof(fc.constantFrom(...VOCABULARY.split(' ')), fc.string({ minLength: 1, maxLength: 8, unit: 'grapheme' }));
const words = (maxLength: number) => fc.array(word, { maxLength });
const change = fc.record({ old: words(12), now: words(12), before: words(4), after: words(4) });
const WEIGHTS = {
  'legal force': 3,
  negation: 3,
  definition: 3,
  actor: 2,
  scope: 2,
  date: 2,
  number: 2,
  reference: 2,
  wording: 1,
  editorial: 0,
};
const ORDER = Object.keys(WEIGHTS);

describe('every change', () => {
  it('has aspects in their order, the weight of the first, and a short reason', () =>
    fc.assert(
      fc.property(change, (c) => {
        const { aspects, weight, why } = weigh(c);
        expect(aspects.length).toBeGreaterThan(0);
        expect(aspects).toEqual([...new Set(aspects)].sort((a, b) => ORDER.indexOf(a) - ORDER.indexOf(b)));
        expect(weight).toBe(Object.entries(WEIGHTS).find(([name]) => name === aspects[0])?.[1]);
        if (weight < 2) expect(aspects).toHaveLength(1);
        else for (const aspect of aspects) expect(why).toContain(aspect);
        expect(why.length).toBeLessThanOrEqual(180);
      }),
      { numRuns: 2_000 },
    ));

  it('weighs the same the other way round', () =>
    fc.assert(
      fc.property(change, (c) => {
        const back = weigh({ ...c, old: c.now, now: c.old });
        expect([back.weight, back.aspects]).toEqual([weigh(c).weight, weigh(c).aspects]);
      }),
      { numRuns: 2_000 },
    ));

  it('of nothing is editorial', () =>
    fc.assert(
      fc.property(words(12), words(4), words(4), (same, before, after) => {
        expect(weigh({ old: same, now: same, before, after }).weight).toBe(0);
      }),
    ));

  it('is weighed the same the second time', () =>
    fc.assert(
      fc.property(change, (c) => {
        expect(weigh(c)).toEqual(weigh(c));
      }),
    ));
});

describe('time', () => {
  /** Seconds of the processor, which others on the machine do not lengthen much. */
  const spent = (work: () => void): number => {
    const start = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1e6;
  };
  const plain = (seed: number, n: number) =>
    Array.from(
      { length: n },
      (_, i) => `${'bcdfg'[(i * seed) % 5]}${'aeiou'[(i + seed) % 5]}l${'aeiou'[(i * 3) % 5]}${'mnprst'[(i * seed) % 6]}`,
    );

  it('of 50,000 short hunks without a word that decides anything is less than a second', () => {
    const hunks = Array.from({ length: 50_000 }, (_, i) => ({
      old: plain(i, 1 + (i % 3)),
      now: plain(i + 1, 1 + (i % 2)),
      before: plain(i + 2, 4),
      after: plain(i + 3, 4),
    }));
    expect(spent(() => hunks.forEach(weigh))).toBeLessThan(1);
  });

  it.each([
    ['two texts', 'The Commission shall not inform 95 Member States by 9 June 2099 under Article 95(2) or Annex II .'],
    ['numbers', '95 000'],
    ['a list of articles', 'Article 95 and'],
    ['labels', '(a)'],
    ['one phrase without end', 'not only'],
  ])('grows with the words of a whole text: %s', (_, sentence) => {
    const text = (n: number) => Array.from({ length: Math.ceil(n / sentence.split(' ').length) }, () => sentence.split(' ')).flat();
    const [short, long] = [text(20_000), text(200_000)].map((old) => ({ old, now: [...old, 'x', '9'], before: [], after: [] }));
    if (short === undefined || long === undefined) return;
    weigh(short);
    expect(spent(() => weigh(long))).toBeLessThan(0.5 + 30 * spent(() => weigh(short)));
  });

  it.each(['1.', "1'", '(1)', 'a-', 'x/', '-', '€', 'https://1-', '1,000,', '**'])(
    'is short for one word of %s and nothing else',
    (part) => {
      const endless = part.repeat(50_000);
      expect(spent(() => weigh({ old: [endless], now: [`${endless}1a`, '5'], before: [], after: [] }))).toBeLessThan(3);
    },
  );
});
