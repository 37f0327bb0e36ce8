// A stand-in of ec.europa.eu: the JSON of the press corner and of the register of documents. In variant 1 counts and days have other forms.

import { type Answer, type Day, json, type Question, type Site, until } from '../site.ts';

interface Press {
  readonly reference: string;
  readonly date: string;
  readonly title: string;
  readonly lead?: string;
  readonly from?: Day;
  /** HTML by day; null: the answer has no bytes. */
  readonly text: ((day: Day) => string) | null;
}

const PRESS: readonly Press[] = [
  {
    reference: 'IP/26/90010',
    date: '2026-09-08',
    title: 'Commission proposes made-up rules against migrant smuggling',
    from: 2,
    text: (day) => `<p>The rules have ${day < 3 ? 'nine' : 'ten'} articles on paper boats.</p><p>They enter into force never.</p>`,
  },
  // It comes a day late, behind a hundred others.
  {
    reference: 'STATEMENT/26/90011',
    date: '2026-09-07',
    title: 'Statement on the Pact on Migration and Asylum of the stand-ins',
    from: 3,
    text: null,
  },
  {
    reference: 'MEX/26/90012',
    date: '2026-09-10',
    title: 'Daily News 90 / 09 / 2026',
    lead: 'Stand-ins sign an anti-smuggling operational partnership with an island on no map',
    from: 4,
    text: () => '<p>Several things did not happen today, and a partnership was not signed.</p>',
  },
  ...Array.from({ length: 130 }, (_, at) => ({
    reference: `IP/26/${90_100 + at}`,
    date: `2026-09-${String(11 - Math.floor(at / 26)).padStart(2, '0')}`,
    title: `Merger ${90_100 + at} of stand-ins cleared`,
    text: () => '<p>Nobody objected.</p>',
  })),
];

const isoOf = (ddmmyyyy: string): string => ddmmyyyy.replace(/^(\d\d)(\d\d)(\d{4})$/, '$3-$2-$1');

/** The count is off by one on later pages, as new items arrive while one turns them. */
const search = ({ url, day, variant }: Question): Answer => {
  const value = (name: string): string => url.searchParams.get(name) ?? '';
  const [from, to, size, at] = [isoOf(value('datefrom')), isoOf(value('dateto')), Number(value('pagesize')), Number(value('pagenumber'))];
  const found = until(PRESS, day).filter(({ date }) => date >= from && date <= to && date <= `2026-09-${String(6 + day).padStart(2, '0')}`);
  const sorted = found.sort((a, b) => b.date.localeCompare(a.date));
  return json({
    totalNumber: variant === 0 ? sorted.length - (at > 1 ? 1 : 0) : String(sorted.length),
    pageSize: size,
    pageNumber: at,
    docuLanguageListResources: sorted.slice((at - 1) * size, at * size).map(({ reference, date, title, lead = '' }) => ({
      refCode: reference,
      eventDate: variant === 0 ? date : `${date}T00:00:00`,
      title,
      leadText: lead,
      docutype: { code: reference.split('/')[0], description: 'Press release' },
      languageCode: 'EN',
    })),
  });
};

const document = ({ url, day }: Question): Answer | null => {
  const item = PRESS.find(({ reference }) => reference === url.searchParams.get('reference'));
  if (item === undefined) return null;
  if (item.text === null) return { type: 'application/json', body: '' };
  const texts = {
    title: item.title,
    subtitle: '',
    htmlContent: item.text(day),
    language: 'EN',
    attachmentResources: [],
    linkResources: [],
  };
  return json({ docuLanguageResource: texts, refCd: item.reference, eventDate: item.date });
};

/** Numbers as the corpus has them, titles of ours. */
const REGISTERED: Readonly<Record<string, { readonly title: string; readonly from: Day; readonly publicFrom: Day }>> = {
  'COM(2023)754': { title: 'A made-up regulation', from: 1, publicFrom: 1 },
  'COM(2023)755': { title: 'A made-up directive', from: 1, publicFrom: 1 },
  'COM(2025)185': { title: 'A made-up report on stand-in borders', from: 1, publicFrom: 1 },
  'COM(2025)349': { title: 'A made-up road map to made-up data', from: 3, publicFrom: 5 },
};

const registered = ({ url, day }: Question): Answer | null => {
  const reference = decodeURIComponent(url.pathname.split('/').at(-1) ?? '');
  const known = REGISTERED[reference];
  if (known === undefined || day < known.from) return null;
  const version = { title: known.title, ersId: day < known.publicFrom ? null : `090166e5${reference.length}90000000` };
  const main = { main: true, number: 0, linguisticVersions: { en: version } };
  return json({
    type: 'COM',
    category: 'COM',
    date: '2026-09-07',
    attachments: [{ main: false, number: 1, linguisticVersions: {} }, main],
  });
};

const answer = (question: Question): Answer | null => {
  const { pathname } = question.url;
  if (pathname === '/commission/presscorner/api/search') return search(question);
  if (pathname === '/commission/presscorner/api/documents') return document(question);
  if (pathname.startsWith('/transparency/documents-register/api/search/')) return registered(question);
  // Pages for people are shells: all is in scripts.
  const shell =
    '<!doctype html><html><head><title>Press corner</title></head><body><app-root></app-root><script src="/main.js"></script></body></html>';
  return pathname.startsWith('/commission/presscorner/detail/') ? { type: 'text/html', body: shell } : null;
};

export const pressAndRegister: Site = { origin: 'https://ec.europa.eu', answer };
