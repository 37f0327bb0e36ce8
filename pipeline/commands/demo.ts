// `pactwatch demo`: three days on local stand-ins of all sources, filed into a folder, told in plain words.
// What the stand-ins play stands in test/replica/.

import { cp, mkdir, mkdtemp, readdir, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Story } from '../../test/replica/site.ts';
import { watchers } from '../../watchers/index.ts';
import { UsageError } from '../errors.ts';
import { writeWhole } from '../files.ts';
import { newTracked } from '../match/draft.ts';
import { parseReference } from '../reference.ts';
import type { IsoDate, RunSummary } from '../types.ts';
import { writeYaml } from '../yaml.ts';
import type { Environment, GlobalOptions } from './environment.ts';
import { file } from './file.ts';
import { type Filed, type PlayedDay, retellChange, retellDay, retellFolder, retellOpening } from './retell.ts';
import { watch } from './watch.ts';

/** What to write, and which sources are played. */
type Written = typeof import('../../test/replica/story.ts')['DECLARED'] & { readonly played: readonly Story[] };

export const demo = async (environment: Environment, options: GlobalOptions & { dir?: string }): Promise<number> => {
  const { DAYS } = await import('../../test/replica/site.ts');
  const { startReplica } = await import('../../test/replica/server.ts');
  const { BLOCKED, DECLARED, DEMO_DAYS, demoStories } = await import('../../test/replica/story.ts');
  const folder = await emptyFolder(environment, options.dir);
  const off = await writeDeclarations(folder, { ...DECLARED, played: demoStories });
  const replica = await startReplica(demoStories);
  const say = (text: string) => environment.out(`${text}\n`);
  try {
    say(retellOpening(Object.keys(replica.origins).length, off));
    let before: RunSummary | null = null;
    for (const day of DEMO_DAYS) {
      const today = DAYS[day];
      say(`── Day ${day}, ${today} ──`);
      replica.day(day);
      replica.fault(BLOCKED.origin, day === BLOCKED.day ? 'challenge-403' : null);
      const { run, filed } = await oneDay(environment, { folder, today, origins: replica.origins });
      say(retellDay({ run, filed, before }));
      before = run;
    }
    const issues = (await readdir(join(folder, 'issues'))).sort();
    const exchanged = issues.find((name) => name.includes('was-replaced'));
    if (exchanged !== undefined) say(retellChange(await readFile(join(folder, 'issues', exchanged), 'utf8')));
    say(retellFolder(folder, issues));
    return 0;
  } finally {
    await replica.close();
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

/**
 * The same files that people write: settings; and the corpus that comes with pactwatch, with one tracked text more for each made-up document.
 * @returns watchers that stay off, because they need a browser or nothing stands in for their source
 */
const writeDeclarations = async (folder: string, { interests, walkFrom, tracked, played }: Written): Promise<string[]> => {
  const telling = new Set(played.flatMap(({ told }) => told.map(({ watcher }) => watcher)));
  const off = watchers.filter((w) => w.kind !== 'numbers' && (w.via === 'browser' || !telling.has(w.id))).map(({ id }) => id);
  const settings = {
    interests,
    watchers: {
      'council-documents': { frontier: { start: [walkFrom], numbers: 20, lookAhead: 5 } },
      ...Object.fromEntries(off.map((id) => [id, { enabled: false }])),
    },
  };
  await writeWhole(paths(folder).settings, writeYaml(settings));
  await cp(new URL('../../watchers/corpus', import.meta.url), paths(folder).corpus, { recursive: true });
  for (const { number, title } of tracked) {
    const reference = parseReference(number);
    if (reference === null) continue;
    const { id, yaml } = newTracked(reference, { title });
    await writeWhole(join(paths(folder).corpus, `${id}.yaml`), yaml);
  }
  return off;
};

/** As the daily workflow does it: look, then file. */
const oneDay = async (
  environment: Environment,
  { folder, today, origins }: { folder: string; today: IsoDate; origins: Readonly<Record<string, string>> },
): Promise<Pick<PlayedDay, 'run' | 'filed'>> => {
  const variables = { PACTWATCH_ORIGINS: JSON.stringify(origins) };
  const printedBy = async (act: (inside: Environment) => Promise<number>): Promise<unknown> => {
    const printed: string[] = [];
    await act({ ...environment, variables, today, isTerminal: false, out: (text) => void printed.push(text), err: () => {} });
    return JSON.parse(printed.join(''));
  };
  // Both print one object of these types with --json.
  const run = (await printedBy((inside) => watch(inside, { ...paths(folder), json: true }, []))) as RunSummary;
  const to = `folder:${join(folder, 'issues')}`;
  const filed = (await printedBy((inside) => file(inside, { ...paths(folder), to, max: '100', json: true }))) as Filed;
  return { run, filed };
};
