// Stand-ins of the Council's site and of its document host. The site challenges whoever asks for its robots.txt or a page of its own; search,
// listing pages and feeds answer. What the register holds stands in council/records.ts. All texts are made up.

import { parseReference, printReference } from '../../../pipeline/reference.ts';
import { listingPage, searchPage } from '../council/markup.ts';
import { agendas, asOn, type Changing, coverSubject, latest, type Registered, registered } from '../council/records.ts';
import { search } from '../council/search.ts';
import { councilPdf } from '../documents.ts';
import { type Answer, type FeedItem, type Question, rss, type Site, type Story } from '../site.ts';

const WWW = 'https://www.consilium.europa.eu';

type Item = FeedItem & Changing<FeedItem>;

const release = (guid: number, title: string, rest: Partial<Item> = {}): Item => ({
  title,
  guid: String(guid),
  link: `${WWW}/en/press/press-releases/2026/09/0${guid % 8 || 8}/invented-release-${guid}/`,
  date: `2026-09-0${guid % 8 || 8}T09:00:00Z`,
  description: 'An invented release.',
  ...rest,
});

const RELEASES: readonly Item[] = [
  release(990_012, 'Migrant smuggling: ministers agree on invented rules', {
    from: 3,
    link: `${WWW}/en/press/press-releases/2026/09/09/invented-rules/`,
    date: '2026-09-09T15:30:00Z',
    later: { 5: { title: 'Migrant smuggling: ministers agree on provisional invented rules', date: '2026-09-11T08:00:00Z' } },
  }),
  release(990_011, 'Invented orchards: ministers take stock', {
    from: 2,
    link: `${WWW}/en/press/press-releases/2026/09/08/invented-orchards/`,
  }),
  { title: 'Invented meeting of a group', link: `${WWW}/en/meetings/eurogroup/2026/09/18/` },
  ...['lakes', 'bridges', 'stamps', 'clocks', 'kites'].map((topic, at) => release(990_001 + at, `Invented ${topic}: weekly schedule`)),
];

const meeting = (guid: number, path: string, rest: Partial<Item> = {}): Item => ({
  title: 'Justice and Home Affairs Council',
  guid: String(guid),
  link: `${WWW}/en/meetings/${path}/`,
  description: '',
  more: '<updated></updated>',
  ...rest,
});

const MEETINGS: readonly Item[] = [
  meeting(980_001, 'jha/2026/10/08-09'),
  meeting(980_002, 'jha/2026/12/03-04', { later: { 4: { link: `${WWW}/en/meetings/jha/2026/12/10-11/` } } }),
  meeting(980_003, 'jha/2027/03/11'),
  meeting(980_004, 'jha/2026/09/21-22', { title: 'Informal meeting of invented ministers' }),
  meeting(980_005, 'jha/2026/11/13', { title: 'Extraordinary Justice and Home Affairs Council', from: 2 }),
];
/** A body that the feed does not know is ignored, and meetings of all bodies come. */
const OTHERS: readonly Item[] = [meeting(980_101, 'fac/2026/10/19', { title: 'Foreign Affairs Council' })];

const feed = (items: readonly FeedItem[]): Answer => ({
  ...rss(items, { title: 'Council of the EU', link: `${WWW}/`, dateElement: 'a10:updated' }),
  type: 'text/xml; charset=utf-8',
});

const CHALLENGE: Answer = {
  status: 403,
  type: 'text/html; charset=UTF-8',
  headers: { 'cf-mitigated': 'challenge' },
  body: `<!DOCTYPE html><html lang="en"><head><title>Browser check - Consilium</title></head><body><p>Checking your browser before accessing a GSC Managed Website</p><script>var made_up = "${'0123456789abcdef'.repeat(900)}";</script></body></html>`,
};

const REGISTER =
  /^\/(?:en|fr)\/(documents|documents-publications)\/public-register\/(public-register-search|latest|oj-council)\/(?:results\/)?$/;

const register = (question: Question, [, section, part]: RegExpExecArray): Answer => {
  const { url, day } = question;
  // The section was renamed.
  if (section === 'documents-publications') {
    return { status: 301, headers: { location: url.pathname.replace('-publications', '') + url.search }, body: '' };
  }
  if (part === 'public-register-search') return searchPage(question, search(registered(day), url.searchParams));
  return listingPage(question, part === 'latest' ? latest(day) : agendas(day));
};

const www: Site = {
  origin: WWW,
  answer: (question) => {
    const { url, day } = question;
    const found = REGISTER.exec(url.pathname);
    if (found !== null) return register(question, found);
    if (url.pathname === '/en/rss/pressreleases.ashx') return feed(asOn(RELEASES, day));
    if (url.pathname === '/en/rss/meetings.ashx')
      return feed(asOn(url.searchParams.get('cat') === 'jha' ? MEETINGS : [...MEETINGS, ...OTHERS], day));
    return CHALLENGE;
  },
};

const onCover = (date: string): string =>
  new Date(date).toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });

const fileOf = (record: Registered, language: string): Promise<Uint8Array> => {
  const reference = parseReference(record.number);
  return councilPdf({
    number: reference === null ? record.number : printReference(reference),
    date: onCover(record.date),
    codes: record.codes.map((code, at) => `${code} ${901 + at}`),
    type: record.type,
    subject: coverSubject(record.number),
    paragraphs: record.paragraphs,
    language,
    order: 'word',
    ...(record.file !== undefined && { interinstitutionalFile: record.file }),
    ...(record.originator !== undefined && { from: record.originator }),
    ...(record.addressee !== undefined && { to: record.addressee }),
  });
};

/** What it answers for documents that are not public is not known: here a page or nothing, with 404. */
const data: Site = {
  origin: 'https://data.consilium.europa.eu',
  robots: null,
  answer: async ({ url, day, variant }) => {
    if (url.pathname === '/') return { type: 'text/html', body: '' };
    const [, id = '', language = ''] = /^\/doc\/document\/([^/]+)\/([a-z]{2}|x)\/pdf$/i.exec(url.pathname) ?? [];
    const record = [...registered(day), ...latest(day), ...agendas(day)].find(({ number }) => number.replaceAll(' ', '-') === id);
    const there = record !== undefined && record.access !== 'not-public' && record.languages.includes(language.toLowerCase());
    if (there) return { type: 'application/pdf', body: await fileOf(record, language.toLowerCase()) };
    return variant % 2 === 0 ? null : { status: 404, body: '' };
  },
};

export const council: Story = {
  sites: [www, data],
  told: [
    { day: 2, watcher: 'council-register', kind: 'new-version', title: 'Evaluation of an invented land border: revised draft' },
    { day: 2, watcher: 'council-register', kind: 'new-document', title: 'Drivers who carry people over invented borders' },
    { day: 3, watcher: 'council-register', kind: 'replaced', title: 'Drivers who carry people over invented borders' },
    { day: 3, watcher: 'council-register', kind: 'access', title: 'Boats sold at invented harbours: state of play' },
    { day: 4, watcher: 'council-register', kind: 'new-document', title: 'Returns from invented islands: options' },
    { day: 4, watcher: 'council-register', kind: 'new-version', title: 'Cooperation of invented coast guards' },
    { day: 4, watcher: 'council-register', kind: 'metadata', title: 'Evaluation of an invented land border: draft recommendation' },
    { day: 5, watcher: 'council-register', kind: 'new-version', title: 'Evaluation of an invented land border: annex to the draft' },
    { day: 2, watcher: 'council-latest', kind: 'new-document', title: 'Meeting with Frontex on invented ports' },
    { day: 3, watcher: 'council-agendas', kind: 'new-document', title: 'Council (Justice and Home Affairs): Pact on Migration and Asylum' },
    { day: 3, watcher: 'council-press', kind: 'new-document', title: 'Migrant smuggling: ministers agree on invented rules' },
    { day: 5, watcher: 'council-press', kind: 'metadata', title: 'Migrant smuggling: ministers agree on provisional invented rules' },
    { day: 2, watcher: 'council-meetings', kind: 'new-document', title: 'Extraordinary Justice and Home Affairs Council' },
    { day: 4, watcher: 'council-meetings', kind: 'metadata', title: 'Justice and Home Affairs Council' },
  ],
};
