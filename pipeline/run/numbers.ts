// A whole run of a `numbers` watcher: what to look at, in which order, and what its absences mean.

import { frontiers, inSeries } from '../discover/frontier.ts';
import { isDue } from '../discover/schedule.ts';
import { versionsToAsk } from '../discover/versions.ts';
import { familyId, parseReference, referenceId } from '../reference.ts';
import { watcherSettings } from '../settings.ts';
import { familyOf, isPublic, recordNotPublic } from '../snapshot.ts';
import type { Language, Reference, Tracked } from '../types.ts';
import { look } from './look.ts';
import { note, type Session, saveEntries } from './session.ts';
import type { Target } from './sight.ts';

/** A source of entries: a tracked text or the walk of a series. Its first complete sight is a baseline. */
type Source = string;

type Aim = Omit<Target, 'reference' | 'language'>;

/** @returns the sources that were seen whole for the first time. */
export const runNumbers = async (session: Session): Promise<readonly Source[]> => {
  const complete: Source[] = [];
  for (const tracked of session.context.corpus) {
    if (tracked.reference !== null && (await askTracked(session, tracked, tracked.reference))) complete.push(tracked.id);
  }
  await lookAtOthers(session);
  complete.push(...(await walk(session)));
  await askGaps(session);
  await concludeAbsences(session);
  if (isUnproven(session)) return [];
  return complete.filter((source) => session.baselines[source] === undefined);
};

/** Answers came, but no document and no plain "not found" among them: nothing can be concluded from any of them. */
export const isUnproven = (session: Session): boolean => session.good.size === 0 && session.doubts.length > 0;

// ── tracked documents ───────────────────────────────────────────────────────────────────────────────────────────────

const askTracked = async (session: Session, tracked: Tracked, reference: Reference): Promise<boolean> => {
  const aim: Aim = { baseline: session.baselines[tracked.id] === undefined, existed: false, familyKnown: true, onlyInteresting: false };
  const done = new Set<string>();
  let whole = true;
  for (;;) {
    const known = familyOf(
      [...session.entries.values()].filter((e) => e.sha256 !== null),
      reference,
    ).flatMap((e) => e.reference ?? []);
    // What was just found moves the plan on: after ADD 1 and ADD 2 come ADD 3 and ADD 4, in the same run.
    const next = versionsToAsk(reference, known).find((r) => !done.has(referenceId(r)));
    if (next === undefined) return whole;
    if (session.stopped !== null) return false;
    done.add(referenceId(next));
    const existing = next.steps.length === 0 || referenceId(next) === referenceId(reference) ? tracked : null;
    if ((await ask(session, next, { aim, tracked: existing })) === 'failed') whole = false;
  }
};

/** Looks at every language version that is known, and asks for those that are wanted and due. */
const ask = async (
  session: Session,
  reference: Reference,
  { aim, tracked = null }: { aim: Aim; tracked?: Tracked | null },
): Promise<'public' | 'absent' | 'failed'> => {
  const id = referenceId(reference);
  const entry = session.entries.get(id);
  if (entry !== undefined && isPublic(entry)) {
    const had = [entry.language ?? '', ...entry.translations.map((t) => t.language)];
    for (const language of had) if ((await look(session, { ...aim, reference, language })) === 'failed') return 'failed';
    return askTranslations(session, { ...aim, reference }, had);
  }
  if (!due(session, id)) return 'absent';
  let result: 'absent' | 'failed' = 'absent';
  for (const language of [...session.context.settings.languages, session.watcher.multilingual]) {
    const seen = await look(session, { ...aim, reference, language });
    if (seen === 'public') return askTranslations(session, { ...aim, reference }, [language]);
    if (seen === 'failed') result = 'failed';
    if (session.stopped !== null) return 'failed';
  }
  if (result === 'absent') session.absences.push({ id, entry: tracked === null ? null : notPublic(session, reference, tracked) });
  return result;
};

const askTranslations = async (session: Session, aim: Omit<Target, 'language'>, had: readonly Language[]): Promise<'public' | 'failed'> => {
  const id = referenceId(aim.reference);
  // The document itself was just recorded as far as it could be: a translation that cannot be had does not undo that.
  if (session.passedOver.has(id)) return 'public';
  for (const language of session.context.settings.languages) {
    if (had.includes(language) || !due(session, `${id}/${language}`, language)) continue;
    const seen = await look(session, { ...aim, reference: aim.reference, language });
    if (seen === 'failed') return 'failed';
    if (seen === 'absent') session.absences.push({ id: `${id}/${language}`, entry: null });
  }
  return 'public';
};

const due = (session: Session, key: string, language = session.context.settings.languages[0] ?? ''): boolean => {
  const first = session.asked[key];
  if (first === undefined) return true;
  return isDue(first, session.looks.days[`${key.split('/')[0]}/${language}`] ?? null, session.context.today);
};

const notPublic = (session: Session, reference: Reference, tracked: Tracked) => {
  const id = referenceId(reference);
  const language = session.context.settings.languages[0] ?? session.watcher.multilingual;
  return (
    session.entries.get(id) ??
    recordNotPublic(
      reference,
      { title: tracked.title, url: session.watcher.address(id, language), date: tracked.date },
      session.context.today,
    )
  );
};

// ── all others ──────────────────────────────────────────────────────────────────────────────────────────────────────

const isTracked = ({ context }: Session, reference: Reference): boolean =>
  context.corpus.some((t) => t.reference !== null && familyId(t.reference) === familyId(reference));

/** Documents kept from the walk are looked at again at growing intervals, for what was silently replaced. */
const lookAtOthers = async (session: Session): Promise<void> => {
  const aim: Aim = { baseline: false, existed: true, familyKnown: false, onlyInteresting: false };
  for (const entry of [...session.entries.values()]) {
    if (session.stopped !== null) return;
    if (entry.reference === null || isTracked(session, entry.reference)) continue;
    const last = session.looks.days[`${entry.id}/${entry.language}`] ?? null;
    if (isDue(entry.firstSeen, last, session.context.today)) await ask(session, entry.reference, { aim });
  }
};

/** From the last known number of each series on, until nothing comes for a while or the run's share is used up. */
const walk = async (session: Session): Promise<Source[]> => {
  const { start, numbers, lookAhead } = watcherSettings(session.context.settings, session.watcher.id).frontier;
  const all = frontiers({ starts: start, last: session.frontier, firstOfYear: session.watcher.firstOfYear, today: session.context.today });
  const complete: Source[] = [];
  let left = numbers;
  for (const [series, from] of Object.entries(all)) {
    const { asked, last, caughtUp } = await walkSeries(session, { series, from, left, lookAhead });
    left -= asked;
    session.frontier[series] = last;
    if (caughtUp) complete.push(walkOf(series));
  }
  return complete;
};

const walkOf = (series: string): Source => `walk ${inSeries(series, 0).prefix}`;

const walkSeries = async (
  session: Session,
  { series, from, left, lookAhead }: { series: string; from: number; left: number; lookAhead: number },
) => {
  const aim: Aim = { baseline: session.baselines[walkOf(series)] === undefined, existed: false, familyKnown: false, onlyInteresting: true };
  let last = from;
  let asked = 0;
  let whole = true;
  const before = session.absences.length;
  for (let n = from + 1; n <= last + lookAhead; n += 1) {
    if (session.stopped !== null || asked >= left) {
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
    const seen = await ask(session, reference, { aim });
    if (seen === 'public') last = n;
    if (seen === 'failed') whole = false;
  }
  // Past the last public number nothing is known to exist yet: those are asked anew every day and not remembered.
  const beyond = session.absences.splice(before).filter(({ id }) => (parseReference(id)?.number ?? 0) < last);
  session.absences.push(...beyond);
  return { asked, last, caughtUp: whole };
};

const isKnown = (session: Session, reference: Reference): boolean => {
  const id = referenceId(reference);
  return session.entries.has(id) || session.passedOver.has(id) || isTracked(session, reference);
};

const askedToday = (session: Session, reference: Reference): boolean =>
  session.looks.days[`${referenceId(reference)}/${session.context.settings.languages[0]}`] === session.context.today;

/** Numbers below the last public one exist: when one of them opens, it became public. */
const askGaps = async (session: Session): Promise<void> => {
  const aim: Aim = { baseline: false, existed: true, familyKnown: false, onlyInteresting: true };
  let left = Math.ceil(watcherSettings(session.context.settings, session.watcher.id).frontier.numbers / 2);
  for (const id of Object.keys(session.asked).sort()) {
    const reference = parseReference(id);
    if (reference === null || isTracked(session, reference) || !due(session, id)) continue;
    if (left === 0 || session.stopped !== null) return;
    left -= 1;
    if ((await ask(session, reference, { aim })) === 'public') delete session.asked[id];
  }
};

// ── what absences mean ──────────────────────────────────────────────────────────────────────────────────────────────

/** "Not available" is only recorded when the source gave at least one answer that is beyond doubt. */
const concludeAbsences = async (session: Session): Promise<void> => {
  const { today, settings } = session.context;
  if (!isUnproven(session)) {
    for (const { id, entry } of session.absences) {
      session.asked[id] ??= today;
      if (entry !== null) session.entries.set(entry.id, entry);
    }
    for (const { id, language } of session.doubts) session.looks.days[`${id}/${language}`] = today;
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
