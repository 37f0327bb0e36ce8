// Real pages and documents that changed: as few words told as changed as git tells, in fewer and longer places; nothing made of nothing; and what people noted.

import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { diffTexts } from '../../pipeline/diff/index.ts';
import { extract } from '../../pipeline/extract/index.ts';
import { byWeight } from '../../pipeline/telling.ts';
import type { Block, Hunk, TextDiff } from '../../pipeline/types.ts';
import { blocksOf, realPairs } from '../bench/diff-material.ts';
import { wordDiff } from '../bench/word-diff.ts';
import { textOf } from './ours.ts';
import { DATA, NO_DATA, pdfFiles } from './references.ts';
import { SALIENT, type Salient } from './salient.ts';

const WHERE = NO_DATA === null ? '' : ` (skipped: ${NO_DATA})`;
const PAGES = path.join(DATA, 'page-history-html');

const page = async (file: string): Promise<{ blocks: readonly Block[] }> =>
  extract({ body: readFileSync(path.join(PAGES, file)), mediaType: 'text/html', at: file }, { seconds: 60, pages: 100 });

interface Versions {
  readonly name: string;
  readonly old: { readonly blocks: readonly Block[] };
  readonly now: { readonly blocks: readonly Block[] };
}

const textVersions = (): Versions[] => realPairs().map(({ name, old, now }) => ({ name, old: blocksOf(old), now: blocksOf(now) }));

const pageVersions = async (): Promise<Versions[]> => {
  const pairs: Versions[] = [];
  for (const name of readdirSync(PAGES).sort()) {
    const files = readdirSync(path.join(PAGES, name)).sort();
    const texts = await Promise.all(files.map((file) => page(path.join(name, file))));
    for (const [at, now] of texts.slice(1).entries()) pairs.push({ name: `${name} ${at + 1}`, old: texts[at] ?? now, now });
  }
  return pairs;
};

const words = ({ summary }: TextDiff): number => summary.insertedWords + summary.deletedWords;
const partsOf = ({ parts }: Hunk, kind: 'insert' | 'delete'): string =>
  parts
    .filter((part) => part.kind === kind)
    .map(({ text }) => text)
    .join(' ');

describe.skipIf(NO_DATA !== null)(`neighbouring versions of real pages${WHERE}`, () => {
  interface Measured {
    readonly name: string;
    readonly diff: TextDiff;
    readonly git: { readonly words: number; readonly hunks: number };
  }
  let all: readonly Measured[];
  beforeAll(async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'pactwatch-'));
    const paths = [path.join(folder, 'a'), path.join(folder, 'b')] as const;
    const measured: Measured[] = [];
    for (const { name, old, now } of [...textVersions(), ...(await pageVersions())]) {
      for (const [at, { blocks }] of [old, now].entries()) writeFileSync(paths[at] ?? '', blocks.map(({ text }) => `${text}\n`).join(''));
      measured.push({ name, diff: diffTexts(old, now), git: await wordDiff(paths) });
    }
    all = measured;
  }, 120_000);

  it('tells at most 1.05 times as many words as git, for each of them', () => {
    expect(all.length).toBeGreaterThan(90);
    expect(all.filter(({ diff, git }) => words(diff) > 1.05 * git.words).map(({ name }) => name)).toEqual([]);
  });

  it('tells fewer where paragraphs moved', () => {
    const moved = all.filter(({ diff }) => diff.summary.movedParagraphs > 2);
    expect(moved.length).toBeGreaterThan(5);
    expect(moved.filter(({ diff, git }) => words(diff) >= git.words).map(({ name }) => name)).toEqual([]);
  });

  it('tells them in fewer and longer places', () => {
    const sum = (of: (one: Measured) => number): number => all.reduce((total, one) => total + of(one), 0);
    const ours = sum(({ diff }) => words(diff)) / sum(({ diff }) => diff.hunks.length);
    const theirs = sum(({ git }) => git.words) / sum(({ git }) => git.hunks);
    expect(ours / theirs).toBeGreaterThanOrEqual(1.5);
  });
});

describe.skipIf(NO_DATA !== null)(`pages that people judged${WHERE}`, () => {
  it.each(['edgi_falsepos-footer', 'edgi_falsepos-num-views'])('%s: nothing above editorial', async (name) => {
    const { hunks } = diffTexts(await page(`${name}/a.html`), await page(`${name}/b.html`));
    expect(hunks.filter(({ weight }) => weight > 0)).toEqual([]);
  });

  it('edgi_truepos-major-changes: the major ones are the first three, and hold nearly all of it', async () => {
    const { hunks } = diffTexts(await page('edgi_truepos-major-changes/a.html'), await page('edgi_truepos-major-changes/b.html'));
    const size = (some: readonly Hunk[]): number =>
      some.reduce((sum, hunk) => sum + `${partsOf(hunk, 'insert')} ${partsOf(hunk, 'delete')}`.split(/\s+/).length, 0);
    const first = byWeight(hunks).slice(0, 3);
    expect(first.map(({ weight }) => weight)).toEqual([3, 3, 3]);
    expect(size(first) / size(hunks)).toBeGreaterThan(0.9);
  });
});

describe.skipIf(NO_DATA !== null)(`ST 6406/26 and ST 8261/1/26 REV 1${WHERE}`, () => {
  let diff: TextDiff;
  beforeAll(async () => {
    const file = (name: string): string => pdfFiles().find((one) => one.includes(name)) ?? name;
    diff = diffTexts(await textOf(file('ST-6406-2026')), await textOf(file('ST-8261-1-26-REV1')));
  }, 60_000);

  const showing = ({ went, came }: Salient): readonly Hunk[] =>
    diff.hunks.filter((hunk) => (went === undefined || went.test(hunk.old)) && (came === undefined || came.test(hunk.new)));

  it.each(SALIENT)('shows what was noted: $note', (salient) => {
    expect(showing(salient).length).toBeGreaterThan(0);
  });

  it('weighs none of them as editorial', () => {
    const light = SALIENT.filter((salient) => showing(salient).every(({ weight }) => weight === 0));
    expect(light.map(({ note }) => note)).toEqual([]);
  });
});
