// Word and Excel files from their parts, and the container they come in. The texts come from the caller and are made up.

import { crc32, deflateRawSync } from 'node:zlib';

interface ZipOptions {
  /** Packed, or as they are. */
  readonly pack?: boolean;
  /** What the container says of the size of every part, instead of the truth. */
  readonly declared?: number;
  /** General purpose flags; 1 is encrypted. */
  readonly flags?: number;
}

/** A zip file, parts in the order given. */
export const zip = (
  parts: Readonly<Record<string, string | Uint8Array>>,
  { pack = true, declared, flags = 0 }: ZipOptions = {},
): Buffer => {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [path, content] of Object.entries(parts)) {
    const [name, raw] = [Buffer.from(path), Buffer.from(content)];
    const data = pack ? deflateRawSync(raw) : raw;
    const facts = Buffer.alloc(26);
    facts.writeUInt16LE(20, 0);
    facts.writeUInt16LE(flags, 2);
    facts.writeUInt16LE(pack ? 8 : 0, 4);
    facts.writeUInt32LE(crc32(raw), 10);
    facts.writeUInt32LE(data.length, 14);
    facts.writeUInt32LE(declared ?? raw.length, 18);
    facts.writeUInt16LE(name.length, 22);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    directory.push(Buffer.from('PK\x01\x02\x14\x00', 'latin1'), facts, place, name);
    files.push(Buffer.from('PK\x03\x04', 'latin1'), facts, name, data);
    offset += 30 + name.length + data.length;
  }
  const size = directory.reduce((sum, { length }) => sum + length, 0);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(Object.keys(parts).length, 8);
  end.writeUInt16LE(Object.keys(parts).length, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...files, ...directory, end]);
};

const TYPES = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const EXCEL = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

const relations = (rows: readonly (readonly [id: string, type: string, target: string])[]): string =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${rows
    .map(([id, type, target]) => `<Relationship Id="${id}" Type="${TYPES}/${type}" Target="${target}"/>`)
    .join('')}</Relationships>`;

const CONTENT_TYPES = {
  '[Content_Types].xml':
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>',
};

export interface DocxSpec {
  /** XML inside of `w:body`. */
  readonly body: string;
  /** XML inside of the outermost element of each. */
  readonly styles?: string;
  readonly numbering?: string;
  readonly footnotes?: string;
  readonly endnotes?: string;
  readonly header?: string;
  readonly comments?: string;
  /** XML inside of the file's properties. */
  readonly properties?: string;
  /** Addresses by the id of their relationship. */
  readonly links?: Readonly<Record<string, string>>;
  /** Another name for the part that holds the body. */
  readonly main?: string;
}

/** The parts of a Word file. */
export const docxParts = ({ body, main = 'document.xml', links = {}, properties = '', ...rest }: DocxSpec): Record<string, string> => {
  const others = Object.entries({ ...rest, settings: '' });
  return {
    ...CONTENT_TYPES,
    '_rels/.rels': relations([['r1', 'officeDocument', `word/${main}`]]),
    [`word/_rels/${main}.rels`]: relations([
      ...others.map(([type]) => [type, type, `${type}.xml`] as const),
      ...Object.entries(links).map(([id, target]) => [id, 'hyperlink', target] as const),
    ]),
    'docProps/core.xml': `<cp:coreProperties xmlns:cp="cp" xmlns:dc="dc">${properties}</cp:coreProperties>`,
    ...Object.fromEntries(others.map(([type, inner]) => [`word/${type}.xml`, `<w:${type} xmlns:w="${WORD}">${inner}</w:${type}>`])),
    [`word/${main}`]: `<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="${WORD}"><w:body>${body}<w:sectPr/></w:body></w:document>`,
  };
};

export const docx = (spec: DocxSpec): Buffer => zip(docxParts(spec));

export interface XlsxSpec {
  /** XML of the rows of each sheet, by its name. */
  readonly sheets: Readonly<Record<string, string>>;
  /** Attributes of each sheet in the list of sheets. */
  readonly states?: Readonly<Record<string, string>>;
  /** XML of the shared texts: `<si><t>words</t></si>`. */
  readonly strings?: string;
  /** XML inside of the styles. */
  readonly styles?: string;
  readonly from1904?: boolean;
}

/** The parts of an Excel file. */
export const xlsxParts = ({ sheets, states = {}, strings = '', styles = '', from1904 = false }: XlsxSpec): Record<string, string> => {
  const names = Object.keys(sheets);
  return {
    ...CONTENT_TYPES,
    '_rels/.rels': relations([['r1', 'officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': `<workbook xmlns="${EXCEL}" xmlns:r="${TYPES}"><workbookPr date1904="${from1904 ? 1 : 0}"/><sheets>${names
      .map((name, at) => `<sheet name="${name}" sheetId="${at + 1}" r:id="s${at}" ${states[name] ?? ''}/>`)
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relations([
      ...names.map((_, at) => [`s${at}`, 'worksheet', `worksheets/sheet${at + 1}.xml`] as const),
      ['t', 'sharedStrings', 'sharedStrings.xml'],
      ['f', 'styles', 'styles.xml'],
    ]),
    'xl/sharedStrings.xml': `<sst xmlns="${EXCEL}">${strings}</sst>`,
    'xl/styles.xml': `<styleSheet xmlns="${EXCEL}">${styles}</styleSheet>`,
    ...Object.fromEntries(
      names.map((name, at) => [
        `xl/worksheets/sheet${at + 1}.xml`,
        `<worksheet xmlns="${EXCEL}"><sheetData>${sheets[name]}</sheetData></worksheet>`,
      ]),
    ),
  };
};

export const xlsx = (spec: XlsxSpec): Buffer => zip(xlsxParts(spec));
