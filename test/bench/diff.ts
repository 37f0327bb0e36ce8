// The diff of two texts, hunks with places and weights included, against `git diff --word-diff` with its start, wdiff and npm diff's diffWords: many
// small pairs, texts of half a million words, how many words are told as changed, and what the worst input takes in a process of its own.

import { execFile } from 'node:child_process';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { diffWords } from 'diff';
import { compareTexts } from '../../pipeline/diff/compare/compare.ts';
import { diffTexts } from '../../pipeline/diff/index.ts';
import { blocksOf, clustered, edited, type Lines, madeUpPairs, maker, type Pair, realPairs } from './diff-material.ts';
import { compare } from './measure.ts';
import { wordDiff } from './word-diff.ts';

const execute = promisify(execFile);
const PAIRS = 300;
const WORST_SCRIPT = fileURLToPath(new URL('./diff-worst.ts', import.meta.url));
const OUTPUT = { maxBuffer: 1 << 29 };

/** Both end with 1 when the files differ. */
const run = (command: string, args: readonly string[]): Promise<unknown> => execute(command, args, OUTPUT).catch(() => undefined);

const isInstalled = (command: string): Promise<boolean> =>
  execute(command, ['--version']).then(
    () => true,
    () => false,
  );

const written = async (folder: string, { old, now }: Pair, at = 0): Promise<readonly [string, string]> => {
  const paths = [join(folder, `a${at}`), join(folder, `b${at}`)] as const;
  await writeFile(paths[0], `${old.join('\n')}\n`);
  await writeFile(paths[1], `${now.join('\n')}\n`);
  return paths;
};

const git = (paths: readonly [string, string]): Promise<unknown> =>
  run('git', ['diff', '--no-index', '--text', '--word-diff=porcelain', ...paths]);

const ours = ({ old, now }: Pair) => diffTexts(blocksOf(old), blocksOf(now));

const many = async (folder: string): Promise<void> => {
  const real = realPairs();
  const some = real.length > 0 ? real : madeUpPairs(60);
  const pairs = Array.from({ length: PAIRS }, (_, at) => some[at % some.length] as Pair);
  const paths = await Promise.all(some.map((pair, at) => written(folder, pair, at)));
  const theirs = async (): Promise<void> => {
    for (let at = 0; at < PAIRS; at += 1) await git(paths[at % some.length] as readonly [string, string]);
  };
  const title = `${PAIRS} pairs of neighbouring versions (${some.length} different ones, ${real.length > 0 ? 'real' : 'made-up'})`;
  await compare(title, { ours: () => pairs.map(ours), theirs, theirName: 'a loop of git diff --word-diff' }, 3);
  await counts(folder, some, paths);
};

const counts = async (folder: string, pairs: readonly Pair[], paths: readonly (readonly [string, string])[]): Promise<void> => {
  const totals = { words: 0, hunks: 0, gitWords: 0, gitHunks: 0, worst: 0 };
  for (const [at, pair] of pairs.entries()) {
    const { summary, hunks } = ours(pair);
    const theirs = await wordDiff(paths[at] ?? [folder, folder]);
    const words = summary.insertedWords + summary.deletedWords;
    totals.words += words;
    totals.hunks += hunks.length;
    totals.gitWords += theirs.words;
    totals.gitHunks += theirs.hunks;
    totals.worst = Math.max(totals.worst, theirs.words === 0 ? 0 : words / theirs.words);
  }
  const { words, hunks, gitWords, gitHunks, worst } = totals;
  process.stdout.write(
    `words told as changed: pactwatch ${words}, git ${gitWords}, ratio ${(words / gitWords).toFixed(3)} (worst pair ${worst.toFixed(3)}); ` +
      `words a hunk ${(words / hunks).toFixed(1)} and ${(gitWords / gitHunks).toFixed(1)}, ratio ${(words / hunks / (gitWords / gitHunks)).toFixed(2)}\n`,
  );
};

const large = async (folder: string): Promise<void> => {
  const made = maker(7);
  const old = made.text(500_000);
  const hasWdiff = await isInstalled('wdiff');
  if (!hasWdiff) process.stdout.write('wdiff is not installed: nothing to compare with\n');
  const versions: readonly (readonly [string, Lines])[] = [
    ['0.1 % of the words', edited(old, 0.001, made)],
    ['1 % of the words', edited(old, 0.01, made)],
    ['10 % of the words', edited(old, 0.1, made)],
    ['a tenth of the paragraphs', clustered(old, made)],
  ];
  for (const [name, now] of versions) {
    const pair = { name, old, now };
    const paths = await written(folder, pair);
    const title = `500,000 words, ${name} edited`;
    const theirs = () => git(paths);
    const theirName = 'git diff --word-diff';
    await compare(title, { ours: () => ours(pair), theirs, theirName }, 5);
    // git tells neither where a change stands nor what it weighs.
    await compare(`${title}, words alone`, { ours: () => compareTexts(blocksOf(old), blocksOf(now)), theirs, theirName }, 5);
    if (hasWdiff) await compare(title, { ours: () => ours(pair), theirs: () => run('wdiff', paths), theirName: 'wdiff' }, 3);
  }
};

const againstWords = async (): Promise<void> => {
  const made = maker(5);
  const old = made.text(100_000);
  const now = clustered(old, made);
  const [a, b] = [old.join('\n'), now.join('\n')];
  const theirs = (): unknown => diffWords(a, b);
  await compare(
    '100,000 words, a tenth of the paragraphs edited',
    { ours: () => ours({ name: '', old, now }), theirs, theirName: 'diffWords' },
    1,
  );
};

const worst = async (): Promise<void> => {
  for (const kind of ['unrelated', 'shuffled words', 'shuffled paragraphs', 'one paragraph', 'figures']) {
    const { stdout } = await execute(process.execPath, ['--import', 'tsx', WORST_SCRIPT, kind]);
    const { milliseconds, megabytes, base } = JSON.parse(stdout) as { milliseconds: number; megabytes: number; base: number };
    process.stdout.write(
      `500,000 words, ${kind}: ${milliseconds} ms, at most ${megabytes} MB (${base} MB of them the two texts and the program)\n`,
    );
  }
};

export const diff = async (): Promise<void> => {
  const folder = await mkdtemp(join(tmpdir(), 'pactwatch-bench-'));
  await many(folder);
  await large(folder);
  await againstWords();
  await worst();
};
