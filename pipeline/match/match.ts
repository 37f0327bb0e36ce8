// Why a document concerns the corpus: a list of small rules, best evidence first. Nothing is fetched or stored here.
// Evidence is made of our own words and of numbers, never of the words of the text, which are hostile until shown otherwise.

import { sameFamily } from '../reference.ts';
import type { Entry, Match, Row, Text, Tracked } from '../types.ts';
import { citations, filesOnCover, isVersion, previousDocuments } from './documents.ts';
import type { Found, Input, Interests } from './input.ts';
import { targetsOf } from './targets.ts';
import { passages, promiseTitles, subjectCodes, words } from './wording.ts';

export type { Interests } from './input.ts';

/** Best evidence first. */
const RULES: readonly ((input: Input) => readonly Found[])[] = [
  isVersion,
  previousDocuments,
  filesOnCover,
  citations(({ of }) => of !== 'cited'),
  passages,
  promiseTitles,
  subjectCodes,
  words,
  citations(({ of }) => of === 'cited'),
];

/** Hosts answer the same page with and without `www.`, a slash at the end, and over http. */
const bareAddress = (url: string): string => url.replace(/^https?:\/\/(www\.)?/, '').replace(/\/+$/, '');

/**
 * Why a document concerns the corpus or what the settings name; empty when it does not.
 * @param input the text is null where it could not be read or is not public; the entry's own facts, and what its list says, then have to do
 */
export const matchText = (
  { entry, text, row = null }: { readonly entry: Entry; readonly text: Text | null; readonly row?: Row | null },
  corpus: readonly Tracked[],
  interests: Interests,
): readonly Match[] => {
  const reference = entry.reference ?? text?.cover?.reference ?? null;
  const isItself = (tracked: Tracked): boolean =>
    tracked.reference !== null && reference !== null
      ? sameFamily(tracked.reference, reference)
      : tracked.url !== null && bareAddress(tracked.url) === bareAddress(entry.url);
  const itself = corpus.filter(isItself);
  const others = corpus.filter((tracked) => !itself.includes(tracked));
  const targets = targetsOf(others, [...interests.documents, ...interests.procedures]);
  const titles = [
    ['title', entry.title],
    ['subject line', text?.cover?.subject ?? ''],
    ['heading', text?.title ?? ''],
    ['list', row?.summary ?? ''],
  ] as const;
  const input: Input = { entry, text, row, reference, itself, others, interests, targets, titles };
  const told = new Set<string>();
  return RULES.flatMap((rule) => rule(input)).flatMap(({ about, ...match }) => {
    const key = `${match.tracked} ${about}`;
    if (told.has(key)) return [];
    told.add(key);
    return [match];
  });
};

/**
 * Whether a document met on the walk along new numbers is kept. A subject code, a previous document or words on the cover suffice;
 * so does a citation or a passage of a tracked text, which says more than any cover. All else is remembered by number only.
 */
export const interesting = (matches: readonly Match[]): boolean => matches.length > 0;
