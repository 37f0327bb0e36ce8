// The word diff of two versions of a long text against `git diff --word-diff`, its start included.

import { execFile } from 'node:child_process';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { diffTexts } from '../../pipeline/diff/index.ts';
import type { Block } from '../../pipeline/types.ts';
import { compare } from './measure.ts';

const execute = promisify(execFile);
const WORDS = 100_000;
const VOCABULARY = 8_000;

/** The same numbers at every run. */
const chance = (seed: number) => () => {
  // biome-ignore lint/suspicious/noAssignInExpressions: a linear congruential generator is one line
  return (seed = (seed * 1_664_525 + 1_013_904_223) % 4_294_967_296) / 4_294_967_296;
};

export const diff = async (): Promise<void> => {
  const random = chance(7);
  const paragraphs = Array.from({ length: WORDS / 50 }, () => Array.from({ length: 50 }, () => `w${Math.floor(random() * VOCABULARY)}`));
  const folder = await mkdtemp(join(tmpdir(), 'pactwatch-bench-'));
  for (const share of [0.001, 0.01, 0.1]) {
    const edited = paragraphs.map((words) => words.map((word) => (random() < share ? `e${Math.floor(random() * VOCABULARY)}` : word)));
    const [a, b] = [paragraphs, edited].map((version) => version.map((words) => words.join(' ')));
    await writeFile(join(folder, 'a'), (a ?? []).join('\n'));
    await writeFile(join(folder, 'b'), (b ?? []).join('\n'));
    const blocks = (version: readonly string[] = []): { blocks: Block[] } => ({
      blocks: version.map((text) => ({ kind: 'paragraph', page: null, text, marked: text })),
    });
    await compare(`diff of ${WORDS} words, ${share * 100} % edited`, {
      ours: () => diffTexts(blocks(a), blocks(b)),
      // git ends with 1 when the files differ.
      theirs: () =>
        execute('git', ['diff', '--no-index', '--word-diff=porcelain', join(folder, 'a'), join(folder, 'b')], { maxBuffer: 1 << 28 }).catch(
          () => undefined,
        ),
      theirName: 'git diff --word-diff',
    });
  }
};
