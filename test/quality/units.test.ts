// Which article and recital became which, on three real versions of one act: what the Commission proposed, what the Council made of it and
// what Parliament wanted. The true pairs were established by reading both texts, and are kept as numbers only. Where an institution kept
// all numbers, a version of its text with other numbers is compared as well.

import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { diffTexts } from '../../pipeline/diff/index.ts';
import { amendedBy, compareUnits, pairUnits, type UnitPair, unitsOf } from '../../pipeline/diff/units/index.ts';
import { extract } from '../../pipeline/extract/index.ts';
import type { Block } from '../../pipeline/types.ts';
import { DATA } from './references.ts';

const FOLDER = path.join(DATA, 'law-chain-ai-act');
const PLENARY = path.join(DATA, 'html', 'ep_texts-adopted_AI-act_2023-06-14.html');
const PACT = path.join(DATA, 'law-pact', 'eurodac.json');
const MISSING = [FOLDER, PLENARY, PACT].every(existsSync) ? '' : ' (skipped: the real texts do not lie beside the repository)';
const ENOUGH = 0.97;

const block = (text: string): Block => ({ kind: 'paragraph', page: null, text, marked: text });
const linesOf = (name: string): string[] =>
  readFileSync(path.join(FOLDER, name), 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '');
const blocksOf = (lines: readonly string[]): Block[] => lines.map(block);
const commission = (): string[] => linesOf('1_commission_2021_regulation.txt');
const council = (): string[] => linesOf('2_council_ST-15698-2022_regulation.txt');
const parliament = (): string[] =>
  amendedBy(blocksOf(commission()), blocksOf(linesOf('3_ep_2023_amendments_regulation.txt'))).blocks.map(({ text }) => text);

/** The act has 85 articles; what is not named here kept its number, or is gone. */
const ALL = Array.from({ length: 85 }, (_, at) => String(at + 1));
type Truth = ReadonlyMap<string, readonly string[]>;
const truth = (numbers: readonly string[], gone: readonly string[], other: Readonly<Record<string, readonly string[]>>): Truth =>
  new Map(numbers.filter((number) => !gone.includes(number)).map((number) => [number, other[number] ?? [number]]));

const TO_COUNCIL = truth(ALL, ['18', '24', '57'], { '28': ['23a'], '50': ['18'] });
const TO_PARLIAMENT = truth(ALL, ['4', '18', '19'], {});
const COUNCIL_TO_PARLIAMENT = truth([...ALL, '23a', '58a'], ['4', '19', '24', '28', '50', '57'], {
  '18': ['50'],
  '23a': ['28'],
  '58a': ['82b'],
});

const ARTICLE = /^== Article (\d+[a-z]?):/;

/** An act as it is published: deleted articles gone, the others counted from 1; with the number that each became. */
const published = (lines: readonly string[]): { lines: string[]; numbers: ReadonlyMap<string, string> } => {
  const kept = lines.filter((line) => !(ARTICLE.test(line) && /deleted/.test(line)));
  const numbers = new Map(kept.flatMap((line) => ARTICLE.exec(line)?.[1] ?? []).map((number, at) => [number, String(at + 1)] as const));
  const renumbered = kept.map((line) =>
    line.replace(/\bArticle (\d+[a-z]?)\b/g, (whole, number: string) => `Article ${numbers.get(number) ?? whole.slice(8)}`),
  );
  return { lines: renumbered, numbers };
};

interface Figures {
  readonly precision: number;
  readonly recall: number;
}

const figures = (found: readonly UnitPair[], expected: Truth, kind: 'article' | 'recital'): Figures => {
  const pairs = found.flatMap(({ old, now }) =>
    old.flatMap((a) => now.flatMap((b) => (a.kind === kind && !a.deleted && !b.deleted ? [`${a.number} ${b.number}`] : []))),
  );
  const right = new Set([...expected].flatMap(([from, to]) => to.map((number) => `${from} ${number}`)));
  const hits = pairs.filter((pair) => right.has(pair)).length;
  return { precision: hits / pairs.length, recall: hits / right.size };
};

const expectGood = (name: string, { precision, recall }: Figures): void => {
  console.log(`${name}: precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}`);
  expect(precision).toBeGreaterThanOrEqual(ENOUGH);
  expect(recall).toBeGreaterThanOrEqual(ENOUGH);
};

const compared = (a: readonly string[], b: readonly string[]): readonly UnitPair[] => pairUnits(unitsOf(blocksOf(a)), unitsOf(blocksOf(b)));

describe.skipIf(MISSING !== '')(`articles of three versions of an act${MISSING}`, () => {
  it.each([
    ['Commission and Council', commission, council, TO_COUNCIL],
    ['Commission and Parliament', commission, parliament, TO_PARLIAMENT],
    ['Council and Parliament', council, parliament, COUNCIL_TO_PARLIAMENT],
  ] as const)('%s', (name, before, after, expected) => expectGood(name, figures(compared(before(), after()), expected, 'article')));

  it.each([
    ['Commission and Council as published', commission, council, TO_COUNCIL],
    ['Commission and Parliament as published', commission, parliament, TO_PARLIAMENT],
    ['Council and Parliament as published', council, parliament, COUNCIL_TO_PARLIAMENT],
  ] as const)('%s, all numbers new', (name, before, after, expected) => {
    const { lines, numbers } = published(after());
    const moved: Truth = new Map([...expected].map(([from, to]) => [from, to.flatMap((number) => numbers.get(number) ?? [])]));
    expectGood(name, figures(compared(before(), lines), moved, 'article'));
  });

  it('an act and the same with other numbers: every article finds itself', () => {
    const { lines, numbers } = published(council());
    const itself: Truth = new Map([...numbers].map(([from, to]) => [from, [to]]));
    expect(figures(compared(council(), lines), itself, 'article')).toEqual({ precision: 1, recall: 1 });
  });

  it('almost all amendments find their place in the text that they amend', () => {
    const { unplaced } = amendedBy(blocksOf(commission()), blocksOf(linesOf('3_ep_2023_amendments_regulation.txt')));
    console.log(`amendments without a place: ${unplaced.length} of 568`);
    expect(unplaced.length).toBeLessThan(17);
  });

  it('a comparison by articles takes seconds at most', () => {
    const start = performance.now();
    compareUnits({ blocks: blocksOf(commission()) }, { blocks: blocksOf(council()) }, diffTexts);
    expect(performance.now() - start).toBeLessThan(10_000);
  });
});

/** Recitals of the proposal and of Parliament, from the two columns of what its plenary adopted. */
const recitalsOf = async (): Promise<{ commission: string[]; parliament: string[] }> => {
  const { blocks } = await extract({ body: readFileSync(PLENARY), mediaType: 'text/html', at: PLENARY }, { seconds: 60, pages: 500 });
  const found = { commission: [] as string[], parliament: [] as string[] };
  let inRecital = false;
  for (const { text } of blocks) {
    const about = /^\| Amendment \d+: (\w+)/.exec(text)?.[1];
    if (about !== undefined) inRecital = about === 'Recital';
    else if (inRecital && text.startsWith('|')) found.parliament.push(text.replace(/^\|\s*/, ''));
    else if (inRecital) {
      const [left = '', right = ''] = text.split(' | ');
      found.commission.push(left);
      if (right !== '') found.parliament.push(right);
    }
  }
  return found;
};

/** Articles follow, so that what stands before them are recitals. */
const asAct = (recitals: readonly string[]): string[] => [...recitals, 'HAVE ADOPTED THIS REGULATION:', 'Article 1', '1. Nothing.'];
const numberOf = (recital: string): string[] => /^\((\d+)\)/.exec(recital)?.[1]?.split(' ') ?? [];

describe.skipIf(MISSING !== '')(`recitals${MISSING}`, () => {
  it('Commission and Council', async () => {
    const old = (await recitalsOf()).commission;
    const whole = linesOf('2_council_ST-15698-2022-INIT_EN-cleaned.txt');
    const now = whole.slice(
      0,
      whole.findIndex((line) => /^(?:TITLE I|HAVE ADOPTED)/.test(line)),
    );
    const expected = truth(old.flatMap(numberOf), ['59', '60'], { '12': ['12', '12a'] });
    expectGood('recitals, Commission and Council', figures(compared(asAct(old), asAct(now)), expected, 'recital'));
  });

  it('Commission and Parliament', async () => {
    const { commission: old, parliament: now } = await recitalsOf();
    const expected = truth(old.flatMap(numberOf), ['19', '20', '21', '22', '23', '33'], { '28': ['28', '28a'], '72': ['72', '72a'] });
    expectGood('recitals, Commission and Parliament', figures(compared(asAct(old), asAct(now)), expected, 'recital'));
  });

  it('of an act of the Pact: dropped, split and counted anew', () => {
    const { recitals } = JSON.parse(readFileSync(PACT, 'utf8')) as { recitals: readonly { number: number; text: string }[] };
    const expected = new Map<string, string[]>();
    const now: string[] = [];
    for (const { number, text } of recitals) {
      if (number % 9 === 0) continue;
      const words = text.split(' ');
      const parts = number % 14 === 0 ? [words.slice(0, words.length / 2), words.slice(words.length / 2)] : [words];
      expected.set(
        String(number),
        parts.map((_, at) => String(now.length + at + 1)),
      );
      for (const part of parts) now.push(`(${now.length + 1}) ${part.join(' ')}`);
    }
    const old = recitals.map(({ number, text }) => `(${number}) ${text}`);
    expectGood('recitals, counted anew', figures(compared(asAct(old), asAct(now)), expected, 'recital'));
  });
});
