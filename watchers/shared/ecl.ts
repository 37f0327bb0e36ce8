// Lists of the Commission's websites: the cards and file blocks of the Europa Component Library, fourth version. Addresses belong to the watchers.

import type { Detail, HtmlReader, List, RawRow, RowView } from '../../pipeline/types.ts';

const META = '.ecl-content-block__primary-meta-item';
const DOWNLOAD = 'a.ecl-file__download';
const TRANSLATION = 'a.ecl-file__translation-download';

const TITLE_LINKS = ['[data-ecl-title-link]', '.ecl-content-block__title a'];

/** A title's own link comes before any other: cards may carry links to topics and people too. */
const LINKS = [
  ...TITLE_LINKS,
  DOWNLOAD,
  ...['h1', 'h2', 'h3', 'h4'].map((heading) => `${heading} a[href]`),
  'a.ecl-link--standalone',
  'a[href]',
];

/** `/document/download/<uuid>_en?filename=report.pdf`: language and name. */
const FILE = /\/document\/download\/[^/?#]*_([a-z]{2})\?(?:[^#]*&)?filename=([^&#]+)/i;

/** A file that is replaced gets another address under the same name: the name is what it is known by. */
const asFile = (row: RowView): Partial<RawRow> => {
  const [, language, name] = FILE.exec(row.attributes(DOWNLOAD, 'href')[0] ?? '') ?? [];
  if (language === undefined || row.attributes(TITLE_LINKS.join(), 'href').length > 0) return {};
  const translations = row.attributes(TRANSLATION, 'href').map((link) => [FILE.exec(link)?.[1] ?? '', link] as const);
  return { id: `file-${name}`, language, languages: Object.fromEntries(translations) };
};

/** The last resort for a day: news have it in their address, `/news/some-slug-2026-09-08_en`. */
const dayInLink = (row: RowView): Partial<RawRow> => {
  const isDated =
    row.attributes('time', 'datetime').length > 0 || row.texts(META).some((words) => /^\d{1,2}\.? \p{L}+\.? \d{4}$/u.test(words));
  const day = row.attributes('a', 'href').flatMap((link) => /-(\d{4}-\d{2}-\d{2})_[a-z]{2}(?:$|[?#])/.exec(link)?.[1] ?? [])[0];
  return isDated || day === undefined ? {} : { date: day };
};

const reader = (keep: RegExp): HtmlReader => ({
  format: 'html',
  rows: [
    'article.ecl-content-item',
    '.ecl-content-item-block__item',
    '.ecl-content-item',
    '.ecl-card',
    '.ecl-file',
    'main article',
    'main li',
  ],
  title: [...TITLE_LINKS, '.ecl-content-block__title', '.ecl-file__title', ...LINKS.slice(TITLE_LINKS.length + 1)],
  link: LINKS,
  // A meta item counts only when it is a date as a whole, and the only one: "Deadline 30 September 2026" is another day.
  date: [`${META} > time`, META, 'time[datetime]', '.ecl-file__detail-meta-item', 'time', '[class*="date"]'],
  summary: ['.ecl-content-block__label-item, .ecl-content-block__description', '.ecl-file__description', 'p'],
  keep,
  total: ['h4.ecl-u-type-heading-4 > span:last-child'],
  more: (row) => ({ ...dayInLink(row), ...asFile(row) }),
});

interface Kept {
  /** Of path and query of a card's link. Cards that lead to filtered lists are navigation. */
  readonly cards: RegExp;
  /** The same for all links of the page, menus included. */
  readonly links: RegExp;
}

/** A list page, read by its cards; where their markup is another one, by the links that fit. */
export const eclList = (name: string, url: string, { cards, links }: Kept): List => {
  const list = {
    name,
    url: ({ page }: { readonly page: number }) => (page === 0 ? url : `${url}?page=${page}`),
    paging: { first: 0, size: 10, most: 10 },
  };
  return {
    ...list,
    read: reader(cards),
    expect: 3,
    dated: true,
    otherwise: { ...list, read: { format: 'links', keep: links }, expect: 3, dated: false },
  };
};

/** The list's own feed. It is ordered by the last change of a page, whatever its age: it says what to look at again, not what is new. */
export const CHANGES = ['link[rel="alternate"][type="application/rss+xml"]', 'a[href*="/rss"]'];

export const eclPage: Pick<Detail, 'select' | 'remove'> = {
  select: [],
  remove: [
    '.ecl-social-media-share',
    '.ecl-social-media-follow',
    '.ecl-breadcrumb',
    '.ecl-pagination',
    '.ecl-feedback',
    '[class*="related"]',
  ],
};
