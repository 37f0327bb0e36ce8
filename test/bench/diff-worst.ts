// One comparison of half a million words that have little in common, in a process of its own: what it takes.

import { diffTexts } from '../../pipeline/diff/index.ts';
import { blocksOf, edited, type Lines, maker, shuffled, shuffledWords } from './diff-material.ts';

const made = maker(3);
const old = made.text(500_000);

const figures = (): Lines =>
  old.map((line) =>
    line
      .split(' ')
      .map(() => String(Math.floor(made.random() * 10)))
      .join(' '),
  );

const KINDS: Readonly<Record<string, () => readonly [Lines, Lines]>> = {
  unrelated: () => [old, maker(4).text(500_000)],
  'shuffled words': () => [old, shuffledWords(old, made.random)],
  'shuffled paragraphs': () => [old, shuffled(old, made.random)],
  'one paragraph': () => [[old.join(' ')], [edited(old, 0.1, made).join(' ')]],
  figures: () => [figures(), figures()],
};

const [before, after] = KINDS[process.argv[2] ?? '']?.() ?? [[], []];
const [a, b] = [blocksOf(before), blocksOf(after)];
const base = process.memoryUsage().rss;
const start = performance.now();
diffTexts(a, b);
const milliseconds = Math.round(performance.now() - start);
const megabytes = Math.round(process.resourceUsage().maxRSS / 1_024);
process.stdout.write(JSON.stringify({ milliseconds, megabytes, base: Math.round(base / 1_048_576) }));
