// `pactwatch record`: a source's answers as they are now, saved as fixtures for tests of its declaration.

import { join, resolve } from 'node:path';
import { UsageError } from '../errors.ts';
import { createNet } from '../fetch/net.ts';
import { writeWhole } from '../files.ts';
import { recordAnswers } from '../run/record.ts';
import { mannersOf, netSettings } from '../run/tools.ts';
import { chooseWatchers, open } from './context.ts';
import type { Environment, GlobalOptions } from './environment.ts';
import { userAgentFor } from './watch.ts';

export const record = async (
  environment: Environment,
  options: GlobalOptions & { to?: string },
  ids: readonly string[],
): Promise<number> => {
  const opened = await open(environment, options);
  const [watcher] = chooseWatchers(opened, ids);
  if (watcher === undefined || watcher.kind === 'numbers') {
    throw new UsageError(`${ids.join(' ')} has no lists and no page to record`, {
      at: 'record',
      remedy: 'Name a watcher of lists or of a page',
    });
  }
  const net = createNet(netSettings(opened.settings, userAgentFor(opened.settings, [watcher], environment)));
  try {
    const fetcher = net.forWatcher(mannersOf(watcher, opened.settings));
    const { files, index } = await recordAnswers(watcher, { fetcher, context: opened });
    const folder = join(resolve(environment.cwd, options.to ?? ''), watcher.id);
    for (const { name, body } of files) await writeWhole(join(folder, name), body);
    await writeWhole(join(folder, 'recording.json'), `${JSON.stringify(index, null, 2)}\n`);
    environment.out(
      `${files.length} answers of ${watcher.id} saved in ${folder}\nTexts of others are not yours to publish: write your own in their style before you commit a fixture.\n`,
    );
    return 0;
  } finally {
    await net.close();
  }
};
