// What pages carry besides their text must not count as a change, in whatever frame it stands; what they say must.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sameWords } from '../../pipeline/diff/compare/typography.ts';
import { extract } from '../../pipeline/extract/index.ts';
import type { Block } from '../../pipeline/types.ts';
import { articleOf, FRAMES, NOISE, pageOf } from '../replica/noise.ts';

const LIMITS = { seconds: 60, pages: 100, megabytes: 10, memory: 512 };
const read = async (body: string | Uint8Array): Promise<readonly Block[]> => {
  const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body;
  return (await extract({ body: bytes, mediaType: 'text/html', at: 'https://coast.example/note' }, LIMITS)).blocks;
};
const words = (blocks: readonly Block[]): string => blocks.map(({ text }) => text).join('\n');

it.each(Object.entries(NOISE))('%s is no change, in any frame', async (_, made) => {
  for (const make of FRAMES.keys()) {
    const [first, second, third] = await Promise.all([0, 1, 2].map((n) => read(pageOf(articleOf(7), made(n), make))));
    expect(words(second ?? [])).toContain('lamps and boats');
    expect(sameWords(first ?? [], second ?? [])).toBe(true);
    expect(sameWords(first ?? [], third ?? [])).toBe(true);
  }
});

const SAYS = [
  '<p>3 March 2026</p>',
  '<p>Published on 3 March 2026</p>',
  '<p>Created 3 March 2026</p>',
  '<p>Tuesday, 3 March 2026, 10:00</p>',
  '<p>Updated rules apply from 3 March 2026.</p>',
  '<p>Revised on 3 March 2026 by the board</p>',
  '<p>Stand 2026-03-03: 15 boats</p>',
  '<p>Last updated rules of 2026 are to be read with the plan of the pier.</p>',
  '<p>The page counts 300 visits a year in the harbour.</p>',
  '<p>Votes: 351</p>',
  '<p>351 votes in favour, 12 against</p>',
  '<p>Version 2.1 of the plan</p>',
  '<p>Server rooms: 12</p>',
  '<p>Share of boats: 12%</p>',
  '<p>15 minutes</p>',
  '<p>Access: public</p>',
  '<p>X</p>',
  '<p>(c) by 31 December 2026, send a report to the board</p>',
  '<p>Copyright in maps of 2026</p>',
  '<p>We use cookies in this study of ships.</p><p>The cook bakes them.</p>',
  '<h3>Related documents</h3><ul><li><a href="/d">Note 90001</a></li></ul>',
  '<div class="alert">The harbour is closed until 3 May.</div>',
  '<div class="ad-hoc">The ad hoc group meets.</div>',
  '<div class="with-sidebar has-banner no-ads">Inside a wrapper.</div>',
  '<div class="elementor-widget elementor-widget-text">Put there by a kit.</div>',
  '<aside class="footnotes"><p>See note 90002.</p></aside>',
];

it.each(SAYS)('%s is text', async (markup) => {
  const said = markup
    .replace(/<[^>]+>/g, ' ')
    .trim()
    .split(/\s{2,}/);
  const page = (main: string, name: string) =>
    pageOf(articleOf(8), { turn: (html) => html.replace('<h2>What', `${main}<h2>What`).replaceAll('main', name) });
  for (const name of ['main', 'div']) {
    const text = words(await read(page(markup, name)));
    for (const part of said) expect(text).toContain(part);
  }
});

it('what stands in a wrapper with a telling name is text all the same', async () => {
  for (const name of ['sidebar', 'banner', 'teasers', 'newsletter'])
    expect(
      words(
        await read(
          `<body><div class="${name}">${articleOf(3)
            .paragraphs.map((p) => `<p>${p}</p>`)
            .join('')}</div></body>`,
        ),
      ),
    ).toContain('lamp');
});

it('a long line of figures and points takes no time', async () => {
  const started = performance.now();
  for (const line of ['1.1-'.repeat(39), 'mardi '.repeat(26), 'Updated 1 '.repeat(15), '1 1 1 views '.repeat(13)])
    await read(`<p>Lamps.</p><p>${line}!</p>`);
  expect(performance.now() - started).toBeLessThan(2_000);
});

const PAIRS = resolve('../shared/data/page-history-html');
describe.skipIf(!existsSync(PAIRS))('pairs of real pages that people judged', () => {
  const folders = existsSync(PAIRS) ? readdirSync(PAIRS).filter((name) => /_(?:falsepos|truepos)-/.test(name)) : [];
  it.each(folders)('%s', async (folder) => {
    const [a, b] = await Promise.all(['a', 'b'].map((name) => read(readFileSync(`${PAIRS}/${folder}/${name}.html`))));
    expect(sameWords(a ?? [], b ?? [])).toBe(folder.includes('falsepos'));
  });
});
