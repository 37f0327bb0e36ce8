// Documents beside the tracked ones: those kept from the walk, the walk along the newest numbers, and the gaps that it left.

import { frontiers, inSeries } from '../../discover/frontier.ts';
import { isDue } from '../../discover/schedule.ts';
import { familyId, parseReference, referenceId } from '../../reference.ts';
import { watcherSettings } from '../../settings.ts';
import type { Reference } from '../../types.ts';
import { type Aim, ask, due } from './ask.ts';
import type { NumbersSession } from './session.ts';

const isTracked = ({ context }: NumbersSession, reference: Reference): boolean =>
  context.corpus.some((t) => t.reference !== null && familyId(t.reference) === familyId(reference));

/** Documents kept from the walk are looked at again at growing intervals, for what was silently replaced. */
export const lookAtOthers = async (session: NumbersSession): Promise<void> => {
  const aim: Aim = { baseline: false, existed: true, familyKnown: false, since: null, onlyInteresting: false };
  for (const entry of [...session.entries.values()]) {
    if (session.stopped !== null) return;
    if (entry.reference === null || isTracked(session, entry.reference)) continue;
    const last = session.looks.days[`${entry.id}/${entry.language}`] ?? null;
    if (isDue(entry.firstSeen, last, session.context.today)) await ask(session, entry.reference, { aim });
  }
};

/** From the last known number of each series on, until nothing comes for a while or the run's share is used up. */
export const walk = async (session: NumbersSession): Promise<string[]> => {
  const { start, numbers, lookAhead } = watcherSettings(session.context.settings, session.watcher.id).frontier;
  const all = frontiers({ starts: start, last: session.frontier, firstOfYear: session.watcher.firstOfYear, today: session.context.today });
  const seen: string[] = [];
  let left = numbers;
  for (const [i, [series, from]] of Object.entries(all).entries()) {
    // Each series gets its share, and at least its way ahead: less would ask the same closed numbers for ever.
    const share = Math.max(lookAhead, Math.ceil(left / (Object.keys(all).length - i)));
    const { asked, last, caughtUp } = await walkSeries(session, { series, from, share, lookAhead });
    left = Math.max(0, left - asked);
    session.frontier[series] = last;
    if (session.stopped !== 'error' && (asked > 0 || caughtUp)) seen.push(walkOf(series));
    if (caughtUp) seen.push(`${walkOf(series)}${CAUGHT_UP}`);
  }
  return seen;
};

/** Names of what a walk has behind it, among the baselines: its first run, and the day on which it first came to the end. */
const walkOf = (series: string): string => `walk ${inSeries(series, 0).prefix}`;
const CAUGHT_UP = ' to the newest number';

const walkSeries = async (
  session: NumbersSession,
  { series, from, share, lookAhead }: { series: string; from: number; share: number; lookAhead: number },
) => {
  const began = session.baselines[walkOf(series)];
  const isCatchingUp = session.baselines[`${walkOf(series)}${CAUGHT_UP}`] === undefined;
  const since = isCatchingUp ? (began ?? null) : null;
  const aim: Aim = { baseline: began === undefined, since, existed: false, familyKnown: false, onlyInteresting: true };
  let last = from;
  let asked = 0;
  let whole = true;
  const failed: number[] = [];
  const before = session.absences.length;
  for (let n = from + 1; n <= last + lookAhead; n += 1) {
    if (session.stopped !== null || asked >= share) {
      whole = false;
      break;
    }
    const reference = inSeries(series, n);
    if (isKnown(session, reference)) {
      last = n;
      continue;
    }
    if (askedToday(session, reference)) {
      session.absences.push({ id: referenceId(reference), entry: null });
      continue;
    }
    asked += 1;
    const errors = session.errors.length;
    const seen = await ask(session, reference, { aim });
    if (session.stopped !== null) {
      whole = false;
      break;
    }
    const unknown = session.errors.length > errors;
    if (seen === 'failed') failed.push(n);
    // What stands at a number that gave an error, nobody knows; one whose file cannot be read stands there.
    if (seen === 'public' || (seen === 'failed' && !unknown)) last = n;
  }
  // Past the last number that is known to exist all are asked anew every day and not remembered; up to it, what failed is asked again.
  const upToLast = failed.filter((n) => n <= last).map((n) => referenceId(inSeries(series, n)));
  for (const id of upToLast) if (!session.entries.has(id)) session.unseen.add(id);
  const gaps = session.absences.splice(before).filter(({ id }) => (parseReference(id)?.number ?? 0) < last);
  session.absences.push(...gaps);
  return { asked, last, caughtUp: whole };
};

const isKnown = (session: NumbersSession, reference: Reference): boolean => {
  const id = referenceId(reference);
  return session.entries.has(id) || session.passedOver.has(id) || isTracked(session, reference);
};

const askedToday = (session: NumbersSession, reference: Reference): boolean =>
  session.looks.days[`${referenceId(reference)}/${session.context.settings.languages[0]}`] === session.context.today;

/** Numbers below the last public one exist: when one of them opens, it became public. One that could not be read yet is simply new. */
export const askGaps = async (session: NumbersSession): Promise<void> => {
  const aim: Aim = { baseline: false, existed: true, familyKnown: false, since: null, onlyInteresting: true };
  let left = Math.ceil(watcherSettings(session.context.settings, session.watcher.id).frontier.numbers / 2);
  const closed = Object.keys(session.asked).sort((a, b) => ((session.asked[a] ?? '') < (session.asked[b] ?? '') ? -1 : 1));
  const looked = new Set(session.records.map((record) => record.entry));
  for (const id of [...session.unseen, ...fromBothEnds(closed)]) {
    const reference = parseReference(id);
    if (reference === null || reference.steps.length > 0 || isTracked(session, reference) || looked.has(id) || !due(session, id)) continue;
    if (left === 0 || session.stopped !== null) return;
    left -= 1;
    const seen = await ask(session, reference, { aim: { ...aim, existed: !session.unseen.has(id) } });
    if (seen === 'public') delete session.asked[id];
  }
};

/** The newest are the likeliest to open, and the oldest must not wait for ever: by turns, when there are more than one run's share. */
const fromBothEnds = (sorted: readonly string[]): string[] =>
  sorted.map((_, i) => sorted[i % 2 === 0 ? sorted.length - 1 - i / 2 : (i - 1) / 2] ?? '');
