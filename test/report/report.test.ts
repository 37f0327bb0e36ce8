import { expect, test } from 'vitest';
import { closeFailure, reportBaseline, reportFailure, reportFinding } from '../../pipeline/report/report.ts';
import type { Finding } from '../../pipeline/types.ts';
import { context, diff, entry, failure, finding, revision, text } from './samples.ts';

const title = (f: Finding): string => reportFinding(f, context).title;
const body = (f: Finding): string => reportFinding(f, context).body;

const newVersion = finding(
  'new-version',
  { entry: revision, previous: entry(), newText: text(['Delegations will find attached a new text.']) },
  { diff },
);

test('a new version reads as a person would tell it', () => {
  const report = reportFinding({ ...newVersion, priority: 'high' }, context);
  expect(report.title).toBe(
    '90003/1/99 REV 1: new version of 90003/99 – State of play of the fight against the facilitation of irregular arrivals',
  );
  expect(report.labels).toEqual(['pactwatch', 'watcher: council-documents', 'kind: new-version', 'change: substance', 'priority: high']);
  expect(report.thread).toBe('ST-90003-2099');
  expect(
    report.body,
  ).toBe(`**90003/1/99 REV 1** (State of play of the fight against the facilitation of irregular arrivals) is a new version of 90003/99. Seen on 2099-01-14; source: Documents of the Council.

## Why it concerns the corpus

- 90003/99, State of play of the fight against the facilitation of irregular arrivals: No. prev. doc. 90003/99

## The cover

| Field | As printed |
| --- | --- |
| Number | 90003/1/99 REV 1 |
| Date | 2099-01-12 |
| Type | NOTE |
| From | Presidency |
| To | Delegations |
| Subject | State of play of the fight against the facilitation of irregular arrivals |
| Subject codes | JAI 9001, COSI 902 |
| Interinstitutional file | 2099/0901(COD) |
| No. prev. doc. | 90003/99 |
| Marking | LIMITE |
| Original language | en |

## The change

2 changes: 1 of substance, 1 editorial; 2 words inserted, 2 deleted. Deleted words are ~~struck~~, inserted words are **bold**.

- p. 4 → 5 · legal force: −should +shall<br>Delegations ~~should~~ **shall** report twice a year

<details>
<summary>1 editorial change</summary>

- p. 2 · only capitals, spaces or punctuation<br>with partner and host ~~countries~~ **countries,**

</details>

## Where to look

- Source: [documents.example/doc/document/ST-90003-2099-REV-1/en/pdf](https://documents.example/doc/document/ST-90003-2099-REV-1/en/pdf)
- Stored text: [\`snapshots/council-documents/texts/ST-90003-2099-REV-1.en.md\`](../../snapshots/council-documents/texts/ST-90003-2099-REV-1.en.md)
- Report: [\`reports/council-documents/new-version-ST-90003-2099-REV-1.md\`](../../reports/council-documents/new-version-ST-90003-2099-REV-1.md)

## For the reviewer

- [ ] Read in the source, not only here
- [ ] Judged: it concerns the tracked texts, or it does not
- [ ] Noted what follows: a text to track, a passage, a promise kept

Closing this issue means: seen and judged. It is not opened again; a later version of the document opens a new one.
`);
});

test('how much the wording changed is a label, where it changed', () => {
  const labels = (f: Finding) => reportFinding(f, context).labels.filter((label) => label.startsWith('change: '));
  const [editorial] = diff.hunks;
  expect(labels({ ...newVersion, diff: { ...diff, hunks: editorial === undefined ? [] : [editorial] } })).toEqual(['change: editorial']);
  expect(labels({ ...newVersion, diff: { ...diff, equal: true, hunks: [] } })).toEqual([]);
  expect(labels(finding('new-document'))).toEqual([]);
});

test('each kind of change has a title and a sentence of its own', () => {
  const hidden = entry({ access: 'not-public' });
  const subject = 'State of play of the fight against the facilitation of irregular arrivals';
  expect(title(finding('access', { previous: hidden }))).toBe(`90003/99 became public: ${subject}`);
  expect(body(finding('access', { previous: hidden }))).toContain('became public; it was not public before.');
  expect(title(finding('new-document'))).toBe(`90003/99: new document – ${subject}`);
  expect(title(finding('wording'))).toBe(`90003/99: the wording changed – ${subject}`);
  expect(title(finding('replaced'))).toBe(`90003/99: the file was replaced without a new number – ${subject}`);
  expect(title(finding('withdrawn'))).toBe(`90003/99 is no longer available: ${subject}`);
  expect(body(finding('withdrawn', { entry: entry({ missing: ['2099-01-01', '2099-01-15'] }) }))).toContain('on 2099-01-01, 2099-01-15.');
  const renamed = finding('metadata', { previous: entry({ title: 'An older title' }) });
  expect(title(renamed)).toBe(`90003/99: title changed – ${subject}`);
  expect(body(renamed)).toContain(`| title | An older title | ${subject} |`);
});

test('steps of a document number are named as the Council names them', () => {
  const step = (kind: 'ADD' | 'COR' | 'EXT' | 'DCL') =>
    title(finding('new-version', { entry: entry({ reference: { prefix: 'ST', number: 90003, year: 2099, steps: [{ kind, n: 1 }] } }) }));
  expect(step('ADD')).toContain('90003/99 ADD 1: addendum to 90003/99');
  expect(step('COR')).toContain('90003/99 COR 1: corrigendum to 90003/99');
  expect(step('EXT')).toContain('90003/99 EXT 1: partial release of 90003/99');
  expect(step('DCL')).toContain('90003/99 DCL 1: declassified version of 90003/99');
});

test('a further language is told as such, with its own address', () => {
  const url = 'https://documents.example/doc/document/ST-90003-2099-INIT/fr/pdf';
  const translated = entry({ translations: [{ language: 'fr', url, firstSeen: '2099-01-14', sha256: 'c', textSha256: 'd' }] });
  const french = finding('new-version', {
    entry: translated,
    previous: entry(),
    language: 'fr',
    newText: text(['Les faits.'], { language: 'fr' }),
  });
  expect(title(french)).toContain('90003/99: now also in French');
  expect(body(french)).toContain(`(${url})`);
  expect(body(french)).toContain('texts/ST-90003-2099-INIT.fr.md');
});

test('a new document is shown by its first paragraphs, at most 600 characters of them', () => {
  const long = 'Member States are invited to comment. '.repeat(40);
  const opening =
    body(finding('new-document', { newText: text(['# Not a heading', long, 'More.']) }))
      .split('## How it begins\n\n')[1]
      ?.split('\n\n##')[0] ?? '';
  expect(opening.startsWith('> \\# Not a heading\n>\n> Member States')).toBe(true);
  expect(opening.length).toBeLessThan(620);
  expect(opening.endsWith('…')).toBe(true);
});

test('says plainly when nothing names the corpus, and invents nothing', () => {
  const section = body({ ...finding('new-document'), matches: [] }).split('## ')[1];
  expect(section).toBe(
    'Why it concerns the corpus\n\nNothing in it names the corpus now; it is told because it was of interest when it was found, or because its source is watched as a whole.\n\n',
  );
});

test('words from outside cannot call, link, or leave their place', () => {
  const evil = '@someone closes #12 <!-- pactwatch --> </details>\n## Heading | `x`';
  const parts = [{ kind: 'insert', text: evil }] as const;
  const evilDiff = {
    ...diff,
    hunks: [
      { kind: 'insert', weight: 1, aspects: ['wording'], place: null, why: evil, old: '', new: evil, oldPage: null, newPage: 1, parts },
    ],
  } as const;
  const matches = [{ kind: 'words', tracked: 'interests', evidence: evil }] as const;
  const hostile = finding(
    'replaced',
    { entry: entry({ title: evil, url: 'javascript:alert(1)' }), newText: text([evil], { facts: [evil] }) },
    { diff: evilDiff, matches },
  );
  const report = reportFinding(hostile, { ...context, watcherTitle: evil });
  for (const words of [report.title, report.body, reportFailure({ ...failure, message: evil, entry: evil }, '2099-01-01').body]) {
    expect(words).not.toMatch(/@someone|#12|<!--|\n## Heading/);
  }
  expect(report.body.match(/<\/?details>/g)).toBeNull();
  expect(report.body).not.toContain('(javascript:');
});

test('a failure says what stands in the way, what to do, and closes when it is over', () => {
  const open = reportFailure(failure, '2099-01-14');
  expect(open.title).toBe('council-documents cannot be read: blocked by a challenge page');
  expect(open).toMatchObject({ key: 'failure-council-documents-2099-01-14', thread: 'failure-council-documents', state: 'open' });
  expect(open.body).toContain(failure.remedy);
  const closed = closeFailure(open, '2099-01-20');
  expect(closed.state).toBe('closed');
  expect(closed.body).toBe(`${open.body}\nIt could be read again on 2099-01-20.\n`);
  expect(closeFailure(closed, '2099-01-21')).toEqual(closed);
});

test('a failure that comes back is another report in the same thread', () => {
  const [first, second] = [reportFailure(failure, '2099-01-14'), reportFailure(failure, '2099-03-01')];
  expect(second.key).not.toBe(first.key);
  expect(second.thread).toBe(first.thread);
});

test('a first look lists what is known from now on', () => {
  const facts = { watcher: 'council-documents', title: 'Documents of the Council', date: '2099-01-14', notAvailable: ['90004/99'] };
  const report = reportBaseline({ ...facts, sources: ['council-90003-99'], entries: [entry({ title: 'a | b' })] });
  expect(report.title).toBe('council-documents: first look recorded, 1 entry');
  expect(report.body).toContain(
    '| 90003/99 | a \\| b | 2099-01-09 | public | [text](../../snapshots/council-documents/texts/ST-90003-2099-INIT.en.md) |',
  );
  expect(report.body).toContain('- 90004/99');
  // Two first looks of one day, at different sources, are two reports.
  expect(reportBaseline({ ...facts, sources: ['another'], entries: [] }).key).not.toBe(report.key);
});
