// Drafting marks against pages marked by hand from rendered pictures.

import { beforeAll, describe, expect, it } from 'vitest';
import { type Mark, type Score, scoreOf, truePages } from './marked.ts';
import { MISSING } from './references.ts';

const WHERE = MISSING === null ? '' : ` (skipped: ${MISSING})`;

describe.skipIf(MISSING !== null)(`drafting marks on ${truePages().length} pages${WHERE}`, () => {
  let scores: Readonly<Record<Mark, Score>>[];
  beforeAll(async () => {
    scores = [];
    for (const page of truePages()) scores.push(await scoreOf(page));
  }, 180_000);

  it.each(['struck', 'underlined', 'bold'] as const)('%s words', (mark) => {
    const sum = (of: (score: Score) => number): number => scores.reduce((total, page) => total + of(page[mark]), 0);
    const [right, wrong, missed] = [sum((page) => page.right), sum((page) => page.wrong.length), sum((page) => page.missed.length)];
    expect(right).toBeGreaterThan(200);
    expect(right / (right + wrong), 'precision').toBeGreaterThanOrEqual(0.97);
    expect(right / (right + missed), 'recall').toBeGreaterThanOrEqual(0.97);
  });
});
