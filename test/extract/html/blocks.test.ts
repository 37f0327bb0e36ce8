import { describe, expect, it } from 'vitest';
import { readHtml } from '../../../pipeline/extract/html/html.ts';
import { readingOf } from '../../../pipeline/marks.ts';
import type { Block } from '../../../pipeline/types.ts';

const read = async (body: string): Promise<readonly Block[]> => {
  const page = `<html><body><main>${body}</main></body></html>`;
  return (await readHtml({ body: new TextEncoder().encode(page), at: 'https://example.eu/lamps/page.html' })).blocks;
};
const shown = async (body: string): Promise<string[]> => (await read(body)).map(({ kind, marked }) => `${kind}: ${marked}`);

describe('the blocks of a page', () => {
  it('number the items of ordered lists as a browser does', async () => {
    expect(await shown('<ol start="3"><li>Oil</li><li value="9">Wick</li><li>Glass</li></ol>')).toEqual([
      'list-item: 3. Oil',
      'list-item: 9. Wick',
      'list-item: 10. Glass',
    ]);
    expect(await shown('<ol type="a" start="26"><li>Oil</li><li>Wick</li></ol>')).toEqual(['list-item: z. Oil', 'list-item: aa. Wick']);
    expect(await shown('<ol type="I" start="8"><li>Oil<ol type="i"><li>Olive</li></ol></li><li>Wick</li></ol>')).toEqual([
      'list-item: VIII. Oil',
      'list-item: i. Olive',
      'list-item: IX. Wick',
    ]);
    expect(await shown('<ol reversed><li>Oil</li><li>Wick</li></ol>')).toEqual(['list-item: 2. Oil', 'list-item: 1. Wick']);
    expect(await shown('<ol><li>(a) By hand</li><li><p>Wick</p><p>More.</p></li></ol><ul><li>Oil</li></ul>')).toEqual([
      'list-item: (a) By hand',
      'list-item: 2. Wick',
      'paragraph: More.',
      'list-item: Oil',
    ]);
    expect(await shown('<ol style="list-style-type: none"><li>Oil</li></ol>')).toEqual(['list-item: Oil']);
  });

  it('keep drafting marks, but not the weight of headings', async () => {
    expect(await shown('<h2><b>Lamps</b></h2><p>The <del>old</del><ins>new</ins> <strong>lamp</strong> <s>burns</s>.</p>')).toEqual([
      'heading: Lamps',
      'paragraph: The ~~old~~__new__ **lamp** ~~burns~~.',
    ]);
    const [block] = await read('<p>The <del>old</del><ins>new</ins> lamp <span style="text-decoration:line-through">burns</span>.</p>');
    expect(block?.text).toBe('The new lamp.');
    expect(block?.text).toBe(readingOf(block?.marked ?? ''));
  });

  it('show a replaced file behind the same words', async () => {
    const link = (href: string): Promise<string[]> => shown(`<p><a href="${href}">The list</a> of lamps.</p>`);
    expect(await link('/list-2098.pdf')).not.toEqual(await link('/list-2099.pdf'));
    expect(await link('/list.pdf?v=2')).not.toEqual(await link('/list.pdf?v=3'));
  });

  it.each([
    ['/list;jsessionid=0AB9.node1?a=1', '/list?a=1'],
    ['/list?a=1&amp;PHPSESSID=f00&amp;b=2', '/list?a=1&amp;b=2'],
    ['/list?utm_source=x&amp;fbclid=y', '/list'],
    ['/list.pdf?t=4102444800', '/list.pdf'],
    ['/list.pdf?v=9f8e7d6c5b', '/list.pdf'],
  ])('see one address in %s and %s', async (a, b) => {
    const link = (href: string): Promise<string[]> => shown(`<p><a href="${href}">The list</a> of lamps.</p>`);
    expect(await link(a)).toEqual(await link(b));
  });

  it('tie footnotes to their marks', async () => {
    const law = '<p>The lamp<a href="#ntr1" id="ntc1">(1)</a> burns.</p><p><a href="#ntc1" id="ntr1">(1)</a> See the list.</p>';
    expect(await shown(law)).toEqual(['paragraph: The lamp(1) burns.', 'footnote: (1) See the list.']);
    const other = '<p>The lamp<sup><a href="#fn1">12</a></sup> burns.</p><ol class="footnotes"><li id="fn1">See the list.</li></ol>';
    expect(await shown(other)).toEqual(['paragraph: The lamp¹² burns.', 'footnote: 1. See the list.']);
    expect(await shown('<p>See point <a href="#p5">5</a>, on the 19<sup>th</sup>, of 9 m<sup>2</sup>.</p>')).toEqual([
      'paragraph: See point 5, on the 19th, of 9 m².',
    ]);
  });

  it('read terms with what they mean, and tables by row', async () => {
    expect(await shown('<dl><dt>Lamp</dt><dd>A light.</dd></dl>')).toEqual(['paragraph: Lamp', 'list-item: A light.']);
    const table = '<table><tr><th>Old<th>New<tr><td>Oil<td>Gas<tr><td><td>Wick</table>';
    expect(await shown(table)).toEqual(['table-row: Old | New', 'table-row: Oil | Gas', 'table-row: | Wick']);
    const layout = '<table><tr><td><p>The lamp burns.</p><p>It burns at night.</p></td></tr></table>';
    expect(await shown(layout)).toEqual(['paragraph: The lamp burns.', 'paragraph: It burns at night.']);
  });

  it('part paragraphs at two line breaks, and join lines at one', async () => {
    expect(await shown('The lamp<br>burns.<br>\n<br>It burns at night.')).toEqual([
      'paragraph: The lamp burns.',
      'paragraph: It burns at night.',
    ]);
  });

  it('carry a link through all that it encloses', async () => {
    expect(await shown('<a href="/p"><h3>Lamps</h3><p>All of [them].</p></a>')).toEqual([
      'heading: [Lamps](https://example.eu/p)',
      'paragraph: [All of \\[them\\].](https://example.eu/p)',
    ]);
  });

  it('are single lines of tidy text whose reading text follows from the marked one', async () => {
    for (const block of await read('<p> A \u00a0 lamp\u00ad\n <b> of </b> <u>**oil**</u>\tand &lt;wick&gt; \u200b </p><p>*~_[x](y)</p>')) {
      expect(block.text).toBe(readingOf(block.marked));
      expect(block.text).not.toMatch(/\s{2}|^\s|\s$|[\u00ad\u200b]/);
    }
  });
});
