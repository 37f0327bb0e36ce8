// Finding an entry by what a person types: its id, or a document number in any form.

import { UsageError } from '../errors.ts';
import { parseReference, printReference, referenceId } from '../reference.ts';
import { type Store, textPath } from '../store.ts';
import type { Entry } from '../types.ts';

export interface Found {
  readonly watcher: string;
  readonly entry: Entry;
  /** Paths of its texts below root, its own language first. */
  readonly texts: readonly string[];
}

/** @throws UsageError that names the nearest entries when there is none */
export const findEntry = async (store: Store, words: string): Promise<Found> => {
  const reference = parseReference(words);
  const id = reference === null ? words : referenceId(reference);
  const near: string[] = [];
  for (const watcher of await store.folders('snapshots')) {
    const { entries } = await store.snapshot(watcher);
    const entry = entries.find((e) => e.id === id);
    if (entry !== undefined) {
      const languages = [entry.language, ...entry.translations.map((t) => t.language)].filter((l) => l !== null);
      return { watcher, entry, texts: languages.map((language) => textPath(watcher, entry.id, language)) };
    }
    near.push(
      ...entries.filter((e) => reference !== null && e.reference?.number === reference.number).map((e) => e.id),
      ...entries.slice(0, 3).map((e) => e.id),
    );
  }
  throw new UsageError(`there is no entry "${words}"${reference === null ? '' : ` (${printReference(reference)})`}`, {
    at: words,
    remedy:
      near.length === 0
        ? 'Nothing is recorded yet: run "npx pactwatch watch" first'
        : `Known are, for example: ${[...new Set(near)].slice(0, 5).join(', ')}`,
  });
};
