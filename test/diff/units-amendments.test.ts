// Parliament's amendments put into the text that they amend.

import { describe, expect, it } from 'vitest';
import { amendedBy } from '../../pipeline/diff/units/index.ts';
import type { Block, BlockKind } from '../../pipeline/types.ts';

const block = (text: string, kind: BlockKind = 'paragraph'): Block => ({ kind, page: null, text, marked: text });

const PROPOSAL = [
  '(1) Boats are wet.',
  '(2) Oars are wet.',
  'HAVE ADOPTED THIS REGULATION:',
  'Article 1: Boats',
  '1. Boats shall:',
  '(a) float;',
  '(b) sail.',
  'They shall not sink.',
  '2. Rafts are boats.',
  'Article 2',
  'Oars',
  'Oars shall be long.',
  'Article 3: Nets',
  '1. Nets are forbidden.',
].map((text) => block(text));

const amended = (...lines: readonly (string | Block)[]) => {
  const { blocks, unplaced } = amendedBy(
    PROPOSAL,
    lines.map((line) => (typeof line === 'string' ? block(line) : line)),
  );
  return { lines: blocks.map(({ text }) => text), unplaced };
};
/** The proposal with some lines instead of others. */
const instead = (of: number, count: number, ...lines: readonly string[]) => {
  const texts = PROPOSAL.map(({ text }) => text);
  texts.splice(of, count, ...lines);
  return { lines: texts, unplaced: [] };
};

describe('an amendment', () => {
  it.each([
    ['a point', 'Article 1 – paragraph 1 – point b', '(b) drift.', instead(6, 1, '(b) drift.')],
    ['a paragraph with all its points', 'Article 1 – paragraph 1', '1. Boats shall rest.', instead(4, 4, '1. Boats shall rest.')],
    ['an introductory part only', 'Article 1 – paragraph 1 – introductory part', '1. Ships shall:', instead(4, 1, '1. Ships shall:')],
    ['a subparagraph', 'Article 1 – paragraph 1 – subparagraph 1', 'They may sink.', instead(7, 1, 'They may sink.')],
    ['the only paragraph of an article', 'Article 2 – paragraph 1', 'Oars shall be short.', instead(11, 1, 'Oars shall be short.')],
    ['a recital', 'Recital 2', '(2) Oars are dry.', instead(1, 1, '(2) Oars are dry.')],
    ['a title on the line of the number', 'Article 1 – title', 'Ships', instead(3, 1, 'Article 1: Ships')],
    ['a title on its own line', 'Article 2 – title', 'Rudders', instead(10, 1, 'Rudders')],
  ])('replaces %s', (_, place, line, expected) => expect(amended(`Amendment 901: ${place}`, line)).toEqual(expected));

  it.each([
    ['a point', 'Article 1 – paragraph 1 – point a a (new)', '(aa) rest;', instead(6, 0, '(aa) rest;')],
    ['a paragraph', 'Article 1 – paragraph 1 a (new)', '1a. Boats may rest.', instead(8, 0, '1a. Boats may rest.')],
    ['an article', 'Article 2 a (new)', 'Article 2 a', instead(12, 0, 'Article 2 a')],
    ['a recital', 'Recital 1 a (new)', '(1a) Sails are wet.', instead(1, 0, '(1a) Sails are wet.')],
  ])('inserts %s behind what comes before it', (_, place, line, expected) =>
    expect(amended(`Amendment 901: ${place}`, line)).toEqual(expected),
  );

  it('deletes', () => {
    expect(amended('Amendment 901', 'loc: Article 1 - paragraph 2', '2. deleted')).toEqual(instead(8, 1));
    expect(amended('Amendment 901: Article 3', 'deleted')).toEqual(instead(12, 2));
  });

  it('may be the right column of a row', () =>
    expect(
      amended(
        block('| Amendment 901: Article 3 – paragraph 1', 'table-row'),
        block('1. Nets are forbidden. | 1. Nets are allowed.', 'table-row'),
        block('| On Sundays.', 'table-row'),
        block('| Amendment 902: Article 3 – paragraph 1 a (new)', 'table-row'),
        block('| 1a. Hooks too.', 'table-row'),
      ),
    ).toEqual(instead(13, 1, '1. Nets are allowed.', 'On Sundays.', '1a. Hooks too.')));

  it('without its place in the text is told', () =>
    expect(amended('Amendment 901: Article 9 – paragraph 4', '4. Gulls.')).toEqual({
      ...instead(0, 0),
      unplaced: ['Article 9 – paragraph 4'],
    }));
});
