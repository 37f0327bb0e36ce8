// What the demo says: a day's run and its filing, in plain words for somebody who sees pactwatch for the first time.
// Data in, text out; what is played stands in demo.ts.

import type { ChangeKind, Outcome, RunSummary } from '../types.ts';

/** What `file --json` prints, as far as it is retold. */
export interface Filed {
  readonly steps: readonly { readonly kind: 'create' | 'update' | 'comment' | 'close' | 'link'; readonly title: string }[];
}

export interface PlayedDay {
  readonly run: RunSummary;
  readonly filed: Filed;
  /** The run of the day before; null on the first day. */
  readonly before: RunSummary | null;
}

/** The most telling first: what happened to documents that are tracked, before what is merely new. */
const ORDER: readonly ChangeKind[] = ['access', 'replaced', 'new-version', 'withdrawn', 'wording', 'metadata', 'new-document'];
const COLUMN = 30;

const count = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`;
const row = (source: string, words: string): string => `  ${source.padEnd(COLUMN)}${words}`;
const idsOf = (run: RunSummary, outcome: RunSummary['watchers'][number]['outcome']): string[] =>
  run.watchers.filter((w) => w.outcome === outcome).map(({ id }) => id);
const looksWith = (run: RunSummary, ...outcomes: readonly Outcome[]): number =>
  run.watchers.flatMap(({ looks }) => looks).filter(({ outcome }) => outcomes.includes(outcome)).length;

export const retellOpening = (sites: number, off: readonly string[]): string =>
  [
    `Three days of pactwatch on this machine: ${sites} small servers stand in for the sites of the Council, the Commission, the Parliament,`,
    'the agencies and others. What they publish is made up; no network is used. A day is one "pactwatch watch", then one "pactwatch file".',
    ...(off.length === 0 ? [] : [`Left out, because they need a browser or nothing stands in for them: ${off.join(', ')}.`]),
    '',
  ].join('\n');

export const retellDay = (day: PlayedDay): string =>
  [...(day.before === null ? firstLook(day) : laterLook(day)), ...unread(day), ...again(day), filedOn(day), ''].join('\n');

const firstLook = ({ run }: PlayedDay): string[] => {
  const [followed, passed] = [looksWith(run, 'new'), looksWith(run, 'passed-over')];
  const refused = idsOf(run, 'refused');
  const no = `Not read: ${refused.join(', ')}. The robots.txt of their site says no to programs; that is respected, not worked around.`;
  return [
    `The first look: ${count(idsOf(run, 'ok').length, 'source')} read, ${followed + passed} entries recorded, ${followed} of them of interest (by the tracked documents and the settings).`,
    'What was there before is no news: a summary says what was found. From now on, what is new or changes is told.',
    ...(refused.length === 0 ? [] : [no]),
  ];
};

const laterLook = ({ run }: PlayedDay): string[] => {
  const found = ORDER.flatMap((kind) => run.findings.filter((finding) => finding.kind === kind));
  const passed = looksWith(run, 'passed-over');
  return [
    `${count(found.length, 'finding')}:`,
    ...found.map(({ watcher, title }) => row(watcher, title)),
    ...(passed === 0 ? [] : [`Passed over: ${count(passed, 'new entry', 'new entries')} of no interest; remembered, and not told.`]),
  ];
};

const unread = ({ run }: PlayedDay): string[] => {
  if (run.failures.length === 0) return [];
  return [
    'Could not be read:',
    ...run.failures.map(({ watcher, message }) => row(watcher, message.split('\n')[0] ?? '')),
    'Nothing is concluded from that: the source is not taken for quiet, and an issue says that it could not be read.',
  ];
};

/** Sources that failed the day before and answer now. */
const again = ({ run, before, filed }: PlayedDay): string[] => {
  const failed = new Set(before?.failures.map(({ watcher }) => watcher));
  const closed = filed.steps.filter(({ kind }) => kind === 'close').map(({ title }) => `  "${title}"`);
  const late = (id: string): number => run.findings.filter(({ watcher }) => watcher === id).length;
  return [
    ...idsOf(run, 'ok')
      .filter((id) => failed.has(id))
      .map(
        (id) =>
          `${id} can be read again, and nothing was missed: what it published meanwhile is told above (${count(late(id), 'finding')}).`,
      ),
    ...(closed.length === 0 ? [] : ['Closed by itself:', ...closed]),
  ];
};

const filedOn = ({ filed }: PlayedDay): string =>
  `Filed: ${[count(stepsOf(filed, 'create'), 'new issue'), ...(stepsOf(filed, 'comment') > 0 ? [`${count(stepsOf(filed, 'comment'), 'comment')} on issues that are open`] : [])].join(', ')}.`;

const stepsOf = ({ steps }: Filed, wanted: string): number => steps.filter(({ kind }) => kind === wanted).length;

const CHANGE = /\n## The change\n\n(.*?)\n\n## /s;

/** @param issue an issue about a change of wording, as Markdown */
export const retellChange = (issue: string): string =>
  ['The file that was exchanged, in the words of its issue:', '', CHANGE.exec(issue)?.[1] ?? '', ''].join('\n');

/** @param names the files of the folder `issues`, sorted */
export const retellFolder = (folder: string, names: readonly string[]): string =>
  [
    `${count(names.length, 'file')} in ${folder}/issues, each as GitHub would get it (".comment-1" is a comment on the issue of that number):`,
    ...names.map((name) => `  ${name}`),
    '',
    `Where to look, in ${folder}:`,
    row('issues/', 'what a reader gets; the first look, the state of the sources, the blocked source are among them'),
    row('reports/<source>/', 'what the issues are made of'),
    row('snapshots/<source>/', 'what is known of a source, and the texts that were kept'),
    row('pactwatch.yaml, corpus/', 'what people write: settings, and the documents that all is compared with'),
    '',
    `One document with its text:  npx pactwatch show 90003/26 --root ${folder}`,
    'On the real sources:         write your address into "contact:" in pactwatch.yaml, then  npx pactwatch watch',
  ].join('\n');
