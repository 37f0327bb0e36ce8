// `pactwatch history <entry>`: its versions in git, newest first.

import { historyOf } from '../history.ts';
import { open } from './context.ts';
import { findEntry } from './entries.ts';
import type { Environment, GlobalOptions } from './environment.ts';

export const history = async (
  environment: Environment,
  options: GlobalOptions & { json?: boolean },
  [words = '']: readonly string[],
): Promise<number> => {
  const { store } = await open(environment, options);
  const { entry, texts } = await findEntry(store, words);
  const all = await Promise.all(texts.map(async (path) => ({ path, ...(await historyOf(store.root, path)) })));
  if (options.json) {
    environment.out(`${JSON.stringify({ entry: entry.id, texts: all }, null, 2)}\n`);
    return 0;
  }
  const lines = all.flatMap(({ path, versions, shallow }) => [
    path,
    ...versions.map((v) => `  ${v.date}  ${v.commit.slice(0, 12)}`),
    ...(versions.length === 0 ? ['  not committed yet'] : []),
    ...(shallow ? ['  This clone is shallow: older versions may exist. "git fetch --unshallow" brings them.'] : []),
  ]);
  environment.out(`${entry.id}, first seen ${entry.firstSeen}\n${lines.join('\n')}\n`);
  if (texts.length === 0) environment.out('There is no text of it.\n');
  return 0;
};
