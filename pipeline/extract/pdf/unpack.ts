// Packed bytes for pdf.js, by zlib at once: what does not come whole, or unpacks to more than anybody writes, is remembered as an error.
// pdf.js itself takes what comes before an error for all that there is.

import { inflateSync } from 'node:zlib';

/** The operators of a page of a map come to some 20 megabytes. */
const MOST_MB = 256;

/** One stream that unpacks to too much. */
export class UnpackError extends Error {
  readonly megabytes = MOST_MB;
}

const isTooLarge = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';

let broken: { readonly error: unknown } | null = null;

/** Of the document that is being read: a thread reads one at a time. @returns the first error since it was last asked for */
export const takeBroken = (): { readonly error: unknown } | null => {
  const first = broken;
  broken = null;
  return first;
};

const unpack = (bytes: Uint8Array): Uint8Array => {
  try {
    return inflateSync(bytes, { maxOutputLength: MOST_MB * 2 ** 20, chunkSize: 2 ** 16 });
  } catch (error) {
    broken ??= { error: isTooLarge(error) ? new UnpackError() : error };
    return new Uint8Array();
  }
};

/** As much of a DecompressionStream as pdf.js asks for: one piece is written, and all of it is read. */
class Unpacker {
  #write: (bytes: Uint8Array) => void = () => undefined;
  readonly #written = new Promise<Uint8Array>((resolve) => {
    this.#write = resolve;
  });
  readonly readable = this.#read();
  readonly writable = {
    getWriter: () => ({
      ready: Promise.resolve(),
      write: async (bytes: Uint8Array): Promise<void> => this.#write(bytes),
      close: async (): Promise<void> => undefined,
    }),
  };

  constructor(format: string) {
    // pdf.js then goes on by its own means.
    if (format !== 'deflate') throw new TypeError(`no unpacker for ${format}`);
  }

  async *#read(): AsyncGenerator<Uint8Array> {
    yield unpack(await this.#written);
  }
}

/** From then on, whoever unpacks in this thread does it so. */
export const replaceUnpacker = (): void => {
  Object.assign(globalThis, { DecompressionStream: Unpacker });
};
