// What happened, once as a title and once as a sentence, in the words of the field. One row for each kind of change.
// Evidence, tables and links do not belong here.

import { escapeMarkdown, plainTitle } from '../markdown.ts';
import { printReference } from '../reference.ts';
import { countWords } from '../telling.ts';
import type { Access, Change, ChangeKind, Entry, Finding, Reference, Step } from '../types.ts';

export interface Headline {
  /** Plain words, at most 200 characters. */
  readonly title: string;
  /** Markdown. */
  readonly sentence: string;
}

interface Said {
  /** What happened, after the document's number and before its title: ` became public`, `: new version of 13901/23`. */
  readonly happened: string;
  /** Whole sentence after the document's name; plain words. */
  readonly fact: string;
}

const ACCESS: Readonly<Record<Access, string>> = {
  public: 'became public',
  partial: 'became public in part',
  'not-public': 'is no longer public',
  unknown: 'has an unclear access state',
};

const BEFORE: Readonly<Record<Access, string>> = {
  public: 'it was public before',
  partial: 'it was public in part before',
  'not-public': 'it was not public before',
  unknown: 'its access was unknown before',
};

const VERSIONS: Readonly<Record<Step['kind'], string>> = {
  REV: 'new version of',
  ADD: 'addendum to',
  COR: 'corrigendum to',
  EXT: 'partial release of',
  DCL: 'declassified version of',
};

/** Names of the fields of an entry whose change is told, as a reader would say them. */
export const FIELDS = { title: 'title', date: 'date', url: 'address', access: 'access', language: 'language' } as const;

export const changedFields = ({ entry, previous }: Change): (keyof typeof FIELDS)[] =>
  (Object.keys(FIELDS) as (keyof typeof FIELDS)[]).filter((field) => previous !== null && previous[field] !== entry[field]);

/** Whether the change is about a language version besides the one that the entry describes. */
const isTranslation = ({ entry, language }: Change): boolean => language !== null && entry.language !== null && language !== entry.language;

const languageName = (code: string): string =>
  code === 'x' ? 'multilingual' : (new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' }).of(code) ?? code);

const SAY: Readonly<Record<ChangeKind, (finding: Finding) => Said>> = {
  'new-document': (finding) => ({
    happened: `: new ${finding.change.entry.kind}`,
    fact: `was seen for the first time${compared(finding)}.`,
  }),
  'new-version': (finding) => newVersion(finding),
  access: (finding) => {
    const { entry, previous } = finding.change;
    return {
      happened: ` ${ACCESS[entry.access]}`,
      fact: `${ACCESS[entry.access]}; ${BEFORE[previous?.access ?? 'not-public']}${compared(finding)}.`,
    };
  },
  wording: ({ diff }) => ({ happened: ': the wording changed', fact: `changed its wording${counted(diff)}.` }),
  replaced: (finding) => replaced(finding),
  metadata: ({ change }) => {
    const fields = changedFields(change).map((field) => FIELDS[field]);
    const what = fields.length === 0 ? 'details' : fields.join(' and ');
    return { happened: `: ${what} changed`, fact: `has another ${what} than before.` };
  },
  withdrawn: ({ change: { entry } }) => ({
    happened: ' is no longer available',
    fact: `is no longer available: its address answered “no such document”${entry.missing.length === 0 ? '' : ` on ${entry.missing.join(', ')}`}.`,
  }),
};

/** Nobody was told that the file is another one: what of it changed is the news. */
const replaced = ({ diff, change }: Finding): Said => {
  const [columns] = (change.notes ?? []).filter((words) => words.startsWith('new column'));
  if (columns !== undefined) return { happened: `: ${columns}`, fact: `is there with ${columns}${counted(diff)}.` };
  const isNumbered = change.entry.reference !== null;
  const { stealth } = change;
  const what = stealth?.kind === 'figures' ? 'figures changed in the file,' : 'the file was replaced';
  return {
    happened: `: ${isNumbered ? `${what} without a new number` : what.replace(',', '')}`,
    fact: `is another file than before${isNumbered ? ' under the same number and address' : ''}${stealth === undefined ? counted(diff) : `; ${stealth.says}`}.`,
  };
};

const counted = (diff: Finding['diff']): string => {
  if (diff === null) return '';
  return diff.equal ? '; the reading text is the same' : `: ${countWords(diff)}`;
};

/** Of what just appeared: beside which document it is shown. */
const compared = ({ diff, change: { predecessor } }: Finding): string =>
  predecessor === undefined || diff === null
    ? ''
    : `, compared here with ${nameOf(predecessor)}: ${diff.equal ? 'the reading text is the same' : countWords(diff)}`;

const newVersion = (finding: Finding): Said => {
  const { change } = finding;
  if (isTranslation(change)) {
    const language = languageName(change.language ?? '');
    return { happened: `: now also in ${language}`, fact: `is now there in another language: ${language}.` };
  }
  const { reference } = change.entry;
  const step = reference?.steps.at(-1);
  if (!reference || !step) return { happened: ': new version', fact: `is a new version${compared(finding)}.` };
  const what = `${VERSIONS[step.kind]} ${printReference(change.previous?.reference ?? withoutLastStep(reference))}`;
  return { happened: `: ${what}`, fact: `is ${/^a/.test(what) ? 'an' : 'a'} ${what}${compared(finding)}.` };
};

const withoutLastStep = (reference: Reference): Reference => ({ ...reference, steps: reference.steps.slice(0, -1) });

/** A document by its number, anything else by its title. */
const nameOf = (entry: Entry): string => (entry.reference === null ? entry.title : printReference(entry.reference));

export const headline = (finding: Finding): Headline => {
  const { entry } = finding.change;
  const { happened, fact } = SAY[finding.kind](finding);
  const name = nameOf(entry);
  const subject = entry.title === name ? '' : entry.title;
  // A long title of a page must not push out what happened to it.
  const link = happened.startsWith(':') ? ' – ' : ': ';
  return {
    title: plainTitle(`${plainTitle(name, 120)}${happened}${subject === '' ? '' : `${link}${subject}`}`),
    sentence: `**${escapeMarkdown(name, 300)}**${subject === '' ? '' : ` (${escapeMarkdown(subject, 300)})`} ${escapeMarkdown(fact)}`,
  };
};
