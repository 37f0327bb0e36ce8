// `pactwatch status`: what is watched, when it last answered, what waits.

import { DeclarationError } from '../errors.ts';
import { reportPath } from '../report/file.ts';
import { rhythmOf } from '../run/silence.ts';
import type { Watcher } from '../types.ts';
import { type Opened, open } from './context.ts';
import type { Environment, GlobalOptions } from './environment.ts';
import { promisesDue, readReports, robotsSentence, sourceFacts, waitingReports } from './reports.ts';

export const status = async (environment: Environment, options: GlobalOptions & { json?: boolean }): Promise<number> => {
  const opened = await open(environment, options);
  const { reports, damaged } = await readReports(opened.store);
  const sources = await Promise.all(
    opened.watchers.map(async (w) => ({ ...(await sourceFacts(w, opened, reports)), ...(await factsOf(w, opened)) })),
  );
  const waiting = waitingReports(reports).map((r) => ({ title: r.title, kind: r.kind, path: reportPath(r) }));
  const promises = promisesDue(opened.corpus, opened.today);
  if (options.json) {
    environment.out(`${JSON.stringify({ sources, waiting, promises, damaged }, null, 2)}\n`);
    return damaged.length === 0 ? 0 : 1;
  }
  const lines = sources.flatMap((s) => [
    `${s.source}: ${s.state}`,
    `  ${[`${s.entries} ${s.entries === 1 ? 'entry' : 'entries'}`, s.notPublic > 0 ? `${s.notPublic} not public` : '', s.askedAgain > 0 ? `${s.askedAgain} numbers asked again` : '', `${s.passedOver} passed over`].filter(Boolean).join(', ')}`,
    `  last answer: ${s.lastAnswer ?? 'none on this machine'}; last finding: ${s.lastFinding ?? 'none'}${s.rhythm}`,
    ...(s.robots === '' ? [] : [`  ${s.robots}`]),
    ...s.walks.map((walk) => `  walks ${walk}`),
    ...(s.failure === null ? [] : [`  ${s.failure.title}${s.failure.issue === null ? '' : ` (${s.failure.issue})`}`]),
  ]);
  const tail = [
    `${waiting.length} reports wait to be filed${waiting.length === 0 ? '.' : ':'}`,
    ...waiting.map((w) => `  ${w.kind}: ${w.title}\n    ${w.path}`),
    `${promises.length} promises are past their date with no full answer known${promises.length === 0 ? '.' : ':'}`,
    ...promises.map((p) => `  ${p.due}  ${p.actors.join(', ')}: ${p.what}`),
  ];
  environment.out(`${[...lines, ...tail].join('\n')}\n`);
  if (damaged.length === 0) return 0;
  environment.err(`${new DeclarationError(damaged).message}\n`);
  return 1;
};

const factsOf = async (watcher: Watcher, opened: Opened) => {
  const { store, today } = opened;
  const { entries, numbers } = await store.snapshot(watcher.id);
  const { days } = await store.looks();
  // Numbers are remembered by their document, everything else by its watcher.
  const own = Object.entries(days).filter(([key]) =>
    watcher.kind === 'numbers' ? !key.includes('/', key.indexOf('/') + 1) : key.startsWith(`${watcher.id}/`),
  );
  const rhythm = watcher.kind === 'listing' ? rhythmOf(entries, today) : null;
  return {
    public: entries.filter((e) => e.access === 'public' || e.access === 'partial').length,
    notPublic: entries.filter((e) => e.access === 'not-public').length,
    askedAgain: Object.keys(numbers.asked).length,
    passedOver: numbers.passedOver.length + entries.filter((e) => e.passedOver).length,
    lastAnswer:
      own
        .map(([, day]) => day)
        .sort()
        .at(-1) ?? null,
    rhythm: rhythm === null ? '' : `; silent for ${rhythm.silent} days, longest ever ${rhythm.longest}`,
    robots: robotsSentence(watcher, opened),
    walks: Object.entries(numbers.frontier).map(([series, last]) => {
      const [prefix = ''] = series.split('-');
      const began = numbers.baselines[`walk ${prefix}`];
      const caughtUp = numbers.baselines[`walk ${prefix} to the newest number`] !== undefined;
      return `${series} from ${last}${caughtUp ? '' : `, still catching up: documents dated before ${began ?? 'its first run'} are only recorded`}`;
    }),
  };
};
