// From the bytes of a page to its characters, as browsers find out what they stand for, but without the header of the answer.

import { isUtf8 } from 'node:buffer';

const MARKS: readonly (readonly [string, readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

type Decoder = InstanceType<typeof TextDecoder>;

/** What Windows-1252 has where Latin-1 has controls. Node 20 reads the one as the other. */
const WINDOWS_1252 = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

const decode = (decoder: Decoder, body: Uint8Array): string => {
  const text = decoder.decode(body);
  if (decoder.encoding !== 'windows-1252') return text;
  return text.replace(/[\x80-\x9f]/g, (control) => WINDOWS_1252[control.charCodeAt(0) - 0x80] ?? control);
};

/** So much of a page may come before it names its encoding. */
const HEAD = 4_096;

const decoderOf = (name: string): Decoder | null => {
  try {
    return new TextDecoder(name);
  } catch {
    // The only thing that can be wrong is the name: no such encoding.
    return null;
  }
};

/** What `<meta charset>`, its older form or the declaration of XML says. UTF-16 cannot be said in a way that could be read. */
const declared = (body: Uint8Array): Decoder | null => {
  const head = Buffer.from(body.subarray(0, HEAD))
    .toString('latin1')
    .replace(/<!--[\s\S]*?-->/g, '');
  const name = (/<meta\b[^>]*?charset\s*=\s*["']?\s*([\w:.-]+)/i.exec(head) ??
    /^\s*<\?xml[^>]*?encoding\s*=\s*["']([\w:.-]+)/i.exec(head))?.[1];
  if (name === undefined) return null;
  return decoderOf(/^utf-?16/i.test(name) ? 'utf-8' : name);
};

/** Every second byte of the first letters is zero, without a mark that says why. */
const looksLikeUtf16 = (body: Uint8Array): 'utf-16le' | 'utf-16be' | null => {
  const [a, b, c, d] = body;
  if (a === 0x3c && b === 0 && d === 0) return 'utf-16le';
  return a === 0 && b === 0x3c && c === 0 ? 'utf-16be' : null;
};

/**
 * By the mark at the start, by what the page says of itself, by whether it is UTF-8; what is neither is Windows-1252, as almost every page
 * that says nothing was.
 */
export const decodeHtml = (body: Uint8Array): string => {
  const marked = MARKS.find(([, bytes]) => bytes.every((byte, at) => body[at] === byte))?.[0] ?? looksLikeUtf16(body);
  if (marked !== null && marked !== undefined) return new TextDecoder(marked).decode(body);
  const named = declared(body);
  if (named !== null && named.encoding !== 'utf-8') return decode(named, body);
  if (isUtf8(body)) return new TextDecoder().decode(body);
  // Not UTF-8 all through: a page that says it is has been damaged or cut, one that says nothing is older.
  return decode(named ?? new TextDecoder('windows-1252'), body);
};
