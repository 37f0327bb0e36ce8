// Why a document concerns the corpus, kind by kind, with the evidence as a reader gets it.

import { describe, expect, it } from 'vitest';
import { type Interests, interesting, matchText } from '../../pipeline/match/match.ts';
import { parseReference } from '../../pipeline/reference.ts';
import type { Cover, Entry, Match } from '../../pipeline/types.ts';
import { entry, text, tracked } from './support.ts';

const nothing: Interests = { subjectCodes: [], words: [], procedures: [], bodies: [], documents: [] };

const read = (pages: readonly string[], facts: { cover?: Partial<Cover>; entry?: Partial<Entry>; interests?: Partial<Interests> } = {}) =>
  matchText({ entry: entry(facts.entry), text: text(pages, facts.cover) }, [tracked], { ...nothing, ...facts.interests });

const lines = (matches: readonly Match[]): string[] => matches.map(({ kind, evidence }) => `${kind}: ${evidence}`);

describe('reference', () => {
  it('knows a version of a tracked number, and does not take its own words and numbers for evidence', () => {
    const revision = parseReference('93901/1/49 REV 1');
    const found = read(["93901/1/49 REV 1, a cross-river ferryman's register of lanterns, COM(2099) 955"], {
      entry: { reference: revision, title: 'The lantern register' },
      cover: { reference: revision },
    });
    expect(lines(found)).toEqual(['reference: version 93901/1/49 REV 1 of 93901/49']);
    expect(found[0]?.tracked).toBe('council-93901-49');
  });

  it('knows the tracked document by its number and a tracked page by its address', () => {
    expect(lines(read(['x'], { entry: { reference: parseReference('93901/49') } }))).toEqual(['reference: 93901/49 itself']);
    const article = { ...tracked, id: 'an-article', reference: null, url: 'https://www.example.org/a/' };
    const page = entry({ reference: null, url: 'http://example.org/a' });
    expect(lines(matchText({ entry: page, text: null }, [article], nothing))).toEqual(['reference: an-article itself']);
  });

  it('tells a previous document once, not again for the body', () => {
    const found = read(['Delegations find a new version of 93901/49.'], { cover: { previousDocuments: ['ST 93901/49 + COR 1'] } });
    expect(lines(found)).toEqual(['reference: No. prev. doc. 93901/49']);
  });

  it('tells a citation in the body with the page of its first place', () => {
    expect(lines(read(['Nothing here.', 'See ST 93901/1/49 REV 1.', 'See 93901/49.']))).toEqual([
      'reference: cites 93901/1/49 REV 1, page 2',
    ]);
  });

  it('tells a procedure or proposal of a promise in the body, by any of its names', () => {
    const evidence = 'reference: cites COM(2099) 955, page 1 (promise I.1)';
    for (const name of ['COM(2099) 955 final', '52099PC0955']) expect(lines(read([`As proposed in ${name}.`]))).toEqual([evidence]);
    expect(lines(read(['On 2099/0939 (COD).']))).toEqual(['reference: cites 2099/0939(COD), page 1 (promise I.1)']);
  });

  it('tells a document that a tracked text cites; an act only on the cover, since acts are cited everywhere', () => {
    expect(lines(read(['As said in 93800/48.']))).toEqual(['reference: cites 93800/48, page 1, which 93901/49 cites']);
    expect(read(['Under Directive 2099/90/EC.'])).toEqual([]);
    expect(lines(read(['x'], { cover: { subject: 'Report on Directive 2099/90/EC' } }))).toEqual([
      'reference: subject line names 2099/90, which 93901/49 cites',
    ]);
  });

  it.each(['213901/49 and 193901/49', '93901/4911', 'on 9/3/49 in room 93901', 'Case T-93901/49'])('is not taken in by %s', (words) => {
    expect(read([words])).toEqual([]);
  });

  it('knows a version of a document that a tracked text cites', () => {
    const found = read(['x'], { entry: { reference: parseReference('93800/1/48 REV 1') } });
    expect(lines(found)).toEqual(['reference: is 93800/1/48 REV 1, which 93901/49 cites']);
  });

  it('knows the documents named in the settings', () => {
    expect(lines(read(['x'], { interests: { documents: ['95760/17'] }, cover: { previousDocuments: ['95760/17'] } }))).toEqual([
      'reference: No. prev. doc. 95760/17 (named in the settings)',
    ]);
    expect(lines(read(['The number 95000/49 stands on every page.'], { interests: { documents: ['95000/49'] } }))).toEqual([
      'reference: is 95000/49 (named in the settings)',
    ]);
  });
});

describe('promise', () => {
  it('is met by the file on the cover', () => {
    const cover = { interinstitutionalFiles: ['2099/0939(COD)'], commissionDocuments: ['COM(2099) 955 final'] };
    expect(lines(read(['x'], { cover }))).toEqual([
      'promise: interinstitutional file 2099/0939(COD) (promise I.1)',
      'promise: No. Cion doc. COM(2099) 955 (promise I.1)',
    ]);
  });

  it('is met by words of the title, once for all promises that look for them', () => {
    expect(lines(read(['x'], { entry: { title: 'The Lantern-Register of 2099' } }))).toEqual([
      'promise: title has "lantern register" (promises I.1, I.2)',
    ]);
    expect(lines(read(['x'], { entry: { title: 'Tolls and ferries: the toll' } }))).toEqual([
      'promise: title has "ferr* + toll" (promise I.2)',
    ]);
    expect(read(['x'], { entry: { title: 'Ferries without tolls' } })).toEqual([]);
  });
});

describe('passage', () => {
  it.each([
    'We keep a cross-river ferryman’s register of lanterns.',
    'A CROSS‑RIVER  FERRYMAN\'S "REGISTER" OF LANTERNS',
    'a crossriver ferryman’s regis\u00ADter of lanterns',
    'sepia cross-river ferryman’s register of lanterns; a cross-river ferryman’s register of lanterns',
  ])('is found word for word in: %s', (words) => {
    expect(lines(read(['Page one.', words]))).toEqual([
      `passage: the words "a cross-river ferryman's register of lanterns" of 93901/49, page 2`,
    ]);
  });

  it('is found across the end of a page, on the page where it begins', () => {
    expect(read(['He kept a cross-river ferryman’s', 'register of lanterns.'])[0]?.evidence).toContain('page 1');
  });

  it.each([
    "a cross-river ferryman's list of lanterns",
    "sepia cross-river ferryman's register of lanterns",
    "a cross-river ferryman's register of lanternsmiths",
  ])('is not found in: %s', (words) => expect(read([words])).toEqual([]));
});

describe('subject and words', () => {
  it('names the code with its running number', () => {
    const found = read(['x'], {
      cover: { subjectCodes: ['SCH-EVAL 217', 'COSI 1', 'EVAL 3'] },
      interests: { subjectCodes: ['SCH-EVAL', 'COSIMO'] },
    });
    expect(lines(found)).toEqual(['subject: subject code SCH-EVAL 217']);
    expect(found[0]?.tracked).toBe('interests');
  });

  it('looks for whole words without minding accents, case and hyphens', () => {
    const has = (title: string, word: string): boolean => read(['x'], { entry: { title }, interests: { words: [word] } }).length > 0;
    expect(has('Fárolas y MIGRANT-Smuggling', 'migrant smuggling')).toBe(true);
    expect(has('Fárolas', 'farolas')).toBe(true);
    expect(has('smugglings', 'smuggling')).toBe(false);
    expect(has('smugglings', 'smuggl*')).toBe(true);
    expect(has('a.b', 'a*b')).toBe(true);
    expect(has('anything', '')).toBe(false);
    expect(has('(x', '(x')).toBe(true);
  });

  it('looks for bodies also in From and To, and for words only in title and subject line, never in the body', () => {
    const cover = { to: 'Committee on Lanterns', subject: 'Ferry matters' };
    const interests = { words: ['ferry', 'committee on lanterns'], bodies: ['committee on lanterns'] };
    expect(lines(read(['ferry, toll'], { cover, interests: { ...interests, words: [...interests.words, 'toll'] } }))).toEqual([
      'words: subject line has "ferry"',
      'words: To has "committee on lanterns"',
    ]);
  });
});

it('puts the best evidence first, always in the same order', () => {
  const facts = {
    entry: { title: 'Lantern register' },
    cover: { previousDocuments: ['93901/49'], subjectCodes: ['COSI 4'] },
    interests: { subjectCodes: ['COSI'], words: ['lantern'] },
  };
  const pages = ["93800/48 keeps a cross-river ferryman's register of lanterns; see 2099/0939(COD)"];
  const found = read(pages, facts);
  expect(found.map(({ kind, evidence }) => `${kind} ${evidence.split(' ')[0]}`)).toEqual([
    'reference No.',
    'reference cites',
    'passage the',
    'promise title',
    'subject subject',
    'words title',
    'reference cites',
  ]);
  expect(read(pages, facts)).toEqual(found);
});

it('quotes no words of the text in its evidence', () => {
  const hostile = '@someone <b>93901/49</b> closes #1';
  const found = read([hostile], {
    cover: { previousDocuments: [hostile], subjectCodes: ['COSI 4 <b>'] },
    interests: { subjectCodes: ['COSI 4 <b>', 'COSI'] },
  });
  expect(lines(found).join()).not.toMatch(/@|someone|#/);
});

it('keeps what concerns the corpus and passes over what does not', () => {
  expect(interesting(read(['x'], { cover: { subjectCodes: ['COSI 4'] }, interests: { subjectCodes: ['COSI'] } }))).toBe(true);
  expect(interesting(read(['x'], { cover: { previousDocuments: ['93901/49'] } }))).toBe(true);
  expect(interesting(read(['x'], { cover: { subject: 'On ferries' }, interests: { words: ['ferries'] } }))).toBe(true);
  expect(interesting(read(['A note on ferries.'], { cover: { subjectCodes: ['AGRI 9'] }, interests: { words: ['ferries'] } }))).toBe(false);
});
