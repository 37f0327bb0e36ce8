// Filing: where issues live, and the loop that carries out a plan. Each address is written back before the next step, so that a stop at
// any instant files nothing twice: what was made is found again by its marker.

import type { Issue, IssueAction, Report } from '../types.ts';
import { issuesToOpen, type KnownIssue, type PlanOptions, planIssues } from './plan.ts';

export interface NewIssue {
  readonly title: string;
  readonly body: string;
  readonly labels: readonly string[];
}

/** GitHub, or a folder that stands for it. Every method throws IssueError. */
export interface IssueTarget {
  /** All issues with the label `pactwatch`, open and closed. One that cannot be read to its end is IssueError `incomplete-list`. */
  list(): Promise<readonly Issue[]>;
  /** Bodies of the comments, oldest first. */
  comments(issue: Issue): Promise<readonly string[]>;
  create(issue: NewIssue): Promise<{ readonly url: string; readonly number: number }>;
  update(issue: Issue, content: Pick<NewIssue, 'title' | 'body'>): Promise<void>;
  comment(issue: Issue, body: string): Promise<void>;
  close(issue: Issue): Promise<void>;
}

export interface FileOptions extends PlanOptions {
  /** Only plan. */
  readonly dryRun: boolean;
  /** Writes the address into the report's file; awaited before the next step. */
  readonly onFiled: (report: Report, url: string) => Promise<void>;
}

export interface FileSummary {
  /** What was done, or would be, in order. `url` is null for an issue that a dry run would make. */
  readonly steps: readonly {
    readonly kind: IssueAction['kind'];
    readonly title: string;
    readonly url: string | null;
    readonly reports: readonly Report[];
  }[];
  /** Reports left for the next filing. */
  readonly waiting: number;
}

/**
 * Files reports: all of them are given, those that have an issue too.
 * @throws IssueError when the target refuses; what was filed until then is written back
 */
export const fileReports = async (reports: readonly Report[], target: IssueTarget, options: FileOptions): Promise<FileSummary> => {
  const plan = planIssues(reports, await readIssues(reports, target), options);
  const steps: FileSummary['steps'][number][] = [];
  for (const action of plan) {
    const url = options.dryRun ? addressOf(action) : await apply(action, target);
    if (!options.dryRun && url !== null) {
      for (const report of action.reports) if (report.issue !== url) await options.onFiled(report, url);
    }
    steps.push({ kind: action.kind, title: titleOf(action), url, reports: action.reports });
  }
  const told = new Set(plan.flatMap((action) => action.reports));
  const waiting = reports.filter((r) => r.issue === null && !told.has(r) && !(r.kind === 'failure' && r.state === 'closed')).length;
  return { steps, waiting };
};

const readIssues = async (reports: readonly Report[], target: IssueTarget): Promise<KnownIssue[]> => {
  const issues = await target.list();
  const toOpen = new Set(issuesToOpen(reports, issues));
  const known: KnownIssue[] = [];
  for (const issue of issues) known.push({ ...issue, comments: toOpen.has(issue) ? await target.comments(issue) : [] });
  return known;
};

const addressOf = (action: IssueAction): string | null => (action.kind === 'create' ? null : action.issue.url);
const titleOf = (action: IssueAction): string => (action.kind === 'create' ? action.title : action.issue.title);

const apply = async (action: IssueAction, target: IssueTarget): Promise<string> => {
  switch (action.kind) {
    case 'create':
      return (await target.create(action)).url;
    case 'update':
      await target.update(action.issue, action);
      return action.issue.url;
    case 'comment':
      await target.comment(action.issue, action.body);
      return action.issue.url;
    case 'close':
      if (action.body !== '') await target.comment(action.issue, action.body);
      await target.close(action.issue);
      return action.issue.url;
    case 'link':
      return action.issue.url;
  }
};
