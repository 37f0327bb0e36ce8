// `pactwatch --help` against an empty script under the same loader: at most twice its time.

import { execFile } from 'node:child_process';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { compare } from './measure.ts';

const execute = promisify(execFile);

export const help = async (): Promise<void> => {
  const folder = await mkdtemp(join(tmpdir(), 'pactwatch-bench-'));
  await writeFile(join(folder, 'package.json'), '{"type":"module"}');
  await writeFile(join(folder, 'empty.ts'), 'export const main = (): number => 0;\n');
  const tsx = pathToFileURL(resolve('node_modules/tsx/dist/esm/api/index.mjs')).href;
  const loader = `if (!process.features.typescript) (await import(${JSON.stringify(tsx)})).register();\n`;
  await writeFile(join(folder, 'bin.mjs'), `${loader}process.exitCode = (await import('./empty.ts')).main();\n`);
  await compare('--help', {
    ours: () => execute(process.execPath, [resolve('pipeline/bin.mjs'), '--help']),
    theirs: () => execute(process.execPath, [join(folder, 'bin.mjs')]),
    theirName: 'an empty script under the same loader',
  });
};
