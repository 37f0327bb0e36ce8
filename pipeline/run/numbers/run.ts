// A whole run of a `numbers` watcher: what to look at, in which order, and what its absences mean.

import { versionsToAsk } from '../../discover/versions.ts';
import { familyId, parseReference, referenceId } from '../../reference.ts';
import { reportPath } from '../../report/file.ts';
import { reportBaseline } from '../../report/report.ts';
import { familyOf, isPublic } from '../../snapshot.ts';
import type { Reference, Tracked } from '../../types.ts';
import type { Unproven } from '../failures.ts';
import { storedReport, writeReport } from '../outbox.ts';
import { note, saveEntries } from '../session.ts';
import { type Aim, ask } from './ask.ts';
import { isUnproven, type NumbersSession, saveNumbers } from './session.ts';
import { askGaps, lookAtOthers, walk } from './walk.ts';

/** A source of entries: a tracked text or the walk of a series. Its first complete sight is a baseline. */
type Source = string;

/** @returns the sources that were seen whole for the first time. */
const runNumbers = async (session: NumbersSession): Promise<readonly Source[]> => {
  const complete: Source[] = [];
  for (const tracked of session.context.corpus) {
    if (tracked.reference !== null && (await askTracked(session, tracked, tracked.reference))) complete.push(tracked.id);
  }
  await lookAtOthers(session);
  complete.push(...(await walk(session)));
  await askGaps(session);
  if (isUnproven(session) && session.stopped === null) await probe(session);
  await concludeAbsences(session);
  if (session.good.size === 0) return [];
  return complete.filter((source) => session.baselines[source] === undefined);
};

/** Something that is known to be public, asked for when all else was in doubt: its answer shows whether the host is well. */
const probe = async (session: NumbersSession): Promise<void> => {
  const id = [...session.passedOver, ...[...session.entries.values()].filter(isPublic).map((entry) => entry.id)].at(-1);
  const reference = parseReference(id ?? '');
  if (reference !== null)
    await ask(session, reference, { aim: { baseline: false, existed: true, familyKnown: false, since: null, onlyInteresting: true } });
};

/** @returns whether the whole family was asked for; what could not be read of it does not count against that. */
const askTracked = async (session: NumbersSession, tracked: Tracked, reference: Reference): Promise<boolean> => {
  const aim: Aim = {
    baseline: session.baselines[tracked.id] === undefined,
    existed: false,
    familyKnown: true,
    since: null,
    onlyInteresting: false,
  };
  const done = new Set<string>();
  const failed: string[] = [];
  for (;;) {
    const known = familyOf(
      [...session.entries.values()].filter((e) => e.sha256 !== null),
      reference,
    ).flatMap((e) => e.reference ?? []);
    // What was just found moves the plan on: after ADD 1 and ADD 2 come ADD 3 and ADD 4, in the same run.
    const next = versionsToAsk(reference, known).find((r) => !done.has(referenceId(r)));
    if (session.stopped !== null) return false;
    if (next === undefined) break;
    done.add(referenceId(next));
    const existing = next.steps.length === 0 || referenceId(next) === referenceId(reference) ? tracked : null;
    const baseline = aim.baseline || session.unseen.has(referenceId(next));
    if ((await ask(session, next, { aim: { ...aim, baseline }, tracked: existing })) === 'failed') failed.push(referenceId(next));
  }
  // One version that cannot be read must not keep the others from being told of: only its own first sight stays a baseline.
  if (aim.baseline) for (const id of failed) if (!session.entries.has(id)) session.unseen.add(id);
  return true;
};

/** "Not available" is only recorded when the source gave at least one answer that is beyond doubt. */
const concludeAbsences = async (session: NumbersSession): Promise<void> => {
  const { today, settings } = session.context;
  if (!isUnproven(session)) {
    for (const { id, entry } of session.absences) {
      session.asked[id] ??= today;
      if (entry !== null) session.entries.set(entry.id, entry);
    }
    const concluded = new Set(session.absences.map(({ id }) => id.split('/')[0]));
    for (const { id, language } of session.doubts) if (concluded.has(id)) session.looks.days[`${id}/${language}`] = today;
    if (session.absences.some((absence) => absence.entry !== null)) await saveEntries(session);
  }
  if (session.stopped === 'budget')
    note(session, {
      entry: '',
      url: '',
      outcome: 'skipped',
      reason: `budget of ${settings.manners.budget} requests used up; the rest is asked next time`,
    });
};

/** What to say when nothing that came was beyond doubt; null when something was. */
export const unproven = (session: NumbersSession): Unproven | null => {
  const { watcher, doubts, entryFailures, records } = session;
  if (!isUnproven(session) && !(session.good.size === 0 && entryFailures.length > 0)) return null;
  const first = doubts[0]?.reason ?? entryFailures[0]?.code ?? '';
  return {
    url: watcher.address(doubts[0]?.id ?? entryFailures[0]?.entry ?? '', watcher.multilingual),
    message: `of ${records.length} answers none was a document or a plain "not found" (the first: ${first})`,
    remedy:
      'Open one of the addresses in a browser. When the host is well and answers like this for documents that are not public, set a frontier start so that public ones are asked for as well.',
  };
};

/** A whole run with what it leaves behind. @returns why there was nothing to ask for; null when there was */
export const finishNumbers = async (session: NumbersSession): Promise<Nothing | null> => {
  const { context, baselines } = session;
  const established = await runNumbers(session);
  if (established.length > 0) await keepBaseline(session, established);
  for (const source of established) baselines[source] = context.today;
  // A source that gave nothing good leaves its snapshot as it was, to the byte.
  if (session.good.size > 0) await saveNumbers(session);
  return hasNothing(session);
};

interface Nothing {
  readonly code: string;
  readonly message: string;
}

/** A source without anything to ask for is not a quiet one. */
const hasNothing = ({ context, entries, frontier }: NumbersSession): Nothing | null => {
  if (entries.size + Object.keys(frontier).length > 0 || context.corpus.some((t) => t.reference !== null)) return null;
  return {
    code: 'nothing-to-ask',
    message: 'the corpus names no Council document, and the settings no frontier start: add one with "pactwatch corpus add"',
  };
};

/** One summary of what was recorded when its sources were seen for the first time; nothing else is opened for it. */
const keepBaseline = async (session: NumbersSession, sources: readonly string[]): Promise<void> => {
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
