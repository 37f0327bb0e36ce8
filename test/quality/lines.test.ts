// The rule for running lines on a text that somebody else took from a PDF, page by page, and that people then cleaned by hand.

import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Line, Sheet } from '../../pipeline/extract/pdf/lines.ts';
import { findRunning } from '../../pipeline/extract/pdf/running.ts';
import { DATA } from './references.ts';

const FOLDER = path.join(DATA, 'law-chain-ai-act');
const MISSING = existsSync(FOLDER) ? '' : ' (skipped: the real documents do not lie beside the repository)';

const [TOP, PITCH] = [60, 13];

/** Lines without places get some: from the top of the page on; the last two stand at its foot, as they were read last. */
const linesOf = (text: string, page: number): Line[] => {
  const sheet: Sheet = { page, width: 595, height: 842 };
  const texts = text.split('\n').map((line) => line.replace(/\s+/g, ' ').trim());
  const written = texts.filter((line) => line !== '');
  return written.map((line, at) => ({
    sheet,
    text: line,
    cells: [],
    x: 56,
    right: 540,
    y: at < written.length - 2 ? Math.min(TOP + at * PITCH, 720) : 790 + (at - written.length + 2) * PITCH,
    size: 12,
    font: '',
    artifact: false,
    turned: false,
    box: null,
    raised: false,
  }));
};

/** The people who cleaned it took the footnotes away as well: what stands below a line of spaces. */
const withoutFootnotes = (page: string): string => page.replace(/\n {40,}\n[\s\S]*?(?=\n[^\n]*\n[^\n]*\s*$)/, '');

const wordsOf = (text: string): Map<string, number> => {
  const words = new Map<string, number>();
  // Hyphens at the end of a line became spaces by hand.
  for (const word of text.replace(/-\s/g, ' ').split(/\s+/)) words.set(word, (words.get(word) ?? 0) + 1);
  return words;
};

const more = (a: Map<string, number>, b: Map<string, number>): number =>
  [...a].reduce((sum, [word, n]) => sum + Math.max(0, n - (b.get(word) ?? 0)), 0);

describe.skipIf(MISSING !== '')(`running lines of a text of 208 pages${MISSING}`, () => {
  const read = (name: string): string => readFileSync(path.join(FOLDER, `2_council_ST-15698-2022-INIT_EN-${name}.txt`), 'utf8');

  it('goes without them as when cleaned by hand', () => {
    const cleaned = read('cleaned');
    const pages = read('raw')
      .split('--<PAGE>--')
      .map((page) => withoutFootnotes(page.trimEnd()));
    const lines = pages.flatMap((page, at) => linesOf(page, at + 1));
    const running = findRunning(lines, [...new Set(lines.map(({ sheet }) => sheet))], null).lines;
    const rest = lines.filter((line) => !running.has(line)).map(({ text }) => text);
    // They began with the first recital.
    const ours = wordsOf(rest.slice(rest.findIndex((line) => line.startsWith('(1) '))).join('\n'));
    const theirs = wordsOf(cleaned);
    const words = cleaned.split(/\s+/).length;
    expect(1 - more(theirs, ours) / words, 'recall').toBeGreaterThanOrEqual(0.999);
    expect(1 - more(ours, theirs) / words, 'precision').toBeGreaterThanOrEqual(0.999);
    expect(rest.filter((line) => /^15698\/22|TREE\.2\.B/.test(line)).slice(1)).toEqual([]);
  });
});
