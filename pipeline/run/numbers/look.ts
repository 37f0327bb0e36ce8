// One look at one document in one language, through the stages in their order: fetch, extract, snapshot, diff, match; then keep.ts.

import { diffTexts } from '../../diff/index.ts';
import { describeSame } from '../../diff/stealth/stealth.ts';
import { BlockedError, StoreError, WatchError } from '../../errors.ts';
import { readingText, textSha256 } from '../../extract/text.ts';
import { lookAtDocument } from '../../fetch/judge/classify.ts';
import { interesting, matchText } from '../../match/match.ts';
import { referenceId } from '../../reference.ts';
import { isPublic, isSuddenLoss, type Recorded, recordSeen, recordTranslation } from '../../snapshot.ts';
import { versionOf } from '../../textfile.ts';
import type { Entry, Look, Outcome, Text } from '../../types.ts';
import { keep } from '../keep.ts';
import { readKnown, readText, WHOLE } from '../known.ts';
import { compareWithPredecessor } from '../predecessor.ts';
import { absent, failed } from './absent.ts';
import { forgetAsked, type NumbersSession } from './session.ts';
import { answered, noteDay, type Sight, type Target, tell } from './sight.ts';

/** @returns whether the document is public there. Never throws for what a source does; errors of ours do come through. */
export const look = async (session: NumbersSession, target: Target): Promise<'public' | 'absent' | 'failed'> => {
  const id = referenceId(target.reference);
  const sight: Sight = {
    target,
    id,
    url: session.watcher.address(id, target.language),
    known: await readKnown(session, { id, language: target.language, reading: WHOLE }),
  };
  try {
    const seen = await fetchLook(session, sight);
    session.errorsInRow.length = 0;
    if (seen.kind !== 'absent') return await present(session, sight, seen);
    return await absent(session, sight, seen);
  } catch (error) {
    // Files of ours that cannot be used are no fault of the source.
    if (!(error instanceof WatchError) || error instanceof StoreError) throw error;
    return failed(session, sight, error);
  }
};

/** Asks with validators only when the answer "not modified" would leave nothing to mend. */
const fetchLook = async (session: NumbersSession, { url, known }: Sight, fresh = false): Promise<Look> => {
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

const present = async (session: NumbersSession, sight: Sight, seen: Exclude<Look, { kind: 'absent' }>): Promise<'public' | 'failed'> => {
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
  if (recorded.outcome === 'held') delete session.looks.validators[sight.url];
  session.read.add(sight.id);
  noteDay(session, sight);
  const { validators } = seen.page;
  if (seen.kind === 'document' && recorded.outcome !== 'held' && (validators.etag ?? validators.lastModified) !== null)
    session.looks.validators[sight.url] = { ...validators, sha256 };
  return 'public';
};

const textOf = async (session: NumbersSession, { url, known }: Sight, seen: Look): Promise<Text | null> => {
  if (seen.kind !== 'document') return known.text;
  const { body, mediaType } = seen.page;
  if (!session.context.dryRun) await session.context.store.fetched.put(seen.sha256, body);
  return readText(session, { body, mediaType, at: url }, WHOLE);
};

/** A baseline holds for what nobody has seen before; what was recorded already and changes is told, even while the rest is still new. */
const isFirstSight = ({ target, known }: Sight, { date }: Entry): boolean => {
  const isNew = known.entry === null || (isPublic(known.entry) && versionOf(known.entry, target.language) === null);
  return isNew && (target.baseline || (target.since !== null && (date === null || date < target.since)));
};

/** From what was recorded to what is told and kept. */
const settle = async (
  session: NumbersSession,
  sight: Sight,
  { recorded, text }: { recorded: Recorded; text: Text | null },
): Promise<void> => {
  const { known, target } = sight;
  const { corpus, settings } = session.context;
  const matches = matchText({ entry: recorded.entry, text }, corpus, settings.interests);
  // What cannot be read cannot be judged either: it is kept, so that a person looks at it.
  if (target.onlyInteresting && known.entry === null && text !== null && !interesting(matches)) {
    session.passedOver.add(sight.id);
    tell(session, sight, 'passed-over', 'nothing in it concerns the corpus or the interests of the settings');
    return;
  }
  const diff = recorded.change === 'replaced' && known.text !== null && text !== null ? diffTexts(known.text, text) : null;
  // Other bytes and other blocks, but the same words in the same order: not a change of theirs that anyone would read.
  const change = isFirstSight(sight, recorded.entry) || diff?.equal ? null : recorded.change;
  const outcome = diff?.equal ? 'bytes' : recorded.outcome;
  // What comes back after a withdrawal has a text of its own from before.
  const appeared = { change: known.text === null ? change : null, entry: recorded.entry, language: target.language, text, reading: WHOLE };
  const compared = await compareWithPredecessor(session, appeared);
  forgetAsked(session, recorded.entry.id, target.language);
  await keep(session, {
    previous: known.entry,
    entry: recorded.entry,
    language: target.language,
    oldText: known.text,
    // What is held stays as it was: its words are not yet taken for what stands there.
    newText: outcome === 'held' ? known.text : text,
    change,
    diff,
    matches,
    ...compared,
  });
  tell(session, sight, outcome, text === null ? 'public, but its file has no readable text' : reasonOf(outcome, known.text, text));
};

const REASONS: Partial<Record<Outcome, string>> = {
  new: 'public, seen for the first time',
  access: 'public now, and was not before',
  unchanged: 'the same file',
  bytes: 'another file with the same text',
  changed: 'another file with another text under the same address',
  held: 'went back to what it was before: looked at again on another day before anyone is told',
};
const reasonOf = (outcome: Outcome, before: Text | null, text: Text): string => {
  const reason = REASONS[outcome] ?? outcome;
  return outcome === 'bytes' && before !== null ? `${reason}: ${describeSame(before, text).says}` : reason;
};
