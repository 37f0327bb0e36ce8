// A run of a `page` watcher: one page, or one file that a page links, whose own text is watched. What it says is gathered first and kept
// at the end of the run, so that the same edit on many pages can be told as one.

import { readList } from '../discover/list.ts';
import { ExtractError, FetchError, LayoutError, StoreError, WatchError } from '../errors.ts';
import { judge } from '../fetch/judge/page.ts';
import { blockedBy } from '../fetch/judge/walls.ts';
import { matchText } from '../match/match.ts';
import { isPublic, recordMissing } from '../snapshot.ts';
import type { Entry, Outcome, PageWatcher } from '../types.ts';
import { type Behind, lookBehind } from './behind.ts';
import { growthOf } from './columns.ts';
import type { Kept } from './keep.ts';
import { REASONS } from './lists/details.ts';
import { outcomeOf } from './lists/fetch.ts';
import { newSession, note, type Session } from './session.ts';

export type PageSession = Session<PageWatcher>;

export const openPage = async (
  watcher: PageWatcher,
  context: Session['context'],
  rest: Pick<Session, 'fetcher' | 'looks'>,
): Promise<PageSession> => {
  const { entries, lists } = await context.store.snapshot(watcher.id);
  return newSession(watcher, context, { ...rest, entries, baselines: lists.baselines });
};

/** The page as it is before anybody saw it. */
const unseen = ({ watcher, context }: PageSession): Entry => ({
  id: watcher.id,
  kind: 'page',
  title: watcher.title,
  url: watcher.url,
  date: null,
  access: 'unknown',
  firstSeen: context.today,
  sha256: null,
  textSha256: null,
  reference: null,
  language: context.settings.languages[0] ?? 'en',
  extractor: null,
  missing: [],
  translations: [],
});

export const runPage = async (session: PageSession): Promise<void> => {
  const { watcher } = session;
  const known = session.entries.get(watcher.id) ?? null;
  const tell = (outcome: Outcome, reason: string): void => note(session, { entry: watcher.id, url: watcher.url, outcome, reason });
  try {
    const entry = { ...(known ?? unseen(session)), title: watcher.title, url: await addressOf(session) };
    const place = {
      entry,
      language: entry.language ?? 'en',
      url: entry.url,
      reading: { select: watcher.select, remove: watcher.remove, strict: true },
      via: watcher.via,
      fromList: false,
      expect: watcher.expect,
    };
    const behind = await lookBehind(session, place);
    if (behind.kind === 'text') settle(session, { known, behind, tell });
    else absent(session, { entry, known, behind, tell });
  } catch (error) {
    if (!(error instanceof WatchError) || error instanceof StoreError) throw error;
    failed(session, error, tell);
  }
};

type Tell = (outcome: Outcome, reason: string) => void;

const settle = (
  session: PageSession,
  { known, behind, tell }: { known: Entry | null; behind: Extract<Behind, { kind: 'text' }>; tell: Tell },
): void => {
  const { corpus, settings } = session.context;
  const { entry, outcome, change } = behind.recorded;
  session.good.add(entry.id);
  session.read.add(entry.id);
  session.looks.days[`${session.watcher.id}/page/${entry.language}`] = session.context.today;
  tell(known === null ? 'new' : outcome, known === null ? 'recorded: the first look' : (REASONS[outcome] ?? outcome));
  if (change === null && JSON.stringify(entry) === JSON.stringify(known)) return;
  const growth = change === null ? null : growthOf(session.watcher.columns, behind.known.text, behind.text);
  session.pending.push({
    previous: known,
    entry: { ...entry, access: 'public' },
    language: entry.language,
    oldText: behind.known.text,
    newText: outcome === 'held' ? behind.known.text : behind.text,
    change: known === null ? null : change,
    diff: growth === null ? behind.diff : growth.diff,
    matches: matchText({ entry, text: behind.text }, corpus, settings.interests),
    notes: [...(growth === null ? [] : [namesOf(growth.added)]), ...movedNotes(known, entry)],
  });
};

const namesOf = (columns: readonly string[]): string => `new ${columns.length === 1 ? 'column' : 'columns'}: ${columns.join(', ')}`;

const movedNotes = (known: Entry | null, { url }: Entry): string[] =>
  known !== null && known.url !== url ? [`it stands at another address now: ${url}`] : [];

const absent = (
  session: PageSession,
  { entry, known, behind, tell }: { entry: Entry; known: Entry | null; behind: Extract<Behind, { kind: 'absent' }>; tell: Tell },
): void => {
  const { corpus, settings, today } = session.context;
  const keepIt = (next: Entry, change: Kept['change']): void => {
    const matches = matchText({ entry: next, text: behind.known.text }, corpus, settings.interests);
    session.pending.push({
      previous: known,
      entry: next,
      language: null,
      oldText: behind.known.text,
      newText: null,
      change,
      diff: null,
      matches,
    });
  };
  const isPlainlyGone = behind.reason === 'not-found';
  if (isPlainlyGone) session.good.add(entry.id);
  if (isPlainlyGone && known === null) keepIt({ ...entry, access: 'not-public' }, null);
  if (isPlainlyGone && known !== null && isPublic(known)) {
    const { entry: next, change, outcome } = recordMissing(known, today);
    if (JSON.stringify(next) !== JSON.stringify(known)) keepIt(next, change);
    if (outcome === 'gone') {
      tell('gone', `answered ${behind.status} on ${next.missing.join(', ')}`);
      return;
    }
  }
  // Once it was told that it is gone there is nothing to fail at; a page that nobody has seen yet is a wrong address until it appears.
  if (isPlainlyGone && known !== null && !isPublic(known) && known.sha256 !== null) {
    tell('not-available', `answers ${behind.status}, as before`);
    return;
  }
  session.entryFailures.push({
    entry: entry.id,
    url: entry.url,
    code: behind.reason,
    message: `${entry.url} gives no text: ${behind.evidence}`,
    remedy: 'Open the address in a browser. The last known text is kept; when the page has moved for good, correct its address.',
  });
  tell(OUTCOMES[behind.reason] ?? 'unreadable', behind.evidence);
};

const OUTCOMES: Readonly<Record<string, Outcome>> = { 'not-found': 'held', forbidden: 'blocked', empty: 'emptied' };

const failed = (session: PageSession, error: WatchError, tell: Tell): void => {
  if (error instanceof ExtractError) {
    session.entryFailures.push({
      entry: session.watcher.id,
      url: error.at,
      code: error.code,
      message: error.message,
      remedy: error.remedy,
    });
    tell(error.code === 'emptied' ? 'emptied' : 'unreadable', error.message);
    return;
  }
  if (error instanceof FetchError && error.code === 'budget') {
    session.stopped = 'budget';
    tell('skipped', error.message);
    return;
  }
  session.errors.push(error);
  tell(outcomeOf(error), error.message);
};

/** The page itself, or the file that it links. */
const addressOf = async (session: PageSession): Promise<string> => {
  const { watcher, fetcher, context } = session;
  if (watcher.file === undefined) return watcher.url;
  const page = await fetcher.get(watcher.url, { via: watcher.via });
  const verdict = judge(page, 'html');
  if (verdict.kind === 'wall') throw blockedBy(page, verdict);
  const list = { name: watcher.id, url: watcher.url, read: { format: 'links', keep: watcher.file } as const, expect: 1, dated: false };
  const { rows } = await readList(page, list, { today: context.today });
  const [first] = rows;
  if (first !== undefined) return first.url;
  throw new LayoutError(`${watcher.url} links no file that fits ${watcher.file}`, {
    at: watcher.url,
    remedy: 'Open the page in a browser. Where the file has another name now, the declaration has to follow.',
  });
};
