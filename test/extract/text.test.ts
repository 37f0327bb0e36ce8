import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseText, readingText, renderText, textSha256 } from '../../pipeline/extract/text.ts';
import { readingOf, writeRuns } from '../../pipeline/marks.ts';
import type { Block, BlockKind, Text } from '../../pipeline/types.ts';

const block = (text: string, kind: BlockKind = 'paragraph', page: number | null = 1): Block => ({ kind, page, text, marked: text });
const textOf = (blocks: readonly Block[]): Text => ({
  kind: 'pdf',
  extractor: 1,
  title: null,
  language: 'en',
  pages: 2,
  cover: null,
  facts: [],
  blocks,
});

const KINDS: readonly BlockKind[] = ['cover', 'heading', 'paragraph', 'list-item', 'table-row', 'footnote'];
const hostile = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc
    .array(
      fc.constantFrom(
        '<!-- page 2 -->',
        '<!-- marked -->',
        '---',
        '## ',
        '> ',
        '- ',
        '| ',
        ' |',
        '[^]: ',
        '\\',
        '\n',
        '\r\n',
        '\n\n',
        '\u2028',
        ' ',
        '. ',
        'Art. ',
        'A',
        'a',
        '[a](b)',
        '](',
        '\\n',
        '\\u000a',
        '**',
        '~~',
        '__',
      ),
      { maxLength: 8 },
    )
    .map((parts) => parts.join('')),
);
const runs = fc.array(
  fc.record({
    text: hostile,
    bold: fc.boolean(),
    underlined: fc.boolean(),
    struck: fc.boolean(),
    link: fc.option(fc.constantFrom('https://a.eu/', 'https://a.eu/(1)')),
  }),
  { maxLength: 4 },
);
const kindAndPage = { kind: fc.constantFrom(...KINDS), page: fc.option(fc.integer({ min: 1, max: 5000 })) };
/** As extraction makes them. */
const marked = (text: string, kind: BlockKind = 'paragraph', page: number | null = 1): Block => ({
  kind,
  page,
  text: readingOf(text),
  marked: text,
});

describe('the body of a text file', () => {
  it('gives the same blocks back, each written once, whatever their text tries', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ ...kindAndPage, runs }), { maxLength: 6 }), (specs) => {
        const made = specs.map(({ kind, page, runs: of }) => marked(writeRuns(of), kind, page));
        const body = renderText(made);
        expect(parseText(body)).toEqual(made);
        expect(body).not.toMatch(/^<!-- marked -->$/m);
      }),
      { numRuns: 1000 },
    );
  });

  it('gives even blocks back whose text and marked text have nothing in common', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ ...kindAndPage, text: hostile, marked: hostile }), { maxLength: 6 }), (made) => {
        expect(parseText(renderText(made))).toEqual(made);
      }),
      { numRuns: 1000 },
    );
  });

  it('keeps what is struck, in blocks that have nothing to read as well', () => {
    const made = [
      marked('~~The lamp. The oil.~~ **The wick.**'),
      marked('~~(a) oil~~', 'list-item'),
      marked('~~Oil~~ | ~~9~~', 'table-row'),
      marked('Wick | ~~7~~**8**', 'table-row'),
    ];
    expect(made.map(({ text }) => text)).toEqual(['The wick.', '', '', 'Wick | 8']);
    const body = renderText(made);
    expect(body).toBe(
      '<!-- page 1 -->\n\n~~The lamp.\nThe oil.~~\n**The wick.**\n\n- ~~(a) oil~~\n\n| ~~Oil~~ | ~~9~~ |\n\n| Wick | ~~7~~**8** |\n',
    );
    expect(parseText(body)).toEqual(made);
    expect(readingText(textOf(made))).toBe('The wick.\nWick | 8');
  });

  it('can be read: one sentence to a line, pages and kinds marked', () => {
    const body = renderText([
      block('Report on lamps', 'heading'),
      block('The lamp burns. It is seen from afar.'),
      block('(a) oil; (b) wicks', 'list-item', 2),
      block('Oil | 9', 'table-row', 2),
    ]);
    expect(body).toBe(
      '<!-- page 1 -->\n\n## Report on lamps\n\nThe lamp burns.\nIt is seen from afar.\n\n<!-- page 2 -->\n\n- (a) oil; (b) wicks\n\n| Oil | 9 |\n',
    );
  });

  it('keeps links where they stand', () => {
    const linked: Block = { ...block('See the list of lamps.'), marked: 'See [the list](https://example.eu/%28a%29) of lamps.' };
    expect(renderText([linked])).toContain('\n\nSee [the list](https://example.eu/%28a%29) of lamps.\n');
    expect(parseText(renderText([linked]))).toEqual([linked]);
  });

  it('writes nothing for nothing', () => {
    expect(renderText([])).toBe('');
    expect(parseText('')).toEqual([]);
  });
});

describe('the fingerprint', () => {
  it('counts words, not pages, blocks or white space', () => {
    const a = textSha256(textOf([block('The lamp burns.'), block('It is seen.', 'paragraph', 2)]));
    expect(textSha256(textOf([block('The  lamp burns. It is seen.', 'heading', 9)]))).toBe(a);
    expect(textSha256(textOf([block('The lamp burns. It was seen.')]))).not.toBe(a);
    expect(textSha256(textOf([marked('**The lamp** burns ~~badly~~.'), marked('~~Not~~ It is seen.'), marked('~~It smokes.~~')]))).toBe(a);
    expect(a).toMatch(/^[0-9a-f]{64}$/);
  });
});
