// Findings, failures and first looks as reports: what a person reads in one minute. Same input, same bytes; no run times.
// Where a report is stored is in file.ts; what becomes of it on GitHub is in pipeline/issue/.

import { createHash } from 'node:crypto';
import { escapeMarkdown, plainTitle } from '../markdown.ts';
import { familyId, printReference, referenceId } from '../reference.ts';
import { heaviest, WEIGHT_NAMES } from '../telling.ts';
import type { Change, Entry, Failure, Finding, IsoDate, Report, ReportKind, TextDiff, Tracked } from '../types.ts';
import { changeSection } from './change.ts';
import { reportPath, safeKey } from './file.ts';
import { headline } from './headline.ts';
import { REASONS } from './reasons.ts';
import {
  closingWords,
  concernSection,
  coverSection,
  detailsSection,
  fileLink,
  membersSection,
  notesSection,
  openingSection,
  reviewerSection,
  rowSection,
  whereSection,
} from './sections.ts';

export interface ReportContext {
  /** What the source is, as a reader would say it. */
  readonly watcherTitle: string;
  /** The corpus: gives the tracked texts of the matches their titles. */
  readonly tracked: readonly Tracked[];
}

export const labelsOf = (watcher: string, kind: ReportKind): string[] => ['pactwatch', `watcher: ${watcher}`.slice(0, 50), `kind: ${kind}`];

/** How much the wording changed, by its weightiest place. */
const changeLabels = (diff: TextDiff | null): string[] =>
  diff === null || diff.equal ? [] : [`change: ${WEIGHT_NAMES[heaviest(diff.hunks)]}`];

/** What is new to the reader is quoted; what only changed is not. */
const OPENED: ReadonlySet<ReportKind> = new Set(['new-document', 'new-version', 'access']);

const NO_TEXT =
  '## The text\n\nThe file gives no text: it is a scan, or locked, or its fonts hide what they show. Open the source to see what it says.';

/** Sections with an empty line between; absent ones are ''. */
export const compose = (sections: readonly string[]): string => `${sections.filter((section) => section !== '').join('\n\n')}\n`;

/** A file that says on its cover that it is another document than its address: put there by mistake, or not. */
const otherNumber = ({ entry, newText }: Change): string => {
  const printed = newText?.cover?.reference ?? null;
  if (printed === null || entry.reference === null || referenceId(printed) === referenceId(entry.reference)) return '';
  return `**The cover carries another number than the address: ${escapeMarkdown(printReference(printed))}.**`;
};

/** The report of one finding. Its thread is the family of the document's versions (`ST-13901-2023`), else the entry: what happens to it later joins its issue. */
export const reportFinding = (finding: Finding, context: ReportContext): Report => {
  const { change, diff, watcher, kind, date } = finding;
  const key = safeKey(finding.key);
  const { title, sentence } = headline(finding);
  const isChanged = diff !== null && !diff.equal;
  return {
    key,
    watcher,
    kind,
    title,
    labels: [...labelsOf(watcher, kind), ...changeLabels(diff), ...(finding.priority === 'high' ? ['priority: high'] : [])],
    thread: change.entry.reference === null ? safeKey(`${watcher}-${change.entry.id}`) : familyId(change.entry.reference),
    date,
    state: 'open',
    issue: null,
    body: compose([
      `${sentence} Seen on ${date}; source: ${escapeMarkdown(context.watcherTitle)}.`,
      otherNumber(change),
      notesSection(change),
      concernSection(finding.matches, context.tracked),
      coverSection(change.newText?.cover ?? null),
      rowSection(change),
      isChanged ? changeSection(diff) : '',
      kind === 'metadata' ? detailsSection(change) : '',
      !isChanged && OPENED.has(kind) ? openingSection(change.newText) : '',
      change.newText === null && change.row === undefined && kind !== 'withdrawn' ? NO_TEXT : '',
      membersSection(change),
      whereSection(finding, reportPath({ watcher, key })),
      reviewerSection(kind),
      closingWords(kind),
    ]),
  };
};

/**
 * The report of a source, or one entry of it, that can no longer be read. Its thread is the failure's key; its own key carries the first
 * day too, so that a failure which comes back after it was over is told again.
 */
export const reportFailure = (failure: Failure, since: IsoDate): Report => {
  const { watcher, entry } = failure;
  const key = safeKey(`${failure.key}-${since}`);
  const what = entry === null ? watcher : `${watcher}: ${entry}`;
  const reason = REASONS[failure.code] ?? failure.code;
  const trouble = failure.partial ? 'cannot be read in full' : 'cannot be read';
  return {
    key,
    watcher,
    kind: 'failure',
    title: plainTitle(`${what} ${trouble}: ${reason}`),
    labels: labelsOf(watcher, 'failure'),
    thread: safeKey(failure.key),
    date: since,
    state: 'open',
    issue: null,
    body: compose([
      `**${escapeMarkdown(what, 200)}** ${trouble} since ${since}: ${escapeMarkdown(reason)}.`,
      failure.partial
        ? 'Nothing is concluded from what could not be read: it stays as it was. The rest was read and is up to date.'
        : 'Nothing is concluded from this: what was known of it stays as it was, and nothing new can be seen until it works again.',
      `## What was seen\n\n> ${escapeMarkdown(failure.message, 1_000)}\n>\n> ${escapeMarkdown(failure.url, 500)}`,
      `## What to do\n\n${escapeMarkdown(failure.remedy, 500)}`,
      closingWords('failure'),
    ]),
  };
};

/** The same report when the source works again. */
export const closeFailure = (report: Report, date: IsoDate): Report =>
  report.state === 'closed' ? report : { ...report, state: 'closed', body: `${report.body}\nIt could be read again on ${date}.\n` };

export interface Baseline {
  readonly watcher: string;
  readonly title: string;
  readonly date: IsoDate;
  /** What was seen for the first time: ids of tracked texts, series of numbers, lists. */
  readonly sources: readonly string[];
  readonly entries: readonly Entry[];
  /** Document numbers, or other names of what exists and was not available. */
  readonly notAvailable: readonly string[];
}

/** One report for the first look at a source: what is known from now on, so that only later changes are told. */
export const reportBaseline = ({ watcher, title, date, sources, entries, notAvailable }: Baseline): Report => {
  const key = safeKey(
    `baseline-${watcher}-${createHash('sha256')
      .update([...sources].sort().join('\n'))
      .digest('hex')
      .slice(0, 8)}`,
  );
  const counted = entries.length === 1 ? '1 entry' : `${entries.length} entries`;
  return {
    key,
    watcher,
    kind: 'baseline',
    title: plainTitle(`${watcher}: first look recorded, ${counted}`),
    labels: labelsOf(watcher, 'baseline'),
    thread: key,
    date,
    state: 'open',
    issue: null,
    body: compose([
      `First look at **${escapeMarkdown(title)}** on ${date}: ${counted} recorded. From now on, changes are told; what was there before is not.`,
      `## Seen for the first time\n\n${list(sources)}`,
      entries.length === 0 ? '' : `## Recorded\n\n${entryTable(watcher, entries)}`,
      notAvailable.length === 0 ? '' : `## Not available\n\nThese are asked for again, at growing intervals:\n\n${list(notAvailable)}`,
      closingWords('baseline'),
    ]),
  };
};

const list = (items: readonly string[]): string => items.map((item) => `- ${escapeMarkdown(item, 300)}`).join('\n');

const entryTable = (watcher: string, entries: readonly Entry[]): string =>
  [
    '| Number | Title | Date | Access | Text |',
    '| --- | --- | --- | --- | --- |',
    ...entries.map((entry) => {
      const number = entry.reference === null ? '' : printReference(entry.reference);
      const text =
        entry.textSha256 === null || entry.language === null
          ? ''
          : fileLink(`snapshots/${watcher}/texts/${entry.id}.${entry.language}.md`, 'text');
      return `| ${escapeMarkdown(number)} | ${escapeMarkdown(entry.title, 200)} | ${entry.date ?? ''} | ${entry.access} | ${text} |`;
    }),
  ].join('\n');
