// Earlier versions of our own files, from the git repository that the root lies in. Reads only.

import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { StoreError } from './errors.ts';
import type { IsoDate } from './types.ts';

const execute = promisify(execFile);

export interface Version {
  readonly commit: string;
  /** Day of the commit. */
  readonly date: IsoDate;
}

export interface History {
  /** Newest first. */
  readonly versions: readonly Version[];
  /** The clone holds only the latest commits: older versions exist elsewhere. */
  readonly shallow: boolean;
}

/** Names of files are names here, not patterns; and what a person has set up for their own eyes does not speak into the answers. */
const PLAIN = ['--literal-pathspecs', '-c', 'log.showSignature=false', '-c', 'core.quotePath=false'];

const git = async (root: string, args: readonly string[]): Promise<string> => {
  try {
    return (await execute('git', [...PLAIN, '-C', root, ...args], { maxBuffer: 256 * 1024 * 1024 })).stdout;
  } catch (cause) {
    throw new StoreError(`git ${args[0]} failed in ${root}${reasonOf(cause)}`, {
      at: root,
      remedy: 'History is read from git: check that git is installed and that the folder lies in a repository with at least one commit.',
      cause,
    });
  }
};

/** The first line of what git says, in brackets. */
const reasonOf = (cause: unknown): string => {
  const said = (cause as { stderr?: unknown } | null)?.stderr;
  const line = typeof said === 'string' ? (said.split('\n')[0] ?? '').replace(/^fatal: /, '').trim() : '';
  return line === '' ? '' : ` (${line})`;
};

/** @throws StoreError when there is no git, or the root lies in no repository */
export const historyOf = async (root: string, path: string): Promise<History> => {
  const shallow = (await git(root, ['rev-parse', '--is-shallow-repository'])).trim() === 'true';
  const log = await git(root, ['log', '--format=%H %cs', '--', path]);
  const versions = log
    .split('\n')
    .filter(Boolean)
    .map((row) => {
      const [commit = '', date = ''] = row.split(' ');
      return { commit, date };
    });
  return { versions, shallow };
};

/** What to do about versions that a shallow clone does not hold. */
export const UNSHALLOW = 'This clone is shallow: "git fetch --unshallow" brings older versions';

/** Day of the last commit of all; null outside of a repository, or before its first commit. */
export const lastCommit = (root: string): Promise<IsoDate | null> =>
  git(root, ['log', '-1', '--format=%cs']).then(
    (day) => day.trim() || null,
    () => null,
  );

/** A file below root as it was in one commit; null where the commit has none, because it took it away, or a partial clone lacks it. */
export const fileAt = (root: string, commit: string, path: string): Promise<string | null> =>
  git(root, ['show', `${commit}:./${path}`]).catch(() => null);
