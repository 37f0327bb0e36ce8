// The order of the stages, for all watchers of one run:
// discover → fetch → extract → snapshot → diff → match → report → store. One watcher's failure never hides another's result.

import { WatchError } from './errors.ts';
import { createFetcher } from './fetch/fetcher.ts';
import { familyId } from './reference.ts';
import { reportPath } from './report/file.ts';
import { reportBaseline } from './report/report.ts';
import { keepFailures } from './run/failures.ts';
import { runNumbers } from './run/numbers.ts';
import { storedReport, writeReport } from './run/outbox.ts';
import { openSession, type RunContext, type Session, saveNumbers } from './run/session.ts';
import { type Settings, watcherSettings } from './settings.ts';
import { isPublic } from './snapshot.ts';
import type { Store } from './store.ts';
import type { Failure, RunSummary, Watcher } from './types.ts';

type WatcherResult = RunSummary['watchers'][number];

export interface RunOptions extends RunContext {
  readonly watchers: readonly Watcher[];
  readonly userAgent: string;
}

/**
 * One run. Everything found is on disk when it returns, or when it is stopped.
 * @throws StoreError when the root cannot be used at all
 */
export const run = async (options: RunOptions): Promise<RunSummary> => {
  const unlock = options.dryRun ? async () => {} : await options.store.lock();
  try {
    const results = [];
    for (const watcher of options.watchers) results.push(await runWatcher(watcher, options));
    if (!options.dryRun) await dropUnused(options.store);
    return {
      watchers: results.map((r) => r.result),
      findings: results.flatMap((r) => r.findings),
      failures: results.flatMap((r) =>
        r.failures.map(({ key, code, watcher, entry, message }) => ({ key, code, watcher, entry, message })),
      ),
    };
  } finally {
    await unlock();
  }
};

/** Of the files as last fetched, those that no entry names any more go. Where a snapshot cannot be read, all stay. */
const dropUnused = async (store: Store): Promise<void> => {
  const used = new Set<string>();
  for (const watcher of await store.folders('snapshots')) {
    const entries = await store.snapshot(watcher).then(
      (snapshot) => snapshot.entries,
      () => null,
    );
    if (entries === null) return;
    for (const { sha256 } of entries.flatMap((entry) => [entry, ...entry.translations])) if (sha256 !== null) used.add(sha256);
  }
  await store.fetched.keepOnly(used);
};

interface Ran {
  readonly result: WatcherResult;
  readonly findings: RunSummary['findings'];
  readonly failures: readonly Failure[];
}

const runWatcher = async (watcher: Watcher, options: RunOptions): Promise<Ran> => {
  if (!watcherSettings(options.settings, watcher.id).enabled) {
    return { result: { id: watcher.id, outcome: 'skipped', error: null, requests: 0, looks: [] }, findings: [], failures: [] };
  }
  try {
    const looks = await options.store.looks();
    const fetcher = createFetcher(fetchSettings(options.settings, options.userAgent));
    return await finish(await openSession(watcher, options, { fetcher, looks }));
  } catch (error) {
    // Files of ours that cannot be used, or a fault of ours: said by name, and the other watchers go on.
    const known = error instanceof WatchError ? error : null;
    const failure: Failure = {
      key: `failure-${watcher.id}`,
      code: known?.code ?? 'unexpected',
      watcher: watcher.id,
      entry: null,
      partial: false,
      url: known?.at ?? '',
      message: known?.message ?? `this is a fault of pactwatch: ${error instanceof Error ? error.stack : String(error)}`,
      remedy: known?.remedy ?? 'Please report it with the lines above. What was found before it is kept.',
    };
    const result: WatcherResult = {
      id: watcher.id,
      outcome: 'failed',
      error: { code: failure.code, message: `${failure.message}. ${failure.remedy}` },
      requests: 0,
      looks: [],
    };
    return { result, findings: [], failures: [failure] };
  }
};

const finish = async (session: Session): Promise<Ran> => {
  const { watcher, context } = session;
  const established = await runNumbers(session);
  if (established.length > 0) await keepBaseline(session, established);
  for (const source of established) session.baselines[source] = context.today;
  // A source that gave nothing good leaves its snapshot as it was, to the byte.
  if (session.good.size > 0) await saveNumbers(session);
  const failures = await keepFailures(session);
  if (!context.dryRun) await context.store.saveLooks(session.looks);
  const source = failures.find((f) => f.entry === null);
  const nothing = hasNothing(session);
  const outcome = nothing !== null ? 'skipped' : source?.code === 'refused' ? 'refused' : failures.length > 0 ? 'failed' : 'ok';
  const worst = source ?? failures[0];
  return {
    result: {
      id: watcher.id,
      outcome,
      error: worst === undefined ? nothing : { code: worst.code, message: worst.message },
      requests: session.fetcher.requests(),
      looks: session.records,
    },
    findings: session.found.map(({ finding, report }) => ({
      key: finding.key,
      kind: finding.kind,
      watcher: finding.watcher,
      entry: finding.change.entry.id,
      title: report.title,
      priority: finding.priority,
      report: reportPath(report),
    })),
    failures,
  };
};

/** A source without anything to ask for is not a quiet one. */
const hasNothing = ({ context, entries, frontier }: Session): WatcherResult['error'] => {
  if (entries.size + Object.keys(frontier).length > 0 || context.corpus.some((t) => t.reference !== null)) return null;
  return {
    code: 'nothing-to-ask',
    message: 'the corpus names no Council document, and the settings no frontier start: add one with "pactwatch corpus add"',
  };
};

/** One summary of what was recorded when its sources were seen for the first time; nothing else is opened for it. */
const keepBaseline = async (session: Session, sources: readonly string[]): Promise<void> => {
  const { context, watcher } = session;
  const families = context.corpus
    .filter((t) => sources.includes(t.id))
    .flatMap((t) => (t.reference === null ? [] : [familyId(t.reference)]));
  const walked = sources.some((s) => s.startsWith('walk '));
  const tracked = context.corpus.flatMap((t) => (t.reference === null ? [] : [familyId(t.reference)]));
  const entries = [...session.entries.values()].filter(
    ({ reference }) => reference !== null && (families.includes(familyId(reference)) || (walked && !tracked.includes(familyId(reference)))),
  );
  const report = reportBaseline({
    watcher: watcher.id,
    title: watcher.title,
    date: context.today,
    sources,
    entries: entries.filter(isPublic),
    notAvailable: entries.filter((entry) => !isPublic(entry)).map((entry) => `${entry.id}: ${entry.title}`),
  });
  if ((await storedReport(context, reportPath(report))) === null) await writeReport(context, report);
};

const fetchSettings = ({ manners, origins }: Settings, userAgent: string) => ({
  userAgent,
  pauseSeconds: manners.pause,
  budget: manners.budget,
  timeoutSeconds: manners.timeout,
  maxBytes: manners.maxMegabytes * 1024 * 1024,
  retries: manners.retries,
  robots: manners.robots,
  origins,
});
