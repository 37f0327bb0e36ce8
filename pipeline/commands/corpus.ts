// `pactwatch corpus`: adding a tracked text, and checking all of them.

import { existsSync } from 'node:fs';
import { join, relative } from 'node:path';
import { DeclarationError, type Problem, UsageError } from '../errors.ts';
import { writeWhole } from '../files.ts';
import { newTracked } from '../match/draft.ts';
import { parseReference } from '../reference.ts';
import { corpusFolder, readCorpus } from './context.ts';
import type { Environment, GlobalOptions } from './environment.ts';

export const add = async (
  environment: Environment,
  options: GlobalOptions & { dryRun?: boolean },
  [words = '']: readonly string[],
): Promise<number> => {
  const reference = parseReference(words);
  if (reference === null) {
    throw new UsageError(`"${words}" is not a document number`, {
      at: words,
      remedy: 'Write it like 13901/23, "ST 13901/1/23 REV 1", "WK 3735/2026 ADD 1" or ST-13901-2023-INIT',
    });
  }
  const { id, yaml } = newTracked(reference);
  const folder = corpusFolder(environment, options);
  const path = join(folder, `${id}.yaml`);
  const name = relative(environment.cwd, path);
  if (existsSync(path))
    throw new UsageError(`${name} is there already`, {
      at: name,
      remedy: 'All versions of a number are followed by one file; edit that one',
    });
  if (options.dryRun) {
    environment.out(`# would write ${name}\n${yaml}`);
    return 0;
  }
  await writeWhole(path, yaml);
  environment.out(
    `Wrote ${name}. Fill in its title, date and passages if you know them; the next "npx pactwatch watch" asks for the document and its versions.\n`,
  );
  return 0;
};

export const checkCorpus = async (environment: Environment, options: GlobalOptions): Promise<number> => {
  const problems: Problem[] = [];
  const tracked = await readCorpus(corpusFolder(environment, options), environment.cwd, problems);
  if (problems.length > 0) throw new DeclarationError(problems);
  const promises = tracked.reduce((n, t) => n + t.promises.length, 0);
  environment.out(`${tracked.length} tracked texts with ${promises} promises are in order.\n`);
  return 0;
};
