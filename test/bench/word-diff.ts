// What `git diff --word-diff=porcelain` tells of two files: how many words in how many places. A place ends where words that stayed stand.

import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const execute = promisify(execFile);

export interface WordDiff {
  readonly words: number;
  readonly hunks: number;
}

const ARGS = ['diff', '--no-index', '--text', '--word-diff=porcelain', '-U1000000'];

export const wordDiff = async (paths: readonly [string, string]): Promise<WordDiff> => {
  // It ends with 1 when the files differ.
  const output = await execute('git', [...ARGS, ...paths], { maxBuffer: 1 << 29 }).then(
    ({ stdout }) => stdout,
    (error: { stdout?: string }) => error.stdout ?? '',
  );
  const lines = output.split('\n');
  let [words, hunks, open] = [0, 0, false];
  for (const line of lines.slice(lines.findIndex((one) => one.startsWith('@@')) + 1)) {
    const count = line.slice(1).match(/\S+/g)?.length ?? 0;
    if (count === 0 || line.startsWith('~')) continue;
    const isChange = line.startsWith('+') || line.startsWith('-');
    if (isChange) words += count;
    if (isChange && !open) hunks += 1;
    open = isChange;
  }
  return { words, hunks };
};
