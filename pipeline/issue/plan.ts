// What must happen for every report to have its issue, as data. Decides first; target.ts acts. No network, no files.

import type { Issue, IssueAction, Report } from '../types.ts';
import { digestBodies, issueBody, reportsHash } from './body.ts';
import { DASHBOARD_KEY, DASHBOARD_TITLE } from './dashboard.ts';
import { bodyHash, type Marker, readMarker, reportId, writeMarker } from './marker.ts';

/** An issue with the bodies of its comments, where they were asked for. */
export interface KnownIssue extends Issue {
  readonly comments: readonly string[];
}

export interface PlanOptions {
  /** New issues per filing; the rest waits for the next. */
  readonly max: number;
  /** More new findings of one watcher than this share one issue. */
  readonly digestAbove: number;
  /** Address under which the files of the repository are seen (`https://github.com/owner/name/blob/main`); null for plain paths. */
  readonly filesUrl: string | null;
  /** What dashboardBody gave; null leaves the dashboard alone. */
  readonly dashboard: string | null;
}

/** An issue with what its own marker and those of its comments say. */
interface Holder {
  readonly issue: KnownIssue;
  readonly own: Marker | null;
  readonly keys: ReadonlySet<string>;
}

type Action<K extends IssueAction['kind']> = Extract<IssueAction, { kind: K }>;

/** The issues whose comments must be known before planning: those that may carry a waiting report, or be closed for one. */
export const issuesToOpen = (reports: readonly Report[], issues: readonly Issue[]): readonly Issue[] => {
  const waiting = reports.filter((r) => r.issue === null);
  const threads = new Set(waiting.map((r) => r.thread));
  const over = new Set(reports.filter(isOver).map(reportId));
  return issues.filter((issue) => {
    const marker = readMarker(issue.body);
    if (marker === null) return false;
    return threads.has(marker.thread) || (issue.state === 'open' && marker.keys.some((key) => over.has(key)));
  });
};

/** Reports and issues as they are -> what is left to do, in the order in which it is done. Nothing to do gives nothing. */
export const planIssues = (reports: readonly Report[], issues: readonly KnownIssue[], options: PlanOptions): IssueAction[] => {
  const holders = issues.map(readHolder).sort((a, b) => a.issue.number - b.issue.number);
  const sorted = [...reports].sort(byDateWatcherKey);
  const closes: Action<'close'>[] = [];
  const settled: IssueAction[] = [];
  const waiting: Report[] = [];
  for (const report of sorted) {
    const holder = holders.find((h) => h.keys.has(reportId(report)));
    if (isOver(report)) closes.push(...closing(report, holder));
    else if (holder !== undefined) settled.push(...settling(report, holder, options));
    else if (report.issue === null) waiting.push(report);
  }
  const closed = new Set(closes.map((action) => action.issue.number));
  const open = holders.filter((h) => h.issue.state === 'open' && !closed.has(h.issue.number));
  const { comments, rest } = commenting(waiting, open, options);
  const creates = creating(rest, options).slice(0, options.max);
  return [...settled, ...closes, ...comments, ...creates, ...dashboard(holders, options)];
};

const byDateWatcherKey = (a: Report, b: Report): number =>
  compare(a.date, b.date) || compare(a.watcher, b.watcher) || compare(a.key, b.key);
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** A failure that has passed. One that was never filed needs no issue any more. */
const isOver = (report: Report): boolean => report.kind === 'failure' && report.state === 'closed';
const isFinding = (report: Report): boolean => report.kind !== 'failure' && report.kind !== 'baseline';

const readHolder = (issue: KnownIssue): Holder => {
  const own = readMarker(issue.body);
  const markers = [own, ...issue.comments.map(readMarker)];
  return { issue, own, keys: new Set(markers.flatMap((marker) => marker?.keys ?? [])) };
};

/** Says that a failure is over, then closes its issue. The comment has a key of its own, so that it is not written twice. */
const closing = (report: Report, holder: Holder | undefined): Action<'close'>[] => {
  if (holder === undefined || holder.issue.state === 'closed') return [];
  const key = `${reportId(report)}:closed`;
  const lastLine = report.body.trimEnd().split('\n').at(-1) ?? '';
  const marker = writeMarker({ keys: [key], thread: report.thread, body: bodyHash(lastLine) });
  return [{ kind: 'close', issue: holder.issue, body: holder.keys.has(key) ? '' : `${lastLine}\n\n${marker}\n`, reports: [report] }];
};

/** A report whose issue exists: written anew when it says something else, linked when its file does not know yet, else nothing. */
const settling = (report: Report, { issue, own }: Holder, options: PlanOptions): IssueAction[] => {
  const isAlone = own?.keys.length === 1 && own.keys[0] === reportId(report);
  if (isAlone && issue.state === 'open' && own.body !== reportsHash([report])) {
    return [{ kind: 'update', issue, title: report.title, body: issueBody([report], options.filesUrl), reports: [report] }];
  }
  return report.issue === null ? [{ kind: 'link', issue, reports: [report] }] : [];
};

/** Later versions of a document are told in the open issue of the same thread, in the newest where there are several. */
const commenting = (waiting: readonly Report[], open: readonly Holder[], { filesUrl }: PlanOptions) => {
  const comments: Action<'comment'>[] = [];
  const rest: Report[] = [];
  for (const report of waiting) {
    const holder = open.findLast((h) => h.own?.thread === report.thread);
    if (holder === undefined) rest.push(report);
    else comments.push({ kind: 'comment', issue: holder.issue, body: issueBody([report], filesUrl), reports: [report] });
  }
  return { comments, rest };
};

const creating = (rest: readonly Report[], { digestAbove, filesUrl }: PlanOptions): Action<'create'>[] => {
  const findings = groupBy(rest.filter(isFinding), (r) => r.watcher);
  const many = [...findings.values()].filter((group) => group.length > digestAbove);
  const digested = new Set(many.flat());
  const digests = many.flatMap((group) => digestBodies(group, filesUrl).map((part) => digest(part.body, part.reports)));
  const threads = groupBy(
    rest.filter((r) => !digested.has(r)),
    (r) => r.thread,
  );
  const single = [...threads.values()].map((group) => create(group, filesUrl));
  return [...digests, ...single].sort((a, b) => byDateWatcherKey(first(a), first(b)));
};

/** Each create action carries at least one report. */
const first = ({ reports }: Action<'create'>): Report => reports[0] as Report;

const create = (reports: readonly Report[], filesUrl: string | null): Action<'create'> => ({
  kind: 'create',
  title: reports[0]?.title ?? '',
  body: issueBody(reports, filesUrl),
  labels: [...new Set(reports.flatMap((r) => r.labels))],
  reports,
});

const digest = (body: string, reports: readonly Report[]): Action<'create'> => ({
  kind: 'create',
  title: `${reports[0]?.watcher ?? ''}: ${reports.length} findings of ${reports.at(-1)?.date ?? ''}`,
  body,
  labels: [...new Set(reports.flatMap((r) => r.labels.filter((label) => !label.startsWith('kind:'))))],
  reports,
});

const groupBy = (reports: readonly Report[], keyOf: (report: Report) => string): Map<string, Report[]> => {
  const groups = new Map<string, Report[]>();
  for (const report of reports) groups.set(keyOf(report), [...(groups.get(keyOf(report)) ?? []), report]);
  return groups;
};

/** Closed by a person, the dashboard is left alone. */
const dashboard = (holders: readonly Holder[], { dashboard: body }: PlanOptions): IssueAction[] => {
  if (body === null) return [];
  const holder = holders.find((h) => h.own?.keys.includes(DASHBOARD_KEY));
  if (holder === undefined) return [{ kind: 'create', title: DASHBOARD_TITLE, body, labels: ['pactwatch'], reports: [] }];
  if (holder.issue.state === 'closed' || holder.own?.body === readMarker(body)?.body) return [];
  return [{ kind: 'update', issue: holder.issue, title: DASHBOARD_TITLE, body, reports: [] }];
};
