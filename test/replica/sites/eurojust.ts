// A stand-in of Eurojust's site: views of news and publications with the day as text, feeds, articles under a sentence about JavaScript.
// Variant 0 is as recorded, 1 has other elements for title and day, 2 has no rows that anything could find, so that feeds and links must do.

import { type Answer, type Day, page, type Question, rss, type Site, type Story, until } from '../site.ts';

interface Item {
  readonly path: string;
  readonly title: string;
  /** As printed. */
  readonly date: string;
  readonly kind: string;
  readonly text: string;
  readonly from?: Day;
  readonly corrected?: { readonly day: Day; readonly title?: string; readonly text?: string };
}

const NEWS: readonly Item[] = [
  {
    path: '/news/made-up-hearings-90210',
    title: 'Made-up hearings end a network for the smuggling of migrants',
    date: '09 Sept 2026',
    kind: 'PRESS RELEASE',
    text: 'Judges of two countries that are on no map met five times and closed a case of ninety pages.',
    from: 3,
    corrected: { day: 4, text: 'Judges of three countries that are on no map met six times and closed a case of ninety pages.' },
  },
  {
    path: '/news/stand-in-robes-90211',
    title: 'New robes for stand-in prosecutors',
    date: '8 September 2026',
    kind: 'NEWS | Deadline 30 October 2026',
    text: 'They are blue.',
    from: 2,
  },
  ...Array.from({ length: 8 }, (_, at) => ({
    path: `/news/case-without-a-crime-${90_201 + at}`,
    title: `Case ${90_201 + at} without a crime closed by nobody`,
    date: `${28 - at} August 2026`,
    kind: 'NEWS',
    text: `Case ${90_201 + at} was made up for this page and closed on the same day.`,
  })),
];

const PUBLICATIONS: readonly Item[] = [
  {
    path: '/publication/outcome-of-a-made-up-meeting-90230',
    title: 'Outcome of a made-up meeting on migrant smuggling',
    date: '08 September 2026',
    kind: 'AVAILABLE IN ENGLISH',
    text: 'What was said at a meeting that never took place, in ninety paragraphs.',
    from: 3,
    corrected: { day: 5, title: 'Outcome of the made-up meeting on migrant smuggling' },
  },
  ...['Notes on invented evidence', 'Stand-in case law, volume 90', 'A leaflet about leaflets', 'Made-up annual figures'].map(
    (title, at) => ({
      path: `/publication/stand-in-publication-${90_231 + at}`,
      title,
      date: `0${at + 1} April 2026`,
      kind: 'PUBLICATION',
      text: `${title}, told at length.`,
    }),
  ),
];

const today = (item: Item, day: Day): Item =>
  item.corrected !== undefined && day >= item.corrected.day ? { ...item, ...item.corrected } : item;
const on = (items: readonly Item[], day: Day): readonly Item[] => until(items, day).map((item) => today(item, day));

const SHAPES: readonly ((item: Item, field: string) => string)[] = [
  ({ path, title, date, kind }, field) =>
    `<div class="views-row"><div class="field field--name-${field}"><h3><a href="${path}" hreflang="en">${title}</a></h3></div><div>${date}</div><div>${kind}</div></div>`,
  ({ path, title, date, kind, text }) =>
    `<article class="teaser"><a class="picture" href="${path}"><img src="/a.jpg" alt=""></a><div><p class="teaser-date">${date} | ${kind}</p><h2><a href="https://www.eurojust.europa.eu${path}">${title}</a></h2><p class="teaser-description">${text}</p></div></article>`,
  ({ path, title }) => `<p><a href="${path}">${title}</a></p>`,
];

/** The sentence that stands before everything, and a list that is another one. */
const AROUND = '<div class="antibot-message">Sorry, you need to enable JavaScript to visit this stand-in.</div>';
const BESIDE =
  '<aside><div class="views-row"><h3><a href="/events/a-made-up-event-90299">A made-up event</a></h3><div>30 October 2026</div></div></aside>';

const list = (items: readonly Item[], { variant }: Question, { title, field }: { title: string; field: string }): Answer => {
  const shape = SHAPES[variant % SHAPES.length] ?? SHAPES[0];
  const rows = items.map((item) => shape?.(item, field) ?? '').join('\n');
  return page(title, `${AROUND}<h1>Stand-in</h1><div class="content"><div class="views-element-container">${rows}</div></div>${BESIDE}`);
};

const feed = (items: readonly Item[]): Answer =>
  rss(
    items.map(({ path, title, text, date }) => ({
      title,
      link: `https://www.eurojust.europa.eu${path}`,
      guid: `90${path.length} at https://www.eurojust.europa.eu`,
      date: new Date(`${date.replace('Sept ', 'September ')} 08:00:00Z`).toUTCString(),
      description: `<p>${text}</p>`,
    })),
    { title: 'Stand-in', link: 'https://www.eurojust.europa.eu' },
  );

const article = ({ title, date, kind, text, path }: Item): Answer =>
  page(
    `${title} | Stand-in`,
    `${AROUND}<article class="node node--type-news"><h1>${title}</h1><div class="meta">${date}|${kind}</div><div class="field--name-body"><p>${text}</p><p>Nothing of this is true.</p></div>${
      path.startsWith('/publication/')
        ? '<h2>Downloads</h2><p>FULL REPORT <a href="/sites/default/files/assets/stand-in-90230.pdf">DOWNLOAD [PDF] (5.07 MB)</a></p>'
        : ''
    }<div class="social-share">Share this</div></article>`,
  );

const answer = (question: Question): Answer | null => {
  const { url, day } = question;
  const [news, publications] = [on(NEWS, day), on(PUBLICATIONS, day)];
  const isLater = Number(url.searchParams.get('page') ?? '0') > 0;
  switch (url.pathname) {
    case '/media-and-events/press-releases-and-news':
      return list(isLater ? [] : news, question, { title: 'Press releases and news', field: 'node-title' });
    case '/publications':
      return list(isLater ? [] : publications, question, { title: 'Publications', field: 'publication-tag-title' });
    case '/rss/press-releases.xml':
      return feed(news);
    case '/rss/publications.xml':
      return feed(publications);
  }
  const item = [...news, ...publications].find(({ path }) => path === url.pathname);
  return item === undefined ? null : article(item);
};

const site = (origin: string): Site => ({ origin, answer });

export const eurojust: Story = {
  sites: [site('https://www.eurojust.europa.eu'), site('https://eurojust.europa.eu')],
  told: [
    { day: 3, watcher: 'eurojust-news', kind: 'new-document', title: 'Made-up hearings end a network for the smuggling of migrants' },
    { day: 4, watcher: 'eurojust-news', kind: 'wording', title: 'Made-up hearings end a network for the smuggling of migrants' },
    { day: 3, watcher: 'eurojust-publications', kind: 'new-document', title: 'Outcome of a made-up meeting on migrant smuggling' },
    { day: 5, watcher: 'eurojust-publications', kind: 'metadata', title: 'Outcome of the made-up meeting on migrant smuggling' },
  ],
};
