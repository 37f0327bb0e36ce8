import { describe, expect, it } from 'vitest';
import { addDays } from '../pipeline/calendar.ts';
import { parseReference } from '../pipeline/reference.ts';
import { isSuddenLoss, recordMissing, recordNotPublic, recordSeen, recordTranslation, type Seen } from '../pipeline/snapshot.ts';
import type { Entry, Reference } from '../pipeline/types.ts';

const TODAY = '2026-03-01';
const NOWHERE = { familyKnown: false, existed: false };
const ref = (words: string): Reference => {
  const reference = parseReference(words);
  if (reference === null) throw new Error(words);
  return reference;
};
const seen = (words: string, bytes: string, today = TODAY): Seen => ({
  reference: ref(words),
  language: 'en',
  url: 'https://example.org/a',
  sha256: `bytes ${bytes}`,
  text: null,
  textSha256: `text ${bytes.toLowerCase()}`,
  today,
});
const first = (words = '90001/26', bytes = 'a'): Entry => recordSeen(null, seen(words, bytes), NOWHERE).entry;

describe('what a good look makes of what was known', () => {
  it('calls an unknown number a new document, and one of a known family a new version', () => {
    expect(recordSeen(null, seen('90001/26', 'a'), NOWHERE).change).toBe('new-document');
    expect(recordSeen(null, seen('90001/1/26 REV 1', 'a'), NOWHERE).change).toBe('new-version');
    expect(recordSeen(null, seen('90001/26', 'a'), { familyKnown: true, existed: false }).change).toBe('new-version');
  });

  it('calls it a change of access when the number was known to exist', () => {
    expect(recordSeen(null, seen('90001/26', 'a'), { familyKnown: false, existed: true }).change).toBe('access');
    const closed = recordNotPublic(ref('90001/26'), { title: 'T', url: 'u', date: null }, '2026-01-01');
    const { entry, change } = recordSeen(closed, seen('90001/26', 'a'), NOWHERE);
    expect(change).toBe('access');
    expect(entry).toMatchObject({ access: 'public', firstSeen: '2026-01-01', title: 'T' });
  });

  it('knows a partial release by its suffix', () => expect(first('90001/26 EXT 1').access).toBe('partial'));

  it('tells other words under one address, and keeps other bytes with the same words to itself', () => {
    expect(recordSeen(first(), seen('90001/26', 'b'), NOWHERE)).toMatchObject({ outcome: 'changed', change: 'replaced' });
    expect(recordSeen(first(), seen('90001/26', 'A'), NOWHERE)).toMatchObject({
      outcome: 'bytes',
      change: null,
      entry: { sha256: 'bytes A' },
    });
    expect(recordSeen(first(), seen('90001/26', 'a', '2026-04-01'), NOWHERE)).toEqual({
      outcome: 'unchanged',
      change: null,
      entry: first(),
    });
  });

  it('keeps further languages with the entry, the newest of each, in order', () => {
    const french = recordTranslation(first(), { ...seen('90001/26', 'f'), language: 'fr' });
    expect(french.change).toBe('new-version');
    const german = recordTranslation(french.entry, { ...seen('90001/26', 'd'), language: 'de' });
    expect(german.entry.translations.map((t) => t.language)).toEqual(['de', 'fr']);
    expect(recordTranslation(german.entry, { ...seen('90001/26', 'f2'), language: 'fr' })).toMatchObject({ change: 'replaced' });
    expect(recordTranslation(german.entry, { ...seen('90001/26', 'f'), language: 'fr' })).toMatchObject({
      change: null,
      entry: german.entry,
    });
  });
});

describe('a document that disappears', () => {
  /** Looks once a day for so many days; the last of the changes told. */
  const gone = (days: readonly number[]) => {
    let entry = first();
    const told: (string | null)[] = [];
    for (const day of days) {
      const recorded = recordMissing(entry, addDays(TODAY, day));
      entry = recorded.entry;
      told.push(recorded.change);
    }
    return { entry, told };
  };

  it('is withdrawn after three looks over two weeks, and not before', () => {
    const { entry, told } = gone([0, 1, 2, 5, 13, 14]);
    expect(told).toEqual([null, null, null, null, null, 'withdrawn']);
    expect(entry.missing).toEqual([TODAY, addDays(TODAY, 1), addDays(TODAY, 14)]);
    expect(entry).toMatchObject({ access: 'not-public', sha256: first().sha256 });
  });

  it('is not withdrawn by many looks on one day', () => expect(gone([0, 0, 0, 0]).entry.missing).toEqual([TODAY]));

  it('is as before when it comes back in between', () => {
    const { entry } = gone([0, 1]);
    expect(recordSeen(entry, seen('90001/26', 'a'), NOWHERE)).toEqual({ outcome: 'unchanged', change: null, entry: first() });
  });

  it('becomes public again after it was withdrawn', () => {
    const { entry } = gone([0, 1, 14]);
    expect(recordSeen(entry, seen('90001/26', 'a'), NOWHERE).change).toBe('access');
  });
});

it('a text is looked at twice when it loses more than half', () => {
  expect(isSuddenLoss('x'.repeat(100), 'x'.repeat(49))).toBe(true);
  expect(isSuddenLoss('x'.repeat(100), 'x'.repeat(51))).toBe(false);
});
