// The parts of a finding's report. Each gives Markdown without an empty line at its ends, or '' when there is nothing to say.
// Words from outside pass through escapeMarkdown; links into the repository are written as seen from reports/<watcher>/.

import { addressLink, cut, escapeMarkdown, oneLine } from '../markdown.ts';
import { printReference } from '../reference.ts';
import type { Change, Cover, Finding, Match, ReportKind, Text, Tracked } from '../types.ts';
import { changedFields, FIELDS } from './headline.ts';

/** How much of a new document's beginning is quoted, in characters. */
const OPENING = 600;

/** A link to a file of the repository; `path` as seen from its root. */
export const fileLink = (path: string, label?: string): string => {
  const address = path.replace(/[^\w./-]/gu, (c) =>
    [...Buffer.from(c)].map((byte) => `%${byte.toString(16).padStart(2, '0').toUpperCase()}`).join(''),
  );
  return `[${label ?? `\`${address}\``}](../../${address})`;
};

export const concernSection = (matches: readonly Match[], tracked: readonly Tracked[]): string => {
  const nameOf = (id: string): string => {
    const text = tracked.find((t) => t.id === id);
    if (text === undefined) return id === 'interests' ? 'Interests in the settings' : id;
    return text.reference === null ? text.title : `${printReference(text.reference)}, ${text.title}`;
  };
  const rows = matches.map((m) => `- ${escapeMarkdown(nameOf(m.tracked), 200)}: ${escapeMarkdown(m.evidence, 400)}`);
  const none =
    'Nothing in it names the corpus now; it is told because it was of interest when it was found, or because its source is watched as a whole.';
  return `## Why it concerns the corpus\n\n${rows.length === 0 ? none : rows.join('\n')}`;
};

/** Rows of the cover table: what a field is called, and its value; '' leaves the row out. */
const COVER_ROWS: readonly (readonly [string, (cover: Cover) => string | null])[] = [
  ['Number', (c) => c.number],
  ['Date', (c) => c.date],
  ['Type', (c) => c.type],
  ['From', (c) => c.from],
  ['To', (c) => c.to],
  ['On', (c) => c.on],
  ['Subject', (c) => c.subject],
  ['Subject codes', (c) => c.subjectCodes.join(', ')],
  ['Interinstitutional file', (c) => c.interinstitutionalFiles.join(', ')],
  ['No. prev. doc.', (c) => c.previousDocuments.join(', ')],
  ['No. Cion doc.', (c) => c.commissionDocuments.join(', ')],
  ['Marking', (c) => [c.classification, c.limite ? 'LIMITE' : null].filter((mark) => mark !== null).join(', ')],
  ['Original language', (c) => c.originalLanguage],
];

export const coverSection = (cover: Cover | null): string => {
  const rows = COVER_ROWS.map(([name, value]) => [name, cover === null ? '' : (value(cover) ?? '')] as const).filter(
    ([, value]) => value !== '',
  );
  if (rows.length === 0) return '';
  const lines = rows.map(([name, value]) => `| ${name} | ${escapeMarkdown(value, 400)} |`);
  return ['## The cover', '', '| Field | As printed |', '| --- | --- |', ...lines].join('\n');
};

/** What its list says of an entry that has no cover. */
export const rowSection = ({ row, newText, entry }: Change): string => {
  if (row === undefined || (newText?.cover ?? null) !== null) return '';
  const rows = [
    ['Date', entry.date ?? ''],
    ['Access', entry.access === 'public' || entry.access === 'unknown' ? '' : entry.access],
    ['Subject codes', row.subjectCodes.join(', ')],
    ['Interinstitutional file', row.procedures.join(', ')],
    ['Languages', Object.keys(row.languages).sort().join(', ')],
    ['In the words of the list', row.summary],
  ].filter(([, value]) => value !== '');
  if (rows.length === 0) return '';
  const lines = rows.map(([name, value]) => `| ${name} | ${escapeMarkdown(value ?? '', 500)} |`);
  return ['## What the list says', '', '| Field | As given |', '| --- | --- |', ...lines].join('\n');
};

export const notesSection = ({ notes = [] }: Change): string =>
  notes.map((words) => `**Note:** ${escapeMarkdown(words, 400)}.`).join('\n\n');

/** The other places of the same edit. */
export const membersSection = ({ members = [] }: Change): string =>
  members.length === 0
    ? ''
    : `## The same change on ${members.length} more ${members.length === 1 ? 'page' : 'pages'}\n\n${members
        .map(({ watcher, entry }) => `- ${escapeMarkdown(entry.title, 200)} (${escapeMarkdown(watcher)}): ${addressLink(entry.url)}`)
        .join('\n')}`;

/** Old and new value of each field that changed. */
export const detailsSection = (change: Change): string => {
  const value = (from: string | null | undefined): string => escapeMarkdown(from ?? '–', 400);
  const rows = changedFields(change).map((f) => `| ${FIELDS[f]} | ${value(change.previous?.[f])} | ${value(change.entry[f])} |`);
  return rows.length === 0 ? '' : ['## The change', '', '| Field | Before | Now |', '| --- | --- | --- |', ...rows].join('\n');
};

/** How the text begins, as a quote; without its cover and headings. */
export const openingSection = (text: Text | null): string => {
  let room = OPENING;
  const quotes: string[] = [];
  for (const block of text?.blocks ?? []) {
    if (block.kind !== 'paragraph' || oneLine(block.text) === '') continue;
    // Less room than a few words is not worth a paragraph of its own.
    if (room < 40) break;
    const words = cut(oneLine(block.text), room);
    quotes.push(`> ${escapeMarkdown(words)}`);
    room -= words.length;
  }
  return quotes.length === 0 ? '' : `## How it begins\n\n${quotes.join('\n>\n')}`;
};

export const whereSection = ({ change, watcher }: Finding, report: string): string => {
  const { entry, language, newText } = change;
  const source = entry.translations.find((t) => t.language === language && language !== entry.language)?.url ?? entry.url;
  const textLanguage = language ?? entry.language;
  const rows = [`- Source: ${addressLink(source)}`];
  if (newText !== null && textLanguage !== null) {
    rows.push(`- Stored text: ${fileLink(`snapshots/${watcher}/texts/${entry.id}.${textLanguage}.md`)}`);
  }
  rows.push(`- Report: ${fileLink(report)}`);
  const notes = (newText?.facts ?? []).map((fact) => `- Note on the text: ${escapeMarkdown(fact, 300)}`);
  return `## Where to look\n\n${[...rows, ...notes].join('\n')}`;
};

export const reviewerSection = (kind: ReportKind): string =>
  [
    '## For the reviewer',
    '',
    kind === 'withdrawn' ? '- [ ] Looked at the address: it is gone there too' : '- [ ] Read in the source, not only here',
    '- [ ] Judged: it concerns the tracked texts, or it does not',
    '- [ ] Noted what follows: a text to track, a passage, a promise kept',
  ].join('\n');

/** What closing the issue means. */
export const closingWords = (kind: ReportKind): string => {
  if (kind === 'failure')
    return 'This issue is closed by itself when the source can be read again. Closed by hand, it stays closed for this failure.';
  if (kind === 'baseline') return 'Closing this issue means: the list was looked through. It is not opened again.';
  return 'Closing this issue means: seen and judged. It is not opened again; a later version of the document opens a new one.';
};
