import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainOf, type Run, readingOf, readRuns, writeRuns } from '../pipeline/marks.ts';

const run = (text: string, style: Partial<Omit<Run, 'text'>> = {}): Run => ({
  text,
  bold: false,
  underlined: false,
  struck: false,
  link: null,
  ...style,
});

const words = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc
    .array(
      fc.constantFrom(' ', ' ', '\n', 'a', 'oil', '*', '_', '~', '**', '__', '~~', '[', ']', '(', ')', '](', '[x](y)', '\\', '|', '.'),
      { maxLength: 7 },
    )
    .map((parts) => parts.join('')),
);
const anyRun: fc.Arbitrary<Run> = fc.record({
  text: words,
  bold: fc.boolean(),
  underlined: fc.boolean(),
  struck: fc.boolean(),
  link: fc.option(fc.constantFrom('', 'https://a.eu/x__y', 'https://a.eu/a(1)**', 'a b\\'), { freq: 2 }),
});
const anyRuns = fc.array(anyRun, { maxLength: 7 });

/** Each character that is no white space with its style: what must survive, however the runs are cut. */
const styled = (runs: readonly Run[]): unknown[] =>
  runs.flatMap(({ text, link, bold, underlined, struck }) =>
    [...text.replace(/\s/g, '')].map((char) => [
      char,
      bold,
      underlined,
      struck,
      link?.replace(/[()\s]/g, '')?.replace(/%2[089]/g, '') ?? null,
    ]),
  );
const joined = (runs: readonly Run[]): string => runs.map(({ text }) => text).join('');

describe('the marked text', () => {
  it('gives every word back with its style, whatever the words hold', () => {
    fc.assert(
      fc.property(anyRuns, (runs) => {
        const read = readRuns(writeRuns(runs));
        expect(joined(read)).toBe(joined(runs));
        expect(styled(read)).toEqual(styled(runs));
      }),
      { numRuns: 1000 },
    );
  });

  it('is one for all runs that look the same, in normal form', () => {
    fc.assert(
      fc.property(anyRuns, (runs) => {
        const marked = writeRuns(runs);
        const read = readRuns(marked);
        expect(writeRuns(read)).toBe(marked);
        expect(readRuns(writeRuns(read))).toEqual(read);
        for (const [index, { text, ...style }] of read.entries()) {
          const { text: before = '', ...other } = read[index - 1] ?? {};
          expect(text).not.toBe('');
          expect(style).not.toEqual(other);
          if (text.trim() === '')
            expect(style).toEqual({ bold: false, underlined: false, struck: style.struck && before !== '', link: style.link });
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('reads any text without failing, and what it reads it can write', () => {
    fc.assert(
      fc.property(words, (text) => {
        const runs = readRuns(text);
        expect(readRuns(writeRuns(runs))).toEqual(runs);
      }),
    );
  });

  it.each([
    [[run('the '), run('old ', { struck: true }), run('new', { bold: true })], 'the ~~old~~ **new**'],
    [[run('(44) to ('), run('63', { struck: true }), run('62', { bold: true }), run(')')], '(44) to (~~63~~**62**)'],
    [[run('x', { struck: true, underlined: true, bold: true })], '~~__**x**__~~'],
    [[run('old', { struck: true }), run('new', { struck: true, bold: true })], '~~old**new**~~'],
    [[run('oil', { bold: true }), run(' '), run('lamps', { bold: true })], '**oil lamps**'],
    [[run('oil'), run('  ', { struck: true }), run('lamps')], 'oil  lamps'],
    [
      [run('See '), run('the ', { link: 'https://a.eu/(1)' }), run('list', { link: 'https://a.eu/(1)', struck: true })],
      'See [the ~~list~~](https://a.eu/%281%29)',
    ],
    [[run('5 * 3 ~ a_b [...] (...) [x] (y) c:\\oil')], '5 * 3 ~ a_b [...] (...) [x] (y) c:\\oil'],
    [[run('** ____ [x](y) \\*')], '*\\* _\\_\\_\\_ [x\\](y) \\\\*'],
    [[run('5*'), run('*3', { bold: true })], '5\\****3**'],
    [[run('[1]', { link: 'https://a.eu/' })], '[\\[1\\]](https://a.eu/)'],
  ])('is written so that people can read it: %#', (runs, marked) => {
    expect(writeRuns(runs)).toBe(marked);
    expect(styled(readRuns(marked))).toEqual(styled(runs));
  });

  it.each(['[', '[a](', '](', '[a](b)', '\\', '**', '~~a', '~~a~~ b '])('takes a long text of %j in a moment', (text) => {
    const long = text.repeat(50_000);
    const started = performance.now();
    expect(readRuns(writeRuns([run(long)]))).toEqual([run(long)]);
    readingOf(long);
    expect(performance.now() - started).toBeLessThan(3000);
  });
});

describe('the reading text', () => {
  it('is the words that are not struck', () => {
    fc.assert(
      fc.property(anyRuns, (runs) => {
        const live = runs.filter(({ struck }) => !struck);
        const bare = (text: string): string => text.replace(/\s/g, '');
        const reading = readingOf(writeRuns(runs));
        if (reading !== '') expect(bare(reading)).toBe(bare(joined(live)));
        else expect(bare(joined(live))).toMatch(/^\|*$/);
        expect(reading).toBe(reading.replace(/\s+/g, ' ').trim());
      }),
      { numRuns: 1000 },
    );
  });

  it.each([
    ['personal~~ised~~ data', 'personal data'],
    ['(~~63~~62)', '(62)'],
    ['(~~63~~ **62**)', '(62)'],
    ['establish~~ing~~**ed**', 'established'],
    ['the ~~old ~~new', 'the new'],
    ['the ~~old~~ **new**', 'the new'],
    ['word~~ struck ~~word', 'word word'],
    ['word ~~struck~~ word', 'word word'],
    ['they ~~not~~should', 'they should'],
    ['lamps ~~and oil~~.', 'lamps.'],
    ['lamps ~~and oil~~, wicks (and ~~oil~~);', 'lamps, wicks (and);'],
    ['lamps ~~and oil~~ (as well)', 'lamps (as well)'],
    ['lamps ~~and oil~~...', 'lamps ...'],
    ['lamps ~~and~~ [~~oil~~](https://a.eu/).', 'lamps.'],
    ['lamps ~~and oil~~ ; wicks ~~and~~ .', 'lamps; wicks.'],
    ['La lampe ~~à huile~~ ?', 'La lampe ?'],
    ['~~All of it.~~', ''],
    ['~~oil~~ | ~~9~~', ''],
    ['~~oil~~ | 9', '| 9'],
    ['See [the **list**](https://a.eu/) of \\*\\*lamps\\*\\*', 'See the list of **lamps**'],
    [' two  spaces ', 'two spaces'],
  ])('%s', (marked, reading) => {
    expect(readingOf(marked)).toBe(reading);
  });
});

describe('all the words', () => {
  it.each([
    ['~~not~~**should**', 'not should'],
    ['(~~63~~62)', '(63 62)'],
    ['lamps~~,~~ and ~~oil~~.', 'lamps, and oil.'],
    ['**un**__lit__ [lamp](https://a.eu/)', 'unlit lamp'],
  ])('%s', (marked, plain) => {
    expect(plainOf(marked)).toBe(plain);
  });
});
