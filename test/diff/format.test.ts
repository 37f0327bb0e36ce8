import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Format, formatDiff } from '../../pipeline/diff/format/index.ts';
import type { Hunk } from '../../pipeline/types.ts';
import { diffOf, hunk, NASTY, nastyDiff, partsOf, sides } from './samples.ts';

const shall = partsOf('Europol', '-shall', '+should', 'report <twice> a year.');
const legal = hunk(shall, { place: 'Article 5(2)', oldPage: 3, newPage: 4, weight: 3, why: 'legal force: −shall +should' });
const print = (format: Format, hunks: readonly Hunk[] = [legal], colour = false) =>
  formatDiff(diffOf(...hunks), format, { sides, colour, width: 80 });

describe('words', () => {
  it('a line says where and why, the next shows the words; the last line counts', () =>
    expect(print('words')).toBe(`@ Article 5(2) · p. 3 → 4 · legal force: −shall +should
Europol [-shall-] {+should+} report <twice> a year.

1 change of substance; 1 word inserted, 1 deleted.
`));

  it('in colour: struck and underlined too, so that red and green need not be told apart', () => {
    expect(print('words', [legal], true)).toContain(
      'Europol \u001b[31;9mshall\u001b[39;29m \u001b[32;4mshould\u001b[39;24m report <twice> a year.',
    );
  });

  it('a move says from where to where, and shows what was edited within', () => {
    const moved = hunk(shall, { kind: 'move', why: 'moved and edited: legal force: −shall +should', oldPage: 3, newPage: 9 });
    expect(print('words', [moved])).toContain(
      '@ moved from p. 3 to p. 9 and edited: legal force: −shall +should\nEuropol [-shall-] {+should+}',
    );
    expect(print('words', [{ ...moved, oldPage: 9 }])).toContain('@ moved within p. 9 and edited');
    const elsewhere = hunk(partsOf('Keepers meet.'), { kind: 'move', why: 'moved from Article 3 to Article 7', oldPage: 3, newPage: 9 });
    expect(print('words', [elsewhere])).toContain('@ p. 3 → 9 · moved from Article 3 to Article 7\nKeepers meet.\n');
  });

  it('pages are told as far as they are known', () => {
    const pages = (over: Partial<Hunk>) => print('words', [hunk(shall, { why: '', ...over })]).split('\n')[0];
    expect(pages({ oldPage: 2, newPage: 2 })).toBe('@ p. 2');
    expect(pages({ oldPage: 2 })).toBe('@ p. 2 of the old text');
    expect(pages({ newPage: 2 })).toBe('@ p. 2 of the new text');
    expect(pages({ kind: 'insert', newPage: 2 })).toBe('@ p. 2');
    expect(pages({})).toBe('@');
  });

  it('paragraphs stand below each other, each with its marks', () =>
    expect(print('words', [hunk(partsOf('-one\ntwo', '+three\nfour', 'end'))])).toContain('[-one-]\n[-two-]\n{+three+}\n{+four+} end\n'));

  it('of a long stretch that stayed only the ends are shown', () => {
    const words = Array.from({ length: 90 }, (_, i) => `w${i}`).join(' ');
    expect(print('words', [hunk(partsOf('-a', words, '+b'))])).toMatch(/\[-a-\] w0 .* w19 … w70 .* w89 \{\+b\+\}/);
  });
});

describe('counts', () => {
  const count = (...weights: readonly (0 | 1 | 2 | 3)[]) =>
    print(
      'words',
      weights.map((weight) => hunk(partsOf('+a'), { weight })),
    )
      .trimEnd()
      .split('\n')
      .at(-1);

  it('name the kinds from the heaviest on', () => {
    expect(count(0, 3, 2, 3, 0)).toBe('5 changes: 2 of substance, 1 of figures, 2 editorial; 5 words inserted.');
    expect(count(1, 1)).toBe('2 changes of wording; 2 words inserted.');
    expect(count(0)).toBe('1 editorial change; 1 word inserted.');
  });

  it('leave out what there is none of', () => {
    const moved = hunk(partsOf('Keepers meet.'), { kind: 'move', weight: 0, why: 'moved' });
    expect(print('words', [moved])).toContain('1 editorial change; 1 paragraph moved.');
    const summary = { insertedWords: 12_345, deletedWords: 0, movedParagraphs: 2 };
    expect(formatDiff({ ...diffOf(legal), summary }, 'words', { sides, colour: false })).toContain(
      '12,345 words inserted, 2 paragraphs moved.',
    );
  });

  it('say so when nothing changed', () => {
    for (const format of ['words', 'lines'] as const) expect(print(format, [])).toBe('No difference in the text.\n');
    expect(print('side', [])).toContain('No difference in the text.');
    expect(print('html', [])).toContain('No difference in the text.');
  });
});

describe('lines', () => {
  it('the old above the new', () => {
    expect(print('lines')).toContain('\n- Europol shall report <twice> a year.\n+ Europol should report <twice> a year.\n');
    expect(print('lines', [hunk(partsOf('+one\ntwo'), { kind: 'insert', old: '' })])).toContain('\n+ one\n  two\n');
  });

  it('a paragraph that only moved once, an edited one twice', () => {
    expect(print('lines', [hunk(partsOf('Keepers meet.'), { kind: 'move' })])).toContain('\n~ Keepers meet.\n');
    expect(print('lines', [hunk(shall, { kind: 'move' })])).toContain('\n- Europol shall');
  });
});

describe('json', () => {
  it('has the documented fields and no others', () => {
    const parsed = JSON.parse(print('json'));
    expect(Object.keys(parsed)).toEqual(['equal', 'hunks', 'summary']);
    expect(parsed.hunks).toEqual([
      {
        kind: 'replace',
        weight: 3,
        aspects: ['wording'],
        why: 'legal force: −shall +should',
        place: 'Article 5(2)',
        old: 'Europol shall report <twice> a year.',
        new: 'Europol should report <twice> a year.',
        oldPage: 3,
        newPage: 4,
      },
    ]);
  });

  it('keeps every character, and lets none act on a terminal', () => {
    const text = NASTY.join(' ');
    const json = print('json', [hunk([{ kind: 'insert', text }])]);
    expect(json).not.toMatch(/[^\n\P{Cc}]|\p{Cf}/u);
    expect(JSON.parse(json).hunks[0].new).toBe(text);
  });
});

it('nothing that a text says reaches a terminal as a command, in any format for it', () => {
  fc.assert(
    fc.property(nastyDiff, fc.constantFrom<Format>('words', 'side', 'lines', 'json'), fc.constantFrom(...NASTY), (diff, format, name) => {
      const printed = formatDiff(diff, format, { sides: { ...sides, oldName: name }, colour: false });
      expect(printed).not.toMatch(/[^\n\P{Cc}]|[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u);
    }),
  );
});

it('what cannot be printed is shown, not lost', () =>
  expect(print('words', [hunk([{ kind: 'insert', text: 'a\u001b[2Jb \u009b1m \u202ec\u0000' }])])).toContain(
    '{+a␛[2Jb ⟨U+009B⟩1m ⟨U+202E⟩c␀+}',
  ));
