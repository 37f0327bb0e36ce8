import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { versionsToAsk } from '../../pipeline/discover/versions.ts';
import { parseReference, referenceId } from '../../pipeline/reference.ts';
import type { Reference } from '../../pipeline/types.ts';

const ref = (words: string): Reference => {
  const reference = parseReference(words);
  if (reference === null) throw new Error(words);
  return reference;
};
const asked = (tracked: string, ...known: string[]): string[] =>
  versionsToAsk(ref(tracked), known.map(ref)).map((r) => referenceId(r).replace(/^ST-90001-2026-/, ''));

describe('versions to ask for', () => {
  it('asks an unknown document for itself, the next two of each kind, and chains below them', () =>
    expect(asked('90001/26')).toEqual([
      'INIT',
      'REV-1',
      'REV-2',
      'ADD-1',
      'ADD-2',
      'COR-1',
      'COR-2',
      'EXT-1',
      'REV-1-ADD-1',
      'REV-1-COR-1',
      'ADD-1-REV-1',
      'ADD-1-COR-1',
    ]));

  it('goes two beyond the highest known, and still asks for what is missing below', () =>
    expect(asked('90001/26', '90001/26', '90001/2/26 REV 2')).toEqual(
      expect.arrayContaining(['REV-1', 'REV-2', 'REV-3', 'REV-4', 'REV-2-ADD-1', 'REV-2-ADD-2', 'REV-3-ADD-1']),
    ));

  it('follows chains: after REV 1 ADD 1 come REV 1 ADD 2 and 3, and its own revisions', () =>
    expect(asked('90001/26', '90001/1/26 REV 1 ADD 1')).toEqual(
      expect.arrayContaining(['REV-1-ADD-2', 'REV-1-ADD-3', 'REV-1-ADD-1-REV-1', 'REV-1-ADD-1-REV-2']),
    ));

  it('asks for the version that the corpus names, and for the one it belongs to', () =>
    expect(asked('90001/4/26 REV 4 ADD 7').slice(0, 3)).toEqual(['INIT', 'REV-4', 'REV-4-ADD-7']));

  it('leaves other documents alone', () => expect(asked('90001/26', '90002/1/26 REV 1')).toEqual(asked('90001/26')));

  it('never asks twice for the same version, and stays small', () => {
    const step = fc.record({ kind: fc.constantFrom('REV' as const, 'ADD' as const, 'COR' as const), n: fc.integer({ min: 1, max: 5 }) });
    fc.assert(
      fc.property(fc.array(fc.array(step, { minLength: 1, maxLength: 3 }), { maxLength: 8 }), (families) => {
        const known = families.map((steps) => ({ ...ref('90001/26'), steps }));
        const ids = versionsToAsk(ref('90001/26'), known).map(referenceId);
        expect(new Set(ids).size).toBe(ids.length);
        expect(ids.length).toBeLessThan(30 + known.length * 20);
      }),
    );
  });
});
