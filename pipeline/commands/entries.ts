// Finding an entry by what a person types: its id, or a document number in any form. And its texts.

import { UsageError } from '../errors.ts';
import { parseReference, printReference, referenceId } from '../reference.ts';
import { type Store, textPath } from '../store.ts';
import { parseTextFile } from '../textfile.ts';
import type { Entry, Language, Reference, Text } from '../types.ts';

export interface Found {
  readonly watcher: string;
  readonly entry: Entry;
  /** Paths of its texts below root, its own language first. */
  readonly texts: readonly string[];
}

const foundIn = (watcher: string, entry: Entry): Found => ({
  watcher,
  entry,
  texts: languagesOf(entry).map((language) => textPath(watcher, entry.id, language)),
});

const languagesOf = (entry: Entry): Language[] => [entry.language, ...entry.translations.map((t) => t.language)].filter((l) => l !== null);

export const allEntries = async (store: Store): Promise<readonly Found[]> => {
  const all: Found[] = [];
  for (const watcher of await store.folders('snapshots')) {
    const { entries } = await store.snapshot(watcher);
    for (const entry of entries) all.push(foundIn(watcher, entry));
  }
  return all;
};

/** Of two sources that know a document, the one that has its text. */
const best = (found: readonly Found[]): Found | undefined => found.find(({ entry }) => entry.textSha256 !== null) ?? found[0];

/** Entries of one document number, those with a text first. */
export const entriesOf = (all: readonly Found[], reference: Reference): readonly Found[] => {
  const id = referenceId(reference);
  const same = all.filter(({ entry }) => entry.id === id || (entry.reference !== null && referenceId(entry.reference) === id));
  return same.toSorted((a, b) => Number(b.entry.textSha256 !== null) - Number(a.entry.textSha256 !== null));
};

/** @throws UsageError that names the nearest entries when there is none */
export const findEntry = async (store: Store, words: string): Promise<Found> => {
  const reference = parseReference(words);
  const id = reference === null ? words : referenceId(reference);
  const all = await allEntries(store);
  const found = best(all.filter(({ entry }) => entry.id === id));
  if (found !== undefined) return found;
  const near = [
    ...all.filter(({ entry }) => reference !== null && entry.reference?.number === reference.number),
    ...all.filter(({ watcher }, i) => all[i - 3]?.watcher !== watcher),
  ].map(({ entry }) => entry.id);
  throw new UsageError(`there is no entry "${words}"${reference === null ? '' : ` (${printReference(reference)})`}`, {
    at: words,
    remedy:
      near.length === 0
        ? 'Nothing is recorded yet: run "npx pactwatch watch" first'
        : `Known are, for example: ${[...new Set(near)].slice(0, 5).join(', ')}`,
  });
};

export interface Stored {
  readonly path: string;
  readonly text: Text;
}

/** A text of an entry that is stored, in one language if there is that one, else in the first that there is. */
export const storedText = async (store: Store, { texts }: Found, language: Language | null = null): Promise<Stored | null> => {
  const wanted = texts.filter((path) => path.endsWith(`.${language}.md`));
  for (const path of [...wanted, ...texts]) {
    const source = await store.read(path);
    if (source !== null) return { path, text: parsedText(source, path) };
  }
  return null;
};

/** @throws UsageError when a file is damaged */
export const parsedText = (source: string, path: string): Text => {
  const text = parseTextFile(source);
  if (text !== null) return text;
  throw new UsageError(`${path} is none of our stored texts`, {
    at: path,
    remedy: `Bring back its last good state: git checkout -- ${path}`,
  });
};
