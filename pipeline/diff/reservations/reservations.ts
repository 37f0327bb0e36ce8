// Footnotes, brackets and sentences of a Council text in which delegations enter, keep or lift reservations, or comment; each with the place it concerns.

import type { Block, Text } from '../../types.ts';
import { placesOf } from '../places.ts';
import type { By } from './actors.ts';
import { clausesOf, openLabel } from './clauses.ts';
import { type Kind, saidIn } from './reading.ts';

export interface Reservation {
  /** `BE`, `CZ`, as the Council writes them, in its order; empty for the Commission, the Presidency, all or unnamed delegations. */
  readonly states: readonly string[];
  /** `All delegations have …`. */
  readonly all: boolean;
  readonly by: By;
  readonly kind: Kind;
  /** The text says that it is lifted. */
  readonly lifted: boolean;
  /** What it concerns: `Article 5(2)`, `recital (44)`. Null: the whole text, or not known. */
  readonly article: string | null;
  /** The beginning of the text that it concerns, to know it again when the article has another number. */
  readonly about: string;
  /** As printed: one sentence, or a part of one. */
  readonly words: string;
  readonly page: number | null;
  /** Index of the block in the text. */
  readonly block: number;
}

const MARK = /^([⁰¹²³⁴-⁹]+)\s*/;
const MARKS = /[⁰¹²³⁴-⁹]+/g;
const ABOUT = 300;

/** For each footnote the block whose text carries its mark: the last one before it, since numbers may begin anew. */
const carriersOf = (blocks: readonly Block[]): ReadonlyMap<number, number> => {
  const carriers = new Map<number, number>();
  const seen = new Map<string, number>();
  blocks.forEach(({ kind, text }, at) => {
    const own = kind === 'footnote' ? MARK.exec(text)?.[1] : undefined;
    const carrier = own === undefined ? undefined : seen.get(own);
    if (carrier !== undefined) carriers.set(at, carrier);
    if (kind !== 'footnote') for (const [mark] of text.matchAll(MARKS)) seen.set(mark, at);
  });
  return carriers;
};

const NAMED =
  /\b(?:on|to|regarding|concerning|in|of) (Articles? \d+[a-z]{0,2}(?:\(\d+[a-z]?\))*(?:\([a-z]{1,3}\))*(?:, points? \([a-z]{1,3}\))?|recitals? \(?\d+[a-z]{0,2}\)?|Annex(?: [IVXL]+)?)(?![\p{L}\d])/u;

/** The place that the words themselves name, in the form in which places are told. */
const namedIn = (words: string): string | null => {
  const named = NAMED.exec(words)?.[1];
  if (named === undefined) return null;
  const recital = /^recitals? \(?(\w+)\)?$/.exec(named)?.[1];
  return recital === undefined ? named.replace(/^Articles /, 'Article ') : `recital (${recital})`;
};

const WHOLE = /\b(?:on|to|regarding|concerning) the (?:whole |entire )?(?:proposal|text|draft|instrument|regulation|directive|decision)\b/i;

/** For each block the label that the one before left open. */
const labelsOf = (blocks: readonly Block[]): readonly (string | null)[] => [null, ...blocks.map(({ text }) => openLabel(text))];

/** Every reservation and comment, in the order of the text. */
export const reservationsOf = ({ blocks }: Pick<Text, 'blocks'>): readonly Reservation[] => {
  const [carriers, places, labels] = [carriersOf(blocks), placesOf(blocks), labelsOf(blocks)];
  return blocks.flatMap((block, at) => {
    const isNote = block.kind === 'footnote';
    if (block.kind === 'cover') return [];
    const about = isNote ? carriers.get(at) : at;
    const place = about === undefined ? null : (places[about] ?? null);
    const text = isNote ? block.text.replace(MARK, '') : block.text;
    return clausesOf({ kind: block.kind, text }, labels[at]).flatMap((clause) =>
      saidIn(clause, isNote).map(
        (said): Reservation => ({
          ...said,
          article: namedIn(clause.words) ?? (said.kind === 'general' || WHOLE.test(clause.words) ? null : place),
          about: about === undefined ? '' : (blocks[about]?.text ?? '').slice(0, ABOUT),
          words: clause.words,
          page: block.page,
          block: at,
        }),
      ),
    );
  });
};
