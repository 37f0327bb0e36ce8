// Looks that saw no document: what each kind of answer and error means. Decision 0002 in .github/decisions/.

import { BlockedError, ExtractError, FetchError, type WatchError } from '../../errors.ts';
import { matchText } from '../../match/match.ts';
import { isPublic, recordMissing } from '../../snapshot.ts';
import { versionOf } from '../../textfile.ts';
import type { AbsentReason, Look } from '../../types.ts';
import { keep } from '../keep.ts';
import { forgetAsked, type NumbersSession } from './session.ts';
import { answered, noteDay, type Sight, tell } from './sight.ts';

/** The source is left alone for this run after errors at so many documents in a row. */
const ERRORS_IN_ROW = 3;

export const absent = async (
  session: NumbersSession,
  sight: Sight,
  seen: Extract<Look, { kind: 'absent' }>,
): Promise<'absent' | 'failed'> => {
  const { known, target } = sight;
  if (seen.reason !== 'not-found') return doubtful(session, sight, seen.reason);
  answered(session, sight);
  noteDay(session, sight);
  // Only the entry's own language says that it is gone; a translation that disappears leaves the document where it is.
  if (known.entry === null || !isPublic(known.entry) || known.entry.language !== target.language) {
    tell(session, sight, 'not-available', `answered ${seen.page.status}`);
    return 'absent';
  }
  if (target.elsewhere) {
    tell(session, sight, 'held', 'not there, but another language version of it is');
    return 'absent';
  }
  const { entry, outcome, change } = recordMissing(known.entry, session.context.today);
  forgetAsked(session, entry.id, null);
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
const doubtful = (session: NumbersSession, sight: Sight, reason: AbsentReason): 'absent' | 'failed' => {
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

export const failed = (session: NumbersSession, sight: Sight, error: WatchError): 'absent' | 'failed' => {
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
  if (!session.errorsInRow.includes(sight.id)) session.errorsInRow.push(sight.id);
  if (session.errorsInRow.length >= ERRORS_IN_ROW || (error instanceof BlockedError && error.code === 'refused')) session.stopped = 'error';
  tell(session, sight, error instanceof BlockedError ? error.code : 'unreachable', error.message);
  return 'failed';
};
