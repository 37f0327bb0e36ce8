// How vocabularies are written down: one thing to a group, groups apart by `;`, the ways of writing one thing apart by `|`.
//
// A word written with a capital must have one in the text (`Council`), ABBREVIATIONS must stand in capitals; other words stand as
// they like.

import type { Aspect } from '../../../types.ts';

/** `nothing`: words that look as if they decided something, and do not (`voluntary return`). */
export type Said = Aspect | 'nothing';

/** The ways of writing one thing; any of them counts as the same. */
export type Group = readonly string[];

export type Vocabulary = Readonly<Partial<Record<Said, readonly Group[]>>>;

export const groups = (text: string): readonly Group[] =>
  text
    .split(';')
    .map((group) =>
      group
        .split('|')
        .map((way) => way.trim().replace(/\s+/g, ' '))
        .filter(Boolean),
    )
    .filter((group) => group.length > 0);
