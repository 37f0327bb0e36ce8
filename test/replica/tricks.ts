// PDFs made by hand, each for one trick: loops, depths, sizes and numbers that a reader must come through, with or without the words.

import { constants, deflateRawSync, deflateSync } from 'node:zlib';
import { handMade, packed, stream } from './hostile.ts';

const MANY = 100_000;
const nest = (open: string, close: string, depth = MANY): string => `${open.repeat(depth)}${close.repeat(depth)}`;
const words = (operators: string): string => stream(`BT /F1 12 Tf 50 700 Td (A lamp burns at Nowhere.) Tj ET ${operators}`);
const image = (entries: string, data: string | Buffer = 'no image'): string => stream(data, `/Type /XObject /Subtype /Image ${entries}`);
const page = (content: string, objects: Readonly<Record<number, string>> = {}): Uint8Array => handMade({ 4: content, ...objects });
const font = (entries: string): Uint8Array => handMade({ 5: `<< /Type /Font ${entries} >>` });
const pageTree = (depth: number): Record<number, string> =>
  Object.fromEntries(
    Array.from({ length: depth }, (_, at) => [
      at + 10,
      `<< /Type /Pages /Parent 2 0 R /Count 1 /Kids [${at + 1 < depth ? at + 11 : 3} 0 R] >>`,
    ]),
  );

/** So many megabytes of zeros, packed a thousand to one. */
const zeros = (megabytes: number): Buffer => {
  const block = deflateRawSync(Buffer.alloc(2 ** 20), { finishFlush: constants.Z_FULL_FLUSH });
  const end = Buffer.from([3, 0, 0, 0, 0, 1]);
  // Adler-32 of zeros: their number, and one.
  end.writeUInt16BE((megabytes * 2 ** 20) % 65_521, 2);
  return Buffer.concat([Buffer.from([0x78, 0x9c]), ...Array.from({ length: megabytes }, () => block), end]);
};
const bomb = (megabytes: number): string => stream(zeros(megabytes), '/Filter /FlateDecode');

const objectStream = (numbers: readonly number[], entries = ''): string =>
  stream(`${numbers.map((n) => `${n} 0`).join(' ')} << >>`, `/Type /ObjStm /N ${numbers.length} /First ${numbers.length * 4} ${entries}`);

/** A cross-reference stream that says of every object that it lies in another object stream. */
const packedTable = (prev: string): Uint8Array => {
  const rows = Buffer.concat(Array.from({ length: 12 }, (_, at) => Buffer.from([2, 0, (at % 3) + 8, 0])));
  const head = `%PDF-1.7\n8 0 obj\n${objectStream([9, 10], '/Extends 9 0 R')}\nendobj\n9 0 obj\n${objectStream([8, 1], '/Extends 8 0 R')}\nendobj\n`;
  const table = stream(rows, `/Type /XRef /Size 12 /W [1 2 1] /Root 1 0 R ${prev}`);
  return Buffer.from(`${head}20 0 obj\n${table}\nendobj\nstartxref\n${head.length}\n%%EOF\n`, 'latin1');
};

/** Of images that cannot be drawn, or only by a machine many times as large. The words of the page are there. */
const IMAGES: Readonly<Record<string, string>> = {
  'of 60,000 by 60,000': image('/Width 60000 /Height 60000 /ColorSpace /DeviceRGB /BitsPerComponent 8'),
  'of 60,000 by 60,000 with a mask': image('/Width 60000 /Height 60000 /ColorSpace /DeviceGray /BitsPerComponent 8 /SMask 7 0 R'),
  'that is a mask of 60,000 by 60,000': image('/Width 60000 /Height 60000 /ImageMask true /BitsPerComponent 1'),
  'in JBIG2 that is none': image('/Width 600 /Height 600 /BitsPerComponent 1 /ColorSpace /DeviceGray /Filter /JBIG2Decode'),
  'in JPEG 2000 that is none': image('/Width 600 /Height 600 /Filter /JPXDecode', '\x00\x00\x00\x0cjP  \r\n\x87\n and no more'),
  'in JPEG that is cut off': image(
    '/Width 600 /Height 600 /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode',
    '\xff\xd8\xff\xe0\x00\x10JFIF',
  ),
  'in fax lines that never end': image('/Width 9999 /Height 9999 /ImageMask true /Filter /CCITTFaxDecode', 'x'.repeat(999)),
  'of no size': image('/Width /Big /Height -1'),
  'of colours that are none': image('/Width 60 /Height 60 /ColorSpace [/Indexed /DeviceRGB 1000000000 (x)] /BitsPerComponent 99'),
};

export const WITH_IMAGES: Readonly<Record<string, () => Uint8Array>> = Object.fromEntries(
  Object.entries(IMAGES).map(([name, made]) => [`an image ${name}`, () => page(words('/X Do'), { 7: made })]),
);

/** By what is wrong with them. */
export const TRICKS: Readonly<Record<string, () => Uint8Array>> = {
  'a billion pages': () => handMade({ 2: '<< /Type /Pages /Kids [3 0 R] /Count 1000000000 >>' }),
  'fewer than no pages': () => handMade({ 2: '<< /Type /Pages /Kids [3 0 R] /Count -5 >>' }),
  'no page': () => handMade({ 2: '<< /Type /Pages /Kids [] /Count 1 >>' }),
  'pages that hold themselves': () => handMade({ 2: '<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 4 >>' }),
  'pages that hold their elders': () =>
    handMade({ 2: '<< /Kids [8 0 R] /Count 9 >>', 8: '<< /Kids [9 0 R] /Count 9 >>', 9: '<< /Kids [2 0 R] /Count 9 >>' }),
  'the same page a hundred thousand times': () => handMade({ 2: `<< /Type /Pages /Kids [${'3 0 R '.repeat(MANY)}] /Count 100000 >>` }),
  'pages within pages, 20,000 deep': () => handMade({ 2: '<< /Type /Pages /Kids [10 0 R] /Count 1 >>', ...pageTree(20_000) }),
  'a parent that is its own child': () => handMade({ 3: '<< /Type /Page /Parent 3 0 R /Contents 4 0 R >>' }),
  'no catalogue': () => handMade({ 1: 'null' }),
  'a catalogue that is a number': () => handMade({ 1: '99' }),
  'a length that is itself': () => handMade({ 4: '<< /Length 4 0 R >>\nstream\nBT ET\nendstream' }),
  'a length of a billion': () => handMade({ 4: '<< /Length 1000000000 >>\nstream\nBT ET\nendstream' }),
  'a length below nothing': () => handMade({ 4: '<< /Length -9 >>\nstream\nBT ET\nendstream' }),
  'a table of places that names itself as the one before': () => handMade({}, { trailer: '/Prev 9' }),
  'a table of places far beyond the end': () => handMade({}, { trailer: '/Prev 99999999999' }),
  'a packed table whose streams extend each other': () => packedTable(''),
  'a packed table that goes on in itself': () => packedTable('/Prev 9'),
  'a table with two billion rows': () => handMade({}, { tail: 'xref\n0 2000000000\ntrailer << /Root 1 0 R >>\nstartxref\n700\n%%EOF' }),
  'lists within lists': () => handMade({ 6: nest('[', ']') }),
  'lists within lists among the operators': () => page(words(`${nest('[', ']')} TJ`)),
  'dictionaries within dictionaries': () => handMade({ 6: nest('<< /A ', '>>') }),
  'dictionaries among the operators': () => page(words(`/P ${nest('<< /A ', '>>')} BDC`)),
  'brackets within a string': () => page(words(`${nest('(', ')')} Tj`)),
  'a string that never ends': () => page(words('(and so on')),
  'numbers without end': () => page(words(`${'9'.repeat(4_000)} ${'9'.repeat(4_000)} Td (far) Tj`)),
  'a page larger than the world': () =>
    handMade({ 3: `<< /Type /Page /Parent 2 0 R /MediaBox [-1e300 -1e300 1e300 1e300] /Contents 4 0 R /Resources 6 0 R >>` }),
  'a page without size': () => handMade({ 3: '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 0 0] /Contents 4 0 R /Resources 6 0 R >>' }),
  'a matrix of nothing': () => page(stream('0 0 0 0 0 0 cm BT /F1 12 Tf (gone) Tj ET')),
  'matrices that multiply without end': () =>
    page(words(`${'9999999 0 0 9999999 9 9 cm '.repeat(80)}BT /F1 9 Tf (far) Tj ET 0 0 9 9 re f`)),
  'a font of no size': () => page(stream('BT /F1 0 Tf 50 700 Td (flat) Tj ET')),
  'a font of every size': () => page(stream(`BT /F1 1${'0'.repeat(300)} Tf 50 700 Td (huge) Tj ET`)),
  'a font that is not there': () => page(stream('BT /F9 12 Tf 50 700 Td (whose?) Tj ET')),
  'words without a font': () => page(stream('BT 50 700 Td (whose?) Tj ET')),
  'a font with widths beyond measure': () =>
    font(`/Subtype /Type1 /BaseFont /Helvetica /FirstChar 32 /LastChar 126 /Widths [${'1e308 -1e308 '.repeat(48)}]`),
  'a font with a matrix of nothing': () =>
    font('/Subtype /Type3 /FontBBox [0 0 0 0] /FontMatrix [0 0 0 0 0 0] /CharProcs << >> /Encoding << /Differences [65 /A] >>'),
  'a font with a billion letters': () => font('/Subtype /Type1 /BaseFont /Helvetica /FirstChar 0 /LastChar 1000000000 /Widths [500]'),
  'a font made of itself': () => font('/Subtype /Type0 /BaseFont /A /Encoding /Identity-H /DescendantFonts [5 0 R]'),
  'a font whose letters are written in itself': () =>
    handMade({
      5: '<< /Type /Font /Subtype /Type3 /FontBBox [0 0 9 9] /FontMatrix [1 0 0 1 0 0] /CharProcs << /A 9 0 R >> /Encoding << /Differences [65 /A] >> /Resources 6 0 R /FirstChar 65 /LastChar 65 /Widths [9] >>',
      9: stream('9 0 d0 BT /F1 9 Tf (A) Tj ET'),
    }),
  'a font file of nonsense': () =>
    handMade({
      5: '<< /Type /Font /Subtype /TrueType /BaseFont /L /FontDescriptor 8 0 R >>',
      8: '<< /Type /FontDescriptor /FontName /L /FontFile2 9 0 R >>',
      9: stream('\x00\x01\x00\x00'.repeat(999)),
    }),
  'letters that a map repeats without end': () =>
    handMade({
      5: '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 9 0 R >>',
      9: stream('begincmap 1 beginbfrange <0000> <ffffffff> <0041> endbfrange endcmap'),
    }),
  'a form that paints itself': () => page(words('/X Do'), { 7: stream('/X Do', '/Type /XObject /Subtype /Form /Resources 6 0 R') }),
  'two forms that paint each other, often': () =>
    page(words('/X Do'), {
      6: '<< /Font << /F1 5 0 R >> /XObject << /X 7 0 R /Y 8 0 R >> >>',
      7: stream('/Y Do '.repeat(50), '/Type /XObject /Subtype /Form /Resources 6 0 R'),
      8: stream('/X Do '.repeat(50), '/Type /XObject /Subtype /Form /Resources 6 0 R'),
    }),
  'ten forms, each painting the next ten times': () =>
    page(
      words('/X Do'),
      Object.fromEntries(
        Array.from({ length: 10 }, (_, at) => [
          at + 7,
          stream('/X Do '.repeat(10), `/Type /XObject /Subtype /Form /Resources << /XObject << /X ${at === 9 ? 4 : at + 8} 0 R >> >>`),
        ]),
      ),
    ),
  'text that is begun and never ended': () => page(words('BT '.repeat(100_000))),
  'filters upon filters': () => page(stream('x', `/Filter [${'/ASCIIHexDecode '.repeat(10_000)}]`)),
  'filters that nobody knows': () => page(stream('BT ET', '/Filter /LampDecode')),
  'packed bytes that are none': () => page(stream('no packed bytes at all', '/Filter /FlateDecode')),
  'a predictor of a billion columns': () =>
    page(stream(deflateSync('BT ET'), '/Filter /FlateDecode /DecodeParms << /Predictor 12 /Columns 1000000000 /Colors 9 >>')),
  'a lock that nobody knows': () => handMade({}, { trailer: '/Encrypt << /Filter /Lamp /V 99 /R 99 >> /ID [(a) (b)]' }),
  'a lock without a key': () => handMade({}, { trailer: '/Encrypt << /Filter /Standard /V 5 /R 6 /O () /U () /P -1 >> /ID [(a) (b)]' }),
  'a lock that is a loop': () => handMade({}, { trailer: '/Encrypt 1 0 R /ID 1 0 R' }),
  'an outline that follows itself': () =>
    handMade({ 1: '<< /Type /Catalog /Pages 2 0 R /Outlines 8 0 R >>', 8: '<< /First 8 0 R /Last 8 0 R /Next 8 0 R >>' }),
  'layers that belong to each other': () =>
    page(words('/OC /L BDC (x) Tj EMC'), {
      6: '<< /Font << /F1 5 0 R >> /Properties << /L 8 0 R >> >>',
      8: '<< /Type /OCMD /VE [/And 9 0 R] >>',
      9: '[/Not 9 0 R]',
    }),
  'a letter of a picture within the text': () => page(words(`BI /W 9 /H 9 /BPC 8 /CS /RGB ID ${'x'.repeat(243)} EI`)),
  'a picture within the text that never ends': () => page(words('BI /W 60000 /H 60000 /BPC 8 /CS /RGB ID xxxx')),
  'nothing but a head': () => Buffer.from('%PDF-1.7\n%%EOF\n'),
  'nothing but brackets': () => Buffer.from(`%PDF-1.7\n${'<<['.repeat(MANY)}\n%%EOF\n`),
  'nothing but beginnings of objects': () => Buffer.from(`%PDF-1.7\n${'1 0 obj\n'.repeat(50_000)}%%EOF\n`),
  'nothing but ends of tables': () => Buffer.from(`%PDF-1.7\n${'trailer\nstartxref\n'.repeat(200_000)}%%EOF\n`),
  'states that are given back and were never kept': () => page(words('Q '.repeat(100_000))),
  'operators that nobody knows': () => page(words('lamp oil wick '.repeat(20_000))),
};

/** Of more than there is time or memory for. */
export const ENDLESS: Readonly<Record<string, () => Uint8Array>> = {
  'states that are kept and never given back': () => page(words('q '.repeat(1_000_000))),
  'a million lines to strike them': () =>
    page(packed(`BT /F1 9 Tf 50 700 Td ${'(lamp) Tj '.repeat(3_000)} ET ${'50 702 500 1 re f '.repeat(1_000_000)}`)),
  'a grid of a million lines': () =>
    page(packed(`${'0 0 m 9 900 l S 1 0 0 1 0.001 0.001 cm '.repeat(300_000)} BT /F1 9 Tf ${'9 9 Td (a) Tj '.repeat(3_000)} ET`)),
  'a gigabyte of nothing': () => page(bomb(1_000)),
  'a gigabyte for a font': () =>
    handMade({
      5: '<< /Type /Font /Subtype /TrueType /BaseFont /L /FontDescriptor 8 0 R >>',
      8: '<< /Type /FontDescriptor /FontName /L /FontFile2 9 0 R >>',
      9: bomb(1_000),
    }),
  'a hundred megabytes of letters': () => page(packed(`BT /F1 9 Tf 50 700 Td (${'lamp '.repeat(20_000_000)}) Tj ET`)),
  'a pattern that is its own paint': () =>
    page(words('/Pattern cs /P scn 0 0 99 99 re f'), {
      6: '<< /Font << /F1 5 0 R >> /Pattern << /P 8 0 R >> >>',
      8: stream(
        '/Pattern cs /P scn 0 0 9 9 re f',
        '/PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 9 9] /XStep 1 /YStep 1 /Resources 6 0 R',
      ),
    }),
};

/** Strange in their form, and whole: the words must be read. */
export const WHOLE: Readonly<Record<string, () => Uint8Array>> = {
  'a head that no version has': () => handMade({}, { head: '%PDF-lamp\n' }),
  'junk before the head': () => handMade({}, { head: `${'-'.repeat(900)}\n%PDF-1.7\n` }),
  'junk after the end': () => handMade({}, { tail: '<!-- served in 3 ms -->\n'.repeat(3_000) }),
  'zeros after the end': () => handMade({}, { tail: '\0'.repeat(40_000) }),
  'a page of a website as its tail': () => handMade({}, { tail: '<!doctype html><html><body>A page.</body></html>' }),
  'zeros between the objects': () => handMade({ 8: '\0'.repeat(9_000) }),
};
