// Pages of three makes, and what happens to a page between two looks although nobody has written a word: counters, clocks, banners,
// teasers, markup that a new theme builds otherwise. All texts are made up.

/** Places of a page where a site puts things that are not its text; HTML. */
export interface Slots {
  readonly title?: string;
  readonly head?: string;
  /** First in the body; above and below the article; last in it. */
  readonly top?: string;
  readonly above?: string;
  /** Under the heading, between two paragraphs, and at the end of the article itself. */
  readonly byline?: string;
  readonly between?: string;
  readonly end?: string;
  readonly below?: string;
  readonly bottom?: string;
  /** What becomes of the finished page. */
  readonly turn?: (html: string) => string;
}

export interface Article {
  readonly title: string;
  readonly paragraphs: readonly string[];
  readonly heading: string;
  readonly items: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly closing: readonly string[];
}

const WHO = [
  'The harbour board',
  'Each member',
  'The lamp keeper',
  'A working group',
  'The coast office',
  'Every third pilot',
  'The old ferry line',
];
const DOES = ['shall report', 'counts', 'has to publish', 'may look into', 'keeps a record of', 'will review', 'asks the others for'];
const WHAT = [
  'boats that come in at night',
  'the oil burnt in one winter',
  'rope, sails and paint',
  'the plan for the north pier',
  'what the divers found',
  'letters of thanks',
];
const WHEN = [
  'before the end of May',
  'with the help of two clerks',
  'once the tide allows',
  'where the rules say so',
  'as was agreed in the long room',
  'and sends a copy to the archive',
];

const pick = (list: readonly string[], n: number): string => list[n % list.length] ?? '';
const sentence = (n: number): string =>
  `${pick(WHO, n)} ${pick(DOES, n * 3 + 1)} ${pick(WHAT, n * 5 + 2)} ${pick(WHEN, n * 7 + (n >> 3))}.`;
const paragraph = (n: number, length = 4): string => Array.from({ length }, (_, i) => sentence(n * 11 + i * 3)).join(' ');

/** Another text for each number. */
export const articleOf = (n: number): Article => ({
  title: `Note ${90_000 + n} on lamps and boats`,
  paragraphs: [1, 2, 3, 4].map((i) => `${i}${n}. ${paragraph(n * 5 + i)}`),
  heading: `What pier ${n} is to do`,
  items: [1, 2, 3].map((i) => `${pick(WHAT, n + i)}, ${pick(WHEN, n * 2 + i)}`),
  rows: [
    ['Year', 'Boats', 'Lamps'],
    ['2097', String(1_200 + n), '31'],
    ['2098', String(1_300 + n), '32'],
  ],
  closing: [paragraph(n + 500), `Access to document ${90_000 + n}: not accessible. ${sentence(n)}`],
});

const bodyOf = ({ paragraphs, heading, items, rows, closing }: Article, { between = '' }: Slots): string => {
  const [first = '', ...others] = paragraphs.map((text) => `<p>${text}</p>`);
  return [
    first,
    between,
    ...others,
    `<h2>${heading}</h2>`,
    `<ul>${items.map((item) => `<li>${item}</li>`).join('\n')}</ul>`,
    `<table>${rows.map((row, i) => `<tr>${row.map((cell) => (i === 0 ? `<th>${cell}</th>` : `<td>${cell}</td>`)).join('')}</tr>`).join('\n')}</table>`,
    ...closing.map((text) => `<p>${text} See the <a href="/files/annex.pdf">annex</a>.</p>`),
  ].join('\n');
};

const MENU = ['Home', 'About us', 'Topics', 'News', 'Publications', 'Contact']
  .map((name) => `<li><a href="/menu/${name[0]}">${name}</a></li>`)
  .join('');
const LEGAL = '<ul><li><a href="/legal">Legal notice</a></li><li><a href="/privacy">Privacy</a></li></ul>';

/** As sites are built today, as they were built without telling elements, and as they were built with tables. */
export const FRAMES: readonly ((article: Article, slots: Slots) => string)[] = [
  (article, slots) =>
    `${slots.top ?? ''}<header class="site-header"><a href="/">Coast Office</a><nav><ul>${MENU}</ul></nav></header>
<main id="main-content">${slots.above ?? ''}<article><h1>${article.title}</h1>${slots.byline ?? ''}<div class="body">${bodyOf(article, slots)}</div>${slots.end ?? ''}</article>${slots.below ?? ''}</main>
<footer>${LEGAL}</footer>${slots.bottom ?? ''}`,
  (article, slots) =>
    `${slots.top ?? ''}<div id="header"><a href="/">Coast Office</a><ul class="menu">${MENU}</ul></div>
<div id="wrapper">${slots.above ?? ''}<div id="content"><h1>${article.title}</h1>${slots.byline ?? ''}${bodyOf(article, slots)}${slots.end ?? ''}</div>${slots.below ?? ''}</div>
<div id="footer">${LEGAL}</div>${slots.bottom ?? ''}`,
  (article, slots) =>
    `${slots.top ?? ''}<table width="100%"><tr><td><ul>${MENU}</ul></td><td>${slots.above ?? ''}<h2>${article.title}</h2>${slots.byline ?? ''}${bodyOf(article, slots)}${slots.end ?? ''}${slots.below ?? ''}</td></tr></table>${slots.bottom ?? ''}`,
];

/** @param make which of the frames; any number */
export const pageOf = (article: Article, slots: Slots = {}, make = 0): string => {
  const frame = FRAMES[make % FRAMES.length] ?? FRAMES[0];
  const html = `<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>${slots.title ?? `${article.title} | Coast Office`}</title>${slots.head ?? ''}</head>
<body>${frame?.(article, slots) ?? ''}</body></html>`;
  return slots.turn?.(html) ?? html;
};

/** Another value at each look: figures, times, days. */
const figure = (n: number): string => String(1_204 + n * 37);
const hex = (n: number): string => (0x9e3779b9 * (n + 3)).toString(16).slice(0, 12);
const time = (n: number): string => `${String(9 + (n % 9)).padStart(2, '0')}:${String((n * 17) % 60).padStart(2, '0')}`;
const day = (n: number): string => `${2 + (n % 26)} March 2026`;
const links = (n: number): string =>
  [0, 1, 2, 3].map((i) => `<li><a href="/news/${n}-${i}">${pick(WHO, n + i)} and ${pick(WHAT, n * 2 + i)}</a></li>`).join('');
const teasers = (n: number): string =>
  [0, 1, 2]
    .map((i) => `<div class="teaser"><h3><a href="/news/${n}${i}">${pick(WHO, n + i)} speaks</a></h3><p>${sentence(n * 3 + i)}</p></div>`)
    .join('');

const inText =
  (change: (text: string) => string) =>
  (html: string): string =>
    html.replace(/(?<=<body>[\s\S]*>)[^<>]+(?=<)/g, change);

type Made = (n: number) => Slots;
const at =
  (slot: 'top' | 'above' | 'byline' | 'between' | 'end' | 'below' | 'bottom' | 'head', write: (n: number) => string): Made =>
  (n) => ({ [slot]: write(n) });
const turn =
  (change: (html: string, n: number) => string): Made =>
  (n) => ({ turn: (html) => (n === 0 ? html : change(html, n)) });
/** Not there at the first look. */
const later =
  (made: Made): Made =>
  (n) =>
    n === 0 ? {} : made(n);

/** By name, what a page has besides its text at the nth look; the first is 0. */
export const NOISE: Readonly<Record<string, Made>> = {
  'view counter': at('byline', (n) => `<div class="views">${figure(n)} views</div>`),
  'counter in words': at('end', (n) => `<p>This page has been viewed ${figure(n)} times.</p>`),
  'counter with label': at('end', (n) => `<p>Views: <b>${figure(n)}</b></p>`),
  'visitors online': at('bottom', (n) => `<div>Visitors online: ${figure(n)}</div>`),
  'you are visitor': at('end', (n) => `<p>You are visitor number ${figure(n)}</p>`),
  'downloads and likes': at('byline', (n) => `<p>${figure(n)} views · ${figure(n + 1)} downloads · ${n + 3} min read</p>`),
  'last updated': at('end', (n) => `<p>Last updated: ${day(n)}</p>`),
  'last update on top': at('byline', (n) => `<p class="meta">Last update: ${day(n)}, ${time(n)}</p>`),
  'page last modified': at('below', (n) => `<div>Page last modified on ${day(n)} at ${time(n)} CET</div>`),
  'updated ago': at('byline', (n) => `<p>Updated ${n + 2} minutes ago</p>`),
  'updated on': at('byline', (n) => `<span>Updated on ${day(n)}, ${time(n)}</span>`),
  'published and updated': at('byline', (n) => `<p>Published on 1 March 2026 | Updated: <time>${day(n)}</time></p>`),
  'generated on': at('end', (n) => `<p>Generated on ${day(n)} ${time(n)}:09</p>`),
  'page generated in': at('bottom', (n) => `<p>Page generated in 0.${figure(n)} seconds</p>`),
  'time of the server': at('bottom', (n) => `<div id="server-time">Server time: ${time(n)}:12</div>`),
  'today in the header': at('top', (n) => `<div class="header-date">Tuesday, ${day(n)}</div>`),
  'today without a name': at('top', (n) => `<p>Tuesday ${day(n)} - ${time(n)}</p>`),
  'today in the text': at('above', (n) => `<p>Today is ${day(n)}</p>`),
  weather: at('top', (n) => `<div class="weather-widget">Brussels ${n + 4}°C, cloudy</div>`),
  nonce: at('head', (n) => `<script nonce="${hex(n)}">window.n="${hex(n + 1)}"</script><meta name="csrf-token" content="${hex(n)}">`),
  'hidden fields': at('end', (n) => `<form action="/s"><input type="hidden" name="csrf" value="${hex(n)}"><button>Send</button></form>`),
  'inline data': at('bottom', (n) => `<script type="application/json">{"token":"${hex(n)}","words":"${sentence(n)}"}</script>`),
  'request id': at('bottom', (n) => `<!-- served by web${n} --><p>Request ID: ${hex(n)}</p>`),
  'session in links': turn((html, n) => html.replaceAll('/files/annex.pdf', `/files/annex.pdf;jsessionid=${hex(n)}`)),
  'session parameter': turn((html, n) => html.replaceAll('/files/annex.pdf', `/files/annex.pdf?PHPSESSID=${hex(n)}`)),
  'cache busting': turn((html, n) => html.replaceAll('/files/annex.pdf', `/files/annex.pdf?v=${1_700_000_000 + n}`)),
  banner: at('above', (n) => `<div class="banner promo-banner"><a href="/c/${n}">${sentence(n)}</a></div>`),
  'banner without link': at('above', (n) => `<div class="hero-banner slider"><p>${sentence(n)}</p></div>`),
  carousel: at('below', (n) => `<div class="carousel">${teasers(n)}</div>`),
  'related links': at('below', (n) => `<section class="related"><h2>Related content</h2><ul>${links(n)}</ul></section>`),
  'related without a class': at('end', (n) => `<h3>Related news</h3><ul>${links(n)}</ul>`),
  'related with dates': at('end', (n) => `<h3>Latest news</h3><ul>${links(n).replaceAll('</a>', `</a> <span>${day(n)}</span>`)}</ul>`),
  'related teasers': at('below', (n) => `<div class="related-news"><h2>Read also</h2>${teasers(n)}</div>`),
  'teasers in an aside': at('below', (n) => `<aside><h2>News</h2>${teasers(n)}</aside>`),
  'most read': at('below', (n) => `<div id="most-read"><h4>Most read</h4><ol>${links(n)}</ol></div>`),
  'side bar': at('below', (n) => `<div class="sidebar"><h3>In focus</h3>${teasers(n)}</div>`),
  'quote of the day': at('below', (n) => `<aside class="widget"><h3>Quote of the day</h3><p>${sentence(n)}</p></aside>`),
  tweets: at('below', (n) => `<div class="twitter-timeline"><h3>Latest tweets</h3><p>@coast ${sentence(n)}</p></div>`),
  'cookie banner': later(at('top', () => '<div id="cookie-banner"><p>We use cookies to count visits.</p><button>Accept</button></div>')),
  'cookie consent kit': later(
    at(
      'bottom',
      () =>
        '<div id="onetrust-consent-sdk"><div><h2>Your privacy</h2><p>We value your privacy and use cookies.</p><button>Accept all</button></div></div>',
    ),
  ),
  'cookie banner of Drupal': later(
    at(
      'bottom',
      () =>
        '<div id="sliding-popup"><div class="eu-cookie-compliance-banner"><h2>We use cookies on this site to enhance your user experience</h2><p>By clicking any link on this page you are giving your consent.</p></div></div>',
    ),
  ),
  'cookie banner without a name': later(
    at(
      'bottom',
      () =>
        '<div class="cck-wrap"><p>This made-up site keeps cookies. Our page about cookies says which, and below you choose.</p><a href="#a">Accept all cookies</a> <a href="#b">Accept only essential cookies</a></div>',
    ),
  ),
  dialog: later(at('bottom', () => '<div role="dialog"><p>Take part in our survey!</p></div>')),
  'survey invitation': later(at('bottom', () => '<div class="modal" aria-hidden="true"><p>Help us: take part in our survey.</p></div>')),
  newsletter: later(
    at('below', () => '<div class="newsletter"><h3>Subscribe to our newsletter</h3><p>Get the news of the coast once a week.</p></div>'),
  ),
  'share buttons': later(
    at(
      'end',
      () =>
        '<div class="share-buttons"><span>Share</span><ul><li><a href="https://x.example/s">Facebook</a></li><li><a href="https://y.example/s">LinkedIn</a></li></ul></div>',
    ),
  ),
  'share words': later(
    at(
      'end',
      () =>
        '<p>Share this page:</p><ul><li><a href="/s/1">Facebook</a></li><li><a href="/s/2">X</a></li><li><a href="/s/3">E-mail</a></li></ul>',
    ),
  ),
  'print link': later(at('byline', () => '<p><a href="?print=1">Print</a> | <a href="?pdf=1">Download as PDF</a></p>')),
  advertisement: at('between', (n) => `<div class="ad-slot advertisement"><span>Advertisement</span><p>${sentence(n)}</p></div>`),
  'advertisement of a network': at('between', (n) => `<ins class="adsbygoogle">${sentence(n)}</ins>`),
  sponsored: at('below', (n) => `<div class="sponsored-content"><p>Sponsored</p><p>${sentence(n)}</p></div>`),
  breadcrumb: at('above', (n) => `<nav aria-label="Breadcrumb"><ol><li><a href="/">Home</a></li><li>Part ${n}</li></ol></nav>`),
  'you are here': at('above', (n) => `<p>You are here: <a href="/">Home</a> &gt; <a href="/n">Part ${n}</a> &gt; Note</p>`),
  'year in the footer': at('bottom', (n) => `<footer>© ${2025 + n} Coast Office</footer>`),
  'year without a name': at('bottom', (n) => `<p>© ${2025 + n} Coast Office. All rights reserved.</p>`),
  'years of copyright': at('bottom', (n) => `<div>Copyright 2001-${2025 + n}, Coast Office</div>`),
  version: at('bottom', (n) => `<div>Version 4.2.${n} | build ${hex(n)}</div>`),
  'logged in as guest': at('top', (n) => `<div class="user-menu">Session expires in ${20 + n} minutes</div>`),
  comments: at('end', (n) => `<p><a href="#c">${n + 2} comments</a></p>`),
  rating: at('end', (n) => `<div class="rating">Rating: 4.${n} (${figure(n)} votes)</div>`),
  'title of the window': (n) => ({ title: n === 0 ? 'Note | Coast Office' : 'Note - Coast Office - Europe' }),
  classes: turn((html, n) => html.replace(/<(p|div|li|h2|td)>/g, `<$1 class="css-${hex(n)}" data-v-${hex(n)} id="r${n}">`)),
  'order of attributes': (n) => ({
    end: n === 0 ? '<img src="/a.png" alt="Lamp" width="9">' : '<img width="90" alt="A lamp at night" srcset="/b.png 2x" src="/b.png">',
  }),
  'divisions to sections': turn((html) => html.replaceAll('<div', '<section').replaceAll('</div', '</section')),
  'paragraphs to divisions': turn((html) => html.replaceAll('<p>', '<div class="p">').replaceAll('</p>', '</div>')),
  'wrapped once more': turn((html) => html.replace(/<p>/g, '<div><div><p><span>').replace(/<\/p>/g, '</span></p></div></div>')),
  'bold otherwise': (n) => ({
    between:
      n === 0
        ? '<p>Read <b>this</b> first of all, says the <i>office</i>.</p>'
        : '<p>Read <strong>this</strong> first of all, says the <em>office</em>.</p>',
  }),
  'without end tags': turn((html) => html.replace(/<\/(?:p|li|td|tr)>/g, '')),
  capitals: turn((html) => html.replace(/<\/?(?:p|li|ul|h1|h2|td|tr)\b/g, (tag) => tag.toUpperCase())),
  'white space': turn((html) => html.replace(/\n/g, '\n\n      ').replaceAll('. ', '.\n     ')),
  'one line': turn((html) => html.replace(/\s*\n\s*/g, '')),
  entities: turn(inText((text) => text.replace(/[aeo]/g, (letter) => `&#${letter.charCodeAt(0)};`))),
  'hard spaces': turn(inText((text) => text.replaceAll(' ', '&nbsp;'))),
  'soft hyphens': turn(inText((text) => text.replaceAll('harbour', 'har&shy;bour').replaceAll('office', 'of\u00adfice'))),
  'zero-width spaces': turn(inText((text) => text.replaceAll('boats', 'bo\u200bats'))),
  quotes: (n) => ({
    between: n === 0 ? '<p>The board\'s "plan" - once more - is there...</p>' : '<p>The board’s “plan” – once more — is there…</p>',
  }),
  'other quotes': (n) => ({ between: n === 0 ? '<p>„Plan‟ of the board, ‘new’.</p>' : "<p>«\u00a0Plan\u00a0» of the board, 'new'.</p>" }),
  'comments in markup': turn((html, n) => html.replaceAll('</p>', `<!-- ${hex(n)} <p>words</p> --></p>`)),
  'lines broken by hand': turn((html) => html.replaceAll('. ', '.<br>')),
  'composed otherwise': (n) => ({
    between: `<p>${n === 0 ? 'Le café du Désert' : 'Le café du Désert'.normalize('NFD')} opens at nine.</p>`,
  }),
  'links opened': turn((html) => html.replaceAll('<a href', '<a target="_blank" rel="noopener" href')),
  'heading linked': turn((html) => html.replace(/<h2>([^<]*)<\/h2>/g, '<h2 id="x"><a href="#x">$1</a></h2>')),
  'jump to top': later(at('end', () => '<p><a href="#top">Back to top</a></p>')),
  'icons in links': turn((html) =>
    html.replaceAll('>annex</a>', '>annex<span class="visually-hidden"> (opens in a new window)</span><svg><path d="M0"/></svg></a>'),
  ),
};
