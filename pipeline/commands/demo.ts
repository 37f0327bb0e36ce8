// `pactwatch demo`: two days on a local stand-in of the document host, filed into a folder, told in plain words.

import { mkdir, mkdtemp, readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { UsageError } from '../errors.ts';
import { writeWhole } from '../files.ts';
import { newTracked } from '../match/draft.ts';
import { parseReference } from '../reference.ts';
import type { RunSummary } from '../types.ts';
import { writeYaml } from '../yaml.ts';
import type { Environment, GlobalOptions } from './environment.ts';
import { file } from './file.ts';
import { watch } from './watch.ts';

const HOST = 'https://data.consilium.europa.eu';

const MEANING: Readonly<Record<string, string>> = {
  access: 'A document that we track but nobody outside could read is public now.',
  'new-version': 'A tracked document has a new version, under a number of its own.',
  replaced: 'The file under a known address was exchanged, without a new number or date.',
  'new-document': 'Somebody published a document that we did not know, and it cites one that we track.',
};

export const demo = async (environment: Environment, options: GlobalOptions & { dir?: string }): Promise<number> => {
  const { startHost } = await import('../../test/replica/host.ts');
  const { councilPdf } = await import('../../test/replica/documents.ts');
  const { DAYS, STORY, WALK_FROM } = await import('../../test/replica/story.ts');
  const folder = await emptyFolder(environment, options.dir);
  await writeDeclarations(folder, STORY, WALK_FROM);
  const host = await startHost();
  const say = (text: string) => environment.out(`${text}\n`);
  try {
    say("Pactwatch on made-up documents. A small server on this machine plays the Council's document host.\n");
    const runs: RunSummary[] = [];
    for (const [i, today] of DAYS.entries()) {
      for (const { id, days } of STORY) {
        const state = days[i];
        host.behave('normal', `/doc/document/${id}/`);
        if (state === 'challenge') host.behave('challenge', `/doc/document/${id}/`);
        else if (state !== undefined && state !== 'absent') host.serve(id, 'en', await councilPdf(state));
      }
      runs.push(await oneRun(environment, { folder, today, origin: host.origin }));
      say(tellRun(today, runs.at(-1), i === 0));
    }
    const issues = join(folder, 'issues');
    const quiet: Environment = {
      ...environment,
      out: () => {},
      variables: { ...environment.variables, PACTWATCH_ORIGINS: undefined },
      today: DAYS[1],
    };
    await file(quiet, { ...paths(folder), to: `folder:${issues}` });
    say(await tellIssues(issues, folder, runs.at(-1)));
    return 0;
  } finally {
    await host.close();
  }
};

const paths = (folder: string) => ({ root: folder, settings: join(folder, 'pactwatch.yaml'), corpus: join(folder, 'corpus') });

const emptyFolder = async ({ cwd }: Environment, dir: string | undefined): Promise<string> => {
  if (dir === undefined) return mkdtemp(join(tmpdir(), 'pactwatch-demo-'));
  const folder = resolve(cwd, dir);
  await mkdir(folder, { recursive: true });
  if ((await readdir(folder)).length > 0)
    throw new UsageError(`${dir} is not empty`, { at: dir, remedy: 'Give a new or empty folder with --dir' });
  return folder;
};

interface Declared {
  readonly number: string;
  readonly tracked: string | null;
}

/** The same files that people write: settings, and one tracked text for each document. */
const writeDeclarations = async (folder: string, story: readonly Declared[], start: string): Promise<void> => {
  const settings = {
    interests: { subjectCodes: ['MIGR'], words: ['smuggling'] },
    watchers: { 'council-documents': { frontier: { start: [start], numbers: 20, lookAhead: 5 } } },
  };
  await writeWhole(paths(folder).settings, writeYaml(settings));
  for (const { number, tracked } of story) {
    const reference = parseReference(number);
    if (tracked === null || reference === null) continue;
    const { id, yaml } = newTracked(reference, { title: tracked });
    await writeWhole(join(paths(folder).corpus, `${id}.yaml`), yaml);
  }
};

const oneRun = async (
  environment: Environment,
  { folder, today, origin }: { folder: string; today: string; origin: string },
): Promise<RunSummary> => {
  const printed: string[] = [];
  const variables = { PACTWATCH_ORIGINS: JSON.stringify({ [HOST]: origin }) };
  const inside: Environment = {
    ...environment,
    variables,
    today,
    isTerminal: false,
    out: (text) => void printed.push(text),
    err: () => {},
  };
  await watch(inside, { ...paths(folder), json: true }, []);
  return JSON.parse(printed.join('')) as RunSummary;
};

const tellRun = (today: string, run: RunSummary | undefined, isFirst: boolean): string => {
  const looks = run?.watchers.flatMap((w) => w.looks) ?? [];
  const seen = looks.filter((l) => ['new', 'unchanged', 'changed', 'access'].includes(l.outcome)).length;
  const head = `${today}, ${isFirst ? 'first' : 'second'} run: ${looks.length} addresses asked, ${seen} documents read.`;
  if (isFirst) return `${head}\n  The first look is only recorded: what was there before is no news.\n`;
  const found = run?.findings.map((f) => `  - ${f.title}\n      ${MEANING[f.kind] ?? ''}`) ?? [];
  const failed =
    run?.failures.map(
      (f) =>
        `  - ${f.watcher} could not be read in full: ${f.code}\n      One address answered with a page that tests for browsers. Nothing is concluded from it, and it is said.`,
    ) ?? [];
  return `${[head, ...found, ...failed].join('\n')}\n`;
};

const tellIssues = async (issues: string, folder: string, run: RunSummary | undefined): Promise<string> => {
  const names = (await readdir(issues)).sort();
  return [
    `${names.length} files in ${issues}, each as GitHub would get it:`,
    ...names.map((name) => `  ${name}`),
    '',
    'Where to look:',
    `  an issue                         ${join(issues, names.find((n) => n.includes('replaced')) ?? names[0] ?? '')}`,
    `  the texts that were kept         ${join(folder, 'snapshots', 'council-documents', 'texts')}`,
    `  the reports behind the issues    ${join(folder, 'reports', 'council-documents')}  (${run?.findings.length ?? 0} findings)`,
    `  one document with its text       npx pactwatch show 90003/26 --root ${relative(process.cwd(), folder) || '.'}`,
    '',
    'Live: write your address into "contact:" in pactwatch.yaml, then  npx pactwatch watch',
  ].join('\n');
};
