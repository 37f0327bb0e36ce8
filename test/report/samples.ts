// Findings and reports of our own making, in the style of the real thing, for the tests of report and issue.

import type { Change, Cover, Entry, Failure, Finding, Report, Text, TextDiff, Tracked } from '../../pipeline/types.ts';

export const entry = (change: Partial<Entry> = {}): Entry => ({
  id: 'ST-90003-2099-INIT',
  kind: 'document',
  title: 'State of play of the fight against the facilitation of irregular arrivals',
  url: 'https://documents.example/doc/document/ST-90003-2099-INIT/en/pdf',
  date: '2099-01-09',
  access: 'public',
  firstSeen: '2099-01-10',
  sha256: 'a'.repeat(64),
  textSha256: 'b'.repeat(64),
  reference: { prefix: 'ST', number: 90003, year: 2099, steps: [] },
  language: 'en',
  extractor: 1,
  missing: [],
  translations: [],
  ...change,
});

export const revision: Entry = entry({
  id: 'ST-90003-2099-REV-1',
  url: 'https://documents.example/doc/document/ST-90003-2099-REV-1/en/pdf',
  reference: { prefix: 'ST', number: 90003, year: 2099, steps: [{ kind: 'REV', n: 1 }] },
});

const cover: Cover = {
  number: '90003/1/99 REV 1',
  reference: revision.reference,
  date: '2099-01-12',
  originalLanguage: 'en',
  limite: true,
  classification: null,
  subjectCodes: ['JAI 9001', 'COSI 902'],
  interinstitutionalFiles: ['2099/0901(COD)'],
  type: 'NOTE',
  from: 'Presidency',
  to: 'Delegations',
  on: null,
  subject: 'State of play of the fight against the facilitation of irregular arrivals',
  previousDocuments: ['90003/99'],
  commissionDocuments: [],
};

export const text = (paragraphs: readonly string[], change: Partial<Text> = {}): Text => ({
  kind: 'pdf',
  extractor: 1,
  title: null,
  language: 'en',
  pages: 5,
  cover,
  facts: [],
  blocks: paragraphs.map((words) => ({ kind: 'paragraph', page: 2, text: words, marked: words })),
  ...change,
});

export const diff: TextDiff = {
  equal: false,
  hunks: [
    {
      kind: 'insert',
      weight: 0,
      aspects: ['wording'],
      place: null,
      why: 'only capitals, spaces or punctuation',
      old: 'host countries',
      new: 'host countries,',
      oldPage: 2,
      newPage: 2,
      parts: [
        { kind: 'same', text: 'with partner and host' },
        { kind: 'delete', text: 'countries' },
        { kind: 'insert', text: 'countries,' },
      ],
    },
    {
      kind: 'replace',
      weight: 3,
      aspects: ['wording'],
      place: null,
      why: 'legal force: −should +shall',
      old: 'should',
      new: 'shall',
      oldPage: 4,
      newPage: 5,
      parts: [
        { kind: 'same', text: 'Delegations' },
        { kind: 'delete', text: 'should' },
        { kind: 'insert', text: 'shall' },
        { kind: 'same', text: 'report twice a year' },
      ],
    },
  ],
  summary: { insertedWords: 2, deletedWords: 2, movedParagraphs: 0 },
};

const tracked = {
  id: 'council-90003-99',
  kind: 'council-document',
  title: 'State of play of the fight against the facilitation of irregular arrivals',
  reference: entry().reference,
  date: '2099-01-09',
  url: null,
  language: 'en',
  originator: null,
  addressee: null,
  marking: null,
  subjectCodes: [],
  references: [],
  passages: [],
  promises: [],
} as const satisfies Tracked;

export const context = { watcherTitle: 'Documents of the Council', tracked: [tracked] };

export const finding = (kind: Finding['kind'], change: Partial<Change> = {}, rest: Partial<Finding> = {}): Finding => {
  const whole: Change = { kind, entry: entry(), previous: null, language: 'en', oldText: null, newText: null, ...change };
  const key = `${kind}-${whole.entry.id}`;
  const matches = [{ kind: 'reference', tracked: tracked.id, evidence: 'No. prev. doc. 90003/99' }] as const;
  return { key, kind, watcher: 'council-documents', date: '2099-01-14', priority: 'normal', change: whole, diff: null, matches, ...rest };
};

export const failure: Failure = {
  key: 'failure-council-documents',
  code: 'blocked',
  watcher: 'council-documents',
  entry: null,
  partial: false,
  url: 'https://documents.example/doc/document/ST-90003-2099-INIT/en/pdf',
  message: 'the answer is a challenge page: <title>Just a moment</title>, see #12 or ask @someone',
  remedy: 'Look at the address in a browser; nothing is done to get around the wall.',
};

/** A report as small as can be. */
export const report = (key: string, change: Partial<Report> = {}): Report => ({
  key,
  watcher: 'council-documents',
  kind: 'new-document',
  title: `Title of ${key}`,
  labels: ['pactwatch', 'watcher: council-documents'],
  thread: key,
  date: '2099-01-14',
  state: 'open',
  issue: null,
  body: `**${key}** was seen for the first time.\n\n## Where to look\n\n- Report: [here](../../reports/council-documents/${key}.md)\n`,
  ...change,
});
