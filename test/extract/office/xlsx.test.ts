import { describe, expect, it } from 'vitest';
import { extract } from '../../../pipeline/extract/index.ts';
import type { Text } from '../../../pipeline/types.ts';
import { type XlsxSpec, xlsx, xlsxParts, zip } from '../../replica/office.ts';

const read = (body: Uint8Array): Promise<Text> => extract({ body, mediaType: '', at: 'made-up.xlsx' }, { seconds: 20, pages: 50 });
const rowsOf = async (spec: XlsxSpec): Promise<string[]> => {
  const { blocks } = await read(xlsx(spec));
  return blocks.filter(({ kind }) => kind === 'table-row').map(({ marked }) => marked);
};

const words = (place: string, text: string): string => `<c r="${place}" t="inlineStr"><is><t>${text}</t></is></c>`;
const number = (place: string, value: number | string, style = 0): string => `<c r="${place}" s="${style}"><v>${value}</v></c>`;
const row = (n: number, ...cells: string[]): string => `<row r="${n}">${cells.join('')}</row>`;

/** Cell formats by their place in the list: 0 is plain. */
const formats = (...codes: string[]): string =>
  `<numFmts>${codes.map((code, at) => `<numFmt numFmtId="${200 + at}" formatCode="${code}"/>`).join('')}</numFmts>
   <cellXfs><xf numFmtId="0"/>${codes.map((_, at) => `<xf numFmtId="${200 + at}" applyNumberFormat="1"/>`).join('')}</cellXfs>`;

describe('sheets and rows', () => {
  it('give a heading for each sheet with words, in order, and tell which are hidden', async () => {
    const sheets = { Ports: row(1, words('A1', 'Nowhere')), Empty: '', Notes: row(1, words('A1', 'Old')), Deep: row(1, words('A1', 'x')) };
    const text = await read(xlsx({ sheets, states: { Notes: 'state="hidden"', Deep: 'state="veryHidden"' } }));
    expect(text.blocks.map(({ kind, text }) => `${kind}: ${text}`)).toEqual([
      'heading: Ports',
      'table-row: Nowhere',
      'heading: Notes',
      'table-row: Old',
      'heading: Deep',
      'table-row: x',
    ]);
    expect(text).toMatchObject({
      kind: 'xlsx',
      pages: null,
      cover: null,
      facts: ['the sheet "Notes" is hidden', 'the sheet "Deep" is hidden'],
    });
  });

  it('keep columns and lose empty rows, and cells at the end; merged cells stand once', async () => {
    const body =
      row(2, words('A2', 'Port'), '<c r="B2"/>', words('D2', 'Lamps')) + row(3, '<c r="A3" s="0"/>') + row(9, words('B9', 'Quay'));
    const parts = xlsxParts({ sheets: { A: body } });
    const merged = {
      ...parts,
      'xl/worksheets/sheet1.xml':
        parts['xl/worksheets/sheet1.xml']?.replace('</sheetData>', '</sheetData><mergeCells><mergeCell ref="A2:C2"/></mergeCells>') ?? '',
    };
    expect((await read(zip(merged))).blocks.slice(1).map(({ text }) => text)).toEqual(['Port | | | Lamps', '| Quay']);
  });
});

describe('values', () => {
  it('are numbers without noise, per cent, truth, errors, and what formulas gave last', async () => {
    const cells = [
      number('A1', 0.30000000000000004),
      number('B1', 90017),
      number('C1', 0.125, 1),
      number('D1', 5, 2),
      '<c r="E1" t="b"><v>1</v></c>',
      '<c r="F1" t="e"><v>#REF!</v></c>',
      '<c r="G1" t="str"><f>A1&amp;"x"</f><v>computed</v></c>',
      '<c r="H1"><f>B1*2</f><v>180034</v></c>',
      number('I1', '1.5', 3),
    ];
    expect(await rowsOf({ sheets: { A: row(1, ...cells) }, styles: formats('0.0%', '0" % of all"', '0') })).toEqual([
      '0.3 | 90017 | 12.5% | 5 | TRUE | #REF! | computed | 180034 | 1.5',
    ]);
  });

  it('are dates as ISO, times, and durations over a day, in both calendars', async () => {
    const styles = formats('dd/mm/yyyy', 'd mmm yy h:mm', 'h:mm', '[h]:mm:ss');
    const dated = (shift: number) =>
      row(1, number('A1', 45292 - shift, 1), number('B1', 45292.75 - shift, 2), number('C1', 0.5, 3), number('D1', 1.25, 4));
    const expected = ['2024-01-01 | 2024-01-01 18:00 | 12:00 | 30:00'];
    expect(await rowsOf({ sheets: { A: dated(0) }, styles })).toEqual(expected);
    expect(await rowsOf({ sheets: { A: dated(1462) }, styles, from1904: true })).toEqual(expected);
  });

  it('are words with the marks and links that stand on them', async () => {
    const strings = `<si><r><rPr><strike/></rPr><t>five</t></r><r><t xml:space="preserve"> lamps</t></r></si><si><t>two\nlines</t></si>`;
    const styles =
      '<fonts><font/><font><b/></font><font><strike/></font></fonts><cellXfs><xf/><xf fontId="1" applyFont="1"/><xf fontId="2" applyFont="1"/></cellXfs>';
    const shared = (place: string, at: number, style = 0) => `<c r="${place}" t="s" s="${style}"><v>${at}</v></c>`;
    expect(await rowsOf({ sheets: { A: row(1, shared('A1', 0), shared('B1', 1, 1), shared('C1', 1, 2)) }, strings, styles })).toEqual([
      '~~five~~ lamps | two lines | ~~two lines~~',
    ]);
  });

  it('are text without what XML cannot hold or how it is pronounced, and raised digits stay apart', async () => {
    const strings = `<si><t>one_x000D_two</t><rPh sb="0" eb="1"><t>wan</t></rPh></si>
      <si><r><t>lamps</t></r><r><rPr><vertAlign val="superscript"/></rPr><t>1</t></r></si>`;
    const cells = '<c r="A1" t="s"><v>0</v></c><c r="B1" t="s"/><c r="C1" t="s"><v>1</v></c><c r="D1" t="d"><v>2099-01-31T18:30:00</v></c>';
    expect(await rowsOf({ sheets: { A: row(1, cells) }, strings })).toEqual(['one two | | lamps¹ | 2099-01-31 18:30']);
  });

  it('are dates and shares by formats that no file spells out, but not beyond the calendar or by the letters of a currency', async () => {
    const styles = `<numFmts><numFmt numFmtId="200" formatCode="[Red]#,##0 &quot;days&quot;_d;[$DM-407] 0"/></numFmts>
      <cellXfs>${[14, 10, 46, 20, 200].map((id) => `<xf numFmtId="${id}"/>`).join('')}</cellXfs>`;
    const cells = [
      number('A1', 59),
      number('B1', 0.5, 1),
      number('C1', 2, 2),
      number('D1', 0.75, 3),
      number('E1', 90017, 4),
      number('F1', 1e9),
    ];
    expect(await rowsOf({ sheets: { A: row(1, ...cells) }, styles })).toEqual(['1900-02-28 | 50% | 48:00 | 18:00 | 90017 | 1000000000']);
  });

  it('carry the web addresses that the file lists beside its sheets', async () => {
    const parts = xlsxParts({ sheets: { A: row(1, words('A1', 'the paper'), words('B1', 'the page')) } });
    const sheet = 'xl/worksheets/sheet1.xml';
    const links = '<hyperlinks><hyperlink ref="A1:A2" r:id="h1"/><hyperlink ref="B1" r:id="h2"/></hyperlinks>';
    const linked = {
      ...parts,
      [sheet]: parts[sheet]?.replace('</sheetData>', `</sheetData>${links}`) ?? '',
      'xl/worksheets/_rels/sheet1.xml.rels':
        '<Relationships><Relationship Id="h1" Target="https://ports.example/90001"/><Relationship Id="h2" Target="other.xlsx"/></Relationships>',
    };
    expect((await read(zip(linked))).blocks.at(-1)?.marked).toBe('[the paper](https://ports.example/90001) | the page');
  });

  it('are the same whatever prefix a program chose, and without the places of cells', async () => {
    const parts = xlsxParts({ sheets: { A: '<row><c><v>1</v></c><c><v>2</v></c></row>' } });
    const prefixed = Object.entries(parts).map(([name, xml]): [string, string] => [
      name,
      /rels$|Types/.test(name) ? xml : xml.replace(/<(\/?)(?=[a-z])/gi, '<$1x:').replaceAll('xmlns=', 'xmlns:x='),
    ]);
    const { blocks } = await read(zip(Object.fromEntries(prefixed)));
    expect(blocks.map(({ text }) => text)).toEqual(['A', '1 | 2']);
  });
});

describe('a file that does not say what it should', () => {
  const parts = xlsxParts({ sheets: { A: row(1, '<c r="A1" t="s"><v>0</v></c>') }, strings: '<si><t>lamp</t></si>' });
  it.each([
    ['a sheet that is not there', { ...parts, 'xl/worksheets/sheet1.xml': undefined }],
    ['formats that are not there', { ...parts, 'xl/styles.xml': undefined }],
    ['a shared text that is not there', { ...parts, 'xl/sharedStrings.xml': '<sst/>' }],
    ['a column that no sheet has', { ...parts, 'xl/worksheets/sheet1.xml': '<worksheet><row><c r="XFE1"><v>1</v></c></row></worksheet>' }],
    [
      'one sheet many times',
      { ...parts, 'xl/workbook.xml': `<workbook><sheets>${'<sheet name="A" r:id="s0"/>'.repeat(9)}</sheets></workbook>` },
    ],
  ])('is damaged: %s', async (_, changed) => {
    const there = Object.entries(changed).filter((part): part is [string, string] => part[1] !== undefined);
    await expect(read(zip(Object.fromEntries(there)))).rejects.toMatchObject({ code: 'damaged' });
  });

  it('is too large when a few bytes stand for words without end', async () => {
    const strings = `<si><t>${'lamp '.repeat(200_000)}</t></si>`;
    const body = row(1, ...Array.from({ length: 100 }, () => '<c t="s"><v>0</v></c>'));
    await expect(read(xlsx({ sheets: { A: body }, strings }))).rejects.toMatchObject({
      code: 'too-large',
      message: expect.stringContaining('characters'),
    });
  });
});
