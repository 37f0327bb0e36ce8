// What a document that just appeared is compared with: the stored text of the one that it follows. Read from what is kept, so that a run which
// is taken up again after a stop says the same.

import { diffTexts } from '../diff/index.ts';
import { candidatesOf, resembles } from '../predecessor.ts';
import { referenceId } from '../reference.ts';
import type { ChangeKind, Entry, Language, Text, TextDiff } from '../types.ts';
import { type Reading, readKnown } from './known.ts';
import type { Session } from './session.ts';

export interface Compared {
  readonly predecessor: Entry;
  readonly oldText: Text;
  readonly diff: TextDiff;
}

/** A document as a look saw it, with what is to be told of it. */
export interface Appeared {
  readonly change: ChangeKind | null;
  readonly entry: Entry;
  readonly language: Language | null;
  readonly text: Text | null;
  readonly reading: Reading;
}

const APPEARED: readonly ChangeKind[] = ['new-version', 'new-document', 'access'];

/**
 * Of the documents that the text may follow, the first that is stored in the same language. One that its cover names and that is no version
 * of it has to be like it: a note names what it is about as well.
 * @returns null where there is none; one that cannot be read is no failure
 */
export const compareWithPredecessor = async (session: Session, appeared: Appeared): Promise<Compared | null> => {
  const { change, entry, language, text, reading } = appeared;
  // A further language is told for what it is.
  if (change === null || !APPEARED.includes(change) || text === null || language === null || entry.language !== language) return null;
  for (const { reference, isVersion } of candidatesOf({ reference: entry.reference, cover: text.cover })) {
    const predecessor = session.entries.get(referenceId(reference));
    if (predecessor === undefined) continue;
    const { text: oldText } = await readKnown(session, { id: predecessor.id, language, reading });
    if (oldText !== null && (isVersion || resembles(oldText, text))) return { predecessor, oldText, diff: diffTexts(oldText, text) };
  }
  return null;
};
