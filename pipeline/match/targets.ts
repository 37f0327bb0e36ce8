// The documents whose being named makes a text concern the corpus: the tracked ones, those of their promises, those they cite.
// Where a document is named, and what that proves, is for match.ts.

import { initOf, parseReference, printReference } from '../reference.ts';
import type { Tracked } from '../types.ts';
import { citationKey } from './citations.ts';

export interface Target {
  /** See `Citation.key`. */
  readonly key: string;
  /** Id of the tracked text, or `interests` where the settings name it. */
  readonly tracked: string;
  readonly of: 'text' | 'settings' | 'promise' | 'cited';
  /** What a reader must know besides the document's own name: ` (promise II.1a)`. */
  readonly why: string;
  /** Acts that a tracked text merely cites stand in hundreds of documents: they count on a cover only. */
  readonly inBody: boolean;
}

/** How a tracked text is called in evidence. */
export const nameOf = (tracked: Tracked): string => (tracked.reference === null ? tracked.id : printReference(initOf(tracked.reference)));

const ofPromises = (tracked: Tracked): Target[] => {
  const ids = new Map<string, string[]>();
  for (const { id, watch } of tracked.promises) {
    for (const written of [...watch.celex, ...watch.procedures]) {
      const key = citationKey(written) ?? written;
      ids.set(key, [...(ids.get(key) ?? []), id]);
    }
  }
  return [...ids].map(([key, promises]) => ({
    key,
    tracked: tracked.id,
    of: 'promise',
    why: ` (promise${promises.length > 1 ? 's' : ''} ${promises.join(', ')})`,
    inBody: true,
  }));
};

const ofText = (tracked: Tracked): Target[] => [
  ...(tracked.reference === null
    ? []
    : [{ key: citationKey(nameOf(tracked)) ?? '', tracked: tracked.id, of: 'text' as const, why: '', inBody: true }]),
  ...ofPromises(tracked),
  ...tracked.references.flatMap(({ id }): Target[] => {
    const key = citationKey(id);
    const why = `, which ${nameOf(tracked)} cites`;
    return key === null ? [] : [{ key, tracked: tracked.id, of: 'cited', why, inBody: parseReference(id) !== null }];
  }),
];

/**
 * @param named documents and procedures that the settings name, as people write them
 * @returns the strongest target of each tracked text before the weaker ones
 */
export const targetsOf = (corpus: readonly Tracked[], named: readonly string[]): readonly Target[] => {
  const ofCorpus = corpus.flatMap(ofText);
  const tracked = new Set(ofCorpus.filter(({ of }) => of === 'text').map(({ key }) => key));
  return [
    // That one tracked text cites another is no news beside the other itself.
    ...ofCorpus.filter(({ of, key }) => of !== 'cited' || !tracked.has(key)),
    ...named.flatMap((written): Target[] => {
      const key = citationKey(written);
      return key === null ? [] : [{ key, tracked: 'interests', of: 'settings', why: ' (named in the settings)', inBody: true }];
    }),
  ];
};
