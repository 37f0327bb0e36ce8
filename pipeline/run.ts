// The order of the stages, for all watchers of one run:
// discover → fetch → extract → snapshot → diff → match → report → store. One watcher's failure never hides another's result.

import { WatchError } from './errors.ts';
import { createNet, type Net } from './fetch/net.ts';
import { keepBroken, keepFailures, type Unproven } from './run/failures.ts';
import { reportFirstLooks } from './run/firstlooks.ts';
import { runLists } from './run/lists/run.ts';
import { openLists } from './run/lists/session.ts';
import { finishNumbers, unproven } from './run/numbers/run.ts';
import { openNumbers } from './run/numbers/session.ts';
import { openPage, runPage } from './run/pages.ts';
import { keepPending } from './run/pending.ts';
import { tellRefusal } from './run/refusal.ts';
import { findingsOf } from './run/results.ts';
import type { RunContext, Session } from './run/session.ts';
import { tellSilence } from './run/silence.ts';
import { mannersOf, netSettings } from './run/tools.ts';
import { watcherSettings } from './settings.ts';
import type { Looks, Store } from './store.ts';
import type { Failure, RunSummary, Watcher } from './types.ts';

type WatcherResult = RunSummary['watchers'][number];

export interface RunOptions extends RunContext {
  readonly watchers: readonly Watcher[];
  /** All that there are, when only some of them look: for the summary of first looks. */
  readonly known?: readonly Watcher[];
  readonly userAgent: string;
}

/**
 * One run: all watchers at the same time, each host asked one thing at a time. Everything found is on disk when it returns, or when it is stopped.
 * @throws StoreError when the root cannot be used at all
 */
export const run = async (options: RunOptions): Promise<RunSummary> => {
  const { store, dryRun } = options;
  const unlock = dryRun ? async () => {} : await store.lock();
  const net = createNet(netSettings(options.settings, options.userAgent));
  try {
    const looks = await store.looks();
    const looked = await Promise.all(options.watchers.map((watcher) => lookAt(watcher, { options, net, looks })));
    await keepPending(looked.flatMap(({ session }) => session ?? []));
    const results = [];
    for (const one of looked) results.push(await finish(one, options));
    await reportFirstLooks(options, options.known ?? options.watchers);
    if (!dryRun) {
      await store.saveLooks(looks);
      await dropUnused(store);
    }
    return summaryOf(results);
  } finally {
    await net.close();
    await unlock();
  }
};

const summaryOf = (results: readonly Ran[]): RunSummary => ({
  watchers: results.map((r) => r.result),
  findings: results.flatMap((r) => r.findings),
  failures: results.flatMap((r) => r.failures.map(({ key, code, watcher, entry, message }) => ({ key, code, watcher, entry, message }))),
});

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

interface Surroundings {
  readonly options: RunOptions;
  readonly net: Net;
  readonly looks: Looks;
}

/** A watcher that has looked, with what its answers prove; or one that could not even begin. */
interface Looked {
  readonly watcher: Watcher;
  readonly session: Session | null;
  readonly unproven: Unproven | null;
  /** Why there was nothing to look at; null when there was. */
  readonly nothing: WatcherResult['error'];
  readonly fault: unknown;
}

const lookAt = async (watcher: Watcher, { options, net, looks }: Surroundings): Promise<Looked> => {
  const looked = { watcher, session: null, unproven: null, nothing: null, fault: null };
  if (!watcherSettings(options.settings, watcher.id).enabled) return looked;
  try {
    const fetcher = net.forWatcher(mannersOf(watcher, options.settings));
    const tools = { fetcher, looks };
    if (watcher.kind === 'numbers') {
      const session = await openNumbers(watcher, options, tools);
      const nothing = await finishNumbers(session);
      return { ...looked, session, nothing, unproven: unproven(session) };
    }
    if (watcher.kind === 'page') {
      const session = await openPage(watcher, options, tools);
      await runPage(session);
      return { ...looked, session };
    }
    const session = await openLists(watcher, options, tools);
    await runLists(session);
    return { ...looked, session };
  } catch (fault) {
    return { ...looked, fault };
  }
};

interface Ran {
  readonly result: WatcherResult;
  readonly findings: RunSummary['findings'];
  readonly failures: readonly Failure[];
}

const finish = async ({ watcher, session, unproven: notProven, nothing, fault }: Looked, options: RunOptions): Promise<Ran> => {
  if (fault !== null) return broken(watcher, fault, options);
  if (session === null)
    return { result: { id: watcher.id, outcome: 'skipped', error: null, requests: 0, looks: [] }, findings: [], failures: [] };
  try {
    const refusal = tellRefusal(session);
    const failures = refusal === null ? await keepFailures(session, notProven) : [];
    await tellSilence(session);
    const worst = failures.find((f) => f.entry === null) ?? failures[0];
    const outcome =
      nothing !== null ? 'skipped' : refusal !== null || worst?.code === 'refused' ? 'refused' : failures.length > 0 ? 'failed' : 'ok';
    return {
      result: {
        id: watcher.id,
        outcome,
        error: worst === undefined ? (refusal ?? nothing) : { code: worst.code, message: worst.message },
        requests: session.fetcher.requests(),
        looks: session.records,
      },
      findings: findingsOf(session),
      failures,
    };
  } catch (error) {
    return broken(watcher, error, options);
  }
};

/** Files of ours that cannot be used, or a fault of ours: said by name, and the other watchers go on. */
const broken = async (watcher: Watcher, error: unknown, context: RunContext): Promise<Ran> => {
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
  await keepBroken(context, watcher, failure);
  return { result, findings: [], failures: [failure] };
};
