import { describe, expect, it } from 'vitest';
import { readHtml } from '../../../pipeline/extract/html/html.ts';

const LONG = 'Member States shall tell each other what they have seen at their piers, and when, and who was there, by the end of 2099.';
const links = (count: number, word: string): string =>
  Array.from({ length: count }, (_, n) => `<li><a href="/${word}/${n}">${word} ${n}</a></li>`).join('');

const texts = async (body: string): Promise<string[]> =>
  (await readHtml({ body: new TextEncoder().encode(`<html><body>${body}</body></html>`), at: 'https://example.eu/lamps.html' })).blocks.map(
    (block) => block.text,
  );

describe('the main text of a page', () => {
  it('is what the page marks as such, the fullest of several', async () => {
    const page = `<div>Menu</div><main><p>Search</p></main><div role="main"><h1>Lamps</h1><p>${LONG}</p></div><div>Foot</div>`;
    expect(await texts(page)).toEqual(['Lamps', LONG]);
  });

  it('is the page without its menus where nothing is marked', async () => {
    const page = `<div id="a"><ul>${links(9, 'Pier')}</ul></div><div><h1>Lamps</h1><p>${LONG}</p><p>${LONG} <a href="/list">List</a></p></div><table><tr><td>${links(7, 'Quay')}</td></tr></table>`;
    expect(await texts(page)).toEqual(['Lamps', LONG, `${LONG} List`]);
  });

  it('is all of a page that is mostly text, its table of contents too', async () => {
    const page = `<ul>${links(5, 'Article')}</ul>${`<p>${LONG}</p>`.repeat(20)}`;
    expect(await texts(page)).toHaveLength(25);
  });

  it('is the list itself where the page is a list', async () => {
    expect(await texts(`<h1>Reports</h1><ul>${links(12, 'Report')}</ul>`)).toHaveLength(13);
  });

  it.each([
    ['a cookie banner', '<div id="cookie-consent"><p>We use cookies.</p></div>'],
    ['a share bar', '<div class="ecl-social-media-share"><p>Share this page</p></div>'],
    ['names of networks', '<p>Facebook | X | LinkedIn</p>'],
    ['a way back to the top', '<p><a href="#top">Back to top</a></p>'],
    ['the day of the visit', '<div id="lblCurDate">Monday, 9 February 2099</div>'],
    ['the day of the last touch', '<p>Page last updated: 9 February 2099</p>'],
    ['the same in German', '<p>Zuletzt aktualisiert am 9.2.2099</p>'],
    ['counters', '<p>Number of views (90017)<span>/</span>Comments (0)</p>'],
    ['another counter', '<p>90,123 downloads</p>'],
    ['a list of what else to read', `<h2>Related articles</h2><ul>${links(3, 'News')}</ul>`],
    ['a sidebar of links', `<aside class="sidebar"><ul>${links(6, 'Pier')}</ul></aside>`],
    ['a form to search with', '<form><label>Words</label><input type="text"><label>From</label><input type="date"></form>'],
    ['a hidden message', '<div hidden>An error occurred.</div>'],
    ['a session', '<p>Session ID: 0AB9f00</p>'],
  ])('leaves out %s', async (_, furniture) => {
    expect(await texts(`<main><h1>Lamps</h1><p>${LONG}</p>${furniture}</main>`)).toEqual(['Lamps', LONG]);
  });

  it.each([
    ['folded text', `<div class="ecl-accordion__content" hidden><p>${LONG}</p></div>`, LONG],
    ['a form around the whole page', `<form><input type="hidden"><input type="text"><p>${LONG}</p><p>${LONG} Again.</p></form>`, LONG],
    ['related documents', '<h2>Related documents</h2><ul><li><a href="/a.pdf">The list</a></li></ul>', 'The list'],
    ['a sentence about views', '<p>The views of 27 Member States differ on what was last updated.</p>', 'The views of 27 Member States'],
    ['a sentence about the last change', '<p>Last modified by the Commission in the Regulation of 2099.</p>', 'Last modified by'],
    ['a page about cookies', `<div class="cookie-policy">${`<p>${LONG}</p>`.repeat(30)}</div>`, LONG],
    ['a box that is text', `<aside><p>${LONG}</p></aside>`, LONG],
    ['a header that holds the title', '<header><h1>Lamps</h1></header>', 'Lamps'],
    ['a foot of notes', '<footer class="footnotes"><p>1 See the list of lamps.</p></footer>', 'See the list of lamps'],
    ['a page whose wrapper has a name of a banner', `<div class="cookies-enabled"><article><p>${LONG}</p></article></div>`, LONG],
  ])('keeps %s', async (_, part, expected) => {
    expect((await texts(`<p>A page about lamps.</p>${part}`)).join('\n')).toContain(expected);
  });
});

it('keeps the one title of a page that stands before its main part, and says it once', async () => {
  const read = await texts(`<header><h1>Lamps of Nowhere</h1></header><main><p>${LONG}</p><p>${LONG}</p></main>`);
  expect(read.filter((text) => text === 'Lamps of Nowhere')).toHaveLength(1);
  expect(read.at(0)).toBe('Lamps of Nowhere');
});
