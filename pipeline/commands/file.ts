// `pactwatch file`: reports without an issue become issues. What was filed is written back report by report.

import { dirname, resolve } from 'node:path';
import { DeclarationError, UsageError } from '../errors.ts';
import { dashboardBody } from '../issue/dashboard.ts';
import { type FileSummary, fileReports, type IssueTarget } from '../issue/target.ts';
import { renderReport, reportPath } from '../report/file.ts';
import { open } from './context.ts';
import type { Environment, GlobalOptions } from './environment.ts';
import { dashboardFacts, readReports } from './reports.ts';

const DIGEST_ABOVE = 10;

type Options = GlobalOptions & { to?: string; max?: string; dryRun?: boolean; json?: boolean };

export const file = async (environment: Environment, options: Options): Promise<number> => {
  const opened = await open(environment, options);
  const max = options.max === undefined ? opened.settings.issues.max : Number(options.max);
  if (!Number.isInteger(max) || max < 1)
    throw new UsageError(`--max is "${options.max}"`, { at: '--max', remedy: 'Give a whole number from 1 on.' });
  const { target, filesUrl, isHere } = await openTarget(options.to ?? '', environment);
  const unlock = options.dryRun ? async () => {} : await opened.store.lock();
  try {
    const { reports: stored, damaged } = await readReports(opened.store);
    // An address elsewhere (a folder that was tried before GitHub) does not count as filed here.
    const reports = stored.map((r) => ({
      ...r,
      labels: [...r.labels, ...opened.settings.issues.labels],
      issue: r.issue !== null && isHere(r.issue) ? r.issue : null,
    }));
    const dashboard = dashboardBody(await dashboardFacts(opened.watchers, opened, reports));
    const summary = await fileReports(reports, target, {
      max,
      digestAbove: DIGEST_ABOVE,
      filesUrl,
      dashboard: reports.length === 0 ? null : dashboard,
      dryRun: options.dryRun === true,
      onFiled: async (report, url) => {
        // The file keeps its own labels: those of the settings belong to the issue alone.
        const own = stored.find((r) => reportPath(r) === reportPath(report));
        if (own !== undefined) await opened.store.write(reportPath(own), renderReport({ ...own, issue: url }));
      },
    });
    environment.out(options.json ? `${JSON.stringify(forMachines(summary), null, 2)}\n` : tell(summary, options.dryRun === true));
    if (damaged.length === 0) return 0;
    environment.err(`${new DeclarationError(damaged).message}\n`);
    return 1;
  } finally {
    await unlock();
  }
};

interface Opening {
  readonly target: IssueTarget;
  readonly filesUrl: string | null;
  /** Whether an issue's address is one of this target. */
  readonly isHere: (issue: string) => boolean;
}

const openTarget = async (to: string, { variables, cwd, err }: Environment): Promise<Opening> => {
  if (to.startsWith('folder:') && to.length > 'folder:'.length) {
    const { openFolder } = await import('../issue/folder.ts');
    const folder = resolve(cwd, to.slice('folder:'.length));
    return { target: openFolder(folder), filesUrl: null, isHere: (issue) => dirname(issue) === folder };
  }
  if (to !== 'github') throw new UsageError(`--to is "${to}"`, { at: '--to', remedy: 'Write "--to github" or "--to folder:<dir>".' });
  const { GITHUB_TOKEN: token, GITHUB_REPOSITORY: repository } = variables;
  const [owner, repo, ...more] = (repository ?? '').split('/');
  if (!token)
    throw new UsageError('GITHUB_TOKEN is not set', {
      at: 'GITHUB_TOKEN',
      remedy: 'Give a token that may write issues, or use --to folder:<dir>.',
    });
  if (!owner || !repo || more.length > 0) {
    throw new UsageError(`GITHUB_REPOSITORY is "${repository ?? ''}"`, { at: 'GITHUB_REPOSITORY', remedy: 'Write owner/name.' });
  }
  const server = variables.GITHUB_SERVER_URL ?? 'https://github.com';
  const { openGitHub } = await import('../issue/github.ts');
  return {
    target: openGitHub({
      token,
      owner,
      repo,
      apiUrl: variables.GITHUB_API_URL ?? 'https://api.github.com',
      onWait: (message) => err(`${message}\n`),
    }),
    // The commit is not known before the data is pushed; the branch shows the files as they are now.
    filesUrl: `${server}/${owner}/${repo}/blob/${variables.GITHUB_REF_NAME ?? 'main'}`,
    isHere: (issue) => /^https?:/.test(issue),
  };
};

const VERBS = { create: 'new issue', update: 'updated', comment: 'comment on', close: 'closed', link: 'already there' } as const;

const tell = ({ steps, waiting }: FileSummary, dryRun: boolean): string => {
  const rows = steps.map((s) => `  ${VERBS[s.kind]}: ${s.title}${s.url === null ? '' : `\n    ${s.url}`}`);
  const head =
    steps.length === 0 ? 'Nothing to file.' : `${dryRun ? 'Would do' : 'Done'}: ${steps.length} ${steps.length === 1 ? 'step' : 'steps'}`;
  return `${[head, ...rows, waiting > 0 ? `${waiting} reports wait for the next filing (--max).` : ''].filter(Boolean).join('\n')}\n`;
};

const forMachines = ({ steps, waiting }: FileSummary) => ({
  steps: steps.map(({ reports, ...step }) => ({ ...step, reports: reports.map(reportPath) })),
  waiting,
});
