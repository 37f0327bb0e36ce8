// Feeds of what a source changed last: they say which texts to look at again, and never that something is new.

import { WatchError } from '../../errors.ts';
import type { List } from '../../types.ts';
import { note } from '../session.ts';
import { dayKey } from './details.ts';
import { fetchList } from './fetch.ts';
import { type ListSession, nameOfList } from './session.ts';

const feedAt = (url: string): List => ({ name: url, url, read: { format: 'feed' }, expect: 0, dated: false });

/** Replaces the addresses of feeds by those of the known pages that were changed after they were last looked at. */
export const readSignals = async (session: ListSession): Promise<void> => {
  const feeds = [...session.signalled];
  session.signalled.clear();
  if (![...session.entries.values()].some((entry) => entry.sha256 !== null)) return;
  for (const url of feeds) {
    try {
      const { today } = session.context;
      const items = (await fetchList(session, feedAt(url), { page: 1, from: today, to: today }))?.rows ?? [];
      for (const { id, url: page, date } of items) {
        const entry = session.entries.get(id);
        const last = entry === undefined ? null : (session.looks.days[dayKey(session, entry)] ?? null);
        if (entry !== undefined && (date === null || last === null || date >= last)) session.signalled.add(page);
      }
    } catch (error) {
      if (!(error instanceof WatchError)) throw error;
      // A signal is an aid: without it the texts are looked at on their planned days.
      note(session, { entry: nameOfList(session, 'feed of changes'), url, outcome: 'unreachable', reason: error.message });
    }
  }
};
