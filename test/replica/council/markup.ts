// How pages of the stand-in of the Council's register look, in the markups that the facts leave open:
// 0 as outlined; 1 the title link apart from the PDF link; 2 `ol`; 3 languages first and Bulgarian before all; 4 fields missing and in another
// order; 5 a heading and a list of terms, no class names but the row's; 6 nothing between elements.

import type { Language } from '../../../pipeline/types.ts';
import { escaped, page, type Question, type Written } from '../site.ts';
import type { Registered } from './records.ts';
import { type Hits, PAGE_SIZE } from './search.ts';

export const VARIANTS = 7;

const WORDS = {
  en: {
    codes: 'Subject matters',
    file: 'Interinstitutional files',
    originator: 'Originator',
    addressee: 'Addressee',
    meeting: 'Date of meeting',
    closed: 'The content of this document is not accessible. You may ask for it.',
    partial: 'Partially accessible',
    hits: 'documents',
  },
  fr: {
    codes: 'Matières',
    file: 'Dossier interinstitutionnel',
    originator: 'Émetteur',
    addressee: 'Destinataire',
    meeting: 'Date de la réunion',
    closed: "Le contenu de ce document n'est pas accessible.",
    partial: 'Partiellement accessible',
    hits: 'documents trouvés',
  },
} as const;

interface Look {
  readonly variant: number;
  readonly words: (typeof WORDS)['en' | 'fr'];
  readonly language: Language;
}

const lookOf = ({ variant, language }: Question): Look => ({ variant: variant % VARIANTS, words: WORDS[language], language });

const printed = (date: string): string => date.split('-').reverse().join('/');
const addressOf = ({ number }: Registered, language: Language): string =>
  `https://data.consilium.europa.eu/doc/document/${number.replaceAll(' ', '-')}/${language}/pdf`;

const a = (record: Registered, language: Language, { text, kind = '' }: { text: string; kind?: string }): string =>
  `<a${kind && ` class="${kind}"`} href="${addressOf(record, language)}">${escaped(text)}</a>`;

const options = (record: Registered): string[] =>
  record.languages.map((language) => a(record, language, { text: language.toUpperCase(), kind: 'option-language-item' }));

/** The language of the page when there is one, else whatever there is. */
const shown = ({ languages }: Registered, wanted: Language): Language => (languages.includes(wanted) ? wanted : (languages[0] ?? 'x'));

const fieldsOf = (record: Registered, { words, variant }: Look): [string, string][] => {
  const all: [string, string | undefined][] = [
    [words.codes, record.codes.join(', ')],
    [words.file, record.file],
    [words.originator, record.originator],
    [words.addressee, record.addressee],
    [words.meeting, record.meeting && printed(record.meeting)],
  ];
  const there = all.flatMap(([label, value]): [string, string][] => (value === undefined ? [] : [[label, escaped(value)]]));
  return variant === 4 ? there.filter(([label]) => label !== words.originator).toReversed() : there;
};

const table = (record: Registered, look: Look): string =>
  look.variant === 5
    ? `<dl>${fieldsOf(record, look)
        .map(([label, value]) => `<dt>${label}:</dt><dd>${value}</dd>`)
        .join('')}</dl>`
    : `<table><tbody>${fieldsOf(record, look)
        .map(([label, value]) => `<tr><td>${label}${look.variant === 3 ? '' : ':'}</td><td>${value}</td></tr>`)
        .join('')}</tbody></table>`;

const headOf = ({ number, type, undated, subject }: Registered): string => escaped(`${number} - ${type}${undated ? `: ${subject}` : ''}`);

const header = (record: Registered, { variant }: Look): string => {
  const date = record.undated ? '' : printed(record.date);
  if (variant === 5) return `<h3>${headOf(record)} ${date}</h3>`;
  return `<header><strong class="pa-download-document-title">${headOf(record)}</strong><span class="pull-right">${date}</span></header>`;
};

const state = ({ access, number }: Registered, { words }: Look): string => {
  if (access === 'not-public') return `<p>${words.closed}</p>`;
  const short = number.replace(/^\S+ (\d+) \d{2}(\d{2}).*$/, '$1/$2');
  return `<span>${access === 'partial' ? words.partial : 'Public'} ${short}</span>`;
};

/** A document that is not public links nothing; of some rows the head holds the subject. */
const subjectOf = (record: Registered, { variant, language }: Look): string => {
  if (record.access === 'not-public') return `<p>${escaped(record.subject)}</p>`;
  const file = shown(record, language);
  if (record.undated) return a(record, file, { text: 'PDF', kind: 'link-pdf' });
  const title = { text: record.subject };
  return variant === 1
    ? `${a(record, file, title)} ${a(record, file, { text: 'PDF', kind: 'link-pdf' })}`
    : a(record, file, { ...title, kind: 'link-pdf' });
};

const row = (record: Registered, look: Look): string => {
  const languages =
    record.access === 'not-public' ? [] : options(look.variant === 0 ? { ...record, languages: record.languages.toReversed() } : record);
  const title = [header(record, look), subjectOf(record, look)];
  const parts =
    look.variant === 3
      ? [...languages, ...title, state(record, look), table(record, look)]
      : [...title, state(record, look), table(record, look), ...languages];
  const details = look.variant === 5 ? 'div' : 'div class="gsc-public-register__result-details"';
  return `<li class="gsc-public-register__result-item"><${details}>${parts.join(look.variant === 6 ? '' : '\n')}</div></li>`;
};

const rows = (records: readonly Registered[], look: Look): string => {
  const list = look.variant === 2 ? 'ol' : 'ul';
  return `<${list}>${records.map((record) => row(record, look)).join(look.variant === 6 ? '' : '\n')}</${list}>`;
};

const FORM = ['WordsInSubject', 'WordsInText', 'DocumentNumber', 'InterinstitutionalFiles', 'DateFrom', 'DateTo'];

const more = ({ url }: Question, { total, page: at }: Hits): string => {
  const to = (number: number): string => {
    const there = new URL(url);
    there.searchParams.set('page', String(number));
    return `<a href="${escaped(there.pathname + there.search)}">${number}</a>`;
  };
  return at * PAGE_SIZE < total ? `<nav class="pagination">${to(at + 1)}</nav>` : '';
};

const TITLE = 'Public register - Consilium';

/** Without hits some pages count none, and others leave the count out. */
export const searchPage = (question: Question, hits: Hits): Written => {
  const look = lookOf(question);
  const form = `<form method="get" action="${question.url.pathname}">${FORM.map((name) => `<input type="text" name="${name}">`).join('')}</form>`;
  const count =
    hits.total === 0 && look.variant % 2 === 1
      ? ''
      : `<div class="pr-meta"><span class="results">${hits.total} ${look.words.hits}</span></div>`;
  const main = `<div class="gsc-main-content">${form}${count}${hits.total === 0 ? '' : rows(hits.rows, look)}${more(question, hits)}</div>`;
  return page(TITLE, main, { lang: question.language });
};

/** A block of a listing page without the row's class: one link for each language, Bulgarian first, and a table after them. */
const block = (record: Registered, look: Look): string => {
  const links = record.languages.map((language) =>
    language === 'en' ? a(record, language, { text: record.subject }) : a(record, language, { text: language.toUpperCase() }),
  );
  return `${headOf(record)}<p>${links.join(' ')}</p>${table(record, look)}`;
};

/** A document of a listing page as links among others. */
const loose = (record: Registered, look: Look): string => {
  const links = record.languages.map((language) =>
    a(record, language, { text: language === 'en' ? `${record.number} - ${record.type} ${record.subject}` : language.toUpperCase() }),
  );
  return `${links.join(' ')}${table(record, look)}`;
};

/** Latest documents and agendas: rows as in the search; blocks without its class; links and tables with nothing around them. */
export const listingPage = (question: Question, records: readonly Registered[]): Written => {
  const look = lookOf(question);
  const shapes = [
    () => rows(records, look),
    () => `<ul>${records.map((record) => `<li>${block(record, look)}</li>`).join('\n')}</ul>`,
    () => `<div>${records.map((record) => loose(record, look)).join('\n')}</div>`,
  ];
  return page(TITLE, `<h1>Public register</h1>${shapes[question.variant % shapes.length]?.() ?? ''}`, { lang: question.language });
};
