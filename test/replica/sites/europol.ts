// A stand-in of Europol's site: shells with their data in a script, a node endpoint, a feed without dates; the same with and without www.
// Variant 0 is the page as recorded, 1 has its lists deeper and its node wrapped, 2 is a rendered page without data. All texts are made up.

import { type Answer, type Day, escaped, json, page, type Question, rss, type Site, type Story, until } from '../site.ts';

interface Item {
  readonly alias: string;
  readonly title: string;
  /** Unix seconds. */
  readonly published: number;
  readonly type: string;
  readonly areas: readonly string[];
  readonly introduction: string;
  readonly from?: Day;
  /** What it is on later days. */
  readonly corrected?: { readonly day: Day; readonly title?: string; readonly introduction?: string };
  readonly files?: readonly string[];
}

const noon = (date: string): number => Date.parse(`${date}T10:00:00Z`) / 1000;
const news = (slug: string, title: string, date: string, rest: Partial<Item> = {}): Item => ({
  alias: `/media-press/newsroom/news/${slug}`,
  title,
  published: noon(date),
  type: 'Press Release',
  areas: ['Cybercrime'],
  introduction: `<p>Investigators of several countries worked together on this stand-in case, &quot;${slug}&quot;.</p><p>The work goes on.</p>`,
  ...rest,
});

const OLD_NEWS: readonly Item[] = Array.from({ length: 9 }, (_, at) =>
  news(`made-up-market-closed-${90_001 + at}`, `Made-up marketplace number ${90_001 + at} taken offline`, `2026-08-${String(28 - at)}`),
);

const NEWS: readonly Item[] = [
  news('twelve-held-in-made-up-smuggling-case-90020', 'Twelve held in hit against migrant smuggling by invented boats', '2026-09-08', {
    from: 2,
    areas: ['Migrant smuggling'],
    introduction:
      '<p>Officers of two invented countries searched nine places and held twelve people.</p><p>Boats and money were seized.</p>',
    corrected: {
      day: 3,
      introduction:
        '<p>Officers of two invented countries searched ten places and held fourteen people.</p><p>Boats and money were seized.</p>',
    },
  }),
  news('counterfeit-stand-in-coins-90021', 'Workshop for counterfeit stand-in coins dismantled', '2026-09-08', {
    from: 2,
    areas: ['Forgery of money'],
  }),
  news('network-of-drivers-90022', 'Network of drivers and safe houses dismantled', '2026-09-09', {
    from: 3,
    areas: ['Migrant smuggling', 'Document fraud'],
    introduction: '<p>The drivers of this stand-in worked for an invented network at night.</p>',
  }),
  news('a-day-against-stand-in-malware-90023', 'A day of action against stand-in malware', '2026-09-11', { from: 5 }),
  ...OLD_NEWS,
];

const FILES = '/cms/sites/default/files/documents/';
const PUBLICATIONS: readonly Item[] = [
  {
    alias: '/publications-events/publications/tenth-stand-in-report-90030',
    title: 'Tenth stand-in report on migrant smuggling',
    published: noon('2026-09-09'),
    type: 'Report',
    areas: ['Migrant smuggling'],
    introduction: '<p>What the centre saw in an invented year, in numbers that mean nothing.</p>',
    from: 3,
    files: [`${FILES}Tenth stand-in report – the centre’s invented year.PDF`],
    corrected: { day: 5, title: 'Tenth stand-in report on migrant smuggling (corrected)' },
  },
  ...['Notes on stand-in money laundering', 'Invented trends in online fraud', 'The other side of a made-up coin'].map((title, at) => ({
    alias: `/publications-events/publications/stand-in-notes-${90_031 + at}`,
    title,
    published: noon(`2026-0${6 + at}-15`),
    type: 'Report',
    areas: ['Economic crime'],
    introduction: `<p>${title}, told at length in a file.</p>`,
    files: [`${FILES}Stand-in notes ${90_031 + at}.pdf`],
  })),
];

const MAIN_REPORTS: readonly Item[] = [
  'Made-up serious crime assessment',
  'Made-up terrorism trends',
  'Made-up internet crime assessment',
].map((title, at) => ({
  alias: `/publications-events/main-reports/stand-in-${90_041 + at}-report`,
  title,
  published: noon(`2026-0${3 + at}-20`),
  type: 'Report',
  areas: [],
  introduction: `<p>${title} of an invented year.</p>`,
}));

const today = (item: Item, day: Day): Item =>
  item.corrected !== undefined && day >= item.corrected.day ? { ...item, ...item.corrected } : item;
const on = (items: readonly Item[], day: Day): readonly Item[] => until(items, day).map((item) => today(item, day));

const node = (item: Item, { variant }: Question): unknown => {
  const fields = {
    id: 90_000,
    type: 'news',
    title: item.title,
    alias: item.alias,
    published: item.published,
    [variant === 1 ? 'summary' : 'introduction']: item.introduction,
    articleType: { title: item.type },
    crimeAreas: item.areas.map((title) => ({ title })),
    attachments: item.files?.map((file) => ({ title: 'Download', file: { url: encodeURI(file) } })),
    // Others move with every new item and are no part of this one.
    related: [
      { title: 'Another made-up item', alias: `/media-press/newsroom/news/other-${item.published}`, summary: '<p>Not part of it.</p>' },
    ],
  };
  return variant === 1 ? { node: fields } : fields;
};

const data = (items: readonly Item[], { variant }: Question): unknown => {
  const rows = items.map(({ title, alias, published }) => ({ title, alias, published: variant === 1 ? String(published) : published }));
  const lists = { lists: [{ title: 'Stand-in list', items: rows }] };
  return {
    Block: {
      'footer-bottom-second': '<p>function(){ return {"a": {}};};</p><a href="/legal">Legal</a>',
      terms: { tags: [], languages: [{ id: 1, title: 'English' }] },
    },
    NodeLoader: {
      node: {
        id: 90_001,
        type: 'page',
        title: 'Newsroom',
        alias: '/media-press/newsroom',
        ...(variant === 1 ? { blocks: [lists] } : lists),
      },
    },
  };
};

/** As PHP writes JSON: slashes escaped, other letters as well. */
const script = (value: unknown): string =>
  JSON.stringify(value)
    .replaceAll('/', '\\/')
    .replace(/[^\x20-\x7e]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);

const shell = (items: readonly Item[], question: Question): Answer =>
  page('Newsroom | Stand-in', '<div id="root"></div><noscript>You need to enable JavaScript to run this app.</noscript>', {
    head: `<script>window.SERVER_DATA${question.variant === 1 ? '=' : ' = '}${script(data(items, question))}${question.variant === 1 ? '' : ';'}</script>`,
  });

const rendered = (items: readonly Item[]): Answer =>
  page(
    'Newsroom | Stand-in',
    items
      .map(({ alias, title, published }) => {
        const day = new Intl.DateTimeFormat('en-GB', { day: '2-digit', month: 'short', year: 'numeric' }).format(published * 1000);
        return `<article><a href="${alias}"><h3>${escaped(title)}</h3></a><time>${day}</time></article>`;
      })
      .join(''),
  );

const LISTS: Readonly<Record<string, readonly Item[]>> = {
  '/media-press/newsroom': NEWS,
  '/newsroom/news-categories/press-releases': NEWS,
  '/publications-events/publications': PUBLICATIONS,
  '/publications-events/main-reports': MAIN_REPORTS,
};

const answer = (question: Question): Answer | null => {
  const { url, day, variant } = question;
  if (url.pathname === '/cms/api/rss/news') {
    const items = on(NEWS, day).slice(0, 10);
    return rss(
      items.map(({ title, alias, introduction }) => ({
        title,
        link: `https://europol.europa.eu${alias}`,
        description: `${introduction.slice(3, 60)}...`,
      })),
      { title: 'Stand-in newsroom', link: 'https://www.europol.europa.eu' },
    );
  }
  const all = [...on(NEWS, day), ...on(PUBLICATIONS, day), ...on(MAIN_REPORTS, day)];
  if (url.pathname === '/cms/api/node') {
    const item = all.find(({ alias }) => alias === url.searchParams.get('url'));
    return item === undefined ? null : json(node(item, question));
  }
  const list = LISTS[url.pathname];
  if (list !== undefined) return variant % 3 === 2 ? rendered(on(list, day)) : shell(on(list, day), question);
  const item = all.find(({ alias }) => alias === url.pathname);
  return item === undefined ? null : shell([item], question);
};

const site = (origin: string): Site => ({ origin, answer });

export const europol: Story = {
  sites: [site('https://www.europol.europa.eu'), site('https://europol.europa.eu')],
  told: [
    { day: 2, watcher: 'europol-news', kind: 'new-document', title: 'Twelve held in hit against migrant smuggling by invented boats' },
    { day: 3, watcher: 'europol-news', kind: 'wording', title: 'Twelve held in hit against migrant smuggling by invented boats' },
    { day: 3, watcher: 'europol-news', kind: 'new-document', title: 'Network of drivers and safe houses dismantled' },
    { day: 3, watcher: 'europol-publications', kind: 'new-document', title: 'Tenth stand-in report on migrant smuggling' },
    { day: 5, watcher: 'europol-publications', kind: 'metadata', title: 'Tenth stand-in report on migrant smuggling (corrected)' },
  ],
};
