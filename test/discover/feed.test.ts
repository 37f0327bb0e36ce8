// Feeds in the dialects of the field.

import { describe, expect, it } from 'vitest';
import { LayoutError } from '../../pipeline/errors.ts';
import type { FeedReader } from '../../pipeline/types.ts';
import { facts, html, readOf } from './support.ts';

const READER: FeedReader = { format: 'feed' };
const rss = (items: string, namespaces = ''): string =>
  `<?xml version="1.0" encoding="utf-8"?><rss version="2.0"${namespaces}><channel><title>News</title><link>https://www.body.example/</link>${items}</channel></rss>`;
const rdf = (items: string): string =>
  `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="x"><title>News</title></channel>${items}</rdf:RDF>`;
const atom = (entries: string): string =>
  `<feed xmlns="http://www.w3.org/2005/Atom"><title>News</title><id>x</id><updated>2026-09-15T08:00:00Z</updated>${entries}</feed>`;
const A10 = ' xmlns:a10="http://www.w3.org/2005/Atom"';
const DC = ' xmlns:dc="http://purl.org/dc/elements/1.1/"';
const EXPECTED = [['A story', '2026-09-15', 'https://www.body.example/news/a']];

describe('an item', () => {
  it.each([
    ['RSS', rss('<item><title>A story</title><link>/news/a</link><pubDate>Tue, 15 Sep 2026 23:30:00 -0200</pubDate></item>')],
    [
      'RSS with Atom’s date, as the Council has it',
      rss(
        '<item><guid isPermaLink="false">90001</guid><link>https://www.body.example/news/a</link><title>A story</title><a10:updated>2026-09-15T08:00:00Z</a10:updated></item>',
        A10,
      ),
    ],
    [
      'RSS with Atom’s date and no namespace',
      rss('<item><guid>90001</guid><link>/news/a</link><title>A story</title><updated>2026-09-15T08:00:00Z</updated></item>'),
    ],
    ['RSS with Dublin Core', rss('<item><title>A story</title><link>/news/a</link><dc:date>2026-09-15</dc:date></item>', DC)],
    [
      'RSS whose guid is the address',
      rss('<item><title>A story</title><guid>https://www.body.example/news/a</guid><pubDate>15 Sep 2026 08:00 GMT</pubDate></item>'),
    ],
    [
      'RDF',
      rdf(
        '<item rdf:about="x"><title>A story</title><link>https://www.body.example/news/a</link><dc:date>2026-09-15T08:00:00+02:00</dc:date></item>',
      ),
    ],
    [
      'Atom',
      atom(
        '<entry><id>tag:x</id><title>A story</title><link rel="self" href="/feed/a"/><link href="/news/a"/><published>2026-09-15T08:00:00Z</published><updated>2026-09-16T08:00:00Z</updated></entry>',
      ),
    ],
    [
      'Atom with HTML in its title',
      atom(
        '<entry><id>tag:x</id><title type="html">&lt;b&gt;A&lt;/b&gt; story</title><link rel="alternate" href="/news/a"/><updated>2026-09-15T08:00:00Z</updated></entry>',
      ),
    ],
  ])('%s', async (_, body) => expect(facts(await readOf(body, READER))).toEqual(EXPECTED));

  it('has no date where the feed has none', async () =>
    expect(facts(await readOf(rss('<item><title>A story</title><link>/news/a</link></item>'), READER))).toEqual([
      ['A story', null, EXPECTED[0]?.[2]],
    ]));

  it('has a title and a summary as a reader sees them', async () => {
    const item = (title: string): string =>
      rss(
        `<item><title>${title}</title><link>/a</link><description>&lt;p&gt;One &amp;amp; two&lt;/p&gt;&lt;p&gt;${'three '.repeat(200)}&lt;/p&gt;</description></item>`,
      );
    const title = async (words: string) => (await readOf(item(words), READER)).rows[0]?.title;
    expect(await title('Boats &amp; borders')).toBe('Boats & borders');
    expect(await title('<![CDATA[Boats & borders]]>')).toBe('Boats & borders');
    expect(await title('Member States&#8217;  plans')).toBe('Member States’ plans');
    expect(await title('Member States&amp;#8217; plans')).toBe('Member States’ plans');
    expect(await title('Fewer than 5 &lt; 6')).toBe('Fewer than 5 < 6');
    const summary = (await readOf(item('A'), READER)).rows[0]?.summary ?? '';
    expect(summary).toMatch(/^One & two three .*…$/);
    expect(summary.length).toBeLessThanOrEqual(500);
  });

  it('tells its declaration the stable id: of Atom before the guid', async () => {
    const item =
      '<item><title>A</title><atom:id>https://www.body.example/node/9</atom:id><link>/a</link><guid>https://www.body.example/a</guid><category>POLICY_AREA=X</category></item>';
    const seen: unknown[] = [];
    const reader: FeedReader = {
      format: 'feed',
      more: (given) => {
        seen.push(given);
        return { id: given.id.replace(/.*\//, 'node-') };
      },
    };
    expect((await readOf(rss(item, ' xmlns:atom="http://www.w3.org/2005/Atom"'), reader)).rows[0]?.id).toBe('node-9');
    expect(seen).toEqual([{ id: 'https://www.body.example/node/9', link: '/a', categories: ['POLICY_AREA=X'] }]);
  });

  it('is dropped by its address', async () => {
    const body = rss('<item><title>A</title><link>/press/a</link></item><item><title>B</title><link>/meetings/b</link></item>');
    expect((await readOf(body, { format: 'feed', keep: /^\/press\// })).rows.map(({ title }) => title)).toEqual(['A']);
  });

  it('is known by its guid when it links nothing', async () => {
    const body = rss('<item><title>A</title><guid isPermaLink="false">90001</guid></item>');
    expect((await readOf(body, READER)).rows).toMatchObject([{ id: '90001', url: '' }]);
  });
});

describe('what is no feed', () => {
  const whole = rss('<item><title>A</title><link>/a</link></item><item><title>B</title><link>/b</link></item>');
  it.each([
    ['a page in its place', html('<p>Please wait</p>'), /HTML page/],
    ['nothing', '', /empty/],
    ['one that is cut off', whole.slice(0, -40), /end is missing/],
    ['another XML', '<opml><body></body></opml>', /end is missing/],
    ['one without items', rss(''), /at least 1 row/],
    ['JSON', '{"items": []} </rss>', /cannot be read|another kind/],
  ])('%s', async (_, body, why) => {
    await expect(readOf(body, READER)).rejects.toThrow(LayoutError);
    await expect(readOf(body, READER)).rejects.toThrow(why);
  });

  it('but one without items is a feed where that is ordinary', async () =>
    expect((await readOf(rss(''), READER, { expect: 0 })).rows).toEqual([]));
});
