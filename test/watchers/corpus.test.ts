// The corpus that comes with the project: valid, with the facts of its sources, and useful to match against.

import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseTracked } from '../../pipeline/match/corpus.ts';
import { fold } from '../../pipeline/match/words.ts';
import { referenceId } from '../../pipeline/reference.ts';
import type { Tracked } from '../../pipeline/types.ts';

const folder = 'watchers/corpus';
const files = readdirSync(folder).filter((name) => name.endsWith('.yaml'));

const load = (name: string): Tracked => {
  const read = parseTracked(name, readFileSync(`${folder}/${name}`, 'utf8'));
  if (!read.ok) throw new Error(read.problems.map((p) => `${p.file}:${p.line} ${p.key}: ${p.message}`).join('\n'));
  return read.value;
};

describe.each(files)('%s', (name) => {
  it('is valid, and quotes its text only in short passages', () => {
    const tracked = load(name);
    expect(tracked.passages.length).toBeGreaterThanOrEqual(5);
    for (const { text } of tracked.passages) expect(fold(text).split(' ').length, text).toBeLessThan(14);
  });

  it('names the schema for editors', () => {
    expect(readFileSync(`${folder}/${name}`, 'utf8').split('\n')[0]).toBe(
      '# yaml-language-server: $schema=../../pipeline/match/tracked.schema.json',
    );
  });

  it('has an address that belongs to its number', () => {
    const { reference, url } = load(name);
    if (reference !== null) expect(url).toBe(`https://data.consilium.europa.eu/doc/document/${referenceId(reference)}/en/pdf`);
  });
});

it('tracks the three papers and the article, with their dates', () => {
  expect(files.map(load).map(({ id, date, marking }) => [id, date, marking])).toEqual([
    ['council-10742-20', '2020-09-18', 'LIMITE'],
    ['council-10743-20', '2020-09-15', 'LIMITE'],
    ['council-13901-23', '2023-10-11', 'LIMITE'],
    ['statewatch-tracking-the-pact', '2020-10-15', null],
  ]);
});

describe('council-13901-23', () => {
  const tracked = load('council-13901-23.yaml');
  const promise = (id: string) => tracked.promises.find((p) => p.id === id);

  it('carries the twelve subject codes of its cover', () => {
    expect(tracked.subjectCodes).toHaveLength(12);
    expect(tracked.subjectCodes).toEqual(expect.arrayContaining(['SCH-EVAL 217', 'COSI 173', 'COMIX 447']));
  });

  it('has every promise, the dated and the continuous', () => {
    const ids = 'INT.1 I.1 I.1m I.2 I.2b I.3 I.3m I.4 I.5a I.5b I.5c I.5d II.1a II.1b III.1a III.1b III.1m III.2 III.3 III.4 III.5 III.6';
    expect(tracked.promises.map(({ id }) => id)).toEqual([
      ...ids.split(' '),
      ...'III.6m III.7 IV.1a IV.1b IV.2a IV.2b IV.2c V.1 V.2'.split(' '),
    ]);
  });

  it('gives the due dates as the text does, never a day', () => {
    const due = tracked.promises.flatMap(({ id, firstDue }) => (firstDue === null ? [] : [`${id} ${firstDue}`]));
    expect(due).toEqual([
      'INT.1 2023-11',
      'I.1 2023-12',
      'I.2 2024-03',
      'I.3 2023-12',
      'I.4 2023-12',
      'III.1a 2023-12',
      'III.2 2023-12',
      'III.3 2024-06',
      'III.6 2023-12',
      'III.7 2024-Q4',
      'V.1 2024-04',
    ]);
  });

  it('ties the six reports of the Barometer to that channel', () => {
    const barometer = tracked.promises.filter(({ channel }) => channel === 'barometer').map(({ id }) => id);
    expect(barometer).toEqual(['I.2', 'I.3', 'I.4', 'III.1a', 'III.2', 'III.6']);
  });

  it('knows the answers of the first day, so that they raise no issue', () => {
    expect(promise('II.1a')).toMatchObject({ status: 'answered', watch: { procedures: ['2023/0438(COD)', '2023/0439(COD)'] } });
    expect(promise('V.1')?.answers.map(({ reference, date }) => `${reference} ${date}`)).toContain('COM(2025) 185 2025-04-23');
    for (const { id, status, answers } of tracked.promises) {
      if (['answered', 'partly', 'proxy'].includes(status)) expect(answers.length, id).toBeGreaterThan(0);
      if (status === 'answered')
        expect(
          answers.some(({ kind }) => kind === 'full'),
          id,
        ).toBe(true);
    }
  });
});
