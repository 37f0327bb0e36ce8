// The files that the machine writes. Every write is whole or not at all; what did not change is not written.
// The order of the writes of one finding (report, entries, text) is the caller's: see run.ts.

import { link, mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { StoreError } from './errors.ts';
import { type Fetched, openFetched } from './fetched.ts';
import { listFiles, listFolders, readOrNull, writeWhole } from './files.ts';
import type { Entry, IsoDate, Lists, Numbers, Snapshot, Validators } from './types.ts';

const NO_NUMBERS: Numbers = { baselines: {}, asked: {}, frontier: {}, passedOver: [], unseen: [] };

/** What changes at every run and may be lost: kept by day, so that a second run of a day writes nothing. */
export interface Looks {
  /** Day of the last answer, by `<id>/<language>`. */
  readonly days: Record<string, IsoDate>;
  /** Validators by real address, with the sha256 of the bytes that they stand for. */
  readonly validators: Record<string, Validators & { readonly sha256: string }>;
}

export interface Store {
  readonly root: string;
  snapshot(watcher: string): Promise<Snapshot>;
  saveEntries(watcher: string, entries: readonly Entry[]): Promise<void>;
  saveNumbers(watcher: string, numbers: Numbers): Promise<void>;
  saveLists(watcher: string, lists: Lists): Promise<void>;
  /** A file below root by its path with `/`; null when there is none. */
  read(path: string): Promise<string | null>;
  write(path: string, content: string): Promise<void>;
  remove(path: string): Promise<void>;
  /** File names in a folder below root, sorted; none when there is no such folder. */
  list(folder: string): Promise<readonly string[]>;
  /** Names of the folders in a folder below root, sorted. */
  folders(folder: string): Promise<readonly string[]>;
  looks(): Promise<Looks>;
  saveLooks(looks: Looks): Promise<void>;
  /** The files as last fetched. */
  readonly fetched: Fetched;
  /** Keeps other runs off this root until the returned function is called. */
  lock(): Promise<() => Promise<void>>;
}

export const entriesPath = (watcher: string): string => `snapshots/${watcher}/entries.json`;
const NO_LISTS: Lists = { baselines: {}, walked: {} };
const listsPath = (watcher: string): string => `snapshots/${watcher}/lists.json`;
const numbersPath = (watcher: string): string => `snapshots/${watcher}/numbers.json`;
export const textPath = (watcher: string, entry: string, language: string): string => `snapshots/${watcher}/texts/${entry}.${language}.md`;
const LOOKS = '.pactwatch/looks.json';
const FETCHED = '.pactwatch/fetched';
const LOCK = '.pactwatch/lock';

export const openStore = (root: string): Store => {
  const read = (path: string) => readOrNull(join(root, path));
  const write = (path: string, content: string) => writeWhole(join(root, path), content);
  const readJson = async <T>(path: string, isRight: (value: unknown) => value is T, none: T): Promise<T> => {
    const source = await read(path);
    if (source === null) return none;
    const value = tryJson(source);
    if (!isRight(value)) {
      throw new StoreError(`${path} is damaged`, { at: path, remedy: `Bring back its last good state: git checkout -- ${path}` });
    }
    return value;
  };
  return {
    root,
    read,
    write,
    remove: (path) => rm(join(root, path), { force: true }),
    list: (folder) => listFiles(join(root, folder)),
    folders: (folder) => listFolders(join(root, folder)),
    snapshot: async (watcher) => ({
      entries: await readJson(entriesPath(watcher), isEntries, []),
      numbers: await readJson(numbersPath(watcher), isNumbers, NO_NUMBERS),
      lists: await readJson(listsPath(watcher), isLists, NO_LISTS),
    }),
    saveEntries: (watcher, entries) => write(entriesPath(watcher), json(entries)),
    saveNumbers: (watcher, numbers) => write(numbersPath(watcher), json(sorted(numbers))),
    saveLists: (watcher, lists) => write(listsPath(watcher), json(sorted(lists))),
    // The cache may be lost without losing a finding, so a damaged one is the same as none.
    looks: async () => {
      const value = tryJson((await read(LOOKS)) ?? '');
      return isLooks(value) ? value : { days: {}, validators: {} };
    },
    saveLooks: (looks) => write(LOOKS, json(sorted(looks))),
    fetched: openFetched(join(root, FETCHED)),
    lock: () => lock(join(root, LOCK), root),
  };
};

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

/** The same value with the keys of its mappings in order, two levels deep: lists and entries keep theirs. */
const sorted = (value: object): object =>
  Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key,
      Array.isArray(inner) ? [...inner].sort() : Object.fromEntries(Object.entries(inner as object).sort(([a], [b]) => (a < b ? -1 : 1))),
    ]),
  );

const tryJson = (source: string): unknown => {
  try {
    return JSON.parse(source);
  } catch {
    return undefined;
  }
};

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);
const isEntries = (value: unknown): value is readonly Entry[] =>
  Array.isArray(value) &&
  value.every(
    (e) =>
      isRecord(e) &&
      [e.id, e.url, e.title, e.access, e.firstSeen].every((field) => typeof field === 'string') &&
      [e.missing, e.translations].every(Array.isArray) &&
      (e.reference === null || (isRecord(e.reference) && Array.isArray(e.reference.steps))),
  );
const isNumbers = (value: unknown): value is Numbers =>
  isRecord(value) &&
  isRecord(value.baselines) &&
  isRecord(value.asked) &&
  isRecord(value.frontier) &&
  Array.isArray(value.passedOver) &&
  Array.isArray(value.unseen);
const isLists = (value: unknown): value is Lists => isRecord(value) && isRecord(value.baselines) && isRecord(value.walked);
const isLooks = (value: unknown): value is Looks => isRecord(value) && isRecord(value.days) && isRecord(value.validators);

/** The file is made with its content and then gets its name, so that whoever meets it can read who holds it. */
const lock = async (path: string, root: string): Promise<() => Promise<void>> => {
  const own = `${path}.${process.pid}`;
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(own, String(process.pid));
    for (let attempt = 0; attempt < 2; attempt += 1) {
      if (await linked(own, path)) return () => rm(path, { force: true });
      const holder = Number(await readOrNull(path));
      if (isAlive(holder)) {
        throw new StoreError(`another run (process ${holder}) is working on ${root}`, {
          at: path,
          remedy: `Wait until it has ended, or give another --root. If process ${holder} is no run of pactwatch, delete ${path}.`,
        });
      }
      await rm(path, { force: true });
    }
    throw new StoreError(`${root} is locked`, { at: path, remedy: `Delete ${path} when no other run is working.` });
  } catch (error) {
    if (error instanceof StoreError) throw error;
    throw new StoreError(`${root} cannot be written`, {
      at: root,
      remedy: 'Choose a folder that can be written with --root.',
      cause: error,
    });
  } finally {
    // Where nothing could be written, there is nothing to take away.
    await rm(own, { force: true }).catch(() => undefined);
  }
};

const linked = async (own: string, path: string): Promise<boolean> => {
  try {
    await link(own, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
};

const isAlive = (pid: number): boolean => {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
};
