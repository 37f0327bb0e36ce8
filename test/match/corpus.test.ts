// The YAML of tracked texts: what is wrong in it is told all at once, and a new file is always right.

import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newTracked, parseTracked, trackedJsonSchema } from '../../pipeline/match/corpus.ts';
import { parseReference, sameFamily } from '../../pipeline/reference.ts';
import type { Reference, Tracked } from '../../pipeline/types.ts';
import { references } from './support.ts';

const valid = `id: lantern-note
kind: council-document
title: Lanterns along the river
document: 93901/1/49 REV 1
references:
  - id: 93800/48
  - id: COM(2099) 955
  - id: ferry-leaflet
promises:
  - id: I.1
    section: I
    actors: [COM, MS]
    what: Count the lanterns.
    cadence: once
    firstDue: 2099-12
    channel: public
    status: none
`;

const value = (source: string, file = 'watchers/corpus/lantern-note.yaml'): Tracked => {
  const read = parseTracked(file, source);
  if (!read.ok) throw new Error(read.problems.map(({ key, message }) => `${key}: ${message}`).join('\n'));
  return read.value;
};

const problems = (source: string): string[] => {
  const read = parseTracked('watchers/corpus/lantern-note.yaml', source);
  return read.ok ? [] : read.problems.map(({ line, key, message, remedy }) => `${line} ${key}: ${message} | ${remedy}`);
};

describe('a valid file', () => {
  it('gives the tracked text with what was left out', () => {
    const tracked = value(valid);
    expect(tracked.reference).toEqual({ prefix: 'ST', number: 93901, year: 2049, steps: [{ kind: 'REV', n: 1 }] });
    expect(tracked).toMatchObject({ id: 'lantern-note', language: 'en', date: null, marking: null, passages: [], subjectCodes: [] });
    expect(tracked.references[1]).toEqual({ id: 'COM(2099) 955', title: null, url: null });
    expect(tracked.promises[0]).toMatchObject({ addressee: null, answers: [], watch: { celex: [], titlePatterns: [] } });
    expect(tracked).not.toHaveProperty('document');
  });

  it.each([
    ['2099-12', '2099-12', 'month'],
    ['2099-Q2', '2099-Q2', 'quarter'],
    ['2099', '2099', 'year'],
    ['null', null, null],
  ])('keeps a due date of %s with its precision', (written, firstDue, duePrecision) => {
    expect(value(valid.replace('2099-12', written)).promises[0]).toMatchObject({ firstDue, duePrecision });
  });

  it('may be an article without a number', () => {
    expect(value(valid.replace('council-document', 'article').replace(/document: .*\n/, '')).reference).toBeNull();
  });
});

describe('a file with mistakes', () => {
  it('has all of them told at once, each with its line, key and remedy', () => {
    const broken = valid
      .replace('id: lantern-note', 'id: lamp-note')
      .replace('93901/1/49 REV 1', '93901-49')
      .replace('93800/48', '93800/4')
      .replace('ferry-leaflet', '93800/4')
      .replace('[COM, MS]', '[COM, NATO]')
      .replace('2099-12', '2099-12-01')
      .concat('wordng: []\n');
    const told = problems(broken);
    expect(told).toHaveLength(8);
    expect(told).toEqual(
      expect.arrayContaining([
        '1 id: the id is not the name of the file | Write lantern-note, or rename the file.',
        '4 document: "93901-49" is not a document number | Write it as 13901/23, 8261/1/26 REV 1 or WK 3735/2026.',
        expect.stringMatching(/^6 references\[0\]\.id: "93800\/4" is not a document number \| /),
        expect.stringMatching(/^8 references\[2\]\.id: "93800\/4" is not a document number \| /),
        '8 references[2].id: the id "93800/4" is used twice | Give each reference of a file its own.',
        expect.stringMatching(/^12 promises\[0\]\.actors\[1\]: this value is not known \| Use one of: COM, /),
        '15 promises[0].firstDue: this is not a month, quarter or year | Write 2023-12, 2024-Q2 or 2024; the texts name no days.',
        '18 wordng: this key is unknown | Remove it, or correct its spelling.',
      ]),
    );
  });

  it('may not name two promises alike, nor leave out what a promise needs', () => {
    const twice = `${valid}${valid.slice(valid.indexOf('  - id: I.1')).replace('    cadence: once\n', '')}`;
    const told = problems(twice);
    expect(told).toHaveLength(2);
    expect(told).toContain('18 promises[1].id: the id "I.1" is used twice | Give each promise of a file its own.');
    expect(told.join()).toContain('18 promises[1].cadence: ');
  });

  it('must give a number when it is a Council document, whatever else is wrong', () => {
    const told = problems(valid.replace(/document: .*\n/, '').replace('channel: public', 'channel: radio'));
    expect(told).toHaveLength(2);
    expect(told.join('\n')).toContain('document: this is missing | Write the document number, or make the kind article.');
  });

  it.each([
    ['date: 1 May 2099', 'date: this is not a day'],
    ['url: www.example.org', 'url: this is not an address'],
    ['url: javascript:alert(1)', 'url: this is not an address'],
    ['subjectCodes: [sch-eval]', 'subjectCodes[0]: this is not a subject code'],
    ['passages: [{id: a, text: only three words, why: x}]', 'passages[0].text: this has fewer than four words'],
    ['language: english', 'language: this is not a language'],
  ])('%s', (line, problem) => {
    const told = problems(`${valid}${line}\n`);
    expect(told).toHaveLength(1);
    expect(told[0]).toMatch(new RegExp(`^18 ${problem.replace(/[[\].]/g, '\\$&')}.* \\| \\w`));
  });
});

describe('a new file', () => {
  const made = (reference: Reference, known = {}): Tracked => {
    const { id, yaml } = newTracked(reference, known);
    return value(yaml, `watchers/corpus/${id}.yaml`);
  };

  it('is valid for every document number, and names its document and address', () => {
    fc.assert(
      fc.property(references, (reference) => {
        const tracked = made(reference);
        expect(tracked.reference).toEqual(reference);
        expect(tracked.url).toMatch(/^https:\/\/data\.consilium\.europa\.eu\/doc\/document\/[A-Z]+-\d+-\d{4}(-[A-Z]+(-\d+)?)+\/en\/pdf$/);
      }),
    );
  });

  it('holds whatever is known, however it is spelled', () => {
    const facts = fc.record({ title: fc.string({ unit: 'binary' }), originator: fc.string(), subjectCodes: fc.constant(['SCH-EVAL 217']) });
    fc.assert(
      fc.property(references, facts, (reference, known) => {
        const tracked = made(reference, known);
        if (known.title.trim() !== '') expect(tracked.title).toBe(known.title.trim());
        expect(tracked.originator ?? '').toBe(known.originator.trim());
        expect(tracked.subjectCodes).toEqual(known.subjectCodes);
      }),
    );
  });

  it('is one file for all versions of a number', () => {
    const ids = fc.property(references, references, (a, b) => {
      expect(newTracked(a).id).toBe(newTracked({ ...a, steps: b.steps }).id);
      if (!sameFamily(a, b)) expect(newTracked(a).id).not.toBe(newTracked(b).id);
    });
    fc.assert(ids);
  });

  it.each([
    ['13901/23', 'council-13901-23', 'ST-13901-2023-INIT'],
    ['8261/1/26 REV 1', 'council-8261-26', 'ST-8261-2026-REV-1'],
    ['WK 3735/2026 ADD 1', 'council-wk-3735-2026', 'WK-3735-2026-ADD-1'],
    ['PE-CONS 24/24', 'council-pe-cons-24-24', 'PE-24-2024-INIT'],
  ])('for %s is %s.yaml', (written, id, address) => {
    const reference = parseReference(written);
    if (reference === null) throw new Error(written);
    const { yaml } = newTracked(reference);
    expect(newTracked(reference).id).toBe(id);
    expect(yaml.split('\n')[0]).toBe('# yaml-language-server: $schema=../../pipeline/match/tracked.schema.json');
    expect(yaml).toContain(`/${address}/en/pdf`);
  });
});

it('has a schema for editors that is up to date', () => {
  expect(readFileSync('pipeline/match/tracked.schema.json', 'utf8')).toBe(trackedJsonSchema());
});
