// The text behind an entry of a list. It may fail without hiding the entry: the row has been seen.

import { isDue } from '../../discover/schedule.ts';
import { ExtractError, FetchError, StoreError, UsageError, WatchError } from '../../errors.ts';
import { matchText } from '../../match/match.ts';
import { isPublic, recordMissing } from '../../snapshot.ts';
import type { Entry, Outcome } from '../../types.ts';
import { type Behind, lookBehind } from '../behind.ts';
import { keep } from '../keep.ts';
import { note } from '../session.ts';
import { outcomeOf } from './fetch.ts';
import type { ListSession } from './session.ts';

/** The texts of a source are left alone for this run after errors at so many in a row. */
const ERRORS_IN_ROW = 3;

/** Where the day of the last look at a text is remembered. */
export const dayKey = ({ watcher }: ListSession, entry: Entry): string => `${watcher.id}/${entry.id}/${entry.language}`;

/** @returns null when there is none to be had, or not now */
export const readDetail = async (session: ListSession, entry: Entry): Promise<Behind | null> => {
  const { detail, via } = session.watcher;
  if (detail === null || entry.url === '' || entry.language === null || session.stopped !== null) return null;
  if (entry.access === 'not-public' && entry.missing.length === 0) return null;
  const url = detail.address?.(entry.url) ?? entry.url;
  try {
    const place = { entry, language: entry.language, url, reading: detail, via, fromList: true, expect: 0 };
    const behind = await lookBehind(session, place);
    session.errorsInRow.length = 0;
    if (isSettled(entry, behind)) session.looks.days[dayKey(session, entry)] = session.context.today;
    else delete session.looks.days[dayKey(session, entry)];
    if (behind.kind === 'text') session.good.add(entry.id);
    return behind;
  } catch (error) {
    if (!(error instanceof WatchError) || error instanceof StoreError) throw error;
    failed(session, entry, { url, error });
    return null;
  }
};

/** What is held, or was there and is not found, is looked at again by the next run, whatever its plan says. */
const isSettled = (entry: Entry, behind: Behind): boolean =>
  behind.kind === 'text' ? behind.recorded.outcome !== 'held' : entry.sha256 === null || !isPublic(entry);

const failed = (session: ListSession, entry: Entry, { url, error }: { url: string; error: WatchError }): void => {
  const tell = (outcome: Outcome): void => note(session, { entry: entry.id, url, outcome, reason: error.message });
  if (error instanceof FetchError && error.code === 'budget') {
    session.stopped = 'budget';
    tell('skipped');
  } else if (error instanceof ExtractError || (error instanceof FetchError && ['too-large', 'redirect'].includes(error.code))) {
    session.entryFailures.push({ entry: entry.id, url, code: error.code, message: error.message, remedy: error.remedy });
    tell(error.code === 'emptied' ? 'emptied' : 'unreadable');
  } else {
    session.errors.push(error);
    session.errorsInRow.push(entry.id);
    if (session.errorsInRow.length >= ERRORS_IN_ROW || error.code === 'refused') session.stopped = 'error';
    tell(outcomeOf(error));
  }
};

/** Looks again, at growing intervals or because the source says that it was changed, at the texts of entries that are followed. */
export const lookAgain = async (session: ListSession, seenInThisRun: ReadonlySet<string>): Promise<void> => {
  for (const entry of [...session.entries.values()]) {
    if (session.stopped !== null) return;
    if (entry.passedOver || seenInThisRun.has(entry.id)) continue;
    const last = session.looks.days[dayKey(session, entry)] ?? null;
    if (!isDue(entry.firstSeen, last, session.context.today) && !isSignalled(session, entry, last)) continue;
    const behind = await readDetail(session, entry);
    if (behind !== null) await settle(session, entry, behind);
  }
};

/** The text behind an entry, saved by a person. */
export const importDetail = async (session: ListSession, entry: Entry): Promise<void> => {
  const { passedOver, ...followed } = entry;
  const behind = await readDetail(
    { ...session, watcher: { ...session.watcher, via: 'http', detail: { select: [], remove: [] } } },
    { ...followed, access: 'public' },
  );
  if (behind?.kind === 'absent') {
    throw new UsageError(`the file is no text of ${entry.id} (${behind.reason}: ${behind.evidence})`, {
      at: entry.url,
      remedy: 'Save the page or file anew, and see that it is the whole of it',
    });
  }
  if (behind !== null) await settle(session, followed, behind);
};

const isSignalled = ({ signalled, context }: ListSession, { url }: Entry, last: string | null): boolean =>
  signalled.has(url) && last !== context.today;

/** What a further look at a text means: a change of wording, a file replaced, a page gone. */
const settle = async (session: ListSession, previous: Entry, behind: Behind): Promise<void> => {
  const { corpus, settings, today } = session.context;
  const tell = (outcome: Outcome, reason: string): void => note(session, { entry: previous.id, url: previous.url, outcome, reason });
  const matches = (entry: Entry) =>
    matchText({ entry, text: behind.kind === 'text' ? behind.text : behind.known.text }, corpus, settings.interests);
  const common = { previous, oldText: behind.known.text, diff: null };
  if (behind.kind === 'text') {
    const { entry, outcome, change } = behind.recorded;
    session.read.add(previous.id);
    // A good look ends what was held or missing before, and brings back a text that a stop has lost.
    if (outcome !== 'unchanged' || !behind.known.current || JSON.stringify(entry) !== JSON.stringify(previous)) {
      // A text that is read for the first time is no change of theirs, unless it was known not to be public.
      const told = previous.sha256 === null && previous.access !== 'not-public' ? null : change;
      // What is held stays as it was: its words are not yet taken for what stands there.
      const newText = outcome === 'held' ? behind.known.text : behind.text;
      const kept = { ...common, entry, language: entry.language, newText, change: told, diff: behind.diff, matches: matches(entry) };
      if (told === null) await keep(session, kept);
      else session.pending.push(kept);
    }
    tell(outcome, REASONS[outcome] ?? outcome);
  } else if (behind.reason === 'not-found' && isPublic(previous) && previous.sha256 !== null) {
    const { entry, outcome, change } = recordMissing(previous, today);
    await keep(session, { ...common, entry, language: null, newText: null, change, matches: matches(entry) });
    tell(outcome, `was there, and answered ${behind.status} (look ${entry.missing.length} of 3)`);
  } else if (previous.sha256 === null) {
    tell('not-available', `its text cannot be had (${behind.reason}: ${behind.evidence})`);
  } else {
    session.entryFailures.push({
      entry: previous.id,
      url: previous.url,
      code: behind.reason,
      message: `its text was there, and now the address gives something else (${behind.evidence})`,
      remedy: 'Open the address in a browser. The last known text is kept; nothing was concluded.',
    });
    tell(behind.reason === 'forbidden' ? 'blocked' : behind.reason === 'empty' ? 'emptied' : 'unreadable', behind.evidence);
  }
};

export const REASONS: Partial<Record<Outcome, string>> = {
  new: 'read for the first time',
  access: 'there now, and was not before',
  unchanged: 'the same file',
  moved: 'the same words at another address: correct it where it is declared',
  bytes: 'other bytes, the same text',
  layout: 'other markup or typography, the same words',
  changed: 'another text under the same address',
  held: 'lost more than half of its text, or went back to what it was: looked at again before anyone is told',
};
