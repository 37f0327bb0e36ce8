import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { formatDiff } from '../../pipeline/diff/format/index.ts';
import type { TextDiff } from '../../pipeline/types.ts';
import { diffOf, hunk, nastyDiff, partsOf, sides } from './samples.ts';

const print = (diff: TextDiff, width = 60, colour = false) => formatDiff(diff, 'side', { sides, colour, width });
const legal = hunk(partsOf('The keepers of the lamps', '-shall', '+should', 'report on every boat twice a year.'), { why: 'legal force' });

/** The words of one column, its line ends taken out. */
const column = (printed: string, at: 0 | 1): string =>
  printed
    .split('\n')
    .filter((line) => line.includes('│'))
    .slice(1)
    .map((line) => line.split('│')[at]?.trim())
    .join(' ');

describe('side by side', () => {
  it('old words left, new words right, wrapped at words', () =>
    expect(print(diffOf(legal))).toBe(`old.pdf                      │ new.pdf
─────────────────────────────┼─────────────────────────────

@ legal force
The keepers of the lamps     │ The keepers of the lamps
[-shall-] report on every    │ {+should+} report on every
boat twice a year.           │ boat twice a year.

1 change of wording; 1 word inserted, 1 deleted.
`));

  it('a colour that goes over a line end is closed before the other column begins', () => {
    const long = hunk(partsOf('-lamps that burn by night and not by day at all'));
    const start = '\u001b[';
    const lines = print(diffOf(long), 60, true)
      .split('\n')
      .filter((line) => line.includes(start));
    expect(lines.length).toBe(2);
    for (const line of lines) {
      const [left = ''] = line.split('│');
      expect(left.startsWith(`${start}31`)).toBe(true);
      expect(left.split(start).at(-1)).toMatch(/^(39;)?29m +$|^39m +$/);
    }
  });

  it('after a long passage what follows stands side by side again', () => {
    const passage = Array.from({ length: 40 }, () => 'harbour').join(' ');
    const lines = print(diffOf(hunk(partsOf('before', `+${passage}`, 'after')))).split('\n');
    expect(lines.some((line) => /^before +│ before$/.test(line))).toBe(true);
    expect(lines.some((line) => /^after +│ after$/.test(line))).toBe(true);
  });

  it('is never narrower than can be read', () => expect(print(diffOf(legal), 10)).toBe(print(diffOf(legal), 60)));

  it('keeps within its width and its column, whatever the words are', () => {
    fc.assert(
      fc.property(nastyDiff, fc.integer({ min: 60, max: 200 }), fc.boolean(), (nasty, width, colour) => {
        // A line of theirs between columns cannot be told from ours.
        const diff: TextDiff = JSON.parse(JSON.stringify(nasty).replaceAll('│', '|'));
        const [, rule = '', ...lines] = print(diff, width, colour).split('\n');
        for (const line of lines) expect(stringWidth(line)).toBeLessThanOrEqual(width);
        for (const line of lines.filter((l) => l.includes(' │')))
          expect(stringWidth(line.split(' │')[0] ?? '')).toBe(stringWidth(rule.split('┼')[0] ?? '') - 1);
      }),
    );
  });

  it('shows every word of both texts', () => {
    const words = fc
      .array(fc.constantFrom('boats', 'lamp', '漢字', 'shall', 'a'), { minLength: 1, maxLength: 50 })
      .map((list) => list.join(' '));
    fc.assert(
      fc.property(words, words, words, (same, gone, come) => {
        const printed = print(diffOf(hunk(partsOf(same, `-${gone}`, `+${come}`)))).replace(/\{\+|\+\}|\[-|-\]/g, '');
        expect(column(printed, 0).replace(/\s+/g, ' ').trim()).toBe(`${same} ${gone}`);
        expect(column(printed, 1).replace(/\s+/g, ' ').trim()).toBe(`${same} ${come}`);
      }),
    );
  });

  it('takes long texts in time', () => {
    const long = Array.from({ length: 200_000 }, (_, i) => `word${i % 97}`).join(' ');
    const started = performance.now();
    print(diffOf(hunk(partsOf(`-${long}`, `+${long}`))), 120, true);
    expect(performance.now() - started).toBeLessThan(10_000);
  });
});
