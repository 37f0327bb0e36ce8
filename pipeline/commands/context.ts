// What most commands need first: settings, corpus, store. Everything wrong in them is told at once, before anything is done.

import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { watchers } from '../../watchers/index.ts';
import { isIsoDate } from '../calendar.ts';
import { DeclarationError, type Problem, UsageError } from '../errors.ts';
import { parseOrigins } from '../fetch/origins.ts';
import { parseTracked } from '../match/corpus.ts';
import { parseSettings, type Settings } from '../settings.ts';
import { openStore, type Store } from '../store.ts';
import type { IsoDate, Tracked } from '../types.ts';
import type { Environment, GlobalOptions } from './environment.ts';

const HOME = fileURLToPath(new URL('../..', import.meta.url));

export interface Opened {
  readonly settings: Settings;
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
  return { settings, corpus, store: openStore(resolve(environment.cwd, options.root)), today: todayOf(environment) };
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
  problems.push(...unknownWatchers(name, source, read.value));
  const fromEnvironment = environment.variables.PACTWATCH_ORIGINS;
  const origins = fromEnvironment === undefined ? {} : parseOrigins(fromEnvironment, 'PACTWATCH_ORIGINS');
  return {
    ...read.value,
    contact: environment.variables.PACTWATCH_CONTACT ?? read.value.contact,
    origins: { ...read.value.origins, ...origins },
  };
};

const unknownWatchers = (file: string, source: string, settings: Settings): Problem[] =>
  Object.keys(settings.watchers)
    .filter((id) => !watchers.some((w) => w.id === id))
    .map((id) => ({
      file,
      line: source.split('\n').findIndex((row) => row.trim().startsWith(`${id}:`)) + 1 || null,
      key: `watchers.${id}`,
      message: 'there is no watcher of this name',
      remedy: `Use one of: ${watchers.map((w) => w.id).join(', ')}.`,
    }));

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
export const chooseWatchers = (ids: readonly string[]) => {
  const unknown = ids.filter((id) => !watchers.some((w) => w.id === id));
  if (unknown.length > 0) {
    throw new UsageError(`there is no watcher called ${unknown.join(', ')}`, {
      at: 'watch',
      remedy: `Use one of: ${watchers.map((w) => w.id).join(', ')}.`,
    });
  }
  return ids.length === 0 ? watchers : watchers.filter((w) => ids.includes(w.id));
};
