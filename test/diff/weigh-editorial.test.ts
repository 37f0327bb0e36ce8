// Changes that change nothing are told as what they are, and nothing else is taken for one.

import { describe, expect, it } from 'vitest';
import { weighed } from './weigh-support.ts';

const editorial = (why: string) => ({ weight: 0, aspects: ['editorial'], why });

describe('editorial', () => {
  it.each([
    'the [-States-] [+states+] of it',
    'they came [+,+] and went',
    '[-co-operation-] [+cooperation+] with them',
    'they [-cannot-] [+can not+] go',
    'the [-“boat”-] [+‘boat’+] of them',
    '[-MEMBER STATES SHALL-] [+Member States shall+] report',
    'years [-2091–2097-] [+2091-2097+] of it',
  ])('only capitals, spaces or punctuation: %s', (change) =>
    expect(weighed(change)).toEqual(editorial('only capitals, spaces or punctuation')),
  );

  it.each([
    ['the [-organisation-] [+organization+] of it', '−organisation +organization'],
    ['[-labour-] [+labor+] market', '−labour +labor'],
    ['the [-licence,-] [+license+] of', '−licence +license'],
    ['to [-recieve-] [+receive+] it', '−recieve +receive'],
    ['an [-occurence-] [+occurrence+] of it', '−occurence +occurrence'],
    ['for [-two-] [+2+] boats', '−two +2'],
    ['[-labour organisations-] [+labor organizations+] there', '−labour −organisations +labor +organizations'],
  ])('only spelling: %s', (change, words) => expect(weighed(change)).toEqual(editorial(`only spelling: ${words}`)));

  it.each([
    'with [-boats and cars-] [+cars and boats+] of theirs',
    '[-the Commission and Member States-] [+Member States and the Commission+]',
    'they [-also shall-] [+shall also+] report',
  ])('only the order of the same words: %s', (change) => expect(weighed(change)).toEqual(editorial('only the order of the same words')));
});

describe('not editorial', () => {
  it.each([
    'the [-trial-] [+trail+] of it',
    'the [-desert-] [+dessert+] of it',
    'to [-affect-] [+effect+] change',
    'the [-authority-] [+authorities+] of it',
    'in file [-95-north-] [+95-south+] of it',
    'the box is [-✓-] [+✗+] there',
    'some [-boats-] of them',
    'das [-würde-] [+wurde+] so',
  ])('%s', (change) => expect(weighed(change)).toEqual({ weight: 1, aspects: ['wording'], why: 'wording' }));
});
