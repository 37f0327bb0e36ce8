// Which other document a text is compared with: what its cover names, the version before it, or the other release of the same document.
// Whether that document is known, and how it is read, is the caller's to find out.

import { parseReference, printReference, referenceId, sameFamily } from './reference.ts';
import type { Cover, Reference, Step, Text } from './types.ts';

export interface Candidate {
  readonly reference: Reference;
  /** For a name in brackets: `its No. prev. doc.`. */
  readonly why: string;
  /** A version of the same document. Of any other that the cover names, only the words tell whether it is one. */
  readonly isVersion: boolean;
}

/** More revisions, or releases of one document, than were ever seen. */
const MOST_REVISIONS = 30;
const MOST_RELEASES = 9;

/** Documents to compare with, the likeliest first; none where neither number nor cover tells. */
export const candidatesOf = ({
  reference,
  cover,
}: {
  reference: Reference | null;
  cover: Pick<Cover, 'previousDocuments'> | null;
}): readonly Candidate[] => {
  const all = [
    ...(reference === null ? [] : releases(reference)),
    ...named(reference, cover?.previousDocuments ?? []),
    ...(reference === null ? [] : versionsBefore(reference)),
  ];
  const own = reference === null ? '' : referenceId(reference);
  const unique = new Map<string, Candidate>();
  for (const one of all) if (!unique.has(referenceId(one.reference))) unique.set(referenceId(one.reference), one);
  return [...unique].filter(([id]) => id !== own).map(([, candidate]) => candidate);
};

const withStep = (r: Reference, kind: Step['kind'], n: number): Reference => ({ ...r, steps: [...r.steps, { kind, n }] });
const downFrom = (n: number, most: number): number[] => Array.from({ length: Math.max(0, Math.min(n, most)) }, (_, i) => n - i);

/** The same document as it was let out at another time: in part (EXT), declassified (DCL), whole. */
const releases = (r: Reference): Candidate[] => {
  const last = r.steps.at(-1);
  const base = last?.kind === 'EXT' || last?.kind === 'DCL' ? { ...r, steps: r.steps.slice(0, -1) } : r;
  const as = (reference: Reference, why: string): Candidate => ({ reference, why, isVersion: true });
  const parts = (before: number) => downFrom(before, MOST_RELEASES).map((n) => as(withStep(base, 'EXT', n), 'its partial release'));
  const whole = as(base, 'the whole document');
  if (last?.kind === 'EXT') return [whole, as(withStep(base, 'DCL', 1), 'the declassified document'), ...parts(last.n - 1)];
  return last?.kind === 'DCL' ? [...parts(MOST_RELEASES), whole] : parts(MOST_RELEASES);
};

/** What "No. prev. doc." names: of the same family first, there the latest, and the same part of it before any other. */
const named = (own: Reference | null, lines: readonly string[]): Candidate[] => {
  const found = lines.flatMap(referencesIn);
  const isVersion = (r: Reference): boolean => own !== null && sameFamily(own, r) && partOf(own) === partOf(r);
  const rank = (r: Reference): number =>
    own === null || !sameFamily(own, r) ? 0 : isVersion(r) ? 1_000 + revisionOf(r) : 1 + revisionOf(r);
  return found
    .toSorted((a, b) => rank(b) - rank(a))
    .map((reference) => ({ reference, why: 'its No. prev. doc.', isVersion: isVersion(reference) }));
};

/** `93901/49 + COR 1` is two documents. */
const referencesIn = (line: string): Reference[] => {
  const [first = '', ...more] = line.split('+').map((words) => words.trim());
  const base = parseReference(first);
  return [base, ...more.map((words) => parseReference(words) ?? parseReference(`${first} ${words}`))].filter((r) => r !== null);
};

/** `ADD 2` of `REV 1 ADD 2`: which part of a family it is, whatever its revision. */
const partOf = ({ steps }: Reference): string =>
  steps
    .filter(({ kind }) => kind === 'ADD' || kind === 'COR')
    .map(({ kind, n }) => `${kind} ${n}`)
    .join(' ');

const revisionOf = ({ steps }: Reference): number => Math.min(steps.find(({ kind }) => kind === 'REV')?.n ?? 0, 900);

/** REV n, then REV n-1 … and what was revised; `REV 1 ADD 2` follows `ADD 2`. A corrigendum follows nothing of its kind. */
const versionsBefore = (r: Reference): Candidate[] => {
  const at = r.steps.findLastIndex(({ kind }) => kind === 'REV');
  const revision = r.steps[at];
  if (revision === undefined || r.steps.slice(at + 1).some(({ kind }) => kind !== 'ADD')) return [];
  const [before, after] = [r.steps.slice(0, at), r.steps.slice(at + 1)];
  const earlier = downFrom(revision.n - 1, MOST_REVISIONS).map((n) => [...before, { kind: 'REV' as const, n }, ...after]);
  return [...earlier, [...before, ...after]].map((steps) => ({ reference: { ...r, steps }, why: 'the version before', isVersion: true }));
};

/** Words that must stand together in both, and the share of the shorter text's phrases that has to. */
const TOGETHER = 4;
const LIKE = 0.35;
/** An agenda that prints the long title of an act shares a third of its phrases with the act: it is too short to be a version of it. */
const LEAST_SIZE = 1 / 15;

/**
 * Whether two texts have so much wording in common that one can be read as a version of the other. Covers do not count: all look alike.
 * Of real versions in other numbers, six tenths and more of the phrases were shared; of documents of one file that were none, a tenth.
 */
export const resembles = (a: Text, b: Text): boolean => {
  const [few, many] = [phrases(a), phrases(b)].sort((x, y) => x.size - y.size);
  if (few === undefined || many === undefined || few.size === 0 || few.size < many.size * LEAST_SIZE) return false;
  let shared = 0;
  for (const phrase of few) if (many.has(phrase)) shared += 1;
  return shared >= few.size * LIKE;
};

const phrases = ({ blocks }: Text): Set<string> => {
  const words = blocks.flatMap((block) => (block.kind === 'cover' ? [] : (block.text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [])));
  const found = new Set<string>();
  for (let i = 0; i + TOGETHER <= words.length; i += 1) found.add(words.slice(i, i + TOGETHER).join(' '));
  return found;
};

/** As a person would call it: `ST 8261/1/26 REV 1`. */
export const fullName = (r: Reference): string => `${r.prefix === 'ST' ? 'ST ' : ''}${printReference(r)}`;
