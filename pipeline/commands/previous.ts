// What a single text is compared with: its last earlier state in git, else its predecessor, which its cover or its number names.

import { StoreError, UsageError } from '../errors.ts';
import { UNSHALLOW } from '../history.ts';
import { type Candidate, candidatesOf, fullName, resembles } from '../predecessor.ts';
import { parseReference, printReference } from '../reference.ts';
import type { Language, Reference, Text } from '../types.ts';
import { allEntries, entriesOf, type Found, findEntry, type Stored, storedText } from './entries.ts';
import { type Earlier, earlierState, fileNamed, type Named, namedText, type Place, presentText, stateNamed } from './sources.ts';

type Pair = readonly [Named, Named];

/**
 * For a single argument. An entry: its last earlier state and the present one, else its predecessor and itself; `<entry>@<date>`: that state
 * and the present one; a file: its predecessor and itself.
 * @throws UsageError that says what was looked for
 */
export const twoOf = async (words: string, place: Place): Promise<Pair> => {
  if ((await fileNamed(words, place)) !== null) return previousOf(words, place);
  const { id, date } = stateNamed(words);
  if (date !== null) return [await namedText(words, place), await namedText(id, place)];
  const found = await findEntry(place.opened.store, id);
  const stored = await presentText(place, found);
  const earlier = await earlierState(place, found, stored).catch(unlessNoGit);
  if (!(earlier instanceof StoreError) && earlier.state !== null) return [earlier.state, { name: found.entry.id, text: stored.text }];
  const subject = subjectOf(found, stored);
  const before = await predecessor(subject, place);
  if (before !== null) return [before, { name: nameOf(subject), text: stored.text }];
  // Without git nobody knows whether there are earlier states: that has to be mended first.
  if (earlier instanceof StoreError) throw earlier;
  throw await nothing(subject, place, earlier);
};

/** A text and its predecessor, for an entry, a state of one, or a file. @throws UsageError that says what was looked for */
export const previousOf = async (words: string, place: Place): Promise<Pair> => {
  const subject = await subjectNamed(words, place);
  const before = await predecessor(subject, place);
  if (before === null) throw await nothing(subject, place, null);
  return [before, { name: nameOf(subject), text: subject.text }];
};

/** What is to be compared, and what is known of it. */
interface Subject {
  readonly words: string;
  readonly isFile: boolean;
  readonly reference: Reference | null;
  readonly language: Language | null;
  readonly text: Text;
}

const nameOf = ({ words, isFile, reference }: Subject): string => (isFile || reference === null ? words : fullName(reference));

const subjectOf = ({ entry }: Found, { path, text }: Stored): Subject => ({
  words: entry.id,
  isFile: false,
  reference: entry.reference ?? parseReference(entry.id) ?? text.cover?.reference ?? null,
  language: /\.(\w+)\.md$/.exec(path)?.[1] ?? text.language,
  text,
});

const subjectNamed = async (words: string, place: Place): Promise<Subject> => {
  const file = await fileNamed(words, place);
  if (file !== null) {
    const { text } = file;
    return { words, isFile: true, reference: text.cover?.reference ?? null, language: text.language, text };
  }
  const { id, date } = stateNamed(words);
  const found = await findEntry(place.opened.store, id);
  if (date === null) return subjectOf(found, await presentText(place, found));
  const { text } = await namedText(words, place);
  return { ...subjectOf(found, { path: '', text }), words };
};

/** The first of the documents that it may follow which is stored; of those that are no versions of it, the first that is like it. */
const predecessor = async (subject: Subject, { opened }: Place): Promise<Named | null> => {
  const all = await allEntries(opened.store);
  const stored: { readonly candidate: Candidate; readonly text: Text }[] = [];
  for (const candidate of candidatesOf({ reference: subject.reference, cover: subject.text.cover })) {
    for (const found of entriesOf(all, candidate.reference)) {
      const { text } = (await storedText(opened.store, found, subject.language)) ?? {};
      if (text !== undefined) stored.push({ candidate, text });
    }
  }
  const best = stored.find(({ candidate, text }) => candidate.isVersion || resembles(text, subject.text)) ?? stored[0];
  return best === undefined ? null : { name: `${fullName(best.candidate.reference)} (${best.candidate.why})`, text: best.text };
};

const unlessNoGit = (error: unknown): StoreError => {
  if (error instanceof StoreError) return error;
  throw error;
};

/** Says what was looked for, and how it can be had. */
const nothing = async (subject: Subject, { opened }: Place, earlier: Earlier | null): Promise<UsageError> => {
  const all = await allEntries(opened.store);
  const candidates = candidatesOf({ reference: subject.reference, cover: subject.text.cover });
  const named = candidates.filter(({ why }) => why === 'its No. prev. doc.');
  const before = candidates.filter(({ why }) => why === 'the version before').slice(0, 1);
  const looked = [...named, ...before].map(({ reference }) => printReference(reference));
  const [wanted] = looked;
  const none = earlier === null ? 'has no predecessor that is known' : `has one version only${earlier.shallow ? ' in this clone' : ''}`;
  const shallow = earlier?.shallow === true ? `${UNSHALLOW}. ` : '';
  const add = wanted === undefined ? '' : `Track it: pactwatch corpus add "${wanted}", then watch. `;
  return new UsageError(`${subject.words} ${none}${reasons(all, { named, before, subject })}`, {
    at: subject.words,
    remedy: `${shallow}${add}Or name the file or entry to compare with: pactwatch diff <before> ${subject.words}`,
  });
};

const reasons = (
  all: readonly Found[],
  { named, before, subject }: { named: readonly Candidate[]; before: readonly Candidate[]; subject: Subject },
): string => {
  const listed = (some: readonly Candidate[]): string => some.map(({ reference }) => printReference(reference)).join(', ');
  const state = (some: readonly Candidate[]): string =>
    some.some(({ reference }) => entriesOf(all, reference).length > 0) ? 'of which no text is stored' : 'which is not recorded';
  if (named.length > 0) return `: its cover names ${listed(named)}, ${state(named)}`;
  if (before.length > 0) return `: the version before is ${listed(before)}, ${state(before)}`;
  return subject.text.cover === null ? ', and no cover that names a document before it' : ', and its cover names no document before it';
};
