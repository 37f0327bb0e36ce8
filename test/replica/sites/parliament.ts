// A stand-in of the Parliament's open data: stubs in lists, records by id, nothing as 204 or as no bytes, answers that arrive in their question.
// Variant 0 counts its hits and gives plain texts; 1 does not, and writes lists of one without the list, days as typed values.

import { type Answer, type Day, json, type Question, type Story, until } from '../site.ts';

interface Made {
  readonly id: string;
  readonly type: string;
  readonly date: string;
  readonly title: string;
  readonly from?: Day;
  /** When its answer arrives. */
  readonly answered?: Day;
  readonly procedure?: string;
}

const QUESTIONS: readonly Made[] = [
  {
    id: 'E-10-2026-990001',
    type: 'QUESTION_WRITTEN',
    date: '2026-09-07',
    title: 'Made-up question on migrant smuggling by balloon',
    from: 2,
    answered: 3,
  },
  { id: 'P-10-2026-990002', type: 'QUESTION_WRITTEN_PRIORITY', date: '2026-09-08', title: 'Stand-in bees & honey', from: 3, answered: 4 },
  ...Array.from({ length: 64 }, (_, at) => ({
    id: `E-10-2026-${990_100 + at}`,
    type: 'QUESTION_WRITTEN',
    date: '2026-08-20',
    title: `Question ${990_100 + at} about nothing`,
  })),
];

const PAPERS: readonly Made[] = [
  {
    id: 'LIBE-PR-990201',
    type: 'REPORT_PARLIAMENTARY_COMMITTEE_DRAFT',
    date: '2026-09-08',
    title: 'Draft report on made-up sanctions',
    from: 3,
    procedure: '2023-0439',
  },
  {
    id: 'LIBE-PA-990202',
    type: 'OPINION_PARLIAMENTARY_COMMITTEE_DRAFT',
    date: '2026-09-08',
    title: 'Draft opinion on stand-in trains',
    from: 2,
  },
  { id: 'LIBE-PA-990203', type: 'OPINION_PARLIAMENTARY_COMMITTEE_DRAFT', date: '2026-07-02', title: 'Draft opinion on nothing' },
  // Of another committee: not every parameter is heeded.
  {
    id: 'AFCO-PR-990204',
    type: 'REPORT_PARLIAMENTARY_COMMITTEE_DRAFT',
    date: '2026-09-08',
    title: 'Draft report on the Pact on Migration and Asylum',
    from: 2,
  },
];

const STEPS: Readonly<Record<string, readonly Made[]>> = {
  '2023-0438': [
    { id: '2023-0438-REFERRAL-90001', type: 'REFERRAL', date: '2024-01-15', title: '' },
    { id: '2023-0438-PLENARY_VOTE-90002', type: 'PLENARY_VOTE', date: '2025-11-25', title: '' },
  ],
  '2023-0439': [
    { id: '2023-0439-REFERRAL-90003', type: 'REFERRAL', date: '2024-01-15', title: '' },
    { id: '2023-0439-COMMITTEE_VOTE-90004', type: 'COMMITTEE_ADOPTING_REPORT', date: '2026-09-10', title: '', from: 4 },
  ],
};

const NOTHING: Answer = { status: 204, body: '' };
/** JSON-LD drops the brackets of lists of one. */
const alone = (values: readonly unknown[], variant: number): unknown => (variant % 2 === 1 && values.length === 1 ? values[0] : values);
const dated = (date: string, variant: number): unknown => (variant % 2 === 1 ? { '@value': date, type: 'xsd:date' } : date);

const data = (values: readonly unknown[], { variant }: Question, total: number): Answer => ({
  ...json({ data: values, '@context': [], ...(variant % 2 === 1 ? {} : { meta: { total } }) }),
  type: 'application/ld+json; charset=utf-8',
});

const stubs = (made: readonly Made[], question: Question): Answer => {
  const value = (name: string): number => Number(question.url.searchParams.get(name) ?? '0');
  const found = until(made, question.day);
  // The oldest come first, so that what is new stands at the end.
  const part = [...found].reverse().slice(value('offset'), value('offset') + (value('limit') || 50));
  if (part.length === 0) return value('offset') > 0 ? { type: 'application/ld+json', body: '' } : NOTHING;
  const given = part.map(({ id, type }) => ({
    id: `eli/dl/doc/${id}`,
    type: 'Work',
    work_type: `def/ep-document-types/${type}`,
    identifier: id,
  }));
  return data(given, question, found.length);
};

const record = (made: Made, { day, variant }: Question) => ({
  id: `eli/dl/doc/${made.id}`,
  type: 'Work',
  identifier: made.id,
  work_type: `def/ep-document-types/${made.type}`,
  document_date: dated(made.date, variant),
  title_dcterms: variant % 2 === 1 ? { pt: `${made.title} (pt)`, en: made.title } : { en: made.title },
  workHadParticipation: alone(
    [{ participation_role: 'def/ep-roles/ADDRESSEE', had_participant_organization: alone(['org/CE'], variant) }],
    variant,
  ),
  ...(made.procedure === undefined ? {} : { inverse_created_a_realization_of: alone([`eli/dl/proc/${made.procedure}`], variant) }),
  ...(made.answered !== undefined && day >= made.answered
    ? { inverse_answers_to: alone([{ id: `eli/dl/doc/${made.id}-ASW`, document_date: dated('2026-09-09', variant) }], variant) }
    : {}),
});

/** A hundred at once are refused. */
const byId = (made: readonly Made[], ids: readonly string[], question: Question): Answer | null => {
  if (ids.length > 40) return { status: 403, type: 'text/html', body: '<html><body><h1>Forbidden</h1></body></html>' };
  const found = until(made, question.day).filter(({ id }) => ids.includes(id));
  return found.length === 0
    ? null
    : data(
        found.map((one) => record(one, question)),
        question,
        found.length,
      );
};

const steps = (path: string, question: Question): Answer | null => {
  const made = STEPS[path];
  if (made === undefined) return null;
  const activities = until(made, question.day).map(({ id, type, date }) => ({
    activity_id: id,
    activity_date: dated(date, question.variant),
    had_activity_type: `def/ep-activities/${type}`,
    based_on_a_realization_of: alone([`eli/dl/doc/A-10-2026-${90_000 + id.length}`], question.variant),
  }));
  return data([{ id: `eli/dl/proc/${path}`, process_id: path, consists_of: alone(activities, question.variant) }], question, 1);
};

const answer = (question: Question): Answer | null => {
  const { pathname, searchParams } = question.url;
  const [, , , kind = '', ids] = pathname.split('/');
  if (kind === 'procedures') return steps(ids ?? '', question);
  const made = kind === 'parliamentary-questions' ? QUESTIONS : kind === 'committee-documents' ? PAPERS : null;
  if (made === null) return null;
  if (ids !== undefined) return byId(made, ids.split(','), question);
  return kind === 'parliamentary-questions' && searchParams.get('year') !== '2026' ? NOTHING : stubs(made, question);
};

const QUESTION = 'Made-up question on migrant smuggling by balloon';

export const parliament: Story = {
  sites: [{ origin: 'https://data.europarl.europa.eu', answer }],
  told: [
    { day: 2, watcher: 'parliament-questions', kind: 'new-document', title: QUESTION },
    { day: 3, watcher: 'parliament-questions', kind: 'wording', title: QUESTION },
    { day: 3, watcher: 'parliament-libe', kind: 'new-document', title: 'Draft report on made-up sanctions' },
    { day: 4, watcher: 'parliament-procedures', kind: 'new-document', title: '2023/0439(COD): Committee adopting report' },
  ],
};
