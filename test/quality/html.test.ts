// Real pages, where they lie beside the repository; elsewhere these tests are skipped. Labelled pairs of versions say what a reader cares
// about, and parse5 says what a page holds. Nothing of the pages' words is repeated here.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { decodeHtml } from '../../pipeline/extract/html/decode.ts';
import { readHtml, readTree } from '../../pipeline/extract/html/html.ts';
import { readCarefully } from '../../pipeline/extract/html/parse.ts';
import { readingOf } from '../../pipeline/marks.ts';
import type { Block } from '../../pipeline/types.ts';

const DATA = path.resolve(import.meta.dirname, '../../../shared/data');
const HISTORY = path.join(DATA, 'page-history-html');
const FOLDERS = ['html', 'html-snippets', 'page-history-html'].map((name) => path.join(DATA, name));
const at = 'https://example.eu/page.html';

const here = FOLDERS.every((folder) => existsSync(folder));
if (!here) process.stdout.write(`The quality of HTML is not tested: ${DATA} is not there.\n`);
const files = here
  ? FOLDERS.flatMap((folder) => readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => path.join(folder, name)))
  : [];
const pages = files.filter((file) => file.endsWith('.html')).map((file): readonly [string, string] => [path.relative(DATA, file), file]);
const pairs = here ? readdirSync(HISTORY).filter((name) => name.startsWith('edgi_')) : [];

const blocksOf = async (file: string): Promise<readonly Block[]> => (await readHtml({ body: readFileSync(file), at })).blocks;
const textOf = async (folder: string, version: string): Promise<string> =>
  (await blocksOf(path.join(HISTORY, folder, `${version}.html`))).map((block) => block.text).join('\n');
const wordsOf = (text: string): string[] => text.match(/[\p{L}\p{N}]+/gu) ?? [];

describe.skipIf(!here)('real pages', () => {
  it.each(pairs.filter((name) => name.includes('falsepos')))('%s: no change that a reader would care about', async (name) => {
    const [a, b] = [await textOf(name, 'a'), await textOf(name, 'b')];
    expect(b === a).toBe(true);
    expect(wordsOf(a).length).toBeGreaterThan(40);
  });

  it.each(pairs.filter((name) => name.includes('truepos')))('%s: a change that shows', async (name) => {
    const [a, b] = [await textOf(name, 'a'), await textOf(name, 'b')].map((text) => new Set(text.split('\n')));
    expect([...(a ?? [])].filter((line) => !b?.has(line)).length).toBeGreaterThan(5);
  });

  it.each(pages)('%s: the same as with the full parser', async (_, file) => {
    const full = await readTree(await readCarefully(decodeHtml(readFileSync(file))), { at });
    const blocks = await blocksOf(file);
    expect(JSON.stringify(blocks) === JSON.stringify(full.blocks)).toBe(true);
    expect(blocks.filter((block) => readingOf(block.marked) !== block.text)).toHaveLength(0);
  });

  // Law is nothing but text: of its body, next to all words must stand.
  it.each(pages.filter(([name]) => /eurlex|texts-adopted/.test(name)))('%s: no words lost', async (_, file) => {
    const source = decodeHtml(readFileSync(file));
    const { load } = await import('cheerio');
    const $ = load(source);
    $('script, style').remove();
    // Blocks have no white space between them in the source; taken apart, so that words do not run together.
    $('p, td, th, li, div, br').after(' ');
    const all = wordsOf($('body').text()).length;
    const found = wordsOf((await blocksOf(file)).map((block) => block.text).join('\n')).length;
    expect(found / all).toBeGreaterThan(0.995);
  });
});
