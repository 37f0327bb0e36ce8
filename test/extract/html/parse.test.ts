// The quick reading of a page is held to parse5, as cheerio brings it: whatever it does not doubt must come out the same.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readHtml, readTree } from '../../../pipeline/extract/html/html.ts';
import { readCarefully, readQuickly } from '../../../pipeline/extract/html/parse.ts';
import type { Block } from '../../../pipeline/types.ts';

const at = 'https://example.eu/lamps.html';
const carefully = async (html: string): Promise<readonly Block[]> => (await readTree(await readCarefully(html), { at })).blocks;
const read = async (html: string): Promise<readonly Block[]> => (await readHtml({ body: new TextEncoder().encode(html), at })).blocks;
const texts = async (html: string): Promise<string[]> => (await read(html)).map((block) => block.text);

const NAMES = (
  'p p div span b u s a ul ol li li table tr td th tbody caption h1 h2 dl dt dd section article form button br hr input sup del ins pre ' +
  'blockquote script style textarea noscript body html head main select option svg'
).split(' ');
const name = fc.constantFrom(...NAMES);
const token = fc.oneof(
  { weight: 4, arbitrary: name.map((n) => `<${n}>`) },
  { weight: 4, arbitrary: name.map((n) => `</${n}>`) },
  { weight: 5, arbitrary: fc.constantFrom('lamp', ' oil ', 'wick &amp; glass', '\n') },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      '<!-- no -->',
      '<!-->',
      '<!doctype html>',
      '<p class=a id="b>c" d=\'e\'/>',
      '< 5',
      '</>',
      '<?pi?>',
      '<!a>',
      '<a href=/x>',
    ),
  },
);

describe('reading a page quickly', () => {
  it('gives what the full parser gives, wherever it is not in doubt', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(token, { maxLength: 14 }), async (tokens) => {
        const html = tokens.join('');
        const { root, doubtful } = readQuickly(html, false);
        if (!doubtful) expect((await readTree(root, { at })).blocks).toEqual(await carefully(html));
      }),
      { numRuns: 1_500, seed: 9 },
    );
  });

  it.each([
    ['paragraphs that do not end', '<div><p>One<p>Two<ul><li>Three<li><p>Four</ul>Five</div>'],
    ['formatting that outlives its block', '<p>One <b>two</p><p>three</b> four</p>'],
    ['crossed formatting', '<p>One <b>two <u>three</b> four</u> five</p>'],
    ['cells and rows that do not end', '<table><tr><td><p>One<td>Two<tr><th>Three<td><b>Four</table>Five'],
    ['end tags of things that are not open', '<div>One</span></p>two</section></div></b>three'],
    ['an end tag that a cell holds back', '<div>One<table><tr><td>two</div>three</td></tr></table>four</div>'],
    ['text after the end of the page', '<html><body><p>One</p></body></html><p>Two</p>'],
    ['a form within a row', '<table><tr><form><td>One</td></form></tr></table>'],
    ['scripts that hold tags', '<p>One</p><script>"<p>no</p>"; a</b>/i</script><p>Two</p>'],
  ])('needs no full parser for %s', async (_, html) => {
    expect(readQuickly(html, false).doubtful).toBe(false);
    expect(await read(html)).toEqual(await carefully(html));
  });

  it.each([
    ['text in a table, outside its cells', '<table>One<tr><td>Two</td></tr></table>', ['One', 'Two']],
    ['formatting that ends inside another block', '<b><p>One</b> two</p>', ['One two']],
    ['a drawing that is never closed', '<div><svg><path></div><p>One</p>', ['One']],
  ])('asks the full parser about %s', async (_, html, expected) => {
    expect(readQuickly(html, false).doubtful).toBe(true);
    expect(await texts(html)).toEqual(expected);
  });
});

describe('a hostile page', () => {
  it.each([
    ['nested without end', '<div>'.repeat(300_000)],
    ['of bold that never ends', '<p><b>x'.repeat(100_000)],
    ['of links in links', '<a href=x>'.repeat(100_000)],
    ['of text between rows', `<table>${'<tr>x'.repeat(100_000)}`],
    ['of nothing but signs', '<'.repeat(3_000_000)],
    ['of tags that do not end', '<a "'.repeat(300_000)],
    ['of comments that do not end', '<!--'.repeat(300_000)],
    ['of references', '&amp;&lt;&#x41;&notanentity;'.repeat(100_000)],
    ['of lists in lists', '<ul><li class="menu">x'.repeat(50_000)],
    ['with a tag of many attributes', `<p ${Array.from({ length: 100_000 }, (_, n) => `a${n}="b"`).join(' ')}><b><p></b>`],
    ['of scripts that do not end', '<script>'.repeat(200_000)],
  ])('%s is read in seconds', { timeout: 10_000 }, async (_, html) => {
    const blocks = await read(`<p>A lamp.</p>${html}`);
    expect(blocks[0]?.text).toMatch(/^A lamp\./);
  });

  it('can be searched with selectors however deep it is nested', async () => {
    const html = `<div><i class="a">A lamp.</i></div>${'<div>'.repeat(50_000)}`;
    const { blocks } = await readHtml({ body: new TextEncoder().encode(html), at, select: 'div i.a', remove: ['div > p'] });
    expect(blocks.map((block) => block.text)).toEqual(['A lamp.']);
  });
});
