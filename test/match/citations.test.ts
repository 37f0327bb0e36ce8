// Documents named in running text: every written form of one document has one key, and nothing else has it.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { citationKey, citationsIn } from '../../pipeline/match/citations.ts';
import { familyId, printReference, referenceId } from '../../pipeline/reference.ts';
import { references } from './support.ts';

const keys = (text: string): string[] => citationsIn(text).map(({ key }) => key);

describe('Council document numbers', () => {
  it.each([
    'see 93901/49.',
    '(ST 93901/49)',
    'doc. 93901/49 + ADD 1',
    'ST 93901/1/49 REV 1',
    '93901/1/49 REV 1 ADD 2 refers',
    'ST-93901/49',
    'ST93901/49',
    'documents 93800/49, 93901/2049 and 93902/49',
    'the note (see JAI 93901/49)',
    'https://data.consilium.europa.eu/doc/document/ST-93901-2049-REV-1-ADD-2/en/pdf',
    'the row ST 93901 2049 INIT - NOTE',
    '93901 / 49',
  ])('are found as written in: %s', (text) => {
    expect(keys(text)).toContain('ST-93901-2049');
  });

  it.each([
    '193901/49',
    '93901/491',
    '93901/4911',
    '939011/49',
    '1/93901/49',
    '93901/49/5',
    'T-93901/49',
    'C-93901/49',
    'A93901/49',
    'Annex-93901/49',
    'CM 93901/49',
    'WK 93901/2049',
    'ST-93901-2048-INIT',
    '5.93901/49',
    '9.39.01/49',
  ])('are not found in: %s', (text) => {
    expect(keys(text)).not.toContain('ST-93901-2049');
  });

  it('are found in their printed form and in addresses whatever their prefix and steps', () => {
    fc.assert(
      fc.property(references, (reference) => {
        expect(keys(`as set out in ${printReference(reference)}, on page 3`)).toContain(familyId(reference));
        expect(keys(`/doc/document/${referenceId(reference)}/en/pdf`)).toContain(familyId(reference));
      }),
    );
  });
});

describe('proposals, procedures and acts', () => {
  it.each([
    ['COM(2099) 955 final', 'COM(2099) 955'],
    ['COM (2099) 0955', 'COM(2099) 955'],
    ['52099PC0955', 'COM(2099) 955'],
    ['52099DC0012', 'COM(2099) 12'],
    ['52099SC0300', 'SWD(2099) 300'],
    ['2099/0939 (COD)', '2099/0939(COD)'],
    ['2099/0939(COD)', '2099/0939(COD)'],
    ['2099/90/EC', 'act 2099/90'],
    ['32099L0090', 'act 2099/90'],
    ['(EU) 2099/2611', 'act 2099/2611'],
    ['32099R2611', 'act 2099/2611'],
  ])('%s is %s', (text, key) => {
    expect(keys(`as laid down in ${text}, and elsewhere`)).toContain(key);
    expect(citationKey(text)).toBe(key);
  });

  it.each(['93901/49 RVE 1', 'as in 93901/49', '93901', 'COM(2099)', ''])('"%s" is not the name of one document', (text) => {
    expect(citationKey(text)).toBeNull();
  });

  it.each(['COM(2099) 9551', 'TELECOM(2099) 955', '12099/0939(COD)', '2099/0939(COD', '152099PC0955'])('%s is something else', (text) => {
    expect(keys(text)).not.toContain('COM(2099) 955');
    expect(keys(text)).not.toContain('2099/0939(COD)');
  });
});
