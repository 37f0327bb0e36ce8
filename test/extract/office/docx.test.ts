import { describe, expect, it } from 'vitest';
import { extract } from '../../../pipeline/extract/index.ts';
import type { Text } from '../../../pipeline/types.ts';
import { type DocxSpec, docx, docxParts, zip } from '../../replica/office.ts';

const read = (body: Uint8Array): Promise<Text> => extract({ body, mediaType: '', at: 'made-up.docx' }, { seconds: 20, pages: 50 });
const shown = async (spec: DocxSpec): Promise<string[]> => (await read(docx(spec))).blocks.map(({ kind, marked }) => `${kind}: ${marked}`);

const r = (text: string, properties = ''): string => `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
const p = (inner: string, properties = ''): string => `<w:p><w:pPr>${properties}</w:pPr>${inner}</w:p>`;
const cell = (...paragraphs: string[]): string => `<w:tc><w:tcPr/>${paragraphs.join('')}</w:tc>`;
const row = (...cells: string[]): string => `<w:tr>${cells.join('')}</w:tr>`;

describe('drafting marks', () => {
  it('are what was tracked: inserted and moved in is underlined, deleted and moved away is struck', async () => {
    const del = '<w:del w:id="1"><w:r><w:delText xml:space="preserve">five </w:delText></w:r></w:del>';
    const moved = `<w:moveFrom>${r('by day ')}</w:moveFrom>${r('lamps ')}<w:moveTo>${r('by night')}</w:moveTo>`;
    const text = await read(docx({ body: p(`${r('Keepers light ')}${del}<w:ins>${r('seven ')}</w:ins>${moved}${r('.')}`) }));
    expect(text.blocks[0]).toEqual({
      kind: 'paragraph',
      page: null,
      text: 'Keepers light seven lamps by night.',
      marked: 'Keepers light ~~five~~ __seven__ ~~by day~~ lamps __by night__.',
    });
    expect(text.facts).toEqual(['the document has tracked changes: inserted words are underlined, deleted words struck']);
  });

  it('are bold, underlined and struck, by the run or by its style, unless they say no', async () => {
    const styles = '<w:style w:type="character" w:styleId="D"><w:name w:val="Deleted"/><w:rPr><w:dstrike/></w:rPr></w:style>';
    const runs = [
      r('old ', '<w:rStyle w:val="D"/>'),
      r('kept ', '<w:rStyle w:val="D"/><w:dstrike w:val="0"/>'),
      r('new ', '<w:b/><w:u w:val="single"/>'),
      r('plain ', '<w:b w:val="false"/><w:u w:val="none"/>'),
      r('gone', '<w:strike/>'),
    ];
    expect(await shown({ styles, body: p(runs.join('')) })).toEqual(['paragraph: ~~old~~ kept __**new**__ plain ~~gone~~']);
  });

  it('cover rows that were inserted or deleted as a whole, and paragraphs whose end was deleted', async () => {
    const table = `<w:tbl>${[
      `<w:tr><w:trPr><w:del/></w:trPr>${cell(p(r('old')))}${cell(p(r('1')))}</w:tr>`,
      `<w:tr><w:trPr><w:ins/></w:trPr>${cell(p(r('new')))}${cell(p(r('2')))}</w:tr>`,
    ].join('')}</w:tbl>`;
    const joined = p(r('Lamps burn '), '<w:rPr><w:del/></w:rPr>') + p(r('all night.'));
    expect(await shown({ body: table + joined })).toEqual([
      'table-row: ~~old~~ | ~~1~~',
      'table-row: __new__ | __2__',
      'paragraph: Lamps burn all night.',
    ]);
  });
});

describe('structure', () => {
  const level = (n: number, format: string, text: string, more = '') =>
    `<w:lvl w:ilvl="${n}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`;
  const numbering = `<w:abstractNum w:abstractNumId="7">${level(0, 'decimal', '%1.')}${level(1, 'lowerLetter', '(%2)')}${level(2, 'upperRoman', '%1.%3', '<w:isLgl/>')}</w:abstractNum>
    <w:abstractNum w:abstractNumId="8">${level(0, 'bullet', '\uf0b7')}</w:abstractNum>
    <w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="8"/></w:num>
    <w:num w:numId="3"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="4"/></w:lvlOverride></w:num>`;
  const item = (text: string, list: number, at = 0) => p(r(text), `<w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="${list}"/></w:numPr>`);

  it('gives list items the numbers that Word would print', async () => {
    const items = [
      item('a', 1),
      item('b', 1, 1),
      item('c', 1, 1),
      item('d', 1),
      item('e', 1, 1),
      item('f', 1, 2),
      item('g', 2),
      item('h', 3),
    ];
    expect(await shown({ numbering, body: items.join('') })).toEqual(
      ['1. a', '(a) b', '(b) c', '2. d', '(a) e', '2.1 f', 'g', '4. h'].map((text) => `list-item: ${text}`),
    );
  });

  it('knows headings by their style, or the style that it is based on, with their numbers and without bold', async () => {
    const styles = `<w:style w:type="paragraph" w:styleId="berschrift1"><w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
      <w:style w:type="paragraph" w:styleId="X"><w:name w:val="My own"/><w:basedOn w:val="berschrift1"/></w:style>
      <w:style w:type="paragraph" w:styleId="T"><w:name w:val="Title"/></w:style>`;
    const body = [
      p(r('Lamps of Nowhere'), '<w:pStyle w:val="T"/>'),
      p(r('Scope', '<w:b/>'), '<w:pStyle w:val="berschrift1"/>'),
      p(r('Aims'), '<w:pStyle w:val="X"/>'),
      p(r('By level'), '<w:outlineLvl w:val="2"/>'),
      p(r('(a) typed by hand')),
    ];
    const text = await read(docx({ styles, numbering, body: body.join('') }));
    expect(text.title).toBe('Lamps of Nowhere');
    expect(text.blocks.map(({ kind, marked }) => `${kind}: ${marked}`)).toEqual([
      'heading: Lamps of Nowhere',
      'heading: 1. Scope',
      'heading: 2. Aims',
      'heading: By level',
      'list-item: (a) typed by hand',
    ]);
  });

  it('writes a row to a block; cells merged downwards stay empty, a table of one column is a frame', async () => {
    const down = '<w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc>';
    const table = `<w:tbl>${row(cell(p(r('Port')), p(r('or pier'))), cell(p(r('Lamps'))))}<w:sdt><w:sdtContent>${row(down, cell(p(r('90017'))), cell('<w:p/>'))}</w:sdtContent></w:sdt></w:tbl>`;
    const frame = `<w:tbl>${row(cell(p(r('First.')), p(r('Second.'))))}</w:tbl>`;
    expect(await shown({ body: table + frame })).toEqual([
      'table-row: Port or pier | Lamps',
      'table-row: | 90017',
      'paragraph: First.',
      'paragraph: Second.',
    ]);
  });

  it('ties notes to their marks and puts them after the paragraph, endnotes after all', async () => {
    const note = (kind: string, id: number, text: string) =>
      `<w:${kind} w:id="${id}">${p(`<w:r><w:${kind}Ref/></w:r>${r(` ${text}`)}`)}</w:${kind}>`;
    const mark = (kind: string, id: number) => `<w:r><w:${kind}Reference w:id="${id}"/></w:r>`;
    const body =
      p(r('Lamps') + mark('footnote', 5) + r(' burn') + mark('endnote', 2) + r('.')) + p(r('Oil') + mark('footnote', 3) + r(' too.'));
    const footnotes = note('footnote', 3, 'Of olives.') + note('footnote', 5, 'Of brass.');
    expect(await shown({ body, footnotes, endnotes: note('endnote', 2, 'Seen in 2099.') })).toEqual([
      'paragraph: Lamps ¹ burn ¹.',
      'footnote: ¹ Of brass.',
      'paragraph: Oil ² too.',
      'footnote: ² Of olives.',
      'footnote: ¹ Seen in 2099.',
    ]);
  });
});

describe('what stands in a paragraph', () => {
  it('is text, links, results of fields, and text boxes once; not hidden text, headers, comments', async () => {
    const box = `<w:txbxContent>${p(r('In a box.'))}</w:txbxContent>`;
    const body = p(
      `${r('See ')}<w:hyperlink r:id="l1">${r('the plan', '<w:u w:val="single"/>')}</w:hyperlink>${r(' of ')}
       <w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> HYPERLINK "https://example.org/b" </w:instrText></w:r>
       <w:r><w:fldChar w:fldCharType="separate"/></w:r>${r('Nowhere')}<w:r><w:fldChar w:fldCharType="end"/></w:r>
       ${r(' secret', '<w:vanish/>')}<w:r><w:t>,</w:t><w:tab/><w:t>10</w:t><w:noBreakHyphen/><w:t>12 m</w:t></w:r>${r('2', '<w:vertAlign w:val="superscript"/>')}
       <w:r><mc:AlternateContent><mc:Choice>${box}</mc:Choice><mc:Fallback>${box}</mc:Fallback></mc:AlternateContent></w:r>`,
    );
    const text = await read(
      docx({ body, links: { l1: 'https://example.org/a' }, header: p(r('Header')), comments: `<w:comment>${p(r('Remark'))}</w:comment>` }),
    );
    expect(text.blocks.map(({ marked }) => marked)).toEqual([
      'See [the plan](https://example.org/a) of [Nowhere](https://example.org/b), 10-12 m²',
      'In a box.',
    ]);
    expect(text).toMatchObject({ kind: 'docx', pages: null, facts: ['the document has hidden text, which is left out'] });
  });

  it('is the same whatever prefix, part name or encoding a program chose', async () => {
    const spec = { body: p(r('Lamps &amp; oil: ΛΆΔΙ'), '<w:jc w:val="left"/>') };
    const plain = await read(docx(spec));
    const other = Object.entries(docxParts({ ...spec, main: 'document2.xml' })).map(([name, xml]): [string, Uint8Array] => [
      name,
      Buffer.from(`\ufeff${xml.replaceAll('w:', 'ns0:')}`, 'utf16le'),
    ]);
    expect((await read(zip(Object.fromEntries(other), { pack: false }))).blocks).toEqual(plain.blocks);
    expect(plain.blocks[0]?.text).toBe('Lamps & oil: ΛΆΔΙ');
  });

  it('takes title and language from the properties where the text has none', async () => {
    const text = await read(docx({ body: p(r('x')), properties: '<dc:title>Lamps and oil</dc:title><dc:language>el-GR</dc:language>' }));
    expect(text).toMatchObject({ title: 'Lamps and oil', language: 'el' });
  });
});
