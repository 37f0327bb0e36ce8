import { describe, expect, it } from 'vitest';
import { extract } from '../../pipeline/extract/index.ts';
import { textSha256 } from '../../pipeline/extract/text.ts';
import type { Text } from '../../pipeline/types.ts';

const read = (html: string, more: { select?: string; remove?: readonly string[] } = {}): Promise<Text> =>
  extract(
    { body: new TextEncoder().encode(html), mediaType: 'text/html', at: 'https://example.eu/lamps/page.html', ...more },
    { seconds: 5, pages: 5 },
  );
const shown = (text: Text): string[] => text.blocks.map((block) => `${block.kind}: ${block.text}`);

const PAGE = `<!DOCTYPE html>
<html lang="en-GB"><head><title>Lamps | Agency</title><style>.a{}</style><script>var lamp = "no";</script></head>
<body><header class="site-header"><a href="/">Home</a></header><nav>Menu</nav>
<div class="cookie-banner">We use cookies.</div>
<main id="content"><h1>Lamps of Nowhere</h1>
<p>The lamp<b>s</b> burn at&nbsp;night,<br>see <a href="../list(1).pdf">the list</a>.</p><p>Next.</p>
<ul><li>Oil</li><li>Wicks <ul><li>long</li></ul></li></ul>
<table><tr><th>Year</th><th>Lamps</th></tr><tr><td><p>2099</p></td><td>9<div>more</div></td></tr></table>
<div class="share-bar">Share this</div></main>
<footer>Contact</footer></body></html>`;

describe('an HTML page', () => {
  it('gives its main text block by block, without what surrounds it', async () => {
    const text = await read(PAGE);
    expect(shown(text)).toEqual([
      'heading: Lamps of Nowhere',
      'paragraph: The lamps burn at night, see the list.',
      'paragraph: Next.',
      'list-item: Oil',
      'list-item: Wicks',
      'list-item: long',
      'table-row: Year | Lamps',
      'table-row: 2099 | 9 more',
    ]);
    expect(text).toMatchObject({ kind: 'html', title: 'Lamps of Nowhere', language: 'en', pages: null, cover: null });
  });

  it('carries links in the marked form, with their full address', async () => {
    const { blocks } = await read(PAGE);
    expect(blocks[1]?.marked).toBe('The lamps burn at night, see [the list](https://example.eu/list%281%29.pdf).');
    expect(blocks[2]?.marked).toBe(blocks[2]?.text);
  });

  it('does not change with attributes, their order, or white space', async () => {
    const other = PAGE.replace('<main id="content">', '<main\n class="x y"   data-n="7" id="content">')
      .replace('<p>Next.</p>', '\n\n<p   style="color:red">\n  Next.\n</p>\n<!-- a comment -->')
      .replace('We use cookies.', 'We use cookies and more.');
    const [a, b] = [await read(PAGE), await read(other)];
    expect(b.blocks).toEqual(a.blocks);
    expect(textSha256(b)).toBe(textSha256(a));
  });

  it('reads what is selected and leaves out what is removed', async () => {
    expect(shown(await read(PAGE, { select: 'main ul', remove: ['li li'] }))).toEqual(['list-item: Oil', 'list-item: Wicks']);
  });

  it('takes a wrapper of everything for no banner, and keeps what is selected by name', async () => {
    const html =
      '<html><body><div class="cookies-enabled"><main><h1>Lamps</h1></main></div><div class="share-bar">Share</div></body></html>';
    expect(shown(await read(html))).toEqual(['heading: Lamps']);
    expect(shown(await read(html, { select: '.share-bar' }))).toEqual(['paragraph: Share']);
  });

  it('says so when the selector fits nothing any more, or nothing is left', async () => {
    await expect(read(PAGE, { select: '.gone' })).rejects.toMatchObject({
      code: 'layout-changed',
      at: 'https://example.eu/lamps/page.html',
    });
    await expect(read('<html><body><script>render()</script></body></html>')).rejects.toMatchObject({ code: 'no-text-layer' });
  });

  it('survives nesting without end', async () => {
    const deep = `<html><body>${'<div>'.repeat(20_000)}A lamp.${'</div>'.repeat(20_000)}</body></html>`;
    expect(shown(await read(deep))).toEqual(['paragraph: A lamp.']);
  });

  it('reads tables that only lay out numbered paragraphs as what they are', async () => {
    const text = await read('<html><body><table><tr><td><p>(1)</p></td><td><p>The lamp burns.</p></td></tr></table></body></html>');
    expect(shown(text)).toEqual(['list-item: (1) The lamp burns.']);
  });

  it('reads pages in older encodings', async () => {
    const body = Uint8Array.from(Buffer.from('<html><head><meta charset="iso-8859-1"></head><body><p>Café</p></body></html>', 'latin1'));
    const text = await extract({ body, mediaType: 'text/html', at: 'page.html' }, { seconds: 5, pages: 5 });
    expect(text.blocks[0]?.text).toBe('Café');
  });
});
