// The house as drawn: which part may import which, and where each outside package lives. Fails with the offending pair.

import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const files = ['pipeline', 'watchers'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(ts|mjs)$/.test(name))
    .map((name) => join(folder, name)),
);

/** `[file, what it imports]`, static and dynamic, types included; our own files as paths from the top. */
const imports = files.flatMap((file) =>
  [...readFileSync(file, 'utf8').matchAll(/(?:^(?:import|export) (?:[^;']* from )?|\bimport\()'([^']+)'/gm)].map(
    ([, to = '']): readonly [string, string] => [file, to.startsWith('.') ? relative('.', resolve(dirname(file), to)) : to],
  ),
);

const SHARED = ['types', 'declaration', 'errors', 'reference', 'calendar', 'yaml', 'markdown', 'marks', 'files', 'telling'].map(
  (name) => `pipeline/${name}.ts`,
);
const STAGES = ['discover', 'fetch', 'extract', 'diff', 'match', 'report', 'issue'].map((name) => `pipeline/${name}/`);
const stageOf = (path: string): string | undefined => STAGES.find((stage) => path.startsWith(stage));
const offenders = (isWrong: (from: string, to: string) => boolean): string[] =>
  imports.filter(([from, to]) => isWrong(from, to)).map(([from, to]) => `${from} -> ${to}`);

/** Where each outside package may be imported. */
const HOMES: Readonly<Record<string, readonly string[]>> = {
  cheerio: ['pipeline/extract/', 'pipeline/discover/'],
  feedsmith: ['pipeline/discover/'],
  'pdfjs-dist': ['pipeline/extract/'],
  entities: ['pipeline/extract/'],
  htmlparser2: ['pipeline/extract/'],
  yauzl: ['pipeline/extract/'],
  papaparse: ['pipeline/extract/'],
  'p-queue': ['pipeline/fetch/'],
  'robots-parser': ['pipeline/fetch/'],
  playwright: ['pipeline/fetch/'],
  '@sparticuz/chromium': ['pipeline/fetch/'],
  diff: ['pipeline/diff/'],
  'string-width': ['pipeline/diff/'],
  'wrap-ansi': ['pipeline/diff/'],
  octokit: ['pipeline/issue/github.ts'],
  yaml: ['pipeline/yaml.ts'],
  commander: ['pipeline/cli.ts'],
  tsx: ['pipeline/'],
};
const packageOf = (to: string): string =>
  to
    .split('/')
    .slice(0, to.startsWith('@') ? 2 : 1)
    .join('/');

describe('the house', () => {
  it('has stages that do not call each other', () =>
    expect(offenders((from, to) => stageOf(from) !== undefined && stageOf(to) !== undefined && stageOf(from) !== stageOf(to))).toEqual([]));

  it('has stages that know nothing of run, store, commands or watchers', () =>
    expect(
      offenders(
        (from, to) => stageOf(from) !== undefined && /^(pipeline|watchers)\//.test(to) && stageOf(to) === undefined && !SHARED.includes(to),
      ),
    ).toEqual([]));

  it('has words and errors that import nothing of ours', () =>
    expect(
      offenders(
        (from, to) =>
          ['pipeline/types.ts', 'pipeline/declaration.ts', 'pipeline/errors.ts'].includes(from) &&
          to.startsWith('pipeline/') &&
          !['pipeline/types.ts', 'pipeline/declaration.ts'].includes(to),
      ),
    ).toEqual([]));

  it('has watchers that are declarations: nothing but types', () =>
    expect(
      offenders((from, to) => from.startsWith('watchers/') && !['pipeline/types.ts'].includes(to) && !to.startsWith('watchers/')),
    ).toEqual([]));

  it('knows its registry only at the edge', () =>
    expect(offenders((from, to) => to.startsWith('watchers/') && !/^(pipeline\/commands\/|watchers\/)/.test(from))).toEqual([]));

  it('touches the outside world only at its edges', () => {
    const edge =
      /^pipeline\/(fetch\/|extract\/(thread|pool)\.|files\.ts|fetched\.ts|store\.ts|history\.ts|issue\/(github|folder)\.ts|commands\/|cli\.ts|bin\.mjs)/;
    const world = /^(node:)?(fs|fs\/promises|http|https|net|child_process|worker_threads|os)$/;
    expect(offenders((from, to) => world.test(to) && !edge.test(from))).toEqual([]);
  });

  it('reads no calendar outside cli.ts and fetch/', () => {
    const clocks = files
      .filter((f) => !/^pipeline\/(cli\.ts|fetch\/)/.test(f))
      .filter((f) => /Date\.now\(|new Date\(\)/.test(readFileSync(f, 'utf8')));
    expect(clocks).toEqual([]);
  });

  it('keeps each outside package in its one home', () => {
    const strangers = offenders(
      (from, to) =>
        !to.startsWith('node:') &&
        !/^(pipeline|watchers|test)\//.test(to) &&
        to !== 'zod' &&
        !HOMES[packageOf(to)]?.some((home) => from.startsWith(home)),
    );
    expect(strangers).toEqual([]);
  });
});

describe('what starts first stays light', () => {
  it('cli.ts loads nothing but commander, our errors and the environment before a verb is known', () => {
    const eager = readFileSync('pipeline/cli.ts', 'utf8').match(/^import (?!type).* from '[^']+'/gm) ?? [];
    expect(eager.map((line) => line.replace(/.* from /, ''))).toEqual(["'commander'", "'./commands/environment.ts'", "'./errors.ts'"]);
  });
});
