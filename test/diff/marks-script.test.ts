import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type MarkedDiff, type MarksOptions, scriptOfMarks } from '../../pipeline/diff/marks/script.ts';
import { readingOf, writeRuns } from '../../pipeline/marks.ts';
import type { Block, BlockKind } from '../../pipeline/types.ts';

const block = (marked: string, kind: BlockKind = 'paragraph', page = 1): Block => ({ kind, page, text: readingOf(marked), marked });

const read = (blocks: readonly Block[], facts: readonly string[] = [], options: MarksOptions = {}): MarkedDiff =>
  scriptOfMarks({ blocks, facts }, options);

/** `[-old-]`, `{+new+}`, and what stayed. */
const shown = (diff: MarkedDiff): string => {
  if (diff.kind === 'none') return `none: ${diff.reason}`;
  const { old, now, runs } = diff.script;
  return runs
    .map(({ kind, a0, a1, b0, b1 }) => {
      const words = (kind === 'delete' ? old.words.slice(a0, a1) : now.words.slice(b0, b1)).join(' ');
      return kind === 'same' ? words : kind === 'delete' ? `[-${words}-]` : `{+${words}+}`;
    })
    .join(' ');
};

/** Something struck, so that bold is read as inserted. */
const STRUCK = block('The keeper lights ~~all~~ lamps.');
const own = (marked: string, kind: BlockKind = 'paragraph'): string =>
  shown(read([block(marked, kind), STRUCK])).replace(/ ?The keeper lights \[-all-\] lamps\.$/, '');

describe('one block', () => {
  it.each([
    ['the ~~old~~ **new** lamp', 'the [-old-] {+new+} lamp'],
    ['the ~~old~~**new** lamp', 'the [-old-] {+new+} lamp'],
    ['**new** the lamp', '{+new+} the lamp'],
    ['the lamp ~~burns~~', 'the lamp [-burns-]'],
    ['keepers~~, as told here,~~ light it', '[-keepers, as told here,-] {+keepers+} light it'],
    ['it burns~~;~~**. It smokes.**', 'it [-burns;-] {+burns. It smokes.+}'],
    ['(~~98~~**97**) lamps', '[-(98)-] {+(97)+} lamps'],
    ['lamp**s** burn', '[-lamp-] {+lamps+} burn'],
    ['lamp~~s~~ burn', '[-lamps-] {+lamp+} burn'],
    ['~~T~~**t**he lamp', '[-The-] {+the+} lamp'],
    ['**t**~~T~~he lamp', '[-The-] {+the+} lamp'],
    ['light ~~them~~ **it** up', 'light [-them-] {+it+} up'],
    ['**[**via a lamp**]** only', '[-via-] {+[via+} a [-lamp-] {+lamp]+} only'],
  ])('%s', (marked, expected) => expect(own(marked)).toBe(expected));

  it('keeps a word whole where a mark begins late or ends early', () => {
    const known = [block('Its lamp is theirs, and its light is their light.'), STRUCK];
    expect(shown(read([block('with ~~its~~**th**eir light'), ...known]))).toMatch(/^with \[-its-\] \{\+their\+\} light/);
    expect(shown(read([block('with **th**eir~~its~~ light'), ...known]))).toMatch(/^with \[-its-\] \{\+their\+\} light/);
    expect(shown(read([block('with light~~theirs~~ **now**'), ...known]))).toMatch(/^with light \[-theirs-\] \{\+now\+\}/);
  });
});

describe('the whole text', () => {
  it('has paragraphs that are new or gone as a whole, and pages', () => {
    const blocks = [block('(1) Lamps burn.'), block('~~(2) Wicks smoke.~~'), block('**(2a) Wicks are cut.**', 'list-item', 2)];
    const diff = read(blocks);
    expect(shown(diff)).toBe('(1) Lamps burn. [-(2) Wicks smoke.-] {+(2a) Wicks are cut.+}');
    expect(diff.kind === 'script' && diff.script.now.blocks[2]?.page).toBe(2);
    expect(diff).toMatchObject({ insertions: 1, deletions: 1 });
  });

  it('has footnotes last, as every comparison', () => {
    const blocks = [block('A keeper ~~may~~', 'paragraph'), block('¹ **See** the lamps.', 'footnote'), block('**shall** sleep.')];
    expect(shown(read(blocks))).toBe('A keeper [-may-] {+shall+} sleep. ¹ {+See+} the lamps.');
  });

  it('gives a row that is struck as a whole', () => {
    const rows = [block('lamp | oil', 'table-row'), block('~~wick~~ | ~~wool~~', 'table-row'), block('**jar** | **glass**', 'table-row')];
    expect(shown(read(rows))).toBe('lamp | oil [-wick | wool-] {+jar | glass+}');
  });

  it('leaves the text alone where its marked form says something else', () => {
    expect(shown(read([{ kind: 'paragraph', page: 1, text: 'quite another thing', marked: '~~x~~ **y**' }, STRUCK]))).toMatch(
      /^quite another thing The/,
    );
  });
});

const words = fc.array(fc.constantFrom('lamp', 'wick', 'oil', 'the', '(97)', 'x,', '“y”', '**'), { minLength: 1, maxLength: 4 });
const run = fc.record({ text: words.map((list) => `${list.join(' ')} `), bold: fc.boolean(), struck: fc.boolean() });
const anyBlock = fc
  .array(
    run.map((part) => ({ ...part, underlined: false, link: null })),
    { minLength: 1, maxLength: 6 },
  )
  .map((runs) => block(writeRuns(runs)));

describe('laws', () => {
  it('new words are the reading text, and every word of both sides is there once', () =>
    fc.assert(
      fc.property(fc.array(anyBlock, { maxLength: 5 }), (blocks) => {
        const diff = read([...blocks, STRUCK]);
        if (diff.kind === 'none') throw new Error('something is struck');
        const { old, now, runs } = diff.script;
        expect(now.words.join(' ')).toBe(
          [...blocks, STRUCK].flatMap(({ text }) => text.split(' ').filter((word) => word !== '')).join(' '),
        );
        let [a, b] = [0, 0];
        for (const each of runs) {
          expect([each.a0, each.b0]).toEqual([a, b]);
          [a, b] = [each.a1, each.b1];
          expect(each.kind === 'same' ? each.a1 - each.a0 : 0).toBe(each.kind === 'same' ? each.b1 - each.b0 : 0);
          if (each.kind === 'same') expect(old.words.slice(each.a0, a)).toEqual(now.words.slice(each.b0, b));
        }
        expect([a, b]).toEqual([old.words.length, now.words.length]);
      }),
    ));

  it('takes time in proportion to the text', () => {
    const blocks = Array.from({ length: 10_000 }, () => block('the ~~old~~**new** lamp of (~~98~~**97**) and ~~its~~**th**eir **wick**'));
    const start = performance.now();
    expect(read(blocks)).toMatchObject({ kind: 'script', insertions: 30_000 });
    expect(performance.now() - start).toBeLessThan(8_000);
  });
});

describe('nothing to read', () => {
  it.each([
    ['no marks', [block('Lamps burn.')], /No words are struck, bold or underlined/],
    ['typography', [block('**LAMPS**', 'heading'), block('Lamps burn.')], /headings, labels and links/],
    ['emphasis', [block('Lamps **must** burn __well__.')], /1 bold and 1 underlined words were taken for emphasis/],
  ])('%s: says why', (_, blocks, reason) => {
    const diff = read(blocks);
    expect(diff.kind === 'none' && diff.reason).toMatch(reason);
  });

  it('says what the document promised', () => {
    const diff = read([block('Lamps burn.')], ['changes are marked: Changes are marked in bold.']);
    expect(diff.kind === 'none' && diff.reason).toMatch(/It says, though: Changes are marked in bold\.$/);
  });

  it('is read all the same where the caller knows how inserted words look', () =>
    expect(shown(read([block('Lamps **must** burn.')], [], { inserted: 'bold' }))).toBe('Lamps {+must+} burn.'));
});
