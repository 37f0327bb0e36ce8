// Which article became which, a line each: `Article 52 → Article 54 renumbered, 12 words in, 3 out`.

import type { TextDiff } from '../../types.ts';
import type { UnitChange } from './compare.ts';

const words = (n: number): string => (n === 1 ? '1 word' : `${n} words`);

const counts = ({ summary: { insertedWords, deletedWords, movedParagraphs } }: TextDiff): string[] => [
  ...(insertedWords > 0 ? [`${words(insertedWords)} in`] : []),
  ...(deletedWords > 0 ? [insertedWords > 0 ? `${deletedWords} out` : `${words(deletedWords)} out`] : []),
  ...(movedParagraphs > 0 ? [movedParagraphs === 1 ? '1 paragraph moved' : `${movedParagraphs} paragraphs moved`] : []),
];

/** A heading of the text may hold what a terminal would obey. */
const plain = (label: string): string => label.replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ');

const line = ({ old, new: now, state, diff }: UnitChange): string => {
  const labels = [old, now].flatMap((name) => (name === null ? [] : [plain(name.label)]));
  const says = state === 'same' ? 'the same' : state === 'renumbered' && diff === null ? 'renumbered, the same' : state;
  return [`${[...new Set(labels)].join(' → ')} ${says}`, ...(diff === null ? [] : counts(diff))].join(', ');
};

export const correspondence = (changes: readonly UnitChange[]): readonly string[] => changes.map(line);
