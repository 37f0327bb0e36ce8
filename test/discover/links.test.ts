// Rows as links by their address, in the markups that a page of unknown make may have.

import { describe, expect, it } from 'vitest';
import type { LinksReader } from '../../pipeline/types.ts';
import { facts, html, readOf } from './support.ts';

const READER: LinksReader = { format: 'links', keep: /^\/(?:news|analyses)\/\d{4}\/[a-z]+\/[^/?]+\/?$/ };
const A = '/news/2026/september/a-made-up-story/';
const B = '/analyses/2026/august/another-one/';
const C = '/news/2026/july/the-third';
const STORY: readonly (readonly [string, string, string])[] = [
  ['A made-up story', '12 September 2026', A],
  ['Another one, longer than the first', '3 August 2026', B],
  ['The third', '1 July 2026', C],
];
const EXPECTED = [
  ['A made-up story', '2026-09-12', `https://www.body.example${A}`],
  ['Another one, longer than the first', '2026-08-03', `https://www.body.example${B}`],
  ['The third', '2026-07-01', `https://www.body.example${C}`],
];
/** Dates and links that belong to no item stand in the head and foot of every page. */
const HEAD = `<header><p>Friday 20 November 2026</p><nav><a href="/news/">News</a><a href="/news/2026/september/">September</a></nav></header>`;
const FOOT = '<footer><p>Last updated 19 November 2026</p><a href="mailto:x@y.example">Write</a></footer>';
const read = async (main: string) => facts(await readOf(html(`${HEAD}<main>${main}</main>${FOOT}`), READER));
const inMarkup = (item: (title: string, date: string, href: string) => string): string => STORY.map((story) => item(...story)).join('');

describe('rows of links', () => {
  it.each<readonly [string, (title: string, date: string, href: string) => string]>([
    [
      'the date before, nothing around',
      (t, d, h) => `<p>${d}</p><h3><a href="${h}">${t}</a></h3><p>On 9 May 2026 something happened, the report of 10 May 2026 says.</p>`,
    ],
    ['the date after, nothing around', (t, d, h) => `<h3><a href="${h}">${t}</a></h3><p>${d}</p>`],
    ['the date as plain text between', (t, d, h) => `${d} <a href="${h}">${t}</a> Category: News<br>`],
    ['an item of a list, the date after', (t, d, h) => `<li><a href="${h}">${t}</a> <span>${d}</span></li>`],
    ['a row of a table', (t, d, h) => `<table><tr><td>${d}</td><td><a href="${h}">${t}</a></td></tr></table>`],
    ['a card that is one link', (t, d, h) => `<a href="${h}"><span class="date">${d}</span><h3>${t}</h3><p>Words of 9 May 2026.</p></a>`],
    ['a card that is one link without a heading', (t, d, h) => `<article><a href="${h}"><time datetime="">${d}</time>${t}</a></article>`],
    ['a card that is one link with a call at its end', (t, d, h) => `<a href="${h}"><p>${d}</p><p>${t}</p><span>Read more »</span></a>`],
    [
      'a picture, a title and "Read more"',
      (t, d, h) =>
        `<div><a href="${h}"><img alt=""></a><p>${d} | News</p><h2><a href="${h}">${t}</a></h2><a href="${h}">Read more about it</a></div>`,
    ],
    ['only "Read more"', (t, d, h) => `<div><h4>${t}</h4><span>${d}</span><a href="${h}">Read More »</a></div>`],
    ['only "Read more", nothing around', (t, d, h) => `<h4>${t}</h4><p>${d}</p><a href="${h}">Read more</a>`],
    ['no text but a label', (t, d, h) => `<div><span>${d}</span><a href="${h}" aria-label="${t}"><img alt=""></a></div>`],
    [
      'with and without a trailing slash',
      (t, d, h) => `<li>${d} <a href="${h}">${t}</a> <a href="http://body.example${h.replace(/\/$/, '')}">here</a></li>`,
    ],
  ])('%s', async (_, item) => expect(await read(inMarkup(item))).toEqual(EXPECTED));

  it('have no date of their neighbour', async () => {
    const page = `<ul><li><a href="${A}">A made-up story</a> 12 September 2026</li><li><a href="${B}">Another one</a></li></ul>`;
    expect((await read(page)).map(([, date]) => date)).toEqual(['2026-09-12', null]);
  });

  it('have no deadline and no date of a title as theirs', async () => {
    const page = `<ul><li><a href="${A}">A made-up story</a> Deadline 30 September 2026</li><li><a href="${B}">Report of 3 May 2026</a></li></ul>`;
    expect(await read(page)).toEqual([
      ['A made-up story', null, expect.any(String)],
      ['Report of 3 May 2026', null, expect.any(String)],
    ]);
  });

  it('name an item once that the page names twice', async () => {
    const page = `<section><a href="${A}">Story</a></section><ul><li>12 September 2026 <a href="${A}">A made-up story</a></li><li><a href="${B}">Another one</a></li></ul>`;
    expect((await read(page)).map(([title, date]) => [title, date])).toEqual([
      ['A made-up story', '2026-09-12'],
      ['Another one', null],
    ]);
  });

  it('take a day from the address when nothing else tells one', async () => {
    const page = html(
      '<a href="/press/2026/09/15/made-up/">One</a><a href="/news/made-up-2026-09-14_en">Two</a><a href="/news/x-2026-13-45_en">Three</a>',
    );
    expect(facts(await readOf(page, { format: 'links', keep: /^\/(?:press|news)\// })).map(([, date]) => date)).toEqual([
      '2026-09-15',
      '2026-09-14',
      null,
    ]);
  });

  it('leave out the list itself and say what else stands in a row', async () => {
    const page = html(
      '<ul><li><a href="/news/list/">All news</a></li><li><a href="/news/a">A</a><p>About boats.</p></li><li><a href="/news/b">B</a></li></ul>',
    );
    const { rows } = await readOf(page, { format: 'links', keep: /^\/news\// });
    expect(rows.map(({ title, summary }) => [title, summary])).toEqual([
      ['A', 'About boats.'],
      ['B', ''],
    ]);
  });

  it('are read in good time from a page of many links, nested deeply', async () => {
    const many = Array.from(
      { length: 3_000 },
      (_, n) => `<li><a href="/news/item-${n}">Item ${n}</a> <span>12 September 2026</span></li>`,
    ).join('');
    const { rows } = await readOf(html(`${'<div>'.repeat(300)}<ul>${many}</ul>`), { format: 'links', keep: /^\/news\// });
    expect(rows).toHaveLength(3_000);
    expect(new Set(rows.map(({ date }) => date))).toEqual(new Set(['2026-09-12']));
  }, 20_000);
});
