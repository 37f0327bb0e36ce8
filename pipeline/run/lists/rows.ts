// What the rows of a list mean: a new entry, one that is passed over, a known one that changed.

import { entryOfRow, recordRow } from '../../listed.ts';
import { matchText } from '../../match/match.ts';
import { isPublic } from '../../snapshot.ts';
import type { ChangeKind, Entry, List, Match, Row, Text } from '../../types.ts';
import { keep } from '../keep.ts';
import { WHOLE } from '../known.ts';
import { compareWithPredecessor } from '../predecessor.ts';
import { note } from '../session.ts';
import { readDetail } from './details.ts';
import type { ListSession } from './session.ts';
import { tellUnearthed } from './unearthed.ts';

/** How the rows are taken: as they come, or as what was there before anybody looked. */
export interface Taking {
  readonly list: List;
  readonly baseline: boolean;
  /** From a walk back: what concerns somebody is gathered for one summary. */
  readonly unearthing: boolean;
  /** A known row stands below it. */
  readonly above?: boolean;
}

export const takeRow = async (session: ListSession, row: Row, taking: Taking): Promise<void> => {
  const known = session.entries.get(row.id);
  const isSecond = session.taken.has(row.id);
  session.taken.add(row.id);
  if (known === undefined) await takeNew(session, row, taking);
  // Two lists may name one entry in two ways: told by turns, each would be a change.
  else
    await takeKnown(session, {
      row: isSecond && !known.passedOver ? { ...row, title: known.title, url: known.url, date: null } : row,
      known,
      taking,
    });
};

const matchesOf = ({ context }: ListSession, { entry, row, text }: { entry: Entry; row: Row; text: Text | null }): readonly Match[] =>
  matchText({ entry, text, row }, context.corpus, context.settings.interests);

const tell = (session: ListSession, entry: Entry, outcome: 'new' | 'passed-over' | 'changed' | 'access', reason: string): void =>
  note(session, { entry: entry.id, url: entry.url, outcome, reason });

/**
 * Rows of a list that came up from further down its archive, because another one was taken away, are not news. They stand at its end;
 * an old date further up is that of a document that was made public late.
 */
const isFromBelow = ({ horizon, watcher }: ListSession, { date, reference }: Row, { list, above }: Taking): boolean => {
  const isArchive = watcher.kind === 'listing' && list.window === undefined && above !== true && reference === null;
  return isArchive && horizon !== null && date !== null && date < horizon;
};

const takeNew = async (session: ListSession, row: Row, taking: Taking): Promise<void> => {
  const { list, baseline, unearthing } = taking;
  const { context, watcher } = session;
  const language = context.settings.languages[0] ?? 'en';
  const entry = entryOfRow(row, { kind: watcher.entry, language, today: context.today });
  const silent = baseline || unearthing || isFromBelow(session, row, taking);
  const matches = matchesOf(session, { entry, row, text: null });
  if (watcher.all !== true && !context.all && matches.length === 0) {
    session.entries.set(entry.id, { ...entry, passedOver: true });
    tell(session, entry, 'passed-over', `${row.title}: concerns neither the corpus nor the interests of the settings`);
    return;
  }
  if (unearthing) await tellUnearthed(session, entry, matches);
  await keepNew(session, { entry, row, change: silent ? null : kindOf(row) });
  tell(session, entry, 'new', `${silent ? 'recorded' : 'new'} on ${list.name}: ${row.title}`);
};

const kindOf = ({ reference }: Row): ChangeKind => ((reference?.steps.length ?? 0) > 0 ? 'new-version' : 'new-document');

const keepNew = async (
  session: ListSession,
  { entry, row, change }: { entry: Entry; row: Row; change: ChangeKind | null },
): Promise<void> => {
  session.entries.set(entry.id, entry);
  const behind = await readDetail(session, entry);
  const text = behind?.kind === 'text' ? behind.text : null;
  const seen = behind?.kind === 'text' ? behind.recorded.entry : entry;
  if (behind?.kind === 'text') session.read.add(entry.id);
  const notes = behind?.kind === 'absent' ? [`its own page could not be read (${behind.evidence})`] : [];
  const matches = matchesOf(session, { entry: seen, row, text });
  // Nothing to write yet for what is only recorded: the list is saved as a whole when it was gone through.
  if (change === null && behind === null) return;
  await keep(session, {
    previous: null,
    entry: seen,
    language: seen.language,
    oldText: null,
    newText: text,
    change,
    diff: null,
    matches,
    row,
    notes,
    ...(await comparedOf(session, { change, entry: seen, text })),
  });
};

const comparedOf = (session: ListSession, seen: { change: ChangeKind | null; entry: Entry; text: Text | null }) =>
  compareWithPredecessor(session, { ...seen, language: seen.entry.language, reading: session.watcher.detail ?? WHOLE });

const isAfterBaseline = ({ baselines }: ListSession, { firstSeen }: Entry, { list }: Taking): boolean =>
  firstSeen > (baselines[list.name] ?? firstSeen);

const takeKnown = async (session: ListSession, { row, known, taking }: { row: Row; known: Entry; taking: Taking }): Promise<void> => {
  const { context } = session;
  if (known.passedOver && context.all && isAfterBaseline(session, known, taking)) {
    const { passedOver, ...entry } = known;
    await keepNew(session, { entry, row, change: kindOf(row) });
    tell(session, entry, 'new', `passed over before: ${row.title}`);
    return;
  }
  const { entry, changes } = recordRow(known, row, { today: context.today, languages: [...context.settings.languages, 'x'] });
  session.entries.set(entry.id, entry);
  if (entry.passedOver) return takePassedOver(session, { row, entry, taking, isChanged: changes.length > 0 });
  // What brings the text comes last: it stores the entry, when all that the row says has its report.
  for (const [i, { kind, language }] of changes.toReversed().entries()) {
    const opened = kind === 'access' && isPublic(entry) ? await readDetail(session, entry) : null;
    const text = opened?.kind === 'text' ? opened.text : null;
    const seen = opened?.kind === 'text' ? opened.recorded.entry : (session.entries.get(entry.id) ?? entry);
    const matches = matchesOf(session, { entry: seen, row, text });
    const change = taking.baseline || taking.unearthing ? null : kind;
    const textLanguage = text === null ? language : seen.language;
    await keep(session, {
      previous: known,
      entry: seen,
      language: textLanguage,
      oldText: null,
      newText: text,
      change,
      diff: null,
      matches,
      row,
      ...(await comparedOf(session, { change, entry: seen, text })),
      isPart: i < changes.length - 1,
    });
    tell(session, seen, kind === 'access' ? 'access' : 'changed', `${kind} on ${taking.list.name}: ${row.title}`);
  }
};

/** What was of no interest may become so: by a new title, by a summary or code that came later, by wider interests. */
const takePassedOver = async (
  session: ListSession,
  { row, entry: known, taking, isChanged }: { row: Row; entry: Entry; taking: Taking; isChanged: boolean },
): Promise<void> => {
  if (matchesOf(session, { entry: known, row, text: null }).length === 0) return;
  const { passedOver, ...entry } = known;
  // What stood there at the first look, of this list or another, is followed from now on and is no news.
  const isNews = !taking.baseline && !taking.unearthing && (isChanged || isAfterBaseline(session, known, taking));
  await keepNew(session, { entry, row, change: isNews ? kindOf(row) : null });
  tell(session, entry, 'new', `of interest now: ${row.title}`);
};
