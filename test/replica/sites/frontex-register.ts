// A stand-in of the public register of documents of Frontex: pages of five cards, a dialog for each, files. Numbers rise with time. Variant 1 has
// cards that say nothing but "Details". All documents are made up.

import { placedPdf } from '../documents.ts';
import { type Answer, type Day, escaped, page, type Question, type Site, until } from '../site.ts';

interface Document {
  readonly number: number;
  readonly slug: string;
  readonly title: string;
  readonly date: string;
  readonly tags: readonly string[];
  /** Label and name of each file. */
  readonly files: readonly (readonly [label: string, name: string])[];
  readonly from?: Day;
}

const REGISTER: readonly Document[] = [
  {
    number: 990_113,
    slug: 'mb-decision-90042-2026',
    title: 'Management Board Decision 90042/2026 on invented support against migrant smuggling',
    date: '10.09.2026',
    tags: ['Management Board'],
    files: [['EN - PDF', 'mb-decision-90042_2026.pdf']],
    from: 4,
  },
  {
    number: 990_112,
    slug: 'pad-2026-90112',
    title: 'PAD-2026-90112',
    date: '08.09.2026',
    tags: ['Access to documents', 'Migrant smuggling'],
    files: [['EN - ZIP', 'pad-2026-90112-1.zip']],
    from: 2,
  },
  {
    number: 990_111,
    slug: 'menu-of-the-canteen-90111',
    title: 'Menu of the invented canteen',
    date: '08.09.2026',
    tags: ['Administration'],
    files: [['EN - ZIP', 'menu-90111.zip']],
    from: 2,
  },
  ...Array.from({ length: 12 }, (_, at) => ({
    number: 990_110 - at * 3,
    slug: `serious-incident-report-${90_110 - at}`,
    title: `Serious incident report ${90_110 - at} of a made-up operation`,
    date: `${String(28 - at)}.08.2026`,
    tags: ['Serious Incident Reports'],
    files: [['EN - ZIP', `sir-${90_110 - at}.zip`]] as const,
  })),
];

const PER_PAGE = 5;
const UPLOADS = '/wp-content/uploads/';
const DIALOG = '/wp-content/themes/template/templates/cards/1/dialog.php';

const card = ({ number, title, date }: Document, variant: number): string => {
  const link = `${DIALOG}?card-post-id=2722&#038;document-post-id=${number}`;
  if (variant === 1) return `<a class="js-dialog" href="https://prd.frontex.europa.eu${link}">Details</a>`;
  return `<div class="card"><h3>${escaped(title)}</h3><div class="date">${date}</div><a href="${link}"><span>Read more</span></a><a class="icon" href="${link}" aria-label="Open"></a></div>`;
};

const cards = ({ url, day, variant }: Question): Answer => {
  const from = Number(url.searchParams.get('form-fields[paged]') ?? '0') * PER_PAGE;
  const rows = until(REGISTER, day).slice(from, from + PER_PAGE);
  return page(
    'Public register | Stand-in',
    `<div class="description content">Advanced search</div><form><select name="form-fields[document-tag][0]"><option value="409">Serious Incident Reports</option></select></form><section class="results">${rows.map((row) => card(row, variant % 2)).join('\n')}</section>`,
  );
};

/** A fragment: no head, no body. */
const dialog = ({ slug, title, date, tags, files }: Document, { language }: Question): Answer => {
  const label = (en: string, fr: string): string => `<div class="title">${language === 'fr' ? fr : en}</div>`;
  return {
    type: 'text/html; charset=UTF-8',
    body: [
      `<div class="dialog-card">${label('Title', 'Titre')}<div class="text">${escaped(title)}</div>`,
      `${label('Publication date', 'Date de publication')}<div class="publish-date text">${date}</div>`,
      `${label('Language', 'Langue')}<div class="card-terms-with-commas text">EN</div>`,
      `${label('Document format', 'Format du document')}<div class="card-terms-with-commas text">ZIP</div>`,
      `<div class="tags">${tags.map((tag) => `<a href="https://prd.frontex.europa.eu/?form-fields[document-tag][0]=409">${tag}</a>`).join(' ')}</div>`,
      `<select>${files.map(([name, file]) => `<option value="https://prd.frontex.europa.eu${UPLOADS}${file}">${name}</option>`).join('')}</select>`,
      `<a href="https://prd.frontex.europa.eu/document/${slug}/">Permalink</a></div>`,
    ].join(''),
  };
};

const pdf = async ({ title, date }: Document): Promise<Answer> => {
  const lines = [
    title,
    date,
    'The invented board decides that this support is to be given.',
    'It enters into force on a day that never comes.',
  ];
  return { type: 'application/pdf', body: await placedPdf([lines.map((text, at) => ({ text, x: 60, y: 80 + at * 30 }))]) };
};

export const register: Site = {
  origin: 'https://prd.frontex.europa.eu',
  answer: (question) => {
    const { url, day } = question;
    const documents = until(REGISTER, day);
    if (url.pathname === '/') return cards(question);
    if (url.pathname === DIALOG) {
      const found = documents.find(({ number }) => String(number) === url.searchParams.get('document-post-id'));
      return found === undefined ? null : dialog(found, question);
    }
    const held = documents.find(({ files }) => files.some(([, name]) => name.endsWith('.pdf') && url.pathname === `${UPLOADS}${name}`));
    if (held !== undefined) return pdf(held);
    const found = documents.find(({ slug }) => url.pathname === `/document/${slug}/`);
    if (found === undefined) return null;
    const facts = `<p>${found.title} was put into this stand-in of a register on ${found.date}. It can be had as a file from this page.</p>`;
    return page(`${found.title} | Stand-in`, `<h1>${found.title}</h1>${facts}<p>Tags: ${found.tags.join(', ')}</p>`);
  },
};
