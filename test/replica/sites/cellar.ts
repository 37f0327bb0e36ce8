// Stand-ins of the Publications Office: the query service, which gives a work in as many rows as it has languages and further numbers, and the
// resources, which answer with 303, 300 or 406. It does not run queries: it tells the two that are asked apart and keeps to their dates.
// In variant 1 variables have other names, in 2 each work has its CELEX number only among its further numbers.

import { type Answer, type Day, json, page, type Question, type Site, type Story, until } from '../site.ts';

interface Made {
  readonly celex: string;
  readonly uuid: string;
  readonly date: string;
  readonly title: string;
  /** When the title arrives; it is there with the work where this is left out. */
  readonly titled?: Day;
  /** With the day from which on there is one. */
  readonly languages: Readonly<Record<string, Day>>;
  readonly from?: Day;
  /** Of the document on whose account the fixed list has it; null: it is on the list of days. */
  readonly related?: string | null;
  readonly content?: 'redirect' | 'parts' | 'none';
  readonly hidden?: boolean;
}

const uuid = (n: number): string => `9000000${n}-0000-4000-8000-000000000000`;

const WORKS: readonly Made[] = [
  { celex: '52023PC0754', uuid: uuid(1), date: '2023-11-28', title: 'A made-up regulation', languages: { ENG: 1, FRA: 1 }, related: '' },
  {
    celex: '52023PC0755',
    uuid: uuid(2),
    date: '2023-11-28',
    title: 'A made-up directive',
    languages: { ENG: 1, FRA: 1, DEU: 5 },
    related: '',
  },
  {
    celex: '52023PC0755R(01)',
    uuid: uuid(3),
    date: '2026-09-10',
    title: 'Corrigendum to a made-up directive',
    languages: { ENG: 4 },
    from: 4,
    related: '52023PC0755',
    content: 'none',
  },
  // In French first.
  {
    celex: '32022H0915',
    uuid: '90000010-0000-4000-8000-000000000000',
    date: '2022-06-09',
    title: 'A made-up recommendation',
    languages: { FRA: 1, ENG: 5 },
    related: '',
  },
  // A date that is no day.
  { celex: '32002L0090', uuid: uuid(4), date: '2002-11-31', title: 'Another made-up directive', languages: { ENG: 1 }, related: '' },
  {
    celex: '52026DC9901',
    uuid: uuid(5),
    date: '2026-09-06',
    title: 'Made-up communication on the fight against migrant smuggling',
    titled: 3,
    languages: { ENG: 1, FRA: 3 },
    from: 2,
    content: 'redirect',
  },
  {
    celex: '52026SC9902',
    uuid: uuid(6),
    date: '2026-09-09',
    title: 'Working document of stand-ins on the state of the Schengen area',
    languages: { ENG: 1 },
    from: 3,
    content: 'parts',
  },
  {
    celex: '52026DC9903',
    uuid: uuid(7),
    date: '2026-09-08',
    title: 'Report on the migration of made-up birds',
    languages: { ENG: 1 },
    from: 2,
  },
  {
    celex: '52026DC9904',
    uuid: uuid(8),
    date: '2026-09-04',
    title: 'Notice on stand-in visas and migration',
    languages: { ENG: 1, DEU: 1 },
  },
  {
    celex: '52026DC9905',
    uuid: uuid(9),
    date: '2026-09-07',
    title: 'A hidden copy on migrant smuggling',
    languages: { ENG: 1 },
    hidden: true,
  },
];

const AUTHORITY = 'http://publications.europa.eu/resource/authority';
const uri = (value: string) => ({ type: 'uri', value });
const text = (value: string) => ({ type: 'literal', datatype: 'http://www.w3.org/2001/XMLSchema#string', value });

const NAMES: readonly Readonly<Record<string, string>>[] = [
  {},
  { work: 'w', language: 'lang', title: 'expression_title', date: 'date_document' },
];

/** A work once for each language and further number. */
const bindings = (work: Made, { day, variant }: Question) => {
  const names = NAMES[variant % 3] ?? {};
  const [, year = '', letters, number] = /^\d(\d{4})([A-Z]+)(\d+)/.exec(work.celex) ?? [];
  return Object.entries(work.languages)
    .filter(([, from]) => from <= day)
    .flatMap(([language]) =>
      [`celex:${work.celex}`, `com:${letters}_${year}_${number}`, `immc:made-up/${number}`].map((further) => {
        const said = {
          work: uri(`http://publications.europa.eu/resource/cellar/${work.uuid}`),
          ...(variant % 3 === 2 ? {} : { celex: text(work.celex) }),
          id: text(further),
          date: { type: 'literal', datatype: 'http://www.w3.org/2001/XMLSchema#date', value: work.date },
          language: uri(`${AUTHORITY}/language/${language}`),
          ...(day >= (work.titled ?? 1) ? { title: text(language === 'ENG' ? work.title : `${work.title} (${language})`) } : {}),
          ...(work.related ? { related: text(work.related) } : {}),
        };
        return Object.fromEntries(Object.entries(said).map(([name, cell]) => [names[name] ?? name, cell]));
      }),
    );
};

/** The fixed list asks for numbers; the other for days, those that are no days left out. */
const isAskedFor = (work: Made, query: string): boolean => {
  if (work.hidden && query.includes('do_not_index')) return false;
  if (query.includes('VALUES ?celex')) return work.related !== undefined && query.includes(`"${work.related || work.celex}"`);
  const [from = '', to = ''] = [...query.matchAll(/"(\d{4}-\d\d-\d\d)"\^\^xsd:date/g)].map(([, date]) => date);
  return work.related === undefined && !work.date.endsWith('-31') && work.date >= from && work.date <= to;
};

const query = (question: Question): Answer => {
  const asked = question.url.searchParams.get('query') ?? '';
  const found = until(WORKS, question.day).filter((work) => isAskedFor(work, asked));
  const rows = found.flatMap((work) => bindings(work, question));
  return {
    ...json({ head: { link: [], vars: Object.keys(rows[0] ?? {}) }, results: { distinct: true, ordered: true, bindings: rows } }),
    type: 'application/sparql-results+json',
  };
};

const resource = ({ url, day }: Question): Answer | null => {
  const work = until(WORKS, day).find(({ celex, uuid: id }) =>
    [`/resource/celex/${celex}`, `/resource/cellar/${id}.0006.03/DOC_1`].includes(decodeURIComponent(url.pathname)),
  );
  if (work === undefined) return null;
  const content = page(
    work.title,
    `<p class="doc-ti">${work.title}</p><p>Article 1 of ninety. The stand-ins shall board no paper boat, and nobody shall sell them one.</p><p>Article 2. There is no other.</p>`,
  );
  if (url.pathname.startsWith('/resource/cellar/') || work.content === undefined) return content;
  if (work.content === 'none') return { status: 406, type: 'text/plain', body: 'No such form' };
  if (work.content === 'parts')
    return {
      status: 300,
      type: 'text/html',
      body: '<html><body><ul><li><a href="DOC_1">DOC_1</a></li><li><a href="DOC_2">DOC_2</a></li></ul></body></html>',
    };
  return { status: 303, headers: { location: `http://publications.europa.eu/resource/cellar/${work.uuid}.0006.03/DOC_1` }, body: '' };
};

const answer = (question: Question): Answer | null =>
  question.url.pathname === '/webapi/rdf/sparql'
    ? query(question)
    : question.url.pathname.startsWith('/resource/')
      ? resource(question)
      : null;

const sites: readonly Site[] = ['https://publications.europa.eu', 'http://publications.europa.eu'].map((origin) => ({ origin, answer }));

export const cellar: Story = {
  sites,
  told: [
    { day: 3, watcher: 'cellar-documents', kind: 'new-document', title: 'Made-up communication on the fight against migrant smuggling' },
    { day: 3, watcher: 'cellar-documents', kind: 'new-document', title: 'Working document of stand-ins on the state of the Schengen area' },
    { day: 4, watcher: 'cellar-documents', kind: 'new-document', title: 'Corrigendum to a made-up directive' },
    { day: 5, watcher: 'cellar-documents', kind: 'new-version', title: 'A made-up recommendation' },
    { day: 5, watcher: 'cellar-documents', kind: 'metadata', title: 'A made-up recommendation' },
  ],
};
