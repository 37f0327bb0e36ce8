import { describe, expect, it } from 'vitest';
import { decodeHtml } from '../../../pipeline/extract/html/decode.ts';
import { extract } from '../../../pipeline/extract/index.ts';
import { textSha256 } from '../../../pipeline/extract/text.ts';
import type { Text } from '../../../pipeline/types.ts';

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
<p>The lamps burn at&nbsp;night,<br>see <a href="../list(1).pdf">the list</a>.</p><p>Next.</p>
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

  it('names a selector that is none', async () => {
    const wrong = { code: 'declaration', message: expect.stringContaining('"main >> ul["') };
    await expect(read(PAGE, { select: 'main >> ul[' })).rejects.toMatchObject(wrong);
    await expect(read(PAGE, { remove: ['main >> ul['] })).rejects.toMatchObject({ ...wrong, message: expect.stringContaining('remove') });
  });

  it('selects by any attribute, and reads a part within a part once', async () => {
    const html = '<div data-part="a">One<div data-part="b">Two</div></div><div data-other>Three</div>';
    expect(shown(await read(`<html><body>${html}</body></html>`, { select: '[data-part]' }))).toEqual(['paragraph: One', 'paragraph: Two']);
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

  it.each([
    ['iso-8859-1 by meta', Buffer.from('<html><head><meta charset="iso-8859-1"></head><body><p>Café</p></body></html>', 'latin1'), 'Café'],
    [
      'windows-1253 by http-equiv',
      Buffer.concat([
        Buffer.from('<html><head><meta http-equiv="Content-Type" content="text/html; charset=windows-1253"></head><body><p>'),
        Buffer.from([0xcb, 0xfd, 0xf7, 0xed, 0xef, 0xe9]),
      ]),
      'Λύχνοι',
    ],
    [
      'windows-1251',
      Buffer.concat([Buffer.from('<html><meta charset=windows-1251><p>'), Buffer.from([0xcb, 0xe0, 0xec, 0xef, 0xe0])]),
      'Лампа',
    ],
    ['UTF-16 by its mark', Buffer.from('\ufeff<html><body><p>Λύχνοι</p></body></html>', 'utf16le'), 'Λύχνοι'],
    ['UTF-8 that says nothing', Buffer.from('<html><body><p>Café – “lamp”</p></body></html>'), 'Café – “lamp”'],
    ['UTF-8 with a mark against its own word', Buffer.from('\ufeff<html><meta charset="latin1"><p>Café</p></html>'), 'Café'],
    ['Windows-1252 that says nothing', Buffer.from('<html><body><p>Caf\xe9 \x93lamp\x94</p></body></html>', 'latin1'), 'Café “lamp”'],
    ['an encoding that does not exist', Buffer.from('<html><meta charset="lamp-8"><p>Café</p></html>'), 'Café'],
  ])('reads %s', async (_, body, expected) => {
    const text = await extract({ body, mediaType: 'text/html', at: 'page.html' }, { seconds: 5, pages: 5 });
    expect(text.blocks.map((block) => block.text)).toEqual([expected]);
  });

  it('reads UTF-16 that does not say so', () => {
    const page = '<html><body><p>Λύχνοι</p></body></html>';
    expect(decodeHtml(Buffer.from(page, 'utf16le'))).toBe(page);
    expect(decodeHtml(Buffer.from(page, 'utf16le').swap16())).toBe(page);
  });
});
