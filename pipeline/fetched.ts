// The files as last fetched, by the sha256 of their bytes: what a newer extractor re-reads without asking the source again.
// A cache: it may be lost, and what is damaged in it counts as lost.

import { createHash } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { StoreError } from './errors.ts';
import { listFiles, readBytesOrNull, writeWhole } from './files.ts';

export interface Fetched {
  /** Null when it was never kept, or is not what it was. */
  get(sha256: string): Promise<Uint8Array | null>;
  put(sha256: string, body: Uint8Array): Promise<void>;
  /** Drops all others. */
  keepOnly(sha256s: ReadonlySet<string>): Promise<void>;
}

/** An aid that fails must not stand between a change and its report. */
const orNothing = async <T>(work: Promise<T>): Promise<T | null> => {
  try {
    return await work;
  } catch (error) {
    if (error instanceof StoreError) return null;
    throw error;
  }
};

export const openFetched = (folder: string): Fetched => ({
  get: async (sha256) => {
    const body = await orNothing(readBytesOrNull(join(folder, sha256)));
    return body !== null && createHash('sha256').update(body).digest('hex') === sha256 ? body : null;
  },
  put: async (sha256, body) => {
    await orNothing(writeWhole(join(folder, sha256), body));
  },
  keepOnly: async (sha256s) => {
    const names = (await orNothing(listFiles(folder))) ?? [];
    // What cannot be removed stays for another time.
    for (const name of names) if (!sha256s.has(name)) await rm(join(folder, name), { force: true }).catch(() => undefined);
  },
});
