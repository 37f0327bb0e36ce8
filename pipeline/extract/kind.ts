// What a file is, by its first bytes. What the server calls it decides only between texts, which have no such bytes.

import { ExtractError } from '../errors.ts';
import type { Text } from '../types.ts';

export type Kind = Text['kind'];

interface Unknown {
  readonly body: Uint8Array;
  readonly mediaType: string;
  readonly at: string;
}

const OFFICE: Readonly<Record<string, Kind>> = {
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx',
};
const TEXTS: Readonly<Record<string, Kind>> = {
  'text/html': 'html',
  'application/xhtml+xml': 'html',
  'text/csv': 'csv',
  'application/csv': 'csv',
  'text/tab-separated-values': 'csv',
};
/** Readers look for the beginning of a PDF this far, and so do we. */
const HEAD = 1024;
const HTML = /^(?:\xef\xbb\xbf)?\s*(?:<!--(?:(?!-->)[\s\S])*-->\s*)*<(?:!doctype html|html|head|body|\?xml)/;

const officeKind = (bytes: Buffer, mediaType: string): Kind | null => {
  // Names of parts are not compressed. A file within the file, a chart's sheet say, has names too, but they come later.
  const [word, excel] = [bytes.indexOf('word/document'), bytes.indexOf('xl/workbook.xml')];
  if (word !== -1 && (excel === -1 || word < excel)) return 'docx';
  return excel === -1 ? (OFFICE[mediaType] ?? null) : 'xlsx';
};

/** The files of Word and Excel before 2007, and the container of newer ones that ask for a password. */
const oldOffice = (bytes: Buffer, at: string): ExtractError =>
  bytes.includes(Buffer.from('EncryptedPackage', 'utf16le'))
    ? new ExtractError('encrypted', 'the file is protected by a password', { at, remedy: 'Look for another copy.' })
    : new ExtractError('wrong-type', 'this is an old Word, Excel or PowerPoint file (.doc, .xls, .ppt)', {
        at,
        remedy: 'Save it as .docx, .xlsx or PDF with an office program.',
      });

const textKind = (head: string, mediaType: string): Kind | null => {
  const utf16 = /^(?:\xff\xfe|\xfe\xff)/.test(head);
  if (head.includes('\0') && !utf16) return null;
  return HTML.test(head.trimStart().toLowerCase()) ? 'html' : (TEXTS[mediaType] ?? null);
};

/** @throws ExtractError wrong-type, or encrypted for an office file behind a password */
export const kindOf = ({ body, mediaType, at }: Unknown): Kind => {
  const bytes = Buffer.from(body.buffer, body.byteOffset, body.byteLength);
  const head = bytes.toString('latin1', 0, HEAD);
  if (head.startsWith('\xd0\xcf\x11\xe0')) throw oldOffice(bytes, at);
  const office = head.startsWith('PK') ? officeKind(bytes, mediaType) : null;
  if (office !== null) return office;
  // A page or a table can speak of the mark of a PDF.
  const text = textKind(head, mediaType);
  if (head.startsWith('%PDF') || (text === null && head.includes('%PDF-'))) return 'pdf';
  if (text !== null) return text;
  throw new ExtractError('wrong-type', `this is no PDF, HTML, Word, Excel or CSV file (media type ${mediaType || 'unknown'})`, {
    at,
    remedy: 'Open the address in a browser and see what it sends.',
  });
};
