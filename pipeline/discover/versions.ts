// Which versions of a document number to ask for: what is known, and one or two steps beyond it.
// A new version gets a number of its own (13901/23, then 13901/1/23 REV 1), so asking for the next ones finds it without a search.

import { familyId, initOf, referenceId } from '../reference.ts';
import type { Reference, Step } from '../types.ts';

/** What can follow, by the kind of the last step. EXT (partial release) is only asked of the document itself. */
const FOLLOWERS: Readonly<Record<'INIT' | Step['kind'], readonly Step['kind'][]>> = {
  INIT: ['REV', 'ADD', 'COR', 'EXT'],
  REV: ['ADD', 'COR'],
  ADD: ['REV', 'COR'],
  COR: ['REV'],
  EXT: [],
  DCL: [],
};
const LOOK_AHEAD = 2;
const DEEPEST = 3;

const follow = (parent: Reference, kind: Step['kind'], n: number): Reference => ({ ...parent, steps: [...parent.steps, { kind, n }] });

const followers = (parent: Reference): readonly Step['kind'][] =>
  parent.steps.length >= DEEPEST ? [] : FOLLOWERS[parent.steps.at(-1)?.kind ?? 'INIT'];

/** The highest n of `parent` + `kind` among the known versions, 0 when there is none. */
const highest = (parent: Reference, kind: Step['kind'], known: readonly Reference[]): number =>
  known.reduce((top, r) => {
    const step = r.steps[parent.steps.length];
    const isBelow = step?.kind === kind && referenceId({ ...r, steps: r.steps.slice(0, parent.steps.length) }) === referenceId(parent);
    return isBelow ? Math.max(top, step.n) : top;
  }, 0);

/** All of `parent` + `kind` up to two beyond the highest known, lower ones included: a gap may open later. */
const nextOf = (parent: Reference, kind: Step['kind'], known: readonly Reference[]): Reference[] =>
  Array.from({ length: highest(parent, kind, known) + (kind === 'EXT' ? 1 : LOOK_AHEAD) }, (_, i) => follow(parent, kind, i + 1));

/**
 * The versions to ask for, in the order in which they matter: the document, what is known, the next ones,
 * then chains below versions that are not public themselves (an addendum can be public while its revision is not).
 * @param tracked the number as the corpus names it, with or without steps
 * @param known versions that are public or were
 */
export const versionsToAsk = (tracked: Reference, known: readonly Reference[]): readonly Reference[] => {
  const root = initOf(tracked);
  const family = known.filter((r) => familyId(r) === familyId(root));
  const parents = unique([root, ...[tracked, ...family].flatMap(lineage)]);
  const next = parents.flatMap((parent) => followers(parent).flatMap((kind) => nextOf(parent, kind, family)));
  const first = next.filter((r) => r.steps.length === 1 && (r.steps[0]?.kind === 'REV' || r.steps[0]?.kind === 'ADD'));
  const chains = first
    .filter((r) => r.steps[0]?.n === highest(root, r.steps[0]?.kind ?? 'REV', family) + 1)
    .flatMap((parent) => followers(parent).map((kind) => follow(parent, kind, 1)));
  return unique([...parents, ...next, ...chains]);
};

/** `REV 1 ADD 1` comes with the `REV 1` that it belongs to: where one is known, so is that the other exists. */
const lineage = (r: Reference): Reference[] => r.steps.map((_, i) => ({ ...r, steps: r.steps.slice(0, i + 1) }));

const unique = (references: readonly Reference[]): readonly Reference[] => [
  ...new Map(references.map((r) => [referenceId(r), r])).values(),
];
