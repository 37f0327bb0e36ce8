// The measure itself: what it notices and what it lets pass.

import { describe, expect, it } from 'vitest';
import type { Block } from '../../pipeline/types.ts';
import type { ToolPages } from './references.ts';
import { withoutRunning } from './running.ts';
import { compareWords, sum } from './words.ts';

const ours = (...marked: string[]): Block[] => marked.map((words) => ({ kind: 'paragraph', page: 1, text: words, marked: words }));

const page = (...texts: string[]): ToolPages => [texts.map((text, line) => ({ text, at: 0.3 + line / 50, opens: line === 0 }))];

const compare = (blocks: readonly Block[], mutool: ToolPages, poppler: ToolPages = mutool): ReturnType<typeof compareWords> =>
  compareWords(blocks, { mutool: { body: mutool, optional: [] }, poppler: { body: poppler, optional: [] } });

const faults = (result: ReturnType<typeof compareWords>): number[] => [sum(result.missing), sum(result.extra), result.joined.length];

describe('comparing words', () => {
  it.each<[string, Block[], ToolPages, ToolPages?]>([
    ['the same words', ours('The lamp burns.'), page('The lamp', 'burns.')],
    ['another order', ours('burns.', 'The lamp'), page('The lamp burns.')],
    ['a word joined over the end of a line', ours('the lamplight'), page('the lamp-', 'light')],
    ['its hyphen kept', ours('the lamp-light'), page('the lamp-', 'light')],
    ['struck and live words that tools glue', ours('recital (~~63~~62) is'), page('recital (6362) is')],
    ['the mark of a footnote glued to its word', ours('the lamp ¹² burns'), page('the lamp12 burns')],
    ['the same, apart', ours('the lamp ¹² burns'), page('the lamp 12 burns')],
    ['a letter added to a word', ours('two lamp**s** burn'), page('two lamp s burn')],
    ['quotes of another kind', ours('the ‘lamp’s’ oil'), page("the 'lamp's' oil")],
    ['two words that one tool glues', ours('the lamp oil'), page('the lampoil'), page('the lamp oil')],
  ])('lets pass %s', (_, blocks, mutool, poppler) => {
    expect(faults(compare(blocks, mutool, poppler))).toEqual([0, 0, 0]);
  });

  it.each<[string, Block[], ToolPages, number[]]>([
    ['a lost word', ours('the burns'), page('the lamp burns'), [1, 0, 0]],
    ['an invented word', ours('the old lamp'), page('the lamp'), [0, 1, 0]],
    ['a word said twice', ours('the lamp lamp'), page('the lamp'), [0, 1, 0]],
    ['two words joined', ours('the lampoil'), page('the lamp oil'), [2, 1, 1]],
    ['two words of another style joined', ours('the lamp**oil**'), page('the lamp oil'), [2, 1, 1]],
    ['two words joined at a full stop', ours('the lamp.Oil'), page('the lamp. Oil'), [2, 1, 0]],
    ['a word torn', ours('the la mp'), page('the lamp'), [1, 2, 0]],
    ['a wrong letter', ours('the limp'), page('the lamp'), [1, 1, 0]],
  ])('notices %s', (_, blocks, mutool, expected) => {
    expect(faults(compare(blocks, mutool))).toEqual(expected);
  });
});

describe('running lines of a tool', () => {
  const document = (foot: (number: number) => string, body: (number: number) => string): ToolPages =>
    Array.from({ length: 9 }, (_, at) => [
      { text: body(at), at: 0.12, opens: true },
      { text: foot(at), at: 0.95, opens: true },
    ]);

  it('takes away what comes back with the number of its page, and nothing that stands there once', () => {
    const { body } = withoutRunning(
      document(
        (at) => `91234/99 ${at + 5} EN`,
        (at) => `Lamp ${'x'.repeat(at + 1)} burns`,
      ),
    );
    expect(body.map((lines) => lines.length)).toEqual(Array(9).fill(1));
    expect(body.flat().some(({ text }) => text.includes('91234/99'))).toBe(false);
  });

  it('keeps figures of a table that do not count pages', () => {
    const pages = document(
      (at) => `${(at * 7919) % 1000} lamps`,
      (at) => `row ${(at * 104729) % 991}`,
    );
    expect(withoutRunning(pages).body).toEqual(pages);
  });
});
