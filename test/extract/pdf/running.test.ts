// What runs along the pages and is no text: headers, footers, page numbers, watermarks. And what only looks like it.

import { describe, expect, it } from 'vitest';
import { artifact, below, type Drawing, SANS, shown, widthOf, within, words } from '../../replica/drawn.ts';

const NAMES = ['Ada', 'Bo', 'Cy', 'Di', 'Ed', 'Flo', 'Gus', 'Hal', 'Ida'];
const nameOf = (page: number): string => NAMES[page - 1] ?? '';

/** A sentence that goes on over the end of its page, and ends on the last. */
const body = (page: number): Drawing[] =>
  below(
    [`keeper ${nameOf(page)} lights the lamps of the island at night, and when the night is over`, `wakes the next one, who is`],
    [57, 120],
  );
const BODY = (pages: number): string =>
  `paragraph: ${NAMES.slice(0, pages)
    .map((name) => `keeper ${name} lights the lamps of the island at night, and when the night is over wakes the next one, who is`)
    .join(' ')}`;

const pagesWith = (pages: number, more: (page: number) => readonly Drawing[]): (readonly Drawing[])[] =>
  NAMES.slice(0, pages).map((_, at) => [...more(at + 1), ...body(at + 1)]);

const ROMAN = ['i', 'ii', 'iii', 'iv', 'v'];

describe('page numbers', () => {
  const FORMS: Readonly<Record<string, (page: number) => string>> = {
    '3': String,
    '3/10': (page) => `${page}/5`,
    '3 / 10': (page) => `${page} / 5`,
    '- 3 -': (page) => `- ${page} -`,
    '[43]': (page) => `[${page + 40}]`,
    'A-3': (page) => `A-${page}`,
    'Page 3 of 10': (page) => `Page ${page} of 5`,
    'Seite 3 von 10': (page) => `Seite ${page} von 5`,
    'Página 3 de 10': (page) => `Página ${page} de 5`,
    'Σελίδα 3': (page) => `Σελίδα ${page}`,
    'Nowhere Agency | 3': (page) => `Nowhere Agency | ${page}`,
    'EN 3': (page) => `EN ${page}`,
  };
  it.each(Object.keys(FORMS))('are no text: %s', async (form) => {
    const foot = (page: number): Drawing[] => [words(FORMS[form]?.(page) ?? '', [290, 800], { font: SANS })];
    expect(await shown(...pagesWith(5, foot))).toEqual([BODY(5)]);
  });

  it.each([
    ['a sentence', (page: number) => `Recommendation No ${page}: keepers shall report within 30 days.`],
    ['a question', (page: number) => `${page}. Do you agree with the lamps?`],
    ['a title', (page: number) => `Case study No ${page}`],
    ['a sum', (page: number) => `The total for this year is ${99 + page} lamps.`],
  ])('are not %s that counts with the pages', async (_, say) => {
    const top = (page: number): Drawing[] => [words(say(page), [57, 60]), words('They light lamps.', [57, 400])];
    const read = (await shown(...[1, 2, 3, 4].map(top))).join(' ');
    for (const page of [1, 2, 3, 4]) expect(read).toContain(say(page));
  });

  it('are not what counts otherwise', async () => {
    expect((await shown(...pagesWith(5, (page) => [words(String(page * page), [290, 800])]))).join('|')).toContain('25');
    // Roman numbers are taken for text: a list or a heading may count like that as well.
    expect((await shown(...pagesWith(5, (page) => [words(ROMAN[page - 1] ?? '', [290, 800])]))).join('|')).toContain('iv');
  });
});

describe('headers and footers', () => {
  it('are found where they change from left to right pages', async () => {
    const head = (page: number): Drawing[] =>
      page % 2 === 0
        ? [words(`${page}`, [57, 50]), words('Keepers and their oil', [250, 50])]
        : [words('Lamps of Nowhere', [250, 50]), words(`${page}`, [530, 50])];
    // What stands on page 1 as well is kept there: it may be the title.
    const pages = pagesWith(9, (page) => (page === 1 ? [] : head(page)));
    expect(await shown(...pages)).toEqual([BODY(9)]);
  });

  it('are found though each of the documents bound in a file has its own', async () => {
    const head = (page: number): string => (page < 2 ? 'The whole' : page < 6 ? 'Second book, of oil' : 'Third book, of wicks');
    const blocks = await shown(...pagesWith(9, (page) => [words(head(page), [57, 50])]));
    expect(blocks).toEqual(['paragraph: The whole', BODY(9)]);
    const many = Array.from({ length: 48 }, (_, at) => [
      words(`Lamps and their keepers, on the shore ${'north of '.repeat(at)}here`, [57, 400], { size: 3 }),
      ...(at >= 20 && at < 23 ? [words('The one short book in it', [57, 50])] : []),
    ]);
    expect((await shown(...many)).join()).not.toContain('short book');
  });

  it('are found where the file calls them none of the text, though they look alike only', async () => {
    const foot = (page: number): Drawing[] => [words(`Printed ${page * page * 7} times by the keepers`, [57, 790])];
    expect(await shown(...pagesWith(2, (page) => [artifact(foot(page))]))).toEqual([BODY(2)]);
    expect((await shown(...pagesWith(2, foot))).join()).toContain('Printed 28 times');
  });

  it('are found on pages that were shrunk to make room for comments, where the file calls them none of the text', async () => {
    const shrunk = (page: number, how: (drawings: Drawing[]) => Drawing[]): Drawing[] => [
      within([0.7, 0, 0, 0.7, 20, 120], [...how([words('90001/99 REV 1    AB/cd', [57, 790])]), ...body(page)]),
    ];
    const pages = (how: (drawings: Drawing[]) => Drawing[]): Drawing[][] => [1, 2, 3].map((page) => shrunk(page, how));
    expect(await shown(...pages((drawings) => [artifact(drawings)]))).toEqual([BODY(3)]);
    expect((await shown(...pages((drawings) => drawings))).join()).toContain('90001/99');
  });

  it('leave a title where it stands first', async () => {
    const pages = pagesWith(4, () => [words('The lamps of Nowhere in 2099', [57, 60], { bold: true })]);
    expect(await shown(...pages)).toEqual(['heading: **The lamps of Nowhere in 2099**', BODY(4)]);
  });

  it('are not what stands on their line and is text', async () => {
    const foot = (page: number): Drawing[] => [
      artifact([words('Lamps ', [57, 790])]),
      words(`${page * page * 7} were lit`, [57 + widthOf('Lamps '), 790]),
    ];
    expect((await shown(...pagesWith(3, foot))).join()).toContain('Lamps 63 were lit');
  });

  it('do not include what the file calls none of the text in the middle of a page, or once', async () => {
    const middle = await shown(...pagesWith(3, () => [artifact([words('Nowhere Agency', [57, 400])])]));
    expect(middle.filter((block) => block.includes('Nowhere Agency'))).toHaveLength(3);
    expect((await shown(...pagesWith(3, (page) => (page === 2 ? [artifact([words('Lit by hand', [57, 790])])] : [])))).join()).toContain(
      'Lit by hand',
    );
  });
});

describe('turned words', () => {
  const across = (degrees: number, text: string): Drawing => {
    const [cos, sin] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
    return within([cos, -sin, sin, cos, 200, 600], [words(text, [0, 0], { size: 30 })]);
  };

  it.each([30, 45, 60, 90, -45])('across every page are a watermark: %d degrees', async (degrees) => {
    expect(await shown(...pagesWith(3, () => [across(degrees, 'DRAFT OF LAMPS')]))).toEqual([BODY(3)]);
  });

  it.each([30, 45, 90, 180])('on one page stay together, and out of its lines: %d degrees', async (degrees) => {
    const blocks = await shown(...pagesWith(2, (page) => (page === 2 ? [across(degrees, 'LAMPS')] : [])));
    expect(blocks.filter((block) => block.includes('LAMPS'))).toHaveLength(1);
    expect(blocks.map((block) => block.replace(/.*: /, '')).filter((text) => text.length < 5)).toEqual([]);
    expect(blocks.join(' ')).toContain('keeper Bo lights the lamps of the island at night, and when the night is over wakes the next one');
  });

  it('are text where a page leans a little', async () => {
    expect(
      await shown([within([1, -0.008, 0.008, 1, 0, 0], below(['The keeper lights the lamps of Nowhere', 'at night.'], [57, 100]))]),
    ).toEqual(['paragraph: The keeper lights the lamps of Nowhere at night.']);
  });
});

describe('text at the edge of a page', () => {
  it('stays: formulas that come back, but not at the same place', async () => {
    const formula = 'This book enters into force on the day of its lighting';
    const blocks = await shown(...pagesWith(5, (page) => [words(formula, [57, 700 + page * 17])]));
    expect(blocks.filter((block) => block.includes(formula))).toHaveLength(5);
  });

  it.each(['Article', 'Chapter', 'Recital'])('stays: headings that count with the pages, %s', async (name) => {
    const blocks = await shown(...pagesWith(5, (page) => [words(`${name} ${page + 3}`, [270, 60], { bold: true })]));
    expect(blocks.filter((block) => block.startsWith(`heading: **${name}`))).toHaveLength(5);
  });

  it('stays: two pages that begin alike', async () => {
    const blocks = await shown(...pagesWith(6, (page) => (page === 2 || page === 5 ? [words('Of the keepers', [57, 60])] : [])));
    expect(blocks.filter((block) => block.includes('Of the keepers'))).toHaveLength(2);
  });

  it('is joined over a footer that stands first in the file, whatever the footer says', async () => {
    const foot = (page: number): Drawing[] => [
      words('90001/1/99 REV 1', [57, 789]),
      words('AB/cd', [160, 789]),
      words(String(page), [530, 789]),
      words('ANNEX', [57, 805]),
      words('GIP.B', [282, 805]),
      words('LIMITE', [370, 808], { size: 18, bold: true }),
      words('EN', [515, 808], { size: 18, bold: true }),
    ];
    expect(await shown(...pagesWith(2, foot))).toEqual([BODY(2)]);
  });
});
