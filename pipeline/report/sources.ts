// Reports about sources rather than documents: first looks, silence, notices to the operator. Same input, same bytes.

import { addressLink, escapeMarkdown, oneLine, plainTitle } from '../markdown.ts';
import type { Entry, IsoDate, Match, Report } from '../types.ts';
import { safeKey } from './file.ts';
import { compose, labelsOf } from './report.ts';
import { closingWords, fileLink } from './sections.ts';

export { closeFailure } from './report.ts';

/** The folder of reports that are about no single watcher. */
const TOGETHER = 'sources';

export interface FirstLook {
  readonly watcher: string;
  readonly title: string;
  readonly isPage: boolean;
  readonly entries: number;
  /** Those that concern the corpus or the settings. */
  readonly followed: readonly Entry[];
}

const count = (n: number, one: string, many: string): string => `${n} ${n === 1 ? one : many}`;

/** One summary of all sources that were seen for the first time on a day. */
export const reportFirstLook = (date: IsoDate, looks: readonly FirstLook[]): Report => {
  const sorted = [...looks].sort((a, b) => (a.watcher < b.watcher ? -1 : 1));
  const key = safeKey(`baseline-${date}`);
  const lists = sorted.filter((look) => !look.isPage);
  const followed = sorted.flatMap((look) => look.followed.map((entry) => ({ ...look, entry })));
  return {
    key,
    watcher: TOGETHER,
    kind: 'baseline',
    title: plainTitle(`First look at ${count(sorted.length, 'source', 'sources')} recorded on ${date}`),
    labels: labelsOf(TOGETHER, 'baseline'),
    thread: key,
    date,
    state: 'open',
    issue: null,
    body: compose([
      `First look at **${count(sorted.length, 'source', 'sources')}** on ${date}. From now on, changes are told; what was there before is not.`,
      lists.length === 0 ? '' : `## Lists\n\n| Source | Entries | Of interest |\n| --- | --- | --- |\n${lists.map(listRow).join('\n')}`,
      followed.length === 0 ? '' : `## What concerns the corpus or the settings\n\n${followed.map(entryRow).join('\n')}`,
      closingWords('baseline'),
    ]),
  };
};

const listRow = ({ watcher, title, entries, followed }: FirstLook): string =>
  `| **${escapeMarkdown(watcher)}**: ${escapeMarkdown(title, 200)} | ${entries} | ${followed.length} |`;

const entryRow = ({ watcher, entry }: { readonly watcher: string; readonly entry: Entry }): string => {
  const text =
    entry.textSha256 === null || entry.language === null
      ? ''
      : `, ${fileLink(`snapshots/${watcher}/texts/${entry.id}.${entry.language}.md`, 'text')}`;
  return `- ${escapeMarkdown(entry.title, 200)} (${escapeMarkdown(watcher)}${entry.date === null ? '' : `, ${entry.date}`}${text})`;
};

export interface Unearthed {
  readonly watcher: string;
  readonly title: string;
  /** How far back the walk goes. */
  readonly since: IsoDate;
  /** From 1: a walk has a further summary where the one before was filed already. */
  readonly number: number;
  readonly date: IsoDate;
  /** As `unearthedRow` writes them. */
  readonly rows: readonly string[];
}

/** One line of a summary, which is a line of its own whatever the words are. */
export const unearthedRow = ({ title, date, url }: Entry, [match]: readonly Match[]): string =>
  `- ${[`${escapeMarkdown(oneLine(title), 200)}${date === null ? '' : ` (${date})`}`, match === undefined ? '' : escapeMarkdown(match.evidence, 200), url === '' ? '' : addressLink(url)].filter(Boolean).join('; ')}`;

/** What a walk back through an archive found. */
export const reportUnearthed = ({ watcher, title, since, number, date, rows }: Unearthed): Report => {
  const key = safeKey(`baseline-archive-${since}${number === 1 ? '' : `-${number}`}`);
  return {
    key,
    watcher,
    kind: 'baseline',
    title: plainTitle(`${watcher}: ${count(rows.length, 'entry', 'entries')} of interest in its archive since ${since}`),
    labels: labelsOf(watcher, 'baseline'),
    thread: `${watcher}-${key}`,
    date,
    state: 'open',
    issue: null,
    body: compose([
      `The archive of **${escapeMarkdown(title, 200)}** is walked back to ${since}. What is found there is recorded and followed from now on; nothing of it is told by itself.`,
      `## What concerns the corpus or the settings\n\n${rows.join('\n')}`,
      closingWords('baseline'),
    ]),
  };
};

export interface Silence {
  readonly watcher: string;
  readonly title: string;
  readonly key: string;
  readonly rhythm: { readonly last: IsoDate; readonly longest: number };
  /** The first day on which the silence was longer than ever. */
  readonly since: IsoDate;
  readonly date: IsoDate;
}

/** A source that can be read and gives nothing new for longer than ever. */
export const reportSilence = ({ watcher, title, key, rhythm, since, date }: Silence): Report => ({
  key: safeKey(key),
  watcher,
  kind: 'silence',
  title: plainTitle(`${watcher}: silent since ${rhythm.last}, longer than ever before`),
  labels: labelsOf(watcher, 'silence'),
  thread: `silence-${watcher}`,
  date,
  state: 'open',
  issue: null,
  body: compose([
    `**${escapeMarkdown(title, 200)}** has published nothing since ${rhythm.last}. Its longest pause before was ${count(rhythm.longest, 'day', 'days')}; since ${since} this one is longer.`,
    'It answers, and its list has the expected shape. Either it is quiet, or it publishes elsewhere now, or what we read is no longer its newest list.',
    '## What to do\n\nOpen the source in a browser and look for something newer. If there is, its declaration in watchers/ has to follow.',
    closingWords('failure'),
  ]),
});

/** @param last day of the last commit; GitHub switches schedules off after 60 days without one */
export const reportSchedule = (last: IsoDate, date: IsoDate): Report => {
  const key = `schedule-${last}`;
  return {
    key,
    watcher: TOGETHER,
    kind: 'notice',
    title: plainTitle(`No commit since ${last}: GitHub switches scheduled workflows off after 60 days`),
    labels: labelsOf(TOGETHER, 'notice'),
    thread: key,
    date,
    state: 'open',
    issue: null,
    body: compose([
      `The last commit of this repository is of ${last}. GitHub switches the schedules of workflows off in public repositories that have had no commit for 60 days; the watch would then end without a word.`,
      'The commit that brings this report starts the 60 days anew, so nothing has to be done as long as reports are committed. To be sure, look at the list of workflow runs under Actions.',
      closingWords('baseline'),
    ]),
  };
};
