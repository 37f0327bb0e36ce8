// Statewatch (lists known as text only, articles with boilerplate), UNODC's observatory (one static page), Interpol and ICMPD (markup unknown) and
// AsktheEU (Alaveteli). Each is one site; what the facts leave open is its variants.

import { type Article, archive, joined, listed, paragraphs, printed, type Shown, shown, unknownMarkup } from '../articles.ts';
import { type Answer, type Day, escaped, page, type Question, rss, type Site, type Story } from '../site.ts';
import { asktheeu } from './asktheeu.ts';

// ── Statewatch ──────────────────────────────────────────────────────────────────────────────────────────────────────

const ON_A_PAGE = 8;

const statewatchNews: readonly Article[] = [
  {
    slug: 'eu-paper-on-patrols-and-migrant-smuggling-90001-26',
    title: 'EU: A paper on patrols and migrant smuggling that nobody was to read',
    date: '2026-09-08',
    from: 2,
    lead: 'A paper of the summer asks for more patrols.',
    body: [
      'A paper of the summer (90001/26, pdf) asks for more patrols along two routes, and for a list of boats that are sold near the coast.',
      'Ministers are to speak of it at dinner. The paper says nothing of people who drown.',
    ],
    bodies: {
      3: [
        'A paper of the summer (90001/26, pdf) asks for more patrols along three routes, and for a list of boats that are rented near the coast.',
        'Ministers are to speak of it at dinner. The paper says nothing of people who drown.',
      ],
    },
  },
  {
    slug: 'uk-cameras-in-shops-counted-90002',
    title: 'UK: Cameras in shops counted for the first time',
    date: '2026-09-09',
    from: 3,
    lead: 'There are more of them than shops.',
    body: ['Volunteers counted cameras in the shops of four towns. There are more of them than shops.'],
  },
  ...archive(14, 'Reading circle'),
];

const statewatchLink = ({ slug, date }: Shown): string => `/news/${date.slice(0, 4)}/${printed.month(date)}/${slug}/`;

/** The order in which the lists were seen is date, title, category, summary; the markup was not. */
const statewatchRows = (items: readonly Shown[], variant: number): string => {
  if (variant % 3 !== 1) return joined(unknownMarkup(items, variant, { href: statewatchLink, day: printed.long }));
  const row = (item: Shown): string =>
    `<div>${printed.long(item.date)}<br><a href="https://www.statewatch.org${statewatchLink(item)}"><strong>${escaped(item.title)}</strong></a> Category: News<p>${escaped(item.lead)}</p></div>`;
  return items.map(row).join('\n');
};

const ARCHIVES = `<ul><li><a href="/news/2026/">2026</a></li><li><a href="/news/2026/september/">September</a></li><li><a href="/statewatch-database/made-up-paper-90003/">Database: migrant smuggling</a></li></ul>`;

const statewatchList = ({ url, day, variant }: Question): Answer => {
  const from = (Number(url.searchParams.get('currentPage') ?? 1) - 1) * ON_A_PAGE;
  const items = listed(statewatchNews, day).slice(from, from + ON_A_PAGE);
  return page('Latest', `<h1>Latest</h1>${ARCHIVES}${statewatchRows(items, variant)}<a href="?&amp;currentPage=2">Next</a>`);
};

/** What stands around every article; on the fourth day it asks for more money, which is nobody's news. */
const boilerplate = (day: Day, variant: number): { readonly begging: string; readonly error: string; readonly charity: string } => {
  const price = day < 4 ? 'two euros' : 'three euros';
  const element = variant % 2 === 0 ? 'p' : 'div';
  return {
    begging: `<${element}><a href="/donate/">Support our work</a>: give ${price} a month.</${element}>`,
    error: `<${element}><strong>Spotted an error?</strong> Tell us with one click, ${price} or not.</${element}><${element}><a href="#report">Report error</a></${element}>`,
    charity: `<${element}>Our work is only possible with your help: ${price} do. Registered charity number 9${day}001. Join our mailing list.</${element}><footer><p>Yard ${day}, Made-up Street, London.</p></footer>`,
  };
};

const statewatchArticle = ({ title, date, body }: Shown, { day, variant }: Question): Answer => {
  const { begging, error, charity } = boilerplate(day, variant);
  const [first = '', ...rest] = body;
  return page(
    title,
    `<div><h1>${escaped(title)}</h1><p>Topic</p><p>Country/Region</p><p>${printed.long(date)}</p>${paragraphs([first])}${begging}${paragraphs(rest)}
<h4>Further reading</h4><p><a href="/news/2025/december/made-up-90004/">An older paper</a></p>${error}${charity}</div>`,
  );
};

const statewatch: Site = {
  origin: 'https://www.statewatch.org',
  answer: (question) => {
    const { pathname } = question.url;
    if (['/latest/', '/news/'].includes(pathname)) return statewatchList(question);
    const article = shown(statewatchNews, pathname, question.day);
    return article && statewatchArticle(article, question);
  },
};

// ── UNODC ───────────────────────────────────────────────────────────────────────────────────────────────────────────

const unodc: Site = {
  origin: 'https://www.unodc.org',
  answer: ({ url, day, variant }) => {
    if (url.pathname !== '/unodc/en/data-and-analysis/observatory_som.html') return null;
    const texts = [
      'The observatory gathers what is known of the smuggling of migrants: who offers it, along which ways, and what becomes of those who pay for it.',
      day < 4
        ? 'Its newest study, number 90901, follows two ways through the desert. It rests on talks with four hundred people.'
        : 'Its newest study, number 90902, follows one way over the sea. It rests on talks with six hundred people.',
      'Studies are free to read. Those who hold figures of their own may send them in.',
    ];
    const heading = '<h1>Observatory on Smuggling of Migrants</h1>';
    const main = [`${heading}${paragraphs(texts)}`, `<table><tr><td>${heading}${paragraphs(texts)}</td></tr></table>`];
    return page('Observatory', main[variant % 2] ?? '');
  },
};

// ── Interpol and ICMPD ──────────────────────────────────────────────────────────────────────────────────────────────

const interpolNews: readonly Article[] = [
  {
    slug: 'Boats-seized-in-joint-action-90951',
    title: 'Boats seized in joint action against migrant smuggling',
    date: '2026-09-11',
    from: 5,
    lead: 'Forty boats were found in sheds.',
    body: ['Forty boats were found in sheds along one river. Action 90951 goes on until the autumn.'],
  },
  {
    slug: 'Stolen-violin-comes-home-90952',
    title: 'Stolen violin comes home after thirty years',
    date: '2026-09-08',
    from: 2,
    lead: 'A pupil knew its sound.',
    body: ['A pupil knew its sound at a concert. The violin had been gone for thirty years.'],
  },
  ...archive(6, 'Choir of officers'),
];

const INTERPOL = 'https://www.interpol.int';
const interpolLink = ({ slug, date }: Shown): string => `/en/News-and-Events/News/${date.slice(0, 4)}/${slug}`;

const icmpdItems: Readonly<Record<'news' | 'publications', readonly Article[]>> = {
  news: [
    {
      slug: 'schooling-for-border-guards-90961',
      title: 'Schooling for border guards on smuggling of migrants',
      date: '2026-09-10',
      from: 4,
      lead: 'The first class ends in winter.',
      body: ['Twenty guards from four states begin a class that ends in winter. It is held in two languages.'],
    },
    ...archive(6, 'Forum of partners'),
  ],
  publications: [
    {
      slug: 'what-the-pact-means-for-towns-90962',
      title: 'What the Pact on Migration and Asylum means for towns',
      date: '2026-09-09',
      from: 3,
      lead: 'A guide for mayors.',
      body: ['The guide answers thirty questions that mayors asked. It does not replace advice from a lawyer.'],
    },
    {
      slug: 'songs-of-the-road-90963',
      title: 'Songs of the road: a collection',
      date: '2026-09-10',
      from: 4,
      lead: 'With notes for the piano.',
      body: ['The collection holds forty songs from nine states, with notes for the piano.'],
    },
    ...archive(6, 'Paper on fairs'),
  ],
};

const articlePage = ({ title, date, body }: Shown): Answer =>
  page(title, `<h1>${escaped(title)}</h1><p>${printed.long(date)}</p>${paragraphs(body)}`);

const behind = (articles: readonly Article[], { url, day }: Question): Answer | null => {
  const article = shown(articles, url.pathname, day);
  return article && articlePage(article);
};

const interpol: Site = {
  origin: INTERPOL,
  answer: (question) => {
    const { url, day, variant } = question;
    const items = listed(interpolNews, day);
    if (url.pathname === '/en/News-and-Events/News') {
      return page('News', `<h1>News</h1>${joined(unknownMarkup(items, variant, { href: interpolLink, day: printed.long }))}`);
    }
    if (url.pathname === '/en/News-and-Events/News/rss') {
      const entries = items.map((item) => ({ title: item.title, link: INTERPOL + interpolLink(item), date: printed.rfc(item.date) }));
      return rss(entries, { title: 'News', link: INTERPOL });
    }
    return behind(interpolNews, question);
  },
};

const icmpd: Site = {
  origin: 'https://www.icmpd.org',
  answer: (question) => {
    const { url, day, variant } = question;
    const name = (['news', 'publications'] as const).find((one) => url.pathname === `/${one}`);
    if (name === undefined) return behind([...icmpdItems.news, ...icmpdItems.publications], question);
    const look = { href: ({ slug }: Shown) => `/${name}/${slug}`, day: printed.long };
    return page(
      name,
      `<h1>${name}</h1>${joined(unknownMarkup(listed(icmpdItems[name], day), variant, look))}<a href="/${name}?page=2">Next</a>`,
    );
  },
};

export const others: Story = {
  sites: [statewatch, unodc, interpol, icmpd, asktheeu],
  told: [
    {
      day: 2,
      watcher: 'statewatch-news',
      kind: 'new-document',
      title: 'EU: A paper on patrols and migrant smuggling that nobody was to read',
    },
    { day: 3, watcher: 'statewatch-news', kind: 'wording', title: 'EU: A paper on patrols and migrant smuggling that nobody was to read' },
    { day: 4, watcher: 'unodc-observatory', kind: 'wording', title: 'UNODC Observatory on Smuggling of Migrants' },
    { day: 5, watcher: 'interpol-news', kind: 'new-document', title: 'Boats seized in joint action against migrant smuggling' },
    { day: 3, watcher: 'icmpd-news', kind: 'new-document', title: 'What the Pact on Migration and Asylum means for towns' },
    { day: 4, watcher: 'icmpd-news', kind: 'new-document', title: 'Schooling for border guards on smuggling of migrants' },
    { day: 2, watcher: 'asktheeu-requests', kind: 'new-document', title: 'Minutes of talks on boats and migrant smugling' },
    { day: 4, watcher: 'asktheeu-requests', kind: 'metadata', title: 'Minutes of talks on boats and migrant smuggling' },
    {
      day: 4,
      watcher: 'asktheeu-requests',
      kind: 'new-document',
      title: 'Access to documents: EU-funded projects: response of 2026-09-10 (event 9000104)',
    },
  ],
};
