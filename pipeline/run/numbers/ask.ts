// Asking for one document number: every language version that is known, and those that are wanted and due.

import { isDue } from '../../discover/schedule.ts';
import { printReference, referenceId } from '../../reference.ts';
import { isPublic, recordNotPublic } from '../../snapshot.ts';
import type { Entry, Language, Reference, Tracked } from '../../types.ts';
import { look } from './look.ts';
import type { NumbersSession } from './session.ts';
import type { Target } from './sight.ts';

/** What a caller knows of a number beside the number. */
export type Aim = Omit<Target, 'reference' | 'language' | 'elsewhere'>;

/** Looks at every language version that is known, and asks for those that are wanted and due. */
export const ask = async (
  session: NumbersSession,
  reference: Reference,
  { aim, tracked = null }: { aim: Aim; tracked?: Tracked | null },
): Promise<'public' | 'absent' | 'failed'> => {
  const id = referenceId(reference);
  const entry = session.entries.get(id);
  const target = { ...aim, reference, elsewhere: false };
  if (entry !== undefined && isPublic(entry)) return lookAgain(session, entry, target);
  if (!due(session, id)) return 'absent';
  const seen = await askLanguages(session, target);
  if (seen !== 'failed') session.unseen.delete(id);
  if (seen === 'absent') session.absences.push({ id, entry: tracked === null ? null : notPublic(session, reference, tracked) });
  return seen;
};

/**
 * Translations first: as long as one of them is public, or cannot be told, the document is not withdrawn.
 * One that fails keeps nobody from looking at the document itself.
 */
const lookAgain = async (session: NumbersSession, entry: Entry, target: Omit<Target, 'language'>): Promise<'public' | 'failed'> => {
  const seen: string[] = [];
  for (const { language } of entry.translations) {
    seen.push(await look(session, { ...target, language }));
    if (session.stopped !== null) return 'failed';
  }
  const elsewhere = seen.some((one) => one !== 'absent');
  seen.push(await look(session, { ...target, elsewhere, language: entry.language ?? '' }));
  if (seen.includes('failed')) return 'failed';
  session.unseen.delete(entry.id);
  const now = session.entries.get(entry.id);
  if (now === undefined || !isPublic(now)) return 'public';
  return askTranslations(session, target, [entry.language ?? '', ...entry.translations.map((t) => t.language)]);
};

/** The wanted languages in their order, and then the multilingual file, until one of them is there. */
const askLanguages = async (session: NumbersSession, target: Omit<Target, 'language'>): Promise<'public' | 'absent' | 'failed'> => {
  let failed = false;
  for (const language of [...session.context.settings.languages, session.watcher.multilingual]) {
    const seen = await look(session, { ...target, language });
    if (seen === 'public') return askTranslations(session, target, [language]);
    if (seen === 'failed') failed = true;
    if (session.stopped !== null) return 'failed';
  }
  // Not all of them could be asked: the number is asked again in the next run, and not only on its next planned day.
  if (failed) delete session.looks.days[`${referenceId(target.reference)}/${session.context.settings.languages[0]}`];
  return failed ? 'failed' : 'absent';
};

const askTranslations = async (
  session: NumbersSession,
  target: Omit<Target, 'language'>,
  had: readonly Language[],
): Promise<'public' | 'failed'> => {
  const id = referenceId(target.reference);
  // The document itself was just recorded as far as it could be: a translation that cannot be had does not undo that.
  if (session.passedOver.has(id)) return 'public';
  for (const language of session.context.settings.languages) {
    if (had.includes(language) || !due(session, `${id}/${language}`, language)) continue;
    const seen = await look(session, { ...target, language });
    if (seen === 'failed') return 'failed';
    if (seen === 'absent') session.absences.push({ id: `${id}/${language}`, entry: null });
  }
  return 'public';
};

export const due = (session: NumbersSession, key: string, language = session.context.settings.languages[0] ?? ''): boolean => {
  const first = session.asked[key];
  if (first === undefined) return true;
  return isDue(first, session.looks.days[`${key.split('/')[0]}/${language}`] ?? null, session.context.today);
};

const notPublic = (session: NumbersSession, reference: Reference, tracked: Tracked) => {
  const id = referenceId(reference);
  const language = session.context.settings.languages[0] ?? session.watcher.multilingual;
  // The corpus describes one version; of the others only the number is known.
  const described = tracked.reference !== null && referenceId(tracked.reference) === id;
  const facts = described
    ? { title: tracked.title, date: tracked.date }
    : { title: `Council document ${printReference(reference)}`, date: null };
  return (
    session.entries.get(id) ?? recordNotPublic(reference, { ...facts, url: session.watcher.address(id, language) }, session.context.today)
  );
};
