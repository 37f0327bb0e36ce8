// Rows of the Council's public register, on its search and on its listing pages: what one row says, whichever of the known markups it has.
// Only the row element and the links to the document host were seen by several projects; what a class name tells is read from the words
// as well, whose order is known: `<PREFIX> <number> <year> <suffixes> - <TYPE> <date> <subject>`, then labelled fields. A row without a
// link is a document that is not public, and stays a row. Addresses of lists belong to the watchers.

import type { Access, Detail, HtmlReader, Language, RawRow, RowView } from '../../pipeline/types.ts';

const FILE = 'a[href*="/doc/document/"]';
const FILE_PATH = /\/doc\/document\/([^/?#]+)\/([a-z]{2}|x)\/pdf/i;
const DAY = String.raw`\d{2}/\d{2}/\d{4}`;
/** `ST 14336 2022 INIT`, `PE 24 2024 REV 1 ADD 1`, also with hyphens; a date may follow without a space. */
const NUMBER = /^(?:PE-CONS|[A-Z]{1,6})[ -]\d{1,6}[ -]\d{4}(?:[ -](?:INIT|(?:REV|ADD|COR|EXT|DCL)[ -]?\d{1,2}?(?=$|\D|\d{2}\/\d{2}\/)))*/;
/** Where a row prints its number, before any other words of it. */
const HEADINGS = 'strong, h2, h3, h4';
const HEADS = `[class*="document-title"], header, ${HEADINGS}`;

/** Labels as printed, in English and French, singular or plural, with or without a colon. */
const LABELS = {
  subject: /(?:Subject|Objet)\s*:/,
  codes: /(?:Subject matters?|Matières?)\s*:?/,
  procedures: /(?:Interinstitutional files?|Dossiers? interinstitutionnels?)\s*:?/,
  from: /(?:Originators?|Émetteurs?)\s*:?/,
  to: /(?:Addressees?|Destinataires?)\s*:?/,
  meeting: /(?:Date of (?:the )?meeting|Date de (?:la )?réunion)\s*:?/,
  archived: /Archive date\s*:?/,
} as const;
const STATE = /The content of this document|Le contenu de ce document|Aucun résultat dans la langue|Public \d|Partially accessible/;
/** Where a value ends that nothing but words separates from what follows. */
const NEXT = new RegExp([...Object.values(LABELS), STATE].map(({ source }) => source).join('|'));

/** What follows a label, in the smallest element that holds both, without links to languages; '' where the row has no such field. */
const field = (texts: readonly string[], label: RegExp): string => {
  const values = texts.map((text) => {
    const found = label.exec(text);
    const value = found === null ? '' : (text.slice(found.index + found[0].length).split(NEXT)[0] ?? '');
    return value.replace(/(?:\s+[A-Z]{2}){2,}\s*$/, '').trim();
  });
  return values.filter((value) => value !== '').sort((a, b) => a.length - b.length)[0] ?? '';
};

interface Head {
  readonly number: string;
  readonly type: string;
  /** As printed; '' where there is none between type and subject. */
  readonly date: string;
  readonly subject: string;
}

/** Takes `ST 14336 2022 INIT - NOTE 11/11/2022 A subject` apart; all but the number may be missing. */
const readHead = (text: string): Head | null => {
  const number = NUMBER.exec(text)?.[0];
  if (number === undefined) return null;
  const rest = text.slice(number.length).replace(/^\s*[-–—]\s*/, '');
  const dated = new RegExp(`^([^\\p{Ll}]*?)\\s*(${DAY})\\s*(.*)$`, 'su').exec(rest);
  if (dated !== null) return { number, type: dated[1] ?? '', date: dated[2] ?? '', subject: dated[3] ?? '' };
  // Without a date the type runs into the subject, with or without a colon; types are set in capitals.
  const [, type = '', subject = rest] =
    /^([^\p{Ll}]{3,}(?=:\s)|[^\p{Ll}\s]{2,}(?:\s+[^\p{Ll}\s]{2,})*(?=\s|$)):?\s*(.*)$/su.exec(rest) ?? [];
  return { number, type, date: '', subject };
};

interface File {
  readonly id: string;
  readonly language: Language;
  readonly title: string;
}

/** Languages are named by a code or in one word; neither those nor "Download PDF" are a subject. */
const isTitle = (words: string): boolean => words.includes(' ') && !/^(?:pdf|download|open|view|available)\b.{0,30}$/i.test(words);

/** The files that a row links, or the one that it is a link to. */
const filesOf = (row: RowView): File[] => {
  const own = row.attributes('', 'href');
  const [texts, addresses] = own.length > 0 ? [[row.text], own] : [row.texts(FILE), row.attributes(FILE, 'href')];
  return addresses.flatMap((href, at) => {
    const [, id, language = ''] = FILE_PATH.exec(href) ?? [];
    const words = texts[at] ?? '';
    const title = readHead(words)?.subject ?? words;
    return id === undefined ? [] : [{ id: id.toUpperCase(), language: language.toLowerCase(), title: isTitle(title) ? title : '' }];
  });
};

/** English, then the file in several languages, then what there is: pages list Bulgarian first. */
const inOrder = (files: readonly File[]): File[] => {
  const last = (language: Language): number => (language === 'en' ? 0 : language === 'x' ? 1 : 2);
  return [...files].sort((a, b) => last(a.language) - last(b.language));
};

/** Null for what is no row: a language option, or a box around several documents. */
const documentOf = (row: RowView): { printed: string; files: readonly File[] } | null => {
  const heads = row.texts(HEADS).filter((text) => NUMBER.test(text));
  const ids = new Set(heads.map((text) => (NUMBER.exec(text)?.[0] ?? '').replaceAll(' ', '-').toUpperCase()));
  if (ids.size > 1) return null;
  const all = inOrder(filesOf(row));
  // Further documents may be linked as related ones.
  const own = all.filter(({ id }) => ids.has(id));
  const files = own.length > 0 ? own : all;
  if (new Set(files.map(({ id }) => id)).size > 1) return null;
  const printed = [...heads, row.text.split(NEXT)[0] ?? ''].find((text) => NUMBER.test(text)) ?? '';
  return printed === '' && files.length === 0 ? null : { printed, files };
};

/** The subject where no link names it: what stands between the head and the first field. */
const subjectIn = (words: string): string =>
  words
    .replace(new RegExp(`^\\s*${DAY}`), '')
    .split(NEXT)[0]
    ?.replace(/(?:(?:^|\s+)(?:PDF|[A-Z]{2}))*\s*$/, '')
    // A title does not end with three languages, nor with the day of a meeting.
    .replace(/(?:(?:^|[\s,|]+)[a-z]{2}){3,}\s*$/i, '')
    .replace(new RegExp(`\\s*${DAY}\\s*$`), '')
    .trim() ?? '';

/** On listing pages, the body that meets may stand before the number. */
const subjectBefore = (words: string, printed: string): string => {
  const before = printed === '' ? '' : words.slice(0, Math.max(0, words.indexOf(printed)));
  const subject = subjectIn(before).replace(new RegExp(`\\s*${DAY}.*$`, 's'), '');
  return isTitle(subject) ? subject : '';
};

const named = (words: string, value: string): string => (value === '' ? '' : `${words} ${value}`);

/** @param sentences the row without its subject: documents about access to documents say "not accessible" in their titles */
const accessOf = (sentences: string, linked: boolean): Access => {
  if (/partial(?:ly)? accessib|partiellement accessible/i.test(sentences)) return 'partial';
  if (/not (?:publicly )?accessible|non-accessible|n['’]est pas accessible/i.test(sentences)) return 'not-public';
  return linked || /\bPublic\b/.test(sentences) ? 'public' : 'unknown';
};

const address = ({ id, language }: File): string => `https://data.consilium.europa.eu/doc/document/${id}/${language}/pdf`;

const readRow = (row: RowView): Partial<RawRow> | null => {
  const found = documentOf(row);
  if (found === null) return null;
  const { printed, files } = found;
  const head = readHead(printed);
  const after = row.text.includes(printed) ? row.text.slice(row.text.indexOf(printed) + printed.length) : '';
  const texts = [...row.texts('*'), row.text];
  const names = [files.find(({ title }) => title !== '')?.title, subjectIn(head?.subject ?? ''), field(texts, LABELS.subject)];
  const meeting = named('meeting of', field(texts, LABELS.meeting));
  const title = [
    ...names,
    head === null ? '' : subjectIn(after),
    subjectBefore(row.text, printed),
    // Convocations and agendas have no other name than their type and their day.
    head === null ? undefined : [head.type, head.type && meeting].filter(Boolean).join(', '),
  ].find((name) => name !== undefined && name !== '');
  if (title === undefined) return null;
  const day = new RegExp(`(?<!\\d)${DAY}`).exec([...row.texts('header, .pull-right'), head?.date, after.slice(0, 12)].join(' '))?.[0];
  const [file] = files;
  return {
    number: file?.id.replaceAll('-', ' ') ?? head?.number ?? '',
    title,
    link: file === undefined ? '' : address(file),
    date: day ?? null,
    ...(file !== undefined && { language: file.language }),
    languages: Object.fromEntries(files.map((one) => [one.language, address(one)])),
    subjectCodes: field(texts, LABELS.codes)
      .split(/\s*[,;]\s*/)
      .filter(Boolean),
    procedures: field(texts, LABELS.procedures).match(/\d{4}\/\d{3,4}\s?\([A-Z]{3}\)/g) ?? [],
    access: accessOf(row.text.replace(title, ' '), file !== undefined),
    summary: [head?.type, named('from', field(texts, LABELS.from)), named('to', field(texts, LABELS.to)), meeting]
      .filter(Boolean)
      .join(', '),
  };
};

/** Rows as the search and the listing pages have them. */
export const registerRows: HtmlReader = {
  format: 'html',
  rows: [
    'li.gsc-public-register__result-item',
    '.gsc-public-register__result-item',
    'li:has(.pa-download-document-title)',
    `li:has(${FILE}):has(table, dl, ${HEADINGS})`,
    `article:has(> :is(${HEADINGS}, header))`,
    `li:has(${FILE})`,
    `tr:has(${FILE})`,
    `:is(div, section, article):has(> :is(h2, h3, h4, strong)):has(${FILE}), :is(div, section, dl, p):has(> ${FILE})`,
  ],
  title: ['.pa-download-document-title', 'strong', 'header', 'h3', 'a'],
  link: [FILE],
  total: ['.pr-meta .results', '.gsc-u-results-count', '.gsc-u-search-info', '[class*="results-count"]', '.results'],
  landmarks: ['form [name="WordsInSubject"]', 'form [name="DocumentNumber"]', 'form[action*="public-register-search"]', '.pr-meta'],
  more: readRow,
};

/** Rows where nothing holds a document together but its links. */
export const registerLinks: HtmlReader = { ...registerRows, rows: [FILE] };

/** The file itself, on the document host, which answers plain requests. */
export const councilFile: Detail = { select: [], remove: [] };
