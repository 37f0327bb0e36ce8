// What most commands need first: settings, corpus, store. Everything wrong in them is told at once, before anything is done.

import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { watchers as registry } from '../../watchers/index.ts';
import { isIsoDate } from '../calendar.ts';
import { declaredWatchers } from '../discover/declared.ts';
import { DeclarationError, type Problem, UsageError } from '../errors.ts';
import { parseOrigins } from '../fetch/origins.ts';
import { parseTracked } from '../match/corpus.ts';
import { addedIds, parseSettings, type Settings } from '../settings.ts';
import { openStore, type Store } from '../store.ts';
import type { IsoDate, Tracked, Watcher } from '../types.ts';
import type { Environment, GlobalOptions } from './environment.ts';

const HOME = fileURLToPath(new URL('../..', import.meta.url));

export interface Opened {
  readonly settings: Settings;
  /** Those of the registry and those that the settings add, sorted by id. */
  readonly watchers: readonly Watcher[];
  readonly corpus: readonly Tracked[];
  readonly store: Store;
  readonly today: IsoDate;
}

/** @throws DeclarationError with all problems of settings and corpus */
export const open = async (environment: Environment, options: GlobalOptions): Promise<Opened> => {
  const problems: Problem[] = [];
  const settings = await readSettings(environment, options, problems);
  const corpus = await readCorpus(corpusFolder(environment, options), environment.cwd, problems);
  if (problems.length > 0 || settings === null) throw new DeclarationError(problems);
  const watchers = [...registry, ...declaredWatchers(settings)].sort((a, b) => (a.id < b.id ? -1 : 1));
  return { settings, watchers, corpus, store: openStore(resolve(environment.cwd, options.root)), today: todayOf(environment) };
};

const todayOf = ({ today }: Environment): IsoDate => {
  if (isIsoDate(today)) return today;
  throw new UsageError(`PACTWATCH_TODAY is "${today}"`, { at: 'PACTWATCH_TODAY', remedy: 'Write a day like 2026-01-31, or leave it out.' });
};

/** A path that was given must exist; else the one in this folder counts, else the one that came with pactwatch. */
const locate = (cwd: string, given: string | undefined, usual: string): string => {
  if (given !== undefined) return resolve(cwd, given);
  return existsSync(join(cwd, usual)) ? join(cwd, usual) : join(HOME, usual);
};

const readSettings = async (environment: Environment, options: GlobalOptions, problems: Problem[]): Promise<Settings | null> => {
  const path = locate(environment.cwd, options.settings, 'pactwatch.yaml');
  const name = relative(environment.cwd, path) || path;
  const source = await readFile(path, 'utf8').catch(() => null);
  if (source === null) {
    problems.push({
      file: name,
      line: null,
      key: '',
      message: 'there is no such file, or it cannot be read',
      remedy: 'Give the path of your settings with --settings, or leave it out.',
    });
    return null;
  }
  const read = parseSettings(name, source);
  if (!read.ok) {
    problems.push(...read.problems);
    return null;
  }
  problems.push(...wrongNames(name, source, read.value));
  const fromEnvironment = environment.variables.PACTWATCH_ORIGINS;
  const origins = fromEnvironment === undefined ? {} : parseOrigins(fromEnvironment, 'PACTWATCH_ORIGINS');
  return {
    ...read.value,
    contact: environment.variables.PACTWATCH_CONTACT ?? read.value.contact,
    browser: { path: environment.variables.PACTWATCH_BROWSER ?? read.value.browser.path },
    origins: { ...read.value.origins, ...origins },
  };
};

/** Names that stand for nothing, or for two things. */
const wrongNames = (file: string, source: string, settings: Settings): Problem[] => {
  const lines = source.split('\n');
  const lineOf = (pattern: RegExp): number | null => lines.findLastIndex((row) => pattern.test(row)) + 1 || null;
  const added = addedIds(settings);
  const known = [...registry.map((w) => w.id), ...added];
  const unknown = Object.keys(settings.watchers).filter((id) => !known.includes(id));
  const taken = added.filter((id, i) => registry.some((w) => w.id === id) || added.indexOf(id) !== i || RESERVED.includes(id));
  return [
    ...unknown.map((id) => ({
      file,
      line: lineOf(new RegExp(`^\\s*${id}:`)),
      key: `watchers.${id}`,
      message: 'there is no watcher of this name',
      remedy: `Use one of: ${known.join(', ')}.`,
    })),
    ...taken.map((id) => ({
      file,
      line: lineOf(new RegExp(`id:\\s*["']?${id}["']?\\s*(#.*)?$`)),
      key: `id: ${id}`,
      message: 'this name is taken',
      remedy: 'Give each page, list and feed a name of its own, that no watcher has.',
    })),
  ];
};

/** The folder of reports about several sources. */
const RESERVED: readonly string[] = ['sources'];

export const corpusFolder = ({ cwd }: Environment, { corpus }: GlobalOptions): string => locate(cwd, corpus, 'watchers/corpus');

/** All tracked texts of a folder, sorted by id; what is wrong with them goes into `problems`. */
export const readCorpus = async (folder: string, cwd: string, problems: Problem[]): Promise<readonly Tracked[]> => {
  const names = await readdir(folder).catch(() => null);
  if (names === null) {
    problems.push({
      file: relative(cwd, folder) || folder,
      line: null,
      key: '',
      message: 'there is no such folder',
      remedy: 'Give the folder of your tracked texts with --corpus.',
    });
    return [];
  }
  const tracked: Tracked[] = [];
  for (const name of names.filter((n) => /\.ya?ml$/.test(n)).sort()) {
    const path = join(folder, name);
    const file = relative(cwd, path);
    const source = await readFile(path, 'utf8').catch(() => null);
    const read = source === null ? null : parseTracked(file, source);
    if (read === null)
      problems.push({
        file,
        line: null,
        key: '',
        message: 'this cannot be read as a file',
        remedy: 'Move it elsewhere, or check its permissions.',
      });
    else if (read.ok) tracked.push(read.value);
    else problems.push(...read.problems);
  }
  return tracked;
};

/** The watchers named on the command line, or all. */
export const chooseWatchers = ({ watchers }: Opened, ids: readonly string[]): readonly Watcher[] => {
  const unknown = ids.filter((id) => !watchers.some((w) => w.id === id));
  if (unknown.length > 0) {
    throw new UsageError(`there is no watcher called ${unknown.join(', ')}`, {
      at: 'watch',
      remedy: `Use one of: ${watchers.map((w) => w.id).join(', ')}.`,
    });
  }
  return ids.length === 0 ? watchers : watchers.filter((w) => ids.includes(w.id));
};
