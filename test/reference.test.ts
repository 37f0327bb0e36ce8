import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseReference, printReference, referenceId } from '../pipeline/reference.ts';

const id = (words: string): string | null => {
  const reference = parseReference(words);
  return reference === null ? null : referenceId(reference);
};

describe('document numbers', () => {
  it.each([
    ['13901/23', 'ST-13901-2023-INIT'],
    ['ST 13901/23', 'ST-13901-2023-INIT'],
    ['13901/1/23 REV 1', 'ST-13901-2023-REV-1'],
    ['8261/1 /26 REV 1', 'ST-8261-2026-REV-1'],
    ['8261/1/26', 'ST-8261-2026-REV-1'],
    ['13901/1/23 REV 1 ADD 1', 'ST-13901-2023-REV-1-ADD-1'],
    ['9645/24 ADD 1 REV 2', 'ST-9645-2024-ADD-1-REV-2'],
    ['9459/20 ADD 1', 'ST-9459-2020-ADD-1'],
    ['WK 9955/2026 INIT', 'WK-9955-2026-INIT'],
    ['CM 4232/26', 'CM-4232-2026-INIT'],
    ['PE-CONS 68/1/10 REV 1', 'PE-68-2010-REV-1'],
    ['ST 14336 2022 INIT', 'ST-14336-2022-INIT'],
    ['st-13901-2023-rev-1', 'ST-13901-2023-REV-1'],
    ['6883/00 EXT 2', 'ST-6883-2000-EXT-2'],
    ['8776/52', 'ST-8776-1952-INIT'],
  ])('%s is %s', (written, expected) => expect(id(written)).toBe(expected));

  it.each(['', 'hello', '13901', '2023/0439(COD)', 'COM(2023) 755', '13901/23/24/25', 'ST-1-2023-INIT-REV-x'])('%s is none', (written) =>
    expect(parseReference(written)).toBeNull(),
  );

  it('reads back what it prints, in both forms', () => {
    const step = fc.record({ kind: fc.constantFrom('REV', 'ADD', 'COR', 'EXT', 'DCL'), n: fc.integer({ min: 1, max: 40 }) });
    const reference = fc.record({
      prefix: fc.constantFrom('ST', 'CM', 'WK', 'PE', 'SN'),
      number: fc.integer({ min: 1, max: 99999 }),
      year: fc.integer({ min: 1952, max: 2051 }),
      steps: fc.uniqueArray(step, { maxLength: 3, selector: (s) => s.kind }),
    });
    fc.assert(
      fc.property(reference, (r) => {
        expect(parseReference(referenceId(r as never))).toEqual(r);
        expect(parseReference(printReference(r as never))).toEqual(r);
      }),
    );
  });
});
