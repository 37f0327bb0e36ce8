// FRA (a feed, and a list beside it), EMSA (Joomla cards), CEPOL (rows made by a script) and the External Action Service (cards, some of which
// lead elsewhere). Each is one site; what the facts leave open is its variants.

import { type Article, archive, listed, paragraphs, printed, type Shown, shown, unknownMarkup } from '../articles.ts';
import { type Answer, escaped, page, type Question, rss, type Site, type Story } from '../site.ts';

const articlePage = ({ title, date, body }: Shown): Answer =>
  page(title, `<article><h1>${escaped(title)}</h1><time datetime="${date}">${printed.long(date)}</time>\n${paragraphs(body)}</article>`);

const behind = (articles: readonly Article[], { url, day }: Question): Answer | null => {
  const article = shown(articles, url.pathname.replace(/\.html$/, '').replace(/_en$/, ''), day);
  return article && articlePage(article);
};

// ── FRA ─────────────────────────────────────────────────────────────────────────────────────────────────────────────

const FRA = 'https://fra.europa.eu';

const fraNews: readonly Article[] = [
  {
    slug: 'criminal-courts-and-helpers-90411',
    title: 'Courts and helpers: how facilitation of unauthorised entry is punished',
    date: '2026-09-09',
    from: 3,
    lead: 'Sentences differ from one state to the next.',
    body: [
      'Helpers were charged in nine states over two years, and acquitted in most of the cases that were counted.',
      'A table with the sentences of each state is part of paper 90411. It will be brought up to date once a year.',
    ],
    bodies: {
      4: [
        'Helpers were charged in eleven states over two years, and acquitted in half of the cases that were counted.',
        'A table with the sentences of each state is part of paper 90411. It will be brought up to date once a year.',
      ],
    },
  },
  {
    slug: 'photo-prize-90412',
    title: 'Photo prize goes to a class of twelve-year-olds',
    date: '2026-09-08',
    from: 2,
    lead: 'They took pictures of their way to school.',
    body: ['The class took pictures of its way to school over a month. The jury liked that nobody looks into the camera.'],
  },
  ...archive(8, 'Network of libraries'),
];

const fraLink = ({ slug, date }: Shown): string => `/en/news/${date.slice(0, 4)}/${slug}`;

/** Variants: plain addresses as guids, Drupal's guids, and no feed at all. */
const fraFeed = ({ day, variant }: Question): Answer | null =>
  variant % 3 === 2
    ? null
    : rss(
        [
          ...listed(fraNews, day).map((item, at) => ({
            title: item.title,
            link: FRA + fraLink(item),
            guid: variant % 3 === 0 ? FRA + fraLink(item) : `${90_500 - at} at ${FRA}`,
            date: printed.rfc(item.date),
            description: `<p>${item.lead}</p>`,
          })),
          {
            title: 'Migrant smuggling: an event of last year',
            link: `${FRA}/en/events/2025/made-up-event`,
            date: printed.rfc('2025-11-02'),
          },
        ],
        { title: 'FRA', link: FRA },
      );

const fraList = ({ day }: Question): Answer =>
  page(
    'News',
    `<h1>News</h1><ul class="years"><li><a href="/en/news/2026/">2026</a></li><li><a href="/en/news/2025/">2025</a></li></ul><div class="view-content">${listed(
      fraNews,
      day,
    )
      .map(
        (item) =>
          `<article class="card"><time datetime="${item.date}T12:00:00Z" class="datetime">${printed.long(item.date)}</time><h3><a href="${fraLink(item)}">${escaped(item.title)}</a></h3></article>`,
      )
      .join('\n')}</div>`,
  );

const fra: Site = {
  origin: FRA,
  answer: (question) => {
    if (question.url.pathname === '/en/rss.xml') return fraFeed(question);
    return question.url.pathname === '/en/news-and-events/news' ? fraList(question) : behind(fraNews, question);
  },
};

// ── EMSA ────────────────────────────────────────────────────────────────────────────────────────────────────────────

const EMSA = 'https://www.emsa.europa.eu';

const emsaNews: readonly Article[] = [
  {
    slug: '90611-drones-over-the-channel',
    title: 'Drones over the channel: pictures for cases of migrant smuggling',
    date: '2026-09-08',
    from: 2,
    lead: 'Coast guards may ask for a flight by 30.09.2027.',
    body: ['Flights last for up to six hours. Pictures are kept for as long as a case is open, and deleted within a week of its end.'],
  },
  {
    slug: '90612-paint-that-keeps-shells-away',
    title: 'Paint that keeps shells away passes its test',
    date: '2026-09-11',
    from: 5,
    lead: 'Hulls stayed clean for two summers.',
    body: ['Hulls with the new paint stayed clean for two summers in warm water. A test in cold water goes on until the spring.'],
  },
  ...archive(9, 'Committee on buoys').map((article, at) => ({ ...article, slug: `${90_600 - at}-${article.slug}` })),
];

const emsaLink = ({ slug }: Shown): string => `/newsroom/latest-news/item/${slug}.html`;

/** Variants: the date in its element; as the only day in the card; under another name, in a list that is no list. */
const emsaCard = (item: Shown, variant: number): string => {
  const lead = variant % 3 === 1 ? '' : `<p>${escaped(item.lead)}</p>`;
  const date = [
    `<span class="date_value">${printed.dotted(item.date)}</span>`,
    `Published ${printed.dotted(item.date)}`,
    `<span class="value date_value field">${printed.dotted(item.date)}</span>`,
  ];
  return `<li class="fc_bloglist_item row${variant % 3}"><div class="fc_block"><span class="fc_item_title"><a href="${emsaLink(item)}">${escaped(item.title)}</a></span>
<div class="fc_info">${date[variant % 3]}</div>${lead}<a class="readmore" href="${emsaLink(item)}">Read more</a></div></li>`;
};

const emsa: Site = {
  origin: EMSA,
  answer: (question) => {
    const { url, day, variant } = question;
    if (url.pathname !== '/newsroom/latest-news.html') return behind(emsaNews, question);
    const items = listed(emsaNews, day);
    if (url.searchParams.get('format') === 'feed') {
      const entries = items.map((item) => ({
        title: item.title,
        link: EMSA + emsaLink(item),
        date: printed.rfc(item.date),
        description: item.lead,
      }));
      return rss(entries, { title: 'Latest news', link: EMSA });
    }
    const menu = '<ul class="nav"><li><a href="/newsroom/press-releases.html">Press releases</a></li></ul>';
    return page('Latest news', `${menu}<ul class="fc_bloglist">${items.map((item) => emsaCard(item, variant)).join('\n')}</ul>`);
  },
};

// ── CEPOL ───────────────────────────────────────────────────────────────────────────────────────────────────────────

const cepolNews: readonly Article[] = [
  {
    slug: 'course-for-investigators-90711',
    title: 'Course for investigators of migrant smuggling begins online',
    date: '2026-09-11',
    from: 5,
    lead: 'Thirty officers take part.',
    body: ['Thirty officers from ten states take part in course 90711, which lasts for two weeks and ends with a test on a made-up case.'],
  },
  {
    slug: 'running-track-90712',
    title: 'Running track renewed after the summer',
    date: '2026-09-09',
    from: 3,
    lead: 'It has four lanes.',
    body: ['The track behind the building has four lanes again. It is open to visitors on Sundays.'],
  },
  ...archive(7, 'Board of trainers').map((article, at) => ({ ...article, date: `2026-0${9 - Math.floor(at / 2)}-0${1 + (at % 2)}` })),
];

/** Plain programs get a shell: the rows are made by a script of the page, from data within it. */
const cepol: Site = {
  origin: 'https://www.cepol.europa.eu',
  answer: (question) => {
    const { url, day, variant } = question;
    if (url.pathname !== '/newsroom/news') return behind(cepolNews, question);
    const look = { href: ({ slug }: Shown) => `/newsroom/news/${slug}`, day: printed.sept };
    const { open, rows, close } = unknownMarkup(listed(cepolNews, day), variant, look);
    const data = JSON.stringify({ rows }).replaceAll('<', '\\u003c');
    return page(
      'News',
      `<div id="app"></div>
<script>const listing = ${data};</script>
<script>document.getElementById("app").innerHTML = ${JSON.stringify(open)} + listing.rows.join("") + ${JSON.stringify(close).replace('/', '\\/')};</script>`,
    );
  },
};

// ── the External Action Service ─────────────────────────────────────────────────────────────────────────────────────

const eeasPress: readonly Article[] = [
  {
    slug: 'joint-statement-on-patrols-90811',
    title: 'Joint statement on an anti-smuggling operational partnership in the south',
    date: '2026-09-09',
    from: 3,
    lead: 'Both sides met on Tuesday.',
    body: [
      'Both sides met on Tuesday and agreed on patrols that begin in the winter. Statement 90811 names a point of contact on each side.',
    ],
  },
  {
    slug: 'concert-for-the-anniversary-90812',
    title: 'Concert for the anniversary of the delegation',
    date: '2026-09-10',
    from: 4,
    lead: 'A choir of forty sang.',
    body: ['A choir of forty sang songs from twelve states. The evening ended with a dance in the yard.'],
  },
  ...archive(7, 'Office of protocol'),
];

const eeasLink = ({ slug }: Shown): string => (slug.startsWith('joint') ? `/delegations/made-up-land/${slug}_en` : `/eeas/${slug}_en`);

/** Variants: the day with dots; in words; among other words of the footer. */
const eeasCard = (item: Shown, variant: number): string => {
  const day = [printed.dotted(item.date), printed.long(item.date), `Press team | ${printed.long(item.date)}`][variant % 3];
  return `<div class="card"><div class="card-body"><h5 class="card-title"><a href="${eeasLink(item)}">${escaped(item.title)}</a></h5><p>${escaped(item.lead)}</p></div><footer class="card-footer"><div class="node__meta">${day}</div></footer></div>`;
};

const ELSEWHERE = `<div class="card"><div class="card-body"><h5 class="card-title"><a href="https://www.consilium.europa.eu/en/press/press-releases/2026/09/07/made-up-90999/">Briefing on migrant smuggling held elsewhere</a></h5></div><footer class="card-footer"><div class="node__meta">07.09.2026</div></footer></div>`;

const eeas: Site = {
  origin: 'https://www.eeas.europa.eu',
  answer: (question) => {
    const { url, day, variant } = question;
    if (url.pathname !== '/filter-page/press-material_en') return behind(eeasPress, question);
    const cards = [...(day > 1 ? [ELSEWHERE] : []), ...listed(eeasPress, day).map((item) => eeasCard(item, variant))];
    return page('Press material', `<h1>Press material</h1><div class="row">${cards.join('\n')}</div>`);
  },
};

export const smallAgencies: Story = {
  sites: [fra, emsa, cepol, eeas],
  told: [
    { day: 2, watcher: 'emsa-news', kind: 'new-document', title: 'Drones over the channel: pictures for cases of migrant smuggling' },
    { day: 3, watcher: 'fra-news', kind: 'new-document', title: 'Courts and helpers: how facilitation of unauthorised entry is punished' },
    { day: 4, watcher: 'fra-news', kind: 'wording', title: 'Courts and helpers: how facilitation of unauthorised entry is punished' },
    {
      day: 3,
      watcher: 'eeas-press',
      kind: 'new-document',
      title: 'Joint statement on an anti-smuggling operational partnership in the south',
    },
    { day: 5, watcher: 'cepol-news', kind: 'new-document', title: 'Course for investigators of migrant smuggling begins online' },
  ],
};
