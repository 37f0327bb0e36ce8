// A diff for programs: its documented fields and no others.

import type { Hunk, TextDiff } from '../../types.ts';

/** @param notes are there only where there is something to note */
export const jsonFormat = ({ equal, hunks, summary }: TextDiff, notes: readonly string[] = []): string =>
  `${escaped(JSON.stringify({ equal, hunks: hunks.map(documented), summary, ...(notes.length === 0 ? {} : { notes }) }, null, 2))}\n`;

const documented = ({ kind, weight, aspects, why, place, old, new: now, oldPage, newPage }: Hunk) => ({
  kind,
  weight,
  aspects,
  why,
  place,
  old,
  new: now,
  oldPage,
  newPage,
});

/** JSON leaves some characters as they are that act on a terminal; as escapes they read back the same. */
const escaped = (json: string): string =>
  json.replace(/[\u007f-\u009f\u2028\u2029\p{Cf}]/gu, (character) =>
    [...Array(character.length).keys()].map((at) => `\\u${character.charCodeAt(at).toString(16).padStart(4, '0')}`).join(''),
  );
