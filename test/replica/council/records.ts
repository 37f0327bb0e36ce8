// What the stand-in of the Council's register holds, day by day. Numbers, titles and texts are made up. How it is searched and how a row looks
// stand in search.ts and markup.ts.

import type { IsoDate, Language } from '../../../pipeline/types.ts';
import { type Day, until } from '../site.ts';

/** One document version as the register has it on one day. */
export interface Registered {
  /** As a row prints it: `ST 90101 2026 INIT`. */
  readonly number: string;
  readonly type: string;
  readonly subject: string;
  /** Of the document. */
  readonly date: IsoDate;
  /** Rows of some documents print no date, and their type runs into the subject with a colon. */
  readonly undated?: boolean;
  readonly codes: readonly string[];
  readonly file?: string;
  readonly originator?: string;
  readonly addressee?: string;
  readonly meeting?: IsoDate;
  readonly access: 'public' | 'partial' | 'not-public';
  readonly languages: readonly Language[];
  readonly paragraphs: readonly string[];
}

/** Something that is there from a day on and says other things later. */
export interface Changing<T> {
  readonly from?: Day;
  readonly later?: Partial<Record<Day, Partial<T>>>;
}

/** What is there on a day, as it is then. */
export const asOn = <T extends object>(items: readonly (T & Changing<T>)[], day: Day): T[] =>
  until(items, day).map((item) => {
    let now: T = item;
    for (const [since, different] of Object.entries(item.later ?? {})) if (Number(since) <= day) now = { ...now, ...different };
    return now;
  });

type Kept = Registered & Changing<Registered>;

const kept = (number: string, subject: string, codes: readonly string[], rest: Partial<Kept> = {}): Kept => ({
  number,
  subject,
  codes,
  type: 'NOTE',
  date: '2026-09-07',
  originator: 'Presidency',
  addressee: 'Delegations',
  access: 'public',
  languages: ['bg', 'de', 'en', 'fr'],
  paragraphs: [`Delegations will find attached a paper of the stand-in about its document ${number}.`],
  ...rest,
});

const TOLD: readonly Kept[] = [
  kept('ST 90101 2026 INIT', 'Boats sold at invented harbours: state of play', ['MIGR', 'COSI'], {
    access: 'not-public',
    later: { 3: { access: 'public' } },
  }),
  kept('ST 90102 2026 INIT', 'Cooperation of invented coast guards', ['COSI', 'RELEX'], {
    languages: ['fr'],
    later: { 4: { languages: ['en', 'fr'] } },
  }),
  kept('ST 90103 2026 INIT', 'Evaluation of an invented border: draft recommendation', ['SCH-EVAL', 'FRONT', 'COMIX'], {
    meeting: '2026-09-18',
    later: { 4: { subject: 'Evaluation of an invented land border: draft recommendation' } },
  }),
  kept('ST 90103 2026 REV 1', 'Evaluation of an invented land border: revised draft', ['SCH-EVAL', 'FRONT', 'COMIX'], {
    from: 2,
    date: '2026-09-08',
  }),
  kept('ST 90103 2026 REV 1 ADD 1', 'Evaluation of an invented land border: annex to the draft', ['SCH-EVAL'], {
    from: 5,
    date: '2026-09-11',
  }),
  kept('ST 90105 2026 INIT', 'Drivers who carry people over invented borders', ['MIGR', 'ENFOPOL'], {
    from: 2,
    date: '2026-09-08',
    paragraphs: ['The stand-in counted 410 drivers in its first year.', 'Delegations shall answer by the end of the month.'],
    later: {
      3: { paragraphs: ['The stand-in counted 530 drivers in its first year.', 'Delegations may answer by the end of the month.'] },
    },
  }),
  kept('ST 90107 2026 INIT', 'Returns from invented islands: options', ['ASIM'], { from: 4, date: '2026-09-10', access: 'not-public' }),
];

const UNTOLD: readonly Kept[] = [
  kept('ST 90106 2026 INIT', 'Orchards of the stand-in in figures', ['AGRI'], { from: 2, date: '2026-09-08' }),
  // Found by a word of its subject, and of no concern.
  kept('ST 90108 2026 INIT', 'Smuggling of songbirds: replies of the delegations', ['ENV', 'AGRI'], { from: 3, date: '2026-09-09' }),
];

/** There from the start, one of each kind that parsers have tripped over. */
const ODD: readonly Kept[] = [
  kept('ST 90104 2026 ADD 1 REV 2', 'Guidelines on invented lighthouses: annex', ['FRONT'], { languages: ['de', 'fr', 'en', 'bg'] }),
  kept('ST 90104 2026 COR 1', 'Corrigendum to the guidelines on invented lighthouses', ['FRONT']),
  kept('PE 90109 2026 INIT', 'Directive on invented crossings: outcome of the first reading', ['CODEC'], {
    file: '2023/0439(COD)',
    type: 'INFORMATION',
  }),
  kept('WK 90110 2026 INIT', 'A cross-border approach to invented ferries', ['COSI'], { languages: ['x'], type: 'WORKING DOCUMENT' }),
  kept(
    'ST 90111 2026 INIT',
    'Public access to documents: a confirmatory application, content not accessible',
    ['CFSP/PESC', 'MIGR', 'OJ CRP1'],
    {
      addressee: 'Permanent Representatives Committee (Part 2)',
      meeting: '2026-09-16',
    },
  ),
  kept('ST 90112 2026 ADD 1', 'Draft decision on an invented office', ['FRONT', 'JAI'], { type: "'I/A' ITEM NOTE" }),
  kept('ST 90113 2026 INIT', 'Council Decision on the seat of an invented office', ['ASIM'], {
    type: 'LEGISLATIVE ACTS AND OTHER INSTRUMENTS',
    undated: true,
  }),
  kept('ST 90114 2026 EXT 1', 'Report on an invented exercise: extract', ['COSI'], { access: 'partial' }),
  kept('ST 90115 2026 DCL 1', 'Declassification of an invented plan', ['COSI']),
];

/** More than a page of one code, and more than the search ever gives of another. */
const MANY: readonly Kept[] = [
  ...Array.from({ length: 24 }, (_, at) =>
    kept(`ST ${90_201 + at} 2026 INIT`, `Weekly figures of the invented port number ${at + 1}`, ['MIGR'], {
      date: `2026-09-0${5 + (at % 3)}`,
      languages: ['en'],
    }),
  ),
  ...Array.from({ length: 1_050 }, (_, at) =>
    kept(`ST ${91_001 + at} 2026 INIT`, `Water of the invented lake number ${at + 1}`, ['ENV'], { date: `2026-08-${10 + (at % 7)}` }),
  ),
];

const convocation = (number: number, subject: string, rest: Partial<Kept> = {}): Kept =>
  kept(`CM ${number} 2026 INIT`, subject, ['JAI'], {
    type: 'NOTICE OF MEETING AND PROVISIONAL AGENDA',
    originator: 'General Secretariat of the Council',
    meeting: '2026-09-24',
    ...rest,
  });

const LATEST: readonly Kept[] = [
  convocation(90_402, 'Meeting with Frontex on invented ports', { from: 2, date: '2026-09-08', codes: ['FRONT', 'JAI'] }),
  convocation(90_403, 'Working party on invented orchards', { from: 3, date: '2026-09-09', codes: ['AGRI'] }),
  ...['statistics', 'medicines', 'sports', 'fisheries', 'customs', 'space', 'tourism'].map((topic, at) =>
    convocation(90_411 + at, `Working party on invented ${topic}`),
  ),
];

const agenda = (number: number, subject: string, rest: Partial<Kept> = {}): Kept =>
  kept(`ST ${number} 2026 INIT`, subject, ['OJ CONS'], { type: 'PROVISIONAL AGENDA', meeting: '2026-10-08', ...rest });

const AGENDAS: readonly Kept[] = [
  agenda(90_502, 'Council (Justice and Home Affairs): Pact on Migration and Asylum', {
    from: 3,
    date: '2026-09-09',
    codes: ['OJ CONS', 'JAI', 'MIGR'],
  }),
  agenda(90_503, 'Council (Agriculture and Fisheries): invented orchards', { from: 4, date: '2026-09-10' }),
  ...['Energy', 'Environment', 'Education', 'Space'].map((topic, at) => agenda(90_511 + at, `Council (${topic}): invented items`)),
];

const SEARCHED = [...TOLD, ...UNTOLD, ...ODD, ...MANY];

/** What the search knows on a day. */
export const registered = (day: Day): Registered[] => asOn(SEARCHED, day);
export const latest = (day: Day): Registered[] => asOn(LATEST, day);
export const agendas = (day: Day): Registered[] => asOn(AGENDAS, day);

/** The subject on the cover, which stays when that of the row is corrected. */
export const coverSubject = (number: string): string =>
  [...SEARCHED, ...LATEST, ...AGENDAS].find((record) => record.number === number)?.subject ?? '';
