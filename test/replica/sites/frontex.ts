// A stand-in of the site of Frontex: news, publications and the monthly workbook. Ids in addresses keep their case; the workbook refuses HEAD.
// Variants change what the facts leave open of the lists. All texts are made up.

import { xlsx } from '../office.ts';
import { type Answer, type Day, page, type Question, rss, type Story, until } from '../site.ts';
import { register } from './frontex-register.ts';

interface Item {
  /** With the six letters at its end. */
  readonly slug: string;
  readonly title: string;
  readonly date: string;
  readonly text: string;
  readonly from?: Day;
  readonly corrected?: { readonly day: Day; readonly title?: string; readonly text?: string };
}

const NEWS: readonly Item[] = [
  {
    slug: 'stand-in-flights-90110-Zq7RtB',
    title: 'Invented flights help to disrupt smuggling of migrants off a made-up coast',
    date: '2026-09-08',
    text: 'Planes that do not exist watched a made-up coast for forty hours. Their pictures led patrol boats to eleven boats.',
    from: 2,
    corrected: {
      day: 5,
      text: 'Planes that do not exist watched a made-up coast for fifty hours. Their pictures led patrol boats to thirteen boats.',
    },
  },
  {
    slug: 'a-new-mess-hall-90111-aB3dEf',
    title: 'A new mess hall for the standing stand-ins',
    date: '2026-09-09',
    text: 'It seats ninety.',
    from: 3,
  },
  ...Array.from({ length: 9 }, (_, at) => ({
    slug: `a-week-at-the-made-up-border-${90_101 + at}-xY${at}zQ${at}`,
    title: `A week at the made-up border, number ${90_101 + at}`,
    date: `2026-08-${String(27 - at)}`,
    text: `Week ${90_101 + at} was like any other at a border that nobody can find on a map.`,
  })),
];

const PUBLICATIONS: readonly Item[] = [
  {
    slug: 'stand-in-annual-analysis-90130-Kd9WmX',
    title: 'Stand-in analysis: the state of the Schengen area from its invented borders',
    date: '2026-09-10',
    text: 'A yearly analysis of borders that were drawn for this page.',
    from: 4,
  },
  ...['Handbook of made-up vessels', 'Invented budget of the year', 'A guide to stand-in dogs', 'Best practices for imaginary fences'].map(
    (title, at) => ({
      slug: `made-up-publication-${90_131 + at}-pQ${at}Rs${at}`,
      title,
      date: `2026-0${4 + at}-02`,
      text: `${title}, in a file.`,
    }),
  ),
];

const today = (item: Item, day: Day): Item =>
  item.corrected !== undefined && day >= item.corrected.day ? { ...item, ...item.corrected } : item;
const on = (items: readonly Item[], day: Day): readonly Item[] => until(items, day).map((item) => today(item, day));

const NEWS_PATH = '/media-centre/news/news-release/';

const newsRow = ({ slug, title, date, text }: Item, variant: number): string => {
  const address = `${NEWS_PATH}${slug}`;
  if (variant === 1) {
    return `<li class="news-item"><div class="top"><p class="news-date">${date}</p></div><h4><a href="https://www.frontex.europa.eu${address}/">${title}</a></h4><p>${text}</p></li>`;
  }
  return `<article><a href="${address}"><img src="/assets/stand-in.jpg" alt=""></a><h3><a href="${address}">${title}</a></h3><span class="date">${date}</span><p>${text}</p><a href="${NEWS_PATH}">All news</a></article>`;
};

const newsList = ({ day, variant }: Question): Answer => {
  const rows = on(NEWS, day)
    .slice(0, 10)
    .map((item) => newsRow(item, variant % 3))
    .join('');
  if (variant % 3 === 2)
    return page('News | Stand-in', '<div id="app"><p>The list of news could not be shown. Please try again later on this page.</p></div>');
  return page('News | Stand-in', `<h1>News</h1><div class="row">${variant === 1 ? `<ul>${rows}</ul>` : rows}</div>`);
};

const publicationRow = ({ slug, title, date, text }: Item, variant: number): string => {
  const address = `/publications/${slug}`;
  const file = `/assets/Publications/Stand-in/${slug.slice(0, -7)}.pdf`;
  // As it was in 2016, as tiles, and as nothing but links.
  if (variant === 0) {
    return `<li><a class="type" href="/publications/?c=risk-analysis">Stand-in analysis</a><time>${date}</time><h3><a href="${address}">${title}</a></h3><p>${text}</p><div class="publications-downloads"><a href="${file}">EN</a></div></li>`;
  }
  if (variant === 1)
    return `<div class="publication-item"><a href="${address}"><h3>${title}</h3></a><span class="date">${date}</span><div class="abstract">${text}</div></div>`;
  return `<a href="${address}">${title}</a><br>`;
};

const publicationList = ({ url, day, variant }: Question): Answer | null => {
  if (Number(url.searchParams.get('p') ?? '1') > 1) return null;
  const rows = on(PUBLICATIONS, day)
    .map((item) => publicationRow(item, variant % 3))
    .join('');
  return page(
    'Publications | Stand-in',
    `<h1>Publications</h1>${variant % 3 === 0 ? `<ul class="publications-list">${rows}</ul>` : `<div class="list">${rows}</div>`}`,
  );
};

const detail = ({ title, date, text }: Item): Answer =>
  page(
    `${title} | Stand-in`,
    `<div class="row"><div class="col-md-8 col-md-offset-2"><h2>${title}</h2><span class="date">${date}</span><figure><img src="/assets/a.jpg" alt=""><figcaption>A made-up picture</figcaption></figure><div class="text-content"><p>${text}</p><p>Nothing on this page ever happened.</p></div></div></div>`,
  );

const MAP = ['/what-we-do/monitoring-and-risk-analysis/migratory-map/', '/along-eu-borders/migratory-map/'];
const workbookOf = (day: Day): string => `/assets/Migratory_routes/2026/Monthly_detections_of_IBC_2026_${day < 4 ? '08_04' : '09_10'}.xlsx`;

const cells = (row: number, values: readonly (string | number)[]): string =>
  `<row r="${row}">${values
    .map((value, at) => {
      const place = `${String.fromCharCode(65 + at)}${row}`;
      return typeof value === 'number'
        ? `<c r="${place}"><v>${value}</v></c>`
        : `<c r="${place}" t="inlineStr"><is><t>${value}</t></is></c>`;
    })
    .join('')}</row>`;

const ROUTES = ['Invented Sea', 'Made-up Mountains', 'Stand-in Straits', 'Nowhere Forest', 'Paper Islands'];
const workbook = (day: Day): Buffer => {
  const months = day < 4 ? ['MAY2026', 'JUN2026'] : ['MAY2026', 'JUN2026', 'JUL2026'];
  const rows = ROUTES.map((route, at) =>
    cells(at + 3, [route, at % 2 === 0 ? 'Sea' : 'Land', 'Nobody', ...months.map((_, month) => 90_000 + at * 7 + month)]),
  );
  return xlsx({
    sheets: {
      Detections_of_IBC: [cells(1, ['Made-up detections']), cells(2, ['Route', 'Border type', 'Nationality', ...months]), ...rows].join(''),
    },
  });
};

const answer = (question: Question): Answer | null => {
  const { url, day, method, variant } = question;
  const path = url.pathname;
  if (path === NEWS_PATH) return newsList(question);
  if (path === `${NEWS_PATH}feed`) {
    const items = on(NEWS, day).map(({ slug, title, text }) => ({
      title,
      link: `https://frontex.europa.eu${NEWS_PATH}${slug}`,
      description: text,
    }));
    return rss(items, { title: 'News', link: 'https://www.frontex.europa.eu' });
  }
  if (path === '/publications/') return publicationList(question);
  if (MAP.includes(path)) {
    const link = `<a href="${workbookOf(day)}">Download the data ${variant === 1 ? '(XLSX)' : ''}</a>`;
    return page(
      'Map | Stand-in',
      `<h1>Map of invented routes</h1><p>${link}</p><p><a href="/assets/Migratory_routes/notes.pdf">Notes</a></p>`,
    );
  }
  if (path.startsWith('/assets/Migratory_routes/') && path.endsWith('.xlsx')) {
    if (method === 'HEAD') return { status: 405, body: '' };
    const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
    return path === workbookOf(day) || day >= 4 ? { type, body: workbook(path === workbookOf(day) ? day : 1) } : null;
  }
  const slug = path.replace(/\/$/, '').split('/').at(-1);
  const item = [...on(NEWS, day), ...on(PUBLICATIONS, day)].find((one) => one.slug === slug);
  return item === undefined ? null : detail(item);
};

export const frontex: Story = {
  sites: [{ origin: 'https://www.frontex.europa.eu', answer }, { origin: 'https://frontex.europa.eu', answer }, register],
  told: [
    {
      day: 2,
      watcher: 'frontex-news',
      kind: 'new-document',
      title: 'Invented flights help to disrupt smuggling of migrants off a made-up coast',
    },
    {
      day: 5,
      watcher: 'frontex-news',
      kind: 'wording',
      title: 'Invented flights help to disrupt smuggling of migrants off a made-up coast',
    },
    {
      day: 4,
      watcher: 'frontex-publications',
      kind: 'new-document',
      title: 'Stand-in analysis: the state of the Schengen area from its invented borders',
    },
    { day: 4, watcher: 'frontex-detections', kind: 'replaced', title: 'Monthly detections at the external borders (Frontex)' },
    { day: 2, watcher: 'frontex-register', kind: 'new-document', title: 'PAD-2026-90112' },
    {
      day: 4,
      watcher: 'frontex-register',
      kind: 'new-document',
      title: 'Management Board Decision 90042/2026 on invented support against migrant smuggling',
    },
  ],
};
