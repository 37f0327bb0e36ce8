import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitSentences } from '../../pipeline/extract/sentences.ts';
import { parseText, renderText, textSha256 } from '../../pipeline/extract/text.ts';
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
      ),
      { maxLength: 8 },
    )
    .map((parts) => parts.join('')),
);
const blocks = fc.array(
  fc.record({ kind: fc.constantFrom(...KINDS), page: fc.option(fc.integer({ min: 1, max: 5000 })), text: hostile, link: fc.boolean() }),
  { maxLength: 6 },
);

describe('the body of a text file', () => {
  it('gives the same blocks back, whatever their text tries', () => {
    fc.assert(
      fc.property(blocks, (specs) => {
        const made = specs.map(({ kind, page, text, link }) => ({
          kind,
          page,
          text,
          marked: link ? `${text}[here](https://a.eu/)` : text,
        }));
        expect(parseText(renderText(made))).toEqual(made);
      }),
      { numRuns: 1000 },
    );
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
    expect(a).toMatch(/^[0-9a-f]{64}$/);
  });
});

describe('sentences', () => {
  it.each([
    ['One lamp. Two lamps! Three?', ['One lamp.', 'Two lamps!', 'Three?']],
    ['See No. 5 and Art. 7, i.e. Annex II. It applies.', ['See No. 5 and Art. 7, i.e. Annex II.', 'It applies.']],
    ['Mr J. Doe wrote to p. 12 of doc. 90001/99.', ['Mr J. Doe wrote to p. 12 of doc. 90001/99.']],
    ['1. The lamp. (a) The oil.', ['1. The lamp.', '(a) The oil.']],
    ['(“It burns.”) ¹ He left.', ['(“It burns.”) ¹', 'He left.']],
    ['It was seen ². Later it went.', ['It was seen ².', 'Later it went.']],
  ])('%s', (text, expected) => {
    expect(splitSentences(text)).toEqual(expected);
  });
});
