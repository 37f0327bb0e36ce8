// Writes what one look established, in the order that a stop at any instant can be taken up again:
// the report first (it is the outbox), then the entries, then the text. Stopped after the report, the next run finds the same change
// and the same report; stopped before the text, the next run sees that the text is not the one its entry names, and fetches it anew.

import { parseReport, renderReport, reportPath } from '../report/file.ts';
import { reportFinding } from '../report/report.ts';
import { textPath } from '../store.ts';
import { renderTextFile } from '../textfile.ts';
import type { Change, ChangeKind, Entry, Finding, Language, Match, Priority, Text, TextDiff } from '../types.ts';
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
  readonly matches: readonly Match[];
}

export const keep = async (session: Session, kept: Kept): Promise<void> => {
  const { store, dryRun } = session.context;
  const { entry, language, newText } = kept;
  if (kept.change !== null) await keepReport(session, kept, kept.change);
  session.entries.set(entry.id, entry);
  delete session.asked[entry.id];
  if (language !== null) delete session.asked[`${entry.id}/${language}`];
  await saveEntries(session);
  if (language !== null && newText !== null && !dryRun)
    await store.write(textPath(session.watcher.id, entry.id, language), renderTextFile(entry, language, newText));
};

/** The same finding gives the same key whenever it is found, so that nothing is told twice. */
const keyOf = (change: ChangeKind, { entry, language }: Kept): string => {
  const version = entry.translations.find((t) => t.language === language);
  const detail: Record<ChangeKind, string | null> = {
    'new-document': null,
    'new-version': version === undefined ? null : version.language,
    access: (entry.textSha256 ?? entry.sha256)?.slice(0, 12) ?? null,
    replaced: (version?.textSha256 ?? entry.textSha256 ?? entry.sha256)?.slice(0, 12) ?? null,
    wording: entry.textSha256?.slice(0, 12) ?? null,
    metadata: entry.textSha256?.slice(0, 12) ?? null,
    withdrawn: entry.missing[0] ?? null,
  };
  return [change, entry.id, detail[change]].filter((part) => part !== null).join('-');
};

/** A version of a tracked document, or a text that cites one, matters more than what only shares a subject with it. */
const priorityOf = (matches: readonly Match[]): Priority =>
  matches.some((m) => m.kind === 'reference' || m.kind === 'passage') ? 'high' : 'normal';

const keepReport = async (session: Session, kept: Kept, kind: ChangeKind): Promise<void> => {
  const { context, watcher } = session;
  const change: Change = {
    kind,
    entry: kept.entry,
    previous: kept.previous,
    language: kept.language,
    oldText: kept.oldText,
    newText: kept.newText,
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
  const path = reportPath(report);
  // A report that is there already was found before: a flip back and forth, or a run that was stopped after writing it.
  const before = await context.store.read(path);
  if (before === null && !context.dryRun) await context.store.write(path, renderReport(report));
  if (before === null || parseReport(path, before).issue === null) session.found.push({ finding, report });
};
