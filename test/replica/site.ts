// What a stand-in of a website is: data and a function from a question to an answer, so that one server can play them all and misbehave for any.
// Texts, numbers and slugs of stand-ins are made up; hosts, list addresses and markup are as the sources have them. No server, no clock here.

import type { IncomingHttpHeaders } from 'node:http';
import type { ChangeKind, IsoDate } from '../../pipeline/types.ts';

/** The story has five days; what was there before its first day belongs to day 1. */
export type Day = 1 | 2 | 3 | 4 | 5;

/** Monday to Friday. */
export const DAYS: Readonly<Record<Day, IsoDate>> = {
  1: '2026-09-07',
  2: '2026-09-08',
  3: '2026-09-09',
  4: '2026-09-10',
  5: '2026-09-11',
};

export interface Question {
  /** As a real address, whatever port was asked. */
  readonly url: URL;
  readonly method: string;
  readonly headers: IncomingHttpHeaders;
  readonly day: Day;
  /** Which of the markups that the facts leave open: 0, 1, 2 …; a site takes the remainder by the number that it knows. */
  readonly variant: number;
  /** Language of labels. */
  readonly language: 'en' | 'fr';
}

export interface Answer {
  /** 200 when left out. */
  readonly status?: number;
  /** The header content-type; left out, none is sent. */
  readonly type?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array;
}

/** An answer whose body is text, as the helpers below make it. */
export interface Written extends Answer {
  readonly type: string;
  readonly body: string;
}

export interface Site {
  /** The real one: `https://www.europol.europa.eu`. */
  readonly origin: string;
  /** The text of robots.txt; null: there is none (404). Left out: the site answers for that address like for any other. */
  readonly robots?: string | null;
  /** Null: the site has no such page. */
  readonly answer: (question: Question) => Answer | null | Promise<Answer | null>;
}

/** What a run on that day must find; it must find nothing else. */
export interface Told {
  readonly day: Day;
  readonly watcher: string;
  readonly kind: ChangeKind;
  /** Of the entry, as the source writes it that day. */
  readonly title: string;
}

/** The stand-ins of one institution, and what they have to tell. */
export interface Story {
  readonly sites: readonly Site[];
  readonly told: readonly Told[];
}

/** The items that are there on a day; what has no `from` was always there. */
export const until = <T extends { readonly from?: Day }>(items: readonly T[], day: Day): T[] => items.filter(({ from = 1 }) => from <= day);

/** Text as it may stand in HTML, XML and attributes. */
export const escaped = (text: string): string =>
  text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`).replaceAll('&#38;', '&amp;');

export const json = (data: unknown): Written => ({ type: 'application/json; charset=utf-8', body: JSON.stringify(data) });

interface PageOptions {
  readonly lang?: string;
  /** Elements of the head: links to feeds, meta. */
  readonly head?: string;
  /** Of the body element. */
  readonly classes?: string;
}

const NAVIGATION = ['Home', 'About', 'Topics', 'News', 'Publications', 'Contact'];

/**
 * A page as content management systems make them: header, menu, bread crumbs, footer, cookie banner and scripts around the part that matters.
 * @param main HTML; stands inside `main`
 */
export const page = (title: string, main: string, { lang = 'en', head = '', classes = 'path-node' }: PageOptions = {}): Written => ({
  type: 'text/html; charset=utf-8',
  body: `<!DOCTYPE html>
<html lang="${lang}" dir="ltr">
<head>
<meta charset="utf-8">
<title>${escaped(title)}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="/assets/stand-in.css">
<script>window.dataLayer = window.dataLayer || []; function consent(){ return { "necessary": true }; };</script>
${head}
</head>
<body class="${classes}">
<a href="#main-content" class="visually-hidden">Skip to main content</a>
<header role="banner"><div class="site-name"><a href="/">Stand-in</a></div>
<nav aria-label="Main"><ul>${NAVIGATION.map((name) => `<li class="menu-item"><a href="/menu/${name.toLowerCase()}">${name}</a></li>`).join('')}</ul></nav></header>
<nav aria-label="Breadcrumb"><ol><li><a href="/">Home</a></li><li>${escaped(title)}</li></ol></nav>
<main id="main-content" role="main">
${main}
</main>
<div class="cookie-banner" role="dialog" hidden><p>This site uses cookies.</p><button type="button">Accept</button></div>
<footer role="contentinfo"><ul><li><a href="/legal-notice">Legal notice</a></li><li><a href="/privacy">Privacy</a></li><li><a href="/sitemap">Site map</a></li></ul></footer>
<script>(function(){ var settings = {"path":{"baseUrl":"\\/"},"cookies":["a","b"]}; document.documentElement.className += " js"; })();</script>
</body>
</html>
`,
});

export interface FeedItem {
  readonly title: string;
  readonly link: string;
  /** Left out: none is given. */
  readonly guid?: string;
  /** As printed; left out: none is given, as some feeds do. */
  readonly date?: string;
  /** Plain text or HTML; it is escaped. */
  readonly description?: string;
  readonly categories?: readonly string[];
  /** Further elements, as XML. */
  readonly more?: string;
}

interface FeedOptions {
  readonly title: string;
  readonly link: string;
  /** `pubDate`, `a10:updated`, `dc:date`. */
  readonly dateElement?: string;
}

const element = (name: string, text: string | undefined, attributes = ''): string =>
  text === undefined ? '' : `<${name}${attributes}>${escaped(text)}</${name}>`;

/** RSS 2.0. */
export const rss = (items: readonly FeedItem[], { title, link, dateElement = 'pubDate' }: FeedOptions): Written => ({
  type: 'application/rss+xml; charset=utf-8',
  body: `<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:a10="http://www.w3.org/2005/Atom" xmlns:content="http://purl.org/rss/1.0/modules/content/">
<channel>
${element('title', title)}${element('link', link)}${element('description', title)}<language>en</language>
${items
  .map(
    (item) =>
      `<item>${element('title', item.title)}${element('link', item.link)}${element('guid', item.guid, ' isPermaLink="false"')}${element(dateElement, item.date)}${element('description', item.description)}${(item.categories ?? []).map((name) => element('category', name)).join('')}${item.more ?? ''}</item>`,
  )
  .join('\n')}
</channel>
</rss>
`,
});
