// Writes what one look established, in the order that a stop at any instant can be taken up again:
// the report first (it is the outbox), then the entries, then the text. Stopped after the report, the next run finds the same change
// and the same report; stopped before the text, the next run sees that the text is not the one its entry names, and fetches it anew.

import { createHash } from 'node:crypto';
import { stealthOf } from '../diff/stealth/stealth.ts';
import { reportPath } from '../report/file.ts';
import { reportFinding } from '../report/report.ts';
import { textPath } from '../store.ts';
import { renderTextFile, versionOf } from '../textfile.ts';
import type { Change, ChangeKind, Entry, Finding, Language, Match, Priority, Row, Text, TextDiff } from '../types.ts';
import { draftingNotes } from './drafting.ts';
import { storedReport, writeReport } from './outbox.ts';
import { type Session, saveEntries } from './session.ts';

export interface Kept {
  readonly previous: Entry | null;
  readonly entry: Entry;
  readonly language: Language | null;
  readonly oldText: Text | null;
  readonly newText: Text | null;
  /** null: keep it, and tell nobody. */
  readonly change: ChangeKind | null;
  readonly diff: TextDiff | null;
  /** The document that `oldText` and `diff` are about, where it is another one. */
  readonly predecessor?: Entry;
  readonly matches: readonly Match[];
  readonly row?: Row;
  readonly notes?: readonly string[];
  readonly members?: Change['members'] & {};
  /** More of the same look follows, and stores the entry: a stop between the two must not lose it. */
  readonly isPart?: boolean;
}

export const keep = async (session: Session, kept: Kept): Promise<void> => {
  const { store, dryRun } = session.context;
  const { entry, language, newText } = kept;
  if (kept.change !== null) await keepReport(session, kept, kept.change);
  if (kept.isPart === true) return;
  session.entries.set(entry.id, entry);
  await saveEntries(session);
  if (language === null || dryRun) return;
  const path = textPath(session.watcher.id, entry.id, language);
  if (newText !== null) await store.write(path, renderTextFile(entry, language, newText));
  // A scan in place of a text: the old words must not pass for what stands there now. Git has them.
  else if (versionOf(entry, language)?.textSha256 === null) await store.remove(path);
};

/**
 * The same finding gives the same key whenever it is found, so that nothing is told twice: a change has the sha of both texts,
 * an opening that of the text and, when it comes after a withdrawal, the day of that.
 */
const keyOf = (change: ChangeKind, { entry, previous, language }: Kept): string => {
  const sha = (of: Entry | null): string => {
    const version = of?.translations.find((t) => t.language === language) ?? of;
    return (version?.textSha256 ?? version?.sha256 ?? '').slice(0, 12);
  };
  const translated = entry.translations.some((t) => t.language === language);
  const details: Record<ChangeKind, readonly (string | null | undefined)[]> = {
    'new-document': [],
    'new-version': [translated ? language : null],
    // To be taken back, or to be opened in part only, is another finding than to be opened.
    access: [sha(entry), previous?.missing[0], entry.access === 'public' ? null : entry.access],
    replaced: [sha(previous), sha(entry)],
    wording: [sha(previous), sha(entry)],
    metadata: [digest(`${previous?.title} ${previous?.date}`), digest(`${entry.title} ${entry.date}`)],
    withdrawn: [entry.missing[0]],
  };
  return [change, entry.id, ...details[change].filter(Boolean)].join('-');
};

const digest = (words: string | undefined): string =>
  createHash('sha256')
    .update(words ?? '')
    .digest('hex')
    .slice(0, 8);

/** A version of a tracked document, or a text that cites one, matters more than what only shares a subject with it. */
const priorityOf = (matches: readonly Match[]): Priority =>
  matches.some((m) => m.kind === 'reference' || m.kind === 'passage') ? 'high' : 'normal';

const BY_HAND = 'it was saved by a person and imported by hand, and not fetched by pactwatch';

const stealthIn = ({ oldText, newText, diff }: Kept, kind: ChangeKind): Pick<Change, 'stealth'> =>
  kind === 'replaced' && oldText !== null && newText !== null && diff !== null ? { stealth: stealthOf(oldText, newText, diff) } : {};

/** Of a document that is compared with the one that it follows. */
const notesBeside = ({ predecessor, oldText, newText }: Kept): string[] =>
  predecessor === undefined || oldText === null || newText === null ? [] : draftingNotes(oldText, newText);

const keepReport = async (session: Session, kept: Kept, kind: ChangeKind): Promise<void> => {
  const { context, watcher } = session;
  const change: Change = {
    kind,
    entry: kept.entry,
    previous: kept.previous,
    language: kept.language,
    oldText: kept.oldText,
    newText: kept.newText,
    ...(kept.row === undefined ? {} : { row: kept.row }),
    notes: [...(kept.notes ?? []), ...notesBeside(kept), ...(context.imported ? [BY_HAND] : [])],
    ...(kept.predecessor === undefined ? {} : { predecessor: kept.predecessor }),
    ...stealthIn(kept, kind),
    ...(kept.members === undefined ? {} : { members: kept.members }),
  };
  const finding: Finding = {
    key: keyOf(kind, kept),
    kind,
    watcher: watcher.id,
    date: context.today,
    priority: priorityOf(kept.matches),
    change,
    diff: kept.diff,
    matches: kept.matches,
  };
  const report = reportFinding(finding, { watcherTitle: watcher.title, tracked: context.corpus });
  // A report that is there already was found before: a text that goes back and forth, or a run that was stopped after writing it.
  const before = await storedReport(context, reportPath(report));
  if (before === null) await writeReport(context, report);
  if (before === null || before.issue === null) session.found.push({ finding, report });
};
