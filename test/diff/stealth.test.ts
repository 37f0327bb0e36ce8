// Another file under the same address, told for what it changed.

import { describe, expect, it } from 'vitest';
import { diffTexts } from '../../pipeline/diff/index.ts';
import { describeDiff, describeSame, stealthOf } from '../../pipeline/diff/stealth/stealth.ts';
import { readingOf } from '../../pipeline/marks.ts';
import type { Block, BlockKind, Cover, Text } from '../../pipeline/types.ts';

const COVER: Cover = {
  number: '90001/99',
  reference: null,
  date: '2099-02-03',
  originalLanguage: 'en',
  limite: false,
  classification: null,
  subjectCodes: ['MIGR 901'],
  interinstitutionalFiles: [],
  type: 'NOTE',
  from: 'Presidency',
  to: 'Delegations',
  on: null,
  subject: 'Boats seen at ports',
  previousDocuments: [],
  commissionDocuments: [],
};

type Piece = string | { readonly kind?: BlockKind; readonly page?: number; readonly marked: string };

const text = (pieces: readonly Piece[], more: Partial<Text> = {}): Text => ({
  kind: 'pdf',
  extractor: 1,
  title: null,
  language: 'en',
  pages: 9,
  cover: COVER,
  facts: [],
  blocks: pieces.map((piece): Block => {
    const { kind = 'paragraph', page = 1, marked } = typeof piece === 'string' ? { marked: piece } : piece;
    return { kind, page, text: readingOf(marked), marked };
  }),
  ...more,
});

const row = (marked: string, page = 4): Piece => ({ kind: 'table-row', page, marked });
const changed = (before: Text, after: Text) => stealthOf(before, after, diffTexts(before, after));

const AROUND = 'The ports of the northern coast told the agency about every boat that they had seen during the whole of the season.';

describe('only figures', () => {
  const report = (boats: string, share: string, more: string = '31') =>
    text([
      AROUND,
      row('Port | Boats'),
      row('Harbour A | 7'),
      'Another paragraph stands between the first table and the second one.',
      { page: 4, marked: 'Table 3: boats by port' },
      row('Port | Boats seen | Boats towed'),
      row(`Harbour B | ${boats} | ${more}`),
      row('Harbour C | 45 | 46'),
      { page: 7, marked: `Of all boats that were seen in the season ${share} were towed to a harbour by the guard.` },
    ]);

  it('says what became what, and where', () => {
    expect(changed(report('12 345', '12 %'), report('12 543', '14 %'))).toEqual({
      kind: 'figures',
      says: 'only figures changed: table 3: 12 345 became 12 543; p. 7: 12 % became 14 %; title, date and address unchanged',
    });
  });

  it('counts tables that have no caption', () => {
    const table = (n: number) => text([row('Port | Boats', 1), AROUND, row('Port | Boats', 2), row(`Harbour A | ${n}`, 2)]);
    expect(changed(table(7), table(8)).says).toContain('table 2: 7 became 8;');
  });

  it('tells three, and how many more', () => {
    const many = (start: number) =>
      text(Array.from({ length: 6 }, (_, i) => `${'abcdef'[i]} harbour ${AROUND} It were ${start + i} boats that came in.`));
    expect(changed(many(100), many(200)).says).toMatch(/^only figures changed: (?:p\. 1: \d+ became \d+; ){3}and 3 more; title/);
  });

  it.each([
    ['in EUR 1.5 million of aid', 'in EUR 2.5 billion of aid', 'EUR 1.5 million became EUR 2.5 billion'],
    ['not before 3 May 2099 at noon', 'not before 4 June 2099 at noon', '3 May 2099 became 4 June 2099'],
    ['under Article 5 of the act', 'under Article 6(2) of the act', 'Article 5 became Article 6(2)'],
    ['registered as UNIT/NORTH/90001/2099', 'registered as UNIT/NORTH/90002/2099', 'UNIT/NORTH/90001/2099 became UNIT/NORTH/90002/2099'],
    [
      'as the text of the act (COM(2099)123 and others) has it',
      'as the text of the act (COM(2099)124 and others) has it',
      'COM(2099)123 became COM(2099)124',
    ],
    ['within two weeks of that', 'within three weeks of that', 'two became three'],
  ])('%s, %s', (before, after, says) => {
    const { kind, says: said } = changed(text([`${AROUND} They come ${before}.`]), text([`${AROUND} They come ${after}.`]));
    expect({ kind, said }).toEqual({ kind: 'figures', said: expect.stringContaining(`only figures changed: p. 1: ${says}; title`) });
  });

  it.each([
    ['ports shall report 12 boats', 'ports may report 14 boats'],
    ['ports may report 12 boats', 'ports shall report 12 boats'],
    ['ports report 12 boats', 'ports report 12 ships'],
    ['ports report in May', 'ports report in March or so'],
  ])('not when a word changed as well: %s, %s', (before, after) => {
    expect(changed(text([`${AROUND} The ${before}.`]), text([`${AROUND} The ${after}.`])).kind).toBe('text');
  });
});

it('other words are counted, and what did not change is said', () => {
  const [before, after] = [text([`${AROUND} Ports shall report.`]), text([`${AROUND} Ports may report.`])];
  expect(changed(before, after)).toEqual({
    kind: 'text',
    says: '1 word inserted, 1 deleted in 1 place; title, date and address unchanged',
  });
  expect(describeDiff(before, after, diffTexts(before, after)).says).toMatch(/; title and date unchanged$/);
  expect(changed({ ...before, cover: null }, { ...after, cover: null }).says).toMatch(/; address unchanged$/);
});

it('says what changed on the cover', () => {
  const before = text([AROUND]);
  const after = text([`${AROUND} More.`], { cover: { ...COVER, date: '2099-02-05', limite: true } });
  expect(changed(before, after).says).toMatch(
    /; the cover's date changed: 2099-02-03 became 2099-02-05; the cover's marking changed: none became LIMITE; title and address unchanged$/,
  );
  expect(changed(before, text([`${AROUND} More.`], { cover: null })).says).toContain('its cover cannot be read any more');
});

describe('the same words', () => {
  const same = (before: readonly Piece[], after: readonly Piece[], more: Partial<Text> = {}) =>
    describeSame(text(before), text(after, more));

  it('with other drafting marks', () => {
    expect(same(['Ports must report to it.'], ['Ports **must report** to it.'])).toEqual({
      kind: 'formatting',
      says: 'only formatting changed: p. 1: “must report” is bold now',
    });
    expect(same(['Ports **must** report.'], ['Ports must report.']).says).toMatch(/“must” is no longer bold$/);
    expect(same(['Ports must report.'], ['Ports ~~may~~ must report.']).says).toMatch(/struck words are new: “may”$/);
    expect(same(['See [the act](https://a.example/1).'], ['See [the act](https://a.example/2).']).says).toMatch(
      /links to another address now$/,
    );
  });

  it('marked alike, with a paragraph cut in two, is layout', () => {
    const before = ['The **ports shall report** often. They **may** rest.'];
    const after = ['The **ports shall report** often.', 'They **may** rest.'];
    expect(same(before, after)).toEqual({ kind: 'layout', says: 'only the layout changed: other breaks between paragraphs or cells' });
  });

  it('on other pages, or as other kinds of blocks', () => {
    expect(same([AROUND], [AROUND], { pages: 8 }).says).toBe('only the layout changed: 8 pages in place of 9');
    expect(same([AROUND], [{ page: 2, marked: AROUND }]).says).toBe('only the layout changed: other page breaks');
    expect(same([AROUND], [{ kind: 'heading', marked: AROUND }]).says).toBe('only the layout changed: other headings, lists or tables');
    expect(same(['The “ports”'], ['The "ports"']).says).toBe('only the layout changed: other quotes, dashes, spaces or capitals');
  });

  it('on the same pages, alike in all: only bytes', () => {
    expect(same([AROUND, row('a | **b**')], [AROUND, row('a | **b**')])).toEqual({
      kind: 'bytes',
      says: 'the same text on the same pages: only metadata changed, or other bytes that carry no text',
    });
  });
});

it('takes words from outside as words: one line, no control characters', () => {
  const evil = `\u001b[31mred\u0007\n${'x'.repeat(500)}`;
  const after = text([AROUND], { cover: { ...COVER, subject: evil } });
  const { says } = stealthOf(text([AROUND]), after, diffTexts(text([AROUND]), after));
  expect(says).not.toMatch(/\p{Cc}/u);
  expect(says.length).toBeLessThan(400);
});

it('answers for a long text at once', () => {
  const long = (n: number) =>
    text(Array.from({ length: 4_000 }, (_, i) => row(`Harbour ${i} ${AROUND} | ${i % 5 === 0 ? n + i : i}`, 1 + (i >> 5))));
  const [before, after] = [long(0), long(100_000)];
  const diff = diffTexts(before, after);
  const start = performance.now();
  expect(stealthOf(before, after, diff).kind).toBe('figures');
  expect(performance.now() - start).toBeLessThan(2_000);
});
