import { describe, expect, it } from 'vitest';
import { columnsOf } from '../../pipeline/diff/marks/columns.ts';
import { scriptOfMarks } from '../../pipeline/diff/marks/script.ts';
import { readingOf } from '../../pipeline/marks.ts';
import type { Block, BlockKind } from '../../pipeline/types.ts';

const block = (marked: string, kind: BlockKind = 'paragraph', page = 1): Block => ({ kind, page, text: readingOf(marked), marked });

const HEAD = block('Text proposed by the Commission Amendment', 'heading');

const amendment = (title: string, ...blocks: readonly Block[]): Block[] => [
  block(`**Amendment ${title}**`, 'heading'),
  block('**Proposal for a regulation Recital 97**', 'heading'),
  HEAD,
  ...blocks,
  block('Or. en'),
];

/** What stands on the left only, and on the right only. */
const sides = (blocks: readonly Block[]): { left: string[]; right: string[]; read: string } | null => {
  const columns = columnsOf(blocks);
  if (columns === null) return null;
  const without = (these: readonly Block[], those: readonly Block[]): string[] =>
    these.filter((one) => !those.includes(one)).map(({ text }) => text);
  return {
    left: without(columns.before, columns.after),
    right: without(columns.after, columns.before),
    read: `${columns.read}/${columns.all}`,
  };
};

describe('amendments in two columns', () => {
  it('are told apart by what is unmarked in both', () => {
    const blocks = amendment(
      '90',
      block('(97) Lamps **may** burn at night on the harbour.', 'list-item'),
      block('Keepers sleep.'),
      block('(97) Lamps **shall** burn at night on the harbour.', 'list-item'),
      block('Keepers sleep. **Not on duty.**'),
    );
    expect(sides(blocks)).toEqual({
      left: ['(97) Lamps may burn at night on the harbour.', 'Keepers sleep.'],
      right: ['(97) Lamps shall burn at night on the harbour.', 'Keepers sleep. Not on duty.'],
      read: '1/1',
    });
  });

  it('go on over pages, column by column', () => {
    const blocks = amendment(
      '90',
      block('(97) Lamps **may** burn at', 'list-item', 1),
      block('(97) Lamps **and wicks** burn at', 'list-item', 1),
      block('night on the harbour.', 'paragraph', 2),
      block('night on **all** the harbour.', 'paragraph', 2),
    );
    expect(sides(blocks)?.right).toEqual(['(97) Lamps and wicks burn at', 'night on all the harbour.']);
  });

  it('bear with a word that nobody marked', () => {
    const blocks = amendment(
      '90',
      block('(97) Lamps for other purposes than light burn all night on the harbour.', 'list-item'),
      block('(97) Lamps for purposes other than **heat and** light burn the whole night on the harbour.', 'list-item'),
    );
    expect(sides(blocks)?.left).toHaveLength(1);
  });

  it('may delete all, or bring something new', () => {
    expect(sides(amendment('90', block('**(97) Lamps burn.**'), block('**deleted**')))).toMatchObject({
      left: ['(97) Lamps burn.'],
      right: [],
    });
    expect(sides(amendment('91 (new)', block('**(97a) Wicks are cut.**')))).toMatchObject({ left: [], right: ['(97a) Wicks are cut.'] });
    expect(sides(amendment('92', block('**(97) Lamps burn.**'), block('**(97) Wicks smoke.**')))).toMatchObject({
      left: ['(97) Lamps burn.'],
      right: ['(97) Wicks smoke.'],
    });
  });

  it('may have the head of the right column below the left one', () => {
    const blocks = [
      block('Text proposed by the Commission', 'heading'),
      block('Lamps **burn**.'),
      block('Amendment', 'heading'),
      block('Lamps **smoke**.'),
    ];
    expect(sides(blocks)).toMatchObject({ left: ['Lamps burn.'], right: ['Lamps smoke.'] });
  });

  it('keep footnotes, justifications and what stands around them in both', () => {
    const blocks = [
      ...amendment('90', block('Lamps **burn** ¹.'), block('Lamps **smoke** ¹.'), block('¹ Old lamps.', 'footnote')),
      block('Justification'),
      block('Lamps are old.'),
    ];
    expect(columnsOf(blocks)?.before.map(({ text }) => text)).toEqual(
      expect.arrayContaining(['¹ Old lamps.', 'Justification', 'Lamps are old.']),
    );
  });

  it('that cannot be told apart are counted, and left as they are', () => {
    const blocks = [
      ...amendment('90', block('Lamps **burn** at night.'), block('Lamps **smoke** at night.')),
      ...amendment('91', block('Oil is dear in winter and keepers sleep.')),
    ];
    expect(sides(blocks)).toMatchObject({ read: '1/2' });
    const diff = scriptOfMarks({ blocks, facts: [] });
    expect(diff.kind === 'script' && diff.notes).toEqual([
      'Old and new text stand in two columns; what is shown is one against the other.',
      '1 of 2 amendments could be read; of the others no change is shown.',
    ]);
  });

  it('are none in other texts', () => expect(sides([block('Lamps burn.'), block('Draft report on lamps', 'heading')])).toBeNull());
});

it('the text proposed, and the amended one, are the two versions', () => {
  const blocks = amendment('90', block('(97) Lamps **may** burn.', 'list-item'), block('(97) Lamps **shall** burn.', 'list-item'));
  const diff = scriptOfMarks({ blocks, facts: [] });
  if (diff.kind === 'none') throw new Error(diff.reason);
  const { old, now, runs } = diff.script;
  expect(runs.flatMap(({ kind, a0, a1 }) => (kind === 'delete' ? old.words.slice(a0, a1) : []))).toEqual(['may']);
  expect(runs.flatMap(({ kind, b0, b1 }) => (kind === 'insert' ? now.words.slice(b0, b1) : []))).toEqual(['shall']);
});
