// Made-up documents and tracked texts for the tests of matching.

import fc from 'fast-check';
import { parseReference } from '../../pipeline/reference.ts';
import type { Block, Cover, Entry, Reference, Text, Tracked } from '../../pipeline/types.ts';

/** Any document number that the Council's documents could carry. */
export const references: fc.Arbitrary<Reference> = fc.record({
  prefix: fc.constantFrom('ST', 'SN', 'CM', 'WK', 'DS', 'PE', 'EUCO', 'XT'),
  number: fc.integer({ min: 1, max: 999_999 }),
  year: fc.integer({ min: 1952, max: 2051 }),
  steps: fc.array(
    fc.record({
      kind: fc.constantFrom('REV' as const, 'ADD' as const, 'COR' as const, 'EXT' as const),
      n: fc.integer({ min: 1, max: 99 }),
    }),
    { maxLength: 3 },
  ),
});

export const entry = (facts: Partial<Entry> = {}): Entry => ({
  id: 'ST-95000-2049-INIT',
  kind: 'document',
  title: 'State of play',
  url: 'https://data.consilium.europa.eu/doc/document/ST-95000-2049-INIT/en/pdf',
  date: '2099-05-01',
  access: 'public',
  firstSeen: '2099-05-02',
  sha256: null,
  textSha256: null,
  reference: parseReference('ST-95000-2049-INIT'),
  language: 'en',
  extractor: 1,
  missing: [],
  translations: [],
  ...facts,
});

const noCover: Cover = {
  number: '95000/49',
  reference: parseReference('95000/49'),
  date: null,
  originalLanguage: null,
  limite: false,
  classification: null,
  subjectCodes: [],
  interinstitutionalFiles: [],
  type: null,
  from: null,
  to: null,
  on: null,
  subject: null,
  previousDocuments: [],
  commissionDocuments: [],
};

/** A text of one paragraph a page. */
export const text = (pages: readonly string[], cover: Partial<Cover> = {}): Text => ({
  kind: 'pdf',
  extractor: 1,
  title: null,
  language: 'en',
  pages: pages.length,
  cover: { ...noCover, ...cover },
  facts: [],
  blocks: pages.map((words, i): Block => ({ kind: 'paragraph', page: i + 1, text: words, marked: words })),
});

const promise = {
  section: 'I',
  actors: ['COM'],
  what: 'A report.',
  addressee: null,
  cadence: 'once',
  firstDue: null,
  duePrecision: null,
  channel: 'public',
  sources: [],
  answers: [],
  status: 'none',
  note: null,
} as const;

/** A tracked note with one passage, two promises and two citations of its own. */
export const tracked: Tracked = {
  id: 'council-93901-49',
  kind: 'council-document',
  title: 'Lanterns along the river',
  reference: parseReference('93901/49'),
  date: '2099-01-01',
  url: 'https://data.consilium.europa.eu/doc/document/ST-93901-2049-INIT/en/pdf',
  language: 'en',
  originator: null,
  addressee: null,
  marking: 'LIMITE',
  subjectCodes: [],
  references: [
    { id: '93800/48', title: null, url: null },
    { id: '32099L0090', title: null, url: null },
  ],
  passages: [{ id: 'ferry', section: null, text: "a cross-river ferryman's register of lanterns", why: 'Rare words.' }],
  promises: [
    {
      ...promise,
      id: 'I.1',
      watch: { celex: ['52099PC0955'], procedures: ['2099/0939(COD)'], titlePatterns: ['lantern register'], subjectCodes: [] },
    },
    { ...promise, id: 'I.2', watch: { celex: [], procedures: [], titlePatterns: ['lantern register', 'ferr* + toll'], subjectCodes: [] } },
  ],
};
