// Marked words of ours against pages marked by hand from rendered pictures. The truth holds no words: each is the beginning of the
// hash of its letters.

import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Run, readRuns } from '../../pipeline/marks.ts';
import type { Block } from '../../pipeline/types.ts';
import { readAgain, textOf } from './ours.ts';
import { DATA, run } from './references.ts';

export type Mark = 'struck' | 'underlined' | 'bold';

/** One page as a person saw it: the keys of its marked words, in reading order. */
export interface TruePage extends Readonly<Record<Mark, readonly string[]>> {
  readonly file: string;
  readonly page: number;
}

export const truePages = (): TruePage[] =>
  ['a', 'b'].flatMap((half) => {
    const json = readFileSync(path.join(import.meta.dirname, `marks-${half}.json`), 'utf8');
    return (JSON.parse(json) as { pages: TruePage[] }).pages;
  });

/** '' for what has no letters and no figures. */
const keyOf = (word: string): string => {
  const letters = word
    // A footnote's mark is a figure for whoever reads the page.
    .replace(/[⁰¹²³⁴-⁹]/g, (mark) => mark.normalize('NFKC'))
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
  return letters === '' ? '' : createHash('sha256').update(letters).digest('hex').slice(0, 5);
};

/** One word as a list of pieces that look alike. */
type Word = readonly Run[];

/** White space parts words, and so does the border between struck and live. */
const wordsOf = (runs: readonly Run[]): Word[] => {
  const words: Run[][] = [[]];
  for (const run of runs) {
    for (const text of run.text.split(/(\s+)/)) {
      const last = words.at(-1)?.at(-1);
      if (/^\s*$/.test(text) || (last !== undefined && last.struck !== run.struck)) words.push([]);
      if (/\S/.test(text)) words.at(-1)?.push({ ...run, text });
    }
  }
  return words.filter((word) => word.length > 0);
};

/** Ways in which a person may have written a marked word: whole, its marked part only, or in the halves of its hyphen. */
const waysOf = (word: Word, mark: Mark): string[][] => {
  const whole = word.map(({ text }) => text).join('');
  const part = word
    .filter((run) => run[mark])
    .map(({ text }) => text)
    .join('');
  if (part === '') return [];
  return [[whole], [part], part.split(/[-/]/)].map((way) => way.map(keyOf).filter((key) => key !== '')).filter((way) => way.length > 0);
};

const markedWords = (blocks: readonly Block[], mark: Mark): string[][][] =>
  blocks
    .flatMap(({ marked }) => wordsOf(readRuns(marked)))
    .map((word) => waysOf(word, mark))
    .filter((ways) => ways.length > 0);

const take = (left: string[], way: readonly string[]): boolean => {
  if (!way.every((key) => left.includes(key))) return false;
  for (const key of way) if (left.includes(key)) left.splice(left.indexOf(key), 1);
  return true;
};

/** The page alone, in a file of its own: where it begins and ends is certain then. */
const pageAlone = async ({ file, page }: TruePage): Promise<readonly Block[]> => {
  const folder = mkdtempSync(path.join(tmpdir(), 'pactwatch-quality-'));
  const alone = path.join(folder, 'page.pdf');
  await run('pdfseparate', ['-f', `${page}`, '-l', `${page}`, path.join(DATA, file), alone]);
  const { blocks } = await readAgain(alone);
  rmSync(folder, { recursive: true });
  return blocks;
};

export interface Score {
  readonly right: number;
  /** Words that we mark and nobody saw marked, and the reverse; keys. */
  readonly wrong: readonly string[];
  readonly missed: readonly string[];
}

/** A page alone cannot show which of its lines run through the document, so only what stands in the whole document's text counts. */
export const scoreOf = async (truth: TruePage): Promise<Readonly<Record<Mark, Score>>> => {
  const alone = await pageAlone(truth);
  const near = (await textOf(truth.file)).blocks.filter(({ page }) => page === truth.page || page === truth.page - 1);
  const score = (mark: Mark): Score => {
    const kept = markedWords(near, mark).map(([way]) => way?.join() ?? '');
    const ours = markedWords(alone, mark)
      .filter(([way]) => take(kept, [way?.join() ?? '']))
      // What can be written in one way only comes first.
      .sort((a, b) => new Set(a.map(String)).size - new Set(b.map(String)).size);
    const left = [...truth[mark]];
    const wrong = ours.filter((ways) => !ways.some((way) => take(left, way))).map(([way]) => way?.join() ?? '');
    return { right: ours.length - wrong.length, wrong, missed: left };
  };
  return { struck: score('struck'), underlined: score('underlined'), bold: score('bold') };
};
