// A stand-in of the site of the EU Agency for Asylum: rows whose heading stands outside of the link, publications without days. Variant 0 is as
// recorded, 1 has other elements, 2 nothing but links (of the news, a feed as well). All texts are made up.

import { type Answer, type Day, page, type Question, rss, type Site, type Story, until } from '../site.ts';

interface Item {
  readonly slug: string;
  readonly title: string;
  readonly date: string;
  readonly text: string;
  readonly subtitle?: string;
  readonly from?: Day;
  readonly corrected?: { readonly day: Day; readonly title?: string; readonly text?: string };
}

const NEWS: readonly Item[] = [
  {
    slug: 'stand-in-agencies-meet-on-pact-90310',
    title: 'Stand-in agencies meet on the Pact on Migration and Asylum',
    date: '2026-09-10',
    text: 'Ninety people who do not exist talked for two days in a town without a name.',
    from: 4,
    corrected: { day: 5, text: 'Ninety-nine people who do not exist talked for three days in a town without a name.' },
  },
  {
    slug: 'stand-in-library-opens-90311',
    title: 'A stand-in library opens its doors',
    date: '2026-09-08',
    text: 'It has one book.',
    from: 2,
  },
  ...Array.from({ length: 7 }, (_, at) => ({
    slug: `made-up-applications-in-month-${90_301 + at}`,
    title: `Made-up applications in month ${90_301 + at}`,
    date: `2026-08-${String(26 - at)}`,
    text: `In month ${90_301 + at} nobody applied for anything.`,
  })),
];

const PUBLICATIONS: readonly Item[] = [
  {
    slug: 'joint-made-up-analysis-90330',
    title: 'Joint made-up analysis of facilitation of unauthorised entry',
    subtitle: 'Fact Sheet No 90',
    date: '2026-09',
    text: 'What invented agencies think of invented journeys.',
    from: 3,
    corrected: { day: 4, text: 'What four invented agencies think of ninety invented journeys.' },
  },
  ...[
    'Guide to stand-in interviews',
    'Situation in a country without a name',
    'Made-up country focus',
    'Notes for invented case officers',
  ].map((title, at) => ({
    slug: `stand-in-publication-${90_331 + at}`,
    title,
    subtitle: `Situational Update No ${90 + at}`,
    date: `2026-0${at + 3}`,
    text: `${title}, in a file that is not there.`,
  })),
];

const today = (item: Item, day: Day): Item =>
  item.corrected !== undefined && day >= item.corrected.day ? { ...item, ...item.corrected } : item;
const on = (items: readonly Item[], day: Day): readonly Item[] => until(items, day).map((item) => today(item, day));

const printed = (date: string): string =>
  new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }).format(new Date(date));

const NEWS_ROWS: readonly ((item: Item) => string)[] = [
  ({ slug, title, date }) =>
    `<section class="views-row"><span class="field field--name-title"><h3>${title}</h3></span><time datetime="${date}T12:00:00Z" class="datetime">${printed(date)}</time><a href="/news-events/${slug}">Read More</a></section>`,
  ({ slug, title, date, text }) =>
    `<article class="node node--type-press-release node--view-mode-teaser"><div class="created">${printed(date)}</div><h2>${title}</h2><p>${text}</p><a class="btn" href="https://www.euaa.europa.eu/news-events/${slug}">Read More</a></article>`,
  ({ slug, title }) => `<p><a href="/news-events/${slug}">${title}</a></p>`,
];

const fileOf = ({ slug, date }: Item): string => `/sites/default/files/publications/${date}/${slug.replaceAll('-', '_')}.pdf`;
const PUBLICATION_ROWS: readonly ((item: Item) => string)[] = [
  (item) =>
    `<div class="views-row"><h3><a href="/publications/${item.slug}">${item.title}</a></h3><h4>${item.subtitle}</h4><div class="field--name-body"><p>${item.text}</p></div><a href="${fileOf(item)}">Download</a> <a href="https://ebooks.example/${item.slug}">View eBook</a></div>`,
  (item) =>
    `<li class="publication"><span class="publication-title">${item.title}</span><span>${item.subtitle}</span><p>${item.text}</p><a href="/publications/${item.slug}">More</a><a href="https://euaa.europa.eu${fileOf(item)}">Download</a></li>`,
  (item) => `<p><a href="/publications/${item.slug}">${item.title}</a></p>`,
];

const MENU =
  '<ul class="tabs"><li><a href="/news-events/press-releases">Press releases</a></li><li><a href="/news-events/events">Events</a></li><li><a href="/publications?page=0">Publications</a></li></ul>';
const PAGER = '<nav class="pager"><a href="?page=1">Next</a></nav>';

const list = (items: readonly Item[], { variant }: Question, shapes: readonly ((item: Item) => string)[]): Answer => {
  const shape = shapes[variant % shapes.length];
  const rows = items.map((item) => shape?.(item) ?? '').join('');
  return page('Stand-in', `${MENU}<div class="view-content">${variant % 3 === 1 ? `<ul>${rows}</ul>` : rows}</div>${PAGER}`, {
    head: '<noscript><style>form.antibot * :not(.antibot-message) { display: none !important; }</style></noscript>',
  });
};

const article = ({ title, text }: Item): Answer =>
  page(
    `${title} | Stand-in`,
    `<article class="node node--type-page"><h1>${title}</h1><div class="field--name-body"><p>${text}</p><p>None of this happened, and nobody was there.</p></div></article>`,
  );

const answer = (question: Question): Answer | null => {
  const { url, day, variant } = question;
  const [news, publications] = [on(NEWS, day), on(PUBLICATIONS, day)];
  const isLater = Number(url.searchParams.get('page') ?? '0') > 0;
  switch (url.pathname) {
    case '/news-events/press-releases':
      return list(isLater ? [] : news, question, NEWS_ROWS);
    case '/publications':
      return list(isLater ? [] : publications, question, PUBLICATION_ROWS);
    case '/category/press-releases/feed':
      // One project says that it is there, another that it is not.
      return variant % 2 === 0
        ? null
        : rss(
            news.map(({ slug, title, text }) => ({ title, link: `https://euaa.europa.eu/news-events/${slug}`, description: text })),
            { title: 'Stand-in', link: 'https://euaa.europa.eu' },
          );
  }
  const item = [
    ...news.map((one) => [`/news-events/${one.slug}`, one] as const),
    ...publications.map((one) => [`/publications/${one.slug}`, one] as const),
  ].find(([path]) => path === url.pathname)?.[1];
  return item === undefined ? null : article(item);
};

const site = (origin: string): Site => ({ origin, answer });

export const euaa: Story = {
  sites: [site('https://www.euaa.europa.eu'), site('https://euaa.europa.eu')],
  told: [
    { day: 4, watcher: 'euaa-news', kind: 'new-document', title: 'Stand-in agencies meet on the Pact on Migration and Asylum' },
    { day: 5, watcher: 'euaa-news', kind: 'wording', title: 'Stand-in agencies meet on the Pact on Migration and Asylum' },
    { day: 3, watcher: 'euaa-publications', kind: 'new-document', title: 'Joint made-up analysis of facilitation of unauthorised entry' },
    { day: 4, watcher: 'euaa-publications', kind: 'wording', title: 'Joint made-up analysis of facilitation of unauthorised entry' },
  ],
};
