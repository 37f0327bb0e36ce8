// The rules that look for wording: passages in the body, words and subject codes on the cover.

import { type Found, type Input, onPage } from './input.ts';
import { nameOf } from './targets.ts';
import { fold, haystack, holds, pageOf } from './words.ts';

export const passages = ({ text, others }: Input): Found[] => {
  if (text === null || others.every((tracked) => tracked.passages.length === 0)) return [];
  const hay = haystack(text.blocks);
  return others.flatMap((tracked) =>
    tracked.passages.flatMap(({ id, text: words }): Found[] => {
      const page = pageOf(words, hay);
      const evidence = `the words "${words}" of ${nameOf(tracked)}${onPage(page)}`;
      return page === undefined ? [] : [{ kind: 'passage', tracked: tracked.id, evidence, about: `passage ${id}` }];
    }),
  );
};

/** Promises that look for the same words share one line. */
export const promiseTitles = ({ others, titles }: Input): Found[] =>
  others.flatMap((tracked) => {
    const patterns = new Set(tracked.promises.flatMap(({ watch }) => watch.titlePatterns));
    return [...patterns].flatMap((pattern): Found[] => {
      const field = titles.find(([, line]) => holds(line, pattern))?.[0];
      const ids = tracked.promises.filter(({ watch }) => watch.titlePatterns.includes(pattern)).map(({ id }) => id);
      const evidence = `${field} has "${pattern}" (promise${ids.length > 1 ? 's' : ''} ${ids.join(', ')})`;
      return field === undefined ? [] : [{ kind: 'promise', tracked: tracked.id, evidence, about: `title ${pattern}` }];
    });
  });

const codeName = (code: string): string => fold(code.replace(/\s\d+$/, ''));

export const subjectCodes = ({ text, row, interests }: Input): Found[] =>
  [...(text?.cover?.subjectCodes ?? []), ...(row?.subjectCodes ?? [])].flatMap((code): Found[] => {
    const interest = interests.subjectCodes.find((wanted) => codeName(wanted) === codeName(code));
    const number = /\s\d+$/.exec(code)?.[0] ?? '';
    if (interest === undefined) return [];
    return [
      { kind: 'subject', tracked: 'interests', evidence: `subject code ${interest.replace(/\s\d+$/, '')}${number}`, about: codeName(code) },
    ];
  });

export const words = ({ text, interests, titles }: Input): Found[] => {
  const cover = text?.cover;
  const people = [
    ['From', cover?.from ?? ''],
    ['To', cover?.to ?? ''],
  ] as const;
  const look = (patterns: readonly string[], fields: Input['titles']): Found[] =>
    patterns.flatMap((pattern): Found[] => {
      const field = fields.find(([, line]) => holds(line, pattern))?.[0];
      return field === undefined
        ? []
        : [{ kind: 'words', tracked: 'interests', evidence: `${field} has "${pattern}"`, about: `words ${pattern}` }];
    });
  return [...look(interests.words, titles), ...look(interests.bodies, [...titles, ...people])];
};
