// Sentences that name a second document, or what of a file changed.

import { expect, test } from 'vitest';
import { headline } from '../../pipeline/report/headline.ts';
import { diff, entry, finding, revision, text } from './samples.ts';

const same = { ...diff, equal: true, hunks: [] };
const sentence = (...of: Parameters<typeof finding>): string => headline(finding(...of)).sentence.replace(/^.*?\) /, '');

test('what appeared says against which document it is compared', () => {
  const change = { entry: revision, predecessor: entry(), oldText: text(['Old.']), newText: text(['New.']) };
  expect(sentence('new-version', change, { diff })).toBe(
    'is a new version of 90003/99, compared here with 90003/99: 2 words inserted, 2 deleted.',
  );
  expect(sentence('new-version', change, { diff: same })).toBe(
    'is a new version of 90003/99, compared here with 90003/99: the reading text is the same.',
  );
  expect(sentence('access', change, { diff })).toBe(
    'became public; it was not public before, compared here with 90003/99: 2 words inserted, 2 deleted.',
  );
  expect(sentence('new-document', { predecessor: revision }, { diff })).toBe(
    'was seen for the first time, compared here with 90003/1/99 REV 1: 2 words inserted, 2 deleted.',
  );
});

test('a replaced file says what of it changed', () => {
  const stealth = { kind: 'figures', says: 'only figures changed: p. 4: 7 became 8; title, date and address unchanged' } as const;
  expect(sentence('replaced', { stealth }, { diff })).toBe(
    'is another file than before under the same number and address; only figures changed: p. 4: 7 became 8; title, date and address unchanged.',
  );
  expect(headline(finding('replaced', { stealth })).title).toMatch(/^90003\/99: figures changed in the file, without a new number – /);
  const page = entry({ reference: null, title: 'Table of boats' });
  expect(headline(finding('replaced', { stealth, entry: page })).title).toBe('Table of boats: figures changed in the file');
  const words = { kind: 'text', says: '1 word inserted, 1 deleted in 1 place; address unchanged' } as const;
  expect(headline(finding('replaced', { stealth: words, entry: page })).title).toBe('Table of boats: the file was replaced');
});

test('words from outside in what changed stay words', () => {
  const stealth = { kind: 'figures', says: 'only figures changed: 1 became @someone #12 <!-- x --> **8**' } as const;
  const said = headline(finding('replaced', { stealth }, { diff }));
  expect(`${said.title} ${said.sentence}`).not.toMatch(/@someone|#12|<!--|\*\*8/);
});
