// What a file is taken for, and what becomes of files that are broken, locked or made to do harm.

import { describe, expect, it } from 'vitest';
import type { ExtractError } from '../../pipeline/errors.ts';
import { extract } from '../../pipeline/extract/index.ts';
import { kindOf } from '../../pipeline/extract/kind.ts';
import { placedPdf } from '../replica/documents.ts';
import { docx, docxParts, xlsx, xlsxParts, zip } from '../replica/office.ts';

const read = (body: Uint8Array, mediaType = '') => extract({ body, mediaType, at: 'made-up' }, { seconds: 20, pages: 50 });
const outcome = (body: Uint8Array, mediaType = ''): Promise<string> =>
  read(body, mediaType).then(
    ({ kind }) => kind,
    ({ code, message }: ExtractError) => `${code}: ${message}`,
  );

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const LAMPS = '<w:p><w:r><w:t>Lamps</w:t></w:r></w:p>';
const CELL = '<row><c t="inlineStr"><is><t>Lamps</t></is></c></row>';
const DOCX = docx({ body: LAMPS });
const XLSX = xlsx({ sheets: { A: CELL } });
const changed = (file: Buffer): Buffer => Buffer.from(file.toString('latin1').replace('Lamps', 'Lumps'), 'latin1');
const OLE = Buffer.from('d0cf11e0a1b11ae1', 'hex');

it('looks at comments without end in no time', () => {
  const start = performance.now();
  expect(() => kindOf({ body: Buffer.from(`${'<!---->'.repeat(140)}x`), mediaType: '', at: 'a page' })).toThrow('no PDF');
  expect(performance.now() - start).toBeLessThan(1_000);
});

it('takes a table that speaks of the mark of a PDF for a table', () => {
  expect(kindOf({ body: Buffer.from('Code,Meaning\n%PDF-1.7,the mark of a PDF\n'), mediaType: 'text/csv', at: 'mark.csv' })).toBe('csv');
});

describe('a file is what its first bytes say', () => {
  it.each([
    ['docx', DOCX, 'text/html'],
    ['docx', DOCX, 'application/octet-stream'],
    ['xlsx', XLSX, WORD],
    ['docx', zip({ ...docxParts({ body: LAMPS }), 'word/embeddings/1.xlsx': XLSX }), ''],
    ['xlsx', zip({ ...xlsxParts({ sheets: { A: CELL } }), 'xl/embeddings/1.docx': DOCX }), ''],
    ['html', Buffer.from('<!doctype html><p>Of %PDF-1.4 and lamps</p>'), 'application/pdf'],
    ['html', Buffer.from('<!doctype html><p>Not found</p>'), 'text/csv'],
    ['html', Buffer.from('<p>Lamps</p>'), 'text/html'],
    ['csv', Buffer.from('a,b\n'), 'text/csv'],
    ['csv', Buffer.from('a\tb\n'), 'text/tab-separated-values'],
  ])('%s', async (kind, body, mediaType) => expect(await outcome(body, mediaType)).toBe(kind));

  it('is a PDF also after some bytes that do not belong to it', async () => {
    const pdf = await placedPdf([[{ text: 'Lamps burn.', x: 57, y: 100 }]]);
    expect(await outcome(Buffer.concat([Buffer.from('HTTP/1.1 200 OK\r\n\r\n'), pdf]))).toBe('pdf');
  });

  it.each([
    ['a picture', Buffer.from('\x89PNG\r\n\x1a\n\0', 'latin1'), 'image/png'],
    ['a zip of other things', zip({ 'readme.txt': 'Lamps' }), 'application/zip'],
    ['plain text', Buffer.from('Lamps'), 'text/plain'],
    ['nothing', Buffer.alloc(0), 'text/plain'],
  ])('wrong type: %s', async (_, body, mediaType) => expect(await outcome(body, mediaType)).toMatch(/^wrong-type: .*no PDF, HTML, Word/));

  it('says what to do with old office files, and with locked ones', async () => {
    expect(await outcome(Buffer.concat([OLE, Buffer.alloc(600)]), 'application/msword')).toMatch(/^wrong-type: .*\.doc/);
    expect(await outcome(Buffer.concat([OLE, Buffer.from('EncryptedPackage', 'utf16le')]))).toMatch(/^encrypted: .*password/);
    expect(await outcome(zip(docxParts({ body: '' }), { flags: 1 }))).toMatch(/^encrypted/);
  });
});

describe('a broken file ends in a named error', () => {
  it.each([
    ['Word, cut', DOCX.subarray(0, DOCX.length - 30)],
    ['Word, cut early', DOCX.subarray(0, 40)],
    ['Word, other bytes within', Buffer.concat([DOCX.subarray(0, -400), Buffer.alloc(200, 7), DOCX.subarray(-200)])],
    ['Word without its body', zip({ ...docxParts({ body: '' }), 'word/document.xml': '<html/>' })],
    ['Word, one letter changed', changed(zip(docxParts({ body: LAMPS }), { pack: false }))],
    ['Excel, one letter changed', changed(zip(xlsxParts({ sheets: { A: CELL } }), { pack: false }))],
    ['Excel, cut', XLSX.subarray(0, XLSX.length - 30)],
    ['Excel without its sheets', zip({ ...xlsxParts({ sheets: {} }), 'xl/workbook.xml': '<html/>' })],
  ])('%s', async (_, body) => expect(await outcome(body, WORD)).toMatch(/^(?:damaged|no-text-layer): /));

  it('or has no text', async () => {
    expect(await outcome(docx({ body: '<w:p/>' }))).toMatch(/^no-text-layer/);
    expect(await outcome(xlsx({ sheets: { A: '' } }))).toMatch(/^no-text-layer/);
  });
});

describe('a file that is made to do harm ends soon', () => {
  it('when it says that it unpacks to more than it should, or unpacks to more than it says', async () => {
    const parts = docxParts({ body: `<w:p>${' '.repeat(1_000_000)}</w:p>` });
    expect(await outcome(zip(parts, { declared: 60_000_000 }))).toMatch(/^too-large: .*256 MB/);
    expect(await outcome(zip(parts, { declared: 100 }))).toMatch(/^damaged/);
  });

  it('when it is nested without end, or based on itself', async () => {
    expect(await outcome(docx({ body: '<w:p>'.repeat(300_000) }))).toMatch(/^damaged/);
    const ring = ['A', 'B'].map((id, at, ids) => `<w:style w:styleId="${id}"><w:basedOn w:val="${ids[1 - at]}"/></w:style>`).join('');
    expect(await outcome(docx({ styles: ring, body: '<w:p><w:pPr><w:pStyle w:val="A"/></w:pPr><w:r><w:t>x</w:t></w:r></w:p>' }))).toBe(
      'docx',
    );
  });

  it('when its entities name each other, or its cells stand far apart', async () => {
    const doctype = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>';
    const parts = docxParts({ body: '<w:p><w:r><w:t>x &b;</w:t></w:r></w:p>' });
    const bomb = zip({ ...parts, 'word/document.xml': `${doctype}${parts['word/document.xml']}` });
    expect(await outcome(bomb)).toMatch(/^(?:docx|damaged)/);
    const far = Array.from({ length: 2_000 }, (_, n) => `<row r="${n * 500 + 1}"><c r="XFD${n * 500 + 1}"><v>1</v></c></row>`).join('');
    expect(await outcome(xlsx({ sheets: { A: far } }))).toMatch(/^(?:damaged|too-large)/);
  });
});
