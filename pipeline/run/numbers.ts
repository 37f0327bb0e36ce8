// A whole run of a `numbers` watcher: what to look at, in which order, and what its absences mean.

import { versionsToAsk } from '../discover/versions.ts';
import { parseReference, referenceId } from '../reference.ts';
import { familyOf, isPublic } from '../snapshot.ts';
import type { Reference, Tracked } from '../types.ts';
import { type Aim, ask } from './ask.ts';
import { note, type Session, saveEntries } from './session.ts';
import { askGaps, lookAtOthers, walk } from './walk.ts';

/** A source of entries: a tracked text or the walk of a series. Its first complete sight is a baseline. */
type Source = string;

/** @returns the sources that were seen whole for the first time. */
export const runNumbers = async (session: Session): Promise<readonly Source[]> => {
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

/** Answers came, but no document and no plain "not found" among them: nothing can be concluded from any of them. */
export const isUnproven = (session: Session): boolean => session.good.size === 0 && session.doubts.length > 0;

/** Something that is known to be public, asked for when all else was in doubt: its answer shows whether the host is well. */
const probe = async (session: Session): Promise<void> => {
  const id = [...session.passedOver, ...[...session.entries.values()].filter(isPublic).map((entry) => entry.id)].at(-1);
  const reference = parseReference(id ?? '');
  if (reference !== null)
    await ask(session, reference, { aim: { baseline: false, existed: true, familyKnown: false, since: null, onlyInteresting: true } });
};

/** @returns whether the whole family was asked for; what could not be read of it does not count against that. */
const askTracked = async (session: Session, tracked: Tracked, reference: Reference): Promise<boolean> => {
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
const concludeAbsences = async (session: Session): Promise<void> => {
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
