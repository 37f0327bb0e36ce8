// News and publications as stand-ins of websites hold them: what is there on a day, how days are printed, and lists in the markups that are
// usual where nobody recorded the real one. Addresses and texts come from the sites.

import type { IsoDate } from '../../pipeline/types.ts';
import { type Day, escaped, until } from './site.ts';

/** Values from a day on, in place of the first. */
type Later<T> = Partial<Record<Day, T>>;

export interface Article {
  readonly slug: string;
  readonly title: string;
  readonly date: IsoDate;
  readonly lead: string;
  readonly body: readonly string[];
  /** Left out: it was always there. */
  readonly from?: Day;
  /** What lists say of it; its own page keeps `title`. */
  readonly titles?: Later<string>;
  readonly bodies?: Later<readonly string[]>;
}

/** An article as it is on one day. */
export type Shown = Pick<Article, 'slug' | 'title' | 'date' | 'lead' | 'body'>;

const on = <T>(day: Day, first: T, later: Later<T> = {}): T =>
  ([5, 4, 3, 2, 1] as const).reduce<T | null>((found, from) => found ?? (from <= day ? (later[from] ?? null) : null), null) ?? first;

/** As a list shows them on a day, newest first. */
export const listed = (articles: readonly Article[], day: Day): readonly Shown[] =>
  until(articles, day)
    .map((article) => ({ ...article, title: on(day, article.title, article.titles) }))
    .sort((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : 0));

/** The article that an address ends in, as its page shows it on a day; null where it is not there yet. */
export const shown = (articles: readonly Article[], pathname: string, day: Day): Shown | null => {
  const slug = pathname.replace(/\/$/, '').split('/').at(-1);
  const article = until(articles, day).find((one) => one.slug === slug);
  return article === undefined ? null : { ...article, body: on(day, article.body, article.bodies) };
};

/** Articles of before, of no interest to anyone: a month apart, so that lists fill several pages. */
export const archive = (count: number, about: string): readonly Article[] =>
  Array.from({ length: count }, (_, at) => ({
    slug: `${about.toLowerCase().replaceAll(' ', '-')}-meeting-${90_100 - at}`,
    title: `${about}: notes of meeting ${90_100 - at}`,
    date: `202${5 - Math.floor(at / 12)}-${String(12 - (at % 12)).padStart(2, '0')}-11`,
    lead: `What was said about rooms and catering at meeting ${90_100 - at}.`,
    body: [`The ${about.toLowerCase()} looked at its calendar and its rooms. No decisions were taken at meeting ${90_100 - at}.`],
  }));

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];
const parts = (date: IsoDate): [year: string, month: string, day: string] => {
  const [year = '', month = '', day = ''] = date.split('-');
  return [year, month, day];
};
const monthOf = (date: IsoDate): string => MONTHS[Number(parts(date)[1]) - 1] ?? '';

/** How sites print the eighth of September 2026. */
export const printed = {
  /** `8 September 2026` */
  long: (date: IsoDate): string => `${Number(parts(date)[2])} ${monthOf(date)} ${parts(date)[0]}`,
  /** `08 Sept 2026`: September alone has four letters. */
  sept: (date: IsoDate): string => `${parts(date)[2]} ${monthOf(date).slice(0, monthOf(date) === 'September' ? 4 : 3)} ${parts(date)[0]}`,
  /** `08.09.2026` */
  dotted: (date: IsoDate): string => parts(date).reverse().join('.'),
  /** `Tue, 08 Sep 2026 09:30:00 +0200` */
  rfc: (date: IsoDate): string => new Date(`${date}T07:30:00Z`).toUTCString().replace('07:30:00 GMT', '09:30:00 +0200'),
  /** `september` */
  month: (date: IsoDate): string => monthOf(date).toLowerCase(),
} as const;

interface Look {
  readonly href: (article: Shown) => string;
  readonly day: (date: IsoDate) => string;
}

interface Markup {
  readonly open: string;
  readonly rows: readonly string[];
  readonly close: string;
}

/** Three markups of a list: cards with the date first; one link around all of a row; a picture, the heading outside the link, "Read more". */
export const unknownMarkup = (articles: readonly Shown[], variant: number, { href, day }: Look): Markup => {
  const card = (a: Shown): string =>
    `<div class="entry"><p class="when">${day(a.date)}</p><h3><a href="${href(a)}">${escaped(a.title)}</a></h3><p>${escaped(a.lead)}</p></div>`;
  const linked = (a: Shown): string =>
    `<li><a href="${href(a)}"><span class="label">${day(a.date)}</span><h3>${escaped(a.title)}</h3><p>${escaped(a.lead)}</p></a></li>`;
  const pictured = (a: Shown): string =>
    `<article><span>${day(a.date)}</span><a href="${href(a)}"><img src="/pictures/${a.slug}.jpg" alt=""></a><h2>${escaped(a.title)}</h2><p>${escaped(a.lead)}</p><a href="${href(a)}">Read more</a></article>`;
  if (variant % 3 === 0) return { open: '<div class="list">', rows: articles.map(card), close: '</div>' };
  if (variant % 3 === 1) return { open: '<ul class="cards">', rows: articles.map(linked), close: '</ul>' };
  return { open: '<section>', rows: articles.map(pictured), close: '</section>' };
};

export const joined = ({ open, rows, close }: Markup): string => `${open}${rows.join('\n')}${close}`;

export const paragraphs = (texts: readonly string[]): string => texts.map((text) => `<p>${escaped(text)}</p>`).join('\n');
