// One look at one document in one language, through the stages in their order: fetch, extract, snapshot, diff, match; then keep.ts.

import { diffTexts } from '../diff/index.ts';
import { BlockedError, ExtractError, FetchError, WatchError } from '../errors.ts';
import { EXTRACTOR, extract } from '../extract/index.ts';
import { readingText, textSha256 } from '../extract/text.ts';
import { lookAtDocument } from '../fetch/classify.ts';
import { interesting, matchText } from '../match/match.ts';
import { referenceId } from '../reference.ts';
import { type Circumstances, isPublic, isSuddenLoss, type Recorded, recordMissing, recordSeen, recordTranslation } from '../snapshot.ts';
import { textPath } from '../store.ts';
import { parseTextFile, versionOf } from '../textfile.ts';
import type { AbsentReason, Entry, Language, Look, Outcome, Reference, Text } from '../types.ts';
import { keep } from './keep.ts';
import { note, type Session } from './session.ts';

/** The source is left alone for this run after so many errors in a row. */
const ERRORS_IN_ROW = 3;
/** Errors of bytes that will never become text: the document is recorded without one. */
const NEVER_TEXT: readonly ExtractError['code'][] = ['encrypted', 'no-text-layer', 'unreadable-text', 'too-many-pages'];

export interface Target extends Circumstances {
  readonly reference: Reference;
  readonly language: Language;
  /** Record, but tell nobody: the first sight of its source. */
  readonly baseline: boolean;
  /** Keep a document met on the walk only when it concerns the corpus or the settings. */
  readonly onlyInteresting: boolean;
}

/** What is stored of one entry in one language. `current` says that the stored text is whole and of this extractor. */
interface Known {
  readonly entry: Entry | null;
  readonly sha256: string | null;
  readonly text: Text | null;
  readonly current: boolean;
}

interface Sight {
  readonly target: Target;
  readonly id: string;
  readonly url: string;
  readonly known: Known;
}

/** @returns whether the document is public there. Never throws for what a source does; errors of ours do come through. */
export const look = async (session: Session, target: Target): Promise<'public' | 'absent' | 'failed'> => {
  const id = referenceId(target.reference);
  const sight: Sight = {
    target,
    id,
    url: session.watcher.address(id, target.language),
    known: await readKnown(session, id, target.language),
  };
  try {
    const seen = await fetchLook(session, sight);
    session.errorsInRow = 0;
    if (seen.kind !== 'absent') return await present(session, sight, seen);
    return await absent(session, sight, seen);
  } catch (error) {
    if (!(error instanceof WatchError)) throw error;
    return failed(session, sight, error);
  }
};

const tell = (session: Session, { id, url }: Sight, outcome: Outcome, reason: string): void =>
  note(session, { entry: id, url, outcome, reason });

const answered = (session: Session, { id, target }: Sight): void => {
  session.good.add(id);
  session.looks.days[`${id}/${target.language}`] = session.context.today;
};

const readKnown = async (session: Session, id: string, language: Language): Promise<Known> => {
  const entry = session.entries.get(id) ?? null;
  const version = entry === null ? null : versionOf(entry, language);
  if (version === null) return { entry, sha256: null, text: null, current: false };
  const source = await session.context.store.read(textPath(session.watcher.id, id, language));
  const text = source === null ? null : parseTextFile(source);
  const whole = text !== null && textSha256(text) === version.textSha256;
  // A text that is not the one its entry names was cut off by a stop, or edited: it is no base for a diff.
  return { entry, sha256: version.sha256, text: whole ? text : null, current: whole && text.extractor === EXTRACTOR };
};

/** Asks with validators only when the answer "not modified" would leave nothing to mend. */
const fetchLook = async (session: Session, { url, known }: Sight, fresh = false): Promise<Look> => {
  const remembered = session.looks.validators[url];
  const validators = !fresh && known.current && remembered?.sha256 === known.sha256 ? remembered : null;
  const once = async () => lookAtDocument(await session.fetcher.get(url, { validators, accept: 'application/pdf' }));
  try {
    return await once();
  } catch (error) {
    // The same address can show a challenge once and the document a second later (seen on the Council's site).
    if (error instanceof BlockedError && error.code === 'blocked') return once();
    throw error;
  }
};

const present = async (session: Session, sight: Sight, seen: Exclude<Look, { kind: 'absent' }>): Promise<'public' | 'failed'> => {
  const { known, target } = sight;
  answered(session, sight);
  const sha256 = seen.kind === 'document' ? seen.sha256 : (known.sha256 ?? '');
  const text = known.current && sha256 === known.sha256 ? known.text : await textOf(session, sight, seen);
  const entry = {
    reference: target.reference,
    language: target.language,
    url: sight.url,
    sha256,
    text,
    textSha256: text && textSha256(text),
    today: session.context.today,
  };
  const asTranslation = known.entry !== null && isPublic(known.entry) && known.entry.language !== target.language;
  const recorded = asTranslation && known.entry !== null ? recordTranslation(known.entry, entry) : recordSeen(known.entry, entry, target);
  if (recorded.outcome === 'changed' && known.text !== null && text !== null && isSuddenLoss(readingText(known.text), readingText(text))) {
    const again = await fetchLook(session, sight, true);
    if (again.kind !== 'document' || again.sha256 !== sha256) {
      tell(session, sight, 'held', 'lost more than half of its text, and a second look saw something else');
      return 'public';
    }
  }
  await settle(session, sight, { recorded, text });
  const { validators } = seen.page;
  if (seen.kind === 'document' && (validators.etag ?? validators.lastModified) !== null)
    session.looks.validators[sight.url] = { ...validators, sha256 };
  return 'public';
};

const textOf = async ({ context }: Session, { url, known }: Sight, seen: Look): Promise<Text | null> => {
  if (seen.kind !== 'document') return known.text;
  try {
    return await extract({ body: seen.page.body, mediaType: seen.page.mediaType, at: url }, context.settings.extract);
  } catch (error) {
    if (error instanceof ExtractError && NEVER_TEXT.includes(error.code)) return null;
    throw error;
  }
};

/** From what was recorded to what is told and kept. */
const settle = async (session: Session, sight: Sight, { recorded, text }: { recorded: Recorded; text: Text | null }): Promise<void> => {
  const { known, target } = sight;
  const { corpus, settings } = session.context;
  const matches = matchText({ entry: recorded.entry, text }, corpus, settings.interests);
  if (target.onlyInteresting && known.entry === null && !interesting(matches)) {
    session.passedOver.add(sight.id);
    tell(session, sight, 'passed-over', 'nothing in it concerns the corpus or the interests of the settings');
    return;
  }
  const diff = recorded.change === 'replaced' && known.text !== null && text !== null ? diffTexts(known.text, text) : null;
  // Other bytes and other blocks, but the same words in the same order: not a change of theirs that anyone would read.
  const change = target.baseline || diff?.equal ? null : recorded.change;
  const outcome = diff?.equal ? 'bytes' : recorded.outcome;
  await keep(session, {
    previous: known.entry,
    entry: recorded.entry,
    language: target.language,
    oldText: known.text,
    newText: text,
    change,
    diff,
    matches,
  });
  tell(session, sight, outcome, text === null ? 'public, but its file has no readable text' : reasonOf(outcome));
};

const REASONS: Partial<Record<Outcome, string>> = {
  new: 'public, seen for the first time',
  access: 'public now, and was not before',
  unchanged: 'the same file',
  bytes: 'another file with the same text',
  changed: 'another file with another text under the same address',
};
const reasonOf = (outcome: Outcome): string => REASONS[outcome] ?? outcome;

const absent = async (session: Session, sight: Sight, seen: Extract<Look, { kind: 'absent' }>): Promise<'absent' | 'failed'> => {
  const { known, target } = sight;
  if (seen.reason !== 'not-found') return doubtful(session, sight, seen.reason);
  answered(session, sight);
  // Only the entry's own language says that it is gone; a translation that disappears leaves the document where it is.
  if (known.entry === null || !isPublic(known.entry) || known.entry.language !== target.language) {
    tell(session, sight, 'not-available', `answered ${seen.page.status}`);
    return 'absent';
  }
  const { entry, outcome, change } = recordMissing(known.entry, session.context.today);
  await keep(session, {
    previous: known.entry,
    entry,
    language: null,
    oldText: known.text,
    newText: null,
    change,
    diff: null,
    matches: matchText({ entry, text: known.text }, session.context.corpus, session.context.settings.interests),
  });
  tell(session, sight, outcome, `was public, and answered ${seen.page.status} (look ${entry.missing.length} of 3)`);
  return 'absent';
};

const ANSWERS: Readonly<Record<AbsentReason, string>> = {
  forbidden: 'an answer that forbids it',
  html: 'a web page in place of a PDF',
  empty: 'an empty file',
  'wrong-type': 'something that is no PDF',
  'moved-away': 'a redirect to another place',
  'not-found': 'nothing',
};

/** Neither a document nor plainly none: for a known document a failure; for a number nobody has seen, open until run's end. */
const doubtful = (session: Session, sight: Sight, reason: AbsentReason): 'absent' | 'failed' => {
  const { target, id, url, known } = sight;
  if (known.entry === null || !isPublic(known.entry) || versionOf(known.entry, target.language) === null) {
    session.doubts.push({ id, language: target.language, reason });
    tell(session, sight, 'not-available', `answered with ${ANSWERS[reason]}`);
    return 'absent';
  }
  session.entryFailures.push({
    entry: id,
    url,
    code: reason,
    message: `it was public, and now the address gives ${ANSWERS[reason]}`,
    remedy: 'Open the address in a browser. The last known text is kept; nothing was concluded.',
  });
  tell(session, sight, reason === 'forbidden' ? 'blocked' : reason === 'empty' ? 'emptied' : 'unreadable', `gave ${ANSWERS[reason]}`);
  return 'failed';
};

const failed = (session: Session, sight: Sight, error: WatchError): 'absent' | 'failed' => {
  if (error instanceof FetchError && error.code === 'redirect') {
    return doubtful(session, sight, 'moved-away');
  }
  if (error instanceof FetchError && error.code === 'budget') {
    session.stopped = 'budget';
    tell(session, sight, 'skipped', 'the budget of this run is used up; it is asked next time');
    return 'failed';
  }
  const ofThisDocument = error instanceof ExtractError || (error instanceof FetchError && error.code === 'too-large');
  if (ofThisDocument) {
    session.entryFailures.push({ entry: sight.id, url: sight.url, code: error.code, message: error.message, remedy: error.remedy });
    tell(session, sight, 'unreadable', error.message);
    return 'failed';
  }
  session.errors.push(error);
  session.errorsInRow += 1;
  if (session.errorsInRow >= ERRORS_IN_ROW || (error instanceof BlockedError && error.code === 'refused')) session.stopped = 'error';
  tell(session, sight, error instanceof BlockedError ? error.code : 'unreachable', error.message);
  return 'failed';
};
