// The files as last fetched, by the sha256 of their bytes: what a newer extractor re-reads without asking the source again.
// A cache: it may be lost, and what is damaged in it counts as lost.

import { createHash } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { listFiles, readBytesOrNull, writeWhole } from './files.ts';

export interface Fetched {
  /** Null when it was never kept, or is not what it was. */
  get(sha256: string): Promise<Uint8Array | null>;
  put(sha256: string, body: Uint8Array): Promise<void>;
  /** Drops all others. */
  keepOnly(sha256s: ReadonlySet<string>): Promise<void>;
}

export const openFetched = (folder: string): Fetched => ({
  get: async (sha256) => {
    const body = await readBytesOrNull(join(folder, sha256));
    return body !== null && createHash('sha256').update(body).digest('hex') === sha256 ? body : null;
  },
  put: (sha256, body) => writeWhole(join(folder, sha256), body),
  keepOnly: async (sha256s) => {
    for (const name of await listFiles(folder)) if (!sha256s.has(name)) await rm(join(folder, name), { force: true });
  },
});
