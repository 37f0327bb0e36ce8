import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { applyPatch } from 'diff';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatDiff } from '../../pipeline/diff/format/index.ts';
import { blocks, diffOf, NASTY } from './samples.ts';

const patchOf = (old: readonly string[], now: readonly string[], names: { oldName?: string; newName?: string } = {}) => {
  const sides = { oldName: 'old.txt', newName: 'new.txt', ...names, oldBlocks: blocks(...old), newBlocks: blocks(...now) };
  return formatDiff(diffOf(), 'patch', { sides, colour: false });
};
const flat = (lines: readonly string[]): string => lines.map((line) => `${line}\n`).join('');

const applied = (old: readonly string[], now: readonly string[]): string | false => {
  const patch = patchOf(old, now);
  return patch === '' ? flat(old) : applyPatch(flat(old), patch);
};

/** Few different lines make many that are alike. */
const lines = fc.array(
  fc
    .oneof(fc.constantFrom('', 'a', 'b', 'c', ' ', '-a', '+b', '@@ -1,1 +1,1 @@', '\\ No newline'), fc.string())
    .map((l) => l.replace(/[\r\n]/g, '')),
  {
    maxLength: 60,
  },
);

describe('patch', () => {
  it('has three lines around a change, and tells changes close together as one', () => {
    const old = Array.from({ length: 30 }, (_, i) => `line ${i + 1}`);
    const now = old.map((line, i) => ([9, 15, 25].includes(i) ? `${line} now` : line));
    expect(
      patchOf(old, now)
        .split('\n')
        .filter((line) => line.startsWith('@@')),
    ).toEqual(['@@ -7,13 +7,13 @@', '@@ -23,7 +23,7 @@']);
  });

  it('is empty where the texts are the same', () => {
    expect(patchOf(['a', 'b'], ['a', 'b'])).toBe('');
    expect(patchOf([], [])).toBe('');
  });

  it('gives the new text when applied to the old one', () => {
    fc.assert(
      fc.property(lines, lines, (old, now) => {
        expect(applied(old, now)).toBe(flat(now));
      }),
      { numRuns: 1_000 },
    );
  });

  it('gives the new text after edits of a few lines of a longer one', () => {
    const edits = fc.array(
      fc.record({ at: fc.nat(200), gone: fc.nat(3), come: fc.array(fc.constantFrom('', 'a', 'new'), { maxLength: 3 }) }),
      { maxLength: 20 },
    );
    const long = fc.array(fc.constantFrom<string>('a', 'b', 'c', 'd e f', ''), { minLength: 100, maxLength: 200 });
    fc.assert(
      fc.property(long, edits, (old, changes) => {
        const now = [...old];
        for (const { at, gone, come } of changes) now.splice(at, gone, ...come);
        expect(applied(old, now)).toBe(flat(now));
      }),
    );
  });

  it('shows only what changed of lines that stand many times', () => {
    const old = Array.from({ length: 300 }, (_, i): string => (i % 2 === 0 ? 'x' : 'y'));
    const now = old.toSpliced(100, 1, 'z');
    expect(
      patchOf(old, now)
        .split('\n')
        .filter((line) => /^[-+](?![-+])/.test(line)).length,
    ).toBeLessThan(6);
  });

  it.each([
    ['unrelated', (i: number) => `old ${i}`, (i: number) => `new ${i}`],
    ['of few words', (i: number) => `${i % 7}`, (i: number) => `${i % 11}`],
    ['the other way round', (i: number) => `line ${i}`, (i: number) => `line ${20_000 - i}`],
  ])('takes 20,000 lines in time: %s', (_, old, now) => {
    const [a, b] = [Array.from({ length: 20_000 }, (_l, i) => old(i)), Array.from({ length: 20_000 }, (_l, i) => now(i))];
    const started = performance.now();
    const patch = patchOf(a, b);
    expect(performance.now() - started).toBeLessThan(5_000);
    expect(applyPatch(flat(a), patch)).toBe(flat(b));
  });

  it('keeps a block with line breaks on one line', () => {
    expect(patchOf(['a\nb\r\nc', 'd\r'], ['a b c', 'd\r', '+++ e'])).toMatch(/\n@@ -1,2 \+1,3 @@\n a b c\n d \n\+\+\+\+ e\n$/);
  });

  it('has no room in its names for anything but names', () => {
    for (const name of NASTY) {
      const [first = '', second = '', third = ''] = patchOf(['a'], ['b'], { oldName: `${name}\n@@ x`, newName: name }).split('\n');
      expect([first.slice(0, 4), second.slice(0, 4), third]).toEqual(['--- ', '+++ ', '@@ -1,1 +1,1 @@']);
    }
    expect(patchOf(['a'], ['b'], { oldName: 'the old text.pdf' })).toContain('--- the old text.pdf\t\n');
  });

  it('is taken by git', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'pactwatch-patch-'));
    const [old, now] = [
      ['a', 'b', '', ...NASTY.map((l) => l.replace(/\p{Cs}/gu, ''))],
      ['a', '-- c', '', ...NASTY.slice(3).map((l) => l.replace(/\p{Cs}/gu, ''))],
    ];
    writeFileSync(path.join(folder, 'text.txt'), flat(old));
    const input = patchOf(old, now, { oldName: 'text.txt', newName: 'text.txt' });
    execFileSync('git', ['apply', '-p0', '--whitespace=nowarn'], { cwd: folder, input });
    expect(readFileSync(path.join(folder, 'text.txt'), 'utf8')).toBe(flat(now));
    rmSync(folder, { recursive: true });
  });
});
