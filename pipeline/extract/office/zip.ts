// The one home of yauzl: the parts of a DOCX or XLSX file, unpacked within bounds. What they say is read elsewhere.

import { crc32 } from 'node:zlib';
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';
import { ExtractError } from '../../errors.ts';

export interface OfficeSource {
  readonly body: Uint8Array;
  readonly at: string;
}

export interface Parts {
  has(name: string): boolean;
  /** @returns null when there is no such part */
  read(name: string): Promise<string | null>;
}

/** Of all parts together: some 30 times what long documents need, and what a file of a megabyte can be made to unpack to. */
const UNPACKED_MB = 256;

export const damaged = (at: string, cause: unknown): ExtractError =>
  new ExtractError('damaged', 'the file is damaged or not whole', {
    at,
    remedy: 'Open it in an office program, or fetch it again.',
    cause,
  });

const tooLarge = (at: string): ExtractError =>
  new ExtractError('too-large', `the file unpacks to more than ${UNPACKED_MB} MB`, { at, remedy: 'Look for a smaller file.' });

const locked = (at: string): ExtractError =>
  new ExtractError('encrypted', 'the file is protected by a password', { at, remedy: 'Look for another copy.' });

/** UTF-8, or UTF-16 where a byte order mark says so: XML knows no other encoding without a name, and office programs write these. */
const decode = (bytes: Uint8Array): string => {
  const utf16 = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
  return new TextDecoder(utf16).decode(bytes);
};

const unpack = async (zip: ZipFile, entry: Entry): Promise<Uint8Array> => {
  const chunks: Buffer[] = [];
  // A stream that gives more or less than the entry declares fails by itself.
  for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk);
  const bytes = Buffer.concat(chunks);
  if (crc32(bytes) !== entry.crc32) throw new Error(`the checksum of ${entry.fileName} is another`);
  return bytes;
};

/** Names of parts are the same in capitals and small letters. */
const keyOf = (name: string): string => name.replace(/^\//, '').toLowerCase();

/**
 * Opens the file and looks at what it declares; parts are unpacked when read.
 * @throws ExtractError damaged, encrypted, too-large
 */
export const openParts = async ({ body, at }: OfficeSource): Promise<Parts> => {
  const entries = new Map<string, Entry>();
  let unpacked = 0;
  const zip = await fromBufferPromise(Buffer.from(body.buffer, body.byteOffset, body.byteLength)).catch((cause) => {
    throw damaged(at, cause);
  });
  try {
    for await (const entry of zip.eachEntry()) {
      entries.set(keyOf(entry.fileName), entry);
      unpacked += entry.uncompressedSize;
    }
  } catch (cause) {
    throw damaged(at, cause);
  }
  if (unpacked > UNPACKED_MB * 1024 * 1024) throw tooLarge(at);
  if ([...entries.values()].some((entry) => entry.isEncrypted())) throw locked(at);
  return {
    has: (name) => entries.has(keyOf(name)),
    read: async (name) => {
      const entry = entries.get(keyOf(name));
      if (entry === undefined) return null;
      return decode(
        await unpack(zip, entry).catch((cause) => {
          throw damaged(at, cause);
        }),
      );
    },
  };
};
