// A place to run in: a folder with settings and corpus, hosts that stand for the real ones, and the real command line, here or as a process of its own.

import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { main } from '../../pipeline/cli.ts';
import { newTracked } from '../../pipeline/match/draft.ts';
import { parseReference } from '../../pipeline/reference.ts';
import type { Entry, RunSummary } from '../../pipeline/types.ts';
import { writeYaml } from '../../pipeline/yaml.ts';
import { watchers } from '../../watchers/index.ts';

const REAL_HOST = 'https://data.consilium.europa.eu';
const BIN = resolve('pipeline/bin.mjs');
const execute = promisify(execFile);

type Variables = Readonly<Record<string, string>>;

export interface Ran {
  /** null when the process was killed. */
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

interface How {
  readonly variables?: Variables;
  /** Options of node itself. */
  readonly node?: readonly string[];
  /** Milliseconds until SIGKILL; 0 for never. */
  readonly killAfter?: number;
}

export interface Place {
  readonly folder: string;
  readonly root: string;
  /** The command line in this process. */
  run(today: string, args: readonly string[], variables?: Variables): Promise<Ran>;
  /** The command line as a process of its own, which can be killed. */
  process(today: string, args: readonly string[], how?: How): Promise<Ran>;
  watch(today: string, ...args: readonly string[]): Promise<{ readonly code: number | null; readonly summary: RunSummary }>;
  entries(): Promise<readonly Entry[]>;
  entry(id: string): Promise<Entry>;
  text(id: string, language?: string): Promise<string>;
  /** Names of the report files. */
  reports(): Promise<readonly string[]>;
  report(start: string): Promise<string>;
  /** All files that the machine wrote, by path. */
  files(): Promise<Readonly<Record<string, string>>>;
  copy(): Promise<Place>;
}

/** @param origins what stands for the document host, and then nothing else is watched; or for each real origin */
export const makePlace = async (
  origins: string | Readonly<Record<string, string>>,
  numbers: readonly string[],
  settings: object = {},
): Promise<Place> => {
  const folder = await mkdtemp(join(tmpdir(), 'pactwatch-place-'));
  await mkdir(join(folder, 'corpus'));
  for (const number of numbers) {
    const reference = parseReference(number);
    if (reference === null) throw new Error(number);
    const { id, yaml } = newTracked(reference, { title: `Tracked ${number}` });
    await writeFile(join(folder, 'corpus', `${id}.yaml`), yaml);
  }
  const isAlone = typeof origins === 'string';
  const off = isAlone
    ? Object.fromEntries(watchers.filter(({ kind }) => kind !== 'numbers').map(({ id }) => [id, { enabled: false }]))
    : {};
  const own = 'watchers' in settings && typeof settings.watchers === 'object' ? settings.watchers : {};
  await writeFile(join(folder, 'settings.yaml'), writeYaml({ manners: { retries: 0 }, ...settings, watchers: { ...off, ...own } }));
  return at(folder, isAlone ? { [REAL_HOST]: origins } : origins);
};

const at = (folder: string, origins: Readonly<Record<string, string>>): Place => {
  const root = join(folder, 'root');
  const where = ['--root', root, '--settings', join(folder, 'settings.yaml'), '--corpus', join(folder, 'corpus')];
  const stands = { PACTWATCH_ORIGINS: JSON.stringify(origins) };
  const read = (path: string) => readFile(join(root, path), 'utf8');
  const place: Place = {
    folder,
    root,
    run: (today, args, variables = {}) => runHere([...args, ...where], today, { ...stands, ...variables }),
    process: (today, args, { variables = {}, node = [], killAfter = 0 } = {}) =>
      runProcess([...node, BIN, ...args, ...where], { ...stands, PACTWATCH_TODAY: today, ...variables }, killAfter),
    watch: async (today, ...args) => {
      const alone = Object.keys(origins).join() === REAL_HOST && args.every((arg) => arg.startsWith('-'));
      const { code, out, err } = await place.run(today, ['watch', '--json', ...args, ...(alone ? ['council-documents'] : [])]);
      if (out === '') throw new Error(`watch gave nothing: ${err}`);
      return { code, summary: JSON.parse(out) as RunSummary };
    },
    entries: async () => JSON.parse(await read('snapshots/council-documents/entries.json')) as Entry[],
    entry: async (id) => {
      const entry = (await place.entries()).find((e) => e.id === id);
      if (entry === undefined) throw new Error(`no entry ${id}`);
      return entry;
    },
    text: (id, language = 'en') => read(`snapshots/council-documents/texts/${id}.${language}.md`),
    reports: () => readdir(join(root, 'reports/council-documents')).catch(() => []),
    report: async (start) => {
      const name = (await place.reports()).find((n) => n.startsWith(start));
      if (name === undefined) throw new Error(`no report ${start} among ${(await place.reports()).join(', ')}`);
      return read(`reports/council-documents/${name}`);
    },
    files: () => filesOf(folder, ['root/snapshots', 'root/reports', 'issues']),
    copy: async () => {
      const other = await mkdtemp(join(tmpdir(), 'pactwatch-place-'));
      await cp(folder, other, { recursive: true });
      return at(other, origins);
    },
  };
  return place;
};

/** Nothing of the place where the tests run may speak into them: no Actions, no tokens, no colours. */
export const runHere = async (args: readonly string[], today: string, variables: Variables): Promise<Ran> => {
  const [out, err]: [string[], string[]] = [[], []];
  const code = await main(args, {
    variables,
    today,
    cwd: process.cwd(),
    isTerminal: false,
    out: (text) => void out.push(text),
    err: (text) => void err.push(text),
  });
  return { code, out: out.join(''), err: err.join('') };
};

const runProcess = async (args: readonly string[], variables: Variables, killAfter: number): Promise<Ran> => {
  const env = { PATH: process.env.PATH ?? '', HOME: process.env.HOME ?? '', ...variables };
  try {
    const { stdout, stderr } = await execute(process.execPath, args, {
      env,
      maxBuffer: 64 * 1024 * 1024,
      timeout: killAfter,
      killSignal: 'SIGKILL',
    });
    return { code: 0, out: stdout, err: stderr };
  } catch (error) {
    const { code, stdout, stderr } = error as { code?: number | null; stdout: string; stderr: string };
    return { code: typeof code === 'number' ? code : null, out: stdout, err: stderr };
  }
};

const filesOf = async (folder: string, below: readonly string[]): Promise<Record<string, string>> => {
  const files: Record<string, string> = {};
  for (const part of below) {
    const found = await readdir(join(folder, part), { recursive: true, withFileTypes: true }).catch(() => []);
    for (const file of found) {
      if (!file.isFile()) continue;
      const path = join(file.parentPath, file.name);
      // The folder's own name is another in every place, and nothing else may be.
      files[path.slice(folder.length + 1)] = (await readFile(path, 'utf8')).replaceAll(folder, '<place>');
    }
  }
  return files;
};
