// Reading and writing one file so that a stop at any instant leaves it whole.

import { randomBytes } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { StoreError } from './errors.ts';

export const isMissing = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === 'ENOENT';

export const readOrNull = async (path: string): Promise<string | null> => (await readBytesOrNull(path))?.toString('utf8') ?? null;

export const readBytesOrNull = async (path: string): Promise<Buffer | null> => {
  try {
    return await readFile(path);
  } catch (error) {
    if (isMissing(error)) return null;
    throw new StoreError(`${path} cannot be read`, { at: path, remedy: 'Check that the file is readable.', cause: error });
  }
};

/** Writes beside the target and renames, so that a stop at any instant leaves the old file or the new one. */
export const writeWhole = async (path: string, content: string | Uint8Array): Promise<void> => {
  if ((await readBytesOrNull(path))?.equals(Buffer.from(content)) === true) return;
  const folder = dirname(path);
  try {
    await mkdir(folder, { recursive: true });
    await sweep(folder);
    const temporary = join(folder, `.${randomBytes(6).toString('hex')}.tmp`);
    const file = await open(temporary, 'w');
    try {
      await file.writeFile(content);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, path);
  } catch (error) {
    throw new StoreError(`${path} cannot be written`, {
      at: path,
      remedy: 'Check permissions and free space, then run again: nothing found is lost.',
      cause: error,
    });
  }
};

/** File names in a folder, sorted, without hidden ones; none when there is no such folder. */
export const listFiles = async (folder: string): Promise<readonly string[]> => listNames(folder, 'file');

export const listFolders = async (folder: string): Promise<readonly string[]> => listNames(folder, 'folder');

const listNames = async (folder: string, kind: 'file' | 'folder'): Promise<readonly string[]> => {
  try {
    const found = await readdir(folder, { withFileTypes: true });
    return found
      .filter((f) => !f.name.startsWith('.') && (kind === 'file' ? f.isFile() : f.isDirectory()))
      .map((f) => f.name)
      .sort();
  } catch (error) {
    if (isMissing(error)) return [];
    throw new StoreError(`${folder} cannot be read`, { at: folder, remedy: 'Check that it is a folder and readable.', cause: error });
  }
};

/** Left-overs of a write that a stop cut off. Only one run at a time writes here, so none of them is in use. */
const sweep = async (folder: string): Promise<void> => {
  for (const name of await readdir(folder)) if (/^\.[0-9a-f]{12}\.tmp$/.test(name)) await rm(join(folder, name), { force: true });
};
