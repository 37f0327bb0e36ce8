// What the rules of matching are given and what they find.

import type { Entry, Match, Reference, Row, Text, Tracked } from '../types.ts';
import type { Target } from './targets.ts';

/** What the settings name. */
export interface Interests {
  /** `SCH-EVAL`; a running number beside it is ignored. */
  readonly subjectCodes: readonly string[];
  /** Words and phrases in titles: `smuggl*` for words that begin so, `a + b` when both must stand there. */
  readonly words: readonly string[];
  /** `2023/0439(COD)` */
  readonly procedures: readonly string[];
  /** Words and phrases in titles and in From and To. */
  readonly bodies: readonly string[];
  /** Document numbers. */
  readonly documents: readonly string[];
}

/** All that a rule may look at. */
export interface Input {
  readonly entry: Entry;
  readonly text: Text | null;
  /** What its list says of it, where it came by a list. */
  readonly row: Row | null;
  readonly reference: Reference | null;
  /** Tracked texts of which the entry is a version; their own words and promises prove nothing about it. */
  readonly itself: readonly Tracked[];
  readonly others: readonly Tracked[];
  readonly interests: Interests;
  readonly targets: readonly Target[];
  /** Lines that name the document, each with the name of its field. */
  readonly titles: readonly (readonly [field: string, line: string])[];
}

/** A match and what it is about: one thing is told once for one tracked text, by its best evidence. */
export type Found = Match & { readonly about: string };

/** Where evidence stands, for texts that have pages. */
export const onPage = (page: number | null | undefined): string => (typeof page === 'number' ? `, page ${page}` : '');
