// The Chromium that comes as a package of npm: unpacked once into a folder of this user, with the libraries it needs.

import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Program } from './browsers.ts';

/** What unpacks; in a process of its own, since the package reads the environment and works in the folder for temporary files. */
const UNPACK = fileURLToPath(new URL('unpack.mjs', import.meta.url));
/** Makes it unpack its libraries, too: it would do so only where it sees a machine of Amazon. */
const WITH_LIBRARIES = 'AWS_Lambda_nodejs22.x';

/** Names its own fonts and no others: without a font each word is searched for one, and a long page takes ten seconds. */
const fontSettings = (folder: string): string => {
  const path = folder.replace(/[&<]/g, (sign) => `&#${sign.charCodeAt(0)};`);
  return `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${path}/fonts</dir><cachedir>${path}/fonts-cache</cachedir></fontconfig>
`;
};

const run = promisify(execFile);

/** Not the folder for temporary files: anybody could have put a program there. */
const cacheFolder = (): string => join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'pactwatch');

const version = async (): Promise<string> => {
  const file = new URL('../../package.json', import.meta.resolve('@sparticuz/chromium'));
  const { version } = JSON.parse(await readFile(file, 'utf8')) as { version: string };
  return version;
};

/** Whole or not at all, whatever else unpacks at the same time or is stopped on the way. */
const unpack = async (folder: string): Promise<void> => {
  await mkdir(cacheFolder(), { recursive: true, mode: 0o700 });
  const draft = await mkdtemp(`${folder}-`);
  try {
    await run(process.execPath, [UNPACK], { env: { ...process.env, TMPDIR: draft, AWS_EXECUTION_ENV: WITH_LIBRARIES } });
    await writeFile(join(draft, 'fonts', 'fonts.conf'), fontSettings(folder));
    await rename(draft, folder);
  } catch (error) {
    // Another one was quicker.
    if (!existsSync(folder)) throw error;
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
};

/** @returns null where the package has no program for this machine: all but Linux on x64 */
export const packagedBrowser = async (): Promise<Program | null> => {
  if (process.platform !== 'linux' || process.arch !== 'x64') return null;
  const folder = join(cacheFolder(), `chromium-${await version()}`);
  if (!existsSync(folder)) await unpack(folder);
  const libraries = [process.env.LD_LIBRARY_PATH, join(folder, 'al2023', 'lib')].filter(Boolean).join(':');
  return {
    path: join(folder, 'chromium'),
    env: { LD_LIBRARY_PATH: libraries, FONTCONFIG_FILE: join(folder, 'fonts', 'fonts.conf') },
  };
};
