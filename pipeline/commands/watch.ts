// `pactwatch watch`: one run, told line by line to people and as one object to machines.

import { appendFile } from 'node:fs/promises';
import { daysBetween, isIsoDate } from '../calendar.ts';
import { UsageError } from '../errors.ts';
import { isLoopback } from '../fetch/origins.ts';
import { lastCommit } from '../history.ts';
import { plainTitle } from '../markdown.ts';
import { renderReport, reportPath } from '../report/file.ts';
import { reportSchedule } from '../report/sources.ts';
import { run } from '../run.ts';
import { type Settings, watcherSettings } from '../settings.ts';
import type { LookRecord, Outcome, RunSummary, Watcher } from '../types.ts';
import { chooseWatchers, type Opened, open } from './context.ts';
import { type Environment, type GlobalOptions, VERSION } from './environment.ts';

const FINDINGS = 10;
/** What is worth a line of its own while the run goes on. */
const TELLING: readonly Outcome[] = [
  'new',
  'changed',
  'access',
  'gone',
  'emptied',
  'blocked',
  'unreachable',
  'unreadable',
  'refused',
  'held',
];

export interface WatchOptions extends GlobalOptions {
  readonly dryRun?: boolean;
  readonly json?: boolean;
  readonly exitCode?: boolean;
  readonly all?: boolean;
  readonly since?: string;
  readonly accept?: boolean;
  readonly twice?: boolean;
}

export const watch = async (environment: Environment, options: WatchOptions, ids: readonly string[]): Promise<number> => {
  const opened = await open(environment, options);
  const chosen = chooseWatchers(opened, ids);
  const userAgent = userAgentFor(opened.settings, chosen, environment);
  const progress = showProgress(environment);
  const summary = await run({
    ...opened,
    watchers: chosen,
    known: opened.watchers,
    userAgent,
    // Two looks in one run are a test of a declaration: they leave no trace.
    dryRun: options.dryRun === true || options.twice === true,
    all: options.all === true,
    since: sinceOf(options, ids),
    accept: options.accept === true,
    twice: options.twice === true,
    imported: false,
    onLook: progress.onLook,
  });
  progress.end();
  if (environment.variables.GITHUB_ACTIONS && options.dryRun !== true) await noticeSchedule(opened);
  environment.out(options.json ? `${JSON.stringify(summary, null, 2)}\n` : tell(summary, options));
  await tellActions(summary, environment);
  if (summary.failures.length > 0) return 1;
  return options.exitCode && summary.findings.length > 0 ? FINDINGS : 0;
};

/** Sites must be able to reach whoever asks them; stand-ins on this machine need nobody. */
export const userAgentFor = (settings: Settings, chosen: readonly Watcher[], { variables }: Environment): string => {
  const repository =
    variables.GITHUB_ACTIONS && variables.GITHUB_REPOSITORY ? `${variables.GITHUB_SERVER_URL}/${variables.GITHUB_REPOSITORY}` : null;
  const contact = settings.contact ?? repository;
  const live = chosen
    .filter(({ id }) => watcherSettings(settings, id).enabled)
    .flatMap((watcher) => originsOf(watcher, settings))
    .filter((origin) => !isLoopback(settings.origins[origin] ?? origin));
  if (contact === null && live.length > 0) {
    throw new UsageError('the settings name no contact', {
      at: 'pactwatch.yaml: contact',
      remedy:
        'Write an address at which the operators of the watched sites can reach you: "contact: you@example.org" in pactwatch.yaml, or PACTWATCH_CONTACT',
    });
  }
  return `pactwatch/${VERSION} (change watcher of public EU documents; contact: ${contact ?? 'none, stand-in'})`;
};

/** GitHub switches schedules off after 60 days without a commit, and quiet sources bring none: told in time, by a report that is one. */
const QUIET_DAYS = 45;

const noticeSchedule = async ({ store, today }: Opened): Promise<void> => {
  const last = await lastCommit(store.root);
  if (last === null || daysBetween(last, today) < QUIET_DAYS) return;
  const report = reportSchedule(last, today);
  if ((await store.read(reportPath(report))) === null) await store.write(reportPath(report), renderReport(report));
};

const sinceOf = ({ since }: WatchOptions, ids: readonly string[]): string | null => {
  if (since === undefined) return null;
  if (!isIsoDate(since)) throw new UsageError(`"${since}" is not a day`, { at: '--since', remedy: 'Write it like 2023-10-01' });
  if (ids.length > 0) return since;
  throw new UsageError('an archive is walked one source at a time', {
    at: '--since',
    remedy: 'Name the watchers: watch commission-press --since 2023-10-01',
  });
};

/** Where a watcher's requests begin. */
const originsOf = (watcher: Watcher, settings: Settings): readonly string[] => {
  if (watcher.kind === 'numbers') return [new URL(watcher.address('', watcher.multilingual)).origin];
  if (watcher.kind === 'page') return [new URL(watcher.url).origin];
  const { words, procedures, subjectCodes } = settings.interests;
  const lists =
    typeof watcher.lists === 'function'
      ? watcher.lists({ today: '2000-01-01', corpus: [], words, procedures, subjectCodes })
      : watcher.lists;
  return lists.map(({ url }) => new URL(typeof url === 'string' ? url : url({ page: 1, from: '2000-01-01', to: '2000-01-01' })).origin);
};

const showProgress = ({ isTerminal, err }: Environment) => {
  let looks = 0;
  const clear = '\r\u001b[K';
  return {
    onLook: (watcher: string, look: LookRecord) => {
      looks += 1;
      const line = `${look.outcome.padEnd(12)} ${look.entry}  ${look.reason}`;
      if (TELLING.includes(look.outcome)) err(`${isTerminal ? clear : ''}${line}\n`);
      if (isTerminal) err(`${clear}${watcher}: ${looks} looks, at ${look.entry}`);
      else if (looks % 50 === 0) err(`${watcher}: ${looks} looks\n`);
    },
    end: () => err(isTerminal ? clear : ''),
  };
};

const tell = (summary: RunSummary, { dryRun = false, twice = false }: WatchOptions): string => {
  const lines = summary.watchers.map(({ id, outcome, error, requests, looks }) => {
    const count = (...outcomes: Outcome[]) => looks.filter((l) => outcomes.includes(l.outcome)).length;
    const facts = [
      `${requests} requests`,
      `${count('new', 'changed', 'unchanged', 'access', 'bytes')} documents`,
      `${count('not-available')} not available`,
      count('passed-over') > 0 ? `${count('passed-over')} passed over` : '',
      count('skipped') > 0 ? 'budget used up' : '',
    ];
    return `${id}: ${outcome} (${facts.filter(Boolean).join(', ')})${error === null ? '' : `\n  ${error.message}`}`;
  });
  const found = summary.findings.map((f) => `  ${f.kind}: ${f.title}\n    ${dryRun || twice ? 'would write' : 'report:'} ${f.report}`);
  const failed = summary.failures.filter((f) => f.entry !== null).map((f) => `  failed: ${f.entry}: ${f.message}`);
  const findings =
    summary.findings.length === 0
      ? 'No findings.'
      : `${summary.findings.length} ${summary.findings.length === 1 ? 'finding' : 'findings'}:`;
  const agree = twice && summary.failures.length === 0 ? ['Both looks saw the same. Nothing was written.'] : [];
  return `${[...lines, findings, ...found, ...failed, ...agree].join('\n')}\n`;
};

/** Under GitHub Actions: annotations, and a table in the step summary. Workflow commands end at a line break, so there is none in them. */
const tellActions = async (summary: RunSummary, { variables, err }: Environment): Promise<void> => {
  if (!variables.GITHUB_ACTIONS) return;
  const value = (text: string) => plainTitle(text).replace(/%/g, '%25').replace(/\r?\n/g, '%0A').replace(/::/g, ': :');
  for (const f of summary.failures)
    err(`::error title=${value(`${f.watcher} failed`).replace(/[,:]/g, ' ')}::${value(`${f.entry ?? ''} ${f.message}`)}\n`);
  for (const f of summary.findings) err(`::notice title=${value(f.kind)}::${value(f.title)}\n`);
  if (variables.GITHUB_STEP_SUMMARY === undefined) return;
  const cell = (text: string) => plainTitle(text).replace(/[|<>`]/g, ' ');
  const rows = [
    '## Pactwatch\n',
    '| source | outcome | requests |\n| --- | --- | --- |',
    ...summary.watchers.map((w) => `| ${w.id} | ${w.outcome}${w.error === null ? '' : `: ${cell(w.error.message)}`} | ${w.requests} |`),
    summary.findings.length === 0 ? '\nNo findings.' : '\n| finding | kind | report |\n| --- | --- | --- |',
    ...summary.findings.map((f) => `| ${cell(f.title)} | ${f.kind} | ${f.report} |`),
  ];
  await appendFile(variables.GITHUB_STEP_SUMMARY, `${rows.join('\n')}\n`);
};
