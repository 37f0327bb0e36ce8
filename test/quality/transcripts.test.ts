// Our reading of two Council compromise texts against careful human transcriptions: what they quote as the text stands in the reading text,
// what they call deleted is struck.

import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { readRuns } from '../../pipeline/marks.ts';
import type { Block } from '../../pipeline/types.ts';
import { lettersOf, textOf } from './ours.ts';
import { type Passages, passagesOf } from './passages.ts';
import { DATA, MISSING, pdfFiles } from './references.ts';

const FOLDER = path.join(DATA, 'council-transcripts');
const WHERE = MISSING === null ? '' : ` (skipped: ${MISSING})`;

/**
 * Where the transcription is wrong and the page, looked at as a picture, shows it: it strikes the whole line in which some words are struck, or puts
 * inserted words among the struck ones. Beginnings of the hashes of what it calls deleted.
 */
const WRONG: ReadonlySet<string> = new Set(
  (
    '22228b3e 25d0be96 27e859ef 5a31f17d d673d419 d38ac6ee 45036f48 7c3e6a0a f238d5bc d8d2f2ef cf2899ff 6321961c e3ed48a5 ' +
    'd7208e50 3f591b72 ab7d4b60 7357ea56 12c8a0d8 1e83ce20 f908b41b b1d4b52c c5686b28 4761f36f af1bc10a 0cdf4192 927c90c2 ' +
    '5b5f2b68 c1c4cddd 79f86b70'
  ).split(' '),
);

const keyOf = (passage: string): string => createHash('sha256').update(lettersOf(passage)).digest('hex').slice(0, 8);

const quotedIn = (name: string): Passages => {
  const found = readdirSync(FOLDER)
    .filter((file) => file.startsWith(name))
    // The one table that is the document's.
    .map((file) => passagesOf(readFileSync(path.join(FOLDER, file), 'utf8'), file.includes('_sdg-')));
  return { live: found.flatMap(({ live }) => live), deleted: found.flatMap(({ deleted }) => deleted) };
};

const RUN = 5;

/** As a share of its words: those that stand in runs of five in the text. The transcriptions leave out a struck word too many here and there. */
const foundOf = (passage: string, text: string): number => {
  const words = passage
    .split(/\s+/)
    .map(lettersOf)
    .filter((word) => word !== '');
  if (text.includes(words.join(''))) return 1;
  const found = new Set<number>();
  for (let at = 0; at + RUN <= words.length; at += 1) {
    if (text.includes(words.slice(at, at + RUN).join(''))) for (let word = at; word < at + RUN; word += 1) found.add(word);
  }
  return found.size / words.length;
};

/** All letters of a text, with a sign for each that tells whether it is struck. */
interface Letters {
  readonly all: string;
  readonly struck: string;
  readonly signs: string;
}

const lettersWithMarks = (blocks: readonly Block[]): Letters => {
  const runs = blocks.flatMap(({ marked }) => readRuns(marked)).map(({ text, struck }) => ({ letters: lettersOf(text), struck }));
  return {
    all: runs.map(({ letters }) => letters).join(''),
    struck: runs.map(({ letters, struck }) => (struck ? letters : '')).join(''),
    signs: runs.map(({ letters, struck }) => (struck ? '~' : ' ').repeat(letters.length)).join(''),
  };
};

/** As a share of its letters, where the most of them are. A point's number before struck words is often live. */
const struckOf = (passage: string, { all, struck, signs }: Letters): number => {
  const letters = lettersOf(passage);
  if (struck.includes(letters)) return 1;
  let best = 0;
  for (let at = all.indexOf(letters); at !== -1; at = all.indexOf(letters, at + 1)) {
    best = Math.max(best, signs.slice(at, at + letters.length).replaceAll(' ', '').length / letters.length);
  }
  return best;
};

describe.skipIf(MISSING !== null)(`what people transcribed${WHERE}`, () => {
  describe.each(['ST-6406-2026', 'ST-8261-1-26-REV1'])('%s', (name) => {
    let body: readonly Block[];
    beforeAll(async () => {
      const text = await textOf(pdfFiles().find((file) => file.includes(name)) ?? name);
      body = text.blocks.filter(({ kind }) => kind !== 'footnote');
    }, 60_000);

    it('stands in the reading text', () => {
      const text = lettersOf(body.map((block) => block.text).join(' '));
      const { live } = quotedIn(name);
      const lost = live.filter((passage) => foundOf(passage, text) < 0.85);
      expect(live.length).toBeGreaterThan(50);
      expect(1 - lost.length / live.length, lost.join('\n')).toBeGreaterThanOrEqual(0.97);
    });

    it('is struck where it is called deleted', () => {
      const letters = lettersWithMarks(body);
      const { deleted } = quotedIn(name);
      const kept = deleted.filter((passage) => struckOf(passage, letters) < 0.8);
      expect(deleted.length).toBeGreaterThan(4);
      expect(kept.filter((passage) => !WRONG.has(keyOf(passage)))).toEqual([]);
    });
  });
});
