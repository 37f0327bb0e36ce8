// What a look makes of what was known: previous state and look in, next state and change out. No clock, no files.

import { addDays } from './calendar.ts';
import { familyId, initOf, printReference, referenceId } from './reference.ts';
import type { Access, ChangeKind, Entry, IsoDate, Language, Outcome, Reference, Text } from './types.ts';

/** A document that disappears is only called withdrawn after three looks, the last at least this many days after the first. */
const WITHDRAWN_AFTER = 14;
/** A text that loses more than this share of its length is looked at again before anyone is told. */
const SUDDEN_LOSS = 0.5;

/** A document as a good look saw it. `text` is null when its bytes can never become text (a scan, a lock). */
export interface Seen {
  readonly reference: Reference;
  readonly language: Language;
  readonly url: string;
  readonly sha256: string;
  readonly text: Text | null;
  readonly textSha256: string | null;
  readonly today: IsoDate;
}

export interface Recorded {
  readonly entry: Entry;
  readonly outcome: Outcome;
  /** What a reader is told; null when there is nothing to tell. */
  readonly change: ChangeKind | null;
}

export interface Circumstances {
  /** Others of the same family were public before, or its base document is tracked. */
  readonly familyKnown: boolean;
  /** The number was known to exist without being public: tracked, or below the last known number of its series. */
  readonly existed: boolean;
}

const accessOf = (reference: Reference): Access => (reference.steps.at(-1)?.kind === 'EXT' ? 'partial' : 'public');

const titleOf = (seen: Seen, previous: Entry | null): string =>
  seen.text?.cover?.subject ?? previous?.title ?? printReference(seen.reference);

/** Records a good look at a document's own language version. */
export const recordSeen = (previous: Entry | null, seen: Seen, circumstances: Circumstances): Recorded => {
  const entry: Entry = {
    id: referenceId(seen.reference),
    kind: 'document',
    title: titleOf(seen, previous),
    url: seen.url,
    date: seen.text?.cover?.date ?? previous?.date ?? null,
    access: accessOf(seen.reference),
    firstSeen: previous?.firstSeen ?? seen.today,
    sha256: seen.sha256,
    textSha256: seen.textSha256,
    reference: seen.reference,
    language: seen.language,
    extractor: seen.text?.extractor ?? null,
    missing: [],
    // A document that comes back after a withdrawal may do so in what was a translation before.
    translations: previous?.translations.filter((t) => t.language !== seen.language) ?? [],
    ...(previous?.earlier === undefined ? {} : { earlier: previous.earlier }),
  };
  const judged = judge(previous, entry, circumstances);
  if (previous === null || judged.change !== 'replaced') return { entry, ...judged };
  return changedOrHeld(previous, entry, { kind: 'replaced', today: seen.today });
};

const judge = (previous: Entry | null, entry: Entry, { familyKnown, existed }: Circumstances): Pick<Recorded, 'outcome' | 'change'> => {
  if (previous === null) {
    if (existed) return { outcome: 'new', change: 'access' };
    return { outcome: 'new', change: familyKnown || (entry.reference?.steps.length ?? 0) > 0 ? 'new-version' : 'new-document' };
  }
  if (previous.access === 'not-public' || previous.access === 'unknown') return { outcome: 'access', change: 'access' };
  if (previous.sha256 === entry.sha256) return { outcome: 'unchanged', change: null };
  if (previous.textSha256 !== null && previous.textSha256 === entry.textSha256) return { outcome: 'bytes', change: null };
  return { outcome: 'changed', change: 'replaced' };
};

/** Records a further language version of an entry that is public already. */
export const recordTranslation = (entry: Entry, seen: Seen): Recorded => {
  const previous = entry.translations.find((t) => t.language === seen.language);
  const translation = {
    language: seen.language,
    url: seen.url,
    firstSeen: previous?.firstSeen ?? seen.today,
    sha256: seen.sha256,
    textSha256: seen.textSha256,
  };
  const translations = [...entry.translations.filter((t) => t.language !== seen.language), translation].sort((a, b) =>
    a.language < b.language ? -1 : 1,
  );
  const next = { ...entry, translations };
  if (previous === undefined) return { entry: next, outcome: 'new', change: 'new-version' };
  if (previous.sha256 === seen.sha256) return { entry: next, outcome: 'unchanged', change: null };
  if (previous.textSha256 !== null && previous.textSha256 === translation.textSha256)
    return { entry: next, outcome: 'bytes', change: null };
  return { entry: next, outcome: 'changed', change: 'replaced' };
};

/** A tracked document that the host does not give: it exists, so it is an entry, and its opening will be a change of access. */
export const recordNotPublic = (reference: Reference, facts: Pick<Entry, 'title' | 'url' | 'date'>, today: IsoDate): Entry => ({
  id: referenceId(reference),
  kind: 'document',
  ...facts,
  access: 'not-public',
  firstSeen: today,
  sha256: null,
  textSha256: null,
  reference,
  language: null,
  extractor: null,
  missing: [],
  translations: [],
});

/**
 * Records that a document which was public answered "no such document". Its last state stays;
 * only the third look, two weeks after the first, says that it was withdrawn.
 */
export const recordMissing = (entry: Entry, today: IsoDate): Recorded => {
  const [first, second] = entry.missing;
  const tells = first === undefined || (second === undefined ? today > first : today >= addDays(first, WITHDRAWN_AFTER));
  const missing = tells ? [...entry.missing, today] : entry.missing;
  if (missing.length < 3) return { entry: { ...entry, missing }, outcome: 'held', change: null };
  return { entry: { ...entry, missing, access: 'not-public' }, outcome: 'gone', change: 'withdrawn' };
};

/** Whether a text is so much shorter than the one before that it must be fetched a second time before it counts. */
export const isSuddenLoss = (before: string, after: string): boolean => after.length < before.length * SUDDEN_LOSS;

/** A page, or the text behind a row of a list, as a good look read it. */
export interface SeenText {
  readonly sha256: string;
  readonly text: Text | null;
  readonly textSha256: string | null;
  readonly today: IsoDate;
}

/** Texts that are remembered by their sha256, so that going back to one of them is noticed. */
const EARLIER = 5;

/**
 * Records a good look at the text of an entry. A text that goes back to what it was before is held until it is seen on a second day:
 * sites that show two states by turns (A, B, A, B) are told of once.
 */
export const recordText = (entry: Entry, seen: SeenText): Recorded => {
  const { held, ...settled } = entry;
  const next: Entry = {
    ...settled,
    access: isPublic(entry) ? entry.access : 'public',
    sha256: seen.sha256,
    textSha256: seen.textSha256,
    extractor: seen.text?.extractor ?? null,
    missing: [],
  };
  if (entry.sha256 === null) return { entry: next, outcome: isPublic(entry) ? 'new' : 'access', change: isPublic(entry) ? null : 'access' };
  if (!isPublic(entry)) return { entry: next, outcome: 'access', change: 'access' };
  if (entry.sha256 === seen.sha256) return { entry: next, outcome: 'unchanged', change: null };
  if (entry.textSha256 !== null && entry.textSha256 === seen.textSha256) return { entry: next, outcome: 'bytes', change: null };
  return changedOrHeld(entry, next, { kind: seen.text?.kind === 'html' ? 'wording' : 'replaced', today: seen.today });
};

/** A text that goes back to what it was before waits for a second day; until then the one before stays, as if nobody had looked. */
const changedOrHeld = (entry: Entry, next: Entry, { kind, today }: { kind: ChangeKind; today: IsoDate }): Recorded => {
  const sha256 = next.textSha256 ?? next.sha256 ?? '';
  const { held } = entry;
  if (entry.earlier?.includes(sha256) && !(held?.textSha256 === sha256 && today > held.since)) {
    const since = held?.textSha256 === sha256 ? held.since : today;
    return { entry: { ...entry, missing: [], held: { textSha256: sha256, since } }, outcome: 'held', change: null };
  }
  const earlier = [entry.textSha256 ?? entry.sha256 ?? '', ...(entry.earlier ?? []).filter((sha) => sha !== sha256)].slice(0, EARLIER);
  return { entry: { ...next, earlier }, outcome: 'changed', change: kind };
};

export const isPublic = (entry: Entry): boolean => entry.access === 'public' || entry.access === 'partial';

export const sortEntries = (entries: Iterable<Entry>): readonly Entry[] =>
  [...entries].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));

/** Entries of the same document, whatever their steps. */
export const familyOf = (entries: readonly Entry[], reference: Reference): readonly Entry[] =>
  entries.filter((e) => e.reference !== null && familyId(initOf(e.reference)) === familyId(reference));
