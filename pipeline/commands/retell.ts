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
    `Three days of pactwatch, played on this machine: ${sites} small servers stand in for the sites of the Council, the Commission, the`,
    'Parliament, the agencies and others. All that they say is made up, and no network is used. Each day is one run of "watch", then one of "file".',
    ...(off.length === 0 ? [] : [`Left out, because these sources need a browser: ${off.join(', ')}.`]),
    '',
  ].join('\n');

export const retellDay = (day: PlayedDay): string =>
  [...(day.before === null ? firstLook(day) : laterLook(day)), ...unread(day), ...again(day), filedOn(day), ''].join('\n');

const firstLook = ({ run }: PlayedDay): string[] => {
  const [followed, passed] = [looksWith(run, 'new'), looksWith(run, 'passed-over')];
  const refused = idsOf(run, 'refused');
  const no = `Not read: ${refused.join(', ')}. The robots.txt of their site says no to programs; that is respected, not worked around.`;
  return [
    `${count(idsOf(run, 'ok').length, 'source')} read for the first time, ${followed + passed} entries recorded; ${followed} of them concern the corpus or the interests in`,
    'the settings. What was there before is no news: nothing is told but one summary. From now on, what changes is told.',
    ...(refused.length === 0 ? [] : [no]),
  ];
};

const laterLook = ({ run }: PlayedDay): string[] => {
  const found = ORDER.flatMap((kind) => run.findings.filter((finding) => finding.kind === kind));
  const passed = looksWith(run, 'passed-over');
  return [
    `${count(found.length, 'finding')}:`,
    ...found.map(({ watcher, title }) => row(watcher, title)),
    ...(passed === 0
      ? []
      : [`Passed over: ${count(passed, 'new entry', 'new entries')} that concern neither the corpus nor the interests.`]),
  ];
};

const unread = ({ run }: PlayedDay): string[] => {
  if (run.failures.length === 0) return [];
  return [
    'Could not be read:',
    ...run.failures.map(({ watcher, message }) => row(watcher, message)),
    'Nothing is concluded from such an answer: the source is not called quiet, and an issue says that it is blind there.',
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
        (id) => `${id} can be read again; nothing was missed: what it published meanwhile is told above (${count(late(id), 'finding')}).`,
      ),
    ...(closed.length === 0 ? [] : ['Closed by itself:', ...closed]),
  ];
};

const filedOn = ({ filed }: PlayedDay): string =>
  `Filed: ${count(filed.steps.filter(({ kind }) => kind === 'create').length, 'new issue')}.`;

/** @param names the files of the folder `issues`, sorted */
export const retellFolder = (folder: string, names: readonly string[]): string => {
  const issue = (words: string): string => `issues/${names.find((name) => name.includes(words)) ?? ''}`;
  return [
    `${count(names.length, 'file')} in ${folder}/issues, each as GitHub would get it:`,
    ...names.map((name) => `  ${name}`),
    '',
    `Where to look, in ${folder}:`,
    row('a file exchanged silently', `${issue('was-replaced')}  (the change, word by word)`),
    row('the blocked source', issue('blocked')),
    row('the first look', issue('first-look-at')),
    row('the state of all sources', issue('state-of-the-sources')),
    row('texts that were kept', 'snapshots/<source>/texts/'),
    row('what the issues are made of', 'reports/<source>/'),
    row('what people write', 'pactwatch.yaml, corpus/'),
    '',
    `One document with its text:   npx pactwatch show 90003/26 --root ${folder}`,
    'On the real sources:          write your address into "contact:" in pactwatch.yaml, then  npx pactwatch watch',
  ].join('\n');
};
