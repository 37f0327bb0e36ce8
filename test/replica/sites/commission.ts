// A stand-in of the Commission's site on home affairs: cards of the Europa Component Library, a feed ordered by change. Variant 0 has cards as recorded, in 1 their other form with days as text, in 2 files in place of cards, in 3
// markup that nobody recorded.

import { type Answer, type Day, page, type Question, rss, type Site, type Story, until } from '../site.ts';
import { pressAndRegister } from './commission-press.ts';

const HOME = 'https://home-affairs.ec.europa.eu';

interface Item {
  /** An address on this site, or a whole one. */
  readonly path: string;
  readonly title: string;
  /** Day of September; the last day of August where it is 0. */
  readonly date: number;
  readonly kind: string;
  readonly text: string;
  readonly from?: Day;
  /** A day that is not that of publication. */
  readonly deadline?: string;
  readonly corrected?: { readonly day: Day; readonly title?: string; readonly text?: string };
}

const NEWS: readonly Item[] = [
  {
    path: '/news/stand-in-alliance-meets-2026-09-08_en',
    title: 'Stand-in alliance against migrant smuggling meets in a made-up town',
    date: 8,
    kind: 'News article',
    text: 'Ninety ministers of countries on no map spoke of ropes, ladders and paper boats.',
    from: 2,
    deadline: 'Deadline 30 September 2026',
    corrected: { day: 3, text: 'Ninety-one ministers of countries on no map spoke of ropes, ladders and paper boats.' },
  },
  {
    path: 'https://ec.europa.eu/commission/presscorner/detail/en/ip_26_90007',
    title: 'Made-up visas for stand-in sailors',
    date: 9,
    kind: 'Press release',
    text: 'They are green.',
    from: 3,
  },
  {
    path: '/news/old-plan-2026-08-31_en',
    title: 'An old plan for the fight against the smuggling of migrants, by nobody',
    date: 0,
    kind: 'News article',
    text: 'The plan has nine parts, and the ninth is empty.',
    corrected: { day: 4, text: 'The plan has nine parts, and the ninth is no longer empty.' },
  },
  ...Array.from({ length: 6 }, (_, at) => ({
    path: `/news/grant-for-nothing-${90_201 + at}-2026-09-0${6 - at}_en`,
    title: `Grant ${90_201 + at} for made-up projects opens`,
    date: 6 - at,
    kind: 'News article',
    text: `Grant ${90_201 + at} pays for things that do not exist.`,
  })),
];

const PUBLICATIONS: readonly Item[] = [
  {
    path: '/document-library/made-up-study-90230_en',
    title: 'Made-up study on the smuggling of migrants by balloon',
    date: 9,
    kind: 'Study',
    text: 'Balloons are slow, which the study regrets over ninety pages.',
    from: 3,
    corrected: { day: 5, title: 'Made-up study on the smuggling of migrants by airship' },
  },
  ...['Stand-in handbook on stamps', 'Notes on invisible fences', 'Figures that add up to nothing', 'A guide to guides'].map(
    (title, at) => ({
      path: `/document-library/stand-in-${90_231 + at}_en`,
      title,
      date: 4 - at,
      kind: 'Report',
      text: `${title}, told at length.`,
    }),
  ),
];

const today = (items: readonly Item[], day: Day): readonly Item[] =>
  until(items, day).map((item) => (item.corrected !== undefined && day >= item.corrected.day ? { ...item, ...item.corrected } : item));

const iso = ({ date }: Item): string => (date === 0 ? '2026-08-31' : `2026-09-0${date}`);
const printed = ({ date }: Item): string => (date === 0 ? '31 August 2026' : `${date} September 2026`);

const SHAPES: readonly ((item: Item) => string)[] = [
  (item) => `<article class="ecl-content-item"><div class="ecl-content-block ecl-content-item__content-block" data-ecl-content-block>
<ul class="ecl-content-block__primary-meta-container"><li class="ecl-content-block__primary-meta-item">${item.kind}</li><li class="ecl-content-block__primary-meta-item"><time datetime="${iso(item)}T12:00:00Z">${printed(item)}</time></li></ul>
<div class="ecl-content-block__title"><a href="${item.path}" class="ecl-link ecl-link--standalone" data-ecl-title-link><span>${item.title}</span></a></div>
<div class="ecl-content-block__description"><p>${item.text}</p></div></div></article>`,
  (
    item,
  ) => `<div class="ecl-content-item-block__item"><article class="ecl-content-item"><a href="/topics/stand-in_en" class="ecl-label">Topic</a>
<ul class="ecl-content-block__primary-meta-container"><li class="ecl-content-block__primary-meta-item">${item.kind}</li><li class="ecl-content-block__primary-meta-item">${printed(item)}</li>${item.deadline === undefined ? '' : `<li class="ecl-content-block__primary-meta-item">${item.deadline}</li>`}</ul>
<h3 class="ecl-content-block__title"><a class="ecl-link ecl-link--standalone" href="${item.path}?prefLang=en">${item.title}</a></h3></article></div>`,
  (
    item,
  ) => `<div class="ecl-file"><div class="ecl-file__container"><div class="ecl-file__title">${item.title}</div><div class="ecl-file__info"><ul class="ecl-file__detail-meta"><li class="ecl-file__detail-meta-item">${item.kind}</li><li class="ecl-file__detail-meta-item">${printed(item)}</li></ul></div></div>
<div class="ecl-file__footer"><div class="ecl-file__language">English</div><div class="ecl-file__meta">(1.2 MB - PDF)</div><a class="ecl-file__download" href="${fileOf(item, 'en')}">Download</a></div>
<ul class="ecl-file__translation-list"><li class="ecl-file__translation-item"><div class="ecl-file__translation-title">français</div><a class="ecl-file__translation-download" href="${fileOf(item, 'fr')}">Télécharger</a></li></ul></div>`,
  (item) => `<p>${printed(item)} <a href="${item.path}">${item.title}</a></p>`,
];

const fileOf = ({ path }: Item, language: string): string =>
  `/document/download/90${path.length}0000-0000-4000-8000-000000000000_${language}?filename=${path.replace(/^.*\/|_en$/g, '')}.pdf`;

/** Cards that lead to a filtered list and to the press corner's front page. */
const NAVIGATION: Item[] = [
  { path: '/whats-new/news_en?f%5B0%5D=topic%3A90', title: 'More made-up news on one topic', date: 1, kind: 'See also', text: '' },
  { path: 'https://ec.europa.eu/commission/presscorner/home/en', title: 'To the press corner', date: 1, kind: 'See also', text: '' },
];

const list = (items: readonly Item[], { url, variant }: Question, title: string): Answer => {
  // News are never files.
  const shape = SHAPES[title === 'News' && variant % SHAPES.length === 2 ? 0 : variant % SHAPES.length];
  const rows = [...(url.searchParams.has('page') ? [] : [...items, ...NAVIGATION])].map((item) => shape?.(item) ?? '').join('\n');
  const feed = `${HOME}/node/${title.length}/rss_en`;
  return page(
    title,
    `<h1>${title}</h1><h4 class="ecl-u-type-heading-4"><span>${title}</span> <span>(${items.length})</span></h4>${rows}
<nav class="ecl-pagination"><ul><li class="ecl-pagination__item ecl-pagination__item--next"><a href="?page=1">Next</a></li></ul></nav><a href="${feed}">RSS</a>`,
    { head: `<link rel="alternate" type="application/rss+xml" href="${feed}">` },
  );
};

/** By last change: what was corrected comes first, however old it is. */
const changes = (items: readonly Item[], day: Day): Answer => {
  const changedOn = (item: Item): string =>
    item.corrected !== undefined && item.corrected.day <= day ? `2026-09-${String(6 + item.corrected.day).padStart(2, '0')}` : iso(item);
  const sorted = [...items].sort((a, b) => changedOn(b).localeCompare(changedOn(a)));
  return rss(
    sorted.map((item, at) => {
      const address = new URL(item.path, HOME).href;
      const node = `<atom:id xmlns:atom="http://www.w3.org/2005/Atom">${HOME}/node/${90_000 + at}</atom:id>`;
      return {
        title: item.title,
        link: address,
        guid: address,
        date: `${new Date(changedOn(item)).toUTCString()}`,
        description: item.text,
        more: node,
      };
    }),
    { title: 'Stand-in | News', link: HOME },
  );
};

const article = (item: Item): Answer =>
  page(
    `${item.title} - Stand-in`,
    `<div class="ecl-page-header"><h1 class="ecl-page-header__title">${item.title}</h1></div><div class="ecl"><p>${item.text}</p><p>None of this has happened, and whoever reads it should know so.</p></div>
<div class="ecl-file"><div class="ecl-file__title">${item.title}</div><a class="ecl-file__download" href="${fileOf(item, 'en')}">Download (1.2 MB - PDF)</a></div><div class="ecl-social-media-share">Share this page</div>`,
  );

const policy = (day: Day): Answer =>
  page(
    'Migrant smuggling - Stand-in',
    `<h1>Migrant smuggling</h1><div class="ecl"><p>Whoever is smuggled on this page is made of paper.</p><p>The stand-in has ${day < 4 ? 'two' : 'three'} partnerships with islands on no map.</p></div>
<article class="ecl-content-item"><a href="/news/x-${day}_en">What is new on day ${day}</a></article>`,
  );

const home = (question: Question): Answer | null => {
  const { url, day } = question;
  const [news, publications] = [today(NEWS, day), today(PUBLICATIONS, day)];
  if (url.pathname.startsWith('/policies/')) return url.pathname.endsWith('migrant-smuggling_en') ? policy(day) : null;
  if (url.pathname === '/whats-new/news_en') return list(news, question, 'News');
  if (url.pathname === '/whats-new/publications_en') return list(publications, question, 'Publications');
  if (url.pathname === '/node/4/rss_en') return changes(news, day);
  if (url.pathname === '/node/12/rss_en') return changes(publications, day);
  const item = [...news, ...publications].find(({ path }) => path === url.pathname);
  return item === undefined ? null : article(item);
};

const sites: readonly Site[] = [{ origin: HOME, answer: home }, pressAndRegister];

export const commission: Story = {
  sites,
  told: [
    {
      day: 2,
      watcher: 'commission-home-news',
      kind: 'new-document',
      title: 'Stand-in alliance against migrant smuggling meets in a made-up town',
    },
    {
      day: 3,
      watcher: 'commission-home-news',
      kind: 'wording',
      title: 'Stand-in alliance against migrant smuggling meets in a made-up town',
    },
    {
      day: 4,
      watcher: 'commission-home-news',
      kind: 'wording',
      title: 'An old plan for the fight against the smuggling of migrants, by nobody',
    },
    {
      day: 3,
      watcher: 'commission-home-publications',
      kind: 'new-document',
      title: 'Made-up study on the smuggling of migrants by balloon',
    },
    { day: 5, watcher: 'commission-home-publications', kind: 'metadata', title: 'Made-up study on the smuggling of migrants by airship' },
    // The feed of changes has the page looked at on the same day, and its heading is corrected as well.
    { day: 5, watcher: 'commission-home-publications', kind: 'wording', title: 'Made-up study on the smuggling of migrants by airship' },
    { day: 4, watcher: 'commission-home-smuggling', kind: 'wording', title: "The Commission's policy page on migrant smuggling" },
    { day: 2, watcher: 'commission-press', kind: 'new-document', title: 'Commission proposes made-up rules against migrant smuggling' },
    { day: 3, watcher: 'commission-press', kind: 'new-document', title: 'Statement on the Pact on Migration and Asylum of the stand-ins' },
    { day: 3, watcher: 'commission-press', kind: 'wording', title: 'Commission proposes made-up rules against migrant smuggling' },
    { day: 4, watcher: 'commission-press', kind: 'new-document', title: 'Daily News 90 / 09 / 2026' },
    { day: 3, watcher: 'commission-register', kind: 'new-document', title: 'A made-up road map to made-up data' },
    { day: 5, watcher: 'commission-register', kind: 'access', title: 'A made-up road map to made-up data' },
  ],
};
