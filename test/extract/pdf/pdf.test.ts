import { describe, expect, it } from 'vitest';
import type { ExtractError } from '../../../pipeline/errors.ts';
import { extract } from '../../../pipeline/extract/index.ts';
import { readingText, textSha256 } from '../../../pipeline/extract/text.ts';
import type { Text } from '../../../pipeline/types.ts';
import { type CouncilSpec, councilPdf, type Placed, placedPdf } from '../../replica/documents.ts';

const LIMITS = { seconds: 20, pages: 50 };
const read = (body: Uint8Array, limits = LIMITS): Promise<Text> =>
  extract({ body, mediaType: 'application/pdf', at: 'made-up.pdf' }, limits);
const code = (body: Uint8Array, limits = LIMITS): Promise<string> =>
  read(body, limits).then(
    () => 'none',
    (error: ExtractError) => error.code,
  );

const sentence = (n: number): string =>
  `Keeper ${n} of Nowhere counts the boats at night and writes what was counted into a book that is kept under the lamp, so that nobody who comes by in the morning has to ask again.`;
const SPEC: CouncilSpec = {
  number: '90001/99',
  date: '3 December 2099',
  limite: true,
  codes: ['FRONT 4'],
  subject: 'Lamps',
  headings: { 1: 'Keepers' },
  paragraphs: Array.from({ length: 12 }, (_, n) => [3, 2, 1].map((k) => sentence(n * 3 + k)).join(' ')),
  annex: ['The annex has a lamp of its own.'],
};
const bodyOf = (text: Text): string =>
  text.blocks
    .filter((block) => block.kind !== 'cover')
    .map((block) => `${block.kind} ${block.text}`)
    .join('\n');
const lines = (texts: readonly string[], y = 100, pitch = 14): Placed[] => texts.map((text, at) => ({ text, x: 57, y: y + at * pitch }));

describe.each(['reading', 'word'] as const)('a document over several pages, %s order', (order) => {
  it('gives its paragraphs whole, without footers, with the page where each begins', async () => {
    const text = await read(await councilPdf({ ...SPEC, order, footerInitials: 'GB/ml' }));
    const body = text.blocks.filter((block) => block.kind !== 'cover');
    const [first = '', ...more] = SPEC.paragraphs;
    expect(body.map((block) => block.text)).toEqual([first, 'Keepers', ...more, 'ANNEX', 'The annex has a lamp of its own.']);
    expect(body.filter((block) => block.kind === 'heading').map((block) => block.text)).toEqual(['Keepers', 'ANNEX']);
    expect(text).toMatchObject({ kind: 'pdf', pages: 4, language: 'en', facts: [] });
    expect([...new Set(body.map((block) => block.page))]).toEqual([1, 2, 3, 4]);
  });

  it('gives a REV with another footer on every page the same text', async () => {
    const [init, rev] = await Promise.all(
      ['90001/99', '90001/1/99 REV 1'].map(async (number) => read(await councilPdf({ ...SPEC, order, number }))),
    );
    expect(init && bodyOf(init)).toBe(rev && bodyOf(rev));
    expect(rev?.cover?.number).toBe('90001/1/99 REV 1');
  });
});

it('gives the same text for the same words in other bytes', async () => {
  const [one, again, other] = await Promise.all([{}, {}, { producerNote: 'b' }].map((more) => councilPdf({ ...SPEC, ...more })));
  expect(again).toEqual(one);
  expect(other).not.toEqual(one);
  const [a, b, c] = await Promise.all([one, again, other].map((body) => read(body as Uint8Array)));
  expect(b).toEqual(a);
  expect(c).toEqual(a);
  expect(a && textSha256(a)).toBe(c && textSha256(c));
});

describe('lines into paragraphs', () => {
  it('mends words broken at line ends and leaves hyphens that belong there', async () => {
    const page = lines([
      'The co-legislators met. The keeper said that the co-',
      'legislators of Nowhere should light-',
      'en the instru-',
      'ment that is machine-',
      'readable, cost- and',
      'time-saving for a machine on the instrument of non-',
      'EU keepers.',
    ]);
    expect(readingText(await read(await placedPdf([page])))).toBe(
      'The co-legislators met. The keeper said that the co-legislators of Nowhere should lighten the instrument that is machine-readable, cost- and time-saving for a machine on the instrument of non-EU keepers.',
    );
  });

  it('parts paragraphs, list items and rows of a table', async () => {
    const page = [
      ...lines([
        'The keeper needs the following things for the winter in the lighthouse of',
        'Nowhere:',
        '(a) oil;',
        '(b) wicks and',
        'matches.',
      ]),
      ...[0, 1].flatMap((row) => ['Oil', 'litres', String(row)].map((text, cell) => ({ text, x: 57 + cell * 120, y: 300 + row * 20 }))),
    ];
    const { blocks } = await read(await placedPdf([page]));
    expect(blocks.map(({ kind, text }) => `${kind}: ${text}`)).toEqual([
      'paragraph: The keeper needs the following things for the winter in the lighthouse of Nowhere:',
      'list-item: (a) oil;',
      'list-item: (b) wicks and matches.',
      'table-row: Oil | litres | 0',
      'table-row: Oil | litres | 1',
    ]);
  });

  it('keeps the marks of footnotes apart from words, and footnotes out of a sentence that goes on', async () => {
    const first = [
      ...lines(['The lamps of the Council']),
      { text: '1', x: 57 + 128, y: 96, size: 7 },
      { text: 'are lit by keepers who come from', x: 195, y: 100 },
      { text: '1', x: 57, y: 696, size: 7 },
      { text: 'See the book of lamps.', x: 64, y: 700 },
    ];
    const { blocks } = await read(await placedPdf([first, lines(['many islands.'], 60)]));
    expect(blocks.map(({ kind, text }) => `${kind}: ${text}`)).toEqual([
      'paragraph: The lamps of the Council ¹ are lit by keepers who come from many islands.',
      'footnote: ¹ See the book of lamps.',
    ]);
  });

  it('takes no body line for a footer because it stands low', async () => {
    const page = [...lines(['A keeper writes.']), ...lines(['90001/99 was read by the keeper and put away.'], 795)];
    const text = await read(await councilPdf({ ...SPEC, paragraphs: [], annex: [] }));
    expect(bodyOf(text)).toBe('heading ANNEX');
    expect(readingText(await read(await placedPdf([page, page])))).toContain('was read by the keeper');
  });
});

/** A font that does not say which characters its glyphs 1 to 6 are. */
const NAMELESS = `%PDF-1.4
1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj
2 0 obj << /Type /Pages /Kids [3 0 R] /Count 1 >> endobj
3 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >> endobj
4 0 obj << /Length 57 >>
stream
BT /F1 12 Tf 50 700 Td (\\001\\002\\003\\004\\005\\006) Tj ET  \nendstream endobj
5 0 obj << /Type /Font /Subtype /TrueType /BaseFont /Helvetica >> endobj
trailer << /Root 1 0 R /Size 6 >>
%%EOF
`;

describe('files without a text to give', () => {
  it('names what is wrong with them', async () => {
    const good = await councilPdf(SPEC);
    const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
    expect(await code(good.slice(0, good.length / 2))).toBe('damaged');
    const hole = Math.floor(good.length * 0.1);
    expect(await code(good.slice().fill(0x2a, hole, hole + 40))).toBe('damaged');
    expect(await code(bytes('%PDF-1.7\nnothing of the kind\n%%EOF\n'))).toBe('damaged');
    expect(await code(await placedPdf([lines(['Secret.'])], { password: 'lamp' }))).toBe('encrypted');
    expect(await code(await placedPdf([[], []]))).toBe('no-text-layer');
    expect(await code(bytes(NAMELESS))).toBe('unreadable-text');
    expect(await code(bytes('PK\u0003\u0004\u0000'))).toBe('wrong-type');
    expect(await code(good, { ...LIMITS, pages: 2 })).toBe('too-many-pages');
    expect(await code(good, { ...LIMITS, seconds: 0 })).toBe('timeout');
  });

  it('tells of a page that is an image', async () => {
    const { facts, pages } = await read(await placedPdf([lines(['A lamp.']), []]));
    expect(pages).toBe(2);
    expect(facts).toEqual(['page 2 has no text (an image, or empty)']);
  });
});
