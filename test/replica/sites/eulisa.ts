// eu-LISA: Drupal lists of news and publications in pages that count from zero, a feed of news and events, and the pages behind the rows.

import { type Article, archive, listed, paragraphs, printed, type Shown, shown } from '../articles.ts';
import { type Answer, escaped, page, type Question, rss, type Story } from '../site.ts';

const ORIGIN = 'https://www.eulisa.europa.eu';
const ON_A_PAGE = 10;

const news: readonly Article[] = [
  {
    slug: 'register-counts-90210-matches',
    title: 'What large registers add to the fight against migrant smuggling',
    date: '2026-09-08',
    from: 2,
    lead: 'Border posts matched more alerts on suspected facilitators this summer than last.',
    body: [
      'Border posts matched 90,210 alerts this summer. Police in twelve states looked at one in nine of them for links with people who carry others over a border for money.',
      'The figures come from a trial that ends in the winter of the year. A second count is planned for the spring.',
    ],
    bodies: {
      3: [
        'Border posts matched 90,210 alerts this summer. Police in fourteen states looked at one in seven of them for links with people who carry others over a border for money.',
        'The figures come from a trial that ends in the winter of the year. A second count is planned for the spring.',
      ],
    },
    titles: { 5: 'What large registers add to the fight against migrant smuggling: first figures' },
  },
  {
    slug: 'new-canteen-opens-at-the-northern-seat',
    title: 'New canteen opens at the northern seat',
    date: '2026-09-09',
    from: 3,
    lead: 'Staff chose the colour of the chairs.',
    body: ['The canteen has forty seats and opens at noon. Staff chose the colour of the chairs in a vote of two rounds.'],
  },
  ...archive(13, 'Working party on rooms'),
];

const events: readonly Article[] = [
  {
    slug: 'open-day-90321',
    title: 'Open day on registers and migrant smuggling',
    date: '2026-09-08',
    from: 2,
    lead: 'An event, and no news.',
    body: ['Doors open at ten in the morning.'],
  },
];

const publications: readonly Article[] = [
  {
    slug: 'alerts-in-figures-90077',
    title: 'Alerts in figures: the state of the Schengen area seen from its registers',
    date: '2026-09-10',
    from: 4,
    lead: 'Yearly figures on how often the registers were asked.',
    body: [
      'The registers were asked more often than in any year before. Annex 90077 holds the tables by state and by month, with notes on how they were made.',
    ],
  },
  {
    slug: 'catalogue-of-trainings-90078',
    title: 'Catalogue of trainings for operators',
    date: '2026-09-08',
    from: 2,
    lead: 'Courses of the coming year.',
    body: ['The catalogue lists thirty courses for operators, with their length and the language in which each is held.'],
  },
  ...archive(12, 'Report on energy use'),
];

/** The addresses of items are open: below the list, or in a folder of their own. */
const FOLDERS = {
  news: ['/news-and-events/news/', '/news-and-events/', '/news/'],
  events: ['/news-and-events/events/', '/news-and-events/events/', '/events/'],
  publication: ['/our-publications/', '/publications/', '/our-publications/'],
} as const;
type Type = keyof typeof FOLDERS;

const hrefOf = (type: Type, variant: number, { slug }: Shown): string => `${FOLDERS[type][variant % 3]}${slug}`;

/** Headings of three sizes; with and without a wrapper; the time before or after. */
const row = (type: Type, variant: number, item: Shown): string => {
  const size = ['h2', 'h3', 'h4'][variant % 3];
  const heading = `<${size} class="node__title"><a href="${hrefOf(type, variant, item)}" rel="bookmark"><span>${escaped(item.title)}</span></a></${size}>`;
  const time = `<time datetime="${item.date}T10:00:00Z" class="datetime">${printed.long(item.date)}</time>`;
  const singular = type === 'events' ? 'event' : type;
  const inside =
    variant % 2 === 0 ? `${time}${heading}` : `<div class="node__content">${heading}<div class="node__meta">${time}</div></div>`;
  const article = `<article class="node node--type-${singular} node--view-mode-teaser">${inside}<p>${escaped(item.lead)}</p></article>`;
  return variant % 2 === 0 ? article : `<div class="views-row">${article}</div>`;
};

const listPage = (type: Type, items: readonly Article[], { url, day, variant }: Question): Answer => {
  const from = Number(url.searchParams.get('page') ?? 0) * ON_A_PAGE;
  const rows = listed(items, day)
    .slice(from, from + ON_A_PAGE)
    .map((item) => row(type, variant, item));
  const title = type === 'publication' ? 'Our publications' : 'News and events';
  const pager = `<nav class="pager" role="navigation"><ul><li class="pager__item"><a href="?page=0">1</a></li><li class="pager__item"><a href="?page=1">2</a></li></ul></nav>`;
  return page(title, `<h1>${title}</h1><div class="view-content">${rows.join('\n')}</div>${pager}`);
};

const articlePage = (type: string, { title, date, body }: Shown): Answer =>
  page(
    title,
    `<article class="node node--type-${type} node--view-mode-full"><h1>${escaped(title)}</h1><time datetime="${date}T10:00:00Z">${printed.long(date)}</time>
<div class="field--name-body">${paragraphs(body)}</div>${type === 'publication' ? '<a href="/sites/default/files/2026-09/file-90077.pdf">Download</a>' : ''}</article>`,
  );

const feed = ({ day, variant }: Question): Answer =>
  rss(
    [
      ...listed(news, day).map((item) => ({ item, type: 'news' as const })),
      ...listed(events, day).map((item) => ({ item, type: 'events' as const })),
    ].map(({ item, type }) => ({
      title: item.title,
      link: ORIGIN + hrefOf(type, variant, item),
      date: printed.rfc(item.date),
      description: `<p>${item.lead}</p>`,
    })),
    { title: 'eu-LISA', link: ORIGIN },
  );

const answer = (question: Question): Answer | null => {
  const { url, day } = question;
  if (url.pathname === '/news-and-events') {
    const isEvents = url.searchParams.get('tp') === '78';
    return isEvents ? listPage('events', events, question) : listPage('news', news, question);
  }
  if (url.pathname === '/our-publications') return listPage('publication', publications, question);
  if (url.pathname === '/news-and-events.rss') return feed(question);
  const found = (items: readonly Article[], type: string): Answer | null => {
    const article = shown(items, url.pathname, day);
    return article && articlePage(type, article);
  };
  return found(news, 'news') ?? found(publications, 'publication') ?? found(events, 'event');
};

export const eulisa: Story = {
  sites: [{ origin: ORIGIN, answer }],
  told: [
    { day: 2, watcher: 'eulisa-news', kind: 'new-document', title: 'What large registers add to the fight against migrant smuggling' },
    { day: 3, watcher: 'eulisa-news', kind: 'wording', title: 'What large registers add to the fight against migrant smuggling' },
    {
      day: 5,
      watcher: 'eulisa-news',
      kind: 'metadata',
      title: 'What large registers add to the fight against migrant smuggling: first figures',
    },
    {
      day: 4,
      watcher: 'eulisa-publications',
      kind: 'new-document',
      title: 'Alerts in figures: the state of the Schengen area seen from its registers',
    },
  ],
};
