// Changes of wording of one run, kept when all watchers have looked: the same edit on many pages (a new footer, a directorate renamed)
// is told once, with all its places.

import type { Hunk } from '../types.ts';
import { type Kept, keep } from './keep.ts';
import type { Session } from './session.ts';

/** The same edit on so many pages is one finding. */
const MANY = 3;

interface Waiting {
  readonly session: Session;
  readonly kept: Kept;
}

export const keepPending = async (sessions: readonly Session[]): Promise<void> => {
  const waiting = sessions
    .flatMap((session) => session.pending.map((kept) => ({ session, kept })))
    .sort((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1));
  const groups = new Map<string, Waiting[]>();
  for (const one of waiting) {
    const edit = editOf(one);
    if (edit !== null) groups.set(edit, [...(groups.get(edit) ?? []), one]);
  }
  const many = [...groups.values()].filter((group) => group.length >= MANY);
  for (const [leader, ...others] of many) {
    if (leader !== undefined) await keep(leader.session, { ...leader.kept, members: others.map(memberOf), isPart: true });
  }
  // The first of them last: after a stop it still leads those that are left, to the report that is there.
  for (const { session, kept } of many.flatMap((group) => group.toReversed())) await keep(session, { ...kept, change: null });
  const led = new Set(many.flat());
  for (const one of waiting) if (!led.has(one)) await keep(one.session, one.kept);
};

const memberOf = ({ session, kept }: Waiting) => ({ watcher: session.watcher.id, entry: kept.entry });

const placeOf = ({ session, kept }: Waiting): string => `${session.watcher.id}/${kept.entry.id}`;

/** What was done to the words, without where; null where nothing is told. */
const editOf = ({ kept: { change, diff } }: Waiting): string | null =>
  change === null || diff === null || diff.hunks.length === 0 ? null : JSON.stringify(diff.hunks.map(wordsOf).sort());

/** A word or two, `shall` to `may`, are the same edit only in the same sentence. */
const FEW = 4;
const NEAR = 3;

const wordsOf = ({ kind, old, new: now, parts }: Hunk): readonly string[] => {
  if (`${old} ${now}`.trim().split(' ').length > FEW) return [kind, old, now];
  const [before, after] = [parts[0], parts.at(-1)].map((part) => (part?.kind === 'same' ? part.text.split(' ') : []));
  return [kind, old, now, (before ?? []).slice(-NEAR).join(' '), (after ?? []).slice(0, NEAR).join(' ')];
};
