// The rules that look for documents named: by number, on the cover or in the body.

import { familyId, printReference } from '../reference.ts';
import type { MatchKind } from '../types.ts';
import { type Citation, citationsIn } from './citations.ts';
import { type Found, type Input, onPage } from './input.ts';
import { nameOf, type Target } from './targets.ts';

/** The targets that a line names, without the document's own number. */
const named = ({ targets, reference }: Input, line: string): readonly (readonly [Target, Citation])[] =>
  citationsIn(line)
    .filter(({ key }) => reference === null || key !== familyId(reference))
    .flatMap((citation) => targets.filter(({ key }) => key === citation.key).map((target) => [target, citation] as const));

export const isVersion = ({ itself, reference, targets }: Input): Found[] => {
  const version = reference === null ? '' : printReference(reference);
  const ofTracked = itself.map((tracked): Found => {
    const name = nameOf(tracked);
    const evidence = reference === null || reference.steps.length === 0 ? `${name} itself` : `version ${version} of ${name}`;
    return { kind: 'reference', tracked: tracked.id, evidence, about: 'itself' };
  });
  const ofOthers = targets
    .filter(({ key }) => reference !== null && key === familyId(reference))
    .map(({ tracked, why }): Found => ({ kind: 'reference', tracked, evidence: `is ${version}${why}`, about: 'itself' }));
  return [...ofTracked, ...ofOthers];
};

export const previousDocuments = (input: Input): Found[] =>
  (input.text?.cover?.previousDocuments ?? [])
    .flatMap((line) => named(input, line))
    .map(([{ tracked, why, key }, { printed }]) => ({
      kind: 'reference',
      tracked,
      evidence: `No. prev. doc. ${printed}${why}`,
      about: key,
    }));

/** The file that a document belongs to: when it is that of a promise, the document is a step towards keeping it. */
export const filesOnCover = (input: Input): Found[] => {
  const cover = input.text?.cover;
  const lines = [
    ...(cover?.interinstitutionalFiles ?? []).map((line) => ['interinstitutional file', line] as const),
    ...(input.row?.procedures ?? []).map((line) => ['interinstitutional file', line] as const),
    ...(cover?.commissionDocuments ?? []).map((line) => ['No. Cion doc.', line] as const),
    ...input.titles.map(([field, line]) => [`${field} names`, line] as const),
  ];
  return lines.flatMap(([field, line]) =>
    named(input, line).map(([{ of, tracked, why, key }, { printed }]): Found => {
      const kind: MatchKind = of === 'promise' ? 'promise' : 'reference';
      return { kind, tracked, evidence: `${field} ${printed}${why}`, about: key };
    }),
  );
};

export const citations =
  (wanted: (target: Target) => boolean) =>
  (input: Input): Found[] =>
    (input.text?.blocks ?? []).flatMap(({ text, page }) =>
      named(input, text)
        .filter(([target]) => target.inBody && wanted(target))
        .map(
          ([{ tracked, why, key }, { printed }]): Found => ({
            kind: 'reference',
            tracked,
            evidence: `cites ${printed}${onPage(page)}${why}`,
            about: key,
          }),
        ),
    );
